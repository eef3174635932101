import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { UserError } from '../kernel/errors.ts'
import { release } from '../kernel/release.ts'

/** Random access to the bytes of an archive. Reads are synchronous: archives are read in worker threads or from memory. */
export interface ArchiveSource {
  /** Names the archive in errors. */
  readonly label: string
  readonly sizeBytes: number
  /** Exactly `length` bytes; valid until the next read. Throws `archive-invalid` when the archive is shorter. */
  read(offset: number, length: number): Buffer
}

/** One sequential pass over a wheel touches each window once: a read costs a system call per window, not per entry. */
const WINDOW_BYTES = 512 << 10

/** A source that holds a file open: close it. */
export interface OpenArchive extends ArchiveSource {
  close(): void
}

/** Opens a file on disk as an archive source, buffered by a window that follows the reads. */
export function openArchiveFile(path: string, label: string): OpenArchive {
  const fd = openSync(path, 'r')
  const sizeBytes = fstatSync(fd).size
  let memory = Buffer.allocUnsafeSlow(0)
  let window = memory
  let windowStart = 0
  const fill = (offset: number, length: number): void => {
    const wanted = Math.min(Math.max(length, WINDOW_BYTES), sizeBytes - offset)
    if (memory.length < wanted) {
      release(memory)
      memory = Buffer.allocUnsafeSlow(wanted)
    }
    const target = memory.subarray(0, wanted)
    let filled = 0
    while (filled < wanted) {
      const count = readSync(fd, target, filled, wanted - filled, offset + filled)
      if (count === 0) break
      filled += count
    }
    window = target.subarray(0, filled)
    windowStart = offset
  }
  return {
    label,
    sizeBytes,
    read: (offset, length) => {
      assertInside({ label, sizeBytes }, offset, length)
      if (offset < windowStart || offset + length > windowStart + window.length) fill(offset, length)
      return window.subarray(offset - windowStart, offset - windowStart + length)
    },
    close: () => {
      closeSync(fd)
      release(memory)
    },
  }
}

/** Bytes in memory as an archive; `offset` places them inside a larger one of which only this part is known. */
export function memoryArchive(label: string, bytes: Buffer, part: { readonly offset: number; readonly totalBytes: number } = { offset: 0, totalBytes: bytes.length }): ArchiveSource {
  return {
    label,
    sizeBytes: part.totalBytes,
    read: (offset, length) => {
      assertInside({ label, sizeBytes: part.totalBytes }, offset, length)
      if (offset < part.offset || offset + length > part.offset + bytes.length) throw new MissingBytes(offset, length)
      return bytes.subarray(offset - part.offset, offset - part.offset + length)
    },
  }
}

/** A read touched a part of a remote archive that was not fetched; the caller fetches it and tries again. */
export class MissingBytes extends Error {
  readonly offset: number
  readonly length: number
  constructor(offset: number, length: number) {
    super(`bytes ${offset}-${offset + length - 1} are not here`)
    this.offset = offset
    this.length = length
  }
}

function assertInside(archive: { readonly label: string; readonly sizeBytes: number }, offset: number, length: number): void {
  if (offset < 0 || length < 0 || offset + length > archive.sizeBytes) {
    throw new UserError('archive-invalid', `${archive.label} is truncated: bytes ${offset} to ${offset + length} are needed, it has ${archive.sizeBytes}`)
  }
}
