import { readFileSync } from 'node:fs'
import { sum } from '../../src/report/phases.ts'
import { estimateSerialMs, serialParts, type EstimateFacts, type SerialParts } from '../../src/report/serial-estimate.ts'
import { busyMs, type TimedTask, type Timeline } from '../../src/report/timeline.ts'

/** A run as its timings file tells it. */
export interface KeptRun {
  readonly timeline: Timeline
  readonly facts: EstimateFacts
  /** Nothing cut it off. */
  readonly isWhole: boolean
  /** In which its main thread, or what that waited for, could have run and waited for a core: what others on the machine cost it. */
  readonly queuedMs: number
}

/** Reads a file of `--timings`. */
export function readRun(file: string): KeptRun {
  const { effort, indexIsHere, outcome, programsQueuedMs, indexQueuedMs, megabyteMs, ...timings } = JSON.parse(readFileSync(file, 'utf8')) as Timings
  const tasks = timings.tasks.map((task) => ({ ...task, project: task.subject?.split(' ', 1)[0], connections: task.connections ?? 1, onMainThread: task.onMainThread ?? false }))
  const timeline: Timeline = { ...timings, tasks, startedAtMs: 0, counts: new Map(), delays: [], answerMs: timings.answerMs, byteMs: megabyteMs === undefined ? undefined : megabyteMs / 1e6 }
  const facts = { effort, indexIsHere }
  return { timeline, isWhole: outcome === 'installed', facts, queuedMs: queuedMsOf({ timeline, facts }, { programsQueuedMs, indexQueuedMs }) }
}

interface Timings extends Pick<EstimateFacts, 'effort' | 'indexIsHere'>, Pick<Timeline, 'durationMs' | 'answerMs' | 'warnings'>, OthersWaits {
  readonly outcome: string
  readonly megabyteMs?: number
  readonly tasks: readonly (Omit<TimedTask, 'project' | 'connections' | 'onMainThread'> & Partial<Pick<TimedTask, 'connections' | 'onMainThread'>>)[]
}

/** What the benchmark saw of others' waits for a core during a run. */
interface OthersWaits {
  readonly programsQueuedMs?: number | undefined
  readonly indexQueuedMs?: number | undefined
}

/** The main thread's waits for a core, and others' that it waited for: of builds no more than they did not spend, of the index no more than the main thread was idle. */
function queuedMsOf({ timeline, facts }: Pick<KeptRun, 'timeline' | 'facts'>, { programsQueuedMs = 0, indexQueuedMs = 0 }: OthersWaits): number {
  const { main, programsCpuMs = 0 } = facts.effort ?? {}
  const queuedMs = main?.queuedMs ?? 0
  // Other programs than builds run beside the main thread's own work.
  const buildsMs = sum(timeline.tasks.filter(({ kind }) => kind === 'build').map(busyMs))
  const buildsQueuedMs = Math.max(0, Math.min(programsQueuedMs, buildsMs - programsCpuMs))
  const idleMs = Math.max(0, timeline.durationMs - queuedMs - (main?.cpuMs ?? 0) - buildsMs - programsCpuMs)
  return queuedMs + buildsQueuedMs + (facts.indexIsHere ? Math.min(indexQueuedMs, idleMs) : 0)
}

/** What the model says of serial mode, from a parallel run. */
export function estimateOf({ timeline, facts }: KeptRun): number {
  return estimateSerialMs(timeline, facts)
}

/** Milliseconds that a run in serial mode took, without waiting for a core. */
export function undisturbedMs({ timeline, queuedMs }: KeptRun): number {
  return timeline.durationMs - queuedMs
}

/** Lines that hold the parts of the estimate against those of serial mode, and what each kind of task took in both. */
export function explanation(parallel: KeptRun, serial: KeptRun): string[] {
  const estimated = serialParts(parallel.timeline, parallel.facts)
  const measured = partsOfSerial(serial)
  const parts = (Object.keys(measured) as (keyof SerialParts)[]).map((part) => `| ${part.replace('Ms', '')} | ${ms(estimated?.[part] ?? NaN)} | ${ms(measured[part])} |`)
  const kinds = [...new Set(serial.timeline.tasks.map(({ kind }) => kind))]
  const tasks = kinds.map((kind) => `| ${kind} | ${spent(parallel, kind)} | ${spent(serial, kind)} |`)
  return ['| part | estimated | serial |', '| :--- | ---: | ---: |', ...parts, '', '| tasks | parallel run | serial |', '| :--- | :--- | :--- |', ...tasks]
}

/** In serial mode the main thread does everything: what is neither processor, disk nor a program is the network. */
function partsOfSerial({ timeline, facts, queuedMs }: KeptRun): SerialParts {
  const processorMs = facts.effort?.main?.cpuMs ?? 0
  const { diskMs, programsMs } = serialParts(timeline, facts) ?? { diskMs: 0, programsMs: 0 }
  return { processorMs, diskMs, programsMs, networkMs: timeline.durationMs - queuedMs - processorMs - diskMs - programsMs }
}

function spent({ timeline }: KeptRun, kind: string): string {
  const tasks = timeline.tasks.filter((task) => task.kind === kind)
  const cpuMs = sum(tasks.map((task) => task.spent?.cpuMs ?? 0))
  const queuedMs = sum(tasks.map((task) => task.spent?.queuedMs ?? 0))
  return `${tasks.length} in ${ms(sum(tasks.map(busyMs)))}${cpuMs > 0 ? `, processor ${ms(cpuMs)}, waited for a core ${ms(queuedMs)}` : ''}`
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`
}
