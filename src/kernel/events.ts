import type { Clock } from './clock.ts'
import type { Origin } from './origin.ts'
import type { ThreadTime } from './thread-time.ts'

/** What a task spends: the estimator of serial time needs to know what could not have been shared. */
export type Resource = 'network' | 'cpu' | 'disk'

/** The kinds of work the timing report knows, in the order of the pipeline. */
export type TaskKind =
  | 'restore' | 'probe' | 'configure' | 'venv' | 'page' | 'metadata' | 'resolve' | 'download' | 'hash' | 'build' | 'stage' | 'link' | 'plan' | 'commit' | 'bytecode' | 'save'

/** A task is there; it may wait for its turn before it begins. */
export interface TaskStarted {
  readonly kind: 'task-started'
  readonly id: number
  readonly task: TaskKind
  readonly resource: Resource
  /** The distribution the task works for, as `name` or `name version`, when it works for one. */
  readonly subject?: string
  readonly atMs: number
  /** Bytes the task expects to move, when known in advance. */
  readonly expectedBytes?: number
}

/** The task has what it waited for (a place within the network limits) and works from here on. */
export interface TaskBegan {
  readonly kind: 'task-began'
  readonly id: number
  readonly atMs: number
}

/** A task is done, or has failed. */
export interface TaskEnded {
  readonly kind: 'task-ended'
  readonly id: number
  readonly atMs: number
  readonly bytes?: number
  readonly failed?: boolean
  /** Over which a download came, in equal parts; absent: one. */
  readonly connections?: number
  /** What its thread spent meanwhile; absent: not known. */
  readonly spent?: ThreadTime | undefined
  /** It ran on the main thread, whose time includes what it spent; absent: no. */
  readonly onMainThread?: boolean
}

/** How far a task has come, in bytes since its start. */
export interface TaskProgress {
  readonly kind: 'task-progress'
  readonly id: number
  readonly bytes: number
}

/** Something a person should read. `warning` wants attention, `info` is said once, `debug` only with -v. */
export interface Notice {
  readonly kind: 'notice'
  readonly level: 'warning' | 'info' | 'debug'
  readonly text: string
  readonly origin?: Origin
}

/** What is counted beside tasks: who counts and who reports speak of the same. */
export type CountName =
  | 'bytes-downloaded'
  /** Of a download that an earlier run had begun. */
  | 'bytes-resumed'
  | 'retries'
  | 'wheels-reused'
  | 'sdists-reused'
  /** Files of the store that did not have the content their names promise. */
  | 'store-healed'
  /** Metadata that came with a cache and that no index vouches for. */
  | 'metadata-refused'
  | 'wheels-built'
  | 'built-wheels-reused'
  /** How the metadata of a source was read. */
  | `source-metadata-${'kept' | 'static' | 'backend' | 'earlier-backend' | 'wheel'}`

/** A figure for the report that is no task. */
export interface Counted {
  readonly kind: 'counted'
  readonly what: CountName
  readonly amount: number
  readonly subject?: string
}

/** A stretch of time that the network's faults cost one request: attempts that brought nothing, and the waits after them. */
export interface Delayed {
  readonly kind: 'delayed'
  readonly startMs: number
  readonly endMs: number
}

/** An answer began to come in. */
export interface Answered {
  readonly kind: 'answered'
  /** Since the request went out on a connection that was ready. */
  readonly waitMs: number
  /** Of it, with nothing else to do: so long at least the answer was not there. */
  readonly idleMs: number
}

/** The whole of an answer came in. */
export interface Received {
  readonly kind: 'received'
  readonly bytes: number
  /** Since the request went out on a connection that was ready. */
  readonly waitMs: number
  /** Of it, with nothing else to do: so long at least there was more to come. */
  readonly idleMs: number
}

/** Everything the build of one source printed, as one text; shown when it failed, or with -v. */
export interface BuildOutput {
  readonly kind: 'build-output'
  /** The source, for people. */
  readonly subject: string
  readonly text: string
  readonly failed: boolean
}

/** All that a run says while it goes on. */
export type RunEvent = TaskStarted | TaskBegan | TaskEnded | TaskProgress | Notice | Counted | Delayed | Answered | Received | BuildOutput

/** What is known of a task when it starts. */
export interface TaskFacts {
  readonly task: TaskKind
  readonly resource: Resource
  readonly subject?: string
  readonly expectedBytes?: number
}

/** A task under way, for whoever does it; `end` is called once, whichever way it ends. */
export interface RunningTask {
  /** Says that waiting is over. A network task that never says so was answered without the network. */
  began(): void
  progress(bytes: number): void
  end(result?: Pick<TaskEnded, 'bytes' | 'failed' | 'connections'>): void
}

/** One run's events, in order. Listeners must not throw; observation never changes what is observed. */
export class EventBus {
  readonly #listeners: ((event: RunEvent) => void)[] = []
  readonly #clock: Clock
  #lastId = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  listen(listener: (event: RunEvent) => void): void {
    this.#listeners.push(listener)
  }

  emit(event: RunEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  notice(level: Notice['level'], text: string, origin?: Origin): void {
    this.emit({ kind: 'notice', level, text, ...(origin === undefined ? {} : { origin }) })
  }

  count(what: CountName, amount: number, subject?: string): void {
    this.emit({ kind: 'counted', what, amount, ...(subject === undefined ? {} : { subject }) })
  }

  delayed(span: { readonly startMs: number; readonly endMs: number }): void {
    this.emit({ kind: 'delayed', ...span })
  }

  answered(facts: Omit<Answered, 'kind'>): void {
    this.emit({ kind: 'answered', ...facts })
  }

  received(facts: Omit<Received, 'kind'>): void {
    this.emit({ kind: 'received', ...facts })
  }

  /** Starts a task now; whoever starts it ends it. */
  start(facts: TaskFacts): RunningTask {
    const id = ++this.#lastId
    this.emit({ kind: 'task-started', id, ...facts, atMs: this.#clock.nowMs() })
    let hasBegun = false
    return {
      began: () => {
        if (!hasBegun) this.emit({ kind: 'task-began', id, atMs: this.#clock.nowMs() })
        hasBegun = true
      },
      progress: (bytes) => this.emit({ kind: 'task-progress', id, bytes }),
      end: (result = {}) => this.emit({ kind: 'task-ended', id, atMs: this.#clock.nowMs(), ...result }),
    }
  }

  /** Reports a task that ran elsewhere (a worker thread) with the times measured there. */
  record(facts: TaskFacts, span: { readonly startMs: number; readonly endMs: number } & Pick<TaskEnded, 'bytes' | 'spent' | 'onMainThread'>): void {
    const id = ++this.#lastId
    this.emit({ kind: 'task-started', id, ...facts, atMs: span.startMs })
    const onMainThread = span.onMainThread ?? false
    this.emit({ kind: 'task-ended', id, atMs: span.endMs, spent: span.spent, onMainThread, ...(span.bytes === undefined ? {} : { bytes: span.bytes }) })
  }

  /** Runs `work` as a task; a throw ends it as failed. */
  async during<T>(facts: TaskFacts, work: (task: RunningTask) => Promise<T>): Promise<T> {
    const task = this.start(facts)
    try {
      const value = await work(task)
      task.end()
      return value
    } catch (error) {
      task.end({ failed: true })
      throw error
    }
  }
}
