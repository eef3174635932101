import { closeSync, openSync, statSync, unlinkSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { systemErrorCode } from '../kernel/errors.ts'
import type { Clock } from '../kernel/clock.ts'

/** A lock that is held until released; the kernel frees it when the process ends, however it ends. */
export interface HeldLock {
  release(): void
}

/** Which lock, and how to wait for it. */
export interface LockRequest {
  /** A file of the lock's own: there while the lock is held. */
  readonly file: string
  /** Who holds it, for those who wait. */
  readonly holder: string
  readonly clock: Clock
  readonly signal: AbortSignal
  /** Called once, when somebody else holds the lock; with what the holder said of itself. */
  readonly onWait: (holder: string) => void
}

const FIRST_WAIT_MS = 20
const LONGEST_WAIT_MS = 250

/**
 * Takes an exclusive lock, waiting for whoever holds it. `unavailable` where locks cannot be had (a folder that cannot be
 * written, a file system without locks, a Node without SQLite): the caller decides whether to go on without. About 2 ms.
 *
 * The lock is SQLite's on a file of its own: Node offers no other lock that the kernel frees (a file with a process number
 * in it outlives its process, and means nothing in another container). The holder removes the file when it is done; who has
 * waited on the removed file notices, and begins again with the new one.
 */
export async function takeLock(request: LockRequest): Promise<HeldLock | 'unavailable'> {
  const waiting = { isAnnounced: false, waitMs: 0 }
  for (;;) {
    const opened = await openLock(request.file)
    if (opened === undefined) return 'unavailable'
    const outcome = await waitFor(opened, request, waiting).catch((error: unknown) => {
      opened.database.close()
      throw error
    })
    if (outcome === 'held') return held(opened, request)
    opened.database.close()
    if (outcome === 'unavailable') return 'unavailable'
  }
}

interface OpenedLock {
  readonly database: DatabaseSync
  /** Of the file that was opened. */
  readonly inode: bigint
}

async function waitFor(opened: OpenedLock, request: LockRequest, waiting: { isAnnounced: boolean; waitMs: number }): Promise<'held' | 'removed' | 'unavailable'> {
  for (;;) {
    request.signal.throwIfAborted()
    const outcome = tryLock(opened.database)
    // SQLite may refuse to work on a file that has no name any more, so this is asked before what it said is believed.
    if (outcome !== 'busy' && inodeOf(request.file) !== opened.inode) return 'removed'
    if (outcome !== 'busy') return outcome
    if (!waiting.isAnnounced) request.onWait(await readFile(holderFile(request), 'utf8').catch(() => 'it does not say who it is'))
    waiting.isAnnounced = true
    waiting.waitMs = Math.min(LONGEST_WAIT_MS, Math.max(FIRST_WAIT_MS, waiting.waitMs * 2))
    await request.clock.sleep(waiting.waitMs, request.signal)
  }
}

async function held({ database, inode }: OpenedLock, request: LockRequest): Promise<HeldLock> {
  await writeFile(holderFile(request), request.holder).catch(() => undefined)
  return {
    release: () => {
      if (!database.isOpen) return
      // Removed while held: nobody else can have it open as the lock of the moment. Where the file went with its folder meanwhile, one of that name is another's.
      if (inodeOf(request.file) === inode) for (const file of [holderFile(request), request.file]) removeIfPossible(file)
      database.close()
    },
  }
}

function removeIfPossible(file: string): void {
  try {
    unlinkSync(file)
  } catch {
    // Windows does not remove an open file: it stays, and is as good a lock the next time.
  }
}

function holderFile(request: LockRequest): string {
  return `${request.file}.holder`
}

/** Undefined where it cannot be opened. A file that was exchanged meanwhile is opened again. */
async function openLock(file: string): Promise<OpenedLock | undefined> {
  try {
    await mkdir(path.dirname(file), { recursive: true })
    const sqlite = await import('node:sqlite')
    for (;;) {
      closeSync(openSync(file, 'a'))
      const inode = inodeOf(file)
      const database = new sqlite.DatabaseSync(file)
      database.exec('PRAGMA busy_timeout = 0')
      if (inode !== undefined && inodeOf(file) === inode) return { database, inode }
      database.close()
    }
  } catch {
    return undefined
  }
}

/** While somebody has a file open its number is not given to another one. */
function inodeOf(file: string): bigint | undefined {
  return statSync(file, { bigint: true, throwIfNoEntry: false })?.ino
}

const SQLITE_BUSY = 5

function tryLock(database: DatabaseSync): 'held' | 'busy' | 'unavailable' {
  try {
    database.exec('BEGIN EXCLUSIVE')
    return 'held'
  } catch (error) {
    const { errcode } = error as { errcode?: number }
    return systemErrorCode(error) === 'ERR_SQLITE_ERROR' && ((errcode ?? 0) & 0xff) === SQLITE_BUSY ? 'busy' : 'unavailable'
  }
}
