import { changesTable } from './changes.ts'
import { bytes, duration, factor } from './format.ts'
import { baselineOf, packageChanges, trendOf, type History, type SerialBaseline } from './history.ts'
import { legId, legOf, titlesOf, type LegName, type LegReport } from './leg-report.ts'
import { blocks, code, folded, literal, table } from './markdown.ts'

/** By which a comment of ours is found again: one a workflow, since each reports of its own jobs. `workflow`: a name of safe characters. */
export function commentMark(workflow: string): string {
  return `<!-- parallel-pip report ${workflow} -->`
}

/** What the report over all jobs is made of. */
export interface MatrixFacts {
  readonly legs: readonly LegReport[]
  readonly history: History
  /** Branch that the history is of. */
  readonly base: string
  /** First line, see `commentMark`. */
  readonly mark: string
  /** The workflow's name, where its comment may stand beside those of others. */
  readonly workflow?: string
  /** Whether pushes to the base branch leave history as things are. Undefined: that is not known. */
  readonly keepsHistory?: boolean
}

/** GitHub refuses comments that are longer. */
export const COMMENT_LIMIT_BYTES = 65_536
const FAILURES_IN_SHORT = 20

/** All legs of a run in one table, for a comment or a job summary: as much of it as is allowed, the table first. */
export function matrixMarkdown(facts: MatrixFacts, limitBytes = Infinity): string {
  const forms: readonly Form[] = [{}, { withoutChanges: true }, { withoutChanges: true, failures: FAILURES_IN_SHORT }, { withoutChanges: true, failures: FAILURES_IN_SHORT, rows: Math.floor(limitBytes / 500) }]
  const fitting = forms.find((form) => Buffer.byteLength(matrixText(facts, form)) <= limitBytes)
  return matrixText(facts, fitting ?? { withoutChanges: true, failures: 0, rows: 0 })
}

/** What is left out of a report that is too long. */
interface Form {
  readonly withoutChanges?: boolean
  /** Most of them. */
  readonly failures?: number
  readonly rows?: number
}

