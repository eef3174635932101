import { deflateRawSync } from 'node:zlib'
import { FLAG_DESCRIPTOR, FLAG_ENCRYPTED, FLAG_UTF8, METHOD_DEFLATED, METHOD_STORED, zip, type ZipEntry, type ZipOptions } from './zip.ts'

/**
 * Archives that a careful reader refuses, and odd ones that it has to read: each with what is to happen. Names are what a
 * person would call the trick.
 */
export interface OddArchive {
  readonly name: string
  readonly entries: readonly ZipEntry[]
  readonly options?: ZipOptions
  /** Changes the bytes at last. */
  readonly patch?: (bytes: Buffer) => Buffer
  readonly expected: ArchiveExpectation
}

export type ArchiveExpectation =
  | { readonly refused: 'archive-invalid' | 'archive-unsafe'; readonly because: RegExp }
  /** Path → content of every file. */
  | { readonly files: Readonly<Record<string, string>> }

const A: ZipEntry = { name: 'a', content: 'first' }
const B: ZipEntry = { name: 'b', content: 'second '.repeat(100) }
const unsafe = (because: RegExp): ArchiveExpectation => ({ refused: 'archive-unsafe', because })
const invalid = (because: RegExp): ArchiveExpectation => ({ refused: 'archive-invalid', because })
const named = (name: string | Buffer, because: RegExp): OddArchive => ({
  name: `a name that is ${JSON.stringify(String(name))}`, entries: [A, { name, content: 'x' }], expected: unsafe(because),
})
const moded = (name: string, mode: number, because: RegExp, entry = 'special'): OddArchive => ({ name, entries: [A, { name: entry, content: '/etc/passwd', mode }], expected: unsafe(because) })

export function archiveBytes(archive: OddArchive): Buffer {
  const bytes = zip(archive.entries, archive.options)
  return archive.patch?.(bytes) ?? bytes
}

const ESCAPES: readonly OddArchive[] = [
  named('../escape', /leads out/),
  named('a/../../escape', /leads out/),
  named('/etc/cron.d/evil', /absolute/),
  named('//host/share/evil', /network path/),
  named('C:evil', /drive letter/),
  named('C:/evil', /drive letter/),
  named('..\\escape', /backslash/),
  named('\\\\host\\share', /network path/),
  named('nul\0byte', /NUL/),
  named('line\nend', /control character/),
  named('./dot', /segment "\."/),
  named('two//slashes', /empty segment/),
  { name: 'a name that is empty', entries: [A, { name: '', content: 'x' }], expected: unsafe(/does not hold the 2 entries/) },
  named(`${'long'.repeat(64)}`, /longer than 255/),
  { name: 'a name that is not UTF-8 under the UTF-8 flag', entries: [{ name: Buffer.from([0x61, 0xff]), content: 'x', local: { flags: FLAG_UTF8 }, central: { flags: FLAG_UTF8 } }], expected: unsafe(/not UTF-8/) },
  { name: 'a second name in an extra field', entries: [{ name: 'plain', content: 'x', central: { extra: unicodePath('plain', '../evil') } }], expected: unsafe(/two names/) },
  moded('a symbolic link', 0o120777, /symbolic link/),
  moded('a block device', 0o060600, /block device/),
  moded('a character device', 0o020600, /character device/),
  moded('a pipe', 0o010600, /pipe/),
  moded('a socket', 0o140600, /socket/),
  moded('a file of unknown type', 0o130600, /no regular file/),
  moded('a folder that is named as a file', 0o040755, /folder by its mode/),
  { name: 'a symbolic link that claims to come from DOS', entries: [{ name: 'l', content: '/etc', mode: 0o120777, central: { versionMadeBy: 20 } }], expected: unsafe(/symbolic link/) },
]

