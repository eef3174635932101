import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { appOf17, APP_SIZE } from '../support/app-of-17.ts'
import { installedIn, runEngine, type EngineRun } from '../support/engine.ts'
import { removeFolder } from '../support/folders.ts'
import { DEFAULT_INDEX } from '../support/index-server/hosted.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { makeEnvironment, type TempEnvironment } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { readTree, treeDifferences } from '../support/tree.ts'

jest.setTimeout(120_000)

const folder = tempFolder('bad-networks-')
const WHEEL_7 = /part_7-.*\.whl$/
const METADATA_7 = /part_7-.*\.whl\.metadata$/
const PAGE_7 = '/simple/part-7/'
const ANY_WHEEL = /\.whl$/
/** pip's 15 s in small. */
const TIMEOUT_SECONDS = 1.5
/** No fault of this file may cost more: in small what 30 s are for the real timeout, with room for a loaded machine. */
const PATIENCE_MS = 60_000

let index: IndexServer
let env: TempEnvironment

beforeAll(async () => {
  index = await startIndex()
  index.add(appOf17())
})
afterEach(() => {
  index.calm().configure(DEFAULT_INDEX)
  removeFolder(env.root)
})
afterAll(() => index.close())

interface Run extends EngineRun {
  readonly tookMs: number
}

async function install(...args: string[]): Promise<Run> {
  env = makeEnvironment(join(folder, 'venv'))
  const before = readTree(env.root)
  const startMs = performance.now()
  const run = await runEngine(['app', '--python', env.python, '--index-url', index.indexUrl(), '--no-cache-dir', '--timeout', String(TIMEOUT_SECONDS), ...args])
  const tookMs = performance.now() - startMs
  expect(tookMs).toBeLessThan(PATIENCE_MS)
  if (run.error !== undefined) expect(treeDifferences(before, readTree(env.root))).toEqual([])
  return { ...run, tookMs }
}

function expectInstalled(run: Run): void {
  expect(run.text).toBe('')
  expect(Object.keys(installedIn(env))).toHaveLength(APP_SIZE)
}

/** Names of counts → their sums. */
function counts(run: Run): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const event of run.events) if (event.kind === 'counted') sums[event.what] = (sums[event.what] ?? 0) + event.amount
  return sums
}

