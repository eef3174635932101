import type * as actionsCache from '@actions/cache'
// Decided by the toolkit: on enterprise servers, whatever ACTIONS_CACHE_SERVICE_V2 says, it is the old protocol.
import { getCacheServiceVersion } from '../../node_modules/@actions/cache/lib/internal/config.js'
import { spawn } from 'node:child_process'
import { closeSync, existsSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { pointedKey, sameKey, shortHash } from '../actions-cache/keys.ts'
import type { SaveKeys } from '../actions-cache/service.ts'
import { messageOf, unreachable } from '../kernel/errors.ts'
import { giveWay } from '../kernel/give-way.ts'
import { followEntry } from './follow-entry.ts'
import { HISTORY_FILE } from './history-place.ts'
import { failureIn, hadWholeArchive, nothingFound } from './toolkit-log.ts'
import { startUnpackingAhead, type UnpackingAhead } from './unpack-ahead.ts'
import { ENTRY_PATH, POINTER_FILE, transferFolder, writeState, type AheadPlan, type CacheAnswer, type CacheRequest, type CacheState, type TransferFolder, type Unpacking } from './transfer-folder.ts'

type Toolkit = typeof actionsCache

/**
 * The program that speaks with the cache service, as a process of its own: the toolkit takes no signal, tells failures only
 * in its log, extracts into GITHUB_WORKSPACE, and leaves sockets open. Whoever started it can kill it at any time.
 */
export async function runCacheProgram(requestPath: string): Promise<void> {
  const folder = transferFolder(dirname(requestPath))
  const request = JSON.parse(readFileSync(requestPath, 'utf8')) as CacheRequest
  let state: CacheState = { pid: process.pid, startedMs: Date.now() }
  const update = (change: Partial<CacheState>): void => writeState(folder, (state = { ...state, ...change }))
  update({})
  if (request.kind === 'save' && request.isAside === true) giveWay(constants.priority.PRIORITY_LOW)
  const beside: Promise<unknown>[] = []
  const unpacking = unpackingOf(request)
  const ahead = unpacking === undefined ? undefined : startUnpackingAhead({ entry: folder.entry, ...unpacking })
  const answer = await answerTo(request, { folder, update, beside, ahead }).catch((error: unknown): CacheAnswer => ({ kind: 'failed', why: messageOf(error) }))
  const goesOn = answer.kind === 'restored' ? ahead : undefined
  update({ answer, endedMs: Date.now(), ...(goesOn === undefined ? {} : { ahead: 'running' }) })
  if (goesOn !== undefined) update({ ahead: { trees: await goesOn.finish() } })
  await Promise.all(beside)
}

function unpackingOf(request: CacheRequest): Unpacking | undefined {
  if (request.kind === 'restore') return request.unpacking
  return request.kind === 'restore-pointed' && request.ahead?.unpacks === true ? request.ahead : undefined
}

interface Program {
  readonly folder: TransferFolder
  readonly update: (change: Partial<CacheState>) => void
  /** What goes on without being part of the answer; none of it rejects. */
  readonly beside: Promise<unknown>[]
  readonly ahead: UnpackingAhead | undefined
}

async function answerTo(request: CacheRequest, { folder, update, beside, ahead }: Program): Promise<CacheAnswer> {
  const toolkit = await import('@actions/cache')
  update({ asks: true })
  // Without this question the toolkit retries for over ten seconds.
  if (!toolkit.isFeatureAvailable()) return { kind: 'unavailable' }
  const said = listenToLog()
  switch (request.kind) {
    case 'lookup':
      return lookup(toolkit, said, request)
    case 'restore':
      return restoreEntry({ toolkit, said, folder, ahead }, request)
    case 'restore-pointed': {
      if (request.history !== undefined) beside.push(bringHistory({ toolkit, said, folder, key: request.history }).catch(() => undefined))
      const pointer = await lookup(toolkit, said, { primary: request.prefix, others: [] })
      // So that `main` need not ask before it downloads.
      if (pointer.kind === 'none' && (await lookup(toolkit, said, { primary: request.machine, others: [] })).kind === 'none') return { kind: 'none', anywhere: true }
      if (pointer.kind !== 'found') return pointer
      const key = pointedKey(pointer.key)
      if (key === undefined) return { kind: 'none' }
      const bringer = bringerOf(request.claims, key, folder.root)
      const elsewhere = bringer === folder.root ? {} : { elsewhere: bringer }
      update({ key, pointer: pointer.key, ...elsewhere })
      if (request.ahead !== undefined) beside.push(bringQuestion({ toolkit, said, folder, key: pointer.key }, request.ahead).catch(() => undefined))
      return bringer === folder.root ? restoreEntry({ toolkit, said, folder, ahead }, { primary: key, others: [] }) : { kind: 'elsewhere' }
    }
    case 'save':
      return saveBoth(toolkit, said, request, folder)
    default:
      return unreachable(request)
  }
}

/** Root of the transfer of this job that brings an entry: this one, if no other came first. */
function bringerOf(claims: string, key: string, root: string): string {
  const [claim, draft] = [join(claims, shortHash(key)), join(root, 'claim')]
  try {
    mkdirSync(claims, { recursive: true })
    writeFileSync(draft, root)
    linkSync(draft, claim)
    return root
  } catch {
    // Where there are no links either, each brings its own.
    return existsSync(claim) ? readFileSync(claim, 'utf8') : root
  }
}

interface Query {
  readonly primary: string
  readonly others: readonly string[]
}

async function lookup(toolkit: Toolkit, said: () => string, { primary, others }: Query): Promise<CacheAnswer> {
  const key = await toolkit.restoreCache([ENTRY_PATH], primary, [...others], { lookupOnly: true })
  return key === undefined ? nothingFound(said()) : { kind: 'found', key }
}

async function restore(toolkit: Toolkit, said: () => string, { primary, others }: Query): Promise<CacheAnswer> {
  const key = await toolkit.restoreCache([ENTRY_PATH], primary, [...others])
  return key === undefined ? nothingFound(said()) : { kind: 'restored', key }
}

interface EntryRestore {
  readonly toolkit: Toolkit
  readonly said: () => string
  readonly folder: TransferFolder
  readonly ahead: UnpackingAhead | undefined
}

/** As `restore`, with what can be done with the entry while it still arrives. */
async function restoreEntry({ toolkit, said, folder, ahead }: EntryRestore, query: Query): Promise<CacheAnswer> {
  // The other protocol may write the archive in pieces out of order.
  if (process.platform === 'win32' || getCacheServiceVersion() !== 'v2') return restore(toolkit, said, query)
  const following = followEntry(folder, {
    onFile: (inside) => ahead?.arrived(inside),
    // The toolkit names each program that it starts.
    isExtracted: (archive) => said().split('\n').some((line) => line.startsWith('[command]') && line.includes(archive)),
  })
  const ended = await restore(toolkit, said, query).catch((error: unknown): CacheAnswer => ({ kind: 'failed', why: messageOf(error) }))
  const followed = await following.finish()
  const key = keyIn(said(), query)
  if (followed.kind === 'left' || key === undefined) return ended
  if (ended.kind !== 'restored' && !hadWholeArchive(ended)) return ended
  if (followed.kind === 'broken') return { kind: 'unreadable', why: followed.why }
  process.stdout.write(`Cache Size: (${followed.sizeBytes} B)\n`)
  return { kind: 'restored', key }
}

/** The key of what the toolkit found for a query, from its log. */
function keyIn(log: string, { primary, others }: Query): string | undefined {
  const found = [...log.matchAll(/^Cache hit for(?: restore-key)?: (.*)$/gm)].map(([, key = '']) => key.trim())
  return found.findLast((key) => [primary, ...others].some((wanted) => key.toLowerCase().startsWith(wanted.toLowerCase())))
}

interface SmallEntry {
  readonly toolkit: Toolkit
  readonly said: () => string
  readonly folder: TransferFolder
  readonly key: string
}

/** The base branch's history, for the job summary. */
async function bringHistory({ toolkit, said, folder, key }: SmallEntry): Promise<void> {
  const brought = await restore(toolkit, said, { primary: key, others: [] })
  const file = join(folder.entry, HISTORY_FILE)
  if (brought.kind === 'restored' && existsSync(file)) renameSync(file, folder.history)
}

/** Starts to answer what the leg asked last, if that came with the pointer, while the entry is still on its way. */
async function bringQuestion({ toolkit, said, folder, key }: SmallEntry, { answerPath }: AheadPlan): Promise<void> {
  const brought = await restore(toolkit, said, { primary: key, others: [] })
  if (brought.kind !== 'restored') return
  const { question } = JSON.parse(readFileSync(join(folder.entry, POINTER_FILE), 'utf8')) as { question?: unknown }
  if (typeof question !== 'string') return
  writeFileSync(folder.question, question)
  const log = openSync(join(folder.root, 'answer-log.txt'), 'a')
  spawn(process.execPath, [answerPath, folder.root], { stdio: ['ignore', log, log], detached: true, windowsHide: true }).on('error', () => undefined).unref()
  closeSync(log)
}

/** The entry, then the pointer to it; the answer is the entry's. */
async function saveBoth(toolkit: Toolkit, said: () => string, { key, pointer, question }: SaveKeys, folder: TransferFolder): Promise<CacheAnswer> {
  // Wheels are compressed already: -5 takes a third of the default's time and leaves 1 % more. An entry's description comes first, so that what follows can be unpacked as it comes.
  process.env['ZSTD_CLEVEL'] ??= '-5'
  process.env['TAR_OPTIONS'] ??= '--sort=name'
  const answer = key === undefined ? undefined : await save(toolkit, said, key)
  const isThere = answer === undefined || answer.kind === 'saved' || answer.kind === 'exists' || answer.kind === 'conflict'
  if (pointer === undefined || !isThere) return answer ?? { kind: 'none' }
  const work = join(folder.root, 'pointer')
  mkdirSync(join(work, ENTRY_PATH), { recursive: true })
  writeFileSync(join(work, ENTRY_PATH, POINTER_FILE), JSON.stringify({ pointer, question }))
  process.chdir(work)
  process.env['GITHUB_WORKSPACE'] = work
  const pointed = await save(toolkit, said, pointer).catch((error: unknown): CacheAnswer => ({ kind: 'failed', why: messageOf(error) }))
  return answer ?? pointed
}

async function save(toolkit: Toolkit, said: () => string, key: string): Promise<CacheAnswer> {
  const there = await lookup(toolkit, said, { primary: key, others: [] })
  if (there.kind === 'found' && sameKey(there.key, key)) return { kind: 'exists' }
  const id = await toolkit.saveCache([ENTRY_PATH], key)
  if (id > 0) return { kind: 'saved' }
  const log = said()
  if (log.includes('cache write denied:')) return { kind: 'read-only' }
  if (/Unable to reserve cache|Cache already exists/.test(log)) {
    // The toolkit says the same of a conflict and of a service that does not answer; why stands in its debug log.
    const why = /Failed to reserve cache: (?:\w*Error: )*(.*)/.exec(log)?.[1]?.replaceAll('%0A', ' ').trim()
    return why === undefined || /\(409\)|already.?exists/i.test(why) ? { kind: 'conflict' } : { kind: 'failed', why }
  }
  return { kind: 'failed', why: failureIn(log) ?? 'the service did not take it' }
}

/** Keeps what is written to standard output from here on, while still writing it. */
function listenToLog(): () => string {
  const write = process.stdout.write.bind(process.stdout)
  let log = ''
  process.stdout.write = (chunk: string | Uint8Array, ...rest: []): boolean => {
    log += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
    return write(chunk, ...rest)
  }
  return () => log
}
