import type { Effort } from './facts.ts'
import { coveredMs, mostAtOnce } from './intervals.ts'
import { sum, workingInterval } from './phases.ts'
import { busyMs, type TimedTask, type Timeline } from './timeline.ts'

/** What is known of the run beside its tasks. */
export interface EstimateFacts {
  readonly effort: Effort | undefined
  /** Every index is on this machine: there is no line to wait for. */
  readonly indexIsHere: boolean
}

/** Processor time for receiving, hashing and writing a byte. */
const BYTE_CPU_MS = 1.5e-5
/** Fewer bytes tell more of latency than of the line. */
const TELLING_BYTES = 256_000

/** How far the estimate was off at most, in percent, where it was held against serial mode (docs/estimator.md). */
export function mayBeOffPercent({ indexIsHere }: Pick<EstimateFacts, 'indexIsHere'>): number {
  return indexIsHere ? 35 : 50
}

/**
 * What serial mode would have taken (docs/estimator.md): everything that could not have been shared, added up. That is the
 * processor time of the main thread and of the tasks, which waiting for a core does not inflate; what tasks waited for the disk;
 * the programs that were started; and what a single connection would have been waited for. Where threads do not tell their
 * processor time: the times of all tasks added up.
 */
export function estimateSerialMs(timeline: Timeline, facts: EstimateFacts): number {
  const parts = serialParts(timeline, facts)
  return parts === undefined ? sumOfTasks(timeline) : sum(Object.values(parts))
}

/** What serial mode is made of, in milliseconds. */
export interface SerialParts {
  /** Processor time of this program. */
  readonly processorMs: number
  readonly diskMs: number
  readonly programsMs: number
  readonly networkMs: number
}

/** The parts of the estimate; undefined where threads do not tell their processor time. */
export function serialParts(timeline: Timeline, facts: EstimateFacts): SerialParts | undefined {
  const main = facts.effort?.main
  if (main === undefined) return undefined
  const onThreads = timeline.tasks.filter(({ onMainThread }) => !onMainThread)
  return {
    processorMs: main.cpuMs + sum(onThreads.map(({ spent }) => spent?.cpuMs ?? 0)),
    diskMs: diskMs(timeline, facts.effort?.diskStallMs),
    programsMs: programsMs(timeline, facts.effort?.programsCpuMs),
    networkMs: networkMs(timeline, facts),
  }
}

/**
 * What tasks waited for beside a core. That is not the disk alone: the collector of garbage has threads that wait for a core, and
 * a folder is held while another makes files in it. But none waited for a disk longer than anything on the machine did.
 */
function diskMs({ tasks }: Timeline, diskStallMs: number | undefined): number {
  const waited = sum(tasks.map(blockedMs))
  if (diskStallMs === undefined) return waited
  return Math.min(waited, mostAtOnce(tasks.filter(({ spent }) => spent !== undefined).map(workingInterval)) * diskStallMs)
}

function blockedMs(task: TimedTask): number {
  if (task.kind === 'bytecode' || task.spent?.queuedMs === undefined) return 0
  return Math.max(0, busyMs(task) - task.spent.cpuMs - task.spent.queuedMs)
}

/** The time of programs one after the other. Side by side they took longer, or had several cores: then their processor time is nearer. */
function programsMs({ tasks }: Timeline, programsCpuMs = Infinity): number {
  const programs = tasks.filter(({ kind, resource }) => resource === 'cpu' && ['probe', 'configure', 'build', 'bytecode'].includes(kind))
  return Math.min(sum(programs.map(busyMs)), programsCpuMs)
}

/** What one connection would have been waited for, with nothing else on the line. To this machine itself there is no line. */
function networkMs(timeline: Timeline, { indexIsHere }: EstimateFacts): number {
  if (indexIsHere) return 0
  const requests = timeline.tasks.filter((task) => task.resource === 'network' && ['page', 'metadata', 'download'].includes(task.kind) && busyMs(task) > 0)
  const downloads = requests.filter(({ kind }) => kind === 'download')
  const latencyMs = timeline.answerMs ?? 0
  const rate = bestRate(downloads, latencyMs)
  const unpackMs = new Map(timeline.tasks.filter(({ kind }) => kind === 'stage').map((task) => [task.subject, task.spent?.cpuMs ?? 0]))
  const downloadMs = (task: TimedTask): number => {
    const waitMs = latencyMs + bytesOf(task) / rate
    // While a wheel comes, what is there of it is hashed and written, and the one before it is unpacked: about as much as this one will be.
    return waitMs - Math.min(waitMs, (unpackMs.get(task.subject) ?? 0) + bytesOf(task) * BYTE_CPU_MS)
  }
  return (requests.length - downloads.length) * latencyMs + sum(downloads.map(downloadMs))
}

/** Bytes a millisecond of the fastest connection. */
function bestRate(downloads: readonly TimedTask[], latencyMs: number): number {
  const telling = downloads.filter((task) => bytesOf(task) >= TELLING_BYTES)
  const rates = telling.map((task) => bytesOf(task) / task.connections / Math.max(1, busyMs(task) - latencyMs))
  return rates.length === 0 ? Infinity : Math.max(...rates)
}

function bytesOf(task: TimedTask): number {
  return task.bytes ?? 0
}

function sumOfTasks(timeline: Timeline): number {
  const leaves = timeline.tasks.filter(({ kind }) => kind !== 'resolve' && kind !== 'restore' && kind !== 'save')
  const betweenTasksMs = timeline.durationMs - coveredMs(timeline.tasks.filter(({ kind }) => kind !== 'resolve').map(workingInterval))
  return sum(leaves.map(busyMs)) + Math.max(0, betweenTasksMs)
}
