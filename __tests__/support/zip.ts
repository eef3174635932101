import { closeSync, openSync, writeSync } from 'node:fs'
import { crc32, deflateRawSync } from 'node:zlib'

/**
 * A zip writer for tests: deterministic, and able to write every field wrong on purpose.
 * Layout: PKWARE APPNOTE 6.3.10. A fault is an override of a header's field (`local`, `central`, `descriptor`, `end`);
 * what is not overridden is right.
 */

export const METHOD_STORED = 0
export const METHOD_DEFLATED = 8
export const FLAG_ENCRYPTED = 1
export const FLAG_DESCRIPTOR = 1 << 3
export const FLAG_UTF8 = 1 << 11

/** The fields of a local or central header; sizes and offset in bytes. */
export interface HeaderFields {
  versionMadeBy: number
  versionNeeded: number
  flags: number
  method: number
  time: number
  date: number
  crc: number
  compressedSize: number
  size: number
  name: Buffer
  extra: Buffer
  comment: Buffer
  internalAttributes: number
  externalAttributes: number
  offset: number
}

export interface ZipEntry {
  /** As stored; a name that ends in `/` is a directory. A Buffer writes bytes that are no UTF-8. */
  readonly name: string | Buffer
  /** Uncompressed content; a function is called when its turn comes, so that big archives need no memory for all. */
  readonly content?: string | Buffer | (() => Buffer)
  /** 0 stored, 8 deflated (default); for any other number the content is written as it is. */
  readonly method?: number
  /** st_mode, type bits included; default a regular file with 0644, or a directory with 0755. */
  readonly mode?: number
  /** Sizes go into zip64 extra fields, whatever they are. */
  readonly zip64?: boolean
  /** Sizes and CRC follow the data (flag bit 3); an object writes the descriptor's fields wrong. */
  readonly descriptor?: boolean | { readonly signature?: boolean; readonly crc?: number; readonly compressedSize?: number; readonly size?: number }
  readonly local?: Partial<HeaderFields>
  readonly central?: Partial<HeaderFields>
  /** Absent from the central directory, or from the body (then the central header points at `central.offset` or 0). */
  readonly omit?: 'central' | 'local'
}

export interface ZipOptions {
  /** Bytes before the first local header. Offsets count them when `prefixCounted` (default), else are off by its length. */
  readonly prefix?: Buffer
  readonly prefixCounted?: boolean
  /** Bytes after the end record that its comment does not cover. */
  readonly trailing?: Buffer
  readonly comment?: string
  /** A zip64 end record and locator, with 0xFFFF… in the plain end record. */
  readonly zip64?: boolean
  readonly end?: Partial<{ entriesOnDisk: number; entries: number; centralSize: number; centralOffset: number; disk: number; commentLength: number }>
  /** A complete second archive's central directory and end record, written before the real ones: two readers, two contents. */
  readonly decoyDirectory?: readonly ZipEntry[]
}

interface Written {
  readonly entry: ZipEntry
  readonly fields: HeaderFields
}

const UNIX = 3 << 8
const DOS_EPOCH = (1 << 5) | 1
const MAX32 = 0xffffffff

/** The archive as one buffer. */
export function zip(entries: readonly ZipEntry[], options: ZipOptions = {}): Buffer {
  return Buffer.concat([...zipParts(entries, options)])
}

/** Writes the archive part by part; memory is bounded by the biggest entry. */
export function writeZip(path: string, entries: readonly ZipEntry[], options: ZipOptions = {}): void {
  const file = openSync(path, 'w')
  try {
    for (const part of zipParts(entries, options)) for (let at = 0; at < part.length;) at += writeSync(file, part, at)
  } finally {
    closeSync(file)
  }
}

