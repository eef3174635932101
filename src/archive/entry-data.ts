import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { once } from 'node:events'
import { systemErrorCode } from '../kernel/errors.ts'
import type { ArchiveEntry } from './directory.ts'
import type { Inflater } from './inflater.ts'
import { dataOffset } from './local-header.ts'
import { invalid, unsafe } from './refusal.ts'
import type { ArchiveSource } from './source.ts'

/** Compressed bytes handed to the streaming inflater at once. */
const CHUNK_BYTES = 256 << 10

/**
 * The whole content of an entry, checked against its declared size and CRC; good until the next read. For entries that fit
 * in memory. Whoever reads many brings an inflater.
 */
export function readEntry(source: ArchiveSource, entry: ArchiveEntry, inflater?: Inflater): Buffer {
  const compressed = source.read(dataOffset(source, entry), entry.compressedBytes)
  const content = entry.method === 'stored' ? compressed : inflater === undefined ? inflateWhole(source, entry, compressed) : reinflate(source, entry, { compressed, inflater })
  assertContent(source, entry, { sizeBytes: content.length, crc: crc32(content) })
  return content
}

function reinflate(source: ArchiveSource, entry: ArchiveEntry, { compressed, inflater }: { readonly compressed: Buffer; readonly inflater: Inflater }): Buffer {
  let inflated: ReturnType<Inflater['whole']>
  try {
    inflated = inflater.whole(compressed, entry.sizeBytes)
  } catch (error) {
    throw inflateError(source, entry, error)
  }
  if (inflated === undefined) throw tooLarge(source, entry)
  assertConsumed(source, entry, inflated.consumedBytes)
  return inflated.content
}

/** `maxOutputLength` stops a bomb at the declared size; zlib refuses 0, hence the 1 for empty files. */
function inflateWhole(source: ArchiveSource, entry: ArchiveEntry, compressed: Buffer): Buffer {
  let inflated: { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } }
  try {
    const options = { maxOutputLength: Math.max(1, entry.sizeBytes), chunkSize: inflateChunk(entry.sizeBytes), info: true }
    inflated = inflateRawSync(compressed, options) as unknown as typeof inflated
  } catch (error) {
    throw inflateError(source, entry, error)
  }
  assertConsumed(source, entry, inflated.engine.bytesWritten)
  return inflated.buffer
}

/** One output buffer of the right size saves zlib from growing and joining; it accepts 64 bytes and more. */
function inflateChunk(sizeBytes: number): number {
  return Math.max(64, sizeBytes + 1)
}

/** The content in pieces, each good until the next, for entries too large to hold; the size and CRC are judged after the last piece. */
export async function* streamEntry(source: ArchiveSource, entry: ArchiveEntry, inflater?: Inflater): AsyncGenerator<Buffer> {
  let sizeBytes = 0
  let crc = 0
  const pieces = entry.method === 'stored' ? storedPieces(source, entry) : inflater === undefined ? inflatedPieces(source, entry) : reinflatedPieces(source, entry, inflater)
  for await (const piece of pieces) {
    sizeBytes += piece.length
    if (sizeBytes > entry.sizeBytes) throw tooLarge(source, entry)
    crc = crc32(piece, crc)
    yield piece
  }
  assertContent(source, entry, { sizeBytes, crc })
}

function* storedPieces(source: ArchiveSource, entry: ArchiveEntry): Generator<Buffer> {
  const start = dataOffset(source, entry)
  for (let offset = 0; offset < entry.compressedBytes; offset += CHUNK_BYTES) {
    yield source.read(start + offset, Math.min(CHUNK_BYTES, entry.compressedBytes - offset))
  }
}

function* reinflatedPieces(source: ArchiveSource, entry: ArchiveEntry, inflater: Inflater): Generator<Buffer> {
  let consumedBytes: number
  try {
    consumedBytes = yield* inflater.pieces(storedPieces(source, entry))
  } catch (error) {
    throw systemErrorCode(error)?.startsWith('Z_') === true ? inflateError(source, entry, error) : error
  }
  assertConsumed(source, entry, consumedBytes)
}

async function* inflatedPieces(source: ArchiveSource, entry: ArchiveEntry): AsyncGenerator<Buffer> {
  const inflater = createInflateRaw({ chunkSize: CHUNK_BYTES })
  const feed = async (): Promise<void> => {
    for (const piece of storedPieces(source, entry)) {
      if (!inflater.write(Buffer.from(piece))) await once(inflater, 'drain')
    }
    inflater.end()
  }
  const fed = feed()
  fed.catch((error: unknown) => inflater.destroy(error as Error))
  try {
    for await (const piece of inflater) yield piece as Buffer
  } catch (error) {
    throw systemErrorCode(error)?.startsWith('Z_') === true ? inflateError(source, entry, error) : error
  } finally {
    inflater.destroy()
  }
  assertConsumed(source, entry, inflater.bytesWritten)
}

function inflateError(source: ArchiveSource, entry: ArchiveEntry, error: unknown): Error {
  return systemErrorCode(error) === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(source, entry) : invalid(source, `${entry.path} cannot be inflated (${(error as Error).message})`)
}

function tooLarge(source: ArchiveSource, entry: ArchiveEntry): Error {
  return unsafe(source, `${entry.path} holds more than the ${entry.sizeBytes} bytes it declares`)
}

/** Bytes behind the end of a deflate stream are read by nobody, or by somebody else. */
function assertConsumed(source: ArchiveSource, entry: ArchiveEntry, consumedBytes: number): void {
  if (consumedBytes < entry.compressedBytes) throw unsafe(source, `${entry.path} has ${entry.compressedBytes - consumedBytes} bytes behind its compressed data`)
}

function assertContent(source: ArchiveSource, entry: ArchiveEntry, got: { readonly sizeBytes: number; readonly crc: number }): void {
  if (got.sizeBytes !== entry.sizeBytes) throw invalid(source, `${entry.path} has ${got.sizeBytes} bytes, declared are ${entry.sizeBytes}`)
  if (got.crc !== entry.crc32) throw invalid(source, `${entry.path} has a wrong CRC-32`)
}
