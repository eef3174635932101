import type { Inflater } from '../archive/inflater.ts'
import type { UserErrorData } from '../kernel/errors.ts'
import type { ThreadTime } from '../kernel/thread-time.ts'
import type { CompileRequest, CompileResult } from './tasks/compile.ts'
import type { HashFileRequest, HashedFile } from './tasks/hash-file.ts'
import type { ReadRemovalsRequest, Removals } from './tasks/removal/read-removals.ts'
import type { StageWheelRequest } from './tasks/stage-wheel.ts'
import type { StagedWheel } from './tasks/staged-wheel.ts'

/** Every task a worker can do: what goes in, what comes back. Both are plain data (they cross threads). */
export interface Tasks {
  'hash-file': { readonly request: HashFileRequest; readonly result: HashedFile }
  'stage-wheel': { readonly request: StageWheelRequest; readonly result: StagedWheel }
  /** Undefined: `stage-wheel` has to do it. */
  'link-wheel': { readonly request: StageWheelRequest; readonly result: StagedWheel | undefined }
  'read-removals': { readonly request: ReadRemovalsRequest; readonly result: Removals }
  compile: { readonly request: CompileRequest; readonly result: CompileResult }
}
/** The name of a task. */
export type TaskName = keyof Tasks

/** What a thread is told when it starts. */
export interface ThreadData {
  /** Not 0: tasks are to end. */
  readonly stopFlag: Int32Array
  /** Other programs go first. */
  readonly givesWay: boolean
}

/** Main thread → worker; the next one when the one before is answered. */
export type ToWorker = { readonly [K in TaskName]: { readonly task: K; readonly request: Tasks[K]['request'] } }[TaskName]

/** Worker → main thread. Errors cross as data and are made errors again by the pool. */
export type FromWorker =
  /** First of all: the thread has started. */
  | { readonly kind: 'up' }
  | { readonly kind: 'done'; readonly result: Tasks[TaskName]['result']; readonly span: Span }
  | { readonly kind: 'failed'; readonly error: WorkerFailure; readonly span: Span }

/** When the task ran, in epoch milliseconds, and what its thread spent meanwhile, measured where it ran. */
export interface Span {
  readonly startMs: number
  readonly endMs: number
  readonly spent?: ThreadTime | undefined
  readonly onMainThread: boolean
}

/** What a task threw, as plain data that may cross threads; made and read by failure.ts. */
export type WorkerFailure =
  | { readonly kind: 'user-error'; readonly data: UserErrorData }
  | { readonly kind: 'system-error'; readonly code: string; readonly message: string; readonly path: string | undefined }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'bug'; readonly message: string; readonly stack: string | undefined }

/** What a task may ask of where it runs. */
export interface TaskContext {
  /** Call between pieces of work of a few milliseconds: throws when the run was stopped; await what it returns. */
  breathe(): Promise<void> | undefined
  /** The one of this thread, for one task at a time; undefined where there is none that can be kept. */
  inflater(): Inflater | undefined
}

/** What a task gave, and when it ran. */
export interface TaskOutcome<K extends TaskName> {
  readonly result: Tasks[K]['result']
  readonly span: Span
}

/** Runs tasks, here or in threads; the caller cannot tell which. */
export interface WorkerPool {
  /** `weight`: how much work it is, in bytes; of what waits, threads take the heaviest. */
  run<K extends TaskName>(task: K, request: Tasks[K]['request'], weight?: number): Promise<TaskOutcome<K>>
  /** Makes running tasks stop at their next breath; tasks fail with the reason. */
  stop(reason: Error): void
  /** Work of this weight is coming: starts what takes its time to start, once that is worth it. */
  warm(weight: number): void
  close(): Promise<void>
}