function matrixText({ legs, history, base, mark, workflow, keepsHistory }: MatrixFacts, form: Form): string {
  const missing = missingLegs(legs, history)
  const titled = titlesOf([...legs, ...missing])
  const titleOf = (leg: LegName): string => literal(titled(leg))
  const rows = [...legs.map((leg) => row(leg, history, titleOf)), ...missing.map((leg) => [titleOf(leg), 'missing', '', '', '', '', '', ''])]
  const isShort = Object.keys(form).length > 0
  return `${blocks(
    mark,
    `### Python packages${workflow === undefined ? '' : `: ${literal(workflow)}`}`,
    headline(legs, missing.length),
    table(
      [['Job', 'left'], ['Time', 'right'], ['Serial mode', 'right'], ['', 'right'], ['Wheels from cache', 'right'], ['Cache', 'left'], ['Built', 'right'], [`On ${literal(base)}`, 'left']],
      rows.slice(0, form.rows),
    ),
    failures(legs, titleOf).slice(0, form.failures).join('\n'),
    form.withoutChanges === true ? '' : changesBlock({ legs, history, base }, titleOf),
    isShort ? 'The rest is too long to stand here: the job summaries have it.' : '',
    footnote({ legs, history, base, keepsHistory }),
  )}\n`
}

function headline(legs: readonly LegReport[], missing: number): string {
  const failed = legs.filter(({ outcome }) => outcome === 'failed').length
  const good = legs.filter(({ outcome }) => outcome !== 'failed')
  const slowest = Math.max(0, ...good.map(({ durationMs }) => durationMs))
  const parts = [
    legs.length === 0 ? 'No job has reported (those report that use parallel-pip with `artifact: true`)' : good.length === 0 ? '' : `**${good.length} of ${legs.length + missing} jobs installed their packages**, the slowest in ${duration(slowest)}`,
    failed === 0 ? '' : `**${failed} failed**`,
    missing === 0 ? '' : `${missing} that ran on the base branch did not report`,
  ]
  return `${parts.filter((part) => part !== '').join('; ')}.`
}

type TitleOf = (leg: LegName) => string

function row(leg: LegReport, history: History, titleOf: TitleOf): string[] {
  const { serial, wheels, cache } = leg
  const title = titleOf(leg)
  if (leg.outcome === 'failed') return [title, leg.durationMs === 0 ? 'failed' : `failed after ${duration(leg.durationMs)}`, '', '', '', '', '', '']
  const baseline = serial?.kind === 'measured' ? undefined : baselineOf(history, leg)
  const serialMs = baseline?.ms ?? serial?.ms
  return [
    title,
    `${duration(leg.durationMs)}${leg.outcome === 'nothing-to-do' ? ' (nothing to do)' : leg.outcome === 'dry-run' ? ' (dry run)' : ''}`,
    baseline === undefined ? (serial === undefined ? '' : `${serial.by === 'pip' ? 'pip ' : ''}${duration(serial.ms)} (${serial.kind})`) : baselineCell(baseline),
    serialMs === undefined || leg.durationMs <= 0 ? '' : factor(serialMs / leg.durationMs),
    wheels.total === 0 ? '' : `${wheels.reused} of ${wheels.total}`,
    cache === undefined ? '' : cacheCell(cache, leg),
    wheels.built === 0 ? '' : String(wheels.built),
    trendCell(leg, history),
  ]
}

/** A measurement of another run says when it was made, and of what. */
function baselineCell({ ms, atMs, commit }: SerialBaseline): string {
  return `${duration(ms)} (measured ${new Date(atMs).toISOString().slice(0, 10)}, ${code(commit.slice(0, 7))})`
}

/** Outcomes of a restore of which no wheel was used. */
const OUTCOMES: Readonly<Record<string, string>> = { exact: 'entry without use', prefix: 'older entry without use', miss: 'no entry yet', 'not-allowed': 'not asked', unavailable: 'no service', overtaken: 'not waited for', 'timed-out': 'given up', unreadable: 'entry cannot be read', failed: 'failed' }

function cacheCell(cache: NonNullable<LegReport['cache']>, leg: LegReport): string {
  const what = cache.hit ? 'hit' : leg.wheels.reused > 0 ? `part, ${bytes(leg.downloadedBytes)} downloaded` : OUTCOMES[cache.outcome] ?? literal(cache.outcome)
  if (cache.savedMs === undefined || leg.wheels.reused === 0) return what
  const gainMs = cache.savedMs - cache.costMs
  return `${what}, ${gainMs >= 0 ? '+' : ''}${duration(gainMs)}`
}

function trendCell(leg: LegReport, history: History): string {
  const trend = trendOf(history, leg)
  if (trend === undefined) return 'no history yet'
  const range = trend.runs === 1 ? duration(trend.medianMs) : `${duration(trend.medianMs)} (${duration(trend.leastMs)} to ${duration(trend.mostMs)})`
  // One run is no range to be outside of.
  if (trend.runs < 3) return range
  return leg.durationMs > trend.mostMs ? `${range} ▲ slower` : leg.durationMs < trend.leastMs ? `${range} ▼ faster` : range
}

function failures(legs: readonly LegReport[], titleOf: TitleOf): string[] {
  const failed = legs.filter(({ failure }) => failure !== undefined)
  return failed.map((leg) => `- **${titleOf(leg)}**: ${literal(leg.failure ?? '')}`)
}

function changesBlock({ legs, history, base }: Pick<MatrixFacts, 'legs' | 'history' | 'base'>, titleOf: TitleOf): string {
  const byText = new Map<string, LegReport[]>()
  for (const leg of legs) {
    const changes = packageChanges(history, leg)
    if (changes === undefined || changes.length === 0) continue
    const text = changesTable(changes, base)
    byText.set(text, [...(byText.get(text) ?? []), leg])
  }
  const parts = [...byText].map(([text, same]) => blocks(same.length === legs.length ? '' : `**${same.map(titleOf).join(', ')}**`, text))
  return parts.length === 0 ? '' : folded('What changed in the environments', blocks(...parts))
}

function footnote({ legs, history, base, keepsHistory = true }: Pick<MatrixFacts, 'legs' | 'history' | 'base'> & { readonly keepsHistory: boolean | undefined }): string {
  const serial = [...new Set(legs.flatMap(({ serial: one }) => one?.kind ?? []))]
  const lines = [
    serial.includes('estimated') ? 'Estimated serial times are a model’s, and can be far off; `compare: serial` measures them.' : '',
    history.runs.length === 0 ? `No history yet: it begins with the first push to ${literal(base)}${keepsHistory ? '' : ' that runs this report with `history: true`'}.` : `Times on ${literal(base)} are median and range of its last ${history.runs.length === 1 ? 'run' : `${history.runs.length} runs`}.`,
  ]
  return `<sub>${lines.filter((line) => line !== '').join(' ')}</sub>`
}

/** Legs that the newest run of the base branch had, and this run has not. */
function missingLegs(legs: readonly LegReport[], history: History): LegName[] {
  const here = new Set(legs.map(legId))
  return Object.keys(history.runs.at(-1)?.durations ?? {}).filter((id) => !here.has(id)).map((id) => {
    const { job, matrix: pairs, ...rest } = legOf(id)
    // Ids are in the order of names; people know their matrix in the order of the workflow.
    const order = legs.find((leg) => leg.job === job)?.matrix.map(([name]) => name) ?? []
    return { ...rest, job, matrix: [...pairs].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)) }
  })
}
