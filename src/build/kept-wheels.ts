import { toSha256 } from '../kernel/hash.ts'
import { parseMetadata } from '../standards/metadata.ts'
import type { BuiltEntry } from '../store/built-wheels.ts'
import { buildKey, type BuildFacts } from './build-facts.ts'
import type { FreshWheel } from './built-wheel.ts'
import type { BuilderParts } from './parts.ts'
import type { BuildSource, BuiltWheel } from './types.ts'

type KeepingParts = Pick<BuilderParts, 'store' | 'hashFile' | 'events'>

/** The wheel that an earlier run built under the facts of this key, hashed anew: caches are restored from elsewhere, disks fail. A damaged one is dropped. */
export async function readKept(key: string, parts: KeepingParts): Promise<BuiltWheel | undefined> {
  const entry = await parts.store?.find(key)
  if (entry === undefined) return undefined
  const kept = await verify(entry, parts)
  if (kept === undefined) {
    parts.events.count('store-healed', 1)
    parts.events.notice('info', `${entry.record.filename} in the store was damaged; it is built again`)
    await parts.store?.drop(key)
  }
  return kept
}

async function verify({ record, path }: BuiltEntry, parts: KeepingParts): Promise<BuiltWheel | undefined> {
  const { sha256, sizeBytes } = await parts.hashFile(path)
  const metadata = parseMetadata(record.metadata)
  if (sha256 !== toSha256(record.sha256) || !metadata.ok) return undefined
  return { path, filename: record.filename, sha256, sizeBytes, metadata: metadata.value, metadataText: record.metadata, reused: true }
}

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
