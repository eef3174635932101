import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { extractGrowing } from '../../src/github/growing-archive.ts'
import { followEntry, type Followed } from '../../src/github/follow-entry.ts'
import { transferFolder, type TransferFolder } from '../../src/github/transfer-folder.ts'
import { tempFolder } from '../support/temp.ts'

const root = tempFolder('arriving-')
const fresh = (prefix: string): string => mkdtempSync(join(root, prefix))

/** Enough, and random enough, that each program's buffers are passed. */
const CONTENTS: Readonly<Record<string, string>> = Object.fromEntries(['entry.json', 'wheels-v1/aa/one.whl', 'wheels-v1/bb/two.whl'].map((name, at) => [name, noise(600_000, at + 1)]))

function noise(length: number, seed: number): string {
  let state = seed
  return Array.from({ length }, () => String.fromCharCode(33 + ((state = (state * 48_271) % 2_147_483_647) % 90))).join('')
}

function archiveOf(files: Readonly<Record<string, string>>, program: 'gzip' | 'zstd'): Buffer {
  const place = fresh('archive-')
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(place, 'parallel-pip-cache', name, '..'), { recursive: true })
    writeFileSync(join(place, 'parallel-pip-cache', name), text)
  }
  execFileSync('tar', ['-cf', join(place, 'made'), '-C', place, '--use-compress-program', program, ...Object.keys(files).map((name) => `parallel-pip-cache/${name}`)])
  return readFileSync(join(place, 'made'))
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
}

const onPosix = process.platform === 'win32' ? describe.skip : describe

onPosix('an archive that is still being written', () => {
  test.each(['gzip', 'zstd'] as const)('%s: files are told of when they are whole, before the archive is', async (program) => {
    const bytes = archiveOf(CONTENTS, program)
    const [archive, into] = [join(fresh('growing-'), 'cache'), fresh('into-')]
    writeFileSync(archive, '')
    let isWritten = false
    const told: string[] = []
    const done = extractGrowing(archive, {
      isWritten: () => isWritten,
      into,
      onFile: (name) => {
        told.push(name)
        expect(readFileSync(join(into, name), 'utf8')).toBe(CONTENTS[name.replace('parallel-pip-cache/', '')])
        return true
      },
    })
    appendFileSync(archive, bytes.subarray(0, bytes.length - 200_000))
    await until(() => told.length === 2)
    expect(told).toEqual(['parallel-pip-cache/entry.json', 'parallel-pip-cache/wheels-v1/aa/one.whl'])
    appendFileSync(archive, bytes.subarray(bytes.length - 200_000))
    isWritten = true
    expect(await done).toBe(true)
    expect(told).toHaveLength(3)
  })

  test.each([
    ['ends too early', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1000)],
    ['is no archive', () => Buffer.from('x'.repeat(100_000))],
    ['is empty', () => Buffer.alloc(0)],
  ])('one that %s is refused', async (_, change) => {
    const archive = join(fresh('growing-'), 'cache')
    writeFileSync(archive, change(archiveOf(CONTENTS, 'zstd')))
    await expect(extractGrowing(archive, { isWritten: () => true, into: fresh('into-'), onFile: () => true })).rejects.toThrow(/tar failed|empty/)
  })
})

/** What the toolkit does: writes the archive into a folder of its own, and deletes what is there when it is done. */
async function downloaded(bytes: Buffer, isExtracted = false): Promise<{ folder: TransferFolder; followed: Followed; told: string[]; isLeft: boolean }> {
  const folder = transferFolder(fresh('transfer-'))
  for (const each of [join(folder.temporary, 'random'), folder.work]) mkdirSync(each, { recursive: true })
  const told: string[] = []
  const following = followEntry(folder, { onFile: (inside) => told.push(inside), isExtracted: () => isExtracted })
  const archive = join(folder.temporary, 'random', 'cache.tzst')
  writeFileSync(archive, bytes.subarray(0, -1000))
  await until(() => existsSync(join(folder.root, 'arriving', 'random')))
  appendFileSync(existsSync(archive) ? archive : `${archive}.taken`, bytes.subarray(-1000))
  const followed = await following.finish()
  return { folder, followed, told, isLeft: existsSync(archive) }
}

onPosix('what the toolkit downloads', () => {
  test('an entry is taken from it, and all of it is in place', async () => {
    const bytes = archiveOf(CONTENTS, 'zstd')
    const { folder, followed, told, isLeft } = await downloaded(bytes)
    expect(followed).toEqual({ kind: 'whole', sizeBytes: bytes.length })
    expect(isLeft).toBe(false)
    expect(told).toEqual(Object.keys(CONTENTS))
    for (const [name, text] of Object.entries(CONTENTS)) expect(readFileSync(join(folder.entry, name), 'utf8')).toBe(text)
  })

  test.each([['pointer.json'], ['history.json']])('%s is left to it', async (name) => {
    const { folder, followed, told, isLeft } = await downloaded(archiveOf({ [name]: noise(5000, 7) }, 'zstd'))
    expect({ followed, told, isLeft }).toEqual({ followed: { kind: 'left' }, told: [], isLeft: true })
    expect(existsSync(folder.entry)).toBe(false)
  })

  test('an entry that it extracts already is left to it', async () => {
    const { followed, told, isLeft } = await downloaded(archiveOf(CONTENTS, 'zstd'), true)
    expect({ followed, told, isLeft }).toEqual({ followed: { kind: 'left' }, told: [], isLeft: true })
  })

  test('what ends too early is broken, and what came of it is in place', async () => {
    const bytes = archiveOf(CONTENTS, 'zstd')
    const { folder, followed } = await downloaded(bytes.subarray(0, -20_000))
    expect(followed).toMatchObject({ kind: 'broken', why: expect.stringContaining('tar failed') })
    expect(readFileSync(join(folder.entry, 'entry.json'), 'utf8')).toBe(CONTENTS['entry.json'])
  })
})
