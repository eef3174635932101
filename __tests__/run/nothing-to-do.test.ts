import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { runEngine, versionsOf, type EngineRun } from '../support/engine.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { makeEnvironment, type TempEnvironment } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel } from '../support/wheel.ts'

// pip takes what is installed wherever it fits, and asks no index then.
const folder = tempFolder()
let server: IndexServer
let env: TempEnvironment

beforeAll(async () => {
  server = await startIndex()
  server.add([
    aWheel({ name: 'app', version: '1.0', requires: ['lib>=1', 'extra-only; extra == "x"'], extras: { x: ['extra-only'] } }),
    aWheel({ name: 'lib', version: '1.0' }), aWheel({ name: 'lib', version: '2.0' }), aWheel({ name: 'extra-only', version: '1.0' }),
  ])
  env = makeEnvironment(join(folder, 'env'))
  await install('app', 'lib<2')
})
afterAll(() => server.close())

function install(...args: readonly string[]): Promise<EngineRun> {
  return runEngine(['--python', env.python, '--jobs', '1', '--no-cache-dir', '--index-url', server.indexUrl(), ...args], { cwd: folder })
}

/** Pages that a run has read. */
function pagesOf(run: EngineRun): string[] {
  return run.events.flatMap((event) => (event.kind === 'task-started' && event.task === 'page' ? [event.subject ?? ''] : [])).sort()
}

test('nothing is asked when all of it is installed and fits', async () => {
  const run = await install('app', 'lib>=1')
  expect(versionsOf(run)).toEqual({ app: '1.0', lib: '1.0' })
  expect(run.performed?.outcome.plan).toBeUndefined()
  expect(pagesOf(run)).toEqual([])
})

test.each([
  ['newer versions are wanted', ['--upgrade', 'app', '--dry-run'], { app: '1.0', lib: '1.0' }],
  ['another version is asked for', ['app', 'lib==2.0', '--dry-run'], { app: '1.0', lib: '2.0' }],
  ['an extra needs what is not there', ['app[x]', '--dry-run'], { app: '1.0', 'extra-only': '1.0', lib: '1.0' }],
  ['a lock is to say where the files are', ['--lock-out', join(folder, 'pylock.toml'), 'app'], { app: '1.0', lib: '1.0' }],
  ['all is to be installed again', ['--force-reinstall', 'app', '--dry-run'], { app: '1.0', lib: '2.0' }],
])('indexes are asked when %s', async (_, args, expected) => {
  const run = await install(...args)
  expect(versionsOf(run)).toEqual(expected)
  expect(pagesOf(run).length).toBeGreaterThan(0)
})
