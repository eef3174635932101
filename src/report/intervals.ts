/** From `startMs` up to `endMs`. */
export interface Interval {
  readonly startMs: number
  readonly endMs: number
}

/** The intervals as disjoint ones, in order. */
export function union(intervals: readonly Interval[]): Interval[] {
  const joined: { startMs: number; endMs: number }[] = []
  for (const { startMs, endMs } of [...intervals].sort((a, b) => a.startMs - b.startMs)) {
    const last = joined.at(-1)
    if (last !== undefined && startMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs)
    else joined.push({ startMs, endMs })
  }
  return joined
}

/** Milliseconds covered by at least one interval. */
export function coveredMs(intervals: readonly Interval[]): number {
  return union(intervals).reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
}

/** The largest number of intervals at one moment. */
export function mostAtOnce(intervals: readonly Interval[]): number {
  const edges = intervals
    .filter(({ startMs, endMs }) => endMs > startMs)
    .flatMap(({ startMs, endMs }) => [{ atMs: startMs, by: 1 }, { atMs: endMs, by: -1 }])
    .sort((a, b) => a.atMs - b.atMs || a.by - b.by)
  let now = 0
  let most = 0
  for (const { by } of edges) {
    now += by
    most = Math.max(most, now)
  }
  return most
}

/** Average number of intervals in each of `bins` equal parts of `[0, durationMs]`. */
export function density(intervals: readonly Interval[], durationMs: number, bins: number): number[] {
  const width = durationMs / bins
  const sums = new Array<number>(bins).fill(0)
  if (width <= 0) return sums
  for (const { startMs, endMs } of intervals) {
    const first = Math.min(bins - 1, Math.floor(startMs / width))
    const last = Math.min(bins - 1, Math.floor(endMs / width))
    for (let bin = first; bin <= last; bin += 1) {
      const covered = Math.min(endMs, (bin + 1) * width) - Math.max(startMs, bin * width)
      sums[bin] = (sums[bin] ?? 0) + Math.max(0, covered)
    }
  }
  return sums.map((sum) => sum / width)
}
