import { EventEmitter } from 'node:events'
import yauzl from 'yauzl'
import { isUserError, messageOf } from '../kernel/errors.ts'
import { parseSafePath, type SafeRelPath } from '../standards/safe-path.ts'
import { readFrame, type ArchiveFrame } from './frame.ts'
import { invalid, unsafe } from './refusal.ts'
import { MissingBytes, type ArchiveSource } from './source.ts'

/** One file or folder of an archive, as its central directory says; `entry-data.ts` holds the local header to it. */
export interface ArchiveEntry {
  readonly path: SafeRelPath
  readonly isDirectory: boolean
  /** Any x-bit in the mode of a regular file, whatever system wrote it: what pip looks at. */
  readonly executable: boolean
  readonly method: 'stored' | 'deflated'
  readonly crc32: number
  readonly compressedBytes: number
  readonly sizeBytes: number
  readonly headerOffset: number
  /** Where the next entry or the directory begins: this entry has to end there. */
  readonly endOffset: number
  readonly flags: number
  readonly rawName: Buffer
}

/** What names of an archive have to be fit for. */
export interface DirectoryRules {
  /** The files will lie on Windows: names that it cannot hold are refused. */
  readonly windows: boolean
}

/**
 * Reads the central directory of a zip archive, strictly: one directory that fills its place, entries that fill the rest,
 * no duplicate names, no names that leave the folder, no links or devices, no encryption, stored or deflated only (see
 * docs/archives.md). Entries come in the order of their data. yauzl parses; what it does not check is checked here.
 * Throws `archive-invalid` or `archive-unsafe`. About 3 µs an entry.
 */
export function readDirectory(source: ArchiveSource, rules: DirectoryRules = { windows: false }): ArchiveEntry[] {
  const frame = readFrame(source)
  const raw = parseDirectory(source, frame)
  const entries = raw.map((entry) => checkEntry(source, entry, rules)).sort((a, b) => a.headerOffset - b.headerOffset)
  refuseClashes(source, entries)
  return withEnds(source, entries, frame)
}

/**
 * yauzl asks its reader through callbacks; answering at once makes the whole parse synchronous. yauzl looks for the end
 * record in the last 64 KiB; the frame has found it, so what stands before it is not read for that.
 */
class SynchronousReader extends EventEmitter {
  readonly #source: ArchiveSource
  readonly #frame: ArchiveFrame
  constructor(source: ArchiveSource, frame: ArchiveFrame) {
    super()
    this.#source = source
    this.#frame = frame
  }
  ref(): void {}
  unref(): void {}
  // eslint-disable-next-line max-params -- yauzl gives its reader these five
  read(buffer: Buffer, offset: number, length: number, position: number, callback: (error: Error | null) => void): void {
    try {
      const isSearch = position + length > this.#frame.endOffset
      const start = isSearch ? Math.max(position, this.#frame.directoryEnd) : position
      buffer.fill(0, offset, offset + start - position)
      this.#source.read(start, position + length - start).copy(buffer, offset + start - position)
    } catch (error) {
      return callback(error as Error)
    }
    callback(null)
  }
}

type RawEntry = Omit<ArchiveEntry, 'endOffset'>

/** Headers of all entries; they have to be as many as declared and to fill the directory. */
function parseDirectory(source: ArchiveSource, frame: ArchiveFrame): yauzl.Entry[] {
  const entries: yauzl.Entry[] = []
  let failure: Error | undefined
  const fail = (error: Error): void => {
    failure ??= error
  }
  const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false }
  const reader = new SynchronousReader(source, frame) as unknown as yauzl.RandomAccessReader
  yauzl.fromRandomAccessReader(reader, source.sizeBytes, options, (error, zip) => {
    if (error !== null) return fail(error)
    zip.on('error', fail)
    zip.on('entry', (entry: yauzl.Entry) => entries.push(entry))
    // An entry that is not there at once has no name; it is missed in the count below.
    for (let count = 0; count < frame.entryCount && failure === undefined && entries.length === count; count += 1) zip.readEntry()
  })
  if (failure instanceof MissingBytes || isUserError(failure)) throw failure
  if (failure !== undefined) throw invalid(source, messageOf(failure))
  const headerBytes = entries.reduce((sum, entry) => sum + 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength, 0)
  if (entries.length !== frame.entryCount || headerBytes !== frame.directoryEnd - frame.directoryOffset) {
    throw unsafe(source, `its directory does not hold the ${frame.entryCount} entries that its end record declares`)
  }
  return entries
}

/** Encrypted, patched, strongly encrypted, with a masked header (APPNOTE 4.4.4). */
const REFUSED: readonly (readonly [number, string])[] = [[0x1, 'encrypted'], [0x20, 'a patch of another file'], [0x40, 'encrypted'], [0x2000, 'encrypted']]
export const REFUSED_FLAGS = REFUSED.reduce((mask, [bit]) => mask | bit, 0)

