import { lstatSync, readFileSync, readdirSync, statSync, type Dirent } from 'node:fs'

/** What is at a path; a link is what it leads to. */
export type Existing = 'file' | 'folder'

/** What a plan asks of the target. A plan is a pure function of this, the stages and what goes. */
export interface TargetView {
  /** Names in a folder; undefined when there is no folder of that name. Links to folders count as folders, as for pip. */
  list(folder: string): ReadonlyMap<string, Existing> | undefined
  /** The content of a file that is there or staged; undefined when it cannot be read. For the few that are in dispute. */
  read(path: string): Buffer | undefined
  isLink(path: string): boolean
}

/** The view of the disk, each folder listed once. */
export function openTargetView(): TargetView {
  const listings = new Map<string, ReadonlyMap<string, Existing> | undefined>()
  return {
    list: (folder) => {
      if (!listings.has(folder)) listings.set(folder, readFolder(folder))
      return listings.get(folder)
    },
    read: (path) => {
      try {
        return readFileSync(path)
      } catch {
        return undefined
      }
    },
    isLink: (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true,
  }
}

function readFolder(folder: string): ReadonlyMap<string, Existing> | undefined {
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch {
    return undefined
  }
  return new Map(entries.map((entry) => [entry.name, kindOf(entry, folder)]))
}

function kindOf(entry: Dirent, folder: string): Existing {
  if (entry.isSymbolicLink()) return statSync(`${folder}/${entry.name}`, { throwIfNoEntry: false })?.isDirectory() === true ? 'folder' : 'file'
  return entry.isDirectory() ? 'folder' : 'file'
}

/** The view as it will be when these folders and files are gone. */
export function withoutRemoved(view: TargetView, removed: { readonly folders: readonly string[]; readonly files: readonly string[] }): TargetView {
  if (removed.folders.length === 0 && removed.files.length === 0) return view
  const gone = new Set([...removed.folders, ...removed.files])
  const folders = new Set(removed.folders)
  const isBelowGone = (folder: string): boolean => {
    for (let path = folder; path.length > 1; path = path.slice(0, path.lastIndexOf('/'))) if (folders.has(path)) return true
    return false
  }
  return {
    list: (folder) => {
      if (isBelowGone(folder)) return undefined
      const entries = view.list(folder)
      return entries === undefined ? undefined : new Map([...entries].filter(([name]) => !gone.has(`${folder}/${name}`)))
    },
    read: (path) => view.read(path),
    isLink: (path) => view.isLink(path),
  }
}
