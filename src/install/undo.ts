import type { CommitDisk } from './disk.ts'
import type { JournalStep } from './journal.ts'
import { addMissing, discardDraft, mergeInto, moveWhole, removeBytecode } from './move.ts'

/** The steps to be undone, and what a journal says of them. */
export interface UndoFacts {
  readonly steps: readonly JournalStep[]
  /** Steps that were done in pieces, and those of them that were undone before. */
  readonly split: ReadonlySet<number>
  readonly unsplit: ReadonlySet<number>
  /** Inodes tell our things from what was put in their place since; false after another boot. */
  readonly trustInodes: boolean
  readonly note: (step: number, event: 'split' | 'unsplit') => void
}

/**
 * Undoes the steps of a commit, newest first, as far as they were done. What was done is read from the disk, so that it does
 * not matter where the commit stopped, or an undoing before this one. Returns what another program has put in the place of
 * our things meanwhile and stays there.
 */
export function undoSteps(disk: CommitDisk, facts: UndoFacts): string[] {
  const foreign: string[] = []
  const made = new Set(facts.steps.flatMap((step) => (step.kind === 'make-folder' ? [step.path] : [])))
  for (const [index, step] of [...facts.steps.entries()].reverse()) {
    if (facts.unsplit.has(index)) continue
    const undo: Undo = { disk, facts, index, isSplit: facts.split.has(index), made, foreign }
    if (step.kind === 'make-folder') undoFolder(disk, step.path)
    else if (step.kind === 'retire') undoRetire(undo, step)
    else undoBringIn(undo, step)
  }
  return foreign
}

/** The undoing of one step. */
interface Undo {
  readonly disk: CommitDisk
  readonly facts: UndoFacts
  readonly index: number
  readonly isSplit: boolean
  readonly made: ReadonlySet<string>
  readonly foreign: string[]
}

/** An interpreter that ran meanwhile has left bytecode of what is gone again. */
function undoFolder(disk: CommitDisk, path: string): void {
  if (disk.identify(path)?.isFolder !== true) return
  removeBytecode(disk, path)
  disk.removeEmptyFolder(path)
}

function undoRetire(undo: Undo, { path, retired }: Extract<JournalStep, { kind: 'retire' }>): void {
  const { disk } = undo
  if (undo.isSplit) return mergeBack(undo, retired, path)
  const [away, there] = [disk.identify(retired), disk.identify(path)]
  if (away === undefined) return
  if (there === undefined) return moveNoted(undo, retired, path)
  undo.foreign.push(path)
  // The folder is ours, and something in it is not: what was there comes back around it.
  if (away.isFolder && there.isFolder && undo.made.has(path)) addMissing(disk, retired, path)
}

function undoBringIn(undo: Undo, { from, to, inode }: Extract<JournalStep, { kind: 'bring-in' }>): void {
  const { disk, facts } = undo
  if (undo.isSplit) return mergeBack(undo, to, from)
  const there = disk.identify(to)
  if (there === undefined || disk.identify(from) !== undefined) return
  if (facts.trustInodes && there.inode !== inode) undo.foreign.push(to)
  else moveNoted(undo, to, from)
}

function moveNoted({ disk, facts, index }: Undo, from: string, to: string): void {
  let isSplit = false
  moveWhole(disk, from, to, () => {
    isSplit = true
    facts.note(index, 'split')
  })
  if (isSplit) facts.note(index, 'unsplit')
}

/** Once it is back it must not be moved again: what is at `from` then is what was there before the step. */
function mergeBack({ disk, facts, index }: Undo, from: string, to: string): void {
  for (const path of [from, to]) discardDraft(disk, path)
  mergeInto(disk, from, to)
  facts.note(index, 'unsplit')
}
