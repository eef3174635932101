import { pointerPrefix } from '../actions-cache/keys.ts'
import { systemClock } from '../kernel/clock.ts'
import { messageOf } from '../kernel/errors.ts'
import { startPointedRestore } from './cache-service.ts'
import { legFacts, readJob, readPlaces } from './event.ts'
import { readInputs } from './inputs.ts'
import type { ActionPrograms } from './run-main.ts'
import { openRunnerCommands } from './workflow-commands.ts'

/**
 * Before the job's first step: begins to restore what this leg used last, so that it arrives while the repository is checked
 * out and Python is set up. Decides nothing and fails nothing: `main` says what is wrong with the inputs.
 */
export function runPre(programs: Pick<ActionPrograms, 'cachePath'>): number {
  const runner = openRunnerCommands()
  try {
    const inputs = readInputs(process.env)
    const job = readJob(process.env)
    const wanted = inputs.earlyRestore && inputs.restoreCache && (inputs.cache === true || (inputs.cache === 'auto' && job.isGithubHosted))
    const isThere = Boolean(process.env['ACTIONS_RESULTS_URL'] || process.env['ACTIONS_CACHE_URL'])
    if (!wanted || !isThere || !job.trust.restore.allowed) {
      runner.line('No early restore')
      return 0
    }
    const prefix = pointerPrefix(legFacts(job, inputs))
    startPointedRestore({ programPath: programs.cachePath, root: readPlaces(process.env).early, env: process.env, clock: systemClock, onLog: () => undefined }, prefix)
    runner.line('Restoring what this job used last while the steps before run')
    runner.debug(`pointer: ${prefix}`)
  } catch (error) {
    runner.line(`No early restore: ${messageOf(error)}`)
  }
  return 0
}
