import type { ArchiveEntry } from './directory.ts'
import { invalid, unsafe } from './refusal.ts'
import type { ArchiveSource } from './source.ts'

const HEADER_BYTES = 30
const HEADER_SIGNATURE = 0x04034b50
const DESCRIPTOR_SIGNATURE = 0x08074b50
const FLAG_DESCRIPTOR = 0x8
/** Flags that change what the data or the name means; the others are hints of the compressor. */
const MEANING_FLAGS = 0x0809 | 0x2060
const MAX_32 = 0xffffffff

/**
 * Where an entry's compressed data begins, after holding its local header to the central directory: name, method, flags
 * that change meaning, CRC, sizes and data descriptor must be equal, and the entry must end where the next one begins, so
 * that no two readers can see different files. Throws `archive-invalid`, `archive-unsafe`.
 */
export function dataOffset(source: ArchiveSource, entry: ArchiveEntry): number {
  const { headerOffset, rawName } = entry
  const header = source.read(headerOffset, HEADER_BYTES + rawName.length)
  if (header.readUInt32LE(0) !== HEADER_SIGNATURE) throw invalid(source, `${entry.path} has no local header where the directory says`)
  const nameLength = header.readUInt16LE(26)
  const extraLength = header.readUInt16LE(28)
  if (nameLength !== rawName.length || header.compare(rawName, 0, nameLength, HEADER_BYTES) !== 0) throw unsafe(source, `${entry.path} has another name in its local header`)
  if (header.readUInt16LE(8) !== (entry.method === 'stored' ? 0 : 8)) throw unsafe(source, `${entry.path} has another compression method in its local header`)
  if (((header.readUInt16LE(6) ^ entry.flags) & MEANING_FLAGS) !== 0) throw unsafe(source, `${entry.path} has other flags in its local header`)
  const local: LocalFacts = { crc32: header.readUInt32LE(14), compressedBytes: header.readUInt32LE(18), sizeBytes: header.readUInt32LE(22) }
  const start = headerOffset + HEADER_BYTES + nameLength + extraLength
  if (!isAgreed(source, entry, { local, extraOffset: start - extraLength, extraLength })) throw unsafe(source, `${entry.path} has another CRC or size in its local header`)
  checkEnd(source, entry, start + entry.compressedBytes)
  return start
}

interface LocalFacts {
  readonly crc32: number
  readonly compressedBytes: number
  readonly sizeBytes: number
}

interface LocalHeader {
  readonly local: LocalFacts
  readonly extraOffset: number
  readonly extraLength: number
}

/** With a descriptor behind the data, the header may leave its fields zero; what it does say has to be right. */
function isAgreed(source: ArchiveSource, entry: ArchiveEntry, { local, extraOffset, extraLength }: LocalHeader): boolean {
  const isDeferred = (entry.flags & FLAG_DESCRIPTOR) !== 0
  const fits = (value: number, right: number): boolean => value === right || (isDeferred && value === 0)
  if (!fits(local.crc32, entry.crc32)) return false
  if (local.compressedBytes !== MAX_32 && local.sizeBytes !== MAX_32) return fits(local.compressedBytes, entry.compressedBytes) && fits(local.sizeBytes, entry.sizeBytes)
  const [sizeBytes, compressedBytes] = zip64Sizes(source.read(extraOffset, extraLength))
  return sizeBytes !== undefined && compressedBytes !== undefined && fits(Number(sizeBytes), entry.sizeBytes) && fits(Number(compressedBytes), entry.compressedBytes)
}

/** In a local header the zip64 field holds both sizes (APPNOTE 4.5.3). */
function zip64Sizes(extra: Buffer): [bigint, bigint] | [] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === 1 && extra.readUInt16LE(at + 2) >= 16 && at + 20 <= extra.length) return [extra.readBigUInt64LE(at + 4), extra.readBigUInt64LE(at + 12)]
  }
  return []
}

/** What follows the data is nothing, or a descriptor in one of its four forms that says what the directory says. */
function checkEnd(source: ArchiveSource, entry: ArchiveEntry, dataEnd: number): void {
  const restBytes = entry.endOffset - dataEnd
  if (restBytes < 0) throw unsafe(source, `${entry.path} overlaps what follows it in the archive`)
  const isDeferred = (entry.flags & FLAG_DESCRIPTOR) !== 0
  if (!isDeferred && restBytes === 0) return
  if (isDeferred && [12, 16, 20, 24].includes(restBytes) && isDescriptor(source.read(dataEnd, restBytes), entry)) return
  throw unsafe(source, isDeferred ? `${entry.path} has no data descriptor that fits` : `${restBytes} bytes stand behind ${entry.path} that belong to no entry`)
}

function isDescriptor(descriptor: Buffer, entry: ArchiveEntry): boolean {
  const isSigned = descriptor.length % 8 === 0
  if (isSigned && descriptor.readUInt32LE(0) !== DESCRIPTOR_SIGNATURE) return false
  const fields = isSigned ? descriptor.subarray(4) : descriptor
  if (fields.readUInt32LE(0) !== entry.crc32) return false
  if (fields.length === 12) return fields.readUInt32LE(4) === entry.compressedBytes && fields.readUInt32LE(8) === entry.sizeBytes
  return fields.readBigUInt64LE(4) === BigInt(entry.compressedBytes) && fields.readBigUInt64LE(12) === BigInt(entry.sizeBytes)
}
