import { basename, dirname, join, sep } from 'node:path'
import type { TaskContext } from '../../protocol.ts'
import { belongingsOf, type PthLine } from './belongings.ts'
import { emptiedFolders } from './emptied.ts'
import { openFolderReader, type FolderReader } from './folders.ts'
import { claimsOfOthers, type RecordedDistribution } from './others-claims.ts'

/** An installed distribution that is to go. */
export interface DistributionToRemove extends RecordedDistribution {
  /** `name 1.0`, for messages. */
  readonly label: string
  readonly kind: 'dist-info' | 'egg-info' | 'egg-link'
  /** Where its entry points have their scripts. */
  readonly scriptsFolder: string
}

/** What is to go, what stays, and where things may be removed at all. */
export interface ReadRemovalsRequest {
  readonly removals: readonly DistributionToRemove[]
  /** What stays installed: its files are not touched. */
  readonly others: readonly RecordedDistribution[]
  /** Real folders inside which things may be removed. */
  readonly bounds: readonly string[]
  /** Real folders that stay, empty or not. */
  readonly kept: readonly string[]
}

/** Everything that goes, of all removals together; absolute real paths. */
export interface Removals {
  /** Folders of which everything inside goes, topmost only. */
  readonly folders: readonly string[]
  /** Files, and links, that are in none of the folders. */
  readonly files: readonly string[]
  readonly lines: readonly PthLine[]
  /** What was left alone and why, for people. */
  readonly notes: readonly string[]
}

/**
 * Finds out what goes with a set of distributions: their own files as far as they exist, the bytecode of their sources, and
 * every folder that is empty then. Never what lies outside the bounds, never what another distribution lists too. Throws
 * `uninstall-failed` for a distribution whose files nobody knows. About 10 µs a file.
 */
export async function readRemovals(request: ReadRemovalsRequest, context: TaskContext): Promise<Removals> {
  const reader = openFolderReader()
  const found = new Map<string, string>()
  const lines: PthLine[] = []
  const notes: string[] = []
  for (const removal of request.removals) {
    const own = belongingsOf(removal, reader)
    lines.push(...own.lines)
    if (own.note !== undefined) notes.push(own.note)
    for (const path of existing(own, reader)) found.set(path, removal.label)
    const pause = context.breathe()
    if (pause !== undefined) await pause
  }
  const claims = claimsOfOthers(found.keys(), request.others)
  const judged = judge(found, claims, request)
  const { folders, files } = emptiedFolders(judged.going, reader, { kept: new Set(request.kept), isInside: (path) => isInside(path, request.bounds) })
  return { folders, files, lines: lines.filter(({ file }) => isInside(file, request.bounds)), notes: [...notes, ...judged.notes] }
}

/** Files that are there, with the bytecode made from them; folders as the files in them. */
function* existing(own: { readonly files: readonly string[]; readonly folders: readonly string[] }, reader: FolderReader): Generator<string> {
  for (const listed of own.files) {
    const path = reader.settle(listed)
    if (reader.kindOf(path) === 'file') yield path
    yield* bytecodeOf(path, reader)
  }
  for (const named of own.folders) {
    const folder = reader.settle(named)
    if (reader.kindOf(folder) === 'folder') yield* reader.filesBelow(folder)
    else if (reader.kindOf(folder) === 'file') yield folder
  }
}

/** `__pycache__/mod.cpython-311.pyc` and its optimised siblings for `mod.py`, of every interpreter, and the `mod.pyc` of old. */
function bytecodeOf(path: string, reader: FolderReader): string[] {
  if (!path.endsWith('.py')) return []
  const stem = basename(path, '.py')
  const cache = join(dirname(path), '__pycache__')
  const isMade = (name: string): boolean => name.startsWith(`${stem}.`) && /^[^.]+(?:\.opt-[^.]+)?\.pyc$/.test(name.slice(stem.length + 1))
  const cached = [...(reader.list(cache)?.keys() ?? [])].filter(isMade).map((name) => join(cache, name))
  const beside = [`${path}c`, `${path}o`].filter((name) => reader.kindOf(name) === 'file')
  return [...cached, ...beside]
}

function judge(found: ReadonlyMap<string, string>, claims: ReadonlyMap<string, string>, request: ReadRemovalsRequest): { readonly going: Set<string>; readonly notes: string[] } {
  const going = new Set<string>()
  const notes: string[] = []
  for (const [path, label] of found) {
    const other = claims.get(path)
    if (!isInside(path, request.bounds)) notes.push(`${path} is listed by ${label}, lies outside of the environment, and stays`)
    else if (other !== undefined) notes.push(`${path} is listed by ${label} and by ${other}, and stays`)
    else going.add(path)
  }
  return { going, notes }
}

function isInside(path: string, bounds: readonly string[]): boolean {
  return bounds.some((bound) => path.startsWith(bound.endsWith(sep) ? bound : bound + sep))
}
