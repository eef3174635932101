import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { realDisk } from '../../src/install/disk.ts'
import type { JournalStep } from '../../src/install/journal.ts'
import { undoSteps, type UndoFacts } from '../../src/install/undo.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder('undo-')

/** Places of a commit: a site-packages, its stage, and where retired things lie. */
function places(): { readonly site: string; readonly stage: string; readonly retired: string } {
  const root = mkdtempSync(join(folder, 'commit-'))
  const [site, stage, retired] = ['site', 'stage', 'retired'].map((name) => join(root, name)) as [string, string, string]
  for (const place of [site, stage, retired]) mkdirSync(place)
  return { site, stage, retired }
}

function undo(steps: readonly JournalStep[], facts: Partial<UndoFacts> = {}): { readonly foreign: readonly string[]; readonly notes: readonly (readonly [number, string])[] } {
  const notes: (readonly [number, string])[] = []
  const foreign = undoSteps(realDisk, { steps, split: new Set(), unsplit: new Set(), trustInodes: false, note: (step, event) => void notes.push([step, event]), ...facts })
  return { foreign, notes }
}

test('a step that was done in pieces is undone once: what came back to its place before it is not taken for it by the next undoing', () => {
  const { site, stage, retired } = places()
  const [there, staged] = [join(site, 'a.py'), join(stage, 'a.py')]
  const steps: JournalStep[] = [{ kind: 'retire', path: there, retired: join(retired, '0') }, { kind: 'bring-in', from: staged, to: there, inode: 1 }]
  writeFileSync(join(retired, '0'), 'old')
  writeFileSync(there, 'new')
  const first = undo(steps, { split: new Set([1]) })
  expect(first).toEqual({ foreign: [], notes: [[1, 'unsplit']] })
  expect([readFileSync(there, 'utf8'), readFileSync(staged, 'utf8')]).toEqual(['old', 'new'])
  undo(steps, { split: new Set([1]), unsplit: new Set([1]) })
  expect([readFileSync(there, 'utf8'), readFileSync(staged, 'utf8')]).toEqual(['old', 'new'])
})

test('a folder that we made and somebody has put something into meanwhile stays; what was there before comes back around it', () => {
  const { site, retired } = places()
  const made = join(site, 'pkg')
  mkdirSync(join(retired, '0', 'deep'), { recursive: true })
  for (const file of ['old.py', 'deep/old.py', 'both.txt']) writeFileSync(join(retired, '0', file), 'old')
  mkdirSync(made)
  for (const file of ['theirs.txt', 'both.txt']) writeFileSync(join(made, file), 'theirs')
  expect(undo([{ kind: 'retire', path: made, retired: join(retired, '0') }, { kind: 'make-folder', path: made }]).foreign).toEqual([made])
  expect(readdirSync(made).sort()).toEqual(['both.txt', 'deep', 'old.py', 'theirs.txt'])
  expect(readFileSync(join(made, 'both.txt'), 'utf8')).toBe('theirs')
})

test('bytecode that an interpreter left in a folder of ours meanwhile goes with it', () => {
  const { site } = places()
  const made = join(site, 'pkg')
  mkdirSync(join(made, 'deep', '__pycache__'), { recursive: true })
  writeFileSync(join(made, 'deep', '__pycache__', 'a.cpython-311.pyc'), '')
  undo([{ kind: 'make-folder', path: made }])
  expect(existsSync(made)).toBe(false)
})
