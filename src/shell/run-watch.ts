import { availableParallelism } from 'node:os'
import type { ErrorCode } from '../kernel/error-codes.ts'
import { isUserError, messageOf } from '../kernel/errors.ts'
import type { CacheFact, PackageFact, RunFacts, SerialFact } from '../report/facts.ts'
import { openRecorder } from '../report/recorder.ts'
import { makeReport, type RunReport } from '../report/run-report.ts'
import { buildTimeline } from '../report/timeline.ts'
import type { PackageAction } from '../run/actions.ts'
import { isOnThisMachine } from '../requests/locations.ts'
import type { RunContext } from '../run/context.ts'
import type { InstallOutcome, PreparedRun, RunMeans } from '../run/types.ts'
import { watchEffort } from './effort.ts'
import { errorText, paint } from './error-text.ts'

/** How a run ended: what it came to, or what it threw. */
export type Ending =
  | { readonly kind: 'done'; readonly outcome: InstallOutcome }
  | { readonly kind: 'failed'; readonly error: unknown }

/** What the caller knows beside the events. */
export interface ReportFacts {
  readonly serial?: SerialFact
  readonly cache?: CacheFact
  /** Epoch; default: now. */
  readonly endMs?: number
}

/** Watches one run from its start, for the report at its end. */
export interface RunWatch {
  /** For `PerformHooks.onPrepared`. */
  prepared(run: PreparedRun, means: RunMeans): void
  /** Ends the watch, at `endMs` (epoch) or now; failures too have a report. */
  report(ending: Ending, facts?: ReportFacts): RunReport
  readonly startedMs: number
}

/** Watches a run; to be called before anything of it begins. */
export function watchRun(context: RunContext): RunWatch {
  const recorder = openRecorder()
  context.events.listen(recorder.onEvent)
  const startedMs = context.clock.nowMs()
  const effort = watchEffort()
  let known: { readonly run: PreparedRun; readonly means: RunMeans } | undefined
  return {
    startedMs,
    prepared: (run, means) => {
      known = { run, means }
    },
    report: (ending, { serial, cache, endMs = context.clock.nowMs() } = {}) => {
      const timeline = buildTimeline(recorder.events(), { startMs: startedMs, endMs })
      return makeReport(timeline, { ...factsOf(ending, known, context), effort: effort(), serial, ...(cache === undefined ? {} : { cache }) })
    },
  }
}

function factsOf(ending: Ending, known: { readonly run: PreparedRun; readonly means: RunMeans } | undefined, context: RunContext): Omit<RunFacts, 'serial'> {
  const target = known?.run.environment.target
  const limits = known?.means.limits
  return {
    version: context.version,
    outcome: outcomeName(ending, known?.run),
    ...(ending.kind === 'failed' ? { failure: failureOf(ending.error, context) } : {}),
    python: target === undefined ? undefined : { version: target.version, path: target.python },
    platform: `${process.platform}-${process.arch}`,
    indexIsHere: known !== undefined && known.run.indexUrls.every(isOnThisMachine),
    limits: limits === undefined ? undefined : { network: limits.network.total, threads: limits.threads, cores: availableParallelism() },
    packages: ending.kind === 'done' ? packageFacts(ending.outcome) : [],
  }
}

function outcomeName(ending: Ending, run: PreparedRun | undefined): RunFacts['outcome'] {
  if (ending.kind === 'failed') return 'failed'
  if (run?.options.install.dryRun === true) return 'dry-run'
  return ending.outcome.actions.some((action) => action.kind === 'install') ? 'installed' : 'nothing-to-do'
}

/** Whatever a run that was told to end was doing then, that it was told is why it ended. */
function failureOf(error: unknown, context: RunContext): { code: ErrorCode | 'bug'; message: string; text?: string } {
  if (context.signal.aborted) return { code: 'interrupted', message: messageOf(context.signal.reason) }
  const message = context.secrets.mask(messageOf(error))
  return isUserError(error) ? { code: error.code, message, text: context.secrets.mask(errorText(error, paint(false))) } : { code: 'bug', message }
}

function packageFacts({ actions, wheels }: InstallOutcome): PackageFact[] {
  return actions.map((action) => {
    const { item } = action
    const wheel = wheels.get(item.name)
    const requiredBy = item.requiredBy.flatMap(({ name }) => (name === undefined ? [] : [name]))
    const base = { name: item.name, version: item.version.text, wheelBytes: wheel?.sizeBytes ?? 0, requested: item.userRequirements.length > 0, requiredBy: [...new Set(requiredBy)] }
    return { ...base, source: wheel?.source, ...changeOf(action) }
  })
}

function changeOf(action: PackageAction): Pick<PackageFact, 'change' | 'replaces'> {
  if (action.kind === 'keep') return { change: 'kept' }
  if (action.replaces === undefined) return { change: 'added' }
  const replaces = action.replaces.version.text
  return replaces === action.item.version.text ? { change: 'reinstalled', replaces } : { change: 'updated', replaces }
}
