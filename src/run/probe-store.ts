import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { seal, unseal } from '../kernel/sealed.ts'
import type { ProbeCache } from '../target/probe-cache.ts'
import type { StoreFolder } from './store-folder.ts'

/**
 * Interpreters' answers in a folder of the store, one file per key. Synchronous: an answer is read before anything else can
 * begin, and is a few kilobytes. A fault is a miss. Undefined: nothing is kept.
 */
export function openProbeStore({ isKept, layout }: StoreFolder): ProbeCache | undefined {
  const folder = layout.facts
  if (!isKept) return undefined
  return {
    get: (key) => {
      try {
        return unseal(readFileSync(path.join(folder, key)))?.toString('utf8')
      } catch {
        return undefined
      }
    },
    set: (key, value) => {
      const draft = path.join(folder, `${key}.${process.pid}`)
      try {
        mkdirSync(folder, { recursive: true })
        writeFileSync(draft, seal(value))
        renameSync(draft, path.join(folder, key))
      } catch {
        return
      }
    },
  }
}
