import { copyFile, link, lstat, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { BUILT_BUCKET, METADATA_BUCKET, WHEELS_BUCKET, type StoreLayout } from '../store/layout.ts'
import { CACHE_FORMAT } from './keys.ts'

/** One wheel of an entry: as an index published it, known by its sha256, or built by us, known by the digest of the facts it was built under. */
export interface EntryWheel {
  readonly kind: 'published' | 'built'
  /** 64 hexadecimal digits. */
  readonly id: string
  readonly filename: string
  readonly sizeBytes: number
}

/** What an entry says of itself, in `entry.json` at its root. Beside it lie the store's buckets. */
export interface EntryFacts {
  readonly format: number
  readonly wheels: readonly EntryWheel[]
  /** Bytes a millisecond that the run which saved it saw while downloading. */
  readonly networkRate?: number
}

/** What an entry brought into the store. Nothing in it is believed: every wheel is hashed before it is used. */
export interface AdoptedEntry {
  /** Undefined: the entry has another format, or no readable description; nothing was taken. */
  readonly facts: EntryFacts | undefined
  /** Ids of the wheels that arrived. */
  readonly ids: ReadonlySet<string>
  readonly sizeBytes: number
  /** Files that are not what an entry holds; left where they were. */
  readonly foreign: number
}

const FACTS_FILE = 'entry.json'
const ID = /^[0-9a-f]{64}$/

/**
 * Moves what a transfer brought into the store: plain files at the place their name says, nothing else, and nothing that the
 * store has already. A half-extracted entry gives what it has. About 50 µs a file.
 */
export async function adoptEntry(folder: string, layout: StoreLayout): Promise<AdoptedEntry> {
  const facts = await readFacts(folder)
  const adopted = { facts, ids: new Set<string>(), sizeBytes: 0, foreign: 0 }
  if (facts === undefined) return adopted
  for (const found of await listItems(folder)) {
    const target = await judge(found, layout)
    if (target === undefined) adopted.foreign += 1
    else if (await moveUnlessThere(found.path, target.place)) {
      adopted.sizeBytes += target.sizeBytes
      if (found.bucket !== METADATA_BUCKET) adopted.ids.add(target.id)
    }
  }
  return adopted
}

/** Links an entry's metadata into the store, where reading it checks it; the entry stays as it is. */
export async function shareMetadata(folder: string, layout: StoreLayout): Promise<void> {
  const items = (await listItems(folder)).filter(({ bucket }) => bucket === METADATA_BUCKET)
  await Promise.all(items.map(async (item) => {
    const target = await judge(item, layout)
    if (target !== undefined) await linkOrCopy(item.path, target.place)
  }))
}

/** Puts wheels and their metadata into an empty folder, by hard link where the file system can. What is missing is left out. */
export async function fillEntry(folder: string, layout: StoreLayout, { wheels, networkRate }: Omit<EntryFacts, 'format'>): Promise<EntryFacts> {
  const kept: EntryWheel[] = []
  for (const wheel of wheels) {
    if (await (wheel.kind === 'published' ? fillPublished(folder, layout, wheel.id) : fillBuilt(folder, layout, wheel.id))) kept.push(wheel)
  }
  const facts: EntryFacts = { format: CACHE_FORMAT, wheels: kept, ...(networkRate === undefined ? {} : { networkRate }) }
  await writeFile(path.join(folder, FACTS_FILE), JSON.stringify(facts))
  return facts
}

/** Where an entry holds a published wheel. */
export function wheelInEntry(folder: string, id: string): string {
  return path.join(folder, WHEELS_BUCKET, id.slice(0, 2), `${id}.whl`)
}

async function fillPublished(folder: string, layout: StoreLayout, id: string): Promise<boolean> {
  const shard = id.slice(0, 2)
  if (!(await linkOrCopy(layout.wheel(id), wheelInEntry(folder, id)))) return false
  await linkOrCopy(layout.metadata(id), path.join(folder, METADATA_BUCKET, shard, `${id}.txt`))
  return true
}

async function fillBuilt(folder: string, layout: StoreLayout, id: string): Promise<boolean> {
  const names = await readdir(layout.built(id)).catch(() => [])
  const linked = await Promise.all(names.map((name) => linkOrCopy(path.join(layout.built(id), name), path.join(folder, BUILT_BUCKET, id.slice(0, 2), id, name))))
  return names.length > 0 && linked.every(Boolean)
}

/** What an entry says of itself; undefined: it has another format, or no readable description. */
export async function readFacts(folder: string): Promise<EntryFacts | undefined> {
  try {
    const facts = JSON.parse(await readFile(path.join(folder, FACTS_FILE), 'utf8')) as Partial<EntryFacts> | null
    return facts?.format === CACHE_FORMAT && Array.isArray(facts.wheels) ? (facts as EntryFacts) : undefined
  } catch {
    return undefined
  }
}

interface Item {
  readonly bucket: string
  readonly shard: string
  readonly name: string
  readonly path: string
}

/** Everything two levels down in the buckets of an entry. */
async function listItems(folder: string): Promise<Item[]> {
  const perBucket = [WHEELS_BUCKET, METADATA_BUCKET, BUILT_BUCKET].map(async (bucket) => {
    const shards = await readdir(path.join(folder, bucket), { withFileTypes: true }).catch(() => [])
    const items = shards.filter((shard) => shard.isDirectory()).map(async ({ name: shard }) => {
      const names = await readdir(path.join(folder, bucket, shard)).catch(() => [])
      return names.map((name) => ({ bucket, shard, name, path: path.join(folder, bucket, shard, name) }))
    })
    return (await Promise.all(items)).flat()
  })
  return (await Promise.all(perBucket)).flat()
}

interface Judged {
  readonly id: string
  readonly place: string
  readonly sizeBytes: number
}

/** Where an item belongs, if it is what its place says: a plain file named by its hash, or a folder of plain files. */
async function judge(item: Item, layout: StoreLayout): Promise<Judged | undefined> {
  const suffix = item.bucket === WHEELS_BUCKET ? '.whl' : item.bucket === METADATA_BUCKET ? '.txt' : ''
  const id = item.name.slice(0, item.name.length - suffix.length)
  if (!item.name.endsWith(suffix) || !ID.test(id) || item.shard !== id.slice(0, 2)) return undefined
  const stat = await lstat(item.path)
  if (item.bucket !== BUILT_BUCKET) return stat.isFile() ? { id, place: item.bucket === WHEELS_BUCKET ? layout.wheel(id) : layout.metadata(id), sizeBytes: stat.size } : undefined
  const inside = stat.isDirectory() ? await readdir(item.path) : []
  const stats = await Promise.all(inside.map((name) => lstat(path.join(item.path, name))))
  const isPlain = stats.length > 0 && stats.every((file) => file.isFile())
  return isPlain ? { id, place: layout.built(id), sizeBytes: stats.reduce((sum, file) => sum + file.size, 0) } : undefined
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
