import type { RunFacts } from './facts.ts'
import type { RunReport } from './run-report.ts'

/** Raised when a reader of the old form would be misled. */
export const LEG_SCHEMA_VERSION = 1

/** Who a leg is. */
export interface LegName {
  readonly job: string
  /** The matrix values of the job, in their order; empty without a matrix. */
  readonly matrix: readonly (readonly [name: string, value: string])[]
  /** Which use of the action in the job: the step's id, or the runner's name for it. */
  readonly step: string
  /** The working directory, where it is not the repository's root. */
  readonly folder?: string
}

/** What one leg of a workflow tells the report over all of them: plain data, as JSON in an artifact of the run. */
export interface LegReport extends LegName {
  readonly schemaVersion: number
  readonly attempt: number
  readonly outcome: RunFacts['outcome']
  readonly failure?: string
  readonly durationMs: number
  readonly serial?: { readonly ms: number; readonly kind: 'measured' | 'estimated'; readonly by: 'serial' | 'pip' }
  readonly wheels: { readonly total: number; readonly reused: number; readonly built: number }
  readonly downloadedBytes: number
  readonly cache?: { readonly outcome: string; readonly hit: boolean; readonly savedMs?: number; readonly costMs: number }
  readonly python: string
  /** Versions by name, of everything the answer consists of. */
  readonly packages: Readonly<Record<string, string>>
}

/** What a leg tells the report of all jobs. */
export function legReport(report: RunReport, leg: LegName & { readonly attempt: number }): LegReport {
  const { facts, serial, totals, cacheVerdict, timeline } = report
  return {
    schemaVersion: LEG_SCHEMA_VERSION,
    ...leg,
    outcome: facts.outcome,
    ...(facts.failure === undefined ? {} : { failure: failureText(facts.failure.code, facts.failure.message) }),
    durationMs: Math.round(timeline.durationMs),
    ...(serial.kind === 'none' ? {} : { serial: { ms: Math.round(serial.ms), kind: serial.kind, by: serial.kind === 'measured' ? serial.by : 'serial' } }),
    wheels: { total: totals.wheelsDownloaded + totals.wheelsReused + totals.wheelsBuilt, reused: totals.wheelsReused, built: totals.wheelsBuilt },
    downloadedBytes: totals.bytesDownloaded,
    ...(facts.cache === undefined || cacheVerdict === undefined ? {} : { cache: { outcome: facts.cache.outcome, hit: facts.cache.hit, costMs: Math.round(cacheVerdict.costMs), ...(cacheVerdict.savedMs === undefined ? {} : { savedMs: Math.round(cacheVerdict.savedMs) }) } }),
    python: facts.python?.version ?? '',
    packages: Object.fromEntries(facts.packages.map(({ name, version }) => [name, version])),
  }
}

/** A leg that failed before there was anything to time. */
export function failedLeg({ code, message }: NonNullable<RunFacts['failure']>, leg: LegName & { readonly attempt: number }): LegReport {
  return { schemaVersion: LEG_SCHEMA_VERSION, ...leg, outcome: 'failed', failure: failureText(code, message), durationMs: 0, wheels: { total: 0, reused: 0, built: 0 }, downloadedBytes: 0, python: '', packages: {} }
}

function failureText(code: string, message: string): string {
  return `${code}: ${message}`.slice(0, 500)
}

/** `toJSON(matrix)` as pairs; anything but an object of plain values is no matrix. */
export function readMatrix(json: string): LegName['matrix'] {
  try {
    const value = JSON.parse(json) as unknown
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
    return Object.entries(value).map(([name, field]) => [name, typeof field === 'string' ? field : JSON.stringify(field)] as const)
  } catch {
    return []
  }
}

/** Equal for the same leg of different runs. */
export function legId({ job, matrix, step, folder }: LegName): string {
  return JSON.stringify([job, [...matrix].sort(([a], [b]) => (a < b ? -1 : 1)), step, ...(folder === undefined ? [] : [folder])])
}

/** The leg of a `legId`. */
export function legOf(id: string): LegName {
  const [job, matrix, step, folder] = JSON.parse(id) as [string, LegName['matrix'], string, string?]
  return { job, matrix, step, ...(folder === undefined ? {} : { folder }) }
}

/** GitHub cuts the names of jobs there. */
const LONGEST_TITLE = 100

/** For people: `test (3.13, ubuntu-latest) in docs`, as GitHub names jobs of a matrix: of objects and lists the values inside. */
export function legTitle(leg: LegName): string {
  const whole = wholeTitle(leg)
  return whole.length <= LONGEST_TITLE ? whole : `${whole.slice(0, LONGEST_TITLE - 1).trimEnd()}…`
}

function wholeTitle({ job, matrix, folder }: LegName): string {
  const values = matrix.flatMap(([, value]) => valuesIn(value)).join(', ')
  return `${values === '' ? job : `${job} (${values})`}${folder === undefined ? '' : ` in ${folder}`}`
}

function valuesIn(text: string): string[] {
  if (!/^[[{]/.test(text)) return [text]
  try {
    return leaves(JSON.parse(text) as unknown)
  } catch {
    return [text]
  }
}

function leaves(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leaves)
  return value === null || value === '' ? [] : [typeof value === 'string' ? value : JSON.stringify(value)]
}

/** Titles that tell these legs apart: whole where short ones are the same, and with the step where one job uses the action more than once. */
export function titlesOf(legs: readonly LegName[]): (leg: LegName) => string {
  const [wholes, steps] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()]
  const note = (map: Map<string, Set<string>>, key: string, value: string): void => void map.set(key, (map.get(key) ?? new Set()).add(value))
  for (const leg of legs) {
    note(wholes, legTitle(leg), wholeTitle(leg))
    note(steps, wholeTitle(leg), leg.step)
  }
  return (leg) => {
    const title = (wholes.get(legTitle(leg))?.size ?? 0) > 1 ? wholeTitle(leg) : legTitle(leg)
    return (steps.get(wholeTitle(leg))?.size ?? 0) > 1 ? `${title}, ${leg.step.replace(/^_+/, '')}` : title
  }
}

/** Reads what a leg wrote; undefined for anything else, such as a later form. */
export function readLegReport(text: string): LegReport | undefined {
  try {
    const value = JSON.parse(text) as LegReport
    const isOurs = value.schemaVersion === LEG_SCHEMA_VERSION && typeof value.job === 'string' && Array.isArray(value.matrix) && typeof value.durationMs === 'number' && typeof value.packages === 'object'
    return isOurs ? value : undefined
  } catch {
    return undefined
  }
}

/** Of several attempts of one leg the newest, legs by title. What goes by one name in one attempt is two legs: a workflow that is called twice has the same jobs twice. */
export function newestLegs(legs: readonly LegReport[]): LegReport[] {
  const newest = new Map<string, number>()
  for (const leg of legs) newest.set(legId(leg), Math.max(leg.attempt, newest.get(legId(leg)) ?? 0))
  return legs.filter((leg) => leg.attempt === newest.get(legId(leg))).sort((a, b) => (legTitle(a) < legTitle(b) ? -1 : 1))
}
