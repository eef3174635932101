import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import { noise } from '../support/app-of-17.ts'
import { installedIn, runEngine, type EngineRun } from '../support/engine.ts'
import { makeFolder, removeFolder } from '../support/folders.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { makeEnvironment, type TempEnvironment } from '../support/python.ts'
import { aWheel } from '../support/wheel.ts'

jest.setTimeout(120_000)

/** Less than what counts as having got far, which would start the count of retries anew. */
const HALF = 600 << 10
const wheel = aWheel({ name: 'big', files: { 'big.py': '', 'data.bin': { content: noise(3, 2 * HALF), method: 0 } } })
let index: IndexServer
let folder: string
let env: TempEnvironment

beforeAll(async () => {
  index = await startIndex()
  index.add(wheel)
})
beforeEach(() => {
  folder = makeFolder('resume-')
  env = makeEnvironment(join(folder, 'venv'))
})
afterEach(() => {
  index.calm()
  removeFolder(folder)
})
afterAll(() => index.close())

function install(...args: string[]): Promise<EngineRun> {
  return runEngine(['big', '--python', env.python, '--index-url', index.indexUrl(), '--cache-dir', join(folder, 'cache'), '--retries', '0', '--resume-retries', '0', ...args])
}

/** A run that gets half of the wheel, and fails. */
async function failHalfWay(): Promise<void> {
  index.fault(/\.whl$/, { kind: 'cut', afterBytes: HALF })
  const { error, text } = await install()
  expect(error?.code).toBe('index-unreachable')
  expect(text).toContain('kept for the next run')
  index.calm()
}

const partials = (): string => join(folder, 'cache', 'partials-v1', wheel.sha256.slice(0, 2))

test('the next run goes on where a failed one ended, with the validator of what it got', async () => {
  await failHalfWay()
  const run = await install()
  expect(run.text).toBe('')
  const [asked] = index.asked(/\.whl$/)
  // What had come and was not taken up yet when the connection broke is lost: a packet or two.
  const kept = Number(/^bytes=(\d+)-$/.exec(asked?.range ?? '')?.[1])
  expect(kept).toBeGreaterThan(HALF - (128 << 10))
  expect(kept).toBeLessThanOrEqual(HALF)
  expect(asked?.status).toBe(206)
  expect(asked?.headers['if-range']).toBe(`"${wheel.sha256.slice(0, 32)}"`)
  expect(asked?.sentBytes).toBe(wheel.bytes.length - kept)
  expect(run.events).toContainEqual({ kind: 'counted', what: 'bytes-resumed', amount: kept, subject: 'big' })
  expect(installedIn(env)).toEqual({ big: '1.0' })
})

test('a file that has changed meanwhile is fetched whole', async () => {
  await failHalfWay()
  index.fault(/\.whl$/, { kind: 'headers', headers: { ETag: '"another"' } })
  for (const name of readdirSync(partials()).filter((file) => file.endsWith('.etag'))) writeFileSync(join(partials(), name), '"an old one"')
  expect((await install()).text).toBe('')
  expect(index.asked(/\.whl$/)[0]).toMatchObject({ status: 200, sentBytes: wheel.bytes.length })
})

test('what was kept is never trusted: damaged on the disk, everything is fetched anew', async () => {
  await failHalfWay()
  for (const name of readdirSync(partials()).filter((file) => file.endsWith('.part'))) writeFileSync(join(partials(), name), Buffer.alloc(HALF, 1))
  const run = await install('--retries', '1')
  expect(run.text).toBe('')
  expect(index.asked(/\.whl$/).map(({ status }) => status)).toEqual([206, 200])
  expect(installedIn(env)).toEqual({ big: '1.0' })
})

test('more than the whole was kept: fetched anew', async () => {
  mkdirSync(partials(), { recursive: true })
  writeFileSync(join(partials(), `${wheel.sha256}.part`), Buffer.alloc(wheel.bytes.length + 1))
  expect((await install('--retries', '1')).text).toBe('')
  expect(installedIn(env)).toEqual({ big: '1.0' })
})

test('a server without ranges sends everything', async () => {
  await failHalfWay()
  index.configure({ ranges: 'off' })
  expect((await install()).text).toBe('')
  index.configure({ ranges: 'all' })
})

test('with --no-cache-dir nothing is kept', async () => {
  index.fault(/\.whl$/, { kind: 'cut', afterBytes: HALF })
  expect((await install('--no-cache-dir')).error?.code).toBe('index-unreachable')
  index.calm()
  expect((await install('--no-cache-dir')).text).toBe('')
  expect(index.asked(/\.whl$/)[0]?.range).toBeUndefined()
})