/** The archive's bytes in order. */
export function* zipParts(entries: readonly ZipEntry[], options: ZipOptions = {}): Generator<Buffer> {
  let position = 0
  const written: Written[] = []
  if (options.prefix !== undefined) yield options.prefix
  if (options.prefixCounted !== false) position += options.prefix?.length ?? 0
  for (const entry of entries) {
    const { fields, parts } = body(entry, position)
    written.push({ entry, fields })
    for (const part of entry.omit === 'local' ? [] : parts) {
      position += part.length
      yield part
    }
  }
  if (options.decoyDirectory !== undefined) {
    const decoy = directory(options.decoyDirectory.map((entry) => ({ entry, fields: body(entry, 0).fields })), position, {})
    position += decoy.length
    yield decoy
  }
  yield directory(written, position, options)
  if (options.trailing !== undefined) yield options.trailing
}

function body(entry: ZipEntry, offset: number): { fields: HeaderFields; parts: Buffer[] } {
  const content = contentOf(entry)
  const name = Buffer.from(entry.name as string)
  const isDirectory = name.at(-1) === 0x2f
  const method = entry.method ?? (isDirectory ? METHOD_STORED : METHOD_DEFLATED)
  const data = method === METHOD_DEFLATED ? deflateRawSync(content, { level: 6 }) : content
  const mode = entry.mode ?? (isDirectory ? 0o040755 : 0o100644)
  const fields: HeaderFields = {
    versionMadeBy: UNIX | 20,
    versionNeeded: entry.zip64 === true ? 45 : 20,
    flags: (typeof entry.name === 'string' && /[^\x20-\x7e]/.test(entry.name) ? FLAG_UTF8 : 0) | (describes(entry) ? FLAG_DESCRIPTOR : 0),
    method,
    time: 0,
    date: DOS_EPOCH,
    crc: crc32(content),
    compressedSize: data.length,
    size: content.length,
    name,
    extra: Buffer.alloc(0),
    comment: Buffer.alloc(0),
    internalAttributes: 0,
    externalAttributes: ((mode << 16) | (isDirectory ? 0x10 : 0)) >>> 0,
    offset,
  }
  return { fields, parts: [localHeader(entry, fields), data, ...(describes(entry) ? [descriptor(entry, fields)] : [])] }
}

/** The uncompressed content of an entry. */
export function contentOf(entry: ZipEntry): Buffer {
  const { content = '' } = entry
  return typeof content === 'function' ? content() : Buffer.from(content as string)
}

function describes(entry: ZipEntry): boolean {
  return entry.descriptor !== undefined && entry.descriptor !== false
}

function localHeader(entry: ZipEntry, right: HeaderFields): Buffer {
  const deferred = describes(entry) ? { crc: 0, compressedSize: 0, size: 0 } : {}
  const wide = entry.zip64 === true ? { ...deferred, compressedSize: MAX32, size: MAX32, extra: zip64Extra([right.size, right.compressedSize]) } : deferred
  const fields = { ...right, ...wide, ...entry.local }
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  writeCommon(header, 4, fields)
  return Buffer.concat([header, fields.name, fields.extra])
}

function centralHeader({ entry, fields: right }: Written): Buffer {
  const wide = entry.zip64 === true
    ? { compressedSize: MAX32, size: MAX32, offset: MAX32, extra: zip64Extra([right.size, right.compressedSize, right.offset]) }
    : {}
  const fields = { ...right, ...wide, ...entry.central }
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(fields.versionMadeBy, 4)
  writeCommon(header, 6, fields)
  header.writeUInt16LE(fields.comment.length, 32)
  header.writeUInt16LE(fields.internalAttributes, 36)
  header.writeUInt32LE(fields.externalAttributes, 38)
  header.writeUInt32LE(fields.offset, 42)
  return Buffer.concat([header, fields.name, fields.extra, fields.comment])
}