function checkEntry(source: ArchiveSource, entry: yauzl.Entry, rules: DirectoryRules): RawEntry {
  const name = decodeName(source, entry)
  const isDirectory = name.endsWith('/')
  const safe = parseSafePath(isDirectory ? name.slice(0, -1) : name, rules)
  if (!safe.ok) throw unsafe(source, `the name ${JSON.stringify(name)} is refused: ${safe.message}`)
  const flag = REFUSED.find(([bit]) => (entry.generalPurposeBitFlag & bit) !== 0)
  if (flag !== undefined) throw unsafe(source, `${name} is ${flag[1]}`)
  const mode = entry.externalFileAttributes >>> 16
  refuseSpecialFile(source, { name, isDirectory }, mode & 0o170000)
  if (isDirectory && entry.uncompressedSize !== 0) throw invalid(source, `the folder ${name} has content`)
  const method = methodOf(source, name, entry.compressionMethod)
  if (entry.uncompressedSize > mostBytes(method, entry.compressedSize)) throw unsafe(source, `${name} declares ${entry.uncompressedSize} bytes, more than its data can hold`)
  return {
    path: safe.value,
    isDirectory,
    executable: (mode & 0o170000) === 0o100000 && (mode & 0o111) !== 0,
    method,
    crc32: entry.crc32,
    compressedBytes: entry.compressedSize,
    sizeBytes: entry.uncompressedSize,
    headerOffset: entry.relativeOffsetOfLocalHeader,
    flags: entry.generalPurposeBitFlag,
    rawName: entry.fileNameRaw,
  }
}

/** Deflate makes at most 1032 bytes of one (zlib's technical details); without this bound a lie could ask for any amount of memory. */
export function mostBytes(method: 'stored' | 'deflated', compressedBytes: number): number {
  return method === 'stored' ? compressedBytes : compressedBytes * 1032
}

/** A second name in an extra field (0x7075) that differs would let two readers see two archives. */
function decodeName(source: ArchiveSource, entry: yauzl.Entry): string {
  const isUtf8 = (entry.generalPurposeBitFlag & 0x800) !== 0
  const plain = asciiName(entry.fileNameRaw) ?? yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, [], true)
  if (isUtf8 && plain.includes('\uFFFD')) throw unsafe(source, `the name ${JSON.stringify(plain)} is not UTF-8`)
  if (!entry.extraFields.some(({ id }) => id === 0x7075)) return plain
  const unicode = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true)
  if (unicode !== plain) throw unsafe(source, `one entry has two names, ${JSON.stringify(plain)} and ${JSON.stringify(unicode)}`)
  return plain
}

/** A name that is the same in both encodings a name may have (code page 437 has signs of its own below the space), as nearly all are. */
function asciiName(raw: Buffer): string | undefined {
  const name = raw.toString('latin1')
  return /^[ -~]*$/.test(name) ? name : undefined
}

function methodOf(source: ArchiveSource, name: string, method: number): 'stored' | 'deflated' {
  if (method === 0) return 'stored'
  if (method === 8) return 'deflated'
  const named = METHODS[method]
  throw invalid(source, `${name} is compressed with ${named ?? 'method'}${named === undefined ? ` ${method}` : ` (method ${method})`}; wheels use stored (0) or deflated (8)`)
}

/** APPNOTE 4.4.5, those in use. */
const METHODS: Readonly<Record<number, string>> = { 1: 'shrink', 6: 'implode', 9: 'deflate64', 12: 'bzip2', 14: 'lzma', 20: 'zstd (deprecated number)', 93: 'zstd', 95: 'xz', 98: 'ppmd', 99: 'AES' }

const FILE_TYPES: Readonly<Record<number, string>> = { 0o120000: 'a symbolic link', 0o060000: 'a block device', 0o020000: 'a character device', 0o010000: 'a pipe', 0o140000: 'a socket' }

function refuseSpecialFile(source: ArchiveSource, entry: { readonly name: string; readonly isDirectory: boolean }, type: number): void {
  if (type === 0 || type === (entry.isDirectory ? 0o040000 : 0o100000)) return
  if (type === 0o040000 || type === 0o100000) throw unsafe(source, `${entry.name} is a file by its ${entry.isDirectory ? 'mode' : 'name'} and a folder by its ${entry.isDirectory ? 'name' : 'mode'}`)
  throw unsafe(source, `${entry.name} is ${FILE_TYPES[type] ?? 'no regular file'}`)
}

/** No name twice, and no file where another entry needs a folder. */
function refuseClashes(source: ArchiveSource, entries: readonly RawEntry[]): void {
  const names = new Set<string>()
  const folders = new Set<string>()
  for (const { path } of entries) {
    if (names.has(path)) throw unsafe(source, `${path} is in the archive twice`)
    names.add(path)
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const folder = path.slice(0, slash)
      if (folders.has(folder)) break
      folders.add(folder)
    }
  }
  const clash = entries.find(({ path, isDirectory }) => !isDirectory && folders.has(path))
  if (clash !== undefined) throw unsafe(source, `${clash.path} is a file and a folder`)
}

/** Entries follow each other without a gap from the first byte to the directory; `dataOffset` checks each one's end. */
function withEnds(source: ArchiveSource, entries: readonly RawEntry[], frame: ArchiveFrame): ArchiveEntry[] {
  const start = entries[0]?.headerOffset ?? frame.directoryOffset
  if (start !== 0) throw unsafe(source, `${start} bytes stand before its first entry`)
  return entries.map((entry, index) => ({ ...entry, endOffset: entries[index + 1]?.headerOffset ?? frame.directoryOffset }))
}
