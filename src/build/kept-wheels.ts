import { toSha256 } from '../kernel/hash.ts'
import { parseMetadata } from '../standards/metadata.ts'
import type { BuiltEntry } from '../store/built-wheels.ts'
import { buildKey, type BuildFacts } from './build-facts.ts'
import type { FreshWheel } from './built-wheel.ts'
import type { BuilderParts } from './parts.ts'
import type { BuildSource, BuiltWheel } from './types.ts'

/** A wheel built in an earlier run under the same facts. */
export interface KeptWheel {
  readonly wheel: BuiltWheel
  readonly metadataText: string
}

type KeepingParts = Pick<BuilderParts, 'store' | 'hashFile' | 'events'>

/** The kept wheel under this key, hashed anew: caches are restored from elsewhere, disks fail. A damaged one is dropped. */
export async function readKept(key: string, parts: KeepingParts): Promise<KeptWheel | undefined> {
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

async function verify({ record, path }: BuiltEntry, parts: KeepingParts): Promise<KeptWheel | undefined> {
  const { sha256, sizeBytes } = await parts.hashFile(path)
  const metadata = parseMetadata(record.metadata)
  if (sha256 !== toSha256(record.sha256) || !metadata.ok) return undefined
  return { wheel: { path, filename: record.filename, sha256, sizeBytes, metadata: metadata.value, reused: true }, metadataText: record.metadata }
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
  const wheel = { filename, sha256, sizeBytes, metadata, reused: false }
  if (facts === undefined || parts.store === undefined) return { ...wheel, path: fresh.path }
  const record = { facts, filename, sha256, sizeBytes, metadata: metadataText, builtWith, buildSeconds }
  const entry = await parts.store.keep(buildKey(facts), record, fresh.path)
  if (source.origin.kind === 'repository') await parts.store.noteRepository(source.origin.url)
  return { ...wheel, path: entry?.record.sha256 === sha256 ? entry.path : fresh.path }
}
