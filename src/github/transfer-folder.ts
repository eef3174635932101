import { closeSync, openSync, readFileSync, readSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { SaveKeys } from '../actions-cache/service.ts'
import { renameFile } from '../store/rename.ts'

/** What the cache program is asked to do. */
export type CacheRequest =
  | { readonly kind: 'lookup'; readonly primary: string; readonly others: readonly string[] }
  | { readonly kind: 'restore'; readonly primary: string; readonly others: readonly string[]; readonly unpacking?: Unpacking | undefined }
  /**
   * `restore` of what a pointer points to: `pre` knows no key, only where to look. `machine`: what all keys begin with that this
   * machine's runs may ask for. `history`: where that of the base branch is. `claims`: a folder of the job, in which transfers say
   * what they bring.
   */
  | { readonly kind: 'restore-pointed'; readonly prefix: string; readonly machine: string; readonly claims: string; readonly ahead?: AheadPlan; readonly history?: string }
  /** `isAside`: the job's next steps run meanwhile, and come first. */
  | ({ readonly kind: 'save'; readonly isAside?: true } & SaveKeys)

/** What unpacking wheels of an entry takes. */
export interface Unpacking {
  readonly storeRoot: string
  readonly workerPath: string
}

/** What is done for the job's main step while the steps before it run. */
export interface AheadPlan extends Unpacking {
  /** Whether wheels that have come are unpacked. */
  readonly unpacks: boolean
  /** The program that answers the leg's last question. */
  readonly answerPath: string
  /** Where relative paths of the inputs start. */
  readonly cwd: string
}

/** What came of it. */
export type CacheAnswer =
  | { readonly kind: 'found'; readonly key: string }
  /** `anywhere`: nor is there any other entry that this machine's runs may ask for. */
  | { readonly kind: 'none'; readonly anywhere?: true }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'restored'; readonly key: string }
  /** It came, and is no archive that can be read, or not all of one. */
  | { readonly kind: 'unreadable'; readonly why: string }
  /** Another transfer of the job brings it. */
  | { readonly kind: 'elsewhere' }
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
  /** Root of the transfer of another use that brings this entry, which wanted it first. */
  readonly elsewhere?: string
  /** What pointed to it. */
  readonly pointer?: string
  readonly answer?: CacheAnswer
  readonly endedMs?: number
  /** After the answer: wheels are being unpacked, or were. */
  readonly ahead?: 'running' | { readonly trees: number }
}

/** How far the program is that answers the leg's last question. */
export interface AnswerState {
  readonly pid: number
  readonly startedMs: number
  /** Undefined while it goes on. */
  readonly tookMs?: number
  readonly isAnswered?: boolean
}

/**
 * The one path that entries hold. Part of what the service compares, so it never changes and is never absolute; the folder
 * it lies in is private to each transfer.
 */
export const ENTRY_PATH = 'parallel-pip-cache'
/** Where in it a pointer says what it is. */
export const POINTER_FILE = 'pointer.json'

/**
 * A folder for one run of the cache program, which lives on its own: `pre` starts it and ends, `main` looks how far it is.
 *
 *     request.json  state.json  log.txt
 *     question.txt  answer.json    what the leg asked last, and how far answering it is
 *     history.json                 the base branch's
 *     tmp/          the archive (RUNNER_TEMP of the program)
 *     arriving/     what is being extracted while the archive arrives
 *     work/         what is archived or extracted (its working folder and GITHUB_WORKSPACE)
 */
export interface TransferFolder {
  readonly root: string
  readonly work: string
  readonly temporary: string
  readonly entry: string
  readonly log: string
  readonly request: string
  readonly question: string
  readonly history: string
}

/** The places in the folder of one transfer. */
export function transferFolder(root: string): TransferFolder {
  const work = path.join(root, 'work')
  return { root, work, temporary: path.join(root, 'tmp'), entry: path.join(work, ENTRY_PATH), log: path.join(root, 'log.txt'), request: path.join(root, 'request.json'), question: path.join(root, 'question.txt'), history: path.join(root, 'history.json') }
}

/** The folder in which the entry of a transfer arrives. */
export function arrivalOf(folder: TransferFolder): TransferFolder {
  const elsewhere = readState(folder)?.elsewhere
  return elsewhere === undefined ? folder : transferFolder(elsewhere)
}

/** Tells whoever follows the transfer how it stands; at once and whole. */
export function writeState(folder: TransferFolder, state: CacheState): void {
  writeWhole(folder, 'state.json', state)
}

/** How the transfer stands; undefined: its program has said nothing yet. */
export function readState(folder: TransferFolder): CacheState | undefined {
  return readIfThere(folder, 'state.json') as CacheState | undefined
}

/** Tells how answering ahead stands. */
export function writeAnswerState(folder: TransferFolder, state: AnswerState): void {
  writeWhole(folder, 'answer.json', state)
}

/** How answering ahead stands; undefined: it has not begun. */
export function readAnswerState(folder: TransferFolder): AnswerState | undefined {
  return readIfThere(folder, 'answer.json') as AnswerState | undefined
}

function writeWhole({ root }: TransferFolder, name: string, value: unknown): void {
  const draft = path.join(root, `${name}.${process.pid}`)
  writeFileSync(draft, JSON.stringify(value))
  renameFile(draft, path.join(root, name))
}

function readIfThere({ root }: TransferFolder, name: string): unknown {
  try {
    return JSON.parse(readFileSync(path.join(root, name), 'utf8'))
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