/** The 26 bytes that local and central headers share, from `versionNeeded` to the length of the extra field. */
function writeCommon(header: Buffer, at: number, fields: HeaderFields): void {
  header.writeUInt16LE(fields.versionNeeded, at)
  header.writeUInt16LE(fields.flags, at + 2)
  header.writeUInt16LE(fields.method, at + 4)
  header.writeUInt16LE(fields.time, at + 6)
  header.writeUInt16LE(fields.date, at + 8)
  header.writeUInt32LE(fields.crc, at + 10)
  header.writeUInt32LE(fields.compressedSize, at + 14)
  header.writeUInt32LE(fields.size, at + 18)
  header.writeUInt16LE(fields.name.length, at + 22)
  header.writeUInt16LE(fields.extra.length, at + 24)
}

function zip64Extra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(8 * values.length, 2)
  values.forEach((value, index) => extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index))
  return extra
}

function descriptor(entry: ZipEntry, right: HeaderFields): Buffer {
  const faults = typeof entry.descriptor === 'object' ? entry.descriptor : {}
  const fields = { signature: true, ...right, ...faults }
  const wide = entry.zip64 === true
  const buffer = Buffer.alloc(wide ? 24 : 16)
  buffer.writeUInt32LE(0x08074b50, 0)
  buffer.writeUInt32LE(fields.crc, 4)
  if (wide) {
    buffer.writeBigUInt64LE(BigInt(fields.compressedSize), 8)
    buffer.writeBigUInt64LE(BigInt(fields.size), 16)
  } else {
    buffer.writeUInt32LE(fields.compressedSize, 8)
    buffer.writeUInt32LE(fields.size, 12)
  }
  return fields.signature ? buffer : buffer.subarray(4)
}

function directory(written: readonly Written[], offset: number, options: ZipOptions): Buffer {
  const headers = Buffer.concat(written.filter(({ entry }) => entry.omit !== 'central').map(centralHeader))
  const entries = written.filter(({ entry }) => entry.omit !== 'central').length
  const right = { entriesOnDisk: entries, entries, centralSize: headers.length, centralOffset: offset, disk: 0 }
  const wide = options.zip64 === true ? [zip64End(right, offset + headers.length)] : []
  const shown = options.zip64 === true ? { ...right, entriesOnDisk: 0xffff, entries: 0xffff, centralSize: MAX32, centralOffset: MAX32 } : right
  return Buffer.concat([headers, ...wide, endRecord(shown, options)])
}

type End = { entriesOnDisk: number; entries: number; centralSize: number; centralOffset: number; disk: number }

function zip64End(end: End, offset: number): Buffer {
  const buffer = Buffer.alloc(56 + 20)
  buffer.writeUInt32LE(0x06064b50, 0)
  buffer.writeBigUInt64LE(44n, 4)
  buffer.writeUInt16LE(UNIX | 45, 12)
  buffer.writeUInt16LE(45, 14)
  buffer.writeBigUInt64LE(BigInt(end.entriesOnDisk), 24)
  buffer.writeBigUInt64LE(BigInt(end.entries), 32)
  buffer.writeBigUInt64LE(BigInt(end.centralSize), 40)
  buffer.writeBigUInt64LE(BigInt(end.centralOffset), 48)
  buffer.writeUInt32LE(0x07064b50, 56)
  buffer.writeBigUInt64LE(BigInt(offset), 64)
  buffer.writeUInt32LE(1, 72)
  return buffer
}

function endRecord(right: End, options: ZipOptions): Buffer {
  const comment = Buffer.from(options.comment ?? '')
  const end = { ...right, commentLength: comment.length, ...options.end }
  const buffer = Buffer.alloc(22)
  buffer.writeUInt32LE(0x06054b50, 0)
  buffer.writeUInt16LE(end.disk, 4)
  buffer.writeUInt16LE(end.disk, 6)
  buffer.writeUInt16LE(end.entriesOnDisk, 8)
  buffer.writeUInt16LE(end.entries, 10)
  buffer.writeUInt32LE(end.centralSize, 12)
  buffer.writeUInt32LE(end.centralOffset, 16)
  buffer.writeUInt16LE(end.commentLength, 20)
  return Buffer.concat([buffer, comment])
}
