import { systemErrorCode } from '../kernel/errors.ts'
import { DRAFT, type CommitDisk } from './disk.ts'

/** Other disks and lower layers of an overlay; mount points, which stay where they are. */
const NOT_WHOLE: readonly (string | undefined)[] = ['EXDEV', 'EBUSY']

/**
 * Moves a file or folder whole, by one rename. Where the kernel cannot (the parts of a scheme lie on different disks; a
 * folder comes from a lower layer of an overlay, as in a container's image; it is a mount point) `onSplit` is called first,
 * and then it is moved piece by piece. Stopped at any moment, it is continued or undone by a second move, in either direction.
 */
export function moveWhole(disk: CommitDisk, from: string, to: string, onSplit: () => void): void {
  try {
    disk.rename(from, to)
  } catch (error) {
    if (!NOT_WHOLE.includes(systemErrorCode(error))) throw error
    onSplit()
    mergeInto(disk, from, to)
  }
}

/** Moves what is at `from` to `to`, where a part of it may be already. */
export function mergeInto(disk: CommitDisk, from: string, to: string): void {
  const source = disk.identify(from)
  if (source === undefined) return
  if (!source.isFolder) return movePiece(disk, from, to)
  if (disk.identify(to) === undefined) disk.makeFolder(to)
  for (const name of disk.list(from)) {
    if (name.endsWith(DRAFT)) disk.remove(`${from}/${name}`)
    else mergeInto(disk, `${from}/${name}`, `${to}/${name}`)
  }
  disk.removeEmptyFolder(from)
}

/** Moves what is in one folder and not in the other; what both have stays as it is. */
export function addMissing(disk: CommitDisk, from: string, to: string): void {
  for (const name of disk.list(from)) {
    const [source, there] = [`${from}/${name}`, `${to}/${name}`]
    const existing = disk.identify(there)
    if (existing === undefined) mergeInto(disk, source, there)
    else if (existing.isFolder && disk.identify(source)?.isFolder === true) addMissing(disk, source, there)
  }
}

/** Removes the `__pycache__` folders below a folder, and folders that hold nothing else. */
export function removeBytecode(disk: CommitDisk, folder: string, isBytecode = false): void {
  for (const name of disk.list(folder)) {
    const path = `${folder}/${name}`
    const isFolder = disk.identify(path)?.isFolder === true
    if (isFolder) {
      removeBytecode(disk, path, isBytecode || name === '__pycache__')
      disk.removeEmptyFolder(path)
    } else if (isBytecode && /\.pyc(?:\.\d+)?$/.test(name)) disk.remove(path)
  }
}

/** Removes what a copy that was stopped has left at a path. */
export function discardDraft(disk: CommitDisk, path: string): void {
  if (disk.identify(`${path}${DRAFT}`) !== undefined) disk.remove(`${path}${DRAFT}`)
}

function movePiece(disk: CommitDisk, from: string, to: string): void {
  try {
    disk.rename(from, to)
  } catch (error) {
    if (systemErrorCode(error) !== 'EXDEV') throw error
    disk.copy(from, to)
    disk.remove(from)
  }
}
