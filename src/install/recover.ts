import { existsSync, lstatSync, readdirSync, rmSync } from 'node:fs'
import { UserError } from '../kernel/errors.ts'
import { WORK_FOLDER } from '../workers/tasks/wheel-layout.ts'
import { realDisk, type CommitDisk } from './disk.ts'
import { bootId, JOURNAL_NAME, noteSplit, readJournal, RETIRED_NAME, SETTLED_NAME, settleJournal, type JournalHeader } from './journal.ts'
import { undoSteps } from './undo.ts'

/** What a run that did not end has left, and what was made of it. */
export type Recovery =
  | { readonly kind: 'nothing' }
  /** It had not touched anything visible, or had settled everything: only its folder was left. */
  | { readonly kind: 'cleaned' }
  /** It was in the middle; things are as they were before it. */
  | { readonly kind: 'undone'; readonly header: JournalHeader; readonly foreign: readonly string[] }

/** Whether a run has left something in this site-packages. One system call. */
export function hasLeftovers(sitePackages: string): boolean {
  return existsSync(`${sitePackages}/${WORK_FOLDER}`)
}

/**
 * Puts an environment right after a run that did not end: undoes what its journal has begun, and removes its folder. For the
 * holder of the environment's lock only. May be stopped at any moment, and called again. Throws `journal-invalid`, and what
 * the file system throws.
 */
export function recover(sitePackages: string, disk: CommitDisk = realDisk): Recovery {
  const folder = `${sitePackages}/${WORK_FOLDER}`
  // A link of that name is nobody's work area.
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return { kind: 'nothing' }
  const path = `${folder}/${JOURNAL_NAME}`
  const journal = readJournal(path)
  if (journal === 'absent' || journal === 'unfinished') {
    if (!existsSync(`${folder}/${SETTLED_NAME}`)) refuseRetired(folder)
    removeWorkFolder(folder)
    return { kind: 'cleaned' }
  }
  const trustInodes = journal.header.boot !== '' && journal.header.boot === bootId()
  const foreign = undoSteps(disk, { ...journal, trustInodes, note: (step, event) => noteSplit(path, step, event) })
  settleJournal(folder)
  removeWorkFolder(folder)
  return { kind: 'undone', header: journal.header, foreign }
}

/** A settled journal goes last: retired things without one would look like a journal that the disk has lost. */
export function removeWorkFolder(folder: string): void {
  for (const part of [RETIRED_NAME, '']) rmSync(`${folder}/${part}`, { recursive: true, force: true, maxRetries: 3 })
}

/** Without a journal nothing can have been retired, unless the disk lost what was written to it. */
function refuseRetired(folder: string): void {
  const retired = existsSync(`${folder}/${RETIRED_NAME}`) ? readdirSync(`${folder}/${RETIRED_NAME}`) : []
  if (retired.length === 0) return
  throw new UserError('journal-invalid', `${folder} holds what was taken out of the environment (${retired.length} files and folders), and no journal that says where it belongs`, {
    hint: 'the disk lost a journal that was written to it; move what the folder "retired" holds back by hand, then delete the folder',
  })
}
