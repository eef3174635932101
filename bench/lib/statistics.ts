import type { Cost } from './sample.ts'

export interface Spread {
  readonly median: number
  readonly min: number
  readonly max: number
}

/** Median and extremes of a figure over the runs. */
export function spread(costs: readonly Cost[], figure: (cost: Cost) => number | null): Spread | undefined {
  const values = costs.map(figure).filter((value) => value !== null).sort((a, b) => a - b)
  if (values.length === 0) return undefined
  const at = (index: number): number => values[Math.min(values.length - 1, Math.max(0, index))] ?? 0
  const middle = (values.length - 1) / 2
  return { median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2, min: at(0), max: at(values.length - 1) }
}

/** The items in an order of chance. */
export function shuffled<T>(items: readonly T[]): T[] {
  return items.map((item) => ({ item, key: Math.random() })).sort((a, b) => a.key - b.key).map(({ item }) => item)
}
