import { createHash } from 'node:crypto'
import { createReadStream, type Dirent } from 'node:fs'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { BUILT_BUCKET, METADATA_BUCKET, SDISTS_BUCKET, WHEELS_BUCKET, type StoreLayout } from './layout.ts'

/** What is kept in one bucket. */
export interface BucketSize {
  readonly bucket: string
  readonly files: number
  readonly sizeBytes: number
}

const BUCKETS = [WHEELS_BUCKET, METADATA_BUCKET, SDISTS_BUCKET, BUILT_BUCKET, 'pages-v1', 'facts-v1', 'tmp']
/** Buckets of other versions of their format. */
const BUCKET = /^(?:wheels|metadata|sdists|built|pages|facts)-v\d+$|^tmp$/

/** How much lies in each bucket; buckets of other formats among them. One `stat` a file. */
export async function storeSizes(layout: StoreLayout): Promise<BucketSize[]> {
  const names = await bucketNames(layout)
  return Promise.all(names.map(async (bucket) => {
    const files = await filesBelow(path.join(layout.root, bucket))
    return { bucket, files: files.length, sizeBytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) }
  }))
}

export interface Removed {
  readonly files: number
  readonly sizeBytes: number
}

export interface PruneOptions {
  readonly nowMs: number
  /** What was not read or written for longer goes. */
  readonly unusedMs: number
}

/** Files that runs which were killed left behind are removed after this. */
const DRAFT_MS = 3_600_000

/** Removes what no run needs any more: drafts that were left behind, buckets of other formats, what was not used for a while. */
export async function pruneStore(layout: StoreLayout, { nowMs, unusedMs }: PruneOptions): Promise<Removed> {
  const removed = { files: 0, sizeBytes: 0 }
  for (const bucket of await bucketNames(layout)) {
    const keptMs = !BUCKETS.includes(bucket) ? -1 : bucket === 'tmp' ? DRAFT_MS : unusedMs
    for (const file of await filesBelow(path.join(layout.root, bucket))) {
      if (nowMs - file.usedMs <= keptMs) continue
      await rm(file.path, { force: true })
      removed.files += 1
      removed.sizeBytes += file.sizeBytes
    }
  }
  return removed
}

export interface Verified {
  readonly checked: number
  /** Paths below the root; they are gone. */
  readonly damaged: readonly string[]
}

/** Hashes every file whose name or record promises a content, and removes what does not keep it. Reads the whole store. */
export async function verifyStore(layout: StoreLayout): Promise<Verified> {
  const named = [WHEELS_BUCKET, SDISTS_BUCKET].map(async (bucket) => (await filesBelow(path.join(layout.root, bucket))).map((file) => ({ file: file.path, sha256: path.basename(file.path).split('.')[0] ?? '', drop: file.path })))
  const promised = [...(await Promise.all(named)).flat(), ...(await builtPromises(layout))]
  const damaged: string[] = []
  for (const { file, sha256, drop } of promised) {
    if ((await hashOf(file)) === sha256) continue
    await rm(drop, { recursive: true, force: true })
    damaged.push(path.relative(layout.root, drop))
  }
  return { checked: promised.length, damaged }
}

/** Removes every bucket; what else lies in the folder is left alone. */
export async function clearStore(layout: StoreLayout): Promise<Removed> {
  const sizes = await storeSizes(layout)
  for (const { bucket } of sizes) await rm(path.join(layout.root, bucket), { recursive: true, force: true })
  return { files: sizes.reduce((sum, { files }) => sum + files, 0), sizeBytes: sizes.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) }
}

interface ContentPromise {
  readonly file: string
  readonly sha256: string
  /** What goes when the promise is broken. */
  readonly drop: string
}

async function builtPromises(layout: StoreLayout): Promise<ContentPromise[]> {
  const records = (await filesBelow(path.join(layout.root, BUILT_BUCKET))).filter((file) => path.basename(file.path) === 'built.json')
  return Promise.all(records.map(async (record) => {
    const folder = path.dirname(record.path)
    const { filename = '', sha256 = '' } = await readRecord(record.path)
    return { file: path.join(folder, path.basename(filename)), sha256, drop: folder }
  }))
}

async function readRecord(file: string): Promise<{ readonly filename?: string; readonly sha256?: string }> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as { filename?: string; sha256?: string }
  } catch {
    return {}
  }
}

async function hashOf(file: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(file), hash)
    return hash.digest('hex')
  } catch {
    return undefined
  }
}

async function bucketNames(layout: StoreLayout): Promise<string[]> {
  const entries = await readdir(layout.root, { withFileTypes: true }).catch((): Dirent[] => [])
  return entries.filter((entry) => entry.isDirectory() && BUCKET.test(entry.name)).map(({ name }) => name).sort()
}

interface KeptFile {
  readonly path: string
  readonly sizeBytes: number
  /** Latest of read (where the file system keeps count) and written, since the epoch. */
  readonly usedMs: number
}

async function filesBelow(folder: string): Promise<KeptFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((): Dirent[] => [])
  const files = entries.filter((entry) => entry.isFile()).map(async (entry) => {
    const file = path.join(entry.parentPath, entry.name)
    const facts = await stat(file).catch(() => undefined)
    return facts === undefined ? [] : [{ path: file, sizeBytes: facts.size, usedMs: Math.max(facts.atimeMs, facts.mtimeMs) }]
  })
  return (await Promise.all(files)).flat()
}
