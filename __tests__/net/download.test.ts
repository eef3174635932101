import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Hash } from '../../src/kernel/hash.ts'
import type { HttpClient } from '../../src/net/client.ts'
import { download, type Downloaded, type DownloadSink } from '../../src/net/download.ts'
import { noise } from '../support/app-of-17.ts'
import { openTestClient } from '../support/client.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel } from '../support/wheel.ts'

const folder = tempFolder('download-')
const wheel = aWheel({ name: 'a', files: { 'a.bin': { content: noise(5, 200 << 10), method: 0 } } })
const right: Hash = { algorithm: 'sha256', hex: createHash('sha256').update(wheel.bytes).digest('hex') }
let index: IndexServer
let client: HttpClient

beforeAll(async () => {
  index = await startIndex()
  index.add(wheel)
})
afterAll(() => index.close())
beforeEach(() => { client = openTestClient({ folder, retries: 1 }) })
afterEach(async () => {
  index.calm()
  await client.close()
})

/** A sink in memory, with what an earlier run left. */
class Memory implements DownloadSink {
  readonly earlier: DownloadSink['earlier']
  #pieces: Buffer[]

  constructor(left?: Buffer, validator?: string) {
    this.#pieces = left === undefined ? [] : [left]
    this.earlier = left === undefined ? undefined : { sizeBytes: left.length, validator, read: async function* () { yield left } }
  }
  write(chunk: Buffer): void {
    this.#pieces.push(Buffer.from(chunk))
  }
  restart(): void {
    this.#pieces = []
  }
  bytes(): Buffer {
    return Buffer.concat(this.#pieces)
  }
}

function receive(sink: Memory, expected: readonly Hash[] = []): Promise<Downloaded> {
  index.requests = []
  return download(client, { url: index.fileUrl(wheel), sink, expected: [expected], signal: new AbortController().signal })
}

const ranges = (): (string | undefined)[] => index.asked(/\.whl$/).map(({ range }) => range)

test('what an earlier run left is gone on with where a hash will judge the whole', async () => {
  const sink = new Memory(wheel.bytes.subarray(0, 1000))
  expect(await receive(sink, [right])).toMatchObject({ sha256: right.hex, earlierBytes: 1000, sizeBytes: wheel.bytes.length })
  expect(sink.bytes().equals(wheel.bytes)).toBe(true)
  expect(ranges()).toEqual(['bytes=1000-'])
})

test('where none will, it counts for nothing', async () => {
  const sink = new Memory(Buffer.alloc(1000, 'x'), 'another etag')
  expect(await receive(sink)).toMatchObject({ sha256: right.hex, earlierBytes: 0 })
  expect(sink.bytes().equals(wheel.bytes)).toBe(true)
  expect(ranges()).toEqual([undefined])
})

test('where it was of another file, the whole is fetched again', async () => {
  const sink = new Memory(Buffer.alloc(1000, 'x'))
  expect(await receive(sink, [right])).toMatchObject({ sha256: right.hex, earlierBytes: 0 })
  expect(sink.bytes().equals(wheel.bytes)).toBe(true)
})

test('another part than the one that was asked for is not taken for it', async () => {
  const whole = { 'Content-Range': `bytes 0-${wheel.bytes.length - 1}/${wheel.bytes.length}` }
  const isRest = ({ range }: { readonly range: string | undefined }): boolean => range !== undefined
  index.fault(/\.whl$/, { kind: 'cut', afterBytes: 70_000 }, { times: 1 })
  index.fault(isRest, { kind: 'body', body: wheel.bytes }, { times: 1 }).fault(isRest, { kind: 'headers', headers: whole }, { times: 1 })
  const sink = new Memory()
  expect(await receive(sink)).toMatchObject({ sha256: right.hex, sizeBytes: wheel.bytes.length })
  expect(sink.bytes().equals(wheel.bytes)).toBe(true)
  expect(ranges()).toEqual([undefined, expect.stringMatching(/^bytes=\d+-$/), undefined])
})

test('a whole that never fits is refused after a second time, with nothing left in the sink', async () => {
  const sink = new Memory()
  await expect(receive(sink, [{ algorithm: 'sha256', hex: '0'.repeat(64) }])).rejects.toMatchObject({ code: 'hash-mismatch' })
  expect(sink.bytes().length).toBe(0)
  expect(ranges()).toHaveLength(2)
})
