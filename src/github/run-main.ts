import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { systemClock } from '../kernel/clock.ts'
import { isUserError, UserError } from '../kernel/errors.ts'
import { EventBus } from '../kernel/events.ts'
import { Secrets } from '../kernel/secrets.ts'
import { chromeTrace } from '../report/chrome-trace.ts'
import { consoleDetails, consoleSummary } from '../report/console.ts'
import type { BaseChanges } from '../report/changes.ts'
import { packageChanges } from '../report/history.ts'
import { legReport, readMatrix, type LegReport } from '../report/leg-report.ts'
import type { SerialFact } from '../report/facts.ts'
import type { RunReport } from '../report/run-report.ts'
import { summaryMarkdown } from '../report/summary.ts'
import { timingsJson } from '../report/timings-json.ts'
import { parseCommandLine } from '../requests/options/command-line.ts'
import { registerCredentials } from '../requests/secrets.ts'
import { processWorld } from '../requests/world.ts'
import type { RunContext } from '../run/context.ts'
import { lockOf } from '../run/lock.ts'
import { performInstall, type Performed } from '../run/perform.ts'
import { pipReport } from '../run/pip-report.ts'
import { readEarlyOptions, type EarlyOptions } from '../run/prepare.ts'
import { defaultStoreFolder } from '../run/store-folder.ts'
import type { InstallOutcome, PreparedRun } from '../run/types.ts'
import { storeLayout } from '../store/layout.ts'
import { VERSION } from '../run/version.ts'
import { paint } from '../shell/error-text.ts'
import { Interrupted, interruptStatus, listenForInterrupts, type Interrupts } from '../shell/interrupts.ts'
import { outcomeText } from '../shell/outcome-text.ts'
import { watchRun, type RunWatch } from '../shell/run-watch.ts'
import { formatPylock } from '../standards/pylock.ts'
import { activatePython, activateVenv } from './activate.ts'
import { asksForMore, toArguments } from './arguments.ts'
import { measureComparison } from './compare.ts'
import { joinRestore, openCacheService } from './cache-service.ts'
import { readJob, readPlaces, type JobFacts, type Places } from './event.ts'
import { reportFailure } from './failure.ts'
import { startHeartbeat } from './heartbeat.ts'
import { baseBranch, readHistoryFile } from './history-place.ts'
import { readInputs, type ActionInputs } from './inputs.ts'
import { openActionLog, type ActionLog } from './log.ts'
import { setOutputs } from './outputs.ts'
import { findCachedPython, type CachedPython } from './python.ts'
import { noteEnvironment } from './recovery.ts'
import { findRequirementFiles, type RequirementFiles } from './requirement-files.ts'
import { remakeStore, snapshotStore, type StoreSnapshot } from './store-snapshot.ts'
import { transferFolder } from './transfer-folder.ts'
import { noteTrim } from './trim.ts'
import { chooseCacheMode, openWheelCache, storePlace, writePlan, type CacheMode, type WheelCache } from './wheel-cache.ts'
import { openRunnerCommands, type RunnerCommands } from './workflow-commands.ts'

/** Where the action's other programs lie, which only an entry knows. */
export interface ActionPrograms {
  readonly workerPath: string
  readonly cachePath: string
  readonly cliPath: string
  readonly answerPath: string
}

/** What stays the same from the first line to the last. */
interface Step {
  readonly runner: RunnerCommands
  readonly secrets: Secrets
  readonly job: JobFacts
  readonly places: Places
  readonly programs: ActionPrograms
  readonly interrupts: Interrupts
}

