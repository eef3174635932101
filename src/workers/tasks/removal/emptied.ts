import { dirname, join } from 'node:path'
import type { FolderReader } from './folders.ts'

/** Which folders may go. */
export interface EmptiedRules {
  /** Folders that stay, empty or not. */
  readonly kept: ReadonlySet<string>
  readonly isInside: (path: string) => boolean
}

/**
 * Splits files that go into whole folders, the topmost in which nothing stays, and the rest. Folders that were empty before
 * go with the folder around them.
 */
export function emptiedFolders(going: ReadonlySet<string>, reader: FolderReader, rules: EmptiedRules): { readonly folders: string[]; readonly files: string[] } {
  const verdicts = new Map<string, boolean>()
  const isEmptied = (folder: string): boolean => {
    const known = verdicts.get(folder)
    if (known !== undefined) return known
    const stays = (name: string, kind: 'file' | 'folder'): boolean => (kind === 'folder' ? !isEmptied(join(folder, name)) : !going.has(join(folder, name)))
    const entries = reader.list(folder)
    const verdict = !rules.kept.has(folder) && rules.isInside(folder) && entries !== undefined && ![...entries].some(([name, kind]) => stays(name, kind))
    verdicts.set(folder, verdict)
    return verdict
  }
  const tops = new Map<string, string | undefined>()
  const topOf = (folder: string): string | undefined => {
    if (tops.has(folder)) return tops.get(folder)
    const top = isEmptied(folder) ? (topOf(dirname(folder)) ?? folder) : undefined
    tops.set(folder, top)
    return top
  }
  const folders = new Set<string>()
  const files: string[] = []
  for (const path of going) {
    const top = topOf(dirname(path))
    if (top === undefined) files.push(path)
    else folders.add(top)
  }
  return { folders: [...folders].sort(), files: files.sort() }
}
