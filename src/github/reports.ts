import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isUserError, messageOf } from '../kernel/errors.ts'
import type { Secrets } from '../kernel/secrets.ts'
import type { BaseChanges } from '../report/changes.ts'
import { chromeTrace } from '../report/chrome-trace.ts'
import { packageChanges } from '../report/history.ts'
import { failedLeg, legReport, readMatrix, type LegName, type LegReport } from '../report/leg-report.ts'
import type { RunReport } from '../report/run-report.ts'
import { summaryMarkdown } from '../report/summary.ts'
import { timingsJson } from '../report/timings-json.ts'
import type { RunContext } from '../run/context.ts'
import { lockOf } from '../run/lock.ts'
import type { Performed } from '../run/perform.ts'
import { pipReport } from '../run/pip-report.ts'
import type { EarlyOptions } from '../run/prepare.ts'
import { VERSION } from '../run/version.ts'
import { checkOutputFiles, writeOutput } from '../shell/output-files.ts'
import { formatPylock } from '../standards/pylock.ts'
import { baseBranch, readHistoryFile } from './history-place.ts'
import type { JobFacts } from './event.ts'
import type { ActionInputs } from './inputs.ts'
import type { Places } from './places.ts'
import { transferFolder } from './transfer-folder.ts'
import type { RunnerCommands } from './workflow-commands.ts'

/** What the files about a run are made of and for. */
export interface ReportFacts {
  readonly inputs: ActionInputs
  readonly early: EarlyOptions
  readonly context: RunContext
  readonly runner: RunnerCommands
  readonly secrets: Secrets
  readonly job: JobFacts
  readonly places: Places
}

/**
 * The timings file, the job summary and what else tells of a run, of failed ones too. Throws where a file that the user named
 * cannot be written; for want of our own no run fails: they are warned of.
 */
export async function writeReports(report: RunReport, facts: ReportFacts): Promise<void> {
  const { inputs, early, context, places, secrets, job, runner } = facts
  const timings = `${secrets.mask(JSON.stringify(timingsJson(report)))}\n`
  const leg = legReport(report, nameOf(inputs, job))
  await unlessItFails('the timings', facts, () => {
    mkdirSync(path.dirname(places.timings), { recursive: true })
    writeFileSync(places.timings, timings)
    if (inputs.artifact) writeFileSync(places.leg, secrets.mask(JSON.stringify(leg)))
    if (inputs.trace) writeFileSync(places.trace, secrets.mask(JSON.stringify(chromeTrace(report.timeline))))
  })
  const changes = inputs.artifact ? changesAgainstBase(leg, facts) : undefined
  if (inputs.summary) await unlessItFails('the job summary', facts, () => runner.appendSummary(secrets.mask(summaryMarkdown(report, { title: summaryTitle(report, facts), changes }))))
  const named = early.options.run.timingsFile
  if (named !== undefined) await writeOutput(path.resolve(context.world.cwd, named), timings)
}

function nameOf({ leg, workingDirectory }: ActionInputs, { job, step, runAttempt }: JobFacts): LegName & { readonly attempt: number } {
  return { job, matrix: readMatrix(leg), step, ...(workingDirectory === '.' ? {} : { folder: workingDirectory }), attempt: runAttempt }
}

/** For the report over all jobs, of a use that failed before it came to a run: without it, the job would be missing there. Never throws. */
export function noteEarlyFailure(error: unknown, { inputs, job, places, secrets }: Pick<ReportFacts, 'inputs' | 'job' | 'places' | 'secrets'>): void {
  if (!inputs.artifact || existsSync(places.leg)) return
  try {
    mkdirSync(path.dirname(places.leg), { recursive: true })
    writeFileSync(places.leg, secrets.mask(JSON.stringify(failedLeg({ code: isUserError(error) ? error.code : 'bug', message: messageOf(error) }, nameOf(inputs, job)))))
  } catch {
    // Why the run failed is said all the same.
  }
}

/** What tells the summaries of one job apart: the Python, the folder, and the step's id where somebody gave it one. */
function summaryTitle({ facts }: RunReport, { inputs, job }: ReportFacts): string {
  const python = facts.python === undefined ? '' : ` for Python ${facts.python.version}`
  const folder = inputs.workingDirectory === '.' ? '' : ` in ${inputs.workingDirectory}`
  const step = job.step === '' || job.step.startsWith('__') || /^\d+$/.test(job.step) ? '' : ` (${job.step})`
  return `Python packages${python}${folder}${step}`
}

/** Does what no run fails for; warns that it `could not be written`. */
export async function unlessItFails(what: string, { runner, secrets }: ReportFacts, write: () => void | Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    runner.annotate('warning', secrets.mask(`${what} could not be written: ${messageOf(error)}`))
  }
}

/** From the history that `pre` brought; the report over all jobs keeps it, of jobs that leave their figures. */
function changesAgainstBase(leg: LegReport, { places, job }: ReportFacts): BaseChanges {
  const history = readHistoryFile(transferFolder(places.early).history)
  return { base: baseBranch(job, process.env), changes: history === undefined ? undefined : packageChanges(history, leg) }
}

/** pip's installation report, where `--report` says too. */
export async function writePipReport({ run: prepared, outcome }: Performed, facts: ReportFacts): Promise<void> {
  const { context, places, secrets } = facts
  const report = pipReport({ ...outcome, environment: prepared.environment.target.environment, version: VERSION, secrets })
  const text = `${secrets.mask(JSON.stringify(report, undefined, 2))}\n`
  await unlessItFails('the installation report', facts, () => writeFileSync(places.report, text))
  await writeNamed(prepared.options.install.reportFile, text, context, facts)
}

/** The lock of what was installed, where --lock-out says or in the job's own folder; undefined when it cannot be made, which is no failure. */
export async function writeLock({ run, outcome }: Performed, facts: ReportFacts): Promise<string | undefined> {
  const { places, context } = facts
  const { lockFile } = run.options.install
  const file = lockFile === undefined || lockFile === '-' ? places.pylock : path.resolve(context.world.cwd, lockFile)
  const text = lockText(outcome, file, facts)
  if (text === undefined) return undefined
  await writeNamed(lockFile, text, context, facts)
  if (file === places.pylock) await unlessItFails('the lock', facts, () => writeFileSync(file, text))
  return file
}

function lockText(outcome: Performed['outcome'], file: string, { context, secrets }: ReportFacts): string | undefined {
  try {
    return formatPylock(outcome.lock ?? lockOf({ ...outcome, folder: path.dirname(file), secrets }))
  } catch (error) {
    if (!isUserError(error)) throw error
    context.events.notice('debug', `no pylock.toml was written: ${error.message}`)
    return undefined
  }
}

/** Before a run: files that the user named can be written, or `input-missing` is thrown. */
export function checkNamedFiles({ options }: EarlyOptions, cwd: string): void {
  const { run, install } = options
  const named = [{ flag: '--report', file: install.reportFile }, { flag: '--lock-out', file: install.lockFile }, { flag: '--timings', file: run.timingsFile }]
  checkOutputFiles(named.map(({ flag, file }) => ({ flag, file: file === undefined || file === '-' ? file : path.resolve(cwd, file) })))
}

/** `-`, which is standard output, is the log. */
async function writeNamed(file: string | undefined, text: string, { world }: RunContext, { runner }: ReportFacts): Promise<void> {
  if (file === '-') runner.line(text)
  else if (file !== undefined) await writeOutput(path.resolve(world.cwd, file), text)
}
