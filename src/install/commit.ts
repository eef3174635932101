import { cp, mkdir, readdir, rename, rm, rmdir, writeFile, appendFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UserError, messageOf, systemErrorCode } from '../kernel/errors.ts'
import type { CommitStep, InstallPlan } from './types.ts'

/** The file operations of a commit: the one thing tests replace to make them fail. */
export interface CommitDisk {
  rename(from: string, to: string): Promise<void>
  makeFolder(path: string): Promise<void>
  /** False when the folder is not empty or not there. */
  removeEmptyFolder(path: string): Promise<boolean>
}

export const realDisk: CommitDisk = {
  rename: (from, to) => rename(from, to).catch((error: unknown) => moveAcross(error, from, to)),
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true })
  },
  removeEmptyFolder: (path) => rmdir(path).then(() => true, () => false),
}

/** What was done, in order, so that it can be undone. */
type Undo = () => Promise<void>

/**
 * Makes a plan visible step by step. Any failure undoes what was done, newest first, and is thrown again as
 * `install-failed`; then the environment is what it was. `workDir` lies on the target's file system and holds the journal
 * and what was retired; it is removed at the end.
 */
export async function commitPlan(plan: InstallPlan, workDir: string, options: { readonly signal: AbortSignal; readonly disk?: CommitDisk }): Promise<void> {
  const disk = options.disk ?? realDisk
  const retiredDir = join(workDir, 'retired')
  const journal = join(workDir, 'journal.jsonl')
  await mkdir(retiredDir, { recursive: true })
  await writeFile(journal, `${JSON.stringify({ format: 1, state: 'started' })}\n`)
  const undos: Undo[] = []
  try {
    for (const [index, step] of plan.steps.entries()) {
      options.signal.throwIfAborted()
      const undo = await perform(disk, step, join(retiredDir, String(index)))
      if (undo !== undefined) undos.push(undo)
    }
    await appendFile(journal, `${JSON.stringify({ state: 'done' })}\n`)
  } catch (error) {
    await rollBack(undos, error)
    options.signal.throwIfAborted()
    throw commitError(error)
  }
}

async function perform(disk: CommitDisk, step: CommitStep, retiredPath: string): Promise<Undo | undefined> {
  switch (step.kind) {
    case 'retire':
      await disk.rename(step.path, retiredPath)
      return () => disk.rename(retiredPath, step.path)
    case 'make-folder': {
      const missing = await firstMissing(step.path)
      await disk.makeFolder(step.path)
      return missing === undefined ? undefined : () => removeFolders(disk, step.path, missing)
    }
    case 'bring-in':
      await disk.rename(step.from, step.to)
      return () => disk.rename(step.to, step.from)
    case 'remove-empty-folder': {
      const removed = await disk.removeEmptyFolder(step.path)
      return removed ? () => disk.makeFolder(step.path) : undefined
    }
  }
}

/** The topmost folder of `path` that does not exist yet. */
async function firstMissing(path: string): Promise<string | undefined> {
  let missing: string | undefined
  for (let folder = path; ; folder = dirname(folder)) {
    const there = await readdir(folder).then(() => true, () => false)
    if (there || folder === dirname(folder)) return missing
    missing = folder
  }
}

async function removeFolders(disk: CommitDisk, from: string, upTo: string): Promise<void> {
  for (let folder = from; ; folder = dirname(folder)) {
    await disk.removeEmptyFolder(folder)
    if (folder === upTo) return
  }
}

async function rollBack(undos: readonly Undo[], cause: unknown): Promise<void> {
  for (const undo of [...undos].reverse()) {
    try {
      await undo()
    } catch (error) {
      throw new UserError('install-failed', `installing failed (${messageOf(cause)}), and so did putting things back: ${messageOf(error)}`, { cause: error })
    }
  }
}

function commitError(error: unknown): UserError {
  const code = systemErrorCode(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return new UserError('disk-full', `the disk is full: ${messageOf(error)}; the environment is as it was`, { cause: error })
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new UserError('target-readonly', `the environment cannot be written: ${messageOf(error)}; it is as it was`, { cause: error })
  }
  return new UserError('install-failed', `installing failed: ${messageOf(error)}; the environment is as it was`, { cause: error })
}

/** Parts of a scheme may lie on different file systems; then a rename is a copy that is complete before it has its name. */
async function moveAcross(error: unknown, from: string, to: string): Promise<void> {
  if (systemErrorCode(error) !== 'EXDEV') throw error
  const draft = `${to}.parallel-pip-part`
  await cp(from, draft, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true }).catch(async (failure: unknown) => {
    await rm(draft, { recursive: true, force: true })
    throw failure
  })
  await rename(draft, to)
  await rm(from, { recursive: true, force: true })
}