describe('faults that pass: everything is installed', () => {
  test('503 once', async () => {
    index.fault(WHEEL_7, { kind: 'status', status: 503 }, { times: 1 }).fault(PAGE_7, { kind: 'status', status: 503 }, { times: 1 })
    const run = await install()
    expectInstalled(run)
    expect(counts(run)['retries']).toBe(2)
    expect(run.events.filter(({ kind }) => kind === 'delayed')).toHaveLength(2)
  })

  test('429 with Retry-After: nothing is asked of the host before', async () => {
    index.fault(WHEEL_7, { kind: 'status', status: 429, retryAfterSeconds: 1 }, { times: 1 })
    expectInstalled(await install())
    const [refused, granted] = index.asked(WHEEL_7)
    expect((granted?.startMs ?? 0) - (refused?.endMs ?? 0)).toBeGreaterThan(900)
  })

  test('reset half way: the rest is fetched', async () => {
    index.fault(WHEEL_7, { kind: 'reset', afterBytes: 40_000 }, { times: 1 })
    expectInstalled(await install())
    expect(index.asked(WHEEL_7)[1]?.range).toMatch(/^bytes=[1-9]\d*-$/)
  })

  test('a body cut short: the rest is fetched', async () => {
    index.fault(WHEEL_7, { kind: 'cut', afterBytes: 40_000 }, { times: 1 })
    expectInstalled(await install())
    const [first, rest] = index.asked(WHEEL_7)
    expect(rest?.range).toBe('bytes=40000-')
    expect(rest?.headers['if-range']).toBeDefined()
    expect(first?.sentBytes).toBe(40_000)
  })

  test('a connection dropped before the answer', async () => {
    index.fault(WHEEL_7, { kind: 'drop' }, { times: 1 }).fault(PAGE_7, { kind: 'drop' }, { times: 1 })
    expectInstalled(await install())
  })

  test('an answer that stops half way', async () => {
    index.fault(WHEEL_7, { kind: 'stall', afterBytes: 40_000 }, { times: 1 }).fault(PAGE_7, { kind: 'stall', afterBytes: 100 }, { times: 1 })
    expectInstalled(await install())
    expect(index.asked(WHEEL_7)[1]?.range).toBe('bytes=40000-')
  })

  test('an answer that never begins: another connection is asked', async () => {
    index.fault(WHEEL_7, { kind: 'stall' }, { times: 1 }).fault(PAGE_7, { kind: 'stall' }, { times: 1 })
    expectInstalled(await install())
    expect(index.asked(WHEEL_7)).toHaveLength(2)
  })

  test('one wrong byte once: fetched anew, past caches', async () => {
    index.fault(WHEEL_7, { kind: 'wrong-byte' }, { times: 1 })
    expectInstalled(await install())
    const again = index.asked(WHEEL_7)[1]
    expect(again?.range).toBeUndefined()
    expect(again?.headers['cache-control']).toBe('no-cache')
  })

  test('a wheel at 27 kB/s: slower than the timeout, never silent for so long', async () => {
    index.fault(WHEEL_7, { kind: 'slow', bytesPerSecond: 27_000 })
    const run = await install()
    expectInstalled(run)
    expect(run.tookMs).toBeGreaterThan(TIMEOUT_SECONDS * 1000)
    expect(counts(run)['retries']).toBeUndefined()
  })

  test('chunked answers', async () => {
    index.fault('/', { kind: 'chunked' })
    expectInstalled(await install())
  })

  test('no ranges, and a cut: fetched from the start', async () => {
    index.configure({ ranges: 'off', metadata: 'off' }).fault(WHEEL_7, { kind: 'cut', afterBytes: 40_000 }, { times: 1 })
    expectInstalled(await install())
  })

  test('files encoded with gzip', async () => {
    index.fault('/', { kind: 'gzip' })
    expectInstalled(await install())
  })

  test('connections closed after each answer', async () => {
    index.fault('/', { kind: 'close' })
    expectInstalled(await install())
    expect(index.connections).toBeGreaterThan(APP_SIZE)
  })

  test('a metadata file that is wrong once', async () => {
    index.fault(METADATA_7, { kind: 'wrong-byte', at: 0 }, { times: 1 })
    expectInstalled(await install())
  })

  test('a project page cut short once', async () => {
    index.fault(PAGE_7, { kind: 'cut', afterBytes: 100 }, { times: 1 })
    expectInstalled(await install())
  })
})

