import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { seal, unseal } from '../kernel/sealed.ts'
import { readWhole, writeWhole } from './whole-file.ts'

/** Small files by key, for what may be lost at any time: pages, interpreter facts. Never fails: a fault is a miss. */
export interface ValueStore {
  read(key: string): Promise<Buffer | undefined>
  write(key: string, value: Buffer | string): Promise<void>
}

/** Values live in `folder`, under the hash of their key; written beside and renamed, and sealed, so a reader never sees half a value. */
export function openValueStore(folder: string): ValueStore {
  const pathOf = (key: string): string => {
    const name = createHash('sha256').update(key).digest('hex').slice(0, 40)
    return join(folder, name.slice(0, 2), name)
  }
  return {
    read: (key) => {
      const sealed = readWhole(pathOf(key))
      return Promise.resolve(sealed === undefined ? undefined : unseal(sealed))
    },
    write: (key, value) => {
      const path = pathOf(key)
      writeWhole(path, seal(value), `${path}.${randomUUID()}`)
      return Promise.resolve()
    },
  }
}
