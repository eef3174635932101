import { copyFile, link, lstat, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { StoreLayout } from '../store/layout.ts'
import { METADATA_BUCKET, WHEELS_BUCKET } from '../store/layout.ts'
import { CACHE_FORMAT } from './keys.ts'

/** One wheel of an entry, by what people call it. */
export interface EntryWheel {
  readonly sha256: string
  readonly filename: string
  readonly sizeBytes: number
}

/** What an entry says of itself, in `entry.json` at its root. Beside it lie the store's buckets. */
export interface EntryFacts {
  readonly format: number
  readonly wheels: readonly EntryWheel[]
}

/** What an entry brought into the store. Nothing in it is believed: every wheel is hashed before it is used. */
export interface AdoptedEntry {
  /** Undefined: the entry has another format, or no readable description; nothing was taken. */
  readonly facts: EntryFacts | undefined
  readonly wheels: ReadonlySet<string>
  readonly sizeBytes: number
  /** Files that are not what an entry holds; left where they were. */
  readonly foreign: number
}

const FACTS_FILE = 'entry.json'
const BUCKETS = [[WHEELS_BUCKET, '.whl'], [METADATA_BUCKET, '.txt']] as const

/**
 * Moves what a transfer brought into the store: plain files at the place their name says, nothing else, and no file that
 * the store has already. A half-extracted entry gives what it has. About 50 µs a file.
 */
export async function adoptEntry(folder: string, layout: StoreLayout): Promise<AdoptedEntry> {
  const facts = await readFacts(folder)
  const wheels = new Set<string>()
  let sizeBytes = 0
  let foreign = 0
  if (facts === undefined) return { facts, wheels, sizeBytes, foreign }
  for (const [bucket, suffix] of BUCKETS) {
    for (const { from, name, shard } of await listShards(path.join(folder, bucket))) {
      const sha256 = name.slice(0, -suffix.length)
      const stat = await lstat(from)
      if (!stat.isFile() || !name.endsWith(suffix) || !/^[0-9a-f]{64}$/.test(sha256) || shard !== sha256.slice(0, 2)) {
        foreign += 1
        continue
      }
      if (!(await moveUnlessThere(from, bucket === WHEELS_BUCKET ? layout.wheel(sha256) : layout.metadata(sha256)))) continue
      sizeBytes += stat.size
      if (bucket === WHEELS_BUCKET) wheels.add(sha256)
    }
  }
  return { facts, wheels, sizeBytes, foreign }
}

/** Puts wheels and their metadata into an empty folder, by hard link where the file system can. Missing files are left out. */
export async function fillEntry(folder: string, layout: StoreLayout, wheels: readonly EntryWheel[]): Promise<EntryFacts> {
  const kept: EntryWheel[] = []
  for (const wheel of wheels) {
    const name = `${wheel.sha256}.whl`
    if (!(await linkOrCopy(layout.wheel(wheel.sha256), path.join(folder, WHEELS_BUCKET, wheel.sha256.slice(0, 2), name)))) continue
    kept.push(wheel)
    await linkOrCopy(layout.metadata(wheel.sha256), path.join(folder, METADATA_BUCKET, wheel.sha256.slice(0, 2), `${wheel.sha256}.txt`))
  }
  const facts: EntryFacts = { format: CACHE_FORMAT, wheels: kept }
  await writeFile(path.join(folder, FACTS_FILE), JSON.stringify(facts))
  return facts
}

async function readFacts(folder: string): Promise<EntryFacts | undefined> {
  try {
    const facts = JSON.parse(await readFile(path.join(folder, FACTS_FILE), 'utf8')) as Partial<EntryFacts> | null
    return facts?.format === CACHE_FORMAT && Array.isArray(facts.wheels) ? (facts as EntryFacts) : undefined
  } catch {
    return undefined
  }
}

async function listShards(bucket: string): Promise<{ from: string; name: string; shard: string }[]> {
  const shards = await readdir(bucket, { withFileTypes: true }).catch(() => [])
  const files = await Promise.all(
    shards.filter((shard) => shard.isDirectory()).map(async (shard) => {
      const names = await readdir(path.join(bucket, shard.name)).catch(() => [])
      return names.map((name) => ({ from: path.join(bucket, shard.name, name), name, shard: shard.name }))
    }),
  )
  return files.flat()
}

async function moveUnlessThere(from: string, to: string): Promise<boolean> {
  if ((await lstat(to).catch(() => undefined)) !== undefined) return false
  await mkdir(path.dirname(to), { recursive: true })
  await rename(from, to)
  return true
}

async function linkOrCopy(from: string, to: string): Promise<boolean> {
  try {
    await mkdir(path.dirname(to), { recursive: true })
    await link(from, to).catch(() => copyFile(from, to))
    return true
  } catch {
    return false
  }
}
