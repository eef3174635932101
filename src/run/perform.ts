import { diskError, limitError } from '../kernel/disk-error.ts'
import { adviceFor } from './advice.ts'
import type { RunContext } from './context.ts'
import { runInstall } from './install.ts'
import { openMeans, prepareRun, type EarlyOptions } from './prepare.ts'
import type { InstallOutcome, PreparedRun, RunMeans } from './types.ts'

/** Where a front end takes part in a run. */
export interface PerformHooks {
  /** Called when the target, the options and the requirements are known and nothing was asked of the network yet. */
  readonly onPrepared?: (run: PreparedRun, means: RunMeans) => Promise<void>
  /**
   * Begins to bring wheels into the store from elsewhere, after `onPrepared`. The run goes on at once, and looks for wheels in
   * the store, or downloads them, when this resolves. Must not reject.
   */
  readonly fillStore?: (run: PreparedRun, means: RunMeans) => Promise<void>
  /** False: nobody will make pip's report of what the run came to, and METADATA need not be read for it. */
  readonly writesReport?: boolean
}

/** What was asked, and what it came to. */
export interface Performed {
  readonly run: PreparedRun
  readonly outcome: InstallOutcome
}

/**
 * A whole run, from options to a finished environment, with everything it opens closed at its end. The command line and the
 * action both do just this. Throws what preparing and installing throw; then the environment is what it was.
 */
export async function performInstall(early: EarlyOptions, context: RunContext, hooks: PerformHooks = {}): Promise<Performed> {
  const means = await openMeans(early.options, context)
  const onAbort = (): void => means.pool.stop(context.signal.reason as Error)
  context.signal.addEventListener('abort', onAbort)
  try {
    const run = await prepareRun(early, means, context)
    try {
      await hooks.onPrepared?.(run, means)
      const storeReady = hooks.fillStore?.(run, means) ?? means.storeReady
      const outcome = await runInstall(run, { ...means, storeReady, writesReport: hooks.writesReport ?? true }, context)
      for (const line of adviceFor(outcome, run.options, context.world)) context.events.notice('warning', line)
      return { run, outcome }
    } finally {
      await run.environment.discard()
    }
  } catch (error) {
    throw diskError(limitError(error), { doing: 'the run' })
  } finally {
    context.signal.removeEventListener('abort', onAbort)
    await means.pool.close()
    await means.storeFolder.close()
  }
}
