import { randomUUID } from 'node:crypto'
import { mkdir, rm, stat, writeFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sha256 } from '../kernel/hash.ts'
import { openDraft, type StoredWheel, type WheelDraft } from './draft.ts'
import type { StoreLayout } from './layout.ts'
import { moveInto, storeOperation } from './store-operation.ts'

export type { StoredWheel, WheelDraft }

/** Wheels on disk by content. Readers see whole files only: drafts are renamed into place. */
export interface WheelStore {
  find(sha256: Sha256): Promise<StoredWheel | undefined>
  /** `expected`: the hash of the file to come, where it was said in advance: what an earlier run left of it is taken up. */
  draft(expected?: Sha256): Promise<WheelDraft>
  /** Forgets a wheel that turned out damaged. */
  drop(sha256: Sha256): Promise<void>
  readMetadata(sha256: Sha256): Promise<string | undefined>
  writeMetadata(sha256: Sha256, text: string): Promise<void>
}

export function openWheelStore(layout: StoreLayout): WheelStore {
  return {
    find: async (sha256) => {
      const path = layout.wheel(sha256)
      const sizeBytes = await stat(path).then((facts) => (facts.isFile() ? facts.size : undefined), () => undefined)
      return sizeBytes === undefined ? undefined : { path, sizeBytes }
    },
    draft: (expected) => storeOperation(layout, () => openDraft(layout, expected)),
    drop: (sha256) => rm(layout.wheel(sha256), { force: true }),
    readMetadata: (sha256) => readFile(layout.metadata(sha256), 'utf8').catch(() => undefined),
    writeMetadata: (sha256, text) => writeWhole(layout, layout.metadata(sha256), text).catch(() => undefined),
  }
}

async function writeWhole(layout: StoreLayout, path: string, text: string): Promise<void> {
  const draft = join(layout.temporary, randomUUID())
  await mkdir(layout.temporary, { recursive: true })
  await writeFile(draft, text)
  await moveInto(draft, path)
}
