import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { aWheel } from '../support/wheel.ts'
import { stageBuilt, type StagedTest } from '../support/staging.ts'
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
