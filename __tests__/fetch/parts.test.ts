import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import { openFetcher, type Fetcher } from '../../src/fetch/fetcher.ts'
import type { FetchedWheel, WheelRequest } from '../../src/fetch/types.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { EventBus, type RunEvent } from '../../src/kernel/events.ts'
import type { HttpClient } from '../../src/net/client.ts'
import { normalizeName } from '../../src/standards/names.ts'
import { storeLayout } from '../../src/store/layout.ts'
import { openWheelStore } from '../../src/store/wheels.ts'
import { openInlinePool } from '../../src/workers/inline-pool.ts'
import { noise } from '../support/app-of-17.ts'
import { openTestClient } from '../support/client.ts'
import { makeFolder, removeFolder } from '../support/folders.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { aWheel } from '../support/wheel.ts'

jest.setTimeout(60_000)

const MIB = 1 << 20
/** 13 MiB: three parts. */
const wheel = aWheel({ name: 'big', files: { 'big.bin': { content: noise(7, 13 * MIB), method: 0 } } })
let index: IndexServer
let folder: string
let client: HttpClient
let events: RunEvent[]

beforeAll(async () => {
  index = await startIndex()
  index.add(wheel)
})
beforeEach(() => {
  folder = makeFolder('parts-')
  events = []
})
afterEach(async () => {
  index.calm()
  index.configure({ ranges: 'all' })
  await client.close()
  removeFolder(folder)
})
afterAll(() => index.close())

function open(options: { readonly partsPerFile: number; readonly resumeRetries?: number; readonly briskRate?: number }): Fetcher {
  const bus = new EventBus(systemClock)
  bus.listen((event) => events.push(event))
  client = openTestClient({ folder, events: bus, ...(options.resumeRetries === undefined ? {} : { resumeRetries: options.resumeRetries }) })
  return openFetcher({ client, store: openWheelStore(storeLayout(folder)), pool: openInlinePool(), events: bus, partsPerFile: options.partsPerFile, ...(options.briskRate === undefined ? {} : { briskRate: options.briskRate }) })
}

function fetchBig(fetcher: Fetcher, wanted: Partial<WheelRequest> = {}): Promise<FetchedWheel> {
  index.requests = []
  const signal = new AbortController().signal
  const published = { algorithm: 'sha256', hex: wheel.sha256 } as const
  return fetcher.fetch({ name: normalizeName('big'), versionText: '1.0', filename: wheel.filename, url: index.fileUrl(wheel), publishedHashes: [published], requiredHashes: [], sizeBytes: wheel.bytes.length, ...wanted }, { signal })
}

function expectRight({ path, sha256, sizeBytes }: FetchedWheel): void {
  expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(wheel.sha256)
  expect({ sha256, sizeBytes }).toEqual({ sha256: wheel.sha256, sizeBytes: wheel.bytes.length })
}

const asked = () => index.asked(/\.whl$/).map(({ range, status }) => [range, status])
const third = Math.ceil(wheel.bytes.length / 3)

test('a big wheel comes in parts, the later ones with the validator of the first', async () => {
  expectRight(await fetchBig(open({ partsPerFile: 8 })))
  const ranges = [`bytes=0-${third - 1}`, `bytes=${third}-${2 * third - 1}`, `bytes=${2 * third}-${wheel.bytes.length - 1}`]
  expect(asked().sort()).toEqual(ranges.map((range) => [range, 206]).sort())
  expect(index.asked(/\.whl$/).map(({ headers }) => headers['if-range']).sort()).toEqual([`"${wheel.sha256.slice(0, 32)}"`, `"${wheel.sha256.slice(0, 32)}"`, undefined])
  expect(events).toContainEqual({ kind: 'counted', what: 'bytes-downloaded', amount: wheel.bytes.length, subject: 'big' })
})