const TWO_READINGS: readonly OddArchive[] = [
  { name: 'one name twice', entries: [A, { name: 'a', content: 'other' }], expected: unsafe(/twice/) },
  { name: 'one folder twice', entries: [{ name: 'd/' }, { name: 'd/' }, A], expected: unsafe(/twice/) },
  { name: 'a file and a folder of one name', entries: [A, { name: 'a/inside', content: 'x' }], expected: unsafe(/a file and a folder/) },
  { name: 'another name in the local header', entries: [{ ...A, local: { name: Buffer.from('z') } }], expected: unsafe(/another name/) },
  { name: 'another method in the local header', entries: [{ ...A, local: { method: METHOD_STORED } }], expected: unsafe(/another compression method/) },
  { name: 'other flags in the local header', entries: [{ ...A, local: { flags: FLAG_UTF8 } }], expected: unsafe(/other flags/) },
  { name: 'another CRC in the local header', entries: [{ ...A, local: { crc: 1 } }], expected: unsafe(/another CRC/) },
  { name: 'another size in the local header', entries: [{ ...A, local: { size: 4 } }], expected: unsafe(/another CRC or size/) },
  { name: 'another compressed size in the local header', entries: [{ ...A, local: { compressedSize: 4 } }], expected: unsafe(/another CRC or size/) },
  { name: 'a zip64 field in the local header that says otherwise', entries: [{ ...A, zip64: true, local: { extra: zip64Field(99n, 99n) } }], expected: unsafe(/another CRC or size/) },
  { name: 'zip64 sizes in the local header without the field', entries: [{ ...A, zip64: true, local: { extra: Buffer.alloc(0) } }], expected: unsafe(/another CRC or size/) },
  { name: 'a descriptor that says otherwise', entries: [{ ...A, descriptor: { crc: 1 } }], expected: unsafe(/no data descriptor that fits/) },
  { name: 'a descriptor that is announced and missing', entries: [{ ...A, local: { flags: FLAG_DESCRIPTOR }, central: { flags: FLAG_DESCRIPTOR } }, B], expected: unsafe(/no data descriptor/) },
  { name: 'bytes before the archive, counted', entries: [A], options: { prefix: Buffer.from('#!/bin/sh\n') }, expected: unsafe(/10 bytes stand before/) },
  { name: 'bytes before the archive, not counted', entries: [A], options: { prefix: Buffer.from('MZ'), prefixCounted: false }, expected: unsafe(/2 bytes stand before/) },
  { name: 'bytes behind the archive', entries: [A], options: { trailing: Buffer.from('more') }, expected: unsafe(/4 bytes stand behind/) },
  { name: 'a second archive behind the first', entries: [A], options: { trailing: zip([B]) }, expected: unsafe(/stand before the archive/) },
  { name: 'a second directory', entries: [A], options: { decoyDirectory: [B] }, expected: unsafe(/belong to no entry/) },
  { name: 'an entry that no directory lists', entries: [A, { ...B, omit: 'central' }], expected: unsafe(/belong to no entry/) },
  { name: 'an unlisted entry at the beginning', entries: [{ ...B, omit: 'central' }, A], expected: unsafe(/stand before its first entry/) },
  { name: 'entries that overlap', entries: [A, { ...B, omit: 'local', central: { offset: 0 } }], expected: unsafe(/overlaps|another name/) },
  { name: 'entries that share their data', entries: [{ ...B, local: { name: Buffer.from('b') } }, { ...B, name: 'c', omit: 'local', central: { offset: 0, name: Buffer.from('b') } }], expected: unsafe(/twice/) },
  { name: 'an end record inside the comment', entries: [A], options: { comment: 'PK\u0005\u0006' + '\0'.repeat(18) }, expected: { refused: 'archive-unsafe', because: /stand before the archive/ } },
  { name: 'fewer entries declared than there are', entries: [A, B], options: { end: { entries: 1, entriesOnDisk: 1 } }, expected: unsafe(/does not hold the 1 entries/) },
  { name: 'two zip64 end records that differ', entries: [A, B], options: { zip64: true, end: { entries: 1, entriesOnDisk: 1 } }, expected: unsafe(/name different directories/) },
  { name: 'a zip64 locator that points elsewhere', entries: [A], options: { zip64: true }, patch: (bytes) => patched(bytes, (copy) => copy.writeBigUInt64LE(0n, copy.length - 22 - 12)), expected: unsafe(/not where it should be/) },
  { name: 'bytes behind the compressed data', entries: [deflatedWith(Buffer.from('behind'))], expected: unsafe(/6 bytes behind its compressed data/) },
]

