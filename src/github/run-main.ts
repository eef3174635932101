import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import type { SavePlan } from '../actions-cache/save-plan.ts'
import { systemClock } from '../kernel/clock.ts'
import { messageOf, UserError } from '../kernel/errors.ts'
import { EventBus } from '../kernel/events.ts'
import { Secrets } from '../kernel/secrets.ts'
import { consoleDetails, consoleSummary } from '../report/console.ts'
import type { SerialFact } from '../report/facts.ts'
import type { RunReport } from '../report/run-report.ts'
import { parseCommandLine } from '../requests/options/command-line.ts'
import { registerCredentials, registerPlace } from '../requests/secrets.ts'
import { processWorld } from '../requests/world.ts'
import type { RunContext } from '../run/context.ts'
import { reportConfig } from '../run/config-report.ts'
import { performInstall, type Performed } from '../run/perform.ts'
import { readEarlyOptions, type EarlyOptions } from '../run/prepare.ts'
import { defaultStoreFolder } from '../run/store-folder.ts'
import { storeLayout } from '../store/layout.ts'
import { VERSION } from '../run/version.ts'
import { configText } from '../shell/config-text.ts'
import { errorText, paint } from '../shell/error-text.ts'
import { Interrupted, interruptStatus, listenForInterrupts, type Interrupts } from '../shell/interrupts.ts'
import { outcomeText } from '../shell/outcome-text.ts'
import { watchRun, type RunWatch } from '../shell/run-watch.ts'
import { activatePython, activateVenv, venvToActivate } from './activate.ts'
import { asksForMore, checkPipArgs, namesFile, toArguments } from './arguments.ts'
import { chooseCacheMode, storePlace, type CacheMode } from './cache-mode.ts'
import { measureComparison } from './compare.ts'
import { joinRestore, openCacheService } from './cache-service.ts'
import { readJob, type JobFacts } from './event.ts'
import { inWorkflow, reportFailure } from './failure.ts'
import { startHeartbeat } from './heartbeat.ts'
import { misspelledInputs, readInputs, type ActionInputs } from './inputs.ts'
import { openNamedLog } from './log-file.ts'
import { openActionLog, type ActionLog } from './log.ts'
import { othersAtRest } from './other-uses.ts'
import { setOutputs } from './outputs.ts'
import { takePlaces, USE_STATE, type Places } from './places.ts'
import { findCachedPython, type CachedPython } from './python.ts'
import { noteEnvironment } from './recovery.ts'
import { checkNamedFiles, noteEarlyFailure, unlessItFails, writeLock, writePipReport, writeReports, type ReportFacts } from './reports.ts'
import { findRequirementFiles, type RequirementFiles } from './requirement-files.ts'
import { remakeStore, snapshotStore, type StoreSnapshot } from './store-snapshot.ts'
import { beginSave } from './saving.ts'
import { noteTrim } from './trim.ts'
import { openWheelCache, writePlan, type WheelCache } from './wheel-cache.ts'
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
  const { places, use } = takePlaces(process.env)
  const step: Step = { runner, secrets, job, places, programs, interrupts }
  let cwd = job.workspace
  let inputs: ActionInputs | undefined
  try {
    runner.saveState(USE_STATE, use)
    inputs = readInputs(process.env)
    maskInputs(inputs, secrets, runner)
    for (const { name, near } of misspelledInputs(process.env)) runner.annotate('warning', `the input ${name} does not exist, and is not read; did you mean ${near.join(' or ')}?`)
    cwd = workingFolder(inputs, job.workspace)
    await install(inputs, cwd, step)
    return 0
  } catch (error) {
    const reason: unknown = interrupts.signal.aborted ? interrupts.signal.reason : undefined
    if (reason instanceof Interrupted) return interruptStatus(reason)
    reportFailure(error, runner, { cwd, workspace: job.workspace, secrets })
    if (inputs !== undefined) noteEarlyFailure(error, { inputs, job, places, secrets })
    return 1
  } finally {
    interrupts.close()
  }
}

