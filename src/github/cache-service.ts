import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { BegunSave, CacheService, EarlyTransfer, KeyQuery, LookupAnswer, SaveKeys, StoreAnswer, Transfer, TransferAnswer } from '../actions-cache/service.ts'
import type { Clock } from '../kernel/clock.ts'
import { seconds } from '../kernel/seconds.ts'
import { archiverProblem } from './archiver.ts'
import { isAlive, killTree, workBelow } from './process-tree.ts'
import { arrivalOf, movedBytes, readAnswerState, readState, transferFolder, writeState, type CacheAnswer, type CacheRequest, type CacheState, type TransferFolder, type Unpacking } from './transfer-folder.ts'

/** What speaking with the service takes: the program that does it, its folder, and what it may see. */
export interface CacheServiceParts {
  /** The cache program. */
  readonly programPath: string
  /** Private folder of this job; each run of the program has one of its own inside. */
  readonly root: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly clock: Clock
  /** What the toolkit said, for the debug log. */
  readonly onLog: (text: string) => void
  /** Unpacks wheels of an entry while it comes. */
  readonly unpacking?: Unpacking | undefined
}

const POLL_MS = 20
/** Look-ups are one small request; whoever waits longer is better off without. */
const LOOKUP_STALL_MS = 4000
/** For the program to load; what comes after is the service's time. */
const START_MS = 20_000

/** The platform's cache service, reached by the cache program in a process (and a process group) of its own. */
export function openCacheService(parts: CacheServiceParts): CacheService {
  if (!hasCacheService(parts.env)) return withoutService(parts, { kind: 'unavailable' })
  const why = archiverProblem(parts.env)
  if (why !== undefined) return withoutService(parts, { kind: 'failed', why })
  return {
    lookup: async (query) => toLookup((await finish(start(parts, { kind: 'lookup', ...query }), parts, { stallMs: LOOKUP_STALL_MS })).ending),
    restore: (query: KeyQuery) => transferOf(start(parts, { kind: 'restore', ...query, unpacking: parts.unpacking }), parts),
    makeFolder: async () => newEntry(parts),
    save: async ({ folder, key, pointer, question, stallMs, signal }) => {
      const place = transferFolder(path.dirname(path.dirname(folder)))
      start(parts, { kind: 'save', key, pointer, question }, place)
      const { ending, bytes } = await finish(place, parts, { stallMs, ...(signal === undefined ? {} : { signal }) })
      return toStored(ending, bytes)
    },
  }
}

/** Without an address, or a right to ask there, there is no service: no need to start a program to be told so. */
export function hasCacheService(env: CacheServiceParts['env']): boolean {
  return Boolean(env['ACTIONS_RUNTIME_TOKEN'] && (env['ACTIONS_RESULTS_URL'] || env['ACTIONS_CACHE_URL']))
}

function withoutService(parts: CacheServiceParts, answer: { readonly kind: 'unavailable' } | { readonly kind: 'failed'; readonly why: string }): CacheService {
  return {
    lookup: async () => answer,
    restore: () => ({ folder: newFolder(parts).entry, finish: async () => answer, endAhead: () => undefined, stop: async () => undefined }),
    makeFolder: async () => newEntry(parts),
    save: async () => answer,
  }
}

type PointedRestore = Extract<CacheRequest, { kind: 'restore-pointed' }>

/** Begins to restore what a pointer points to, into a folder that `joinRestore` finds again, and what can be done for the main step beside. */
export function startPointedRestore(parts: CacheServiceParts, request: Omit<PointedRestore, 'kind'>): void {
  start(parts, { kind: 'restore-pointed', ...request }, makeFolders(transferFolder(parts.root)))
}

/** A restore that an earlier process began in `parts.root`; undefined when none did. */
export function joinRestore(parts: CacheServiceParts): EarlyTransfer | undefined {
  const folder = transferFolder(parts.root)
  const state = readState(folder)
  if (state === undefined) return undefined
  return {
    get folder() { return arrivalOf(folder).entry },
    finish: (options) => transferOf(arrivalOf(folder), parts).finish(options),
    endAhead: () => endAhead(arrivalOf(folder)),
    stop: () => transferOf(folder, parts).stop(),
    startedMs: state.startedMs,
    whichKey: async (options) => {
      await waitForAnswer(folder, parts.clock, { ...options, isEnough: ({ key }) => key !== undefined })
      const arrival = arrivalOf(folder)
      return arrival.root !== folder.root && isLost(arrival) ? undefined : readState(folder)?.key
    },
    pointer: () => readState(folder)?.pointer,
    foundNone: () => {
      const answer = readState(folder)?.answer
      return answer?.kind === 'none' && answer.anywhere === true
    },
    endedMs: () => {
      const endedMs = readState(arrivalOf(folder))?.endedMs
      return endedMs === undefined ? undefined : Math.max(endedMs, state.startedMs)
    },
    endAnswering: () => endAnswering(folder),
  }
}

