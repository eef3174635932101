import { randomUUID } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sha256 } from '../kernel/hash.ts'
import type { StoreLayout } from './layout.ts'
import { claimPartial, leavePartial } from './partials.ts'
import { moveInto, storeOperation } from './store-operation.ts'

export interface StoredWheel {
  readonly path: string
  readonly sizeBytes: number
}

/** What is in a draft from an earlier run. */
export interface EarlierBytes {
  readonly sizeBytes: number
  readonly validator: string | undefined
  read(): AsyncIterable<Buffer>
}

/** A file being written. Nothing is visible under its hash before `keep`. */
export interface WheelDraft {
  readonly earlier: EarlierBytes | undefined
  /** Takes ownership of the chunk. Resolves when more may come. */
  write(chunk: Buffer): Promise<void> | void
  restart(): Promise<void>
  /** Makes the draft the wheel of this hash; the caller has computed it over everything written. */
  keep(sha256: Sha256): Promise<StoredWheel>
  /** Gives up for now: what was written stays for a later run, where the file's hash was said in advance. */
  leave(validator: string | undefined): Promise<void>
  discard(): Promise<void>
}

/** Chunks are gathered up to this before they go to disk: one system call a megabyte instead of one a packet. */
const GATHER_BYTES = 1 << 20

/** Opens a draft; with the hash of the file to come it goes on where an earlier run ended. */
export async function openDraft(layout: StoreLayout, expected: Sha256 | undefined): Promise<WheelDraft> {
  const claimed = expected === undefined ? undefined : await claimPartial(layout, expected)
  if (claimed === undefined) await mkdir(layout.temporary, { recursive: true })
  const path = claimed?.path ?? join(layout.temporary, `${randomUUID()}.part`)
  const writer = new GatheringWriter(path, claimed?.sizeBytes ?? 0)
  return {
    earlier: claimed === undefined ? undefined : { ...claimed, read: () => createReadStream(path, { end: claimed.sizeBytes - 1, highWaterMark: GATHER_BYTES }) },
    write: (chunk) => {
      const full = writer.add(chunk)
      return full ? storeOperation(layout, () => writer.flush()) : undefined
    },
    restart: () => storeOperation(layout, () => writer.restart()),
    keep: async (sha256) => {
      await storeOperation(layout, async () => {
        await writer.close()
        await moveInto(path, layout.wheel(sha256))
      })
      return { path: layout.wheel(sha256), sizeBytes: writer.sizeBytes }
    },
    leave: async (validator) => {
      const isWritten = await writer.close().then(() => true, () => false)
      if (expected === undefined || !isWritten) await rm(path, { force: true })
      else await leavePartial(layout, expected, { path, sizeBytes: writer.sizeBytes, validator }, Date.now())
    },
    discard: async () => {
      await writer.abandon()
      await rm(path, { force: true })
    },
  }
}

/** Appends to a file in big pieces. It is opened when the first is there: hundreds of downloads may wait for their turn. */
class GatheringWriter {
  readonly #path: string
  #file: FileHandle | undefined
  #gathered: Buffer[] = []
  #gatheredBytes = 0
  #writtenBytes: number
  sizeBytes: number

  /** `sizeBytes`: of what lies at the path already. */
  constructor(path: string, sizeBytes: number) {
    this.#path = path
    this.#writtenBytes = sizeBytes
    this.sizeBytes = sizeBytes
  }

  /** True when it is time to flush. */
  add(chunk: Buffer): boolean {
    this.#gathered.push(chunk)
    this.#gatheredBytes += chunk.length
    this.sizeBytes += chunk.length
    return this.#gatheredBytes >= GATHER_BYTES
  }

  async flush(): Promise<void> {
    const chunks = this.#gathered
    this.#gathered = []
    this.#gatheredBytes = 0
    if (chunks.length === 0) return
    const file = await this.#opened()
    const whole = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)
    const position = this.#writtenBytes
    this.#writtenBytes += whole.length
    for (let written = 0; written < whole.length; ) {
      written += (await file.write(whole, written, whole.length - written, position + written)).bytesWritten
    }
  }

  async restart(): Promise<void> {
    this.#gathered = []
    this.#gatheredBytes = 0
    this.#writtenBytes = 0
    this.sizeBytes = 0
    await (await this.#opened()).truncate(0)
  }

  async #opened(): Promise<FileHandle> {
    this.#file ??= await open(this.#path, constants.O_CREAT | constants.O_RDWR)
    return this.#file
  }

  async close(): Promise<void> {
    try {
      await this.flush()
      // A file of no bytes is a file, too.
      await this.#opened()
    } finally {
      await this.#file?.close()
    }
  }

  async abandon(): Promise<void> {
    await this.#file?.close().catch(() => undefined)
  }
}
