import { randomUUID } from 'node:crypto'
import type { Dirent } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { BUILT_BUCKET, CODE_BUCKET, FACTS_BUCKET, METADATA_BUCKET, PAGES_BUCKET, PARTIALS_BUCKET, PREPARED_BUCKET, SDISTS_BUCKET, TEMPORARY_BUCKET, TREES_BUCKET, WHEELS_BUCKET, type StoreLayout } from './layout.ts'
import { renameFile } from './rename.ts'

/** What is kept in one bucket. */
export interface BucketSize {
  readonly bucket: string
  readonly files: number
  readonly sizeBytes: number
}

/** Those of the present formats, with what lies in them. */
export const BUCKET_TITLES: Readonly<Record<string, string>> = {
  [WHEELS_BUCKET]: 'wheels',
  [METADATA_BUCKET]: 'metadata of wheels',
  [SDISTS_BUCKET]: 'source distributions',
  [BUILT_BUCKET]: 'wheels built here',
  [PREPARED_BUCKET]: 'metadata told by backends',
  [TREES_BUCKET]: 'unpacked wheels',
  [PARTIALS_BUCKET]: 'begun downloads',
  [PAGES_BUCKET]: 'index pages',
  [FACTS_BUCKET]: 'interpreters, resolutions',
  [CODE_BUCKET]: 'compiled program',
  [TEMPORARY_BUCKET]: 'drafts',
}

/** Begins the name of a folder with buckets that are being removed; one that is left goes with the next `clear` or `prune`. */
const ASIDE = 'cleared-'

/** Buckets of any version of their format. */
const BUCKET = new RegExp(`^(?:${Object.keys(BUCKET_TITLES).map((name) => name.replace(/v\d+$/, 'v\\d+')).join('|')}|${ASIDE}.*)$`)
/** Buckets in which `ab/abcdef…` is a folder that goes as a whole. */
const FOLDERS = new Set([BUILT_BUCKET, TREES_BUCKET])
/** Small, and dear to find out anew. */
const BEYOND_BUDGET = new Set([FACTS_BUCKET, CODE_BUCKET, TEMPORARY_BUCKET])

/** How much lies in each bucket; buckets of other formats among them. One `stat` a file. */
export async function storeSizes(layout: StoreLayout): Promise<BucketSize[]> {
  const names = await bucketNames(layout)
  return Promise.all(names.map(async (bucket) => ({ bucket, ...sumOf(await keptIn(layout, bucket)) })))
}

/** How much was removed. */
export interface Removed {
  readonly files: number
  readonly sizeBytes: number
}

/** What may stay when the store is pruned. */
export interface PruneOptions {
  readonly nowMs: number
  /** What was not read or written for longer goes. */
  readonly unusedMs: number
  /** What was not used for longest goes until no more than this is left; undefined: any size. */
  readonly budgetBytes?: number | undefined
}

/** What was not used for this long is not missed. */
export const UNUSED_MS = 30 * 86_400_000
/** Files that runs which were killed left behind are removed after this. */
const DRAFT_MS = 3_600_000

/**
 * Removes what no run needs any more: drafts that were left behind, buckets of other formats, what was not used for a while, and
 * what does not fit into the budget: what a run at work uses was used last, and goes last. One `stat` a file.
 */
export async function pruneStore(layout: StoreLayout, { nowMs, unusedMs, budgetBytes = Infinity }: PruneOptions): Promise<Removed> {
  const kept = (await Promise.all((await bucketNames(layout)).map((bucket) => keptIn(layout, bucket)))).flat()
  let leftBytes = budgetBytes
  const gone = kept.sort((a, b) => b.usedMs - a.usedMs).filter(({ bucket, usedMs, sizeBytes }) => {
    if (nowMs - usedMs > keptMs(bucket, unusedMs)) return true
    if (BEYOND_BUDGET.has(bucket)) return false
    leftBytes -= sizeBytes
    return leftBytes < 0
  })
  for (const { path: place } of gone) await rm(place, { recursive: true, force: true })
  return sumOf(gone)
}

function keptMs(bucket: string, unusedMs: number): number {
  if (BUCKET_TITLES[bucket] === undefined) return -Infinity
  return bucket === TEMPORARY_BUCKET ? DRAFT_MS : unusedMs
}

/**
 * Removes every bucket; what else lies in the folder is left alone. They are moved aside first: a run that begins meanwhile finds
 * an empty store, and what it puts there stays.
 */
export async function clearStore(layout: StoreLayout): Promise<Removed> {
  const sizes = await storeSizes(layout)
  if (sizes.length === 0) return sumOf(sizes)
  const aside = path.join(layout.root, `${ASIDE}${randomUUID()}`)
  await mkdir(aside)
  for (const { bucket } of sizes) renameFile(path.join(layout.root, bucket), path.join(aside, bucket))
  await rm(aside, { recursive: true, force: true })
  return sumOf(sizes)
}

function sumOf(things: readonly Removed[]): Removed {
  return things.reduce((sum, { files, sizeBytes }) => ({ files: sum.files + files, sizeBytes: sum.sizeBytes + sizeBytes }), { files: 0, sizeBytes: 0 })
}

async function bucketNames(layout: StoreLayout): Promise<string[]> {
  const entries = await readdir(layout.root, { withFileTypes: true }).catch((): Dirent[] => [])
  return entries.filter((entry) => entry.isDirectory() && BUCKET.test(entry.name)).map(({ name }) => name).sort()
}

/** What goes as one: a file, or the folder of an unpacked or built wheel. */
interface Kept extends Removed {
  readonly bucket: string
  readonly path: string
  readonly usedMs: number
}

async function keptIn(layout: StoreLayout, bucket: string): Promise<Kept[]> {
  const root = path.join(layout.root, bucket)
  const things = new Map<string, Kept>()
  for (const file of await filesBelow(root)) {
    const place = FOLDERS.has(bucket) ? path.join(root, ...path.relative(root, file.path).split(path.sep).slice(0, 2)) : file.path
    const thing = things.get(place)
    things.set(place, { bucket, path: place, files: (thing?.files ?? 0) + 1, sizeBytes: (thing?.sizeBytes ?? 0) + file.sizeBytes, usedMs: Math.max(thing?.usedMs ?? 0, file.usedMs) })
  }
  return [...things.values()]
}

/** A file in the store, and when it was of use. */
export interface StoreFile {
  readonly path: string
  readonly sizeBytes: number
  /** Latest of read (where the file system keeps count) and written, since the epoch. */
  readonly usedMs: number
}

/** Every file in a folder, however deep; none where there is no folder. */
export async function filesBelow(folder: string): Promise<StoreFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((): Dirent[] => [])
  const files = entries.filter((entry) => entry.isFile()).map(async (entry) => {
    const file = path.join(entry.parentPath, entry.name)
    const facts = await stat(file).catch(() => undefined)
    return facts === undefined ? [] : [{ path: file, sizeBytes: facts.size, usedMs: Math.max(facts.atimeMs, facts.mtimeMs) }]
  })
  return (await Promise.all(files)).flat()
}
