import { mkdir, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UserError, messageOf, systemErrorCode } from '../kernel/errors.ts'

/** The folder inside the target in which everything is prepared and retired; its name says whose it is. */
export const WORK_FOLDER = '.parallel-pip'

export interface WorkArea {
  readonly path: string
  /** A folder of its own for the n-th wheel. */
  stageDir(index: number): string
  /** Removes the area and the folders that were made for it and hold nothing else. */
  close(): Promise<void>
}

/**
 * Makes the work area on the target's file system, so that bringing files in is a rename. The first write into the target:
 * a read-only environment is noticed here, before anything else happens. Throws `target-readonly`.
 */
export async function openWorkArea(purelib: string): Promise<WorkArea> {
  const path = join(purelib, WORK_FOLDER)
  const made = await makeFolder(path)
  return {
    path,
    stageDir: (index) => join(path, 'stage', String(index)),
    close: async () => {
      await rm(path, { recursive: true, force: true, maxRetries: 3 })
      for (let folder = dirname(path); made !== undefined && made !== path && folder.length >= made.length; folder = dirname(folder)) {
        if (!(await rmdir(folder).then(() => true, () => false))) return
      }
    },
  }
}

/** The topmost folder that had to be made, or undefined when all were there. */
async function makeFolder(path: string): Promise<string | undefined> {
  try {
    return await mkdir(path, { recursive: true })
  } catch (error) {
    const code = systemErrorCode(error)
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new UserError('disk-full', `the disk is full: ${messageOf(error)}`, { cause: error })
    throw new UserError('target-readonly', `${dirname(path)} cannot be written: ${messageOf(error)}`, {
      hint: 'use a virtual environment (--venv DIR), --target DIR, or a user who may write there',
      cause: error,
    })
  }
}