const BROKEN: readonly OddArchive[] = [
  { name: 'nothing at all', entries: [], patch: () => Buffer.alloc(0), expected: invalid(/too short/) },
  { name: 'a web page', entries: [], patch: () => Buffer.from('<!doctype html><title>Log in</title>'), expected: invalid(/no end record/) },
  { name: 'an archive cut off', entries: [A, B], patch: (bytes) => bytes.subarray(0, -30), expected: invalid(/no end record/) },
  { name: 'an end record cut off', entries: [A, B], patch: (bytes) => bytes.subarray(0, -5), expected: invalid(/end record is cut off/) },
  { name: 'a comment cut off', entries: [A], options: { comment: 'some words' }, patch: (bytes) => bytes.subarray(0, -3), expected: invalid(/comment is cut off/) },
  { name: 'more entries declared than there are', entries: [A], options: { end: { entries: 2, entriesOnDisk: 2 } }, expected: invalid(/truncated/) },
  { name: 'a directory that begins elsewhere', entries: [A, B], options: { end: { centralSize: 9999, centralOffset: 0 } }, expected: invalid(/reaches into/) },
  { name: 'one disk of several', entries: [A], options: { end: { entriesOnDisk: 0 } }, expected: invalid(/several/) },
  { name: 'a wrong CRC', entries: [{ ...A, local: { crc: 1 }, central: { crc: 1 } }], expected: invalid(/wrong CRC/) },
  { name: 'a size that is too large', entries: [{ ...A, local: { size: 6 }, central: { size: 6 } }], expected: invalid(/has 5 bytes, declared are 6/) },
  { name: 'a bomb: a size that is too small', entries: [{ name: 'bomb', content: Buffer.alloc(1 << 20), local: { size: 10 }, central: { size: 10 } }], expected: unsafe(/more than the 10 bytes it declares/) },
  { name: 'a bomb in one big file', entries: [{ name: 'bomb', content: Buffer.alloc(20 << 20), local: { size: 10 }, central: { size: 10 } }], expected: unsafe(/more than the 10 bytes/) },
  { name: 'a size that nothing can have', entries: [{ ...A, local: { size: 3_000_000_000 }, central: { size: 3_000_000_000 } }], expected: unsafe(/more than its data can hold/) },
  { name: 'a size that deflate cannot have, by one byte', entries: [{ ...A, ...both({ size: 1032 * deflateRawSync(Buffer.from('first')).length + 1 }) }], expected: unsafe(/more than its data can hold/) },
  { name: 'a size that deflate just might have', entries: [{ ...A, ...both({ size: 1032 * deflateRawSync(Buffer.from('first')).length }) }], expected: invalid(/has 5 bytes, declared are/) },
  { name: 'a stored file of more bytes than there are', entries: [{ ...A, method: METHOD_STORED, ...both({ size: 6 }) }], expected: invalid(/size mismatch for stored file: 5 != 6/) },
  { name: 'damaged data', entries: [B], patch: (bytes) => patched(bytes, (copy) => copy.fill(0xff, 31, 40)), expected: invalid(/inflated|CRC|bytes, declared/) },
  { name: 'data that ends early', entries: [{ name: 'a', content: deflateRawSync(Buffer.from('first'.repeat(50))).subarray(0, -4), method: METHOD_STORED, ...both({ method: METHOD_DEFLATED, size: 250 }) }], expected: invalid(/inflated/) },
  { name: 'an encrypted file', entries: [{ ...A, ...both({ flags: FLAG_ENCRYPTED }) }], expected: unsafe(/encrypted/) },
  { name: 'a strongly encrypted file', entries: [{ ...A, ...both({ flags: FLAG_ENCRYPTED | 0x40 }) }], expected: { refused: 'archive-invalid', because: /encryption/ } },
  { name: 'a patch', entries: [{ ...A, ...both({ flags: 0x20 }) }], expected: unsafe(/a patch/) },
  { name: 'a file under bzip2', entries: [{ ...A, method: 12 }], expected: invalid(/bzip2 \(method 12\)/) },
  { name: 'a file under zstd', entries: [{ ...A, method: 93 }], expected: invalid(/zstd/) },
  { name: 'a file under an unknown method', entries: [{ ...A, method: 77 }], expected: invalid(/method 77/) },
  { name: 'a local header that is none', entries: [A], patch: (bytes) => patched(bytes, (copy) => copy.writeUInt32LE(0, 0)), expected: invalid(/no local header/) },
  { name: 'an end record of another disk', entries: [A], patch: (bytes) => patched(bytes, (copy) => copy.writeUInt16LE(1, copy.length - 22 + 4)), expected: invalid(/several/) },
  { name: 'a zip64 end record of another length', entries: [A], options: { zip64: true }, patch: (bytes) => patched(bytes, (copy) => copy.writeBigUInt64LE(45n, zip64End(copy) + 4)), expected: unsafe(/zip64 end record cannot be read/) },
  { name: 'a zip64 end record of another disk', entries: [A], options: { zip64: true }, patch: (bytes) => patched(bytes, (copy) => copy.writeUInt32LE(1, zip64End(copy) + 16)), expected: invalid(/several/) },
  { name: 'a directory beyond all measure', entries: [A], options: { zip64: true }, patch: (bytes) => patched(bytes, (copy) => copy.writeBigUInt64LE(1n << 60n, zip64End(copy) + 48)), expected: invalid(/beyond all measure/) },
  { name: 'a folder with content', entries: [{ name: 'd/', content: 'x' }], expected: invalid(/has content/) },
  { name: 'a header somewhere else', entries: [{ ...A, central: { offset: 7 } }], expected: unsafe(/7 bytes stand before/) },
  { name: 'a header in the directory', entries: [A, { ...B, central: { offset: 60 } }], expected: { refused: 'archive-unsafe', because: /overlaps|belong to no entry/ } },
]