/** The action's main step; returns the exit status. Everything that goes wrong is said and annotated here. */
export async function runMain(programs: ActionPrograms): Promise<number> {
  const runner = openRunnerCommands()
  const secrets = new Secrets()
  const job = readJob(process.env)
  const interrupts = listenForInterrupts((interrupted) => runner.line(`${interrupted.message}: putting things back`))
  const step: Step = { runner, secrets, job, places: readPlaces(process.env), programs, interrupts }
  let cwd = job.workspace
  try {
    const inputs = readInputs(process.env)
    maskInputs(inputs, secrets, runner)
    cwd = workingFolder(inputs, job.workspace)
    await install(inputs, cwd, step)
    return 0
  } catch (error) {
    const reason: unknown = interrupts.signal.aborted ? interrupts.signal.reason : undefined
    if (reason instanceof Interrupted) return interruptStatus(reason)
    reportFailure(error, runner, { cwd, workspace: job.workspace, secrets })
    return 1
  } finally {
    interrupts.close()
  }
}

function workingFolder({ workingDirectory }: ActionInputs, workspace: string): string {
  const folder = path.resolve(workspace, workingDirectory)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder
  throw new UserError('input-missing', `working-directory: there is no folder ${folder}`, { hint: 'is the repository checked out before this step?' })
}

/** Before anything is printed: what the inputs hold of secrets. */
function maskInputs(inputs: ActionInputs, secrets: Secrets, runner: RunnerCommands): void {
  for (const text of [inputs.indexUrl ?? '', ...inputs.extraIndexUrls, ...inputs.packages, inputs.pipArgs]) registerCredentials(text, secrets)
  if (inputs.githubToken !== undefined) secrets.add(inputs.githubToken)
  for (const value of secrets.list()) runner.mask(value)
}

interface ActionRun {
  readonly inputs: ActionInputs
  readonly line: ActionLine
  readonly early: EarlyOptions
  readonly context: RunContext
  readonly log: ActionLog
  readonly watch: RunWatch
  readonly cache: WheelCache
  readonly cachedPython: CachedPython | undefined
}

async function install(inputs: ActionInputs, cwd: string, step: Step): Promise<void> {
  const context = openContext(cwd, step)
  const mode = chooseCacheMode(inputs.cache, step.job, context)
  const cachedPython = inputs.pythonVersion === undefined ? undefined : await findCachedPython(inputs.pythonVersion)
  const line = argumentsFor(inputs, { cwd, mode, cachedPython, step })
  const early = readEarlyOptions(parseCommandLine(line.args), context)
  const log = openActionLog({ ...step, cwd, workspace: step.job.workspace, verbosity: early.options.run.verbosity })
  context.events.listen(log.onEvent)
  const watch = watchRun(context)
  if (mode.kind === 'local') noteTrim(step.places, storeRootOf(early, context), inputs.cacheBudgetMb)
  const cache = openWheelCache({ ...serviceFor(step, log), inputs, job: step.job, places: step.places, mode, cwd, say: log.say, debug: log.debug }, context)
  const run: ActionRun = { inputs, line, early, context, log, watch, cache, cachedPython }
  const heartbeat = startHeartbeat(log.say)
  context.events.listen(heartbeat.onEvent)
  try {
    await performAndReport(run, step)
  } finally {
    heartbeat.stop()
    log.maskSecrets()
  }
}

function openContext(cwd: string, { secrets, interrupts, programs }: Step): RunContext {
  return {
    world: { ...processWorld(), cwd },
    events: new EventBus(systemClock),
    clock: systemClock,
    secrets,
    signal: interrupts.signal,
    workerPath: programs.workerPath,
    version: VERSION,
    readStdin: () => Promise.resolve(Buffer.alloc(0)),
  }
}

interface ArgumentSources {
  readonly cwd: string
  readonly mode: CacheMode
  readonly cachedPython: CachedPython | undefined
  readonly step: Step
}

/** The command line that does what the inputs say, and the files it names. */
interface ActionLine {
  readonly args: readonly string[]
  readonly files: RequirementFiles
}

function argumentsFor(inputs: ActionInputs, { cwd, mode, cachedPython, step }: ArgumentSources): ActionLine {
  const files = findRequirementFiles(inputs, { cwd, asksElsewhere: asksForMore(inputs.pipArgs) })
  if (files.passedOver !== undefined) step.runner.line(`${files.passedOver} is not installed, since other things are named; to have it as well: requirements: ${files.passedOver}`)
  const venv = inputs.venv ?? (inputs.activateEnvironment === true ? '.venv' : undefined)
  const args = toArguments(inputs, { files, pythonPath: cachedPython?.python, venv, store: storePlace(mode, step.places) })
  step.runner.debug(step.secrets.mask(`parallel-pip ${args.join(' ')}`))
  return { args, files }
}

