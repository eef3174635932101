import { legId, type LegReport } from './leg-report.ts'

/** One run of the base branch, as far as later runs are compared with it. */
export interface HistoryRun {
  readonly runId: string
  readonly commit: string
  readonly atMs: number
  /** By `legId`. */
  readonly durations: Readonly<Record<string, number>>
}

/** Serial mode as it was measured on the base branch. */
export interface SerialBaseline {
  readonly ms: number
  readonly commit: string
  readonly atMs: number
  /** What it was measured for: these versions by name, and whether every wheel was there already. */
  readonly packages: Readonly<Record<string, string>>
  readonly warm: boolean
}

/** What a branch remembers: how long its legs took, and what they installed last. */
export interface History {
  readonly schemaVersion: 1
  /** Newest last. */
  readonly runs: readonly HistoryRun[]
  /** Of the newest run, by `legId`. */
  readonly packages: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** By `legId`, newest last; absent in histories of before. */
  readonly serials?: Readonly<Record<string, readonly SerialBaseline[]>>
}

export const NO_HISTORY: History = { schemaVersion: 1, runs: [], packages: {} }
const KEPT_RUNS = 20

/** The history with one more run; a run that is there already is replaced. Failed legs have no duration that means anything. */
export function withRun(history: History, run: Omit<HistoryRun, 'durations'>, legs: readonly LegReport[]): History {
  const good = legs.filter(({ outcome }) => outcome === 'installed')
  const durations = Object.fromEntries(good.map((leg) => [legId(leg), leg.durationMs]))
  const packages = Object.fromEntries(good.map((leg) => [legId(leg), leg.packages]))
  const others = history.runs.filter(({ runId }) => runId !== run.runId)
  const serials = Object.fromEntries(good.map((leg) => [legId(leg), withMeasured(history.serials?.[legId(leg)] ?? [], leg, run)]))
  return { schemaVersion: 1, runs: [...others, { ...run, durations }].slice(-KEPT_RUNS), packages: { ...history.packages, ...packages }, serials: { ...history.serials, ...serials } }
}

/** Of each leg one for a cold start and one for a warm one. */
function withMeasured(known: readonly SerialBaseline[], leg: LegReport, { commit, atMs }: Pick<HistoryRun, 'commit' | 'atMs'>): readonly SerialBaseline[] {
  if (leg.serial?.kind !== 'measured' || leg.serial.by !== 'serial') return known
  const warm = isWarm(leg)
  return [...known.filter((other) => other.warm !== warm), { ms: leg.serial.ms, commit, atMs, packages: leg.packages, warm }]
}

function isWarm({ wheels }: LegReport): boolean {
  return wheels.reused === wheels.total
}

/** What serial mode took for the same packages from the same start, measured on the base branch; undefined: nobody did. */
export function baselineOf({ serials }: History, leg: LegReport): SerialBaseline | undefined {
  const same = (packages: Readonly<Record<string, string>>): boolean => {
    const names = Object.keys(packages)
    return names.length === Object.keys(leg.packages).length && names.every((name) => packages[name] === leg.packages[name])
  }
  return serials?.[legId(leg)]?.find(({ warm, packages }) => warm === isWarm(leg) && same(packages))
}

/** How long a leg took on the base branch lately. Milliseconds. */
export interface Trend {
  readonly medianMs: number
  readonly leastMs: number
  readonly mostMs: number
  readonly runs: number
}

/** What the leg took in the runs of the history; undefined: it was in none. */
export function trendOf(history: History, leg: LegReport): Trend | undefined {
  const values = history.runs.flatMap(({ durations }) => durations[legId(leg)] ?? []).sort((a, b) => a - b)
  const middle = Math.floor(values.length / 2)
  const [least, most, upper, lower] = [values[0], values.at(-1), values[middle], values[values.length % 2 === 1 ? middle : middle - 1]]
  if (least === undefined || most === undefined || upper === undefined || lower === undefined) return undefined
  return { medianMs: (upper + lower) / 2, leastMs: least, mostMs: most, runs: values.length }
}

/** One package that a leg has otherwise than the base branch; undefined: it has none. */
export interface PackageChange {
  readonly name: string
  readonly before: string | undefined
  readonly after: string | undefined
}

/** Undefined: nothing is known of this leg on the base branch. */
export function packageChanges(history: History, leg: LegReport): PackageChange[] | undefined {
  const before = history.packages[legId(leg)]
  if (before === undefined || leg.outcome === 'failed') return undefined
  const names = [...new Set([...Object.keys(before), ...Object.keys(leg.packages)])].sort()
  return names.map((name) => ({ name, before: before[name], after: leg.packages[name] })).filter((change) => change.before !== change.after)
}

/** A history from its JSON; an empty one for what is none. */
export function readHistory(text: string): History {
  try {
    const value = JSON.parse(text) as History
    return value.schemaVersion === 1 && Array.isArray(value.runs) ? value : NO_HISTORY
  } catch {
    return NO_HISTORY
  }
}
