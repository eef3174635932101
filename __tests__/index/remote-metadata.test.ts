import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { readRemoteMetadata, type RemoteMetadata } from '../../src/index/remote-metadata.ts'
import type { HttpClient } from '../../src/net/client.ts'
import { noise } from '../support/app-of-17.ts'
import { openTestClient } from '../support/client.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel, type BuiltFile } from '../support/wheel.ts'
import type { ZipEntry } from '../support/zip.ts'

const KIB = 1 << 10
const folder = tempFolder('remote-metadata-')
const payload = { content: noise(3, 300 * KIB), method: 0 as const }
const manyFiles = Object.fromEntries(Array.from({ length: 3000 }, (_, number) => [`many/a_module_with_a_rather_long_name_${number}.py`, '']))

const isMetadata = ({ name }: ZipEntry): boolean => String(name).endsWith('METADATA')

const small = aWheel({ name: 'small' })
const plain = aWheel({ name: 'plain', files: { 'plain.bin': payload } })
/** Its directory alone is longer than the first request. */
const many = aWheel({ name: 'many', files: { ...manyFiles, 'many.bin': payload } })
/** As no build tool writes it: METADATA far from the directory. */
const early = aWheel({ name: 'early', files: { 'early.bin': payload }, entries: (entries) => [...entries].sort((a, b) => Number(isMetadata(b)) - Number(isMetadata(a))) })

let index: IndexServer
let client: HttpClient
beforeAll(async () => {
  index = await startIndex()
  for (const wheel of [small, plain, many, early]) index.add(wheel)
})
beforeEach(() => {
  client = openTestClient({ folder })
  index.requests = []
})
afterEach(async () => {
  index.configure({ ranges: 'all' })
  await client.close()
})
afterAll(() => index.close())

function read(wheel: BuiltFile): Promise<RemoteMetadata> {
  const signal = new AbortController().signal
  return readRemoteMetadata(client, { url: index.fileUrl(wheel), label: wheel.filename, sizeBytes: wheel.bytes.length }, { signal, urgent: () => true })
}

test.each([
  ['directory and METADATA at the end: one request', plain, 1],
  ['a directory of 3 000 files: all of it with the second, METADATA before it with the third', many, 3],
  ['METADATA at the beginning: its header, then its text', early, 3],
])('%s', async (_, wheel, requests) => {
  expect(await read(wheel)).toEqual({ kind: 'metadata', text: wheel.metadata })
  expect(index.requests.length).toBeLessThanOrEqual(requests)
  expect(index.requests.reduce((sum, { sentBytes }) => sum + sentBytes, 0)).toBeLessThan(wheel.bytes.length)
})

test('a wheel that the first request brings whole is given back whole', async () => {
  expect(await read(small)).toEqual({ kind: 'whole-wheel', bytes: small.bytes })
})

test('a server that does not count from the end is asked by place', async () => {
  index.configure({ ranges: 'no-suffix' })
  expect(await read(plain)).toEqual({ kind: 'metadata', text: plain.metadata })
})

test('a server without ranges says so', async () => {
  index.configure({ ranges: 'off' })
  expect(await read(plain)).toEqual({ kind: 'no-ranges' })
})
