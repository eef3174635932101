import { DIGEST_BYTES, isHashAlgorithm, type Hash } from '../kernel/hash.ts'
import { formatCsvRow, parseCsv } from './csv.ts'
import { compareCodePoints, quoted } from './python-text.ts'

/**
 * The RECORD file of a wheel or an installed distribution (PEP 376, PEP 427,
 * packaging.python.org/specifications/recording-installed-packages).
 */

/** One file. Directories are not listed. */
export interface RecordRow {
  /** Slash-separated; relative to the folder that holds the `.dist-info`, or absolute (scripts of another prefix). */
  readonly path: string
  /** Undefined for RECORD itself, for signatures and bytecode, and where the digest cannot be read. */
  readonly hash: Hash | undefined
  readonly sizeBytes: number | undefined
}

/** A row that breaks the format; `line` counts from 1. */
export interface RecordFault {
  readonly line: number
  readonly path: string
  readonly message: string
}

/** A RECORD as it was read. */
export interface RecordFile {
  readonly rows: readonly RecordRow[]
  readonly faults: readonly RecordFault[]
}

/**
 * Reads a RECORD. Never fails: what can be read of a faulty row is kept, with a fault beside it. Published wheels have
 * padded, truncated and hexadecimal digests, and pip installs them, so the caller decides what a fault means.
 * About 2 µs a row.
 */
export function parseRecord(text: string): RecordFile {
  const rows: RecordRow[] = []
  const faults: RecordFault[] = []
  for (const { fields, line } of parseCsv(text)) {
    const path = fields[0] ?? ''
    if (fields.length === 0) continue
    const add = (message: string): void => void faults.push({ line, path, message })
    if (path === '') add('the row has no path')
    else rows.push({ path, hash: readHash(fields[1] ?? '', add), sizeBytes: readSize(fields[2] ?? '', add) })
    if (fields.length > 3) add('the row has more than three elements')
  }
  return { rows, faults }
}

/**
 * The text of a RECORD as pip writes it: rows sorted by path, digest and size in code-point order, CRLF line ends
 * (the default of Python's csv writer). Equal rows in any order give equal bytes. About 2 µs a row.
 */
export function formatRecord(rows: readonly RecordRow[]): string {
  const columns = rows.map(columnsOf)
  // Comparing in native code is much faster, and right while no character is beyond U+FFFF.
  const compare = rows.some((row) => /[\ud800-\udfff]/.test(row.path)) ? compareCodePoints : compareUnits
  columns.sort((left, right) => compare(left[0], right[0]) || compareUnits(left[1], right[1]) || compareUnits(left[2], right[2]))
  return columns.map(([path, hash, size]) => `${formatCsvRow([path])},${hash},${size}\r\n`).join('')
}

type Columns = readonly [path: string, hash: string, size: string]

function columnsOf({ path, hash, sizeBytes }: RecordRow): Columns {
  return [path, hash === undefined ? '' : formatRecordHash(hash), sizeBytes?.toString() ?? '']
}

function compareUnits(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/** `sha256=…`: algorithm and digest in URL-safe base64 without padding. */
export function formatRecordHash(hash: Hash): string {
  return `${hash.algorithm}=${Buffer.from(hash.hex, 'hex').toString('base64url')}`
}

/** Reads `sha256=…`; undefined when the algorithm is unknown or the digest has not its length. Accepts padding. */
export function parseRecordHash(text: string): Hash | undefined {
  const separator = text.indexOf('=')
  const algorithm = text.slice(0, separator).toLowerCase()
  if (separator === -1 || !isHashAlgorithm(algorithm)) return undefined
  const digest = text.slice(separator + 1)
  if (!/^[\w-]+={0,2}$/.test(digest)) return undefined
  const bytes = Buffer.from(digest, 'base64url')
  return bytes.length === DIGEST_BYTES[algorithm] ? { algorithm, hex: bytes.toString('hex') } : undefined
}

function readHash(text: string, fault: (message: string) => void): Hash | undefined {
  if (text === '') return undefined
  const hash = parseRecordHash(text)
  if (hash === undefined) fault(`the digest ${quoted(text)} cannot be read`)
  else if (text.endsWith('=')) fault('the digest is padded')
  return hash
}

function readSize(text: string, fault: (message: string) => void): number | undefined {
  if (text === '') return undefined
  const size = /^\d{1,15}$/.test(text) ? Number(text) : undefined
  if (size === undefined) fault(`the size ${quoted(text)} is not a number`)
  return size
}
