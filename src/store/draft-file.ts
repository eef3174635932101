import { closeSync, constants, ftruncateSync, openSync, writeSync } from 'node:fs'
import { withFolder } from './whole-file.ts'

/**
 * The file of a draft, opened when there is something to write: hundreds of downloads may wait for their turn. It is written at once, on the
 * calling thread: what the system takes over in some microseconds costs more by being handed to another thread, and a chunk
 * that waits to be written is memory.
 */
export class DraftFile {
  readonly path: string
  #fd: number | undefined

  constructor(path: string) {
    this.path = path
  }

  #opened(): number {
    return (this.#fd ??= withFolder(this.path, () => openSync(this.path, constants.O_CREAT | constants.O_RDWR)))
  }

  write(chunk: Buffer, position: number): void {
    const fd = this.#opened()
    for (let written = 0; written < chunk.length; ) written += writeSync(fd, chunk, written, chunk.length - written, position + written)
  }

  truncate(sizeBytes: number): void {
    ftruncateSync(this.#opened(), sizeBytes)
  }

  /** A file of no bytes is a file, too: it is there afterwards. */
  finish(): void {
    this.#opened()
    this.close()
  }

  close(): void {
    const fd = this.#fd
    if (fd === undefined) return
    // Before it is closed: where that fails the number is free all the same, and may be another file's by the next time.
    this.#fd = undefined
    closeSync(fd)
  }
}
