import { Worker } from 'node:worker_threads'
import { failureFromData } from './failure.ts'
import type { FromWorker, TaskName, TaskOutcome, Tasks, ToWorker, WorkerPool } from './protocol.ts'

interface Job {
  readonly message: ToWorker
  readonly weight: number
  readonly resolve: (outcome: TaskOutcome<TaskName>) => void
  readonly reject: (error: Error) => void
}

interface Thread {
  readonly worker: Worker
  job: Job | undefined
}

/** What a task makes lives shortly: V8 would let a thread gather 48 MB before it looks. */
const YOUNG_GENERATION_MB = 8

/**
 * Threads that run tasks, one task each at a time. Threads start with `warm` or the first task: starting one takes longer than
 * most tasks, and runs that find nothing to do need none. A thread that dies rejects its task and is replaced.
 * `workerPath` is the file of the worker entry; the entry point knows where its bundle lies.
 */
export function openThreadPool(workerPath: string, threadCount: number): WorkerPool {
  return new ThreadPool(workerPath, threadCount)
}

class ThreadPool implements WorkerPool {
  readonly #workerPath: string
  readonly #stopFlag = new Int32Array(new SharedArrayBuffer(4))
  readonly #queue: Job[] = []
  readonly #threads = new Set<Thread>()
  readonly #threadCount: number
  #stopReason: Error | undefined
  #closing = false
  #lastId = 0

  constructor(workerPath: string, threadCount: number) {
    this.#workerPath = workerPath
    this.#threadCount = threadCount
  }

  warm(): void {
    this.#start(this.#threadCount)
  }

  #start(count: number): void {
    while (!this.#closing && this.#threads.size < count) this.#startThread()
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
  }

  async close(): Promise<void> {
    this.#closing = true
    await Promise.all([...this.#threads].map((thread) => thread.worker.terminate()))
  }

  #startThread(): void {
    const worker = new Worker(this.#workerPath, { workerData: { stopFlag: this.#stopFlag }, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } })
    const thread: Thread = { worker, job: undefined }
    this.#threads.add(thread)
    worker.on('message', (answer: FromWorker) => this.#settle(thread, answer))
    worker.on('error', (error: Error) => this.#replace(thread, error))
    worker.on('exit', (code) => this.#replace(thread, new Error(`a worker thread ended with code ${code}`)))
    worker.unref()
  }

  #replace(thread: Thread, error: Error): void {
    if (!this.#threads.delete(thread)) return
    thread.job?.reject(error)
    if (this.#closing) return
    this.#startThread()
    this.#feed()
  }

  #settle(thread: Thread, answer: FromWorker): void {
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
