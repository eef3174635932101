import { systemClock } from '../kernel/clock.ts'
import { UserError, isUserError } from '../kernel/errors.ts'
import { EventBus } from '../kernel/events.ts'
import { Secrets } from '../kernel/secrets.ts'
import { isTyped, parseCommandLine, type CommandLine } from '../requests/options/command-line.ts'
import { helpText } from '../requests/options/help.ts'
import type { InstallOptions } from '../requests/install-options.ts'
import { processWorld } from '../requests/world.ts'
import type { RunContext } from '../run/context.ts'
import { performCheck } from '../run/check.ts'
import { reportConfig } from '../run/config-report.ts'
import { performInstall } from '../run/perform.ts'
import { pipReport } from '../run/pip-report.ts'
import { readEarlyOptions } from '../run/prepare.ts'
import { waitForRuns } from '../run/environment-lock.ts'
import type { InstallOutcome } from '../run/types.ts'
import { VERSION } from '../run/version.ts'
import { consoleDetails, consoleSummary } from '../report/console.ts'
import type { RunReport } from '../report/run-report.ts'
import { timingsJson } from '../report/timings-json.ts'
import { formatPylock } from '../standards/pylock.ts'
import { CACHE_USAGE, cacheCommand, type CacheCommandFacts } from './cache-command.ts'
import { configText } from './config-text.ts'
import { errorText, paint, type Paint } from './error-text.ts'
import { Interrupted, interruptStatus, listenForInterrupts } from './interrupts.ts'
import { openLogFile } from './log-file.ts'
import { outcomeText } from './outcome-text.ts'
import { outliveReaders } from './outlive-readers.ts'
import { checkOutputFiles, writeOutput } from './output-files.ts'
import { openProgressLine } from './progress-line.ts'
import { openPrinter, type Printer } from './printer.ts'
import { watchRun } from './run-watch.ts'

const USAGE = `Usage: parallel-pip install [options] [requirement ...]\n       parallel-pip check [--repair] [options]\n${CACHE_USAGE.replace('Usage:', '      ')}`

/** What the program around the command line gives it. */
export interface Shell {
  readonly args: readonly string[]
  readonly workerPath: string
}

/** Runs one command line; returns the exit status: 0, 1 (could not), 2 (a command line or configuration that cannot be read), 3 (not in a virtual environment, which is required), 130, 143 and 129 (signals). */
export async function runCli(shell: Shell): Promise<number> {
  const plain = paint(false)
  const secrets = new Secrets()
  const output = outliveReaders()
  try {
    const status = await runLine(shell, secrets)
    return status === 0 && (await output.isLost()) ? 1 : status
  } catch (error) {
    process.stderr.write(`${secrets.mask(errorText(error, plain))}\n`)
    return isUserError(error) && error.code === 'usage' ? 2 : statusOf(error)
  }
}

/** pip's: whatever else is wrong with what was asked is 1. */
function statusOf(error: unknown): number {
  if (!isUserError(error)) return 1
  return error.code === 'virtualenv-missing' ? 3 : error.code === 'config-syntax' ? 2 : 1
}

async function runLine(shell: Shell, secrets: Secrets): Promise<number> {
  const line = parseCommandLine(shell.args)
  if (isTyped(line, 'version')) return print(`parallel-pip ${VERSION}`)
  if (isTyped(line, 'help') || (line.command === undefined && line.settings.length === 0)) return print(`${USAGE}\n\n${helpText(process.stdout.columns ?? 100)}`)
  if (line.command === 'cache') return print((await cacheCommand(line, cacheFacts())).join('\n'))
  return await runCommand(commandNamed(line), line, shell, secrets)
}

function cacheFacts(): CacheCommandFacts {
  const [world, events] = [processWorld(), new EventBus(systemClock)]
  events.listen((event) => {
    if (event.kind === 'notice' && event.level !== 'debug') process.stderr.write(`${event.text}\n`)
  })
  return { world, nowMs: systemClock.nowMs(), runsEnded: () => waitForRuns({ world, events, clock: systemClock, signal: new AbortController().signal }) }
}

type Command = 'install' | 'check'

/** Options that only one command knows. */
const OWNED = [['repair', 'check'], ['cache-budget-mb', 'cache prune']] as const

function commandNamed(line: CommandLine): Command {
  const { command } = line
  if (command !== 'check' && command !== 'install') throw new UserError('usage', command === undefined ? 'a command is missing' : `there is no command "${command}"`, { hint: USAGE })
  for (const [field, owner] of OWNED) {
    if (owner !== command && isTyped(line, field)) throw new UserError('usage', `--${field} belongs to ${owner}`, { hint: USAGE })
  }
  return command
}

