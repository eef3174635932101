import { answer, type Answer } from '../index-server/answer.ts'
import { ranged } from '../index-server/ranges.ts'
import type { CacheEntry } from './entries.ts'

/** The headers Azure's storage client wants to see in every answer. */
const STORAGE_HEADERS = { 'x-ms-version': '2025-01-05', 'Last-Modified': 'Mon, 01 Jan 2024 00:00:00 GMT' }

/** Uploads in progress: blob id → block id → bytes. */
export type PendingBlocks = Map<number, Map<string, Buffer>>

/**
 * The part of Azure's blob storage that the toolkit uses: Put Blob, Put Block, Put Block List, Get Blob with ranges,
 * Get Blob Properties.
 */
export function blobAnswer(request: { method: string; url: URL; range: string | undefined; body: Buffer }, entry: CacheEntry, pending: PendingBlocks): Answer {
  const component = request.url.searchParams.get('comp')
  if (request.method === 'PUT') return stored(component, request, entry, pending)
  if (request.method !== 'GET' && request.method !== 'HEAD') return storageError(405, 'UnsupportedHttpVerb')
  const whole = answer(200, entry.bytes, { ...STORAGE_HEADERS, 'Content-Type': 'application/octet-stream', 'x-ms-blob-type': 'BlockBlob', ETag: etagOf(entry.id, entry.bytes) })
  return ranged(whole, { range: request.range, ifRange: undefined }, 'all')
}

export function storageError(status: number, code: string): Answer {
  const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`
  return answer(status, body, { ...STORAGE_HEADERS, 'Content-Type': 'application/xml', 'x-ms-error-code': code })
}

function stored(component: string | null, request: { url: URL; body: Buffer }, entry: CacheEntry, pending: PendingBlocks): Answer {
  if (entry.committed) return storageError(409, 'BlobImmutableDueToPolicy')
  if (component === 'block') {
    const blocks = pending.get(entry.id) ?? new Map<string, Buffer>()
    pending.set(entry.id, blocks.set(request.url.searchParams.get('blockid') ?? '', request.body))
    return created(entry.id, request.body)
  }
  if (component === 'blocklist') {
    const ids = [...request.body.toString().matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]+)</g)].map((match) => match[1] ?? '')
    const blocks = ids.map((id) => pending.get(entry.id)?.get(id))
    if (blocks.some((block) => block === undefined)) return storageError(400, 'InvalidBlockList')
    entry.bytes = Buffer.concat(blocks as Buffer[])
    return created(entry.id, entry.bytes)
  }
  entry.bytes = request.body
  return created(entry.id, entry.bytes)
}

function created(id: number, bytes: Buffer): Answer {
  return answer(201, '', { ...STORAGE_HEADERS, ETag: etagOf(id, bytes), 'x-ms-request-server-encrypted': 'true' })
}

/** Not by content, as the storage has it: hashing hundreds of megabytes takes longer than moving them. */
function etagOf(id: number, bytes: Buffer): string {
  return `"0x${id.toString(16)}-${bytes.length.toString(16)}"`
}
