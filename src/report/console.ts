import { cacheClause } from './cache-block.ts'
import { bytes, counted, duration, factor, rate } from './format.ts'
import { slowReason } from './packages.ts'
import type { RunReport } from './run-report.ts'

/** The lines that close a run on a terminal or in a log: what it took, beside serial mode, and where the time went. */
export function consoleSummary(report: RunReport): string[] {
  return [serialLine(report), trafficLine(report), sourcesLine(report), cacheLine(report)].filter((line) => line !== undefined)
}

/** With -v: phases and the dearest packages. */
export function consoleDetails(report: RunReport): string[] {
  const phases = report.phases.map(({ title, tookMs, workMs, tasks, atOnce }) => {
    const parallel = atOnce > 1 ? `, ${duration(workMs)} of work, up to ${atOnce} at once` : ''
    return `  ${title.padEnd(20)} ${duration(tookMs).padStart(8)}  (${counted(tasks, 'task')}${parallel})`
  })
  const slowest = report.packages.slice(0, 5).filter(({ workMs }) => workMs > 0)
  const rows = slowest.map((row) => `  ${`${row.name} ${row.version}`.padEnd(32)} ${duration(row.workMs).padStart(8)}  ${slowReason(row)}`)
  return ['Phases (they overlap):', ...phases, ...(rows.length === 0 ? [] : ['Slowest packages:', ...rows])]
}

function serialLine({ serial, speedup, facts }: RunReport): string | undefined {
  if (serial.kind === 'none' || speedup === undefined || facts.outcome !== 'installed') return undefined
  const how = serial.kind === 'estimated' ? 'estimated' : 'measured'
  const what = serial.kind === 'measured' && serial.by === 'pip' ? 'pip' : 'serial mode'
  return `  ${what}: ${duration(serial.ms)} (${how})${speedup < 1.05 ? ', no longer than this run' : `, ${factor(speedup)} as long`}`
}

function cacheLine(report: RunReport): string | undefined {
  const clause = cacheClause(report)
  return clause === '' ? undefined : `  ${clause}`
}

function trafficLine({ totals, phases }: RunReport): string | undefined {
  const download = phases.find(({ phase }) => phase === 'download')
  const parts = [
    totals.wheelsDownloaded > 0 ? `${counted(totals.wheelsDownloaded, 'wheel')} downloaded (${bytes(totals.bytesDownloaded)}${download === undefined ? '' : `, ${rate(totals.bytesDownloaded, download.tookMs)}`})` : '',
    totals.wheelsReused > 0 ? `${counted(totals.wheelsReused, 'wheel')} from the store (${bytes(totals.bytesReused)})` : '',
    totals.wheelsBuilt > 0 ? `${totals.wheelsBuilt} built` : '',
    totals.healed > 0 ? `${counted(totals.healed, 'damaged wheel')} replaced` : '',
    totals.retries > 0 ? `${counted(totals.retries, 'request')} tried again${totals.networkLostMs < 100 ? '' : ` (the network cost ${duration(totals.networkLostMs)})`}` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? undefined : `  ${parts.join(', ')}`
}

/** What sources cost: builds, builds that were saved, and how their metadata was read. */
function sourcesLine({ totals }: RunReport): string | undefined {
  const unasked = totals.sourcesReadStatically + totals.sourcesAskedBefore
  const read = unasked + totals.sourcesAskedOfBackend
  const parts = [
    totals.buildsDone > 0 ? counted(totals.buildsDone, 'build') : '',
    totals.buildsReused > 0 ? `${counted(totals.buildsReused, 'build')} saved by wheels of earlier runs` : '',
    read > 0 ? `metadata of ${unasked} of ${counted(read, 'source')} read without building${totals.sourcesAskedBefore > 0 ? ` (${totals.sourcesAskedBefore} as backends told earlier runs)` : ''}` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? undefined : `  ${parts.join(', ')}`
}