function serviceFor({ programs, places }: Step, log: ActionLog): Pick<Parameters<typeof openWheelCache>[0], 'service' | 'early'> {
  const parts = { programPath: programs.cachePath, env: process.env, clock: systemClock, onLog: log.debug }
  // Links say too little of their files on Windows.
  const unpacking = process.platform === 'win32' ? undefined : { storeRoot: places.store, workerPath: programs.workerPath }
  return { service: openCacheService({ ...parts, unpacking, root: path.join(places.root, 'transfers') }), early: joinRestore({ ...parts, root: places.early }) }
}

async function performAndReport(run: ActionRun, step: Step): Promise<void> {
  const { watch, cache, log, context, inputs } = run
  const snapshot = inputs.compare === 'serial' ? snapshotOf(run) : undefined
  try {
    const performed = await performInstall(run.early, context, {
      onPrepared: async (prepared, means) => {
        watch.prepared(prepared, means)
        noteEnvironment(prepared.environment, step.runner)
        log.maskSecrets()
        log.say(`parallel-pip ${VERSION}: ${prepared.environment.target.implementation} ${prepared.environment.target.version} (${prepared.environment.target.python})`)
      },
      fillStore: cache.fill,
    })
    await finishRun(run, { ...performed, snapshot, endMs: context.clock.nowMs() }, step)
  } catch (error) {
    const report = watch.report({ kind: 'failed', error })
    await writeReports(report, run, step)
    throw error
  }
}

/** Before the run touches it: serial mode is to find the store as this run did. */
function snapshotOf({ early, context }: ActionRun): StoreSnapshot | undefined {
  const root = storeRootOf(early, context)
  return root === undefined ? undefined : snapshotStore(root, context.clock.nowMs())
}

function storeRootOf({ options }: EarlyOptions, { world }: RunContext): string | undefined {
  const { cacheDir } = options.run
  return cacheDir === 'off' ? undefined : (cacheDir?.value ?? defaultStoreFolder(world))
}

interface Ended extends Performed {
  readonly snapshot: StoreSnapshot | undefined
  /** Epoch; what is done after it counts in no figure. */
  readonly endMs: number
}

async function finishRun(run: ActionRun, ended: Ended, step: Step): Promise<void> {
  const { inputs, log, cache, watch } = run
  const { outcome, endMs } = ended
  const finished = await cache.finish(outcome)
  const known = { endMs, ...(finished === undefined ? {} : { cache: finished.fact }) }
  const estimated = watch.report({ kind: 'done', outcome }, known)
  const serial = await compare(run, { ...ended, report: estimated, adopted: finished?.adopted ?? new Set() }, step)
  const report = watch.report({ kind: 'done', outcome }, { ...known, serial })
  await writeReports(report, run, step)
  writePipReport(run, ended, step)
  setOutputs(step.runner, { report, outcome, places: step.places, trace: inputs.trace, pylock: writeLock(ended.run, outcome, step, run.context) })
  if (finished !== undefined) writePlan(step.places, finished.planFor(report))
  activate(run, outcome, step)
  const [head = '', ...lines] = outcomeText(outcome, { dryRun: ended.run.options.install.dryRun, elapsedMs: report.timeline.durationMs, style: paint(false) }).split('\n')
  if (lines.length === 0) log.say(head)
  else log.group(head, lines)
  for (const line of consoleSummary(report)) log.say(line)
  log.group('Where the time went', consoleDetails(report))
  if (inputs.trace) log.say(`Trace, for ui.perfetto.dev or chrome://tracing: ${step.places.trace}`)
}

