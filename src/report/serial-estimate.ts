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

/** How far the estimate was off at most, in percent, where it was held against serial mode (docs/estimator.md). */
export function mayBeOffPercent({ indexIsHere }: Pick<EstimateFacts, 'indexIsHere'>): number {
  return indexIsHere ? 20 : 50
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
  const asked = timeline.tasks.filter((task) => task.resource === 'network' && busyMs(task) > 0)
  const downloads = asked.filter(({ kind }) => kind === 'download')
  const answerMs = timeline.answerMs ?? 0
  // What is there of a wheel is hashed and written while the rest of it comes.
  const waitMs = (task: TimedTask): number => answerMs + bytesOf(task) * Math.max(0, (timeline.byteMs ?? 0) - BYTE_CPU_MS)
  const waited = answerMs * asked.filter(({ kind }) => kind === 'page' || kind === 'metadata').length + sum(downloads.map(waitMs))
  return waited - hiddenMs(timeline, new Map(downloads.map((task) => [task.subject, waitMs(task)])))
}

/**
 * Waits in which serial mode unpacks. It unpacks when the resolve is done: what was downloaded for its metadata's sake has come
 * before, with nothing to do meanwhile; while the others come, all is unpacked, but the one that comes last.
 */
function hiddenMs({ tasks }: Timeline, waits: ReadonlyMap<string | undefined, number>): number {
  const readWhole = new Set(tasks.filter((task) => task.kind === 'metadata' && busyMs(task) === 0).map(({ subject }) => subject))
  const late = new Map([...waits].filter(([subject]) => !readWhole.has(subject)))
  const unpacked = tasks.filter(({ kind }) => kind === 'stage')
  const unpackMs = (some: readonly TimedTask[]): number => sum(some.map(({ spent }) => spent?.cpuMs ?? 0))
  const lastMs = late.size === 0 ? 0 : unpackMs(unpacked.filter(({ subject }) => late.has(subject))) / late.size
  return Math.min(unpackMs(unpacked) - lastMs, sum([...late.values()]))
}

function bytesOf(task: TimedTask): number {
  return task.bytes ?? 0
}

function sumOfTasks(timeline: Timeline): number {
  const leaves = timeline.tasks.filter(({ kind }) => kind !== 'resolve' && kind !== 'restore' && kind !== 'save')
  const betweenTasksMs = timeline.durationMs - coveredMs(timeline.tasks.filter(({ kind }) => kind !== 'resolve').map(workingInterval))
  return sum(leaves.map(busyMs)) + Math.max(0, betweenTasksMs)
}
