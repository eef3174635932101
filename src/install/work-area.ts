import { existsSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { mkdir, rmdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { slashed } from '../kernel/slashed.ts'
import { diskError } from '../kernel/disk-error.ts'
import { UserError, isUserError, messageOf, systemErrorCode } from '../kernel/errors.ts'
import { foldKey } from '../standards/safe-path.ts'
import { makeFolders } from '../store/folders.ts'
import type { HeldLock } from '../store/locks.ts'
import type { Scheme } from '../target/types.ts'
import { WORK_FOLDER } from '../workers/tasks/wheel-layout.ts'
import { realDisk } from './disk.ts'
import { JOURNAL_NAME, RETIRED_NAME } from './journal.ts'

/** A folder inside the target, on its file system, where everything is prepared and retired. */
export interface WorkArea {
  readonly path: string
  /** The scheme without links in it, slash-separated: paths that are one folder are one string. */
  readonly scheme: Scheme
  /** A folder of its own for the n-th wheel. */
  stageDir(index: number): string
  /** Names (or paths) with one key are one for the file system. */
  readonly nameKey: (name: string) => string
  /**
   * Removes the area, and the folders that were made for it and hold nothing else. An area whose journal is not settled
   * stays, for the next run to put right.
   */
  close(): Promise<void>
}

/**
 * Makes the work area in the target's site-packages, so that bringing files in is a rename. The first write into the target:
 * a read-only environment is noticed here, before anything else happens. Throws `target-readonly`, `disk-full`, and
 * `target-locked` when another run is at work that does not share our locks.
 */
export async function openWorkArea(target: Scheme, takeLock?: TakeLock): Promise<WorkArea> {
  const scheme = realScheme(target)
  const path = `${scheme.purelib}/${WORK_FOLDER}`
  const topmost = await makeFolder(path)
  const lock = await takeLock?.(lockFile(path)).catch(async (error: unknown) => {
    removeWhole(path)
    await removeEmptyParents(path, topmost)
    throw error
  })
  return {
    path,
    scheme,
    stageDir: (index) => `${path}/stage/${index}`,
    nameKey: nameKeyOf(path),
    close: async () => {
      const held = lock === 'unavailable' ? undefined : lock
      if (existsSync(`${path}/${JOURNAL_NAME}`)) return held?.release()
      await removeArea(path, held)
      await removeEmptyParents(path, topmost)
    },
  }
}

/** Takes the lock of a work area, in a file; `unavailable` where locks cannot be had. */
export type TakeLock = (file: string) => Promise<HeldLock | 'unavailable'>

/**
 * Held by whoever works in a work area: runs of other users, or in other containers, do not share the lock of the
 * environment, which lies in the user's cache folder. It goes with the area.
 */
export function lockFile(workArea: string): string {
  return `${workArea}/lock`
}

/** Empties an area while it is locked: as soon as it is not, a folder of that name may be the next run's. */
async function removeArea(path: string, lock: HeldLock | undefined): Promise<void> {
  if (lock === undefined) {
    await emptyArea(path)
    return removeWhole(path)
  }
  const isEmptied = await emptyArea(path).then(() => true, () => false)
  lock.release()
  // Where few files may be open, there are enough when those of the lock are closed.
  if (!isEmptied) await emptyArea(path)
  removeEmptied(path)
}

/** Removes what is in an area, but for its lock, in pieces, so that signals and sockets live in between. A settled journal goes last, as in `removeWorkFolder`. */
async function emptyArea(path: string): Promise<void> {
  for (const part of ['stage', RETIRED_NAME]) {
    for (const name of namesIn(`${path}/${part}`)) {
      removeWhole(`${path}/${part}/${name}`)
      await setImmediate()
    }
    removeWhole(`${path}/${part}`)
  }
  for (const name of namesIn(path)) if (!isOfLock(name)) removeWhole(`${path}/${name}`)
}

/** Windows keeps the file of a lock while it is open, which this one is no more; nor is it ever removed while another run has it open. */
function removeEmptied(path: string): void {
  if (process.platform === 'win32') for (const name of namesIn(path)) if (isOfLock(name)) removeWhole(`${path}/${name}`)
  realDisk.removeEmptyFolder(path)
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}

function isOfLock(name: string): boolean {
  return name.startsWith(basename(lockFile('')))
}

function removeWhole(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 3 })
}

/** Removes the folders that were made for an area, from its parent up to the topmost of them, as far as they hold nothing else. */
async function removeEmptyParents(path: string, topmost: string): Promise<void> {
  if (topmost === path) return
  for (let folder = dirname(path); folder.length >= topmost.length; folder = dirname(folder)) {
    if (!(await rmdir(folder).then(() => true, () => false))) return
  }
}

/** The topmost folder that had to be made. */
async function makeFolder(path: string): Promise<string> {
  try {
    const made = makeFolders(dirname(path))
    await mkdir(path)
    return made ?? path
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') {
      throw new UserError('target-locked', `${path} is there: another run is working on this environment, or ended badly since this one began`, { hint: 'run again when it is done', cause: error })
    }
    const known = diskError(error, { doing: `writing to ${dirname(path)}` })
    throw isUserError(known) ? known : new UserError('target-readonly', `${dirname(path)} cannot be written: ${messageOf(error)}`, { cause: error })
  }
}

/** Whether names are folded is a matter of the folder, and quickly asked: is ours there under another spelling? */
function nameKeyOf(path: string): (name: string) => string {
  if (existsSync(join(dirname(path), basename(path).toUpperCase()))) return foldKey
  // Apple's file systems take two spellings of a letter with an accent for one, whether they fold or not.
  return process.platform === 'darwin' ? (name) => name.normalize('NFC') : (name) => name
}

/** The folders of a scheme as the file system knows them. A folder that is not there yet has its parents resolved. */
function realScheme(scheme: Scheme): Scheme {
  return {
    purelib: realFolder(scheme.purelib),
    platlib: realFolder(scheme.platlib),
    scripts: realFolder(scheme.scripts),
    data: realFolder(scheme.data),
    headers: realFolder(scheme.headers),
  }
}

/** A folder with links resolved, as far as it exists; slash-separated on every platform. */
export function realFolder(folder: string): string {
  const rest: string[] = []
  for (let path = resolve(folder); ; path = dirname(path)) {
    try {
      return slashed([realpathSync.native(path), ...rest].join('/')).replace(/^\/\//, '/')
    } catch {
      if (path === dirname(path)) return folder
      rest.unshift(basename(path))
    }
  }
}
