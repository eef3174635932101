import { request as rawRequest, type IncomingMessage } from 'node:http'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { Fault } from '../support/index-server/faults.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { aWheel } from '../support/wheel.ts'

const wheel = aWheel({ name: 'thing', files: { 'thing/data': { content: Buffer.alloc(200_000, 7), method: 0 } } })
let server: IndexServer

beforeAll(async () => {
  server = await startIndex()
  server.add(wheel)
})
afterEach(() => void server.calm())
afterAll(() => server.close())

interface Outcome {
  readonly status: number | undefined
  readonly bytes: number
  readonly same: boolean
  readonly complete: boolean
  readonly headers: Readonly<Record<string, unknown>>
  readonly error: string | undefined
  readonly ms: number
}

/** One GET of the wheel on a connection of its own, with everything that happened to it. */
function download(timeoutMs = 5000): Promise<Outcome> {
  const startedMs = performance.now()
  const chunks: Buffer[] = []
  let seen: IncomingMessage | undefined
  return new Promise((resolve) => {
    const finish = (error?: Error): void => {
      const body = Buffer.concat(chunks)
      resolve({ status: seen?.statusCode, headers: seen?.headers ?? {}, bytes: body.length, same: body.equals(wheel.bytes), complete: error === undefined, error: (error as { code?: string } | undefined)?.code ?? error?.message, ms: performance.now() - startedMs })
    }
    const request = rawRequest(server.fileUrl(wheel), { agent: false }, (response) => {
      seen = response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => finish()).on('error', finish)
    })
    request.setTimeout(timeoutMs, () => request.destroy(new Error('timed out')))
    request.on('error', finish)
    request.end()
  })
}

test.each<[Fault, Partial<Outcome>]>([
  [{ kind: 'status', status: 503, retryAfterSeconds: 2 }, { status: 503, complete: true }],
  [{ kind: 'status', status: 429 }, { status: 429, complete: true }],
  [{ kind: 'cut', afterBytes: 70_000 }, { status: 200, bytes: 70_000, complete: false, error: 'ECONNRESET' }],
  [{ kind: 'reset', afterBytes: 70_000 }, { status: 200, bytes: 70_000, complete: false, error: 'ECONNRESET' }],
  [{ kind: 'drop' }, { status: undefined, complete: false }],
  [{ kind: 'wrong-byte' }, { status: 200, bytes: wheel.bytes.length, same: false, complete: true }],
  [{ kind: 'wrong-byte', at: 0 }, { same: false, complete: true }],
  [{ kind: 'chunked' }, { status: 200, same: true, complete: true }],
  [{ kind: 'close' }, { status: 200, same: true, complete: true }],
  [{ kind: 'redirect-loop' }, { status: 302 }],
  [{ kind: 'redirect', to: 'http://elsewhere.test/' }, { status: 302 }],
  [{ kind: 'login-page' }, { status: 200, same: false }],
  [{ kind: 'gzip' }, { status: 200, same: false }],
  [{ kind: 'body', body: 'other' }, { status: 200, bytes: 5 }],
  [{ kind: 'content-type', type: 'image/png' }, { status: 200, same: true }],
])('%j', async (fault, expected) => {
  server.fault('.whl', fault)
  expect(await download()).toMatchObject(expected)
})

test('headers of faults', async () => {
  server.fault('.whl', { kind: 'status', status: 503, retryAfterSeconds: 2 }, { times: 1 })
  server.fault('.whl', { kind: 'chunked' }, { skip: 1, times: 1 })
  server.fault('.whl', { kind: 'close' }, { skip: 2, times: 1 })
  server.fault('.whl', { kind: 'headers', headers: { 'X-Odd': 'yes' } }, { skip: 3, times: 1 })
  expect((await download()).headers).toMatchObject({ 'retry-after': '2' })
  expect((await download()).headers).toMatchObject({ 'transfer-encoding': 'chunked' })
  expect((await download()).headers).toMatchObject({ connection: 'close' })
  expect((await download()).headers).toMatchObject({ 'x-odd': 'yes' })
})

test('a fault meets the requests it names, and no other', async () => {
  server.fault(/\.whl$/, { kind: 'status', status: 500 }, { skip: 1, times: 2 })
  const statuses = []
  for (let turn = 0; turn < 4; turn += 1) statuses.push((await download()).status)
  expect(statuses).toEqual([200, 500, 500, 200])
  expect((await fetch(server.indexUrl())).status).toBe(200)
})

test('stalls: before the answer, and half way', async () => {
  server.fault('.whl', { kind: 'stall' }, { times: 1 })
  expect(await download(200)).toMatchObject({ status: undefined, error: 'timed out' })
  server.fault('.whl', { kind: 'stall', afterBytes: 1000 }, { times: 1 })
  expect(await download(200)).toMatchObject({ status: 200, bytes: 1000, complete: false })
})

test('slow and late answers take their time', async () => {
  server.fault('.whl', { kind: 'slow', bytesPerSecond: 400_000 }, { times: 1 })
  const slow = await download()
  expect(slow.same).toBe(true)
  expect(slow.ms).toBeGreaterThan(400)
  server.fault('.whl', { kind: 'latency', ms: 150 }, { times: 1 })
  expect((await download()).ms).toBeGreaterThan(145)
})

test('seeded latency is the same for a path on every run, and differs by seed', async () => {
  const { pathname } = new URL(server.fileUrl(wheel))
  const chosen = (seed: number): number => server.calm().latency(seed, 100, 400).latencyMs(pathname)
  const [a, b, c] = [chosen(1), chosen(1), chosen(3)]
  expect(a).toBe(b)
  expect(c).not.toBe(a)
  expect((await download()).ms).toBeGreaterThan(c - 5)
})

test('broken answers are recorded with what was sent', async () => {
  server.fault('.whl', { kind: 'cut', afterBytes: 50 })
  await download()
  const [record] = server.requests
  expect(record).toMatchObject({ method: 'GET', status: 200, sentBytes: 50 })
})
