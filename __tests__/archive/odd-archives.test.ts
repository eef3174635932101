import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readDirectory } from '../../src/archive/directory.ts'
import { readEntry, streamEntry } from '../../src/archive/entry-data.ts'
import { openInflater } from '../../src/archive/inflater.ts'
import { memoryArchive, openArchiveFile, type ArchiveSource } from '../../src/archive/source.ts'
import { isUserError } from '../../src/kernel/errors.ts'
import { collect } from '../support/collect.ts'
import { archiveBytes, ODD_ARCHIVES, type OddArchive } from '../support/odd-archives.ts'
import { tempFolder } from '../support/temp.ts'
import { METHOD_STORED, zip } from '../support/zip.ts'

const folder = tempFolder()

type Outcome = { readonly files: Readonly<Record<string, string>> } | { readonly code: string; readonly message: string }

/** Reads everything, the small way and the streamed way, by public zlib and by the inflater, which all have to agree. */
async function outcomeOf(source: ArchiveSource): Promise<Outcome> {
  const inflater = openInflater()
  expect(inflater).toBeDefined()
  const [whole, ...others] = [
    await attempt(async () => readAll(source, (entry) => Promise.resolve(Buffer.from(readEntry(source, entry))))),
    await attempt(async () => readAll(source, (entry) => Promise.resolve(Buffer.from(readEntry(source, entry, inflater))))),
    await attempt(async () => readAll(source, async (entry) => collect(streamEntry(source, entry)))),
    await attempt(async () => readAll(source, async (entry) => collect(streamEntry(source, entry, inflater)))),
  ]
  for (const other of others) {
    if ('code' in whole && 'code' in other) expect(other.code).toBe(whole.code)
    else expect(other).toEqual(whole)
  }
  inflater?.close()
  return whole
}

async function readAll(source: ArchiveSource, read: (entry: ReturnType<typeof readDirectory>[number]) => Promise<Buffer>): Promise<Outcome> {
  const files: Record<string, string> = {}
  for (const entry of readDirectory(source)) {
    const content = await read(entry)
    if (!entry.isDirectory) files[entry.path] = content.toString('latin1')
  }
  return { files }
}

async function attempt(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work()
  } catch (error) {
    if (!isUserError(error)) throw error
    return { code: error.code, message: error.message }
  }
}

function expectOutcome(outcome: Outcome, { expected }: OddArchive): void {
  if ('files' in expected) expect(outcome).toEqual(expected)
  else expect(outcome).toEqual({ code: expected.refused, message: expect.stringMatching(expected.because) })
}

test('the corpus has the 47 hostile and odd archives, and more', () => {
  expect(ODD_ARCHIVES.length).toBeGreaterThan(80)
  expect(new Set(ODD_ARCHIVES.map(({ name }) => name)).size).toBe(ODD_ARCHIVES.length)
})

describe.each(ODD_ARCHIVES.map((archive) => [archive.name, archive] as const))('%s', (_, archive) => {
  test('in memory', async () => {
    expectOutcome(await outcomeOf(memoryArchive('odd.whl', archiveBytes(archive))), archive)
  })

  test('on disk', async () => {
    const path = join(folder, 'odd.whl')
    writeFileSync(path, archiveBytes(archive))
    const source = openArchiveFile(path, 'odd.whl')
    try {
      expectOutcome(await outcomeOf(source), archive)
    } finally {
      source.close()
    }
  })
})

test('a refusal says what to do', async () => {
  const error = await Promise.resolve().then(() => readDirectory(memoryArchive('odd.whl', Buffer.from('no archive')))).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: 'archive-invalid', hint: expect.stringContaining('fetch it again') })
})

test.each(['nul', 'pkg/con.py', 'pkg/a:b', 'pkg /x.py'])('the name %j is refused for files that will lie on Windows, and for no others', (name) => {
  const source = memoryArchive('odd.whl', zip([{ name, content: 'x' }]))
  expect(() => readDirectory(source, { windows: true })).toThrow(expect.objectContaining({ code: 'archive-unsafe', message: expect.stringContaining(name) }))
  expect(readDirectory(source, { windows: false }).map(({ path }) => path)).toEqual([name])
  expect(readDirectory(source).map(({ path }) => path)).toEqual([name])
})

test('70 000 entries are no trouble', () => {
  const entries = Array.from({ length: 70_000 }, (_, index) => ({ name: `a/${index >> 8}/${index}.py`, content: String(index), method: METHOD_STORED }))
  const source = memoryArchive('many.whl', zip(entries, { zip64: true }))
  const read = readDirectory(source)
  expect(read.length).toBe(70_000)
  expect(readEntry(source, read[69_999]!).toString()).toBe('69999')
})
