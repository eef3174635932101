import { cacheBlock } from './cache-block.ts'
import { changesBlock, type BaseChanges } from './changes.ts'
import { ganttText } from './gantt.ts'
import type { PackageFact } from './facts.ts'
import { bytes, counted, duration, factor, sparkline } from './format.ts'
import { blocks, code, folded, literal, table } from './markdown.ts'
import { slowReason, type PackageRow } from './packages.ts'
import type { PathStep } from './critical-path.ts'
import type { RunReport } from './run-report.ts'
import { mayBeOffPercent } from './serial-estimate.ts'
import { TELLING_SPEEDUP, verdictSentence } from './verdict.ts'

/** What a summary is about, beside the run itself. */
export interface SummaryOptions {
  /** Heading: the step, or what the user calls it. */
  readonly title: string
  /** Undefined: nobody keeps a history. */
  readonly changes?: BaseChanges | undefined
  /** Largest size of the text; GitHub shows at most 1 MiB a step. */
  readonly limitBytes?: number
}

const GITHUB_LIMIT_BYTES = 1 << 20
const SLOWEST = 5
const LONGEST_FAILURE = 20_000

/** The job summary of one run in GitHub's markdown: the verdict first, everything else shorter or folded away. */
export function summaryMarkdown(report: RunReport, options: SummaryOptions): string {
  const limit = options.limitBytes ?? GITHUB_LIMIT_BYTES
  const head = [`### ${literal(options.title)}`, verdictSentence(report), failureBlock(report), phaseTable(report), slowestTable(report), changesBlock(options.changes)]
  const tail = [ganttBlock(report), cacheBlock(report), pathBlock(report), packagesBlock(report), howBlock(report)]
  const whole = blocks(...head, ...tail)
  if (Buffer.byteLength(whole) <= limit) return `${whole}\n`
  const shorter = blocks(...head, ganttBlock(report), cacheBlock(report), pathBlock(report), packagesBlock(report, roomFor(report, head, limit)), howBlock(report))
  return `${Buffer.byteLength(shorter) <= limit ? shorter : blocks(...head)}\n`
}

/** How many package rows fit beside the rest, assuming rows of the average length. */
function roomFor(report: RunReport, head: readonly (string | undefined)[], limit: number): number {
  const rest = Buffer.byteLength(blocks(...head, ganttBlock(report), cacheBlock(report), pathBlock(report), howBlock(report)))
  const row = Buffer.byteLength(packagesBlock(report)) / Math.max(1, report.facts.packages.length)
  return Math.max(0, Math.floor((limit - rest - 2000) / (row * 1.2)))
}

function failureBlock({ facts }: RunReport): string | undefined {
  if (facts.failure === undefined) return undefined
  const text = (facts.failure.text ?? facts.failure.message).replaceAll('```', "'''")
  return `\`\`\`text\n${text.length <= LONGEST_FAILURE ? text : `${text.slice(0, LONGEST_FAILURE)}\n… (the log has all of it)`}\n\`\`\``
}

function phaseTable({ phases }: RunReport): string {
  const rows = phases.map((phase) => [
    phase.title,
    duration(phase.tookMs),
    phase.tasks > 1 ? duration(phase.workMs) : '',
    phase.tasks > 1 ? String(phase.tasks) : '',
    phase.atOnce > 1 ? String(phase.atOnce) : '',
    phase.bytes > 0 ? bytes(phase.bytes) : '',
  ])
  return table([['Phase', 'left'], ['Took', 'right'], ['Work', 'right'], ['Tasks', 'right'], ['At once', 'right'], ['Bytes', 'right']], rows)
}

function slowestTable({ packages }: RunReport): string | undefined {
  const slowest = packages.filter(({ workMs }) => workMs > 0).slice(0, SLOWEST)
  if (slowest.length === 0) return undefined
  const rows = slowest.map((row) => [code(`${row.name} ${row.version}`), duration(row.workMs), literal(slowReason(row))])
  return table([['Slowest packages', 'left'], ['Work', 'right'], ['Mostly', 'left']], rows)
}

function pathBlock(report: RunReport): string {
  const steps = report.criticalPath.filter(({ startMs, endMs, waitedMs }) => endMs - startMs + waitedMs >= report.timeline.durationMs / 100)
  const rows = steps.map((step) => [stepName(step), duration(step.endMs - step.startMs), step.waitedMs < 1 ? '' : duration(step.waitedMs)])
  const bars = Object.entries(report.concurrency.byResource).filter(([, bins]) => bins.some((value) => value > 0))
  const chart = bars.map(([resource, bins]) => `${resource.padEnd(8)}${sparkline(bins)}  up to ${Math.max(...bins).toFixed(1)} at once`)
  return folded('Critical path and concurrency', blocks(
    'The chain of tasks that the end of the run waited for (steps under 1 % left out):',
    table([['Step', 'left'], ['Work', 'right'], ['Waited before', 'right']], rows),
    `Tasks at work over the ${duration(report.timeline.durationMs)}, ${duration(report.idleMs)} of it with none:`,
    chart.length === 0 ? '' : `\`\`\`text\n${chart.join('\n')}\n\`\`\``,
  ))
}

