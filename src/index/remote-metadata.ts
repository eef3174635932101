import { MissingBytes, memoryArchive, type ArchiveSource } from '../archive/source.ts'
import type { HttpClient } from '../net/client.ts'
import { readRange, type RangeOptions, type RangeWanted } from '../net/ranges.ts'
import { metadataOf } from './wheel-metadata.ts'

/** What reading a wheel's METADATA from afar came to. */
export type RemoteMetadata =
  | { readonly kind: 'metadata'; readonly text: string }
  /** The wheel is so small that the first request brought all of it. */
  | { readonly kind: 'whole-wheel'; readonly bytes: Buffer }
  | { readonly kind: 'no-ranges' }
  | { readonly kind: 'absent'; readonly status: number }

/** Holds the directory and the dist-info of most wheels, and the whole of many pure ones. */
const TAIL_BYTES = 64 << 10
const MAX_FETCHES = 8

/**
 * Reads METADATA out of a remote wheel by ranges: its last 64 KiB first (build tools put dist-info and the directory
 * there), then only what is missing. One request for most wheels.
 */
export async function readRemoteMetadata(client: HttpClient, wheel: { readonly url: string; readonly label: string; readonly sizeBytes: number | undefined }, options: RangeOptions): Promise<RemoteMetadata> {
  const parts: Part[] = []
  let wanted: RangeWanted = { last: TAIL_BYTES }
  let isFirst = true
  for (let fetches = 0; fetches < MAX_FETCHES; fetches += 1) {
    const answer = await readRange(client, wheel.url, wanted, options)
    if (answer.kind === 'no-ranges' && isFirst && wheel.sizeBytes !== undefined && wheel.sizeBytes > TAIL_BYTES) {
      // Not every host counts from the end.
      wanted = { offset: wheel.sizeBytes - TAIL_BYTES, length: TAIL_BYTES }
      isFirst = false
      continue
    }
    if (answer.kind !== 'part') return answer
    isFirst = false
    if (answer.offset === 0 && answer.bytes.length === answer.totalBytes) return { kind: 'whole-wheel', bytes: answer.bytes }
    parts.push({ bytes: answer.bytes, offset: answer.offset })
    try {
      return { kind: 'metadata', text: metadataOf(partialArchive(wheel.label, parts, answer.totalBytes)) }
    } catch (error) {
      if (!(error instanceof MissingBytes)) throw error
      wanted = { offset: error.offset, length: Math.min(Math.max(error.length, 8 << 10), answer.totalBytes - error.offset) }
    }
  }
  return { kind: 'no-ranges' }
}

interface Part {
  readonly bytes: Buffer
  readonly offset: number
}

function partialArchive(label: string, parts: readonly Part[], sizeBytes: number): ArchiveSource {
  return {
    label,
    sizeBytes,
    read: (offset, length) => {
      const part = parts.find((candidate) => offset >= candidate.offset && offset + length <= candidate.offset + candidate.bytes.length)
      if (part === undefined) {
        if (offset + length > sizeBytes) return memoryArchive(label, Buffer.alloc(0), { offset: 0, totalBytes: sizeBytes }).read(offset, length)
        throw new MissingBytes(offset, length)
      }
      return part.bytes.subarray(offset - part.offset, offset - part.offset + length)
    },
  }
}
