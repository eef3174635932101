import type { ThreadTime } from '../kernel/thread-time.ts'
import type { Effort } from './facts.ts'
import type { RunReport } from './run-report.ts'
import type { TimedTask } from './timeline.ts'

/** Of docs/timings.schema.json. Raised when a reader of the old form would be misled. */
export const TIMINGS_SCHEMA_VERSION = 1

/**
 * The machine-readable timings of a run, as docs/timings.schema.json describes them. Times are milliseconds since the start
 * of the run, to a tenth.
 */
export function timingsJson(report: RunReport): object {
  const { facts, timeline, concurrency } = report
  return {
    schemaVersion: TIMINGS_SCHEMA_VERSION,
    generator: { name: 'parallel-pip', version: facts.version },
    outcome: facts.outcome,
    ...(facts.failure === undefined ? {} : { failure: { code: facts.failure.code, message: facts.failure.message } }),
    startedAt: new Date(timeline.startedAtMs).toISOString(),
    durationMs: tenth(timeline.durationMs),
    python: facts.python ?? null,
    platform: facts.platform,
    limits: facts.limits ?? null,
    ...(facts.effort === undefined ? {} : { effort: effortJson(facts.effort) }),
    ...(timeline.answerMs === undefined ? {} : { answerMs: tenth(timeline.answerMs) }),
    ...(timeline.byteMs === undefined ? {} : { megabyteMs: tenth(timeline.byteMs * 1e6) }),
    indexIsHere: facts.indexIsHere ?? false,
    serial: serialJson(report),
    speedup: report.speedup === undefined ? null : Math.round(report.speedup * 100) / 100,
    ...cacheJson(report),
    totals: report.totals,
    idleMs: tenth(report.idleMs),
    phases: report.phases.map((phase) => rounded(phase)),
    packages: report.packages.map((row) => rounded({ ...row, source: row.source ?? null, ...packageFacts(report, row.name) })),
    criticalPath: report.criticalPath.map(({ subject, ...step }) => rounded({ ...step, ...(subject === undefined ? {} : { subject }) })),
    concurrency: { binMs: tenth(concurrency.binMs), ...mapped(concurrency.byResource, (bins) => bins.map((value) => Math.round(value * 100) / 100)) },
    tasks: timeline.tasks.map(taskJson),
    warnings: timeline.warnings,
  }
}

function effortJson({ main, programsCpuMs, diskStallMs }: Effort): object {
  return rounded({ ...(main === undefined ? {} : { main: spentJson(main) }), ...(programsCpuMs === undefined ? {} : { programsCpuMs }), ...(diskStallMs === undefined ? {} : { diskStallMs }) })
}

function spentJson({ cpuMs, queuedMs }: ThreadTime): object {
  return rounded({ cpuMs, ...(queuedMs === undefined ? {} : { queuedMs }) })
}

function serialJson({ serial }: RunReport): object {
  if (serial.kind === 'none') return serial
  const { measuredAtMs, ...rest } = { measuredAtMs: undefined, ...serial }
  return { ...rest, ms: tenth(serial.ms), ...(measuredAtMs === undefined ? {} : { measuredAt: new Date(measuredAtMs).toISOString() }) }
}

function cacheJson({ facts: { cache }, cacheVerdict: verdict }: RunReport): object {
  if (cache === undefined || verdict === undefined) return {}
  const { outcome, key, matchedKey, hit, reusedWheels, reusedBytes, restoredWheels, restoredBytes, transferMs, hiddenMs } = cache
  const { costMs, savedMs } = verdict
  const known = { ...(matchedKey === undefined ? {} : { matchedKey }), ...(savedMs === undefined ? {} : { savedMs }) }
  return { cache: rounded({ outcome, key, hit, reusedWheels, reusedBytes, restoredWheels, restoredBytes, transferMs, hiddenMs, costMs, ...known }) }
}

function packageFacts({ facts }: RunReport, name: string): object {
  const fact = facts.packages.find((candidate) => candidate.name === name)
  if (fact === undefined) return {}
  const { change, requested, requiredBy, wheelBytes } = fact
  return { change, ...(fact.replaces === undefined ? {} : { replaces: fact.replaces }), requested, requiredBy, wheelBytes }
}

function taskJson(task: TimedTask): object {
  const { id, kind, resource, subject, bytes, failed } = task
  return rounded({
    id, kind, resource,
    ...(subject === undefined ? {} : { subject }),
    startMs: task.startMs, beganMs: task.beganMs, endMs: task.endMs,
    ...(bytes === undefined ? {} : { bytes }),
    ...(task.connections === 1 ? {} : { connections: task.connections }),
    ...(task.spent === undefined ? {} : { spent: spentJson(task.spent) }),
    ...(task.onMainThread ? { onMainThread: true } : {}),
    ...(failed ? { failed } : {}),
  })
}

/** The same object with every `…Ms` to a tenth of a millisecond. */
function rounded<T extends object>(value: T): T {
  return mapped(value, (field, name) => (name.endsWith('Ms') && typeof field === 'number' ? tenth(field) : field)) as T
}

function mapped<T extends object>(value: T, map: (field: T[keyof T], name: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, map(field as T[keyof T], name)]))
}

function tenth(ms: number): number {
  return Math.round(ms * 10) / 10
}
