import { parseSafePath } from '../standards/safe-path.ts'
import { mostBytes, readDirectory, REFUSED_FLAGS, type ArchiveEntry } from './directory.ts'
import { readFrame, type ArchiveFrame } from './frame.ts'
import type { ArchiveSource } from './source.ts'

/** A header of the central directory (APPNOTE 4.3.12): its length, and where in it each field stands. */
const HEADER_BYTES = 46
const HEADER_SIGNATURE = 0x02014b50
const AT = { flags: 8, method: 10, crc32: 16, compressedBytes: 20, sizeBytes: 24, nameLength: 28, extraLength: 30, commentLength: 32, attributes: 38, headerOffset: 42 } as const
/** The value stands in an extra field. */
const ELSEWHERE = 0xffffffff

/**
 * The entry of an archive whose name is wanted, as `readDirectory` gives it, at a fraction of its cost: of all others only names and
 * places are read. For questions about an archive that nothing is installed from, as nothing is said of the rest of it. What is not
 * plain at first sight is left to `readDirectory`, which says what is wrong. Reads the directory in one piece. `isWanted` hears names
 * as Latin-1, so it has to look at ASCII alone. Undefined: there is none. Throws what `readDirectory` throws.
 */
export function findEntry(source: ArchiveSource, isWanted: (name: string) => boolean): ArchiveEntry | undefined {
  const frame = readFrame(source)
  const directory = source.read(frame.directoryOffset, frame.directoryEnd - frame.directoryOffset)
  const headers = wantedHeaders(directory, frame, isWanted)
  if (headers?.wanted.length === 0) return undefined
  const found = headers?.wanted.length === 1 ? plainEntry(directory, headers.wanted[0] ?? 0) : undefined
  if (headers === undefined || found === undefined) return readDirectory(source).find(({ path }) => isWanted(path))
  const behind = headers.places.filter((place) => place > found.headerOffset)
  return { ...found, endOffset: behind.reduce((next, place) => Math.min(next, place), frame.directoryOffset) }
}

interface Headers {
  /** Where in the directory headers with a wanted name begin. */
  readonly wanted: readonly number[]
  /** Where in the archive entries begin. */
  readonly places: readonly number[]
}

/** Undefined: this is not a row of headers that fill the directory, or some stand beyond the reach of 32 bits. */
function wantedHeaders(directory: Buffer, { entryCount }: ArchiveFrame, isWanted: (name: string) => boolean): Headers | undefined {
  const wanted: number[] = []
  const places: number[] = []
  let at = 0
  for (let count = 0; count < entryCount; count += 1) {
    if (at + HEADER_BYTES > directory.length || directory.readUInt32LE(at) !== HEADER_SIGNATURE) return undefined
    const nameEnd = at + HEADER_BYTES + directory.readUInt16LE(at + AT.nameLength)
    const place = directory.readUInt32LE(at + AT.headerOffset)
    if (place === ELSEWHERE) return undefined
    places.push(place)
    if (isWanted(directory.toString('latin1', at + HEADER_BYTES, nameEnd))) wanted.push(at)
    at = nameEnd + directory.readUInt16LE(at + AT.extraLength) + directory.readUInt16LE(at + AT.commentLength)
  }
  return at === directory.length ? { wanted, places } : undefined
}

/** Undefined for what `readDirectory` would refuse, or read in another way than by these fields alone. */
function plainEntry(directory: Buffer, at: number): Omit<ArchiveEntry, 'endOffset'> | undefined {
  const wide = (field: number): number => directory.readUInt32LE(at + field)
  const rawName = Buffer.from(directory.subarray(at + HEADER_BYTES, at + HEADER_BYTES + directory.readUInt16LE(at + AT.nameLength)))
  const name = rawName.toString('latin1')
  const path = parseSafePath(name)
  const flags = directory.readUInt16LE(at + AT.flags)
  const methodNumber = directory.readUInt16LE(at + AT.method)
  const mode = wide(AT.attributes) >>> 16
  const type = mode & 0o170000
  const [compressedBytes, sizeBytes] = [wide(AT.compressedBytes), wide(AT.sizeBytes)]
  const isNamedOnce = path.ok && /^[ -~]+$/.test(name) && directory.readUInt16LE(at + AT.extraLength) === 0
  const isFile = (type === 0 || type === 0o100000) && (flags & REFUSED_FLAGS) === 0
  const method = methodNumber === 0 ? 'stored' : methodNumber === 8 ? 'deflated' : undefined
  if (method === undefined || !isNamedOnce || !isFile || compressedBytes === ELSEWHERE || sizeBytes === ELSEWHERE) return undefined
  if (sizeBytes > mostBytes(method, compressedBytes) || (method === 'stored' && sizeBytes !== compressedBytes)) return undefined
  const executable = type === 0o100000 && (mode & 0o111) !== 0
  return { path: path.value, isDirectory: false, executable, method, crc32: wide(AT.crc32), compressedBytes, sizeBytes, headerOffset: wide(AT.headerOffset), flags, rawName }
}