test('over a brisk connection one part comes after the other, and is hashed on the way', async () => {
  expectRight(await fetchBig(open({ partsPerFile: 8, briskRate: 0 })))
  expect(asked()).toEqual([0, 1, 2].map((part) => [`bytes=${part * third}-${Math.min((part + 1) * third, wheel.bytes.length) - 1}`, 206]))
  expect(events).not.toContainEqual(expect.objectContaining({ kind: 'task-started', task: 'hash' }))
})

test('as soon as a connection is slow the other parts are asked for beside it, and the whole is hashed when it is there', async () => {
  const isFirst = ({ range }: { readonly range: string | undefined }): boolean => range?.startsWith('bytes=0-') === true
  index.fault(isFirst, { kind: 'slow', bytesPerSecond: 16 * MIB })
  expectRight(await fetchBig(open({ partsPerFile: 8, briskRate: 1e12 })))
  expect(asked()).toHaveLength(3)
  expect(events).toContainEqual(expect.objectContaining({ kind: 'task-started', task: 'hash' }))
})

test.each([0, 1e12])('what does not fit its hash is fetched again over one connection, in order or not (%d bytes a second are brisk)', async (briskRate) => {
  index.fault(({ range }) => range?.startsWith(`bytes=${third}-`) === true, { kind: 'wrong-byte', at: 99 })
  expectRight(await fetchBig(open({ partsPerFile: 8, briskRate })))
  expect(asked().at(-1)).toEqual([undefined, 200])
})

test.each([
  ['with one connection', { partsPerFile: 1 }, {}],
  ['when nobody said a hash, so that nothing could judge the whole', { partsPerFile: 8 }, { publishedHashes: [] }],
  ['when nobody said its size', { partsPerFile: 8 }, { sizeBytes: undefined }],
])('a big wheel comes in one piece %s', async (_, options, wanted) => {
  expectRight(await fetchBig(open(options), wanted))
  expect(asked()).toEqual([[undefined, 200]])
})

test('a server without ranges is asked for the whole', async () => {
  index.configure({ ranges: 'off' })
  expectRight(await fetchBig(open({ partsPerFile: 8 })))
  expect(asked()).toEqual([[`bytes=0-${third - 1}`, 200], [undefined, 200]])
})

test('an index that says another size than the server has it fetched in one piece', async () => {
  expectRight(await fetchBig(open({ partsPerFile: 8 }), { sizeBytes: wheel.bytes.length + 5 }))
  expect(asked().at(-1)).toEqual([undefined, 200])
})

test('a part that breaks is gone on with by itself', async () => {
  index.fault(({ range }) => range?.startsWith(`bytes=${third}-`) === true, { kind: 'reset', afterBytes: MIB }, { times: 1 })
  expectRight(await fetchBig(open({ partsPerFile: 8 })))
  expect(asked()).toHaveLength(4)
  const sent = index.asked(/\.whl$/).reduce((sum, { sentBytes }) => sum + sentBytes, 0)
  expect(sent).toBeLessThan(wheel.bytes.length + third)
})

test('what came without a gap is kept for the next run when a part fails', async () => {
  const isSecond = ({ range }: { readonly range: string | undefined }): boolean => range?.startsWith('bytes=0-') === false
  // Less than the megabyte that counts as having got far, which would start the count of retries anew.
  index.fault(isSecond, { kind: 'latency', ms: 1000 }).fault(isSecond, { kind: 'cut', afterBytes: MIB / 4 })
  await expect(fetchBig(open({ partsPerFile: 2, resumeRetries: 0 }))).rejects.toMatchObject({ code: 'index-unreachable' })
  await client.close()
  index.calm()
  expectRight(await fetchBig(open({ partsPerFile: 2 })))
  expect(asked()).toEqual([[expect.stringMatching(/^bytes=[1-9]\d*-$/), 206]])
  expect(events).toContainEqual(expect.objectContaining({ kind: 'counted', what: 'bytes-resumed' }))
})