function workingFolder({ workingDirectory }: ActionInputs, workspace: string): string {
  const folder = path.resolve(workspace, workingDirectory)
  const stat = statSync(folder, { throwIfNoEntry: false })
  if (stat?.isDirectory() === true) return folder
  const slashed = workingDirectory.replaceAll('\\', '/')
  const hint = stat !== undefined ? 'name the folder that holds it' : existsSync(path.resolve(workspace, slashed)) ? `write it as ${slashed}: that is right on every platform` : 'is the repository checked out before this step?'
  throw new UserError('input-missing', `working-directory: ${stat === undefined ? 'there is no folder' : 'no folder, but a file:'} ${folder}`, { hint })
}

/** Before anything is printed: what the inputs hold of secrets. */
function maskInputs(inputs: ActionInputs, secrets: Secrets, runner: RunnerCommands): void {
  for (const url of [inputs.indexUrl ?? '', ...inputs.extraIndexUrls]) registerPlace(url, secrets)
  for (const text of [...inputs.packages, inputs.pipArgs]) registerCredentials(text, secrets)
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
  checkPipArgs(inputs.pipArgs)
  const context = openContext(cwd, step)
  const mode = chooseCacheMode(inputs.cache, step.job, context)
  const cachedPython = inputs.pythonVersion === undefined ? undefined : await findCachedPython(inputs.pythonVersion)
  const line = argumentsFor(inputs, { cwd, mode, cachedPython, step })
  const early = readEarlyOptions(parseCommandLine(line.args), context)
  checkNamedFiles(early, cwd)
  const log = openActionLog({ ...step, cwd, workspace: step.job.workspace, verbosity: early.options.run.verbosity })
  context.events.listen(log.onEvent)
  if (early.options.run.debugConfig) return log.say(`${configText(await reportConfig(early, context))}\nNothing is installed (--debug-config)`)
  const named = openNamedLog(early, context)
  const watch = watchRun(context)
  if (mode.kind === 'local') keepHere(mode, { root: storeRootOf(early, context), inputs, step, log })
  const cache = openWheelCache({ ...serviceFor(step, log), inputs, job: step.job, places: step.places, mode, cwd, say: log.say, debug: log.debug }, context)
  const run: ActionRun = { inputs, line, early, context, log, watch, cache, cachedPython }
  const heartbeat = startHeartbeat(log.say)
  context.events.listen(heartbeat.onEvent)
  try {
    const done = await performAndReport(run, step)
    named?.say(done)
  } catch (error) {
    named?.warn(errorText(error, paint(false)))
    throw error
  } finally {
    heartbeat.stop()
    log.maskSecrets()
  }
}

/** Wheels stay on this disk. */
function keepHere({ why }: Extract<CacheMode, { kind: 'local' }>, { root, inputs, step, log }: { readonly root: string | undefined; readonly inputs: ActionInputs; readonly step: Step; readonly log: ActionLog }): void {
  if (root === undefined) return
  log.say(`Cache: wheels are kept on this disk, in ${root} (${why}); the cache service is not asked`)
  noteTrim(step.places, root, inputs.cacheBudgetMb)
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
  const args = toArguments(inputs, { files, pythonPath: cachedPython?.python, venv: venvToActivate(inputs, cwd), store: storePlace(mode, step.places) })
  if (files.passedOver !== undefined && !namesFile(args, files.passedOver, cwd)) step.runner.line(`${files.passedOver} is not installed, since other things are named; to have it as well: requirements: ${files.passedOver}`)
  step.runner.debug(step.secrets.mask(`parallel-pip ${args.join(' ')}`))
  return { args, files }
}

function serviceFor({ programs, places }: Step, log: ActionLog): Pick<Parameters<typeof openWheelCache>[0], 'service' | 'early'> {
  const parts = { programPath: programs.cachePath, env: process.env, clock: systemClock, onLog: log.debug }
  // Links say too little of their files on Windows.
  const unpacking = process.platform === 'win32' ? undefined : { storeRoot: places.store, workerPath: programs.workerPath }
  return { service: openCacheService({ ...parts, unpacking, root: path.join(places.root, 'transfers') }), early: joinRestore({ ...parts, root: places.early }) }
}

