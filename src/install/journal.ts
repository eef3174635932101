import { appendFileSync, closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { UserError, isNotThere, messageOf, systemErrorCode } from '../kernel/errors.ts'
import { renameFile } from '../store/rename.ts'
import type { CommitStep } from './types.ts'

/**
 * The journal of a commit: `journal.jsonl` in the work area, one JSON object a line. It is whole on disk before the first
 * rename: a header, every step, an end mark. A step that had to be split is noted before, and when it is undone. While it has this name
 * its steps are to be undone; after the last step it is renamed, which no crash can tear. docs/transaction.md says what each
 * moment of a crash leaves, and what is made of it.
 */
export interface Journal {
  readonly header: JournalHeader
  readonly steps: readonly JournalStep[]
  /** Steps, by number, that could not be done by one rename, and are not undone. */
  readonly split: ReadonlySet<number>
  /** Of those, the ones that an earlier undoing has finished with. */
  readonly unsplit: ReadonlySet<number>
}

/** The first line of a journal. */
export interface JournalHeader {
  readonly format: 1
  /** Names the boot of the machine: after another one, inode numbers prove nothing. */
  readonly boot: string
  readonly startedAtMs: number
  /** What the run was to do, for people: `name 1.0`. */
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** A step with what is needed to tell whether it was done, and to undo it. */
export type JournalStep =
  | { readonly kind: 'retire'; readonly path: string; readonly retired: string }
  | { readonly kind: 'make-folder'; readonly path: string }
  | { readonly kind: 'bring-in'; readonly from: string; readonly to: string; readonly inode: number }

export const JOURNAL_NAME = 'journal.jsonl'
/** The name of a journal whose steps are all done, or all undone. */
export const SETTLED_NAME = 'settled.jsonl'
/** The folder of the work area that holds what was taken out of the way. */
export const RETIRED_NAME = 'retired'

/** Where each retired thing goes, and what each staged one is, noted down. */
export function journalSteps(steps: readonly CommitStep[], retiredDir: string, inodeOf: (path: string) => number): JournalStep[] {
  return steps.map((step, index): JournalStep => {
    switch (step.kind) {
      case 'retire':
        return { kind: 'retire', path: step.path, retired: `${retiredDir}/${index}` }
      case 'make-folder':
        return step
      case 'bring-in':
        return { kind: 'bring-in', from: step.from, to: step.to, inode: inodeOf(step.from) }
    }
  })
}

/**
 * Writes a journal that is complete or not there. With `isSynced` it has reached the disk on return: that takes the disk
 * some 10 ms, and is needed only where old files are at stake.
 */
export function writeJournal(path: string, header: JournalHeader, steps: readonly JournalStep[], options: { readonly isSynced: boolean }): void {
  const lines = [header, ...steps, { end: steps.length }].map((line) => `${JSON.stringify(line)}\n`)
  const file = openSync(path, 'wx', 0o644)
  try {
    const bytes = Buffer.from(lines.join(''))
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
    if (options.isSynced) fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** A step that is done, or undone, in pieces cannot be told from its beginning or its end by looking: so it is noted. */
export function noteSplit(path: string, step: number, event: 'split' | 'unsplit'): void {
  appendFileSync(path, `${JSON.stringify({ [event]: step })}\n`)
}

/**
 * The moment a commit, or its undoing, counts. A rename reaches the disk in order with the renames before it and with the
 * removal of retired things after it; appended words might not.
 */
export function settleJournal(workDir: string): void {
  renameFile(`${workDir}/${JOURNAL_NAME}`, `${workDir}/${SETTLED_NAME}`)
}

/**
 * The journal of a run that did not end. `unfinished`: it was still being written, so nothing had been touched. Throws
 * `journal-invalid` for one that is complete and cannot be understood, and for one that cannot be read now: taken for none, it would be
 * removed with what it is to put back.
 */
export function readJournal(path: string): Journal | 'absent' | 'unfinished' {
  try {
    return parseJournal(readFileSync(path, 'utf8'))
  } catch (error) {
    if (isNotThere(error)) return 'absent'
    throw new UserError('journal-invalid', `${path} cannot be read: ${messageOf(error)}`, {
      hint: `a run that was interrupted left it; ${systemErrorCode(error) === undefined ? 'move what the folder "retired" beside it holds back by hand, then delete its folder' : 'run again when it can be read'}`,
      cause: error,
    })
  }
}

function parseJournal(text: string): Journal | 'unfinished' {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  const lines = whole.split('\n').slice(0, -1).map((line) => JSON.parse(line) as Record<string, unknown>)
  const end = lines.findIndex((line) => 'end' in line)
  if (end === -1) return 'unfinished'
  const [header, ...steps] = lines.slice(0, end)
  if (lines[end]?.['end'] !== steps.length) throw new Error('steps are missing')
  const later = lines.slice(end + 1)
  const numbers = (event: string): Set<number> => new Set(later.flatMap((line) => (typeof line[event] === 'number' ? [line[event]] : [])))
  return { header: parseHeader(header ?? {}), steps: steps.map(parseStep), split: numbers('split'), unsplit: numbers('unsplit') }
}

function parseHeader({ format, boot, startedAtMs, added, removed }: Record<string, unknown>): JournalHeader {
  if (format !== 1) throw new Error(`its format is ${JSON.stringify(format)}, known is 1`)
  if (typeof boot !== 'string' || typeof startedAtMs !== 'number' || !isTexts(added) || !isTexts(removed)) throw new Error('its first line does not say what the run was to do')
  return { format, boot, startedAtMs, added, removed }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function parseStep(step: Record<string, unknown>): JournalStep {
  const text = (name: string): string => {
    const value = step[name]
    if (typeof value !== 'string' || value === '') throw new Error(`a step has no ${name}`)
    return value
  }
  switch (step['kind']) {
    case 'retire':
      return { kind: 'retire', path: text('path'), retired: text('retired') }
    case 'make-folder':
      return { kind: 'make-folder', path: text('path') }
    case 'bring-in':
      return { kind: 'bring-in', from: text('from'), to: text('to'), inode: Number(step['inode']) }
    default:
      throw new Error(`there is no step ${JSON.stringify(step['kind'])}`)
  }
}

/** Identifies the boot of this machine; empty where the system does not tell. */
export function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}
