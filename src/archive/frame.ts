import { invalid, unsafe } from './refusal.ts'
import type { ArchiveSource } from './source.ts'

/** Where the central directory of an archive lies, by its end records. */
export interface ArchiveFrame {
  readonly directoryOffset: number
  /** End of the directory: the first byte of the end records. */
  readonly directoryEnd: number
  readonly entryCount: number
  /** Where the plain end record begins. */
  readonly endOffset: number
}

const END_BYTES = 22
const END_SIGNATURE = 0x06054b50
const LOCATOR_BYTES = 20
const LOCATOR_SIGNATURE = 0x07064b50
/** A zip64 end record of version 1, without the extensible part that nobody writes. */
const ZIP64_BYTES = 56
const ZIP64_SIGNATURE = 0x06064b50
const LONGEST_COMMENT = 0xffff
const MAX_16 = 0xffff
const MAX_32 = 0xffffffff

/**
 * Finds the end records (APPNOTE 4.3.14 to 4.3.16) and holds them to each other: one end record, nothing behind it, one
 * disk, a directory that ends where they begin. Readers disagree about archives in which any of this is otherwise.
 * Reads 98 bytes of an archive without a comment. Throws `archive-invalid`, `archive-unsafe`.
 */
export function readFrame(source: ArchiveSource): ArchiveFrame {
  const endOffset = findEnd(source)
  const end = source.read(endOffset, END_BYTES)
  const plain: Counts = {
    entriesHere: end.readUInt16LE(8),
    entries: end.readUInt16LE(10),
    directoryBytes: end.readUInt32LE(12),
    directoryOffset: end.readUInt32LE(16),
  }
  if (end.readUInt16LE(4) !== end.readUInt16LE(6)) throw invalid(source, 'it is one part of an archive of several')
  const wide = readZip64(source, endOffset)
  const counts = wide === undefined ? plain : agreed(source, plain, wide)
  const directoryEnd = wide === undefined ? endOffset : endOffset - LOCATOR_BYTES - ZIP64_BYTES
  if (counts.entriesHere !== counts.entries) throw invalid(source, 'it is one part of an archive of several')
  const between = directoryEnd - counts.directoryOffset - counts.directoryBytes
  if (between > 0) throw unsafe(source, `${between} bytes stand before the archive or behind its directory`)
  if (between < 0) throw invalid(source, 'its directory reaches into its end record')
  return { directoryOffset: counts.directoryOffset, directoryEnd, entryCount: counts.entries, endOffset }
}

interface Counts {
  readonly entriesHere: number
  readonly entries: number
  readonly directoryBytes: number
  readonly directoryOffset: number
}

/** Nearly always the last 22 bytes; else the last signature, behind which a comment has to fill the file exactly. */
function findEnd(source: ArchiveSource): number {
  if (source.sizeBytes < END_BYTES) throw invalid(source, 'it is too short to be a zip archive')
  const last = source.sizeBytes - END_BYTES
  const record = source.read(last, END_BYTES)
  if (record.readUInt32LE(0) === END_SIGNATURE && record.readUInt16LE(20) === 0) return last
  const start = Math.max(0, last - LONGEST_COMMENT)
  const tail = source.read(start, source.sizeBytes - start)
  const signature = Buffer.from([0x50, 0x4b, 5, 6])
  const found = tail.lastIndexOf(signature)
  if (found === -1) throw invalid(source, 'it has no end record: it is no zip archive, or cut off')
  if (found + END_BYTES > tail.length) throw invalid(source, 'its end record is cut off')
  const rest = tail.length - found - END_BYTES - tail.readUInt16LE(found + 20)
  if (rest > 0) throw unsafe(source, `${rest} bytes stand behind its end`)
  if (rest < 0) throw invalid(source, 'its comment is cut off')
  return start + found
}

function readZip64(source: ArchiveSource, endOffset: number): Counts | undefined {
  const locatorOffset = endOffset - LOCATOR_BYTES
  if (locatorOffset < 0 || source.read(locatorOffset, 4).readUInt32LE(0) !== LOCATOR_SIGNATURE) return undefined
  const recordOffset = locatorOffset - ZIP64_BYTES
  const locator = source.read(locatorOffset, LOCATOR_BYTES)
  const isAdjacent = recordOffset >= 0 && locator.readBigUInt64LE(8) === BigInt(recordOffset)
  if (!isAdjacent || locator.readUInt32LE(4) !== 0 || locator.readUInt32LE(16) > 1) throw unsafe(source, 'its zip64 end record is not where it should be')
  const record = source.read(recordOffset, ZIP64_BYTES)
  if (record.readUInt32LE(0) !== ZIP64_SIGNATURE || record.readBigUInt64LE(4) !== BigInt(ZIP64_BYTES - 12)) throw unsafe(source, 'its zip64 end record cannot be read')
  if (record.readUInt32LE(16) !== 0 || record.readUInt32LE(20) !== 0) throw invalid(source, 'it is one part of an archive of several')
  return {
    entriesHere: toNumber(source, record.readBigUInt64LE(24)),
    entries: toNumber(source, record.readBigUInt64LE(32)),
    directoryBytes: toNumber(source, record.readBigUInt64LE(40)),
    directoryOffset: toNumber(source, record.readBigUInt64LE(48)),
  }
}

/** A field of the plain record either says "see zip64" or the same: else a reader without zip64 sees another archive. */
function agreed(source: ArchiveSource, plain: Counts, wide: Counts): Counts {
  const agrees = (small: number, large: number, max: number): boolean => small === max || small === large
  const isAgreed =
    agrees(plain.entries, wide.entries, MAX_16) && agrees(plain.entriesHere, wide.entriesHere, MAX_16) &&
    agrees(plain.directoryBytes, wide.directoryBytes, MAX_32) && agrees(plain.directoryOffset, wide.directoryOffset, MAX_32)
  if (!isAgreed) throw unsafe(source, 'its two end records name different directories')
  return wide
}

/** Sizes above 2^53 are no sizes; everything that follows may calculate with numbers. */
function toNumber(source: { readonly label: string }, value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw invalid(source, 'a size in it is beyond all measure')
  return Number(value)
}
