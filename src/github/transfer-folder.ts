import { closeSync, openSync, readFileSync, readSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What the cache program is asked to do. */
export type CacheRequest =
  | { readonly kind: 'lookup'; readonly primary: string; readonly others: readonly string[] }
  | { readonly kind: 'restore'; readonly primary: string; readonly others: readonly string[] }
  /** `restore` of what a pointer points to: `pre` knows no key, only where to look. */
  | { readonly kind: 'restore-pointed'; readonly prefix: string; readonly ahead?: UnpackAhead }
  /** `key` undefined: only the pointer is set. */
  | { readonly kind: 'save'; readonly key: string | undefined; readonly pointer: string | undefined }

/** Where wheels that have come are to be unpacked, once they are there. */
export interface UnpackAhead {
  readonly storeRoot: string
  readonly workerPath: string
}

/** What came of it. */
export type CacheAnswer =
  | { readonly kind: 'found'; readonly key: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'restored'; readonly key: string }
  | { readonly kind: 'saved' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'read-only' }
  | { readonly kind: 'failed'; readonly why: string }

/** How far the cache program is; `key` as soon as it is known which entry comes. */
export interface CacheState {
  readonly pid: number
  readonly startedMs: number
  /** The program has started and asks the service from here on. */
  readonly asks?: true
  readonly key?: string
  readonly answer?: CacheAnswer
  readonly endedMs?: number
  /** After the answer: wheels are being unpacked, or were. */
  readonly ahead?: 'running' | { readonly trees: number }
}

/**
 * The one path that entries hold. Part of what the service compares, so it never changes and is never absolute; the folder
 * it lies in is private to each transfer.
 */
export const ENTRY_PATH = 'parallel-pip-cache'

/**
 * A folder for one run of the cache program, which lives on its own: `pre` starts it and ends, `main` looks how far it is.
 *
 *     request.json  state.json  log.txt
 *     tmp/          the archive (RUNNER_TEMP of the program)
 *     work/         what is archived or extracted (its working folder and GITHUB_WORKSPACE)
 */
export interface TransferFolder {
  readonly root: string
  readonly work: string
  readonly temporary: string
  readonly entry: string
  readonly log: string
  readonly request: string
}

export function transferFolder(root: string): TransferFolder {
  const work = path.join(root, 'work')
  return { root, work, temporary: path.join(root, 'tmp'), entry: path.join(work, ENTRY_PATH), log: path.join(root, 'log.txt'), request: path.join(root, 'request.json') }
}

export function writeState(folder: TransferFolder, state: CacheState): void {
  const draft = path.join(folder.root, `state.${process.pid}`)
  writeFileSync(draft, JSON.stringify(state))
  renameSync(draft, path.join(folder.root, 'state.json'))
}

export function readState(folder: TransferFolder): CacheState | undefined {
  try {
    return JSON.parse(readFileSync(path.join(folder.root, 'state.json'), 'utf8')) as CacheState
  } catch {
    return undefined
  }
}

const TAIL_BYTES = 16_384

/** Bytes that were moved, in any sense: told by the toolkit once a second, or seen as growing files. A change is progress. */
export function movedBytes(folder: TransferFolder): { readonly transferred: number; readonly onDisk: number } {
  const told = [...tail(folder.log).matchAll(/(?:Received|Sent|Uploaded) (\d+) of|Cache Size: .*\((\d+) B\)|File Size: (\d+)/g)].map(([, moved, received, sent]) => Number(moved ?? received ?? sent))
  const archive = sizeBelow(folder.temporary)
  return { transferred: Math.max(0, ...told, archive), onDisk: archive + sizeBelow(folder.work) }
}

function tail(file: string): string {
  try {
    const size = statSync(file).size
    const handle = openSync(file, 'r')
    try {
      const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES))
      readSync(handle, bytes, 0, bytes.length, size - bytes.length)
      return bytes.toString('utf8')
    } finally {
      closeSync(handle)
    }
  } catch {
    return ''
  }
}

function sizeBelow(folder: string): number {
  let size = 0
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const inside = path.join(folder, entry.name)
      if (entry.isDirectory()) size += sizeBelow(inside)
      else if (entry.isFile()) size += statSync(inside).size
    }
  } catch {
    // Files come and go while the program is at work.
  }
  return size
}
