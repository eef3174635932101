import { EventEmitter } from 'node:events'
import yauzl from 'yauzl'
import { UserError, isUserError, messageOf } from '../kernel/errors.ts'
import { parseSafePath, type SafeRelPath } from '../standards/safe-path.ts'
import { MissingBytes, type ArchiveSource } from './source.ts'

/** One file or folder of an archive, as its central directory says; `entry-data.ts` holds the local header to it. */
export interface ArchiveEntry {
  readonly path: SafeRelPath
  readonly isDirectory: boolean
  /** Any x-bit of the unix mode, which is what pip looks at. */
  readonly executable: boolean
  readonly method: 'stored' | 'deflated'
  readonly crc32: number
  readonly compressedBytes: number
  readonly sizeBytes: number
  readonly headerOffset: number
  readonly flags: number
  readonly rawName: Buffer
}

/**
 * Reads the central directory of a zip archive, strictly: one directory, no duplicate names, no names that leave the
 * folder, no links or devices, no encryption, stored or deflated only. Entries come in the order of their data.
 * yauzl parses; what it does not check is checked here. Throws `archive-invalid` or `archive-unsafe`.
 */
export function readDirectory(source: ArchiveSource): ArchiveEntry[] {
  const raw = parseDirectory(source)
  const entries = raw.map((entry) => checkEntry(source, entry))
  refuseDuplicates(source, entries)
  return entries.sort((a, b) => a.headerOffset - b.headerOffset)
}

/** yauzl asks its reader through callbacks; answering at once makes the whole parse synchronous. */
class SynchronousReader extends EventEmitter {
  readonly #source: ArchiveSource
  constructor(source: ArchiveSource) {
    super()
    this.#source = source
  }
  ref(): void {}
  unref(): void {}
  // eslint-disable-next-line max-params -- yauzl gives its reader these five
  read(buffer: Buffer, offset: number, length: number, position: number, callback: (error: Error | null) => void): void {
    try {
      this.#source.read(position, length).copy(buffer, offset)
    } catch (error) {
      return callback(error as Error)
    }
    callback(null)
  }
}

function parseDirectory(source: ArchiveSource): yauzl.Entry[] {
  const entries: yauzl.Entry[] = []
  let failure: Error | undefined
  const fail = (error: Error): void => {
    failure ??= error
  }
  const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false }
  const reader = new SynchronousReader(source) as unknown as yauzl.RandomAccessReader
  yauzl.fromRandomAccessReader(reader, source.sizeBytes, options, (error, zip) => {
    if (error !== null) return fail(error)
    zip.on('error', fail)
    zip.on('entry', (entry: yauzl.Entry) => entries.push(entry))
    for (let count = 0; count < zip.entryCount && failure === undefined; count += 1) zip.readEntry()
  })
  if (failure instanceof MissingBytes || isUserError(failure)) throw failure
  if (failure !== undefined) throw invalid(source, messageOf(failure))
  return entries
}

function checkEntry(source: ArchiveSource, entry: yauzl.Entry): ArchiveEntry {
  const rawName = entry.fileNameRaw
  const name = decodeName(source, entry)
  const isDirectory = name.endsWith('/')
  const safe = parseSafePath(isDirectory ? name.slice(0, -1) : name)
  if (!safe.ok) throw unsafe(source, `the name ${JSON.stringify(name)} is refused: ${safe.message}`)
  if ((entry.generalPurposeBitFlag & 0x1) !== 0) throw unsafe(source, `${name} is encrypted`)
  const unixMode = entry.versionMadeBy >>> 8 === 3 ? entry.externalFileAttributes >>> 16 : 0
  refuseSpecialFile(source, name, unixMode & 0o170000)
  if (isDirectory && entry.uncompressedSize !== 0) throw invalid(source, `the folder ${name} has content`)
  return {
    path: safe.value,
    isDirectory,
    executable: unixMode !== 0 && (unixMode & 0o170000) === 0o100000 && (unixMode & 0o111) !== 0,
    method: methodOf(source, name, entry.compressionMethod),
    crc32: entry.crc32,
    compressedBytes: entry.compressedSize,
    sizeBytes: entry.uncompressedSize,
    headerOffset: entry.relativeOffsetOfLocalHeader,
    flags: entry.generalPurposeBitFlag,
    rawName,
  }
}

/** A second name in an extra field (0x7075) that differs would let two readers see two archives. */
function decodeName(source: ArchiveSource, entry: yauzl.Entry): string {
  const isUtf8 = (entry.generalPurposeBitFlag & 0x800) !== 0
  const plain = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, [], true)
  if (isUtf8 && plain.includes('\uFFFD')) throw unsafe(source, `the name ${JSON.stringify(plain)} is not UTF-8`)
  const unicode = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true)
  if (unicode !== plain && /^[\x20-\x7e]*$/.test(plain)) throw unsafe(source, `one entry has two names, ${JSON.stringify(plain)} and ${JSON.stringify(unicode)}`)
  return unicode
}

function methodOf(source: ArchiveSource, name: string, method: number): 'stored' | 'deflated' {
  if (method === 0) return 'stored'
  if (method === 8) return 'deflated'
  throw invalid(source, `${name} is compressed with method ${method}; wheels use stored (0) or deflated (8)`)
}

function refuseSpecialFile(source: ArchiveSource, name: string, type: number): void {
  const kinds: Readonly<Record<number, string>> = { 0o120000: 'a symbolic link', 0o060000: 'a block device', 0o020000: 'a character device', 0o010000: 'a pipe', 0o140000: 'a socket' }
  const kind = kinds[type]
  if (kind !== undefined) throw unsafe(source, `${name} is ${kind}`)
}

function refuseDuplicates(source: ArchiveSource, entries: readonly ArchiveEntry[]): void {
  const seen = new Set<string>()
  for (const entry of entries) {
    if (entry.isDirectory) continue
    if (seen.has(entry.path)) throw unsafe(source, `${entry.path} is in the archive twice`)
    seen.add(entry.path)
  }
}

export function invalid(source: { readonly label: string }, message: string): UserError {
  return new UserError('archive-invalid', `${source.label} is not a sound archive: ${message}`)
}

export function unsafe(source: { readonly label: string }, message: string): UserError {
  return new UserError('archive-unsafe', `${source.label} is refused: ${message}`)
}
