import type { Answered, CountName, Counted, Received, Resource, RunEvent, TaskKind, TaskStarted } from '../kernel/events.ts'
import type { ThreadTime } from '../kernel/thread-time.ts'
import type { Interval } from './intervals.ts'

/** One task of a run. Times are milliseconds since the start of the run. */
export interface TimedTask {
  readonly id: number
  readonly kind: TaskKind
  readonly resource: Resource
  /** `name` or `name version` of the distribution it worked for. */
  readonly subject: string | undefined
  /** The name in `subject`. */
  readonly project: string | undefined
  readonly startMs: number
  /** When waiting ended. Equal to `endMs` for a network task that turned out to need no network. */
  readonly beganMs: number
  readonly endMs: number
  readonly bytes: number | undefined
  /** Over which a download came, in equal parts. */
  readonly connections: number
  /** What its thread spent meanwhile; absent: not known. */
  readonly spent?: ThreadTime | undefined
  /** It ran on the main thread, whose time includes what it spent. */
  readonly onMainThread: boolean
  readonly failed: boolean
}

/** Fewer bytes tell more of latency than of the line. */
const TELLING_BYTES = 256_000

/** A figure that parts of a run counted, in all and by subject. */
export interface Count {
  readonly total: number
  readonly bySubject: ReadonlyMap<string, number>
}

/** What a run did when, from its events alone. */
export interface Timeline {
  /** Milliseconds since the epoch. */
  readonly startedAtMs: number
  readonly durationMs: number
  /** By start. */
  readonly tasks: readonly TimedTask[]
  readonly counts: ReadonlyMap<string, Count>
  readonly warnings: readonly string[]
  /** Stretches that the network's faults cost single requests, since the start of the run; they may overlap. */
  readonly delays: readonly Interval[]
  /**
   * Milliseconds until an answer began; undefined: nothing was asked. The answer that came soonest took no less than that, were it not
   * for a busy thread, which notices late; the longest idle wait for one is then nearer.
   */
  readonly answerMs: number | undefined
  /** Milliseconds a byte over the fastest connection, as far as a busy thread could tell; undefined: too few came. */
  readonly byteMs: number | undefined
}

/** When the run began and ended, in milliseconds since the epoch. */
export interface RunSpan {
  readonly startMs: number
  readonly endMs: number
}

/** Joins the events of one run. A task without an end ended with the run, as failed. O(events · log events). */
export function buildTimeline(events: readonly RunEvent[], span: RunSpan): Timeline {
  const tasks = collectTasks(events, span)
  const answerMs = answerMsOf(events.filter((event) => event.kind === 'answered'))
  return {
    startedAtMs: span.startMs,
    durationMs: Math.max(0, span.endMs - span.startMs),
    tasks: tasks.sort((a, b) => a.startMs - b.startMs || a.id - b.id),
    counts: addUp(events.filter((event) => event.kind === 'counted')),
    warnings: events.flatMap((event) => (event.kind === 'notice' && event.level === 'warning' ? [event.text] : [])),
    delays: events.flatMap((event) => (event.kind === 'delayed' ? [{ startMs: event.startMs - span.startMs, endMs: event.endMs - span.startMs }] : [])),
    answerMs,
    byteMs: byteMsOf(events.filter((event) => event.kind === 'received'), answerMs),
  }
}

/** Milliseconds in which the task was at work rather than waiting. */
export function busyMs(task: TimedTask): number {
  return Math.max(0, task.endMs - task.beganMs)
}

/** As `countOf`, of these subjects alone. */
export function countAmong({ counts }: Timeline, what: CountName, subjects: ReadonlySet<string>): number {
  return [...(counts.get(what)?.bySubject ?? [])].reduce((sum, [subject, amount]) => sum + (subjects.has(subject) ? amount : 0), 0)
}

/** A figure in all; 0 when nobody counted. */
export function countOf(timeline: Timeline, what: CountName): number {
  return timeline.counts.get(what)?.total ?? 0
}

interface Draft {
  readonly started: TaskStarted
  beganAtMs?: number
  endedAtMs?: number
  bytes?: number
  connections?: number
  spent?: ThreadTime | undefined
  onMainThread?: boolean
  failed?: boolean
}

function collectTasks(events: readonly RunEvent[], span: RunSpan): TimedTask[] {
  const drafts = new Map<number, Draft>()
  for (const event of events) {
    if (event.kind === 'task-started') drafts.set(event.id, { started: event })
    if (event.kind !== 'task-began' && event.kind !== 'task-ended' && event.kind !== 'task-progress') continue
    const draft = drafts.get(event.id)
    if (draft === undefined) continue
    if (event.kind === 'task-began') draft.beganAtMs = event.atMs
    else if (event.kind === 'task-progress') draft.bytes ??= event.bytes
    else {
      draft.endedAtMs = event.atMs
      if (event.bytes !== undefined) draft.bytes = event.bytes
      draft.spent = event.spent
      draft.onMainThread = event.onMainThread ?? false
      if (event.connections !== undefined) draft.connections = event.connections
      draft.failed = event.failed ?? false
    }
  }
  return [...drafts.values()].map((draft) => toTask(draft, span))
}

function toTask(draft: Draft, span: RunSpan): TimedTask {
  const { started } = draft
  const since = (atMs: number): number => Math.min(Math.max(0, atMs - span.startMs), span.endMs - span.startMs)
  const startMs = since(started.atMs)
  const endMs = Math.max(startMs, since(draft.endedAtMs ?? span.endMs))
  const answeredWithoutNetwork = started.resource === 'network' && draft.beganAtMs === undefined
  const beganMs = answeredWithoutNetwork ? endMs : Math.min(endMs, since(draft.beganAtMs ?? started.atMs))
  const failed = draft.failed ?? true
  return { id: started.id, kind: started.task, resource: started.resource, subject: started.subject, project: started.subject?.split(' ', 1)[0], startMs, beganMs, endMs, bytes: draft.bytes, connections: draft.connections ?? 1, spent: draft.spent, onMainThread: draft.onMainThread ?? false, failed }
}

/** Of many answers one at least was waited for with nothing else to do: so long, unless another came sooner. */
function answerMsOf(answers: readonly Answered[]): number | undefined {
  return answers.length === 0 ? undefined : Math.min(Math.min(...answers.map(({ waitMs }) => waitMs)), Math.max(...answers.map(({ idleMs }) => idleMs)))
}

/**
 * No more than of what came soonest, no less than a thread with nothing else to do waited for. A busy thread notices even the soonest
 * late: of n that were late by chance, the soonest by an (n + 1)th of what chance can do.
 */
function byteMsOf(bodies: readonly Received[], answerMs = 0): number | undefined {
  const telling = bodies.filter(({ bytes }) => bytes >= TELLING_BYTES)
  if (telling.length === 0) return undefined
  const mostMs = Math.min(...telling.map(({ bytes, waitMs }) => Math.max(0, waitMs - answerMs) / bytes))
  const leastMs = Math.min(mostMs, Math.max(...telling.map(({ bytes, idleMs }) => Math.max(0, idleMs - answerMs) / bytes)))
  return mostMs - (mostMs - leastMs) / (telling.length + 1)
}

function addUp(counted: readonly Counted[]): Map<string, Count> {
  const counts = new Map<string, { total: number; bySubject: Map<string, number> }>()
  for (const { what, amount, subject } of counted) {
    const count = counts.get(what) ?? { total: 0, bySubject: new Map<string, number>() }
    counts.set(what, count)
    count.total += amount
    if (subject !== undefined) count.bySubject.set(subject, (count.bySubject.get(subject) ?? 0) + amount)
  }
  return counts
}