describe('faults that last: an error that says which package, where, and why it is needed; the environment as it was', () => {
  test('a wrong byte', async () => {
    index.fault(WHEEL_7, { kind: 'wrong-byte' })
    const { error, text } = await install()
    expect(error?.code).toBe('hash-mismatch')
    expect(text).toMatch(/part_7-1\.0-py3-none-any\.whl/)
    expect(text).toContain(index.origin)
    expect(text).toMatch(/expected sha256=[0-9a-f]{64}, got sha256=[0-9a-f]{64}/)
    expect(text).toMatch(/app 1\.0/)
  })

  test('a login page for a project page', async () => {
    index.fault(PAGE_7, { kind: 'login-page' })
    const { error, text } = await install()
    expect(error?.code).toBe('index-refused')
    expect(text).toContain('part-7')
    expect(text).toContain('login page')
    expect(text).toMatch(/app 1\.0/)
  })

  test('a redirect loop', async () => {
    index.fault(PAGE_7, { kind: 'redirect-loop' })
    const { error, text } = await install()
    expect(error?.code).toBe('index-answer')
    expect(text).toContain(`${index.origin}${PAGE_7}`)
    expect(text).toContain('in a circle')
    expect(index.asked(PAGE_7).length).toBeLessThan(4)
    expect(text).toMatch(/app 1\.0/)
  })

  test('401', async () => {
    index.fault('/simple/', { kind: 'status', status: 401 })
    const { error, text } = await install()
    expect(error?.code).toBe('index-refused')
    expect(text).toContain('answered 401')
    expect(text).toContain('wants credentials')
    expect(text).toContain('asked for: app (argument "app")')
    expect(index.requests).toHaveLength(1)
  })

  test('401 for one project, and for one file', async () => {
    index.fault(PAGE_7, { kind: 'status', status: 401 })
    const page = await install()
    expect(page.error?.code).toBe('index-refused')
    expect(page.text).toMatch(/part-7\/ answered 401[^]*asked for: app \(argument "app"\)\n.*needs: part-7 \(from app 1\.0\)[^]*wants credentials/)
    index.calm().fault(WHEEL_7, { kind: 'status', status: 401 })
    removeFolder(env.root)
    const file = await install()
    expect(file.error?.code).toBe('download-failed')
    expect(file.text).toMatch(/part_7-1\.0-py3-none-any\.whl answered 401[^]*needs: part-7 \(from app 1\.0\)[^]*may want credentials/)
  })

  test('a wheel that is listed and gone', async () => {
    index.fault(WHEEL_7, { kind: 'status', status: 404 })
    const { error, text } = await install()
    expect(error?.code).toBe('download-failed')
    expect(text).toMatch(/part_7-1\.0-py3-none-any\.whl answered 404/)
    expect(text).toContain('the host does not have this file')
    expect(text).toMatch(/app 1\.0/)
    expect(index.asked(WHEEL_7)).toHaveLength(1)
  })

  test('500 for a wheel', async () => {
    index.fault(WHEEL_7, { kind: 'status', status: 500 })
    const { error, text } = await install('--retries', '2')
    expect(error?.code).toBe('index-unreachable')
    expect(text).toMatch(/part_7-1\.0-py3-none-any\.whl after 3 attempts in [\d.]+ s: answered 500/)
    expect(text).toMatch(/app 1\.0/)
  })

  test('a project page that ends early', async () => {
    index.fault(PAGE_7, { kind: 'cut', afterBytes: 100 })
    const { error, text } = await install('--retries', '2')
    expect(error?.code).toBe('index-unreachable')
    expect(text).toContain(PAGE_7)
    expect(text).toMatch(/app 1\.0/)
  })

  test('metadata that does not match its hash', async () => {
    index.fault(METADATA_7, { kind: 'wrong-byte', at: 0 })
    const { error, text } = await install()
    expect(error?.code).toBe('hash-mismatch')
    expect(text).toMatch(/part_7-1\.0-py3-none-any\.whl\.metadata/)
    expect(text).toMatch(/app 1\.0/)
  })

  test('a wheel whose answer never begins', async () => {
    index.fault(WHEEL_7, { kind: 'stall' })
    const { error, text } = await install()
    expect(error?.code).toBe('index-unreachable')
    expect(text).toContain('falls silent')
    expect(index.asked(WHEEL_7)).toHaveLength(2)
  })

  test('a wheel that stops half way every time', async () => {
    index.fault(WHEEL_7, { kind: 'stall', afterBytes: 0 })
    const { error, text } = await install()
    expect(error?.code).toBe('index-unreachable')
    expect(text).toMatch(/part_7-1\.0-py3-none-any\.whl after 3 attempts/)
  })

  test('an index that nobody serves: known at once', async () => {
    const closed = await startIndex()
    const url = closed.indexUrl()
    await closed.close()
    const { error, text } = await install('--index-url', url)
    expect(error?.code).toBe('index-unreachable')
    expect(text).toContain('nothing listens there')
  })

  test('a host without a name', async () => {
    const { error, text } = await install('--index-url', 'https://no-such-host.invalid/simple/')
    expect(error?.code).toBe('index-unreachable')
    expect(text).toMatch(/no-such-host\.invalid/)
    expect(text).toMatch(/cannot be resolved|DNS/)
  })

  test('an overloaded host: one budget for the whole run, not one for each file', async () => {
    index.fault(ANY_WHEEL, { kind: 'status', status: 503 })
    const { error } = await install('--retries', '3')
    expect(error?.code).toBe('index-unreachable')
    expect(index.asked(ANY_WHEEL).length).toBeLessThanOrEqual(APP_SIZE + 100)
  })
})
