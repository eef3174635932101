import { crc32 } from 'node:zlib'
import type { NormalizedName } from '../standards/names.ts'
import type { FileTable } from './file-table.ts'

/** Raise it when tables are made or written otherwise: those of other formats are made anew of their pages. */
const FORMAT = 1
/** Also tells a machine with another order of bytes. */
const MAGIC = 0x70746231
const HEADER_WORDS = 7
/** What the checksum is of, from here to the end. */
const CHECKED_FROM = 4

/** All of a table but the files. */
export type TableFacts = Omit<FileTable, 'fileAt'>

/**
 * A table as bytes: a header of 32-bit words (what it is, how long, the CRC-32 of what follows, how many numbers there are), the
 * numbers in this machine's order of bytes, the texts as JSON. For this disk alone.
 */
export function encodeTable({ project, heads, versionOfHead, versionCount, tags, pythons, rows }: TableFacts): Buffer {
  const texts = Buffer.from(JSON.stringify([project, heads, tags, pythons]))
  const numbersBytes = (versionOfHead.length + rows.length) * 4
  const bytes = Buffer.alloc(HEADER_WORDS * 4 + numbersBytes + texts.length)
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER_WORDS + versionOfHead.length + rows.length)
  words.set(versionOfHead, HEADER_WORDS)
  words.set(rows, HEADER_WORDS + versionOfHead.length)
  texts.copy(bytes, HEADER_WORDS * 4 + numbersBytes)
  words.set([versionOfHead.length, rows.length, versionCount], CHECKED_FROM)
  words.set([MAGIC, FORMAT, bytes.length, crc32(bytes.subarray(CHECKED_FROM * 4))])
  return bytes
}

/** Bytes that a table takes which begins so; undefined: no table of this format. */
export function tableBytes(beginning: Buffer): number | undefined {
  if (beginning.length < HEADER_WORDS * 4) return undefined
  const [magic, format, length] = wordsOf(beginning.subarray(0, HEADER_WORDS * 4), 0, HEADER_WORDS)
  return magic === MAGIC && format === FORMAT ? length : undefined
}

/** Reads what `encodeTable` wrote; undefined for anything else than the whole of it. */
export function decodeTable(bytes: Buffer): TableFacts | undefined {
  if (tableBytes(bytes) !== bytes.length) return undefined
  const [, , , checksum, headCount = 0, rowWords = 0, versionCount = 0] = wordsOf(bytes, 0, HEADER_WORDS)
  if (checksum !== crc32(bytes.subarray(CHECKED_FROM * 4))) return undefined
  const textsAt = (HEADER_WORDS + headCount + rowWords) * 4
  const [project, heads, tags, pythons] = JSON.parse(bytes.toString('utf8', textsAt)) as [NormalizedName, string[], string[], string[]]
  const versionOfHead = new Int32Array(wordsOf(bytes, HEADER_WORDS, headCount).buffer)
  return { project, heads, versionOfHead, versionCount, tags, pythons, rows: wordsOf(bytes, HEADER_WORDS + headCount, rowWords) }
}

/** A copy: buffers may begin anywhere. */
function wordsOf(bytes: Buffer, start: number, count: number): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(count)
  bytes.copy(Buffer.from(words.buffer), 0, start * 4, (start + count) * 4)
  return words
}
