import { lstatSync, mkdirSync, readdirSync, readFileSync, type Dirent } from 'node:fs'
import { copyFile, link, mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { renameFile } from '../store/rename.ts'
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
  /** Ids of everything that arrived: of the wheels, and of those whose metadata did. */
  readonly brought: ReadonlySet<string>
  readonly sizeBytes: number
  /** Files that are not what an entry holds; left where they were. */
  readonly foreign: number
}

/** Where an entry says what it is. */
export const FACTS_FILE = 'entry.json'
const ID = /^[0-9a-f]{64}$/

/**
 * Moves what a transfer brought into the store: plain files at the place their name says, nothing else, and nothing that the
 * store has already. A half-extracted entry gives what it has. About 50 µs a file.
 */
export async function adoptEntry(folder: string, layout: StoreLayout): Promise<AdoptedEntry> {
  const facts = readFacts(folder)
  const adopted = { facts, ids: new Set<string>(), brought: new Set<string>(), sizeBytes: 0, foreign: 0 }
  if (facts === undefined) return adopted
  // Without giving way: each pause in a run that has begun takes longer than a file.
  for (const found of listItems(folder)) {
    const target = judge(found, layout)
    if (target === undefined) adopted.foreign += 1
    else if (moveUnlessThere(found.path, target.place)) {
      adopted.sizeBytes += target.sizeBytes
      adopted.brought.add(target.id)
      if (found.bucket !== METADATA_BUCKET) adopted.ids.add(target.id)
    }
  }
  return adopted
}

/** Links an entry's metadata into the store, where reading it checks it; the entry stays as it is. */
export async function shareMetadata(folder: string, layout: StoreLayout): Promise<void> {
  const items = listItems(folder).filter(({ bucket }) => bucket === METADATA_BUCKET)
  await Promise.all(items.map(async (item) => {
    const target = judge(item, layout)
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

/** The id of the published wheel that an entry holds at this path below it, with slashes. */
export function wheelOfPath(inside: string): string | undefined {
  const [bucket, , name = ''] = inside.split('/')
  return bucket === WHEELS_BUCKET && name.endsWith('.whl') ? name.slice(0, -'.whl'.length) : undefined
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
export function readFacts(folder: string): EntryFacts | undefined {
  try {
    const facts = JSON.parse(readFileSync(path.join(folder, FACTS_FILE), 'utf8')) as Partial<EntryFacts> | null
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
function listItems(folder: string): Item[] {
  return [WHEELS_BUCKET, METADATA_BUCKET, BUILT_BUCKET].flatMap((bucket) => {
    const shards = readFolder(path.join(folder, bucket)).filter((shard) => shard.isDirectory())
    return shards.flatMap(({ name: shard }) => readFolder(path.join(folder, bucket, shard)).map(({ name }) => ({ bucket, shard, name, path: path.join(folder, bucket, shard, name) })))
  })
}

function readFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

interface Judged {
  readonly id: string
  readonly place: string
  readonly sizeBytes: number
}

/** Where an item belongs, if it is what its place says: a plain file named by its hash, or a folder of plain files. */
function judge(item: Item, layout: StoreLayout): Judged | undefined {
  const suffix = item.bucket === WHEELS_BUCKET ? '.whl' : item.bucket === METADATA_BUCKET ? '.txt' : ''
  const id = item.name.slice(0, item.name.length - suffix.length)
  if (!item.name.endsWith(suffix) || !ID.test(id) || item.shard !== id.slice(0, 2)) return undefined
  const stat = lstatSync(item.path)
  if (item.bucket !== BUILT_BUCKET) return stat.isFile() ? { id, place: item.bucket === WHEELS_BUCKET ? layout.wheel(id) : layout.metadata(id), sizeBytes: stat.size } : undefined
  const inside = stat.isDirectory() ? readdirSync(item.path) : []
  const stats = inside.map((name) => lstatSync(path.join(item.path, name)))
  const isPlain = stats.length > 0 && stats.every((file) => file.isFile())
  return isPlain ? { id, place: layout.built(id), sizeBytes: stats.reduce((sum, file) => sum + file.size, 0) } : undefined
}

function moveUnlessThere(from: string, to: string): boolean {
  if (lstatSync(to, { throwIfNoEntry: false }) !== undefined) return false
  mkdirSync(path.dirname(to), { recursive: true })
  renameFile(from, to)
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
