import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { runCli } from '../support/cli.ts'
import { runEngine, versionsOf } from '../support/engine.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { tempEnv } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel } from '../support/wheel.ts'

// Dependency confusion: somebody publishes a newer version under the name of another's internal project.
const folder = tempFolder('owned-names-')
const env = tempEnv()
const planted = aWheel({ name: 'internal-tool', version: '99.0' })
let server: IndexServer
let fixed: readonly string[] = []

beforeAll(async () => {
  server = await startIndex()
  server.addIndex('corp').add(aWheel({ name: 'internal-tool', version: '1.0' }), { index: 'corp' })
  server.add(planted).add(aWheel({ name: 'app', requires: ['internal-tool'] }))
  mkdirSync(join(folder, 'links'))
  writeFileSync(join(folder, 'links', planted.filename), planted.bytes)
  fixed = ['--python', env.python, '--dry-run', '--no-cache-dir', '--index-url', server.indexUrl(), '--extra-index-url', server.indexUrl('corp')]
})
afterAll(() => server.close())

async function taken(args: readonly string[]): Promise<string | undefined> {
  const run = await runEngine([...fixed, ...args])
  return versionsOf(run)['internal-tool'] ?? run.text
}

test('without an owner the newest version counts, wherever it is, as with pip', async () => {
  expect(await taken(['internal-tool'])).toBe('99.0')
})

test.each([
  ['named by the user', ['internal-tool']],
  ['needed by what he named', ['app']],
  ['listed in a folder, too', ['internal-tool', '--find-links', join(folder, 'links')]],
])('a name that one index owns comes from there alone: %s', async (_, args) => {
  expect(await taken([...args, '--index-owner', `internal-*=${server.indexUrl('corp')}`])).toBe('1.0')
})

test('with first-match the first index that has the name is the only one', async () => {
  const run = await runEngine(['--python', env.python, '--dry-run', '--no-cache-dir', '--index-strategy', 'first-match', '--index-url', server.indexUrl('corp'), '--extra-index-url', server.indexUrl(), 'internal-tool'])
  expect(versionsOf(run)).toEqual({ 'internal-tool': '1.0' })
})

test('with first-match, an index that fails ends the run with its error, also where a find-links page is still waited for', async () => {
  server.fault('/simple/app/', { kind: 'status', status: 401 }).fault('/find-links/', { kind: 'stall' })
  const asked = ['--python', env.python, '--dry-run', '--no-cache-dir', '--retries', '0', '--index-strategy', 'first-match', '--index-url', server.indexUrl(), '--find-links', server.findLinksUrl('links'), 'app']
  const { status, stderr } = await runCli(['install', ...asked], { cwd: folder })
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/^error\[index-refused\]: .* answered 401\n/) })
})
