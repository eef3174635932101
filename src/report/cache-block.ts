import type { CountName } from '../kernel/events.ts'
import type { CacheFact } from './facts.ts'
import { bytes, counted, duration, rate } from './format.ts'
import { blocks, code, folded, literal, table } from './markdown.ts'
import type { RunReport } from './run-report.ts'
import { countAmong } from './timeline.ts'
import type { CacheVerdict } from './cache-verdict.ts'

/** `cache saved 6.1 s, cost 2.0 s`; what is known of it. Empty when the cache took no part. */
export function cacheClause(report: RunReport): string {
  const { cacheVerdict: verdict, facts: { cache } } = report
  if (verdict === undefined || cache === undefined) return ''
  const cost = verdict.costMs < 50 ? 'cost nothing' : `cost ${duration(verdict.costMs)}`
  if (cache.reusedWheels === 0 && report.totals.wheelsReused > 0) return 'wheels of an earlier step of this job'
  if (cache.reusedWheels === 0) return verdict.costMs < 50 ? 'nothing from the cache' : `nothing from the cache, looking for it ${cost}`
  if (verdict.savedMs === undefined) return `${counted(cache.reusedWheels, 'wheel')} from the cache, which ${cost}`
  return `cache saved ${duration(verdict.savedMs)}, ${cost}`
}

/** What the cache did, folded away. */
export function cacheBlock(report: RunReport): string {
  const { cache } = report.facts
  if (cache === undefined || report.cacheVerdict === undefined) return ''
  const facts = cache.facts.map(({ name, value, missed }) => [name, code(value === '' ? '-' : value), missed ? 'other in the entry found' : ''])
  return folded('Cache', blocks(
    lines(report, cache, report.cacheVerdict).map((line) => `- ${line}`).join('\n'),
    table([['Key fact', 'left'], ['Value', 'left'], ['', 'left']], facts),
    ...(cache.matchedKey === undefined || cache.matchedKey === cache.key ? [`Key: ${code(cache.key)}`] : [`Key: ${code(cache.key)}<br>Found: ${code(cache.matchedKey)}`]),
  ))
}

function lines({ totals, timeline }: RunReport, cache: CacheFact, verdict: CacheVerdict): string[] {
  const hereBefore = totals.wheelsReused - cache.reusedWheels
  const installed = totals.wheelsDownloaded + totals.wheelsReused + totals.wheelsBuilt
  const ofIt = (what: CountName): number => countAmong(timeline, what, cache.brought)
  const [healed, refused] = [ofIt('store-healed'), ofIt('metadata-refused') + cache.foreign]
  return [
    `${literal(cache.line.charAt(0).toUpperCase() + cache.line.slice(1))}.`,
    ...(cache.matchedKey === undefined ? [] : [`${cache.reusedWheels} of ${counted(installed, 'wheel')} came from it (${bytes(cache.reusedBytes)} of ${bytes(cache.restoredBytes)} that it brought).`]),
    ...(hereBefore === 0 ? [] : [`${counted(hereBefore, 'wheel')} ${hereBefore === 1 ? 'was' : 'were'} in this job's store before, from an earlier step.`]),
    ...(cache.transferMs < 1 ? [] : [`${cache.matchedKey === undefined ? 'Looking for an entry' : 'The transfer'} took ${duration(cache.transferMs)}${hiddenPart(cache)}; this run ${verdict.costMs < 50 ? 'did not wait for it' : `did nothing but wait for it during ${duration(verdict.costMs)}`}.`]),
    ...(verdict.restoreRate === undefined ? [] : [`Restoring ran at ${rate(cache.restoredBytes, cache.transferMs)}${verdict.networkRate === undefined ? '' : `, downloading at ${rate(verdict.networkRate * 1000, 1000)} (seen in ${verdict.rateFrom ?? ''})`}.`]),
    ...(verdict.savedMs === undefined ? ['How much it saved is not known: no run has yet downloaded enough to tell how fast the network is.'] : [`Balance: ${balance(verdict.savedMs - verdict.costMs)}.`]),
    ...(healed === 0 ? [] : [`${counted(healed, 'file')} of it did not have the content ${healed === 1 ? 'its name promises, and was' : 'their names promise, and were'} fetched or built again.`]),
    ...(refused === 0 ? [] : [`${counted(refused, 'file')} of it ${refused === 1 ? 'was' : 'were'} not believed, and not used.`]),
    ...(cache.builtWheels === 0 ? [] : [`${counted(cache.builtWheels, 'wheel')} in it ${cache.builtWheels === 1 ? 'was' : 'were'} built from source in an earlier run; no index vouches for ${cache.builtWheels === 1 ? 'it' : 'them'}, whoever may write to this cache does.`]),
    ...cache.notes.map(literal),
  ]
}

function hiddenPart({ transferMs, hiddenMs }: CacheFact): string {
  if (hiddenMs < 100) return ''
  return `, ${transferMs - hiddenMs < 50 ? 'all' : duration(hiddenMs)} of it hidden behind the steps before this one`
}

function balance(ms: number): string {
  return Math.abs(ms) < 50 ? 'even' : `${ms > 0 ? '+' : ''}${duration(ms)}`
}
