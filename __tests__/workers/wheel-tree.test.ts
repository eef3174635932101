import { appendFileSync, chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { linkWheel } from '../../src/workers/tasks/link-wheel.ts'
import type { StageWheelRequest } from '../../src/workers/tasks/stage-wheel.ts'
import type { StagedWheel } from '../../src/workers/tasks/staged-wheel.ts'
import { openTree, readTreeList, treeFile, unchangedFacts } from '../../src/workers/tasks/wheel-tree.ts'
import { aWheel } from '../support/wheel.ts'
import { stageBuilt, UNHURRIED, venvFolders, type StagedTest } from '../support/staging.ts'
import { tempFolder } from '../support/temp.ts'
import { readTree } from '../support/tree.ts'

const folder = tempFolder()
const WHEEL = aWheel({ name: 'a', files: { 'a/__init__.py': 'x = 1\n', 'a/big.txt': 'big '.repeat(700_000) }, data: { 'scripts/run': '#!python\n' }, entryPoints: { console_scripts: { a: 'a:main' } } })

function stageInto(tree: string): Promise<StagedTest> {
  return stageBuilt(folder, WHEEL, { tree: { path: tree, draft: `${tree}.draft` } })
}

function inode({ stageDir }: StagedTest, file: string): number {
  return statSync(join(stageDir, 'purelib', file)).ino
}

function bytesOf({ stageDir }: StagedTest, file: string): string {
  return readFileSync(join(stageDir, 'purelib', file), 'utf8')
}

test('a wheel staged from its kept tree is the same to the byte, and shares the files that it does not rewrite', async () => {
  const tree = join(folder, 'same')
  const plain = await stageBuilt(folder, WHEEL)
  const making = await stageInto(tree)
  const linked = await stageInto(tree)
  expect(readTree(linked.stageDir)).toEqual(readTree(plain.stageDir))
  expect({ ...linked.staged }).toEqual({ ...plain.staged, manifest: expect.any(String), tops: expect.any(Array) })
  expect(linked.staged.manifest.split('\n').sort()).toEqual(plain.staged.manifest.split('\n').sort())
  for (const file of ['a/__init__.py', 'a/big.txt']) expect(inode(linked, file)).toBe(inode(making, file))
  for (const file of ['a-1.0.dist-info/RECORD', 'a-1.0.dist-info/INSTALLER']) expect(inode(linked, file)).not.toBe(inode(making, file))
  expect(readFileSync(join(linked.stageDir, 'scripts', 'run'), 'utf8')).toBe('#!/env/bin/python\n')
})

test('a kept file that was edited through an installed one is unpacked again, and the tree is made anew', async () => {
  const tree = join(folder, 'edited')
  const making = await stageInto(tree)
  writeFileSync(join(making.stageDir, 'purelib', 'a', '__init__.py'), 'x = 2\n')
  const next = await stageInto(tree)
  expect(bytesOf(next, 'a/__init__.py')).toBe('x = 1\n')
  expect(existsSync(tree)).toBe(false)
  const third = await stageInto(tree)
  const fourth = await stageInto(tree)
  expect(bytesOf(fourth, 'a/__init__.py')).toBe('x = 1\n')
  expect(inode(fourth, 'a/__init__.py')).toBe(inode(third, 'a/__init__.py'))
})

test('a kept file of another mode is not linked', async () => {
  const tree = join(folder, 'mode')
  const making = await stageInto(tree)
  chmodSync(join(making.stageDir, 'purelib', 'a', '__init__.py'), 0o600)
  const next = await stageInto(tree)
  expect(inode(next, 'a/__init__.py')).not.toBe(inode(making, 'a/__init__.py'))
  expect(statSync(join(next.stageDir, 'purelib', 'a', '__init__.py')).mode & 0o777).toBe(0o666 & ~process.umask())
})

test('where no tree can be made the wheel is staged all the same', async () => {
  writeFileSync(join(folder, 'file'), '')
  const result = await stageBuilt(folder, WHEEL, { tree: { path: join(folder, 'file', 'tree'), draft: join(folder, 'file', 'draft') } })
  expect(bytesOf(result, 'a/__init__.py')).toBe('x = 1\n')
})

/** Stages WHEEL, or another, into a fresh stage of a tree that `stageInto` made, with no archive to look at. */
async function linkFrom(tree: string, changes: Partial<StageWheelRequest> = {}): Promise<{ readonly staged: StagedWheel | undefined; readonly stageDir: string }> {
  const stageDir = join(mkdtempSync(join(folder, 'linked-')), 'stage')
  const folders = venvFolders('/env', 'a')
  const request: StageWheelRequest = {
    archivePath: join(folder, 'no-such.whl'), label: 'a-1.0-py3-none-any.whl', name: 'a', version: '1.0', stageDir, folders, realFolders: folders, tree: { path: tree, draft: `${tree}.draft` },
    python: { path: '/env/bin/python', major: 3, minor: 11 }, installer: 'test', requested: true, directUrl: undefined, strictRecord: false, umask: process.umask(), ...changes,
  }
  return { staged: await linkWheel(request, UNHURRIED), stageDir }
}

const WHOLE = aWheel({ name: 'a', files: { 'a/__init__.py': 'x = 1\n', 'a/deep/er/big.txt': 'big '.repeat(700_000) }, data: { 'scripts/run': '#!/bin/sh\n', 'data/share/a.txt': 'a' }, entryPoints: { console_scripts: { b: 'a:main' } } })

test('a wheel is staged of its tree alone, the same to the byte as unpacked', async () => {
  const tree = join(folder, 'whole')
  const changes = { directUrl: '{}', requested: false, python: { path: '/other env/bin/python', major: 3, minor: 8 } }
  await stageBuilt(folder, WHOLE, { tree: { path: tree, draft: `${tree}.draft` } })
  const plain = await stageBuilt(folder, WHOLE, changes)
  const linked = await linkFrom(tree, changes)
  expect(readTree(linked.stageDir)).toEqual(readTree(plain.stageDir))
  expect(linked.staged).toEqual(plain.staged)
})

test('a tree of which a file was changed, is missing, or has another mode, is not staged from, and leaves nothing behind', async () => {
  const spoil: readonly ((file: string) => void)[] = [(file) => writeFileSync(file, 'x = 2\n'), (file) => rmSync(file), (file) => chmodSync(file, 0o600)]
  for (const [at, change] of spoil.entries()) {
    const tree = join(folder, `spoilt-${at}`)
    await stageBuilt(folder, WHOLE, { tree: { path: tree, draft: `${tree}.draft` } })
    change(join(tree, 'files', 'a', '__init__.py'))
    const { staged, stageDir } = await linkFrom(tree)
    expect(staged).toBeUndefined()
    expect(existsSync(stageDir)).toBe(false)
  }
})

test('what depends on the target, or has to be told of, is left to unpacking', async () => {
  const rewritten = join(folder, 'rewritten')
  await stageInto(rewritten)
  const shipped = join(folder, 'shipped')
  await stageBuilt(folder, aWheel({ name: 'a', files: { 'a.py': '', 'a-1.0.dist-info/INSTALLER': 'someone' } }), { tree: { path: shipped, draft: `${shipped}.draft` } })
  const whole = join(folder, 'other-version')
  await stageBuilt(folder, WHOLE, { tree: { path: whole, draft: `${whole}.draft` } })
  const broken = join(folder, 'broken')
  await stageBuilt(folder, WHOLE, { tree: { path: broken, draft: `${broken}.draft` } })
  writeFileSync(join(broken, 'list'), '{"name":')
  const tried = [linkFrom(rewritten), linkFrom(shipped), linkFrom(whole, { version: '2.0' }), linkFrom(whole, { name: 'b' }), linkFrom(broken), linkFrom(join(folder, 'none'))]
  expect((await Promise.all(tried)).map(({ staged }) => staged)).toEqual(tried.map(() => undefined))
})

test.each<[string, (file: string) => void]>([
  ['is longer', (file) => appendFileSync(file, '#')],
  ['was written later', (file) => utimesSync(file, 2000, 2000)],
  ['may be run', (file) => chmodSync(file, 0o755)],
  ['is another file with the same content', (file) => {
    const content = readFileSync(file)
    rmSync(file)
    writeFileSync(file, content, { mode: 0o644 })
  }],
])('a kept file that %s is not what was hashed, whatever else of it is the same', (what, change) => {
  const inside = mkdtempSync(join(folder, 'stamp-'))
  const [path, unpacked] = [join(inside, 'tree'), join(inside, 'a.py')]
  writeFileSync(unpacked, 'x = 1', { mode: 0o644 })
  utimesSync(unpacked, 1000, 1000)
  const tree = openTree({ path, draft: `${path}.draft` })
  tree.add('a.py', { path: unpacked, sha256: 'the hash', executable: false })
  tree.settle(undefined)
  const kept = readTreeList(path)?.files.get('a.py')
  if (kept === undefined) throw new Error('nothing was noted')
  const file = treeFile(path, 'a.py')
  expect(unchangedFacts(file, kept)).toBeDefined()
  change(file)
  if (!what.includes('later')) utimesSync(file, 1000, 1000)
  expect(unchangedFacts(file, kept)).toBeUndefined()
})

test('a tree that was made under another umask, or that this target must not have, is not linked', async () => {
  const masked = join(folder, 'masked')
  await stageBuilt(folder, WHOLE, { tree: { path: masked, draft: `${masked}.draft` } })
  expect((await linkFrom(masked, { umask: process.umask() ^ 0o077 })).staged).toBeUndefined()
  const dangerous = join(folder, 'dangerous')
  const harmless = { ...venvFolders('/env', 'a'), scripts: '/elsewhere/bin' }
  await stageBuilt(folder, aWheel({ name: 'a', files: { 'a.py': '' }, data: { 'data/bin/python3': '' } }), { folders: harmless, realFolders: harmless, tree: { path: dangerous, draft: `${dangerous}.draft` } })
  expect((await linkFrom(dangerous, { folders: harmless, realFolders: harmless })).staged).toBeDefined()
  expect((await linkFrom(dangerous)).staged).toBeUndefined()
})

test('a wheel of which something has to be said is unpacked each time, so that it is said each time', async () => {
  const tree = join(folder, 'said')
  const faulty = aWheel({ name: 'a', files: { 'a.py': '' }, record: (lines) => [...lines, { path: 'gone.py', hash: '', size: '' }] })
  expect((await stageBuilt(folder, faulty, { tree: { path: tree, draft: `${tree}.draft` } })).staged.warnings).toHaveLength(1)
  expect((await linkFrom(tree)).staged).toBeUndefined()
})