function compare(run: ActionRun, ended: Ended & { readonly report: RunReport; readonly adopted: ReadonlySet<string> }, { places, programs, secrets }: Step): Promise<SerialFact> {
  const { inputs, line, context, log } = run
  const { snapshot, outcome, report, adopted } = ended
  return measureComparison({
    inputs, ...line, outcome, report,
    folder: path.join(path.dirname(places.timings), 'compare'),
    cwd: context.world.cwd,
    env: context.world.env,
    cliPath: programs.cliPath,
    remakeStore: snapshot === undefined ? undefined : (folder) => remakeStore(folder, snapshot, { layout: storeLayout(snapshot.root), adopted }),
    signal: context.signal,
    say: log.say,
  }).then((serial) => (serial.kind === 'estimated' && serial.note !== undefined ? { ...serial, note: secrets.mask(serial.note) } : serial))
}

function writePipReport({ context }: ActionRun, { run: prepared, outcome }: Ended, { places, secrets }: Step): void {
  const report = pipReport({ ...outcome, environment: prepared.environment.target.environment, version: VERSION })
  const text = `${secrets.mask(JSON.stringify(report, undefined, 2))}\n`
  writeFileSync(places.report, text)
  const { reportFile } = prepared.options.install
  if (reportFile !== undefined && reportFile !== '-') writeFileSync(path.resolve(context.world.cwd, reportFile), text)
}

function activate({ inputs, cachedPython }: ActionRun, { environment }: InstallOutcome, { runner }: Step): void {
  if (environment.venvPath !== undefined && inputs.activateEnvironment !== false) activateVenv(environment.venvPath, environment.target.scheme, runner)
  else if (cachedPython !== undefined) activatePython(cachedPython, runner)
}

/** The lock of what was installed, where --lock-out says or in the job's own folder; undefined when it cannot be made, which is no failure. */
function writeLock({ options }: PreparedRun, outcome: InstallOutcome, { places, secrets }: Step, { world, events }: RunContext): string | undefined {
  const { lockFile } = options.install
  const file = lockFile === undefined || lockFile === '-' ? places.pylock : path.resolve(world.cwd, lockFile)
  try {
    writeFileSync(file, secrets.mask(formatPylock(outcome.lock ?? lockOf({ ...outcome, folder: path.dirname(file) }))))
    return file
  } catch (error) {
    if (!isUserError(error)) throw error
    events.notice('debug', `no pylock.toml was written: ${error.message}`)
    return undefined
  }
}

/** The timings file and the job summary, of failed runs too. */
async function writeReports(report: RunReport, { inputs, early, context }: ActionRun, { places, runner, secrets, job }: Step): Promise<void> {
  mkdirSync(path.dirname(places.timings), { recursive: true })
  const timings = `${secrets.mask(JSON.stringify(timingsJson(report)))}\n`
  writeFileSync(places.timings, timings)
  const named = early.options.run.timingsFile
  if (named !== undefined) writeFileSync(path.resolve(context.world.cwd, named), timings)
  const python = report.facts.python === undefined ? '' : ` for Python ${report.facts.python.version}`
  const leg = legReport(report, { job: job.job, matrix: readMatrix(inputs.leg), step: job.step, attempt: job.runAttempt })
  if (inputs.artifact) writeFileSync(places.leg, secrets.mask(JSON.stringify(leg)))
  if (inputs.trace) writeFileSync(places.trace, secrets.mask(JSON.stringify(chromeTrace(report.timeline))))
  if (inputs.summary) await runner.appendSummary(secrets.mask(summaryMarkdown(report, { title: `Python packages${python}`, changes: inputs.artifact ? changesAgainstBase(leg, places, job) : undefined })))
}

/** From the history that `pre` brought; the report over all jobs keeps it, of jobs that leave their figures. */
function changesAgainstBase(leg: LegReport, { early }: Places, job: JobFacts): BaseChanges {
  const history = readHistoryFile(transferFolder(early).history)
  return { base: baseBranch(job, process.env), changes: history === undefined ? undefined : packageChanges(history, leg) }
}
