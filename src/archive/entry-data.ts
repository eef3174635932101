import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { once } from 'node:events'
import { systemErrorCode } from '../kernel/errors.ts'
import { invalid, unsafe, type ArchiveEntry } from './directory.ts'
import type { ArchiveSource } from './source.ts'

const LOCAL_HEADER_BYTES = 30
const LOCAL_HEADER_SIGNATURE = 0x04034b50
/** Compressed bytes handed to the streaming inflater at once. */
const CHUNK_BYTES = 256 << 10

/**
 * Where an entry's compressed data begins, after holding its local header to the central directory: name, method, flags
 * that change meaning, and (unless a data descriptor follows) CRC and sizes must be equal, so that no two readers can see
 * different files.
 */
export function dataOffset(source: ArchiveSource, entry: ArchiveEntry): number {
  const header = source.read(entry.headerOffset, LOCAL_HEADER_BYTES + entry.rawName.length)
  if (header.readUInt32LE(0) !== LOCAL_HEADER_SIGNATURE) throw invalid(source, `${entry.path} has no local header where the directory says`)
  const nameLength = header.readUInt16LE(26)
  const extraLength = header.readUInt16LE(28)
  if (nameLength !== entry.rawName.length || !header.subarray(LOCAL_HEADER_BYTES).equals(entry.rawName)) {
    throw unsafe(source, `${entry.path} has another name in its local header`)
  }
  if (header.readUInt16LE(8) !== (entry.method === 'stored' ? 0 : 8)) throw unsafe(source, `${entry.path} has another compression method in its local header`)
  if (((header.readUInt16LE(6) ^ entry.flags) & 0x0809) !== 0) throw unsafe(source, `${entry.path} has other flags in its local header`)
  const hasDescriptor = (entry.flags & 0x8) !== 0
  if (!hasDescriptor) compareSizes(source, entry, header)
  const start = entry.headerOffset + LOCAL_HEADER_BYTES + nameLength + extraLength
  if (start + entry.compressedBytes > source.sizeBytes) throw invalid(source, `${entry.path} reaches beyond the end of the archive`)
  return start
}

function compareSizes(source: ArchiveSource, entry: ArchiveEntry, header: Buffer): void {
  const sizes = [header.readUInt32LE(18), header.readUInt32LE(22)]
  const isZip64 = sizes.includes(0xffffffff)
  const same = header.readUInt32LE(14) === entry.crc32 && (isZip64 || (sizes[0] === entry.compressedBytes && sizes[1] === entry.sizeBytes))
  if (!same) throw unsafe(source, `${entry.path} has another CRC or size in its local header`)
}

/** The whole content of an entry, checked against its declared size and CRC. For entries that fit in memory. */
export function readEntry(source: ArchiveSource, entry: ArchiveEntry): Buffer {
  const compressed = source.read(dataOffset(source, entry), entry.compressedBytes)
  const content = entry.method === 'stored' ? compressed : inflateWhole(source, entry, compressed)
  assertContent(source, entry, { sizeBytes: content.length, crc: crc32(content) })
  return content
}

/** `maxOutputLength` stops a bomb at the declared size; zlib refuses 0, hence the 1 for empty files. */
function inflateWhole(source: ArchiveSource, entry: ArchiveEntry, compressed: Buffer): Buffer {
  try {
    return inflateRawSync(compressed, { maxOutputLength: Math.max(1, entry.sizeBytes), chunkSize: inflateChunk(entry.sizeBytes) })
  } catch (error) {
    throw inflateError(source, entry, error)
  }
}

/** One output buffer of the right size saves zlib from growing and joining; it accepts 64 bytes and more. */
function inflateChunk(sizeBytes: number): number {
  return Math.max(64, sizeBytes + 1)
}

/** The content in pieces, for entries too large to hold; the size and CRC are judged after the last piece. */
export async function* streamEntry(source: ArchiveSource, entry: ArchiveEntry): AsyncGenerator<Buffer> {
  let sizeBytes = 0
  let crc = 0
  const pieces = entry.method === 'stored' ? storedPieces(source, entry) : inflatedPieces(source, entry)
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

async function* inflatedPieces(source: ArchiveSource, entry: ArchiveEntry): AsyncGenerator<Buffer> {
  const inflater = createInflateRaw({ chunkSize: CHUNK_BYTES, finishFlush: constants.Z_SYNC_FLUSH })
  const feed = async (): Promise<void> => {
    for (const piece of storedPieces(source, entry)) {
      if (!inflater.write(Buffer.from(piece))) await once(inflater, 'drain')
    }
    inflater.end()
  }
  const fed = feed()
  fed.catch(() => inflater.destroy())
  try {
    for await (const piece of inflater) yield piece as Buffer
  } catch (error) {
    throw inflateError(source, entry, error)
  } finally {
    inflater.destroy()
  }
  await fed
}

function inflateError(source: ArchiveSource, entry: ArchiveEntry, error: unknown): Error {
  return systemErrorCode(error) === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(source, entry) : invalid(source, `${entry.path} cannot be inflated (${(error as Error).message})`)
}

function tooLarge(source: ArchiveSource, entry: ArchiveEntry): Error {
  return unsafe(source, `${entry.path} holds more than the ${entry.sizeBytes} bytes it declares`)
}

function assertContent(source: ArchiveSource, entry: ArchiveEntry, got: { readonly sizeBytes: number; readonly crc: number }): void {
  if (got.sizeBytes !== entry.sizeBytes) throw invalid(source, `${entry.path} has ${got.sizeBytes} bytes, declared are ${entry.sizeBytes}`)
  if (got.crc !== entry.crc32) throw invalid(source, `${entry.path} has a wrong CRC-32`)
}
