import { giveWay } from '../kernel/give-way.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { oneInflater } from '../archive/inflater.ts'
import { Stopped, failureToData } from './failure.ts'
import { runTask } from './handlers.ts'
import { startSpan } from './span.ts'
import type { FromWorker, TaskContext, ThreadData, ToWorker } from './protocol.ts'

/** The thread's side of the protocol: it says that it is up, then one message in, one message out. */
export function serveTasks(): void {
  const port = parentPort
  if (port === null) throw new Error('this file runs in a worker thread')
  const { stopFlag, givesWay } = workerData as ThreadData
  if (givesWay) giveWay(NICENESS)
  const context: TaskContext = {
    breathe: () => {
      if (Atomics.load(stopFlag, 0) !== 0) throw new Stopped('stopped')
      return undefined
    },
    inflater: oneInflater(),
  }
  port.on('message', (message: ToWorker) => {
    void perform(message, context).then((answer) => port.postMessage(answer))
  })
  port.postMessage({ kind: 'up' } satisfies FromWorker)
}

/** What `nice` gives to a program that is told nothing else. */
const NICENESS = 10

async function perform(message: ToWorker, context: TaskContext): Promise<FromWorker> {
  const spanSoFar = startSpan()
  try {
    const result = await runTask(message.task, message.request, context)
    return { kind: 'done', result, span: spanSoFar() }
  } catch (error) {
    return { kind: 'failed', error: failureToData(error), span: spanSoFar() }
  }
}
