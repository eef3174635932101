import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, stat, writeFile, readFile, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UserError, messageOf, systemErrorCode } from '../kernel/errors.ts'
import type { Sha256 } from '../kernel/hash.ts'
import type { StoreLayout } from './layout.ts'

export interface StoredWheel {
  readonly path: string
  readonly sizeBytes: number
}

/** A wheel being written. Nothing is visible under its hash before `keep`. */
export interface WheelDraft {
  /** Takes ownership of the chunk. Resolves when more may come. */
  write(chunk: Buffer): Promise<void> | void
  restart(): Promise<void>
  /** Makes the draft the wheel of this hash; the caller has computed it over everything written. */
  keep(sha256: Sha256): Promise<StoredWheel>
  discard(): Promise<void>
}

/** Wheels on disk by content. Readers see whole files only: drafts are renamed into place. */
export interface WheelStore {
  find(sha256: Sha256): Promise<StoredWheel | undefined>
  draft(): Promise<WheelDraft>
  /** Forgets a wheel that turned out damaged. */
  drop(sha256: Sha256): Promise<void>
  readMetadata(sha256: Sha256): Promise<string | undefined>
  writeMetadata(sha256: Sha256, text: string): Promise<void>
}

/** Chunks are gathered up to this before they go to disk: one system call a megabyte instead of one a packet. */
const GATHER_BYTES = 1 << 20

export function openWheelStore(layout: StoreLayout): WheelStore {
  return {
    find: async (sha256) => {
      const path = layout.wheel(sha256)
      const sizeBytes = await stat(path).then((facts) => (facts.isFile() ? facts.size : undefined), () => undefined)
      return sizeBytes === undefined ? undefined : { path, sizeBytes }
    },
    draft: () => storeOperation(layout, () => openDraft(layout)),
    drop: (sha256) => rm(layout.wheel(sha256), { force: true }),
    readMetadata: (sha256) => readFile(layout.metadata(sha256), 'utf8').catch(() => undefined),
    writeMetadata: (sha256, text) => writeWhole(layout, layout.metadata(sha256), text).catch(() => undefined),
  }
}

async function openDraft(layout: StoreLayout): Promise<WheelDraft> {
  await mkdir(layout.temporary, { recursive: true })
  const path = join(layout.temporary, `${randomUUID()}.part`)
  const file = await open(path, 'wx')
  let gathered: Buffer[] = []
  let gatheredBytes = 0
  let writtenBytes = 0
  let sizeBytes = 0
  const flush = async (): Promise<void> => {
    const chunks = gathered
    gathered = []
    gatheredBytes = 0
    if (chunks.length === 0) return
    const position = writtenBytes
    writtenBytes += chunks.reduce((sum, chunk) => sum + chunk.length, 0)
    await storeOperation(layout, () => writeAll(file, chunks, position))
  }
  return {
    write: (chunk) => {
      gathered.push(chunk)
      gatheredBytes += chunk.length
      sizeBytes += chunk.length
      return gatheredBytes >= GATHER_BYTES ? flush() : undefined
    },
    restart: async () => {
      gathered = []
      gatheredBytes = 0
      sizeBytes = 0
      writtenBytes = 0
      await file.truncate(0)
    },
    keep: async (sha256) => {
      await flush()
      await file.close()
      await storeOperation(layout, () => moveInto(path, layout.wheel(sha256)))
      return { path: layout.wheel(sha256), sizeBytes }
    },
    discard: async () => {
      await file.close().catch(() => undefined)
      await rm(path, { force: true })
    },
  }
}

async function writeAll(file: FileHandle, chunks: readonly Buffer[], position: number): Promise<void> {
  const whole = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)
  for (let written = 0; written < whole.length; ) {
    written += (await file.write(whole, written, whole.length - written, position + written)).bytesWritten
  }
}

async function moveInto(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await rename(from, to)
}

async function writeWhole(layout: StoreLayout, path: string, text: string): Promise<void> {
  const draft = join(layout.temporary, randomUUID())
  await mkdir(layout.temporary, { recursive: true })
  await writeFile(draft, text)
  await moveInto(draft, path)
}

async function storeOperation<T>(layout: StoreLayout, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const full = systemErrorCode(error) === 'ENOSPC' || systemErrorCode(error) === 'EDQUOT'
    const code = full ? 'disk-full' : 'store-failed'
    throw new UserError(code, `the wheel store ${layout.root} cannot be written: ${messageOf(error)}`, {
      hint: full ? 'free some space, or name a roomier folder with --cache-dir' : 'name another folder with --cache-dir, or use --no-cache-dir',
      cause: error,
    })
  }
}
