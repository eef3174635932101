import type { Resource } from '../kernel/events.ts'
import { cacheVerdict, type CacheVerdict } from './cache-verdict.ts'
import { criticalPath, type PathStep } from './critical-path.ts'
import type { PackageFact, RunFacts, SerialFact } from './facts.ts'
import { coveredMs, density } from './intervals.ts'
import { packageRows, type PackageRow } from './packages.ts'
import { phasesOf, sum, workingInterval, type Phase } from './phases.ts'
import { estimateSerialMs } from './serial-estimate.ts'
import { countOf, type Timeline } from './timeline.ts'

/** Everything the renderers show of one run. */
export interface RunReport {
  readonly facts: RunFacts
  readonly timeline: Timeline
  readonly phases: readonly Phase[]
  /** Of what was installed, dearest first. */
  readonly packages: readonly PackageRow[]
  readonly criticalPath: readonly PathStep[]
  readonly serial: SerialFact
  /** Serial over actual time; undefined without a serial figure. */
  readonly speedup: number | undefined
  readonly totals: Totals
  /** Undefined: no cache service was in use. */
  readonly cacheVerdict: CacheVerdict | undefined
  readonly concurrency: Concurrency
  /** Milliseconds in which no task was at work. */
  readonly idleMs: number
}

/** Figures of the whole run. */
export interface Totals {
  readonly packages: number
  readonly installed: number
  readonly kept: number
  readonly wheelsDownloaded: number
  readonly wheelsReused: number
  readonly wheelsBuilt: number
  readonly bytesDownloaded: number
  readonly bytesReused: number
  readonly retries: number
  /** Milliseconds in which at least one request was held up by the network's faults: attempts that failed, and the waits after them. */
  readonly networkLostMs: number
  /** Stored wheels, whoever brought them, that turned out damaged and were fetched or built again. */
  readonly healed: number
  /** Builds of sources, those that other builds needed included. */
  readonly buildsDone: number
  /** Builds that an earlier run's wheel saved. */
  readonly buildsReused: number
  /** Sources whose metadata could be read without building, and those whose backend had to be asked. */
  readonly sourcesReadStatically: number
  readonly sourcesAskedOfBackend: number
  /** Sources whose backend was not asked, because what it told an earlier run was kept. */
  readonly sourcesAskedBefore: number
}

/** Tasks at work on average in each of equal parts of the run. */
export interface Concurrency {
  readonly binMs: number
  readonly byResource: Readonly<Record<Resource, readonly number[]>>
}

const BINS = 60

/** The report of a run from its timeline, and what the timeline cannot tell. */
export function makeReport(timeline: Timeline, facts: RunFacts): RunReport {
  const serial = facts.serial ?? estimate(timeline, facts)
  const speedup = serial.kind === 'none' || timeline.durationMs <= 0 ? undefined : serial.ms / timeline.durationMs
  const leaves = timeline.tasks.filter(({ kind }) => kind !== 'resolve')
  return {
    facts,
    timeline,
    phases: phasesOf(timeline),
    packages: packageRows(timeline, facts.packages),
    criticalPath: criticalPath(timeline),
    serial,
    speedup,
    cacheVerdict: facts.cache === undefined ? undefined : cacheVerdict(timeline, facts.cache),
    totals: totalsOf(timeline, facts.packages),
    concurrency: concurrencyOf(timeline),
    idleMs: Math.max(0, timeline.durationMs - coveredMs(leaves.map(workingInterval))),
  }
}

function estimate(timeline: Timeline, facts: RunFacts): SerialFact {
  if (facts.outcome !== 'installed') return { kind: 'none', reason: 'nothing was installed' }
  if (facts.limits?.network === 1 && facts.limits.threads === 0) return { kind: 'none', reason: 'this run was in serial mode itself' }
  return { kind: 'estimated', ms: estimateSerialMs(timeline, { effort: facts.effort, indexIsHere: facts.indexIsHere ?? false }) }
}

function totalsOf(timeline: Timeline, packages: readonly PackageFact[]): Totals {
  const from = (source: PackageFact['source']): PackageFact[] => packages.filter((fact) => fact.source === source)
  const kept = packages.filter(({ change }) => change === 'kept').length
  return {
    packages: packages.length,
    installed: packages.length - kept,
    kept,
    wheelsDownloaded: from('network').length,
    wheelsReused: from('store').length,
    wheelsBuilt: from('build').length,
    bytesDownloaded: countOf(timeline, 'bytes-downloaded'),
    bytesReused: sum(from('store').map(({ wheelBytes }) => wheelBytes)),
    retries: countOf(timeline, 'retries'),
    networkLostMs: Math.round(coveredMs(timeline.delays)),
    healed: countOf(timeline, 'store-healed'),
    buildsDone: countOf(timeline, 'wheels-built'),
    buildsReused: countOf(timeline, 'built-wheels-reused'),
    sourcesReadStatically: countOf(timeline, 'source-metadata-static') + countOf(timeline, 'source-metadata-kept'),
    sourcesAskedOfBackend: countOf(timeline, 'source-metadata-backend'),
    sourcesAskedBefore: countOf(timeline, 'source-metadata-earlier-backend'),
  }
}

function concurrencyOf(timeline: Timeline): Concurrency {
  const of = (resource: Resource): number[] => {
    const tasks = timeline.tasks.filter((task) => task.resource === resource && task.kind !== 'resolve')
    return density(tasks.map(workingInterval), timeline.durationMs, BINS)
  }
  return { binMs: timeline.durationMs / BINS, byResource: { network: of('network'), cpu: of('cpu'), disk: of('disk') } }
}
