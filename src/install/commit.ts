import { mkdirSync } from 'node:fs'
import { diskError } from '../kernel/disk-error.ts'
import { UserError, isUserError, messageOf } from '../kernel/errors.ts'
import { realDisk, type CommitDisk } from './disk.ts'
import { bootId, JOURNAL_NAME, journalSteps, noteSplit, RETIRED_NAME, settleJournal, writeJournal, type JournalHeader, type JournalStep } from './journal.ts'
import { moveWhole } from './move.ts'
import type { InstallPlan } from './types.ts'
import { undoSteps } from './undo.ts'

/** A plan, and what doing it needs. */
export interface CommitFacts {
  readonly plan: InstallPlan
  /** On the target's file system; holds the journal and what is retired. */
  readonly workDir: string
  /** What the run does, for whoever finds the journal; `none` where nobody can see the target before the commit is done. */
  readonly journal: Pick<JournalHeader, 'added' | 'removed'> | 'none'
  readonly signal: AbortSignal
  readonly disk?: CommitDisk
}

/**
 * Makes a plan visible: the journal first, then step by step without a pause. Any failure undoes what was done, newest first,
 * and is thrown again; then the environment is what it was. Should the undoing fail too, the journal stays for the next run,
 * and with it the work area. Blocks the thread for some 10 µs a step.
 */
export function commitPlan(facts: CommitFacts): void {
  const { workDir } = facts
  const disk = facts.disk ?? realDisk
  const journal = `${workDir}/${JOURNAL_NAME}`
  facts.signal.throwIfAborted()
  const steps = prepare(facts, disk, journal)
  const isKept = facts.journal !== 'none' && steps.length > 0
  const split = new Set<number>()
  const note = (step: number, event: 'split' | 'unsplit'): void => {
    if (event === 'split') split.add(step)
    if (isKept) noteSplit(journal, step, event)
  }
  let begun = 0
  try {
    for (const step of steps) {
      begun += 1
      perform(disk, step, () => note(begun - 1, 'split'))
    }
  } catch (error) {
    undoOrThrow(disk, { steps: steps.slice(0, begun), split, unsplit: new Set(), trustInodes: true, note }, error)
    if (isKept) settleJournal(workDir)
    throw commitError(error)
  }
  if (isKept) settleJournal(workDir)
}

/** Everything that can fail before the first step of the plan. */
function prepare(facts: CommitFacts, disk: CommitDisk, journal: string): JournalStep[] {
  const { plan, workDir } = facts
  try {
    mkdirSync(`${workDir}/${RETIRED_NAME}`, { recursive: true })
    const steps = journalSteps(plan.steps, `${workDir}/${RETIRED_NAME}`, (path) => disk.identify(path)?.inode ?? 0)
    if (facts.journal !== 'none' && steps.length > 0) {
      const header: JournalHeader = { format: 1, boot: bootId(), startedAtMs: Date.now(), ...facts.journal }
      writeJournal(journal, header, steps, { isSynced: steps.some(({ kind }) => kind === 'retire') })
    }
    return steps
  } catch (error) {
    throw commitError(error)
  }
}

function perform(disk: CommitDisk, step: JournalStep, onSplit: () => void): void {
  switch (step.kind) {
    case 'retire':
      return moveWhole(disk, step.path, step.retired, onSplit)
    case 'make-folder':
      return disk.makeFolder(step.path)
    case 'bring-in':
      return moveWhole(disk, step.from, step.to, onSplit)
  }
}

function undoOrThrow(disk: CommitDisk, facts: Parameters<typeof undoSteps>[1], cause: unknown): void {
  try {
    undoSteps(disk, facts)
  } catch (error) {
    throw new UserError('install-failed', `installing failed (${messageOf(cause)}), and so did putting things back (${messageOf(error)})`, {
      hint: 'the journal in the environment knows how: the next run, or parallel-pip check --repair, puts things back when the cause is gone',
      cause: error,
    })
  }
}

function commitError(error: unknown): unknown {
  if (isUserError(error)) return error
  const known = diskError(error, { doing: 'installing', outcome: '; the environment is as it was' })
  return isUserError(known) ? known : new UserError('install-failed', `installing failed: ${messageOf(error)}; the environment is as it was`, { cause: error })
}
