import { readdirSync, realpathSync, type Dirent } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isUnanswered } from '../../../kernel/errors.ts'

/** What a name in a folder is; a link, whatever it leads to, is a file. */
export type EntryKind = 'file' | 'folder'

/** Looks at folders once each; a listing tells of many paths for the price of one. Links are files here: they are not followed. */
export interface FolderReader {
  /** Names in a folder; undefined when there is no such folder. */
  list(folder: string): ReadonlyMap<string, EntryKind> | undefined
  kindOf(path: string): EntryKind | undefined
  /** The path with links in its folder resolved, its last segment kept: what is removed is the link, not where it leads. */
  settle(path: string): string
  /** Every file below a folder. */
  filesBelow(folder: string): string[]
}

/** What it read once stays as it was: a reader is for one look at one state of the disk. */
export function openFolderReader(): FolderReader {
  const listings = new Map<string, ReadonlyMap<string, EntryKind> | undefined>()
  const realFolders = new Map<string, string>()
  const list = (folder: string): ReadonlyMap<string, EntryKind> | undefined => {
    if (!listings.has(folder)) listings.set(folder, readFolder(folder))
    return listings.get(folder)
  }
  const filesBelow = (folder: string): string[] =>
    [...(list(folder) ?? [])].flatMap(([name, kind]) => (kind === 'folder' ? filesBelow(join(folder, name)) : [join(folder, name)]))
  return {
    list,
    kindOf: (path) => list(dirname(path))?.get(basename(path)),
    settle: (path) => {
      const folder = dirname(path)
      let real = realFolders.get(folder)
      if (real === undefined) realFolders.set(folder, (real = realOf(folder)))
      return join(real, basename(path))
    },
    filesBelow,
  }
}

function readFolder(folder: string): ReadonlyMap<string, EntryKind> | undefined {
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (isUnanswered(error)) throw error
    return undefined
  }
  return new Map(entries.map((entry) => [entry.name, entry.isDirectory() ? 'folder' : 'file']))
}

/** A folder that is not there has no links to resolve. */
function realOf(folder: string): string {
  try {
    return realpathSync(folder)
  } catch (error) {
    if (isUnanswered(error)) throw error
    return folder
  }
}
