import type { TaskKind } from '../kernel/events.ts'
import { coveredMs, mostAtOnce, type Interval } from './intervals.ts'
import { busyMs, type TimedTask, type Timeline } from './timeline.ts'

/** The phases that people are shown, in order, with the tasks that make them up. */
const PHASES = {
  restore: { title: 'Restore the cache', kinds: ['restore'] },
  prepare: { title: 'Prepare', kinds: ['probe', 'configure', 'venv'] },
  resolve: { title: 'Resolve', kinds: ['resolve', 'page', 'metadata'] },
  download: { title: 'Download', kinds: ['download'] },
  verify: { title: 'Verify stored wheels', kinds: ['hash'] },
  build: { title: 'Build', kinds: ['build'] },
  unpack: { title: 'Unpack', kinds: ['stage', 'link'] },
  bytecode: { title: 'Compile bytecode', kinds: ['bytecode'] },
  install: { title: 'Put in place', kinds: ['plan', 'commit'] },
  save: { title: 'Save the cache', kinds: ['save'] },
} as const satisfies Record<string, { title: string; kinds: readonly TaskKind[] }>

/** A phase of a run, as the summary names it. */
export type PhaseName = keyof typeof PHASES

/** One phase of a run. Phases overlap, so their times do not add up to the whole. */
export interface Phase {
  readonly phase: PhaseName
  readonly title: string
  /** Milliseconds in which at least one of its tasks was at work. */
  readonly tookMs: number
  /** Task times added up: what it would have taken one after the other, at the speed they had. */
  readonly workMs: number
  readonly tasks: number
  readonly bytes: number
  /** Most tasks at work at one moment. */
  readonly atOnce: number
}

/** The phases in which anything was done. */
export function phasesOf(timeline: Timeline): Phase[] {
  return (Object.keys(PHASES) as PhaseName[]).flatMap((phase) => {
    const { title, kinds } = PHASES[phase]
    const tasks = timeline.tasks.filter(({ kind }) => (kinds as readonly TaskKind[]).includes(kind))
    return tasks.length === 0 ? [] : [{ phase, title, ...measure(tasks) }]
  })
}

/** `resolve` is the frame around the requests it waits for: it counts as time taken, not as work. */
function measure(tasks: readonly TimedTask[]): Omit<Phase, 'phase' | 'title'> {
  const inner = tasks.filter(({ kind }) => kind !== 'resolve')
  const counted = inner.length === 0 ? tasks : inner
  return {
    tookMs: coveredMs(tasks.map(workingInterval)),
    workMs: sum(counted.map(busyMs)),
    tasks: counted.length,
    bytes: sum(counted.map(({ bytes }) => bytes ?? 0)),
    atOnce: mostAtOnce(counted.map(workingInterval)),
  }
}

/** From when the task began in earnest, waiting left out, to its end. */
export function workingInterval(task: TimedTask): Interval {
  return { startMs: task.beganMs, endMs: task.endMs }
}

/** The sum of numbers; 0 of none. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
