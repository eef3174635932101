import type { TaskKind } from '../kernel/events.ts'
import { bytes, duration, rate } from './format.ts'
import type { PackageFact } from './facts.ts'
import { busyMs, type TimedTask, type Timeline } from './timeline.ts'

/** The kinds of work a package can cost, as columns of its row. */
const WORK = {
  metadataMs: ['page', 'metadata'],
  downloadMs: ['download'],
  verifyMs: ['hash'],
  buildMs: ['build'],
  unpackMs: ['stage', 'link'],
  bytecodeMs: ['bytecode'],
} as const satisfies Record<string, readonly TaskKind[]>

/** A kind of work that has a column in the table of packages. */
export type WorkColumn = keyof typeof WORK

/** What one package cost. All times in milliseconds. */
export interface PackageRow extends Readonly<Record<WorkColumn, number>> {
  readonly name: string
  readonly version: string
  /** From the first task to the last, less the work: waiting for places, threads, other packages. */
  readonly waitMs: number
  readonly workMs: number
  /** When its last task was done, since the start of the run. */
  readonly doneMs: number
  readonly downloadBytes: number
  readonly unpackedBytes: number
  readonly source: PackageFact['source']
}

/** A row for each package that was installed, dearest first. */
export function packageRows(timeline: Timeline, facts: readonly PackageFact[]): PackageRow[] {
  const byProject = Map.groupBy(timeline.tasks, ({ project }) => project)
  const rows = facts.filter(({ change }) => change !== 'kept').map((fact) => packageRow(fact, byProject.get(fact.name) ?? []))
  return rows.sort((a, b) => b.workMs - a.workMs || (a.name < b.name ? -1 : 1))
}

function packageRow(fact: PackageFact, tasks: readonly TimedTask[]): PackageRow {
  const own = tasks.filter(({ kind, subject }) => kind === 'page' || subject === fact.name || subject === `${fact.name} ${fact.version}`)
  const of = (column: WorkColumn): TimedTask[] => own.filter(({ kind }) => (WORK[column] as readonly TaskKind[]).includes(kind))
  const columns = Object.fromEntries((Object.keys(WORK) as WorkColumn[]).map((column) => [column, total(of(column), busyMs)])) as Record<WorkColumn, number>
  const workMs = Object.values(columns).reduce((sum, ms) => sum + ms, 0)
  const doneMs = Math.max(0, ...own.map(({ endMs }) => endMs))
  const startMs = Math.min(doneMs, ...own.map(({ startMs: ms }) => ms))
  return {
    name: fact.name,
    version: fact.version,
    source: fact.source,
    ...columns,
    workMs,
    waitMs: Math.max(0, doneMs - startMs - workMs),
    doneMs,
    downloadBytes: total(of('downloadMs'), ({ bytes: count }) => count ?? 0),
    unpackedBytes: total(of('unpackMs'), ({ bytes: count }) => count ?? 0),
  }
}

function total(tasks: readonly TimedTask[], of: (task: TimedTask) => number): number {
  return tasks.reduce((sum, task) => sum + of(task), 0)
}

/** Why a package was slow: what most of its time went into, with the figure that explains it. */
export function slowReason(row: PackageRow): string {
  const [column] = (Object.keys(WORK) as WorkColumn[]).sort((a, b) => row[b] - row[a])
  switch (column) {
    case 'buildMs':
      return `built from source (${duration(row.buildMs)})`
    case 'downloadMs':
      return `download of ${bytes(row.downloadBytes)} at ${rate(row.downloadBytes, row.downloadMs)}`
    case 'unpackMs':
      return `unpacking to ${bytes(row.unpackedBytes)}`
    case 'verifyMs':
      return 'verifying its hash'
    case 'metadataMs':
      return 'index page and metadata'
    case 'bytecodeMs':
      return 'compiling bytecode'
    default:
      return ''
  }
}
