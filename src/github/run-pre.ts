import path from 'node:path'
import { machinePrefix, pointerPrefix } from '../actions-cache/keys.ts'
import { systemClock } from '../kernel/clock.ts'
import { messageOf } from '../kernel/errors.ts'
import { startPointedRestore } from './cache-service.ts'
import { legFacts, readJob, readPlaces } from './event.ts'
import { baseBranch, historyPrefix } from './history-place.ts'
import { readInputs } from './inputs.ts'
import type { ActionPrograms } from './run-main.ts'

/**
 * Before the job's first step: begins to restore what this leg used last, so that it arrives while the repository is checked
 * out and Python is set up. Decides nothing and fails nothing: `main` says what is wrong with the inputs.
 */
export function runPre(programs: Pick<ActionPrograms, 'cachePath' | 'workerPath' | 'answerPath'>): number {
  try {
    const inputs = readInputs(process.env)
    const job = readJob(process.env)
    const wanted = inputs.earlyRestore && inputs.restoreCache && (inputs.cache === true || (inputs.cache === 'auto' && job.isGithubHosted))
    const isThere = Boolean(process.env['ACTIONS_RESULTS_URL'] || process.env['ACTIONS_CACHE_URL'])
    if (!wanted || !isThere || !job.trust.restore.allowed) {
      say('No early restore')
      return 0
    }
    const leg = legFacts(job, inputs)
    const places = readPlaces(process.env)
    const cwd = path.resolve(job.workspace, inputs.workingDirectory)
    // Links say too little of their files on Windows.
    const ahead = { storeRoot: places.store, workerPath: programs.workerPath, answerPath: programs.answerPath, cwd, unpacks: process.platform !== 'win32' }
    startPointedRestore({ programPath: programs.cachePath, root: places.early, env: process.env, clock: systemClock, onLog: () => undefined }, { prefix: pointerPrefix(leg), machine: machinePrefix(leg), ahead, ...(inputs.artifact ? { history: historyPrefix(job, baseBranch(job, process.env)) } : {}) })
    say('Restoring what this job used last while the steps before run')
  } catch (error) {
    say(`No early restore: ${messageOf(error)}`)
  }
  return 0
}

/** Plain lines: what speaks the runner's commands takes longer to load than all of this, and a job waits for its `pre`. */
function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
