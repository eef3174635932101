import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { runEngine, type EngineOptions, type EngineRun } from '../support/engine.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { findPython } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel } from '../support/wheel.ts'

// Checkouts of editable repositories lie in the place of an environment before it is there, and are the user's.
const folder = tempFolder('fresh-')
const CHECKED_OUT = join('src', 'repo', 'mine.py')
let server: IndexServer
let count = 0

beforeAll(async () => {
  server = await startIndex()
  server.add(aWheel({ name: 'app' }))
})
afterAll(() => server.close())

const place = (): string => join(folder, `env-${(count += 1)}`)

function install(venv: string, options: EngineOptions = {}): Promise<EngineRun> {
  return runEngine(['--python', findPython().executable, '--venv', venv, '--without-pip', '--no-compile', '--no-cache-dir', '--index-url', server.indexUrl(), 'app'], { cwd: folder, home: join(folder, 'home'), ...options })
}

function write(path: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, 'mine')
}

test('checkouts that lie in the place become part of the environment', async () => {
  const venv = place()
  write(join(venv, CHECKED_OUT))
  expect((await install(venv)).text).toBe('')
  expect(readFileSync(join(venv, CHECKED_OUT), 'utf8')).toBe('mine')
  expect(existsSync(join(venv, 'pyvenv.cfg'))).toBe(true)
})

test('where the environment cannot take its place, checkouts are put back, and nothing of the environment stays', async () => {
  const venv = place()
  write(join(venv, CHECKED_OUT))
  // Somebody puts a file there when it has been looked at already.
  const failed = await install(venv, { onEvent: (event) => { if (event.kind === 'task-started' && event.task === 'commit') write(join(venv, 'other.txt')) } })
  expect(failed.text).toContain(`could not be moved to ${venv}`)
  expect(readdirSync(venv).sort()).toEqual(['other.txt', 'src'])
  expect(readFileSync(join(venv, CHECKED_OUT), 'utf8')).toBe('mine')
  expect(existsSync(`${venv}.parallel-pip-new`)).toBe(false)
})

test('checkouts that an interrupted run had taken along come back with the next one', async () => {
  const venv = place()
  write(join(`${venv}.parallel-pip-new`, CHECKED_OUT))
  write(join(`${venv}.parallel-pip-new`, 'lib', 'half.py'))
  const run = await install(venv)
  expect(run.notices).toContain(`removed what an interrupted run had left beside ${venv}`)
  expect(readFileSync(join(venv, CHECKED_OUT), 'utf8')).toBe('mine')
  expect(existsSync(join(venv, 'lib', 'half.py'))).toBe(false)
})
