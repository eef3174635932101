import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readDirectory } from '../../src/archive/directory.ts'
import { readEntry, streamEntry } from '../../src/archive/entry-data.ts'
import { findEntry } from '../../src/archive/find-entry.ts'
import { memoryArchive } from '../../src/archive/source.ts'
import { isUserError } from '../../src/kernel/errors.ts'
import { collect } from '../support/collect.ts'
import { sha256Hex } from '../support/wheel.ts'
import { findPython, runPython } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { METHOD_DEFLATED, METHOD_STORED, zip, type ZipEntry, type ZipOptions } from '../support/zip.ts'

const folder = tempFolder()

/** File → sha256 of its content, as this reader sees an archive; undefined when it refuses. Anything but a refusal is a bug. */
function seen(bytes: Buffer): Record<string, string> | undefined {
  const source = memoryArchive('fuzzed.whl', bytes)
  try {
    const files = readDirectory(source).map((entry) => [entry.path, entry.isDirectory, sha256Hex(readEntry(source, entry))] as const)
    return Object.fromEntries(files.filter(([, isDirectory]) => !isDirectory).map(([path, , sha256]) => [path, sha256]))
  } catch (error) {
    if (!isUserError(error) || !/^archive-(invalid|unsafe)$/.test(error.code)) throw error
    return undefined
  }
}

const PYTHON_READER = `
import hashlib, json, os, sys, zipfile
def seen(path):
    try:
        with zipfile.ZipFile(path) as archive:
            return {info.filename: hashlib.sha256(archive.read(info)).hexdigest() for info in archive.infolist() if not info.is_dir()}
    except Exception:
        return None
folder = sys.argv[1]
print(json.dumps([seen(os.path.join(folder, "%d.zip" % number)) for number in range(len(os.listdir(folder)))]))
`

/** What CPython's zipfile sees in each archive, with one interpreter for all. */
async function zipfileSees(archives: readonly Buffer[], name: string): Promise<(Record<string, string> | null)[]> {
  const inside = join(folder, name)
  mkdirSync(inside)
  archives.forEach((bytes, number) => writeFileSync(join(inside, `${number}.zip`), bytes))
  return JSON.parse(await runPython(findPython().executable, `import sys; sys.argv[1:] = [${JSON.stringify(inside)}]\n${PYTHON_READER}`)) as (Record<string, string> | null)[]
}

const segment = fc.string({ unit: fc.constantFrom(...'abcXYZ019_-+ .,éß日'), minLength: 1, maxLength: 12 }).filter((text) => !/^\.{1,2}$/.test(text))
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('/'))
const content = fc.oneof(fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)), fc.nat(5000).map((size) => Buffer.alloc(size, 'ab')))
const entry = fc.record({
  name: path,
  content,
  method: fc.constantFrom(METHOD_STORED, METHOD_DEFLATED),
  zip64: fc.boolean(),
  descriptor: fc.constantFrom(false, true, { signature: false }),
  mode: fc.constantFrom(0o100644, 0o100755, 0o664),
})
/** No name twice and no file in the place of a folder. */
const entries = fc.uniqueArray(entry, { maxLength: 8, selector: ({ name }) => name.split('/', 1)[0] }) as fc.Arbitrary<ZipEntry[]>
const options: fc.Arbitrary<ZipOptions> = fc.record({ zip64: fc.boolean(), comment: fc.constantFrom('', 'a comment') })
const legal = fc.tuple(entries, options).map(([list, how]) => zip(list, how))

test('legal archives read as CPython reads them', async () => {
  const archives = fc.sample(legal, { numRuns: 300, seed: 6 })
  const theirs = await zipfileSees(archives, 'legal')
  expect(archives.map((bytes) => seen(bytes) ?? null)).toEqual(theirs)
})

test('streaming gives what reading at once gives', async () => {
  await fc.assert(
    fc.asyncProperty(legal, async (bytes) => {
      const source = memoryArchive('a.whl', bytes)
      for (const entry of readDirectory(source)) {
        expect((await collect(streamEntry(source, entry))).equals(readEntry(source, entry))).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
})

const damage = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('set' as const), at: fc.nat(), value: fc.integer({ min: 0, max: 255 }) }),
    fc.record({ kind: fc.constant('flip' as const), at: fc.nat(), value: fc.integer({ min: 0, max: 7 }) }),
    fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), value: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ kind: fc.constant('insert' as const), at: fc.nat(), value: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ kind: fc.constant('repeat' as const), at: fc.nat(), value: fc.integer({ min: 1, max: 200 }) }),
  ),
  { minLength: 1, maxLength: 3 },
)

function damaged(bytes: Buffer, changes: readonly { readonly kind: string; readonly at: number; readonly value: number }[]): Buffer {
  return changes.reduce<Buffer>((before, { kind, at, value }) => {
    if (before.length === 0) return before
    const place = at % before.length
    const after = Buffer.from(before)
    if (kind === 'set') after[place] = value
    else if (kind === 'flip') after[place] = (after[place] ?? 0) ^ (1 << value)
    else if (kind === 'cut') return Buffer.concat([before.subarray(0, place), before.subarray(place + value)])
    else if (kind === 'insert') return Buffer.concat([before.subarray(0, place), Buffer.alloc(value, 0x50), before.subarray(place)])
    else return Buffer.concat([before.subarray(0, place), before.subarray(place, place + value), before.subarray(place)])
    return after
  }, bytes)
}

test('a damaged archive is refused, or reads as CPython reads it', async () => {
  const archives = fc.sample(fc.tuple(legal, damage).map(([bytes, changes]) => damaged(bytes, changes)), { numRuns: 3000, seed: Number(process.env['FUZZ_SEED'] ?? 47) })
  const accepted = archives.flatMap((bytes) => {
    const files = seen(bytes)
    return files === undefined ? [] : [{ bytes, files }]
  })
  const theirs = await zipfileSees(accepted.map(({ bytes }) => bytes), 'damaged')
  // CPython may refuse what is of no account here (a version of zip it does not know).
  for (const [index, { files }] of accepted.entries()) expect(theirs[index] ?? files).toEqual(files)
  expect(accepted.length).toBeGreaterThan(20)
})

test('looking for one file finds what reading the whole directory finds, in every archive that is not refused', () => {
  const either = fc.oneof(legal, fc.tuple(legal, damage).map(([bytes, changes]) => damaged(bytes, changes)))
  let found = 0
  fc.assert(
    fc.property(either, (bytes) => {
      const source = memoryArchive('a.whl', bytes)
      if (seen(bytes) === undefined) return
      for (const entry of readDirectory(source).filter(({ isDirectory }) => !isDirectory)) {
        // Names are shown as they stand; what they mean in letters is for the whole reading.
        const isWanted = (name: string): boolean => name === entry.path || name === entry.rawName.toString('latin1')
        expect(findEntry(source, isWanted)).toEqual(entry)
        found += 1
      }
      expect(findEntry(source, (name) => name === 'nowhere')).toBeUndefined()
    }),
    { numRuns: 500 },
  )
  expect(found).toBeGreaterThan(200)
})
