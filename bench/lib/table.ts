import type { Cost } from './sample.ts'
import { spread } from './statistics.ts'

/** All runs of one tool in one setting. */
export interface Row {
  readonly set: string
  readonly kind: string
  readonly medium: string
  readonly link: string
  readonly mode: string
  readonly tool: string
  readonly costs: readonly Cost[]
  readonly error: string | undefined
}

const HEADER = ['setting', 'tool', 'wall s (min..max)', '/ uv', '/ pip', 'user s', 'sys s', 'peak MB', 'first wheel ms', 'MB', 'n']

/** A Markdown table of medians, a line a tool and setting; ratios are of medians of wall time. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map((row) => cells(row, rows))
  return markdown(HEADER, lines)
}

/** Columns as wide as their widest cell. */
export function markdown(header: readonly string[], lines: readonly (readonly string[])[]): string {
  const all = [header, header.map(() => '---'), ...lines]
  const widths = header.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)))
  return all.map((line) => `| ${line.map((cell, column) => (cell === '---' ? '-'.repeat(widths[column] ?? 3) : cell.padEnd(widths[column] ?? 0))).join(' | ')} |`).join('\n')
}

/** Rows of several results, those of one tool in one setting made one. */
export function joined(rows: readonly Row[]): Row[] {
  const groups = Map.groupBy(rows, (row) => `${settingOf(row)} ${row.tool}`)
  return [...groups.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [{ ...first, costs: [first, ...others].flatMap(({ costs }) => costs), error: undefined }]))
}

function cells(row: Row, rows: readonly Row[]): string[] {
  const { costs } = row
  if (row.error !== undefined) return [settingOf(row), row.tool, row.error, ...HEADER.slice(3).map(() => '')]
  const wall = spread(costs, (cost) => cost.wallSeconds)
  const median = (figure: (cost: Cost) => number | null, digits: number): string => spread(costs, figure)?.median.toFixed(digits) ?? ''
  return [
    settingOf(row),
    row.tool,
    wall === undefined ? '' : `${wall.median.toFixed(2)} (${wall.min.toFixed(2)}..${wall.max.toFixed(2)})`,
    ratio(row, rows, 'uv'),
    ratio(row, rows, 'pip'),
    median((cost) => cost.userSeconds, 2),
    median((cost) => cost.systemSeconds, 2),
    median((cost) => cost.peakBytes / 1e6, 0),
    median((cost) => cost.firstWheelMs, 0),
    median((cost) => cost.downloadedBytes / 1e6, 0),
    String(costs.length),
  ]
}

function settingOf(row: Row): string {
  return [row.set, row.kind, row.mode, row.medium, row.link].filter((part) => part !== '').join(' ')
}

function ratio(row: Row, rows: readonly Row[], against: string): string {
  if (row.tool === against) return ''
  const other = rows.find((candidate) => candidate.tool === against && settingOf(candidate) === settingOf(row))
  const [ours, theirs] = [row, other].map((candidate) => spread(candidate?.costs ?? [], (cost) => cost.wallSeconds)?.median)
  return ours === undefined || theirs === undefined ? '' : (ours / theirs).toFixed(2)
}
