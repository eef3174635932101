import type { Resource, RunEvent, TaskKind } from '../../src/kernel/events.ts'
import type { PackageFact, RunFacts } from '../../src/report/facts.ts'
import { makeReport, type RunReport } from '../../src/report/run-report.ts'
import { buildTimeline, type Timeline } from '../../src/report/timeline.ts'

/** When a task ran, in milliseconds since the start of the run; `began` when it stopped waiting. */
export interface Times {
  readonly start: number
  readonly began?: number
  readonly end?: number
  readonly bytes?: number
  readonly failed?: boolean
}

const RESOURCES: Partial<Record<TaskKind, Resource>> = { page: 'network', metadata: 'network', download: 'network', restore: 'network', stage: 'disk', commit: 'disk', plan: 'disk' }

/** Epoch time at which the runs of these tests start. */
export const START_MS = Date.UTC(2026, 0, 2, 3, 4, 5)

/** A run told task by task, as the engine's events would tell it. */
export class ARun {
  readonly events: RunEvent[] = []
  readonly packages: PackageFact[] = []
  #endMs = 0

  task(kind: TaskKind, subject: string | undefined, times: Times): this {
    const id = this.events.length + 1
    const resource = RESOURCES[kind] ?? 'cpu'
    this.events.push({ kind: 'task-started', id, task: kind, resource, atMs: START_MS + times.start, ...(subject === undefined ? {} : { subject }) })
    if (times.began !== undefined) this.events.push({ kind: 'task-began', id, atMs: START_MS + times.began })
    if (times.end === undefined) return this
    this.#endMs = Math.max(this.#endMs, times.end)
    const { bytes, failed } = times
    this.events.push({ kind: 'task-ended', id, atMs: START_MS + times.end, ...(bytes === undefined ? {} : { bytes }), ...(failed === undefined ? {} : { failed }) })
    return this
  }

  event(event: RunEvent): this {
    this.events.push(event)
    return this
  }

  package(name: string, version: string, facts: Partial<PackageFact> = {}): this {
    this.packages.push({ name, version, change: 'added', source: 'network', wheelBytes: 1000, requested: true, requiredBy: [], ...facts })
    return this
  }

  timeline(endMs = this.#endMs): Timeline {
    return buildTimeline(this.events, { startMs: START_MS, endMs: START_MS + endMs })
  }

  report(facts: Partial<RunFacts> = {}, endMs = this.#endMs): RunReport {
    return makeReport(this.timeline(endMs), {
      version: '1.2.3', outcome: 'installed', python: { version: '3.13.1', path: '/py/bin/python' }, platform: 'linux-x64',
      limits: { network: 50, threads: 2, cores: 2 }, packages: this.packages, serial: undefined, ...facts,
    })
  }
}

/** Two packages: a big one that is downloaded slowly, a small one that waits for a place. */
export function twoPackages(): ARun {
  return new ARun()
    .task('probe', undefined, { start: 0, end: 50 })
    .task('configure', undefined, { start: 50, end: 60 })
    .task('resolve', undefined, { start: 60, end: 400 })
    .task('page', 'big', { start: 60, began: 60, end: 160 })
    .task('page', 'small', { start: 60, began: 80, end: 180 })
    .task('metadata', 'big 2.0', { start: 160, began: 160, end: 360 })
    .task('metadata', 'small 1.0', { start: 180, began: 180, end: 230 })
    .task('download', 'big 2.0', { start: 400, began: 400, end: 1400, bytes: 10_000_000 })
    .task('download', 'small 1.0', { start: 400, began: 900, end: 1000, bytes: 50_000 })
    .task('stage', 'small 1.0', { start: 1000, end: 1010, bytes: 120_000 })
    .task('stage', 'big 2.0', { start: 1450, end: 1850, bytes: 40_000_000 })
    .task('plan', undefined, { start: 1860, end: 1870 })
    .task('commit', undefined, { start: 1870, end: 1900 })
    .event({ kind: 'counted', what: 'bytes-downloaded', amount: 10_000_000, subject: 'big' })
    .event({ kind: 'counted', what: 'bytes-downloaded', amount: 50_000, subject: 'small' })
    .event({ kind: 'counted', what: 'retries', amount: 1, subject: 'http://index.test/' })
    .event({ kind: 'delayed', startMs: START_MS + 70, endMs: START_MS + 270 })
    .event({ kind: 'delayed', startMs: START_MS + 170, endMs: START_MS + 470 })
    .package('big', '2.0', { wheelBytes: 10_000_000 })
    .package('small', '1.0', { wheelBytes: 50_000, requested: false, requiredBy: ['big'] })
}
