/**
 * Sets of versions as unions of half-open intervals between sort keys (see version-parts.ts).
 *
 * Every clause of a version specifier (PEP 440) is such a set, because a key can be extended to a point *between* versions:
 * after all local versions of V, or after all its post-releases. So one pair of string comparisons decides membership.
 */
import { KEY_MAX, sortKeyOf } from './version-parts.ts'

/** Versions whose sort key k satisfies `from <= k < to`. */
export interface VersionInterval {
  readonly from: string
  readonly to: string
}

/** Ascending, without overlap; empty: no version. Plain data. */
export type VersionRanges = readonly VersionInterval[]

/** Key of `0.dev0`, the first of all versions. */
export const FIRST_KEY = sortKeyOf({ epoch: '0', release: ['0'], pre: undefined, post: undefined, dev: '0', local: undefined })
/** Sorts after every version's key. */
export const LAST_KEY = KEY_MAX
export const ALL_VERSIONS: VersionRanges = [{ from: FIRST_KEY, to: LAST_KEY }]

/** One interval, or nothing when it is empty. */
export function interval(from: string, to: string): VersionRanges {
  return from < to ? [{ from, to }] : []
}

/** Whether the version with this sort key is in the set. */
export function rangesContain(ranges: VersionRanges, sortKey: string): boolean {
  for (const range of ranges) {
    if (sortKey < range.from) return false
    if (sortKey < range.to) return true
  }
  return false
}

/** Versions in both. Linear in the number of intervals. */
export function intersectRanges(left: VersionRanges, right: VersionRanges): VersionRanges {
  const both: VersionInterval[] = []
  let i = 0
  let j = 0
  for (;;) {
    const a = left[i]
    const b = right[j]
    if (a === undefined || b === undefined) return both
    const from = a.from > b.from ? a.from : b.from
    const to = a.to < b.to ? a.to : b.to
    if (from < to) both.push({ from, to })
    if (a.to < b.to) i += 1
    else j += 1
  }
}

/** Every version that is not in the set. */
export function complementRanges(ranges: VersionRanges): VersionRanges {
  const rest: VersionInterval[] = []
  let from = FIRST_KEY
  for (const range of ranges) {
    rest.push(...interval(from, range.from))
    from = range.to
  }
  rest.push(...interval(from, LAST_KEY))
  return rest
}
