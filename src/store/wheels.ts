import { randomUUID } from 'node:crypto'
import { existsSync, statSync, type Stats } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sha256 } from '../kernel/hash.ts'
import { openDraft, type StoredWheel, type WheelDraft } from './draft.ts'
import { WHEELS_BUCKET, type StoreLayout } from './layout.ts'
import { readWhole, writeWhole } from './whole-file.ts'

export type { StoredWheel, WheelDraft }

/** Wheels on disk by content. Readers see whole files only: drafts are renamed into place. */
export interface WheelStore {
  find(sha256: Sha256): StoredWheel | undefined
  /** No wheel was ever kept here. */
  isEmpty(): boolean
  /** `expected`: the hash of the file to come, where it was said in advance: what an earlier run left of it is taken up. */
  draft(expected?: Sha256): WheelDraft
  /** Forgets a wheel that turned out damaged. */
  drop(sha256: Sha256): Promise<void>
  readMetadata(sha256: Sha256): Promise<string | undefined>
  writeMetadata(sha256: Sha256, text: string): Promise<void>
}

/** Wheels by their sha256. That a file is there is enough: it got its name when it was whole. */
export function openWheelStore(layout: StoreLayout): WheelStore {
  return {
    find: (sha256) => {
      const path = layout.wheel(sha256)
      const facts = factsOf(path)
      return facts?.isFile() === true ? { path, sizeBytes: facts.size } : undefined
    },
    isEmpty: () => !existsSync(join(layout.root, WHEELS_BUCKET)),
    draft: (expected) => openDraft(layout, expected),
    drop: (sha256) => rm(layout.wheel(sha256), { force: true }),
    readMetadata: (sha256) => Promise.resolve(readWhole(layout.metadata(sha256))?.toString('utf8')),
    writeMetadata: (sha256, text) => {
      writeWhole(layout.metadata(sha256), text, join(layout.temporary, randomUUID()))
      return Promise.resolve()
    },
  }
}

/** What cannot be read is not there. */
function factsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}
