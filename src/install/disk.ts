import { copyFileSync, lstatSync, mkdirSync, readdirSync, readlinkSync, rmSync, rmdirSync, symlinkSync, unlinkSync, utimesSync, type Stats } from 'node:fs'
import { systemErrorCode } from '../kernel/errors.ts'
import { renameFile } from '../store/rename.ts'

/**
 * The file operations of commits and recoveries: the one thing tests replace, to make them fail or end the process. They are
 * synchronous, so that no signal comes between two steps of a commit.
 */
export interface CommitDisk {
  /** Throws the system's error, EXDEV included. */
  rename(from: string, to: string): void
  makeFolder(path: string): void
  /** Does nothing when the folder is not empty, not there, or a mount point. */
  removeEmptyFolder(path: string): void
  /** Copies one file or link with its times; what is copied appears under its name when it is whole. */
  copy(from: string, to: string): void
  remove(path: string): void
  /** The inode number of what is at a path, which a rename keeps; undefined when nothing is there. Links are not followed. */
  identify(path: string): { readonly inode: number; readonly isFolder: boolean } | undefined
  list(folder: string): readonly string[]
}

export const realDisk: CommitDisk = {
  rename: renameFile,
  makeFolder: (path) => mkdirSync(path),
  removeEmptyFolder: (path) => {
    try {
      rmdirSync(path)
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EBUSY'].includes(systemErrorCode(error) ?? '')) throw error
    }
  },
  copy: copyWhole,
  remove: (path) => unlinkSync(path),
  identify,
  list: (folder) => readdirSync(folder),
}

/** Where a folder of the path is a file there is nothing either. */
function identify(path: string): { readonly inode: number; readonly isFolder: boolean } | undefined {
  try {
    const facts = lstatSync(path, { throwIfNoEntry: false })
    return facts === undefined ? undefined : { inode: facts.ino, isFolder: facts.isDirectory() }
  } catch (error) {
    if (systemErrorCode(error) === 'ENOTDIR') return undefined
    throw error
  }
}

/** Suffix of a file that is being copied: what has it is not whole, and nobody's. */
export const DRAFT = '.parallel-pip-part'

function copyWhole(from: string, to: string): void {
  const facts = lstatSync(from)
  const draft = `${to}${DRAFT}`
  rmSync(draft, { force: true })
  try {
    if (facts.isSymbolicLink()) symlinkSync(readlinkSync(from), draft)
    else copyRegular(from, draft, facts)
    renameFile(draft, to)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** A file with other names keeps its own content; a link to it would be cheaper, but it lies on another disk. */
function copyRegular(from: string, draft: string, facts: Stats): void {
  copyFileSync(from, draft)
  utimesSync(draft, facts.atime, facts.mtime)
}
