import { hash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { SEAL_BYTES, sealedPieces, unseal } from '../kernel/sealed.ts'
import { readPart, readWhole, writeWhole } from './whole-file.ts'

/** Small files by key, for what may be lost at any time: pages, interpreter facts. Never fails: a fault is a miss. */
export interface ValueStore {
  read(key: string): Promise<Buffer | undefined>
  /** Some bytes of a value, fewer where it ends before, and the size of all of it. At once, and not held against the seal: who reads them checks them. */
  part(key: string, start: number, length: number): { readonly bytes: Buffer; readonly sizeBytes: number } | undefined
  /** Pieces are one value, one after the other. */
  write(key: string, value: Buffer | string | readonly Buffer[]): Promise<void>
}

/** Values live in `folder`, under the hash of their key; written beside and renamed, and sealed, so a reader never sees half a value. */
export function openValueStore(folder: string): ValueStore {
  const pathOf = (key: string): string => {
    const name = hash('sha256', key).slice(0, 40)
    return join(folder, name.slice(0, 2), name)
  }
  return {
    read: (key) => {
      const sealed = readWhole(pathOf(key))
      return Promise.resolve(sealed === undefined ? undefined : unseal(sealed))
    },
    part: (key, start, length) => {
      const part = readPart(pathOf(key), SEAL_BYTES + start, length)
      return part === undefined ? undefined : { bytes: part.bytes, sizeBytes: part.sizeBytes - SEAL_BYTES }
    },
    write: (key, value) => {
      const path = pathOf(key)
      writeWhole(path, sealedPieces(typeof value === 'string' || Buffer.isBuffer(value) ? [Buffer.from(value)] : value), `${path}.${randomUUID()}`)
      return Promise.resolve()
    },
  }
}
