import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'

/** The file of a draft. It is opened when there is something to write: hundreds of downloads may wait for their turn. */
export class DraftFile {
  readonly path: string
  #opening: Promise<FileHandle> | undefined

  constructor(path: string) {
    this.path = path
  }

  opened(): Promise<FileHandle> {
    return (this.#opening ??= open(this.path, constants.O_CREAT | constants.O_RDWR))
  }

  async close(): Promise<void> {
    await (await this.#opening)?.close()
  }
}

/** Chunks are gathered up to this before they go to disk: a system call for some packets instead of one for each. */
const GATHER_BYTES = 256 << 10

/** Writes into a file from a position on, in big pieces. */
export class GatheringWriter {
  readonly #file: DraftFile
  #gathered: Buffer[] = []
  #gatheredBytes = 0
  /** Where the next flush begins. */
  #position: number

  constructor(file: DraftFile, position: number) {
    this.#file = file
    this.#position = position
  }

  /** Takes ownership of the chunk. True when it is time to flush. */
  add(chunk: Buffer): boolean {
    this.#gathered.push(chunk)
    this.#gatheredBytes += chunk.length
    return this.#gatheredBytes >= GATHER_BYTES
  }

  /** Position of the byte that comes next. */
  get end(): number {
    return this.#position + this.#gatheredBytes
  }

  /** Forgets what was not flushed, and goes on from a position. */
  moveTo(position: number): void {
    this.#gathered = []
    this.#gatheredBytes = 0
    this.#position = position
  }

  async flush(): Promise<void> {
    let chunks = this.#gathered
    if (chunks.length === 0) return
    let position = this.#position
    this.moveTo(this.end)
    const file = await this.#file.opened()
    for (;;) {
      const { bytesWritten } = await file.writev(chunks, position)
      position += bytesWritten
      chunks = rest(chunks, bytesWritten)
      if (chunks.length === 0) return
    }
  }
}

/** What is left of chunks after the first so many bytes: the kernel may write less than it was given. */
function rest(chunks: readonly Buffer[], writtenBytes: number): Buffer[] {
  let skipped = writtenBytes
  let first = 0
  for (let chunk = chunks[first]; chunk !== undefined && skipped >= chunk.length; chunk = chunks[first]) {
    skipped -= chunk.length
    first += 1
  }
  return chunks.slice(first).map((chunk, index) => (index === 0 ? chunk.subarray(skipped) : chunk))
}
