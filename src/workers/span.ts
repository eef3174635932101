import { isMainThread } from 'node:worker_threads'
import { spentBetween } from '../kernel/thread-time.ts'
import type { Span } from './protocol.ts'
import { threadTime } from './thread-time.ts'

/** Starts a span on this thread; what is returned gives it as it is when asked. */
export function startSpan(): () => Span {
  const startMs = nowMs()
  const started = threadTime()
  return () => ({ startMs, endMs: nowMs(), spent: spentBetween(started, threadTime()), onMainThread: isMainThread })
}

/** Milliseconds since the epoch, alike in all threads. */
export function nowMs(): number {
  return performance.timeOrigin + performance.now()
}
