import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Clock } from '../kernel/clock.ts'
import { isAlive } from './process-tree.ts'
import { readAnswerState, readState, transferFolder } from './transfer-folder.ts'

/** For how long to wait, and until when it is worth it. */
export interface RestOptions {
  readonly clock: Clock
  readonly limitMs: number
  readonly signal: AbortSignal
}

const POLL_MS = 50

/**
 * Waits until nothing works any more that uses of the action in this job have begun: saves of earlier ones, restores of later
 * ones with what is done beside. They give way to the job's steps, and still take from a measurement. False: something does
 * after `limitMs`.
 */
export async function othersAtRest(root: string, { clock, limitMs, signal }: RestOptions): Promise<boolean> {
  const giveUpMs = clock.nowMs() + limitMs
  while (isAnyAtWork(root)) {
    if (signal.aborted || clock.nowMs() >= giveUpMs) return false
    await clock.sleep(POLL_MS)
  }
  return true
}

/** `root`: the folder of all uses. */
function isAnyAtWork(root: string): boolean {
  return usesIn(root).some((use) => ['early', 'save'].some((name) => isAtWork(path.join(root, use, name))))
}

function isAtWork(place: string): boolean {
  const folder = transferFolder(place)
  const [transfer, answering] = [readState(folder), readAnswerState(folder)]
  const isMoving = transfer !== undefined && (transfer.answer === undefined || transfer.ahead === 'running') && isAlive(transfer.pid)
  return isMoving || (answering !== undefined && answering.tookMs === undefined && isAlive(answering.pid))
}

function usesIn(root: string): string[] {
  try {
    return readdirSync(root)
  } catch {
    return []
  }
}
