import type { Cost } from './sample.ts'
import { spread } from './statistics.ts'
import { markdown, type Row } from './table.ts'

/** One promise about speed: a figure made of medians, and what it must not pass (or fall below). */
interface Target {
  readonly what: string
  readonly figure: (median: Median) => number | undefined
  readonly atMost?: number
  readonly atLeast?: number
  readonly unit: '' | 's' | 'MB' | 'ms'
}

/** The median of a figure over the runs of one tool in one setting; undefined: not measured. */
type Median = (where: Where, tool: string, figure?: (cost: Cost) => number | null) => number | undefined

interface Where {
  readonly set: string
  readonly mode: string
  readonly medium?: string
  readonly isSlow?: boolean
}

export const BIG_SET = 'one wheel of 900 MB'

const TARGETS: readonly Target[] = [
  ...bothSets((set) => ratioTarget(`${set} cold, disk: ours / uv`, { set, mode: 'cold', medium: 'disk' }, ['ours', 'uv'], { atMost: 0.8 })),
  ...bothSets((set) => ratioTarget(`${set} cold, memory: ours / uv`, { set, mode: 'cold' }, ['ours', 'uv'], { atMost: 1.2 })),
  ...bothSets((set) => ratioTarget(`${set} cold, disk: ours / pip`, { set, mode: 'cold', medium: 'disk' }, ['ours', 'pip'], { atMost: 0.15 })),
  ...bothSets((set) => ratioTarget(`${set} cold, memory: ours / pip`, { set, mode: 'cold' }, ['ours', 'pip'], { atMost: 0.15 })),
  ...bothSets((set) => ratioTarget(`${set} cold, slow line: ours / uv`, { set, mode: 'cold', isSlow: true }, ['ours', 'uv'], { atMost: 1 })),
  ...bothSets((set) => ratioTarget(`${set} warm, disk: ours / uv`, { set, mode: 'warm', medium: 'disk' }, ['ours', 'uv'], { atMost: 1 })),
  ...bothSets((set) => ({ what: `${set} warm, memory`, figure: (median: Median) => median({ set, mode: 'warm' }, 'ours'), atMost: 0.3, unit: 's' as const })),
  ...bothSets((set) => ({ what: `${set} nothing to do, memory`, figure: (median: Median) => median({ set, mode: 'noop' }, 'ours'), atMost: 0.25, unit: 's' as const })),
  ...bothSets((set) => ({ what: `${set} nothing to do, disk`, figure: (median: Median) => median({ set, mode: 'noop', medium: 'disk' }, 'ours'), atMost: 0.25, unit: 's' as const })),
  ...bothSets((set) => ratioTarget(`${set} own serial mode / pip, cold, memory`, { set, mode: 'cold' }, ['ours-1', 'pip'], { atMost: 0.5 })),
  ...bothSets((set) => ratioTarget(`${set} own serial mode / ours, slow line`, { set, mode: 'cold', isSlow: true }, ['ours-1', 'ours'], { atLeast: set === 'sci' ? 3 : 2.5 })),
  { what: 'peak memory, sci cold', figure: (median) => median({ set: 'sci', mode: 'cold' }, 'ours', megabytes), atMost: 250, unit: 'MB' },
  { what: 'peak memory with a wheel of 900 MB', figure: (median) => median({ set: BIG_SET, mode: 'cold' }, 'ours', megabytes), atMost: 300, unit: 'MB' },
  ...bothSets((set) => ({ what: `${set}: start to first wheel asked for`, figure: (median: Median) => median({ set, mode: 'cold' }, 'ours', (cost) => cost.firstWheelMs), atMost: 120, unit: 'ms' as const })),
]

function bothSets(make: (set: 'web' | 'sci') => Target): Target[] {
  return [make('web'), make('sci')]
}

function ratioTarget(what: string, where: Where, [over, under]: readonly [string, string], bound: Pick<Target, 'atMost' | 'atLeast'>): Target {
  const figure = (median: Median): number | undefined => {
    const [a, b] = [median(where, over), median(where, under)]
    return a === undefined || b === undefined ? undefined : a / b
  }
  return { what, figure, ...bound, unit: '' }
}

function megabytes(cost: Cost): number {
  return cost.peakBytes / 1e6
}

/** Each target with what was measured. */
export function targetsTable(rows: readonly Row[]): string {
  const median = medianIn(rows)
  const lines = TARGETS.map(({ what, figure, atMost, atLeast, unit }) => {
    const got = figure(median)
    const isMet = got !== undefined && got <= (atMost ?? Infinity) && got >= (atLeast ?? -Infinity)
    const text = (value: number): string => `${value.toFixed(unit === '' || unit === 's' ? 2 : 0)}${unit === '' ? '' : ` ${unit}`}`
    return [what, got === undefined ? '' : text(got), atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}${unit === '' ? '' : ` ${unit}`}`, got === undefined ? 'not measured' : isMet ? 'reached' : 'not reached']
  })
  return markdown(['row', 'measured', 'target', ''], lines)
}

function medianIn(rows: readonly Row[]): Median {
  return ({ set, mode, medium = 'memory', isSlow = false }, tool, figure = (cost) => cost.wallSeconds) => {
    const row = rows.find((one) => one.set === set && one.mode === mode && one.medium === medium && (one.link !== '') === isSlow && one.tool === tool)
    return row === undefined || row.error !== undefined ? undefined : spread(row.costs, figure)?.median
  }
}

const MANY = /^(\d+) made wheels$/

export function manySet(count: number): string {
  return `${count} made wheels`
}

/** How time goes with jobs, and with the number of wheels; empty where nothing of it was measured. */
export function scalingTables(rows: readonly Row[]): string[] {
  const median = medianIn(rows)
  const jobs = rows.filter(({ tool, mode, link, medium }) => /^ours-\d+$/.test(tool) && mode === 'cold' && link === '' && medium === 'memory')
  const jobLines = jobs.map(({ set, tool }) => {
    const [wall, serial] = [median({ set, mode: 'cold' }, tool), median({ set, mode: 'cold' }, 'ours-1')]
    return [set, tool.slice('ours-'.length), seconds(wall), wall === undefined || serial === undefined ? '' : (serial / wall).toFixed(2)]
  })
  const counts = [...new Set(rows.flatMap(({ set }) => MANY.exec(set)?.[1] ?? []))].map(Number).sort((a, b) => a - b)
  const countLines = counts.map((count) => {
    const where = { set: manySet(count), mode: 'cold' }
    const [wall, cpu, uv] = [median(where, 'ours'), median(where, 'ours', ({ userSeconds, systemSeconds }) => userSeconds + systemSeconds), median(where, 'uv')]
    return [String(count), seconds(wall), seconds(cpu), perWheel(wall, count), perWheel(cpu, count), seconds(uv), perWheel(uv, count)]
  })
  return [
    ...(jobLines.length === 0 ? [] : [markdown(['set, cold, memory', 'jobs', 'wall s', 'serial / this'], jobLines)]),
    ...(countLines.length === 0 ? [] : [markdown(['made wheels', 'wall s', 'CPU s', 'wall ms a wheel', 'CPU ms a wheel', 'uv: wall s', 'ms a wheel'], countLines)]),
  ]
}

function seconds(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(2)
}

function perWheel(value: number | undefined, count: number): string {
  return value === undefined ? '' : ((value * 1000) / count).toFixed(1)
}
