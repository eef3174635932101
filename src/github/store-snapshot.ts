import { copyFileSync, linkSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { StoreLayout } from '../store/layout.ts'

/** What lay in a store at one moment, as paths below its root. */
export interface StoreSnapshot {
  readonly root: string
  readonly files: readonly string[]
  readonly atMs: number
}

/** Lists a store. One `readdir` a folder; an absent store is empty. */
export function snapshotStore(root: string, atMs: number): StoreSnapshot {
  try {
    const entries = readdirSync(root, { recursive: true, withFileTypes: true })
    return { root, atMs, files: entries.filter((entry) => entry.isFile()).map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))) }
  } catch {
    return { root, atMs, files: [] }
  }
}

/**
 * Makes a store as it was: what the snapshot lists and what `adopted` (ids of wheels that a cache brought since) adds, as hard
 * links where the file system can. Files that were written again since then are left out.
 */
export function remakeStore(folder: string, snapshot: StoreSnapshot, { layout, adopted }: { readonly layout: StoreLayout; readonly adopted: ReadonlySet<string> }): void {
  const brought = [...adopted].flatMap((id) => [layout.wheel(id), layout.metadata(id), ...filesIn(layout.built(id))]).map((file) => path.relative(layout.root, file))
  for (const file of new Set([...snapshot.files, ...brought])) {
    const from = path.join(snapshot.root, file)
    const isOld = brought.includes(file) || changedMs(from) <= snapshot.atMs
    if (isOld) linkOrCopy(from, path.join(folder, file))
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => path.join(folder, name))
  } catch {
    return []
  }
}

function changedMs(file: string): number {
  try {
    return statSync(file).mtimeMs
  } catch {
    return Infinity
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    mkdirSync(path.dirname(to), { recursive: true })
    try {
      linkSync(from, to)
    } catch {
      copyFileSync(from, to)
    }
  } catch {
    // What is gone meanwhile is not there.
  }
}
