import { cacheClause } from './cache-block.ts'
import { counted, duration, factor } from './format.ts'
import { literal } from './markdown.ts'
import type { RunReport } from './run-report.ts'

/** The run in one sentence of markdown. */
export function verdictSentence(report: RunReport): string {
  const { facts, timeline, totals } = report
  const took = duration(timeline.durationMs)
  switch (facts.outcome) {
    case 'failed':
      return `**Failed after ${took}**${facts.failure === undefined ? '' : ` (${literal(facts.failure.code)})`}${UNCERTAIN.has(facts.failure?.code ?? '') ? '' : '; the environment is unchanged'}.`
    case 'nothing-to-do':
      if (totals.kept === 0) return '**Nothing to do**: no package is asked for, or none for this Python and platform.'
      return `**Nothing to do**: ${counted(totals.kept, 'package')} already there, checked in ${took}.`
    case 'dry-run':
      return `**${counted(totals.installed, 'package')} would be installed**, resolved in ${took}; dry run, nothing was changed.`
    case 'installed':
      return `**${counted(totals.installed, 'package')} in ${took}**${serialPart(report)}${cachePart(report)}.`
  }
}

/** What is wrong then may be with the environment itself, or come after it is finished: the error says what became of it. */
const UNCERTAIN: ReadonlySet<string> = new Set(['install-failed', 'uninstall-failed', 'journal-invalid', 'disk-full', 'bug'])

/** Less is within what such times vary by. */
export const TELLING_SPEEDUP = 1.05

function cachePart(report: RunReport): string {
  const clause = cacheClause(report)
  return clause === '' ? '' : `; ${clause}`
}

function serialPart({ serial, speedup }: RunReport): string {
  if (serial.kind === 'none' || speedup === undefined) return ''
  const subject = serial.kind === 'measured' && serial.by === 'pip' ? 'pip' : 'serial mode'
  return `; ${subject} ${duration(serial.ms)} (${serial.kind})${speedup < TELLING_SPEEDUP ? '' : `, ${factor(speedup)} as long`}`
}
