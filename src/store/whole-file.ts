import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, readSync, rmSync, statSync, writeFileSync, writevSync } from 'node:fs'
import { dirname } from 'node:path'
import { systemErrorCode } from '../kernel/errors.ts'
import { renameFile } from './rename.ts'

/**
 * Small files of the store, read and written at once on the calling thread: handed to other threads, each of their five system calls would
 * cost ten times what it takes.
 */

/** A file that may be lost at any time; undefined: it is not there, or cannot be read. */
export function readWhole(path: string): Buffer | undefined {
  try {
    // To look first costs less than the error of a file that is not there.
    return existsSync(path) ? readFileSync(path) : undefined
  } catch {
    return undefined
  }
}

/** Some bytes of a file, fewer where it ends before, and the size of all of it; undefined: it is not there, or cannot be read. */
export function readPart(path: string, start: number, length: number): { readonly bytes: Buffer; readonly sizeBytes: number } | undefined {
  try {
    const file = openSync(path, 'r')
    try {
      const sizeBytes = fstatSync(file).size
      const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, sizeBytes - start)))
      return { bytes: bytes.subarray(0, readSync(file, bytes, 0, bytes.length, start)), sizeBytes }
    } finally {
      closeSync(file)
    }
  } catch {
    return undefined
  }
}

/** Writes a file beside, under the name `draft`, and renames it: a reader sees all of it or nothing. A fault leaves no file. */
export function writeWhole(path: string, content: Buffer | string | readonly Buffer[], draft: string): void {
  try {
    withFolder(draft, () => (typeof content === 'string' || Buffer.isBuffer(content) ? writeFileSync(draft, content) : writePieces(draft, content)))
    moveInto(draft, path)
  } catch {
    removeIfThere(draft)
  }
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // What refused to be written may refuse to be removed as well.
  }
}

/** In one piece they would have to be copied. */
function writePieces(path: string, pieces: readonly Buffer[]): void {
  const file = openSync(path, 'w')
  try {
    const written = writevSync(file, pieces)
    if (written !== pieces.reduce((sum, { length }) => sum + length, 0)) throw new Error(`${path} could not be written whole`)
  } finally {
    closeSync(file)
  }
}

/** Moves a finished file to its place; whoever reads sees a whole file or none. A folder that stands there is damage, and goes. */
export function moveInto(from: string, to: string): void {
  try {
    withFolder(to, () => renameFile(from, to))
  } catch (error) {
    if (statSync(to, { throwIfNoEntry: false })?.isDirectory() !== true) throw error
    rmSync(to, { recursive: true })
    renameFile(from, to)
  }
}

/** Does what needs the folder of `path`, which is nearly always there; else it is made. */
export function withFolder<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error
    mkdirSync(dirname(path), { recursive: true })
    return work()
  }
}
