import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sha256 } from '../kernel/hash.ts'
import { DraftFile, GatheringWriter } from './draft-file.ts'
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

/** Bytes of a draft from a position on, written beside other parts. */
export interface DraftPart {
  /** Takes ownership of the chunk. Resolves when more may come. */
  write(chunk: Buffer): Promise<void> | void
  /** Resolves when all of it is in the file. */
  end(): Promise<void>
}

/** A file being written. Nothing is visible under its hash before `keep`. */
export interface WheelDraft {
  /** Where its bytes lie until `keep`. */
  readonly path: string
  readonly earlier: EarlierBytes | undefined
  /** Takes ownership of the chunk. Resolves when more may come. */
  write(chunk: Buffer): Promise<void> | void
  restart(): Promise<void>
  part(offset: number): DraftPart
  /** Ends the writing of parts: what stands before `sizeBytes` is what was received, and all there is. */
  settle(sizeBytes: number): Promise<void>
  /** Makes the draft the wheel of this hash; the caller has computed it over everything written. */
  keep(sha256: Sha256): Promise<StoredWheel>
  /** Gives up for now: what was written stays for a later run, where the file's hash was said in advance. */
  leave(validator: string | undefined): Promise<void>
  discard(): Promise<void>
}

const READ_BYTES = 1 << 20

/** Opens a draft; with the hash of the file to come it goes on where an earlier run ended. */
export async function openDraft(layout: StoreLayout, expected: Sha256 | undefined): Promise<WheelDraft> {
  const claimed = expected === undefined ? undefined : await claimPartial(layout, expected)
  if (claimed === undefined) await mkdir(layout.temporary, { recursive: true })
  const path = claimed?.path ?? join(layout.temporary, `${randomUUID()}.part`)
  const file = new DraftFile(path)
  const writer = new GatheringWriter(file, claimed?.sizeBytes ?? 0)
  const written = (to: GatheringWriter) => (chunk: Buffer) => (to.add(chunk) ? storeOperation(layout, () => to.flush()) : undefined)
  const settle = async (sizeBytes: number): Promise<void> => {
    writer.moveTo(sizeBytes)
    await (await file.opened()).truncate(sizeBytes)
  }
  const close = async (): Promise<void> => {
    try {
      await writer.flush()
      // A file of no bytes is a file, too.
      await file.opened()
    } finally {
      await file.close()
    }
  }
  return {
    path,
    earlier: claimed === undefined ? undefined : { ...claimed, read: () => createReadStream(path, { end: claimed.sizeBytes - 1, highWaterMark: READ_BYTES }) },
    write: written(writer),
    restart: () => storeOperation(layout, () => settle(0)),
    part: (offset) => {
      const part = new GatheringWriter(file, offset)
      return { write: written(part), end: () => storeOperation(layout, () => part.flush()) }
    },
    settle: (sizeBytes) => storeOperation(layout, () => settle(sizeBytes)),
    keep: async (sha256) => {
      await storeOperation(layout, async () => {
        await close()
        await moveInto(path, layout.wheel(sha256))
      })
      return { path: layout.wheel(sha256), sizeBytes: writer.end }
    },
    leave: async (validator) => {
      const isWritten = await close().then(() => true, () => false)
      if (expected === undefined || !isWritten) await rm(path, { force: true })
      else await leavePartial(layout, expected, { path, sizeBytes: writer.end, validator }, Date.now())
    },
    discard: async () => {
      await file.close().catch(() => undefined)
      await rm(path, { force: true })
    },
  }
}
