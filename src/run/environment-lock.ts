import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { hasLeftovers, recover, type Recovery } from '../install/recover.ts'
import { lockFile, realFolder, type TakeLock } from '../install/work-area.ts'
import { takeLock, type HeldLock } from '../store/locks.ts'
import { WORK_FOLDER } from '../workers/tasks/wheel-layout.ts'
import type { RunContext } from './context.ts'
import { isUnfinished, removeUnfinishedVenv } from './fresh-venv.ts'
import { defaultStoreFolder } from './store-folder.ts'

/** What taking locks and putting environments right needs of a run. */
export type HoldContext = Pick<RunContext, 'world' | 'events' | 'clock' | 'signal'>

/** The right to change an environment, and what had to be put right before. */
export interface EnvironmentHold {
  readonly recovery: Recovery
  release(): void
}

/**
 * Waits until no other run works on an environment, takes its lock, and puts right what a run that did not end has left.
 * `place` is its site-packages, or the folder of a virtual environment to be made. The lock lies in the user's cache folder,
 * under the real path of the place, whatever `--cache-dir` says: one environment, one lock. Where there can be no locks, it
 * goes on without one, and says so. Throws `journal-invalid`, and the signal's reason.
 */
export async function holdEnvironment(place: string, context: HoldContext): Promise<EnvironmentHold> {
  const real = realFolder(place)
  const name = createHash('sha256').update(real).digest('hex').slice(0, 32)
  const lock = await take(path.join(locksFolder(context), `${name}.lock`), real, context)
  const release = (): void => (lock === 'unavailable' ? undefined : lock.release())
  try {
    return { recovery: await recoverHeld(real, context), release }
  } catch (error) {
    release()
    throw error
  }
}

/**
 * Waits for the installations of this user that are at work now, as far as they can be known by their locks; who begins meanwhile is
 * not waited for. For commands that take away what those may be about to use.
 */
export async function waitForRuns(context: HoldContext): Promise<void> {
  const folder = locksFolder(context)
  for (const name of readdirIfThere(folder).filter((file) => file.endsWith('.lock'))) {
    const lock = await take(path.join(folder, name), 'kept wheels', context)
    if (lock !== 'unavailable') lock.release()
  }
}

function readdirIfThere(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

function locksFolder({ world }: HoldContext): string {
  return path.join(defaultStoreFolder(world), 'locks')
}

/**
 * Puts an environment right after a run that did not end: for the action's `post`, for `check --repair`, and for runs that
 * change nothing themselves. Waits for a run that is still at work. One system call when there is nothing to do.
 */
export async function recoverEnvironment(sitePackages: string, context: HoldContext): Promise<Recovery> {
  if (!hasLeftovers(realFolder(sitePackages))) return { kind: 'nothing' }
  const hold = await holdEnvironment(sitePackages, context)
  hold.release()
  return hold.recovery
}

/** The same for a virtual environment that was still being made: what is there of it is removed. Whether there was something. */
export async function recoverUnmade(venv: string, context: HoldContext): Promise<boolean> {
  if (!isUnfinished(venv)) return false
  const hold = await holdEnvironment(venv, context)
  try {
    return await removeUnfinishedVenv(venv, context.events)
  } finally {
    hold.release()
  }
}

/** For the work area's own lock (install/work-area.ts). */
export function lockTaker(place: string, context: HoldContext): TakeLock {
  return (file) => take(file, place, context)
}

async function take(file: string, place: string, context: HoldContext): Promise<HeldLock | 'unavailable'> {
  const holder = `process ${process.pid}, since ${new Date(context.clock.nowMs()).toISOString().slice(11, 19)} UTC`
  const onWait = (other: string): void => context.events.notice('info', `waiting for another run on ${place} (${other})`)
  const lock = await takeLock({ file, holder, clock: context.clock, signal: context.signal, onWait })
  if (lock === 'unavailable') context.events.notice('debug', `${file} cannot be locked: other runs on ${place} are not kept out`)
  return lock
}

async function recoverHeld(real: string, context: HoldContext): Promise<Recovery> {
  if (!hasLeftovers(real)) return { kind: 'nothing' }
  const inner = await take(lockFile(`${real}/${WORK_FOLDER}`), real, context)
  try {
    const recovery = recover(real)
    announce(recovery, real, context)
    return recovery
  } finally {
    if (inner !== 'unavailable') inner.release()
  }
}

function announce(recovery: Recovery, place: string, { events }: HoldContext): void {
  if (recovery.kind === 'cleaned') events.notice('info', `removed what an interrupted run had left in ${place}`)
  if (recovery.kind !== 'undone') return
  const { header, foreign } = recovery
  const what = [...header.added.map((name) => `+ ${name}`), ...header.removed.map((name) => `- ${name}`)]
  const shown = what.length > 6 ? `${what.slice(0, 6).join(', ')} and ${what.length - 6} more` : what.join(', ')
  events.notice('warning', `an interrupted run had begun to change ${place} (${shown}): undone, it is as it was before`)
  for (const path of foreign) events.notice('warning', `${path} was put there by another program since, and stays`)
}
