import { oneInflater } from '../archive/inflater.ts'
import { systemClock } from '../kernel/clock.ts'
import { Stopped, failureFromData, failureToData } from './failure.ts'
import { runTask } from './handlers.ts'
import { startSpan } from './span.ts'
import type { TaskContext, TaskName, TaskOutcome, Tasks, WorkerPool } from './protocol.ts'

/** Longest time the event loop is held: signals, sockets and heartbeats live between breaths. */
const MAX_HOLD_MS = 15

/** Runs tasks on the calling thread, one at a time, giving way to the event loop between breaths. */
export function openInlinePool(): WorkerPool {
  let stopReason: Error | undefined
  let last: Promise<unknown> = Promise.resolve()
  const inflater = oneInflater()
  const perform = async <K extends TaskName>(task: K, request: Tasks[K]['request']): Promise<TaskOutcome<K>> => {
    const spanSoFar = startSpan()
    try {
      const result = await runTask(task, request, { breathe: breather(() => stopReason), inflater })
      return { result, span: spanSoFar() }
    } catch (error) {
      throw failureFromData(failureToData(error), stopReason)
    }
  }
  return {
    run: (task, request) => {
      const turn = last.then(() => perform(task, request))
      last = turn.catch(() => undefined)
      return turn
    },
    stop: (reason) => {
      stopReason = reason
    },
    warm: () => undefined,
    close: async () => {
      await last
    },
  }
}

function breather(stopReason: () => Error | undefined): TaskContext['breathe'] {
  let heldSinceMs = systemClock.nowMs()
  return () => {
    if (stopReason() !== undefined) throw new Stopped('stopped')
    if (systemClock.nowMs() - heldSinceMs < MAX_HOLD_MS) return undefined
    return new Promise((resolve) => {
      setImmediate(() => {
        heldSinceMs = systemClock.nowMs()
        resolve()
      })
    })
  }
}