function ganttBlock(report: RunReport): string {
  const chart = ganttText(report)
  return chart === '' ? '' : folded('When the slowest packages were worked on', `\`\`\`mermaid\n${chart}\n\`\`\``)
}

const STEP_NAMES: Readonly<Record<PathStep['kind'], string>> = {
  restore: 'restore the cache', probe: 'ask the interpreter', configure: 'read requirements and configuration', venv: 'make the environment', page: 'index page',
  metadata: 'metadata', resolve: 'solve', download: 'download', hash: 'verify', build: 'build', stage: 'unpack', link: 'link', plan: 'plan', commit: 'put in place',
  bytecode: 'compile bytecode', save: 'save the cache',
}

function stepName({ kind, subject }: PathStep): string {
  return subject === undefined ? STEP_NAMES[kind] : `${STEP_NAMES[kind]} ${code(subject)}`
}

const CHANGES: Readonly<Record<PackageFact['change'], string>> = { added: 'added', updated: 'updated', reinstalled: 'reinstalled', kept: 'kept' }

/** Every package; at most `limit` rows when given. */
function packagesBlock(report: RunReport, limit = Infinity): string {
  const byName = new Map(report.packages.map((row) => [row.name, row]))
  const facts = [...report.facts.packages].sort((a, b) => (a.name < b.name ? -1 : 1))
  const rows = facts.slice(0, limit).map((fact) => packageCells(fact, byName.get(fact.name)))
  const left = facts.length - rows.length
  const columns = [['Package', 'left'], ['Version', 'left'], ['Change', 'left'], ['Wheel from', 'left'], ['Size', 'right'], ['Download', 'right'], ['Unpack', 'right'], ['Waited', 'right']] as const
  return facts.length === 0 ? '' : folded(`All packages (${facts.length})`, blocks(table(columns, rows), left > 0 ? `… and ${left} more: the timings file lists them all.` : ''))
}

function packageCells(fact: PackageFact, row: PackageRow | undefined): string[] {
  const change = fact.replaces === undefined || fact.change !== 'updated' ? CHANGES[fact.change] : `${literal(fact.replaces)} →`
  const ms = (value: number | undefined): string => (value === undefined || value < 0.5 ? '' : duration(value))
  return [
    code(fact.name), literal(fact.version), change, fact.source ?? '',
    fact.wheelBytes > 0 ? bytes(fact.wheelBytes) : '', ms(row?.downloadMs), ms(row?.unpackMs), ms(row?.waitMs),
  ]
}

function limitsText(limits: RunReport['facts']['limits']): string[] {
  if (limits === undefined) return []
  const threads = limits.threads === 0 ? 'no worker threads' : counted(limits.threads, 'worker thread')
  return [`${counted(limits.cores, 'core')}, ${threads}, up to ${counted(limits.network, 'request')} at once`]
}

function howBlock({ facts, serial, speedup, totals }: RunReport): string {
  const how = [
    '- **Took** is the time in which at least one task of the phase was at work; phases overlap, so it does not add up. **Work** adds the tasks up.',
    serial.kind === 'estimated'
      ? `- **Serial mode** is *estimated*: what this run spent of processor time, waits for the disk, programs, and the waits of a single connection, one after the other. It is a model and may be off by ${mayBeOffPercent({ indexIsHere: facts.indexIsHere ?? false })} %. \`compare: serial\` measures it instead.`
      : '',
    serial.kind === 'estimated' && serial.note !== undefined ? `- ${literal(serial.note)}.` : '',
    serial.kind === 'measured' && serial.by === 'pip' ? '- pip ran with an empty cache of its own, compiling bytecode as it does by default, into a fresh environment that was thrown away.' : '',
    serial.kind === 'measured' && serial.by === 'serial' ? '- Serial mode is the same program with `--jobs 1`, run afterwards into a target that was thrown away, with what the wheel store held when this run began. Neither the measuring nor its wheels count in any other figure.' : '',
    serial.kind === 'measured' ? `- **${serial.by === 'pip' ? 'pip' : 'Serial mode'}** was *measured*${serial.measuredAtMs === undefined ? ' in this run' : ` at ${new Date(serial.measuredAtMs).toISOString()}`}${serial.commit === undefined ? '' : ` (commit ${code(serial.commit)})`}.` : '',
    serial.kind === 'none' ? `- There is no figure for serial mode: ${serial.reason}.` : '',
    totals.networkLostMs < 100 ? '' : `- ${counted(totals.retries, 'request')} had to be tried again; the network's faults cost ${duration(totals.networkLostMs)} (attempts that failed and the waits after them, overlaps counted once).`,
    speedup === undefined || speedup < TELLING_SPEEDUP ? '' : `- ${factor(speedup)} is the time of ${serial.kind === 'measured' && serial.by === 'pip' ? 'pip' : 'serial mode'} over that of this run.`,
    `- ${[facts.platform, ...(facts.python === undefined ? [] : [`Python ${facts.python.version}`]), ...limitsText(facts.limits), `parallel-pip ${facts.version}`].join('; ')}.`,
  ]
  return folded('How these figures were obtained', how.filter((line) => line !== '').join('\n'))
}
