import type { TaskKind } from '../kernel/events.ts'
import type { TimedTask, Timeline } from './timeline.ts'

/** A stretch of the chain of tasks that the end of the run waited for. */
export interface PathStep {
  readonly kind: TaskKind
  readonly subject: string | undefined
  /** Milliseconds since the start of the run. */
  readonly startMs: number
  readonly endMs: number
  /** Between the end of the step before and this start: nothing of the chain was at work. */
  readonly waitedMs: number
}

interface Predecessors {
  readonly kinds: readonly TaskKind[]
  /** Only tasks of the same project count. */
  readonly sameProject?: true
}

/** What a task of each kind can have waited for. */
const COMES_AFTER: Readonly<Record<TaskKind, readonly Predecessors[]>> = {
  restore: [],
  probe: [{ kinds: ['probe'] }],
  configure: [{ kinds: ['probe', 'configure'] }],
  venv: [{ kinds: ['probe'] }],
  page: [{ kinds: ['metadata', 'page', 'configure', 'restore'] }],
  metadata: [{ kinds: ['page', 'download'], sameProject: true }, { kinds: ['metadata'] }],
  resolve: [{ kinds: ['metadata', 'page', 'download', 'build', 'configure'] }],
  download: [{ kinds: ['page', 'metadata'], sameProject: true }, { kinds: ['resolve', 'restore'] }],
  hash: [{ kinds: ['page', 'metadata', 'download'], sameProject: true }, { kinds: ['resolve', 'restore'] }],
  build: [{ kinds: ['download', 'hash', 'build'], sameProject: true }, { kinds: ['resolve'] }],
  stage: [{ kinds: ['download', 'hash', 'build'], sameProject: true }, { kinds: ['venv'] }],
  link: [{ kinds: ['stage', 'hash'], sameProject: true }],
  bytecode: [{ kinds: ['stage', 'link'] }],
  plan: [{ kinds: ['bytecode', 'stage', 'link', 'venv', 'resolve'] }],
  commit: [{ kinds: ['plan', 'commit'] }],
  save: [{ kinds: ['commit'] }],
}
/** Clocks of threads and of the main thread differ by less. */
const SLACK_MS = 2

/** The chain of tasks that decided when the run ended, first step first. O(steps · tasks). */
export function criticalPath(timeline: Timeline): PathStep[] {
  const steps: PathStep[] = []
  let current = latest(timeline.tasks.filter(({ kind }) => kind !== 'save'))
  while (current !== undefined && steps.length < timeline.tasks.length) {
    const task: TimedTask = current
    const before = predecessor(task, timeline)
    // `resolve` is a frame: on the path stands only what it did after the last answer it waited for.
    const startMs = task.kind === 'resolve' ? Math.max(task.startMs, before?.endMs ?? 0) : task.beganMs
    steps.push({ kind: task.kind, subject: task.subject, startMs, endMs: task.endMs, waitedMs: Math.max(0, startMs - (before?.endMs ?? 0)) })
    current = before
  }
  return steps.reverse()
}

function predecessor(task: TimedTask, { tasks }: Timeline): TimedTask | undefined {
  const byMs = (task.kind === 'resolve' ? task.endMs : task.beganMs) + SLACK_MS
  const candidates = COMES_AFTER[task.kind].flatMap(({ kinds, sameProject }) =>
    tasks.filter((other) => other.id !== task.id && other.endMs <= byMs && other.endMs < task.endMs && kinds.includes(other.kind)
      && (sameProject === undefined || other.project === task.project)))
  return latest(candidates)
}

function latest(tasks: readonly TimedTask[]): TimedTask | undefined {
  return tasks.reduce<TimedTask | undefined>((last, task) => (last === undefined || task.endMs > last.endMs ? task : last), undefined)
}
