import { Worker } from 'node:worker_threads'
import { failureFromData } from './failure.ts'
import { openInlinePool } from './inline-pool.ts'
import type { FromWorker, TaskName, TaskOutcome, Tasks, ThreadData, ToWorker, WorkerPool } from './protocol.ts'

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

/** Wheels of so many bytes in all are unpacked on the calling thread sooner than threads start. */
const WORTH_THREADS_BYTES = 1 << 20

/** Threads that end before they serve are tried anew, in a row, so often. */
const MOST_FAILED_STARTS = 3

/** How many threads of which program, and who hears when there can be none. */
export interface ThreadPoolFacts {
  /** The file of the worker entry; the entry point knows where its bundle lies. */
  readonly workerPath: string
  readonly threadCount: number
  /** Other programs go first: for work that nobody waits for yet. */
  readonly givesWay?: boolean
  /** Told once, when no thread can be started and tasks run on the calling thread instead. */
  readonly onInline: (why: Error) => void
}

/**
 * Threads that run tasks, one task each at a time. They start when work comes, or is announced, that is worth them: starting one
 * takes longer than most tasks, and some small wheels are unpacked on the calling thread before it is there. A thread that
 * dies rejects its task and is replaced. Where none can be started (no memory for one, a limit on threads) all tasks
 * run on the calling thread.
 */
export function openThreadPool(facts: ThreadPoolFacts): WorkerPool {
  return new ThreadPool(facts)
}

class ThreadPool implements WorkerPool {
  readonly #facts: ThreadPoolFacts
  readonly #stopFlag = new Int32Array(new SharedArrayBuffer(4))
  readonly #queue: Job[] = []
  readonly #threads = new Set<Thread>()
  /** The calling thread. */
  readonly #here = openInlinePool()
  /** How many there may be; 0: none can be started. */
  #threadCount: number
  #failedStarts = 0
  #announcedBytes = 0
  #lightBytes = 0
  #stopReason: Error | undefined
  #closing = false

  constructor(facts: ThreadPoolFacts) {
    this.#facts = facts
    this.#threadCount = facts.threadCount
  }

  warm(weight: number): void {
    this.#announcedBytes += weight
    if (this.#announcedBytes > WORTH_THREADS_BYTES) this.#start(this.#threadCount)
  }

  #start(count: number): void {
    while (!this.#closing && this.#threads.size < Math.min(count, this.#threadCount)) this.#startThread()
  }

  run<K extends TaskName>(task: K, request: Tasks[K]['request'], weight = 0): Promise<TaskOutcome<K>> {
    if (this.#isLight(weight)) return this.#here.run(task, request)
    return new Promise((resolve, reject) => {
      if (this.#stopReason !== undefined) return reject(this.#stopReason)
      this.#queue.push({ message: { task, request } as ToWorker, weight, resolve: resolve as Job['resolve'], reject })
      this.#start(this.#threadCount)
      this.#feed()
    })
  }

  /** Whether this and all before it is too little for a thread. Work of unknown weight is not. */
  #isLight(weight: number): boolean {
    if (weight === 0 || this.#threads.size > 0) return false
    this.#lightBytes += weight
    return this.#lightBytes <= WORTH_THREADS_BYTES
  }

  stop(reason: Error): void {
    this.#stopReason = reason
    Atomics.store(this.#stopFlag, 0, 1)
    for (const job of this.#queue.splice(0)) job.reject(reason)
    this.#here.stop(reason)
  }

  async close(): Promise<void> {
    this.#closing = true
    await Promise.all([...this.#threads].map((thread) => thread.worker.terminate()))
    await this.#here.close()
  }

  #startThread(): void {
    const workerData: ThreadData = { stopFlag: this.#stopFlag, givesWay: this.#facts.givesWay ?? false }
    let worker: Worker
    try {
      worker = new Worker(this.#facts.workerPath, { workerData, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } })
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
    if (this.#threadCount === 0) this.#facts.onInline(error)
  }

  #heard(thread: Thread, answer: FromWorker): void {
    if (answer.kind === 'up') {
      thread.isUp = true
      this.#failedStarts = 0
      return
    }
    const job = thread.job
    thread.job = undefined
    // One that is being ended is what `close` waits for, and may be all that keeps the program alive.
    if (!this.#closing) {
      thread.worker.unref()
      this.#feed()
    }
    if (answer.kind === 'done') job?.resolve({ result: answer.result, span: answer.span })
    else job?.reject(failureFromData(answer.error, this.#stopReason))
  }

  /** The heaviest first, else in the order of coming: begun last, a big wheel would keep one thread busy and the others waiting. */
  #heaviest(): Job | undefined {
    const heaviest = this.#queue.reduce((best, { weight }, index) => (weight > (this.#queue[best]?.weight ?? 0) ? index : best), 0)
    return this.#queue.splice(heaviest, 1)[0]
  }

  #feed(): void {
    if (this.#threadCount === 0) {
      for (const { message, resolve, reject } of this.#queue.splice(0)) this.#here.run(message.task, message.request).then(resolve, reject)
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
