import type { CacheFact } from './facts.ts'
import { coveredMs, union, type Interval } from './intervals.ts'
import { workingInterval } from './phases.ts'
import { countOf, type Timeline } from './timeline.ts'

/** What the cache was worth to one run. Milliseconds. */
export interface CacheVerdict {
  /** What downloading the reused wheels would have taken; undefined where no rate of the network is known. */
  readonly savedMs: number | undefined
  /** Time in which this run did nothing but wait for the cache. */
  readonly costMs: number
  /** Bytes a millisecond. */
  readonly restoreRate: number | undefined
  readonly networkRate: number | undefined
  /** Whose rate of the network that is. */
  readonly rateFrom: 'this run' | 'the run that saved the entry' | undefined
}

/** Fewer bytes say nothing about a line. */
const TELLING_BYTES = 1_000_000

/** A rate of the network that was seen while wheels were downloaded, over the time in which any were: bytes a millisecond. */
export function networkRateOf(timeline: Timeline): number | undefined {
  const bytes = countOf(timeline, 'bytes-downloaded')
  const tookMs = coveredMs(timeline.tasks.filter(({ kind }) => kind === 'download').map(workingInterval))
  return bytes < TELLING_BYTES || tookMs < 1 ? undefined : bytes / tookMs
}

/** Judges a restore against the network, from what was measured; never guesses a rate. */
export function cacheVerdict(timeline: Timeline, cache: CacheFact): CacheVerdict {
  const own = networkRateOf(timeline)
  const networkRate = own ?? cache.savedAtRate
  return {
    savedMs: networkRate === undefined || cache.reusedBytes < 1 ? (cache.reusedBytes < 1 ? 0 : undefined) : cache.reusedBytes / networkRate,
    costMs: waitedAloneMs(timeline),
    restoreRate: cache.transferMs < 1 || cache.restoredBytes < 1 ? undefined : cache.restoredBytes / cache.transferMs,
    networkRate,
    rateFrom: own !== undefined ? 'this run' : networkRate === undefined ? undefined : 'the run that saved the entry',
  }
}

/** `resolve` and `restore` are frames around waiting; what else is at work makes the wait free. */
function waitedAloneMs(timeline: Timeline): number {
  const restores = union(timeline.tasks.filter(({ kind }) => kind === 'restore').map(workingInterval))
  const others = timeline.tasks.filter(({ kind }) => kind !== 'restore' && kind !== 'resolve').map(workingInterval)
  const overlapped = restores.flatMap((restore) => others.flatMap((other) => overlap(restore, other)))
  return Math.max(0, coveredMs(restores) - coveredMs(overlapped))
}

function overlap(a: Interval, b: Interval): Interval[] {
  const [startMs, endMs] = [Math.max(a.startMs, b.startMs), Math.min(a.endMs, b.endMs)]
  return endMs > startMs ? [{ startMs, endMs }] : []
}
