import { toSha256, type Sha256 } from '../kernel/hash.ts'
import { parseMetadata, type CoreMetadata } from '../standards/metadata.ts'
import type { BuiltEntry } from '../store/built-wheels.ts'
import { buildKey, type BuildFacts } from './build-facts.ts'
import type { FreshWheel } from './built-wheel.ts'
import type { BuilderParts } from './parts.ts'
import type { BuildSource, BuiltWheel } from './types.ts'

type KeepingParts = Pick<BuilderParts, 'store' | 'hashFile' | 'events'>

/** What an earlier run built and noted under a key, its bytes not looked at. */
export interface KeptEntry extends BuiltEntry {
  readonly parsed: CoreMetadata
}

/** The entry of an earlier run for these facts. What it says of the wheel is enough to resolve by; a note that cannot be read is none. */
export async function findKept(key: string, { store }: KeepingParts): Promise<KeptEntry | undefined> {
  const entry = await store?.find(key)
  const metadata = entry === undefined ? undefined : parseMetadata(entry.record.metadata)
  return entry === undefined || metadata?.ok !== true || toSha256(entry.record.sha256) === undefined ? undefined : { ...entry, parsed: metadata.value }
}

/** The wheel of an entry, hashed: caches are restored from elsewhere, disks fail. A damaged one is dropped. */
export async function verifyKept(key: string, entry: KeptEntry, parts: KeepingParts): Promise<BuiltWheel | undefined> {
  const { sha256, sizeBytes } = await parts.hashFile(entry.path)
  const kept = keptWheel(entry)
  if (sha256 === kept.sha256 && sizeBytes === kept.sizeBytes) return kept
  parts.events.count('store-healed', 1, key)
  parts.events.notice('info', `${entry.record.filename} in the store was damaged; it is built again`)
  await parts.store?.drop(key)
  return undefined
}

/** An entry as the wheel it says it is. */
export function keptWheel({ record, path, parsed }: KeptEntry): BuiltWheel {
  const { filename, sizeBytes, metadata } = record
  return { path, filename, sha256: record.sha256.toLowerCase() as Sha256, sizeBytes, metadata: parsed, metadataText: metadata, reused: true }
}

/** What is noted beside a wheel that was built. */
export interface KeepFacts {
  /** Undefined: this wheel is for this run alone. */
  readonly facts: BuildFacts | undefined
  readonly builtWith: readonly string[]
  readonly buildSeconds: number
}

/** Puts a built wheel into the store, where it may be kept; gives the wheel at the place where it stays. */
export async function keepWheel(source: BuildSource, fresh: FreshWheel, { facts, builtWith, buildSeconds }: KeepFacts, parts: KeepingParts): Promise<BuiltWheel> {
  const { sha256, sizeBytes } = await parts.hashFile(fresh.path)
  const { filename, metadata, metadataText } = fresh
  const wheel = { filename, sha256, sizeBytes, metadata, metadataText, reused: false }
  if (facts === undefined || parts.store === undefined) return { ...wheel, path: fresh.path }
  const record = { facts, filename, sha256, sizeBytes, metadata: metadataText, builtWith, buildSeconds }
  const entry = await parts.store.keep(buildKey(facts), record, fresh.path)
  if (source.origin.kind === 'repository') await parts.store.noteRepository(source.origin.url)
  return { ...wheel, path: entry?.record.sha256 === sha256 ? entry.path : fresh.path }
}
