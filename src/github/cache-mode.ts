import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { RunContext } from '../run/context.ts'
import { defaultStoreFolder } from '../run/store-folder.ts'
import { storeLayout } from '../store/layout.ts'
import type { StorePlace } from './arguments.ts'
import type { JobFacts } from './event.ts'
import type { ActionInputs } from './inputs.ts'
import type { Places } from './places.ts'

/** Whether wheels outlive the job, and how. */
export type CacheMode =
  | { readonly kind: 'service' }
  /** In the user's own cache folder, on a disk that is kept. */
  | { readonly kind: 'local'; readonly why: string }
  | { readonly kind: 'off' }

/** Where the run keeps its wheels. Wheels that do not outlive the job still serve its later steps. */
export function storePlace(mode: CacheMode, places: Places): StorePlace {
  if (mode.kind === 'off') return { kind: 'none' }
  return mode.kind === 'local' ? { kind: 'users-own' } : { kind: 'folder', path: places.store }
}

/**
 * `auto`: the cache service, but on a machine of the user's own whose disk turns out to be kept, that disk. The evidence is a
 * mark that an earlier run left: `self-hosted` alone says nothing of the disk.
 */
export function chooseCacheMode(asked: ActionInputs['cache'], job: JobFacts, context: Pick<RunContext, 'world'>): CacheMode {
  if (asked === false) return { kind: 'off' }
  if (asked === 'local') return { kind: 'local', why: 'asked for' }
  if (asked === true || job.isGithubHosted) return { kind: 'service' }
  const mark = path.join(storeLayout(defaultStoreFolder(context.world)).facts, 'kept-disk.json')
  const before = readMark(mark)
  writeMark(mark, job.runId)
  return before !== undefined && before !== job.runId ? { kind: 'local', why: 'this runner keeps its disk' } : { kind: 'service' }
}

function readMark(file: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { runId?: string }).runId
  } catch {
    return undefined
  }
}

function writeMark(file: string, runId: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify({ runId }))
  } catch {
    // A disk that cannot be written is not kept.
  }
}
