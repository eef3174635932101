import { createHash, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoreLayout } from './layout.ts'
import { readWhole, writeWhole } from './whole-file.ts'

/** What a build backend said of a source, as it was kept. `damaged`: a file is there, and is not what was written. */
export type PreparedAnswer = { readonly kind: 'whole'; readonly metadata: string } | { readonly kind: 'damaged' }

/**
 * METADATA that build backends prepared, by the digest of the facts they were asked under: those of a built wheel. Never fails: what cannot
 * be read or written is not there.
 */
export interface PreparedMetadataStore {
  find(key: string): Promise<PreparedAnswer | undefined>
  /** `facts`: those whose digest is the key, for people who look. */
  keep(key: string, metadata: string, facts: object): Promise<void>
  drop(key: string): Promise<void>
}

interface PreparedRecord {
  readonly facts: object
  readonly metadata: string
  /** Of the key and the metadata. */
  readonly digest: string
}

/** Records are sealed by a digest of key and metadata: what was damaged is not there. */
export function openPreparedMetadataStore(layout: StoreLayout): PreparedMetadataStore {
  return {
    find: (key) => Promise.resolve(readPrepared(layout.prepared(key), key)),
    keep: (key, metadata, facts) => {
      const record: PreparedRecord = { facts, metadata, digest: digestOf(key, metadata) }
      writeWhole(layout.prepared(key), `${JSON.stringify(record, undefined, 1)}\n`, join(layout.temporary, randomUUID()))
      return Promise.resolve()
    },
    drop: (key) => rm(layout.prepared(key), { force: true }).catch(() => undefined),
  }
}

/** The answer in a file, held against its digest; undefined: there is no such file. */
export function readPrepared(path: string, key: string): PreparedAnswer | undefined {
  const bytes = readWhole(path)
  if (bytes === undefined) return undefined
  const { metadata, digest } = parseRecord(bytes.toString('utf8'))
  return typeof metadata === 'string' && digest === digestOf(key, metadata) ? { kind: 'whole', metadata } : { kind: 'damaged' }
}

function parseRecord(text: string): Partial<PreparedRecord> {
  try {
    return (JSON.parse(text) as Partial<PreparedRecord> | null) ?? {}
  } catch {
    return {}
  }
}

/** With the key, so that a file that lies under another's name is no answer. */
function digestOf(key: string, metadata: string): string {
  return createHash('sha256').update(`${key}\n${metadata}`).digest('hex')
}
