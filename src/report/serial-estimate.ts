import { coveredMs } from './intervals.ts'
import { sum, workingInterval } from './phases.ts'
import { busyMs, type TimedTask, type Timeline } from './timeline.ts'

/** What is known of the run beside its tasks. */
export interface EstimateFacts {
  /** Processor time of the program, its threads included; undefined: not known. */
  readonly cpuMs: number | undefined
  readonly threads: number
  /** Part of the run in which the main thread was busy, 0 to 1. */
  readonly loopShare: number
  /** Every index is on this machine: there is no line to wait for. */
  readonly indexIsHere: boolean
}

/** Processor time that a worker thread costs before it does anything; serial mode has none. */
const THREAD_CPU_MS = 110
/** Wall time of serial mode for that: part of it is collecting garbage and compiling, which have threads of their own, and what threads lose to each other. */
const WALL_PER_CPU = 0.85
/** Processor time for receiving, hashing and writing a byte, which passes while the next ones come: it is in `cpuMs` and must not count twice. */
const BYTE_CPU_MS = 1.5e-5
/** Fewer bytes tell more of latency than of the line. */
const TELLING_BYTES = 256_000

/**
 * What serial mode would have taken (docs/estimator.md): the processor time that the run spent, which waiting for a core does
 * not inflate; the time of other programs that it started; and where the index is elsewhere, for each request the wait that the
 * least disturbed one had, with bytes at the rate of the fastest single download. Without processor time: the costs of all
 * tasks added up.
 */
export function estimateSerialMs(timeline: Timeline, { cpuMs, threads, loopShare, indexIsHere }: EstimateFacts): number {
  if (cpuMs === undefined) return sumOfTasks(timeline)
  const external = sum(timeline.tasks.filter(({ kind }) => kind === 'probe' || kind === 'configure' || kind === 'build').map(busyMs))
  const networkMs = indexIsHere ? 0 : networkWaitMs(timeline.tasks, loopShare)
  const modelMs = Math.max(0, cpuMs - threads * THREAD_CPU_MS) * WALL_PER_CPU + external + networkMs
  // One thing after the other is no faster than this run was.
  return Math.max(modelMs, timeline.durationMs)
}

/**
 * A request among many waits for its answer and for the main thread, which serves one at a time: as far as that was busy, the
 * wait counts with its share of the time, else with all of it. A download that lasts is held up by the line, not by the thread:
 * what it cannot take yet waits in the kernel.
 */
function networkWaitMs(tasks: readonly TimedTask[], loopShare: number): number {
  const requests = tasks.filter((task) => task.resource === 'network' && ['page', 'metadata', 'download'].includes(task.kind) && busyMs(task) > 0)
  const downloads = requests.filter(({ kind }) => kind === 'download')
  const ownMs = (task: TimedTask): number => busyMs(task) * (1 - loopShare + loopShare / atOnce(task, requests))
  const latencyMs = Math.min(...requests.map(ownMs), Infinity)
  const rate = Math.max(0, ...downloads.filter(({ bytes = 0 }) => bytes >= TELLING_BYTES).map((task) => (task.bytes ?? 0) / busyMs(task)))
  const bytes = sum(downloads.map((task) => task.bytes ?? 0))
  const transferMs = rate === 0 ? 0 : Math.max(0, bytes / rate - bytes * BYTE_CPU_MS)
  return (Number.isFinite(latencyMs) ? latencyMs : 0) * requests.length + transferMs
}

/** Requests under way during a task, on average, itself included. */
function atOnce(task: TimedTask, requests: readonly TimedTask[]): number {
  return sum(requests.map((other) => Math.max(0, Math.min(task.endMs, other.endMs) - Math.max(task.beganMs, other.beganMs)))) / busyMs(task)
}

function sumOfTasks(timeline: Timeline): number {
  const leaves = timeline.tasks.filter(({ kind }) => kind !== 'resolve' && kind !== 'restore' && kind !== 'save')
  const betweenTasksMs = timeline.durationMs - coveredMs(timeline.tasks.filter(({ kind }) => kind !== 'resolve').map(workingInterval))
  return sum(leaves.map(busyMs)) + Math.max(0, betweenTasksMs)
}
