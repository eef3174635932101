import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { commitPlan } from '../../src/install/commit.ts'
import { realDisk } from '../../src/install/disk.ts'
import { mergeInto } from '../../src/install/move.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder('move-')

test('what a copy that was stopped has left is not moved along, at any depth', () => {
  const inside = mkdtempSync(join(folder, 'merge-'))
  const [from, to] = [join(inside, 'from'), join(inside, 'to')]
  mkdirSync(join(from, 'deep'), { recursive: true })
  for (const file of ['a.py', 'b.py.parallel-pip-part', 'deep/c.py', 'deep/c.py.parallel-pip-part']) writeFileSync(join(from, file), '')
  mergeInto(realDisk, from, to)
  expect(readdirSync(inside)).toEqual(['to'])
  expect(readdirSync(to, { recursive: true }).sort()).toEqual(['a.py', 'deep', join('deep', 'c.py')])
})

test('a copy that fails leaves what was there, and no beginning', () => {
  const inside = mkdtempSync(join(folder, 'copy-'))
  const [from, to] = [join(inside, 'folder'), join(inside, 'a.py')]
  mkdirSync(from)
  writeFileSync(to, 'old')
  expect(() => realDisk.copy(from, to)).toThrow()
  expect(readdirSync(inside).sort()).toEqual(['a.py', 'folder'])
  expect(readFileSync(to, 'utf8')).toBe('old')
})

test('a commit that was stopped before its first step does nothing', () => {
  const inside = mkdtempSync(join(folder, 'stopped-'))
  const plan = { steps: [{ kind: 'make-folder', path: join(inside, 'pkg') }], conflicts: [], skipped: [], added: [] } as const
  const facts = { plan, workDir: join(inside, '.parallel-pip'), journal: 'none' as const }
  expect(() => commitPlan({ ...facts, signal: AbortSignal.abort(new Error('stopped')) })).toThrow('stopped')
  expect(readdirSync(inside)).toEqual([])
  commitPlan({ ...facts, signal: new AbortController().signal })
  expect(readdirSync(inside).sort()).toEqual(['.parallel-pip', 'pkg'])
})