/** A transfer whose use has ended it, or that failed: who relied on it has to ask by himself. */
function isLost(folder: TransferFolder): boolean {
  const state = readState(folder)
  return state?.answer === undefined ? !isAlive(state?.pid ?? 0) : state.answer.kind !== 'restored'
}

/** Begins to save what `fill` puts into an empty folder, as a transfer that `joinSave` finds again; later steps of the job come first. */
export async function startSave(parts: CacheServiceParts, keys: SaveKeys, fill: (folder: string) => Promise<unknown>): Promise<void> {
  const folder = makeFolders(transferFolder(parts.root))
  mkdirSync(folder.entry)
  await fill(folder.entry)
  start(parts, { kind: 'save', ...keys, isAside: true }, folder)
}

/** A save that an earlier process began in `parts.root`; undefined when none did. */
export function joinSave(parts: CacheServiceParts): BegunSave | undefined {
  const folder = transferFolder(parts.root)
  const state = readState(folder)
  if (state === undefined) return undefined
  return {
    startedMs: state.startedMs,
    finish: async (options) => {
      const { ending, bytes } = await finish(folder, parts, options)
      // Without its own files, which somebody may have put anew under it, it does not come to ask.
      const isUnasked = ending.kind === 'answered' && ending.answer.kind === 'failed' && readState(folder)?.asks !== true
      return ending.kind === 'gone' || isUnasked ? undefined : toStored(ending, bytes)
    },
    endedMs: () => readState(folder)?.endedMs,
    stop: () => {
      const now = readState(folder)
      if (now?.answer === undefined) killTree(now?.pid)
      rmSync(folder.temporary, { recursive: true, force: true })
    },
  }
}

/** What is unpacked by then stays; the rest is done by who needs it, with all cores to himself. */
function endAhead(folder: TransferFolder): void {
  const state = readState(folder)
  if (state?.ahead === 'running' && isAlive(state.pid)) killTree(state.pid)
}

/** A late answer serves nobody; pages that it has read stay. */
function endAnswering(folder: TransferFolder): number | undefined {
  const state = readAnswerState(folder)
  if (state !== undefined && state.tookMs === undefined && isAlive(state.pid)) killTree(state.pid)
  return state?.isAnswered === true ? state.tookMs : undefined
}

function transferOf(folder: TransferFolder, parts: CacheServiceParts): Transfer {
  return {
    folder: folder.entry,
    finish: async (options) => {
      const { ending, bytes } = await finish(folder, parts, options)
      return toTransfer(ending, bytes)
    },
    endAhead: () => endAhead(folder),
    stop: async () => {
      const state = readState(folder)
      if (state !== undefined && state.answer === undefined) killTree(state.pid)
      endAhead(folder)
      endAnswering(folder)
    },
  }
}

function newEntry(parts: CacheServiceParts): string {
  const { entry } = newFolder(parts)
  mkdirSync(entry)
  return entry
}

function newFolder(parts: CacheServiceParts): TransferFolder {
  return makeFolders(transferFolder(path.join(parts.root, randomUUID())))
}

function makeFolders(folder: TransferFolder): TransferFolder {
  for (const each of [folder.work, folder.temporary]) mkdirSync(each, { recursive: true })
  return folder
}

/** Starts the program and lets it go: it holds neither our standard output nor our process. */
function start(parts: CacheServiceParts, request: CacheRequest, folder = newFolder(parts)): TransferFolder {
  writeFileSync(folder.request, JSON.stringify(request))
  const log = openSync(folder.log, 'a')
  const child = spawn(process.execPath, [parts.programPath, folder.request], {
    cwd: folder.work,
    // With RUNNER_DEBUG the toolkit would list every archive, which reads it once more.
    env: { ...parts.env, GITHUB_WORKSPACE: folder.work, RUNNER_TEMP: folder.temporary, RUNNER_DEBUG: undefined },
    stdio: ['ignore', log, log],
    detached: true,
    windowsHide: true,
  })
  child.on('error', () => undefined)
  child.unref()
  closeSync(log)
  // For who looks before the program has written its own, or after it was ended too early to.
  if (child.pid !== undefined) writeState(folder, { pid: child.pid, startedMs: parts.clock.nowMs() })
  return folder
}

