import { createHash, randomUUID } from 'node:crypto'
import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { StoreLayout } from './layout.ts'

/** What lies beside a wheel that was built on a machine like this one. */
export interface BuiltRecord {
  /** What the wheel was built from and under; its digest is the entry's key. */
  readonly facts: object
  readonly filename: string
  readonly sha256: string
  readonly sizeBytes: number
  /** METADATA of the wheel. */
  readonly metadata: string
  /** What the build environment held, as `name==version`. */
  readonly builtWith: readonly string[]
  /** Seconds that building took: what keeping the wheel saves. */
  readonly buildSeconds: number
}

/** A kept wheel and what was noted of its build. */
export interface BuiltEntry {
  readonly record: BuiltRecord
  readonly path: string
}

/** Wheels we built, by the digest of the facts they were built under. Never fails: what cannot be read or written is not there. */
export interface BuiltWheelStore {
  find(key: string): Promise<BuiltEntry | undefined>
  /** Copies the wheel in; whoever is first wins. Undefined when it could not be kept. */
  keep(key: string, record: BuiltRecord, wheelPath: string): Promise<BuiltEntry | undefined>
  /** Forgets an entry that turned out damaged. */
  drop(key: string): Promise<void>
  /** Whether a wheel of this repository was ever kept, so that asking the remote for a commit may save a clone. */
  knowsRepository(url: string): Promise<boolean>
  noteRepository(url: string): Promise<void>
}

const RECORD_FILE = 'built.json'

/** Built wheels in the store's folder; several processes may write at once. */
export function openBuiltWheelStore(layout: StoreLayout): BuiltWheelStore {
  const repositoryMark = (url: string): string => join(layout.builtRepositories, createHash('sha256').update(url).digest('hex').slice(0, 40))
  return {
    find: (key) => readEntry(layout.built(key)),
    keep: async (key, record, wheelPath) => {
      const folder = layout.built(key)
      const draft = join(layout.temporary, randomUUID())
      try {
        await mkdir(draft, { recursive: true })
        await copyFile(wheelPath, join(draft, record.filename))
        await writeFile(join(draft, RECORD_FILE), `${JSON.stringify(record, undefined, 1)}\n`)
        await mkdir(dirname(folder), { recursive: true })
        await rename(draft, folder)
      } catch {
        await rm(draft, { recursive: true, force: true })
      }
      return readEntry(folder)
    },
    drop: (key) => rm(layout.built(key), { recursive: true, force: true }),
    knowsRepository: (url) => stat(repositoryMark(url)).then(() => true, () => false),
    noteRepository: async (url) => {
      await mkdir(layout.builtRepositories, { recursive: true }).then(() => writeFile(repositoryMark(url), '')).catch(() => undefined)
    },
  }
}

async function readEntry(folder: string): Promise<BuiltEntry | undefined> {
  try {
    const record = JSON.parse(await readFile(join(folder, RECORD_FILE), 'utf8')) as BuiltRecord
    if (basename(record.filename) !== record.filename) return undefined
    const path = join(folder, record.filename)
    return (await stat(path)).size === record.sizeBytes ? { record, path } : undefined
  } catch {
    return undefined
  }
}
