import { isMainThread } from 'node:worker_threads'
import { systemClock } from '../kernel/clock.ts'
import { spentBetween } from '../kernel/thread-time.ts'
import type { Span } from './protocol.ts'
import { threadTime } from './thread-time.ts'

/** Starts a span on this thread; what is returned gives it as it is when asked. */
export function startSpan(): () => Span {
  const startMs = systemClock.nowMs()
  const started = threadTime()
  return () => ({ startMs, endMs: systemClock.nowMs(), spent: spentBetween(started, threadTime()), onMainThread: isMainThread })
}