type Ending = { readonly kind: 'answered'; readonly answer: CacheAnswer } | { readonly kind: 'stalled'; readonly afterMs: number } | { readonly kind: 'gone' }

async function finish(folder: TransferFolder, parts: CacheServiceParts, options: { readonly stallMs: number; readonly signal?: AbortSignal }): Promise<{ ending: Ending; bytes: number }> {
  const ending = (await waitForAnswer(folder, parts.clock, options)) ?? { kind: 'gone' }
  if (ending.kind !== 'answered') killTree(readState(folder)?.pid)
  parts.onLog(await readFile(folder.log, 'utf8').catch(() => ''))
  return { ending, bytes: movedBytes(folder).transferred }
}

interface WaitOptions {
  readonly stallMs: number
  readonly signal?: AbortSignal
  /** Ends the wait before the answer. */
  readonly isEnough?: (state: CacheState) => boolean
}

/** How much of the time between two polls counts as silence: who is not given the processor for longer, is on a machine where nobody is. */
const LONGEST_TICK_MS = 250
/** Looks at what the transfer's programs do cost more than one at its files: they are taken when these have been silent for a while. */
const FILES_ALONE_MS = 500

/**
 * Polls, because the program may have been started by a process that has ended. What counts as silence is only time in which
 * neither bytes came or went nor the archiver worked.
 */
async function waitForAnswer(folder: TransferFolder, clock: Clock, { stallMs, signal, isEnough }: WaitOptions): Promise<Ending | undefined> {
  let seen = ''
  let work: string | undefined
  let silentMs = 0
  let beforeMs = clock.nowMs()
  for (let polls = 0; ; polls += 1) {
    const nowMs = clock.nowMs()
    silentMs += Math.min(nowMs - beforeMs, LONGEST_TICK_MS)
    beforeMs = nowMs
    const state = readState(folder)
    if (state?.answer !== undefined) return { kind: 'answered', answer: state.answer }
    if (state !== undefined && isEnough?.(state) === true) return undefined
    if (signal?.aborted === true) return { kind: 'stalled', afterMs: silentMs }
    if (polls % 10 === 9) {
      if (state !== undefined && !isAlive(state.pid) && readState(folder)?.answer === undefined) return { kind: 'gone' }
      const { transferred, onDisk } = movedBytes(folder)
      const now = `${state?.asks ?? ''} ${state?.key ?? ''} ${transferred} ${onDisk}`
      const workNow = now === seen && silentMs > FILES_ALONE_MS ? workBelow(state?.pid) : undefined
      if (now !== seen || (work !== undefined && workNow !== undefined && workNow !== work)) silentMs = 0
      ;[seen, work] = [now, workNow]
      if (silentMs >= (state?.asks === true ? stallMs : START_MS)) return { kind: 'stalled', afterMs: silentMs }
    }
    await clock.sleep(POLL_MS)
  }
}

function failure(ending: Ending): { readonly kind: 'failed'; readonly why: string } {
  if (ending.kind === 'gone') return { kind: 'failed', why: 'the program that speaks with the service ended without an answer' }
  if (ending.kind === 'stalled') return { kind: 'failed', why: `no answer within ${seconds(ending.afterMs, 0)}` }
  return { kind: 'failed', why: ending.answer.kind === 'failed' ? ending.answer.why : `unexpected answer: ${ending.answer.kind}` }
}

function toLookup(ending: Ending): LookupAnswer {
  if (ending.kind === 'answered') {
    const { answer } = ending
    if (answer.kind === 'found' || answer.kind === 'none' || answer.kind === 'unavailable') return answer
  }
  return failure(ending)
}

function toTransfer(ending: Ending, bytes: number): TransferAnswer {
  if (ending.kind === 'stalled') return { kind: 'stalled', afterMs: ending.afterMs, bytes }
  if (ending.kind === 'answered') {
    const { answer } = ending
    if (answer.kind === 'restored') return { kind: 'done', key: answer.key, bytes }
    if (answer.kind === 'none' || answer.kind === 'unavailable' || answer.kind === 'unreadable') return answer
  }
  return failure(ending)
}

function toStored(ending: Ending, bytes: number): StoreAnswer {
  if (ending.kind === 'stalled') return { kind: 'stalled', afterMs: ending.afterMs }
  if (ending.kind === 'answered') {
    const { answer } = ending
    if (answer.kind === 'saved') return { kind: 'saved', bytes }
    if (answer.kind === 'exists' || answer.kind === 'conflict' || answer.kind === 'read-only' || answer.kind === 'unavailable') return answer
  }
  return failure(ending)
}