const LEGAL: readonly OddArchive[] = [
  { name: 'stored and deflated', entries: [{ ...A, method: METHOD_STORED }, B], expected: { files: { a: 'first', b: 'second '.repeat(100) } } },
  { name: 'zip64 sizes', entries: [{ ...A, zip64: true }, B], expected: { files: { a: 'first', b: 'second '.repeat(100) } } },
  { name: 'zip64 end records', entries: [A], options: { zip64: true }, expected: { files: { a: 'first' } } },
  { name: 'descriptors with signature', entries: [{ ...A, descriptor: true }, B], expected: { files: { a: 'first', b: 'second '.repeat(100) } } },
  { name: 'descriptors without signature', entries: [{ ...A, descriptor: { signature: false } }, B], expected: { files: { a: 'first', b: 'second '.repeat(100) } } },
  { name: 'zip64 descriptors', entries: [{ ...A, descriptor: true, zip64: true }, { ...B, descriptor: { signature: false }, zip64: true }], expected: { files: { a: 'first', b: 'second '.repeat(100) } } },
  { name: 'a comment', entries: [A], options: { comment: 'made by hand' }, expected: { files: { a: 'first' } } },
  { name: 'folders and empty files', entries: [{ name: 'd/' }, { name: 'd/e', content: '' }, { name: 'd/s', content: '', method: METHOD_STORED }], expected: { files: { 'd/e': '', 'd/s': '' } } },
  { name: 'a deflated folder', entries: [{ name: 'd/', method: METHOD_DEFLATED }, A], expected: { files: { a: 'first' } } },
  { name: 'names in UTF-8', entries: [{ name: 'grüße/日本.py', content: 'x' }], expected: { files: { 'grüße/日本.py': 'x' } } },
  { name: 'names in code page 437', entries: [{ name: Buffer.from([0x67, 0x72, 0x81, 0xe1, 0x65]), content: 'x' }], expected: { files: { 'grüße': 'x' } } },
  { name: 'names that differ in case', entries: [A, { name: 'A', content: 'x' }], expected: { files: { a: 'first', A: 'x' } } },
  { name: 'no entries', entries: [], expected: { files: {} } },
  { name: 'a zip inside a zip, stored', entries: [{ name: 'inner.zip', content: zip([B]), method: METHOD_STORED }, A], expected: { files: { 'inner.zip': zip([B]).toString('latin1'), a: 'first' } } },
  { name: 'a directory in another order than the data', entries: [A, B], patch: swapHeaders, expected: { files: { a: 'first', b: 'second '.repeat(100) } } },
]

export const ODD_ARCHIVES: readonly OddArchive[] = [...ESCAPES, ...TWO_READINGS, ...BROKEN, ...LEGAL]

function both(fields: NonNullable<ZipEntry['local']>): Pick<ZipEntry, 'local' | 'central'> {
  return { local: fields, central: fields }
}

function deflatedWith(behind: Buffer): ZipEntry {
  const content = Buffer.from('hello')
  return { name: 'a', content: Buffer.concat([deflateRawSync(content), behind]), method: METHOD_STORED, ...both({ method: METHOD_DEFLATED, crc: 0x3610a686, size: content.length }) }
}

/** Info-ZIP's Unicode path: version, CRC of the plain name, the other name. */
function unicodePath(plain: string, other: string): Buffer {
  const data = Buffer.concat([Buffer.from([1]), Buffer.alloc(4), Buffer.from(other)])
  data.writeUInt32LE(crcOf(plain), 1)
  return field(0x7075, data)
}

function crcOf(text: string): number {
  return zip([{ name: text, content: text }]).readUInt32LE(14)
}

function zip64Field(size: bigint, compressedSize: bigint): Buffer {
  const data = Buffer.alloc(16)
  data.writeBigUInt64LE(size, 0)
  data.writeBigUInt64LE(compressedSize, 8)
  return field(1, data)
}

function field(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(id, 0)
  head.writeUInt16LE(data.length, 2)
  return Buffer.concat([head, data])
}

/** Where the zip64 end record begins: before its locator and the end record. */
function zip64End(bytes: Buffer): number {
  return bytes.length - 22 - 20 - 56
}

function patched(bytes: Buffer, change: (copy: Buffer) => unknown): Buffer {
  const copy = Buffer.from(bytes)
  change(copy)
  return copy
}

/** Exchanges the two central headers of an archive of two entries with names of one letter. */
function swapHeaders(bytes: Buffer): Buffer {
  const start = bytes.readUInt32LE(bytes.length - 22 + 16)
  const [first, second] = [bytes.subarray(start, start + 47), bytes.subarray(start + 47, start + 94)]
  return Buffer.concat([bytes.subarray(0, start), second, first, bytes.subarray(start + 94)])
}
