import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Small files by key, for what may be lost at any time: pages, interpreter facts. Never fails: a fault is a miss. */
export interface ValueStore {
  read(key: string): Promise<Buffer | undefined>
  write(key: string, value: Buffer | string): Promise<void>
}

/** Values live in `folder`, under the hash of their key; written beside and renamed, so a reader never sees half a value. */
export function openValueStore(folder: string): ValueStore {
  const pathOf = (key: string): string => {
    const name = createHash('sha256').update(key).digest('hex').slice(0, 40)
    return join(folder, name.slice(0, 2), name)
  }
  return {
    read: (key) => readFile(pathOf(key)).catch(() => undefined),
    write: async (key, value) => {
      const path = pathOf(key)
      const draft = `${path}.${randomUUID()}`
      try {
        await mkdir(dirname(path), { recursive: true })
        await writeFile(draft, value)
        await rename(draft, path)
      } catch {
        return
      }
    },
  }
}
