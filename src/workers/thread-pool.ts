import { Worker } from 'node:worker_threads'
import { failureFromData } from './failure.ts'
import { openInlinePool } from './inline-pool.ts'
import type { FromWorker, TaskName, TaskOutcome, Tasks, ToWorker, WorkerPool } from './protocol.ts'

interface Job {
  readonly message: ToWorker
  readonly weight: number
  readonly resolve: (outcome: TaskOutcome<TaskName>) => void
  readonly reject: (error: Error) => void
}

interface Thread {
  readonly worker: Worker
  /** It has started, and serves tasks. */
  isUp: boolean
  job: Job | undefined
}

/** What a task makes lives shortly: V8 would let a thread gather 48 MB before it looks. */
const YOUNG_GENERATION_MB = 8

/** Threads that end before they serve are tried anew, in a row, so often. */
const MOST_FAILED_STARTS = 3

export interface ThreadPoolFacts {
  /** The file of the worker entry; the entry point knows where its bundle lies. */
  readonly workerPath: string
  readonly threadCount: number
  /** Told once, when no thread can be started and tasks run on the calling thread instead. */
  readonly onInline: (why: Error) => void
}

/**
 * Threads that run tasks, one task each at a time. Threads start with `warm` or the first task: starting one takes longer than
 * most tasks, and runs that find nothing to do need none. A thread that dies rejects its task and is replaced. Where none
 * can be started (no memory for one, a limit on threads) tasks run on the calling thread.
 */
export function openThreadPool(facts: ThreadPoolFacts): WorkerPool {
  return new ThreadPool(facts)
}

class ThreadPool implements WorkerPool {
  readonly #facts: ThreadPoolFacts
  readonly #stopFlag = new Int32Array(new SharedArrayBuffer(4))
  readonly #queue: Job[] = []
  readonly #threads = new Set<Thread>()
  #threadCount: number
  #failedStarts = 0
  #inline: WorkerPool | undefined
  #stopReason: Error | undefined
  #closing = false
  #lastId = 0

  constructor(facts: ThreadPoolFacts) {
    this.#facts = facts
    this.#threadCount = facts.threadCount
  }

  warm(): void {
    this.#start(this.#threadCount)
  }

  #start(count: number): void {
    while (!this.#closing && this.#threads.size < Math.min(count, this.#threadCount)) this.#startThread()
  }

  run<K extends TaskName>(task: K, request: Tasks[K]['request'], weight = 0): Promise<TaskOutcome<K>> {
    return new Promise((resolve, reject) => {
      if (this.#stopReason !== undefined) return reject(this.#stopReason)
      this.#queue.push({ message: { id: ++this.#lastId, task, request } as ToWorker, weight, resolve: resolve as Job['resolve'], reject })
      // Links are soon made, and the calling thread is busy as well when there are many: a thread more would take longer to start.
      this.#start(task === 'link-wheel' ? Math.max(1, this.#threadCount - 1) : this.#threadCount)
      this.#feed()
    })
  }

  stop(reason: Error): void {
    this.#stopReason = reason
    Atomics.store(this.#stopFlag, 0, 1)
    for (const job of this.#queue.splice(0)) job.reject(reason)
    this.#inline?.stop(reason)
  }

  async close(): Promise<void> {
    this.#closing = true
    await Promise.all([...this.#threads].map((thread) => thread.worker.terminate()))
    await this.#inline?.close()
  }

  #startThread(): void {
    let worker: Worker
    try {
      worker = new Worker(this.#facts.workerPath, { workerData: { stopFlag: this.#stopFlag }, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } })
    } catch (error) {
      return this.#startFailed(error as Error)
    }
    const thread: Thread = { worker, isUp: false, job: undefined }
    this.#threads.add(thread)
    worker.on('message', (answer: FromWorker) => this.#heard(thread, answer))
    worker.on('error', (error: Error) => this.#replace(thread, error))
    worker.on('exit', (code) => this.#replace(thread, new Error(`a worker thread ended with code ${code}`)))
    worker.unref()
  }

  /** A task that its thread did not live to begin waits again. */
  #replace(thread: Thread, error: Error): void {
    if (!this.#threads.delete(thread)) return
    if (thread.isUp || this.#closing) thread.job?.reject(error)
    else if (thread.job !== undefined) this.#queue.unshift(thread.job)
    if (this.#closing) return
    if (thread.isUp) this.#startThread()
    else this.#startFailed(error)
    this.#feed()
  }

  /** Tried again some times; then those that did start do the work, or the calling thread. */
  #startFailed(error: Error): void {
    this.#failedStarts += 1
    if (this.#failedStarts < MOST_FAILED_STARTS) return this.#startThread()
    this.#threadCount = this.#threads.size
    if (this.#threadCount > 0) return
    this.#inline = openInlinePool()
    this.#facts.onInline(error)
  }

  #heard(thread: Thread, answer: FromWorker): void {
    if (answer.kind === 'up') {
      thread.isUp = true
      this.#failedStarts = 0
      return
    }
    const job = thread.job
    thread.job = undefined
    thread.worker.unref()
    this.#feed()
    if (answer.kind === 'done') job?.resolve({ result: answer.result, span: answer.span })
    else job?.reject(failureFromData(answer.error, this.#stopReason))
  }

  /** The heaviest first, else in the order of coming: begun last, a big wheel would keep one thread busy and the others waiting. */
  #heaviest(): Job | undefined {
    const heaviest = this.#queue.reduce((best, { weight }, index) => (weight > (this.#queue[best]?.weight ?? 0) ? index : best), 0)
    return this.#queue.splice(heaviest, 1)[0]
  }

  #feed(): void {
    if (this.#inline !== undefined) {
      for (const { message, resolve, reject } of this.#queue.splice(0)) this.#inline.run(message.task, message.request).then(resolve, reject)
      return
    }
    for (const thread of this.#threads) {
      if (thread.job !== undefined) continue
      const job = this.#heaviest()
      if (job === undefined) return
      thread.job = job
      thread.worker.ref()
      thread.worker.postMessage(job.message)
    }
  }
}