function print(text: string): number {
  process.stdout.write(`${text}\n`)
  return 0
}

async function runCommand(command: Command, line: CommandLine, shell: Shell, secrets: Secrets): Promise<number> {
  const events = new EventBus(systemClock)
  const interrupts = listenForInterrupts((interrupted) => process.stderr.write(`\n${interrupted.message}: putting things back; once more to leave at once\n`))
  const context: RunContext = { world: processWorld(), events, clock: systemClock, secrets, signal: interrupts.signal, workerPath: shell.workerPath, version: VERSION, readStdin }
  const early = readEarlyOptions(line, context)
  const style = paint(early.options.run.color && process.stdout.isTTY)
  const { run: settings, install: { reportFile, lockFile } } = early.options
  checkOutputFiles([{ flag: '--report', file: reportFile }, { flag: '--lock-out', file: lockFile }, { flag: '--timings', file: settings.timingsFile }])
  const log = settings.logFile === undefined ? {} : { log: openLogFile(settings.logFile, (text) => events.notice('warning', text)) }
  const progress = openProgressLine({ stream: process.stderr, asked: settings.progress, verbosity: settings.verbosity, terminal: context.world.env['TERM'], mask: (text) => secrets.mask(text), nowMs: () => systemClock.nowMs() })
  const [out, err] = [progress.above([reportFile, lockFile].includes('-') ? process.stderr : process.stdout), progress.above(process.stderr)]
  const printer = openPrinter({ out, err, verbosity: settings.verbosity, style, secrets, ...log })
  events.listen(printer.onEvent)
  events.listen(progress.onEvent)
  try {
    if (command === 'check') return await checkAndReport(early, isTyped(line, 'repair'), printer, context)
    if (settings.debugConfig) printer.say(configText(await reportConfig(early, context)), -3)
    else await runAndReport({ early, printer, style }, context)
    return 0
  } catch (error) {
    const reason: unknown = interrupts.signal.aborted ? interrupts.signal.reason : undefined
    if (reason instanceof Interrupted) return interruptStatus(reason)
    // However quiet: pip says even with -qqq why it failed.
    printer.warn(errorText(error, style), -3)
    return statusOf(error)
  } finally {
    progress.close()
    interrupts.close()
  }
}

/** pip's words and status. */
async function checkAndReport(early: CliRun['early'], repair: boolean, printer: Printer, context: RunContext): Promise<number> {
  const faults = await performCheck(early, { repair }, context)
  for (const line of faults) printer.say(line)
  if (faults.length === 0) printer.say('No broken requirements found.')
  return faults.length === 0 ? 0 : 1
}

interface CliRun {
  readonly early: ReturnType<typeof readEarlyOptions>
  readonly printer: Printer
  readonly style: Paint
}

async function runAndReport(cli: CliRun, context: RunContext): Promise<void> {
  const watch = watchRun(context)
  const { timingsFile } = cli.early.options.run
  try {
    const { run, outcome } = await performInstall(cli.early, context, { onPrepared: async (prepared, means) => watch.prepared(prepared, means), writesReport: cli.early.options.install.reportFile !== undefined })
    const endMs = context.clock.nowMs()
    await writeReport(run.options.install, () => pipReport({ ...outcome, environment: run.environment.target.environment, version: VERSION, secrets: context.secrets }))
    await writeLock(run.options.install, outcome)
    // Making the report of a large set takes longer than nothing to do.
    if (timingsFile === undefined && !cli.printer.isHeard(0)) return
    const report = watch.report({ kind: 'done', outcome }, { endMs })
    await writeTimings(timingsFile, report)
    cli.printer.say(outcomeText(outcome, { dryRun: run.options.install.dryRun, elapsedMs: report.timeline.durationMs, style: cli.style }))
    for (const line of consoleSummary(report)) cli.printer.say(cli.style.dim(line))
    for (const line of consoleDetails(report)) cli.printer.say(line, 1)
  } catch (error) {
    await writeTimings(timingsFile, watch.report({ kind: 'failed', error }))
    throw error
  }
}

async function writeTimings(file: string | undefined, report: RunReport): Promise<void> {
  if (file !== undefined) await writeOutput(file, `${JSON.stringify(timingsJson(report))}\n`)
}

async function writeReport(settings: InstallOptions['install'], make: () => object): Promise<void> {
  if (settings.reportFile !== undefined) await writeOutput(settings.reportFile, `${JSON.stringify(make(), undefined, 2)}\n`)
}

async function writeLock({ lockFile }: InstallOptions['install'], { lock }: InstallOutcome): Promise<void> {
  if (lockFile !== undefined && lock !== undefined) await writeOutput(lockFile, formatPylock(lock))
}

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
