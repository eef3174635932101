import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sha256 } from '../kernel/hash.ts'
import { DraftFile } from './draft-file.ts'
import type { StoreLayout } from './layout.ts'
import { claimPartial, leavePartial } from './partials.ts'
import { storeOperation } from './store-operation.ts'
import { moveInto } from './whole-file.ts'

/** A whole wheel in the store. */
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
  write(chunk: Buffer): void
}

/** A file being written. Nothing is visible under its hash before `keep`. */
export interface WheelDraft {
  /** Where its bytes lie until `keep`. */
  readonly path: string
  readonly earlier: EarlierBytes | undefined
  /** What was written is in the file on return. */
  write(chunk: Buffer): void
  restart(): void
  part(offset: number): DraftPart
  /** Ends the writing of parts: what stands before `sizeBytes` is what was received, and all there is. */
  settle(sizeBytes: number): void
  /** Makes the draft the wheel of this hash; the caller has computed it over everything written. */
  keep(sha256: Sha256): StoredWheel
  /** Gives up for now: what was written stays for a later run, where the file's hash was said in advance. */
  leave(validator: string | undefined): Promise<void>
}

const READ_BYTES = 1 << 20

/** Opens a draft; with the hash of the file to come it goes on where an earlier run ended. */
export function openDraft(layout: StoreLayout, expected: Sha256 | undefined): WheelDraft {
  const claimed = expected === undefined ? undefined : claimPartial(layout, expected)
  const path = claimed?.path ?? join(layout.temporary, `${randomUUID()}.part`)
  const file = new DraftFile(path)
  let end = claimed?.sizeBytes ?? 0
  const settle = (sizeBytes: number): void => {
    storeOperation(layout, () => file.truncate(sizeBytes))
    end = sizeBytes
  }
  return {
    path,
    earlier: claimed === undefined ? undefined : { ...claimed, read: () => createReadStream(path, { end: claimed.sizeBytes - 1, highWaterMark: READ_BYTES }) },
    write: (chunk) => {
      storeOperation(layout, () => file.write(chunk, end))
      end += chunk.length
    },
    restart: () => settle(0),
    part: (offset) => partOf(file, offset, layout),
    settle,
    keep: (sha256) => {
      storeOperation(layout, () => {
        file.finish()
        moveInto(path, layout.wheel(sha256))
      })
      return { path: layout.wheel(sha256), sizeBytes: end }
    },
    leave: async (validator) => {
      file.close()
      if (expected === undefined) await rm(path, { force: true })
      else await leavePartial(layout, expected, { path, sizeBytes: end, validator }, Date.now())
    },
  }
}

function partOf(file: DraftFile, offset: number, layout: StoreLayout): DraftPart {
  let position = offset
  return {
    write: (chunk) => {
      storeOperation(layout, () => file.write(chunk, position))
      position += chunk.length
    },
  }
}