/** Gives what was installed, in words. */
async function performAndReport(run: ActionRun, step: Step): Promise<string> {
  const { inputs, context } = run
  const snapshot = inputs.compare === 'serial' ? snapshotOf(run) : undefined
  const performed = await perform(run, step)
  // What fails from here on is no failure of the installation.
  return await finishRun(run, { ...performed, snapshot, endMs: context.clock.nowMs() }, step)
}

async function perform(run: ActionRun, step: Step): Promise<Performed> {
  const { watch, cache, log, context } = run
  try {
    return await performInstall(run.early, context, {
      onPrepared: async (prepared, means) => {
        watch.prepared(prepared, means)
        noteEnvironment(prepared.environment, step.runner)
        log.maskSecrets()
        log.say(`parallel-pip ${VERSION}: ${prepared.environment.target.implementation} ${prepared.environment.target.version} (${prepared.environment.target.python})`)
      },
      fillStore: cache.fill,
    })
  } catch (error) {
    const facts: ReportFacts = { ...run, ...step }
    await writeReports(watch.report({ kind: 'failed', error: inWorkflow(error) }), facts)
    await unlessItFails('the outputs', facts, () => step.runner.setOutput('timings', step.places.timings))
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

async function finishRun(run: ActionRun, ended: Ended, step: Step): Promise<string> {
  const { inputs, log, cache, watch } = run
  const { outcome, endMs } = ended
  const finished = await cache.finish(outcome)
  const known = { endMs, ...(finished === undefined ? {} : { cache: finished.fact }) }
  const estimated = watch.report({ kind: 'done', outcome }, known)
  const serial = await compare(run, { ...ended, report: estimated, adopted: finished?.adopted ?? new Set() }, step)
  const report = watch.report({ kind: 'done', outcome }, { ...known, serial })
  const facts: ReportFacts = { ...run, ...step }
  await writeReports(report, facts)
  await writePipReport(ended, facts)
  setOutputs(step.runner, { report, outcome, places: step.places, trace: inputs.trace, pylock: await writeLock(ended, facts) })
  const plan = finished?.planFor(report)
  if (plan !== undefined) writePlan(step.places, plan)
  activate(run, ended, step)
  const done = outcomeText(outcome, { dryRun: ended.run.options.install.dryRun, elapsedMs: report.timeline.durationMs, style: paint(false) })
  const [head = '', ...lines] = done.split('\n')
  if (lines.length === 0) log.say(head)
  else log.group(head, lines)
  for (const line of consoleSummary(report)) log.say(line)
  log.group('Where the time went', consoleDetails(report))
  if (inputs.trace) log.say(`Trace, for ui.perfetto.dev or chrome://tracing: ${step.places.trace}`)
  if (plan !== undefined) await beginSaving(plan, run, step)
  return done
}

/** Last of all, so that it takes no time from this step. Without it, `post` saves. */
async function beginSaving(plan: SavePlan, { log }: ActionRun, { places, programs }: Step): Promise<void> {
  try {
    if (await beginSave(plan, places, { programPath: programs.cachePath, env: process.env, clock: systemClock, onLog: log.debug })) log.debug('cache: saving has begun')
  } catch (error) {
    log.debug(`cache: saving is left to the last step: ${messageOf(error)}`)
  }
}

/** What takes longer to end is not waited for before something is measured. */
const LONGEST_OTHERS_MS = 30_000

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
    othersAtRest: () => othersAtRest(places.root, { clock: context.clock, limitMs: LONGEST_OTHERS_MS, signal: context.signal }),
    signal: context.signal,
    say: log.say,
  }).then((serial) => (serial.kind === 'estimated' && serial.note !== undefined ? { ...serial, note: secrets.mask(serial.note) } : serial))
}

function activate({ inputs, cachedPython }: ActionRun, { run, outcome: { environment } }: Performed, { runner }: Step): void {
  if (run.options.install.dryRun) return
  if (environment.venvPath !== undefined && inputs.activateEnvironment !== false) activateVenv(environment.venvPath, environment.target.scheme, runner)
  else if (cachedPython !== undefined) activatePython(cachedPython, runner)
}
