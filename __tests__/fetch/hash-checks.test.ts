import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { contradiction } from '../../src/fetch/contradiction.ts'
import { openFetcher, type Fetcher } from '../../src/fetch/fetcher.ts'
import { wheelFault } from '../../src/fetch/said-hashes.ts'
import type { FetchedWheel, WheelRequest } from '../../src/fetch/types.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { EventBus } from '../../src/kernel/events.ts'
import type { Hash, HashAlgorithm } from '../../src/kernel/hash.ts'
import type { HttpClient } from '../../src/net/client.ts'
import { normalizeName } from '../../src/standards/names.ts'
import { storeLayout } from '../../src/store/layout.ts'
import { openWheelStore } from '../../src/store/wheels.ts'
import { openInlinePool } from '../../src/workers/inline-pool.ts'
import { openTestClient } from '../support/client.ts'
import { makeFolder, removeFolder } from '../support/folders.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { aWheel } from '../support/wheel.ts'

const wheel = aWheel({ name: 'a' })
let index: IndexServer
let folder: string
let client: HttpClient
let fetcher: Fetcher

beforeAll(async () => {
  index = await startIndex()
  index.add(wheel)
})
afterAll(() => index.close())
beforeEach(() => {
  folder = makeFolder('hash-checks-')
  const events = new EventBus(systemClock)
  client = openTestClient({ folder, events })
  fetcher = openFetcher({ client, store: openWheelStore(storeLayout(folder)), pool: openInlinePool(), events })
})
afterEach(async () => {
  index.calm()
  await client.close()
  removeFolder(folder)
})

function right(algorithm: HashAlgorithm): Hash {
  return { algorithm, hex: createHash(algorithm).update(wheel.bytes).digest('hex') }
}

function wrong(algorithm: HashAlgorithm): Hash {
  return { algorithm, hex: createHash(algorithm).update('another file').digest('hex') }
}

function asked(said: Partial<WheelRequest> = {}): WheelRequest {
  return { name: normalizeName('a'), versionText: '1.0', filename: wheel.filename, url: index.fileUrl(wheel), publishedHashes: [], requiredHashes: [], sizeBytes: undefined, ...said }
}

function fetch(said: Partial<WheelRequest> = {}): Promise<FetchedWheel> {
  return fetcher.fetch(asked(said), { signal: new AbortController().signal })
}

function localUrl(): string {
  const path = join(folder, wheel.filename)
  writeFileSync(path, wheel.bytes)
  return pathToFileURL(path).href
}

type Said = Pick<WheelRequest, 'publishedHashes' | 'requiredHashes'>
const refused: readonly (readonly [string, Said])[] = [
  ['the index published another', { publishedHashes: [wrong('sha256')], requiredHashes: [] }],
  ['the user gave another', { publishedHashes: [right('sha256')], requiredHashes: [wrong('sha512')] }],
  ['the user gave another, and the index none', { publishedHashes: [], requiredHashes: [wrong('sha256')] }],
  ['the index published another, and the user a right one of another kind', { publishedHashes: [wrong('sha256')], requiredHashes: [right('sha512')] }],
  ['the strongest that the index published is another', { publishedHashes: [right('md5'), wrong('sha256')], requiredHashes: [] }],
]

test.each(refused)('a wheel is refused where %s: from an index, and from a folder', async (_, said) => {
  await expect(fetch(said)).rejects.toMatchObject({ code: 'hash-mismatch' })
  await expect(fetch({ ...said, url: localUrl() })).rejects.toMatchObject({ code: 'hash-mismatch' })
})

test.each(refused)('bytes that turn out to be the whole wheel are not taken where %s', async (_, said) => {
  expect(await fetcher.offer(asked(said), wheel.bytes)).toBe(false)
})

test('one of several that the user gave is enough', async () => {
  expect(await fetch({ publishedHashes: [right('sha256')], requiredHashes: [wrong('sha256'), right('sha256')] })).toMatchObject({ sha256: right('sha256').hex })
})

test('a file that was fetched for somebody without hashes is held to those of who has some', async () => {
  await fetch()
  await expect(fetch({ requiredHashes: [wrong('sha256')] })).rejects.toMatchObject({ code: 'hash-mismatch' })
})

test('a wheel of the store is held to hashes of other kinds than its name, too', async () => {
  await fetch({ publishedHashes: [right('sha256')] })
  const said: Said = { publishedHashes: [right('sha256')], requiredHashes: [wrong('sha512')] }
  expect(await fetcher.kept(asked(said))).toBeUndefined()
  expect(await fetcher.kept(asked({ ...said, requiredHashes: [] }))).toMatchObject({ source: 'store' })
  await expect(fetch(said)).rejects.toMatchObject({ code: 'hash-mismatch' })
})

test('the size that a lock says has to be that of the file', async () => {
  await expect(fetch({ publishedHashes: [right('sha256')], requiredSizeBytes: wheel.bytes.length + 1 })).rejects.toMatchObject({ code: 'hash-mismatch' })
  await expect(fetch({ url: localUrl(), requiredSizeBytes: wheel.bytes.length + 1 })).rejects.toMatchObject({ code: 'hash-mismatch' })
})

test('a wrong byte on every way is a wrong hash', async () => {
  index.fault(/\.whl$/, { kind: 'wrong-byte' })
  await expect(fetch({ publishedHashes: [right('sha256')] })).rejects.toMatchObject({ code: 'hash-mismatch' })
})

describe('what is said', () => {
  test('counts in any case of its letters', () => {
    const { algorithm, hex } = right('sha256')
    expect(wheelFault({ publishedHashes: [{ algorithm, hex: hex.toUpperCase() }], requiredHashes: [] }, { sha256: hex })).toBeUndefined()
  })

  test('by index and user of one kind, with nothing in common, needs no file', async () => {
    const said: Said = { publishedHashes: [right('sha256')], requiredHashes: [wrong('sha256')] }
    expect(contradiction(asked(said))).toMatchObject({ code: 'hash-mismatch', message: 'no file of a 1.0 has a hash that was given for it' })
    index.requests = []
    await expect(fetch(said)).rejects.toMatchObject({ code: 'hash-mismatch' })
    expect(index.asked(/\.whl$/)).toEqual([])
  })
})
