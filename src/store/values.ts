import { hash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { readPart, readWhole, writeWhole } from './whole-file.ts'

/** Small files by key, for what may be lost at any time: pages, interpreter facts. Never fails: a fault is a miss. */
export interface ValueStore {
  read(key: string): Promise<Buffer | undefined>
  /** Some bytes of a value, fewer where it ends before, and the size of all of it. At once. */
  part(key: string, start: number, length: number): { readonly bytes: Buffer; readonly sizeBytes: number } | undefined
  /** Pieces are one value, one after the other. */
  write(key: string, value: Buffer | string | readonly Buffer[]): Promise<void>
}

/** Values live in `folder`, under the hash of their key; written beside and renamed, so a reader never sees half a value. */
export function openValueStore(folder: string): ValueStore {
  const pathOf = (key: string): string => {
    const name = hash('sha256', key).slice(0, 40)
    return join(folder, name.slice(0, 2), name)
  }
  return {
    read: (key) => Promise.resolve(readWhole(pathOf(key))),
    part: (key, start, length) => readPart(pathOf(key), start, length),
    write: (key, value) => {
      const path = pathOf(key)
      writeWhole(path, value, `${path}.${randomUUID()}`)
      return Promise.resolve()
    },
  }
}
