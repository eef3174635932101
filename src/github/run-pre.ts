import { appendFileSync } from 'node:fs'
import { EOL } from 'node:os'
import path from 'node:path'
import { machinePrefix, pointerPrefix } from '../actions-cache/keys.ts'
import { systemClock } from '../kernel/clock.ts'
import { messageOf } from '../kernel/errors.ts'
import { archiverProblem } from './archiver.ts'
import { hasCacheService, startPointedRestore } from './cache-service.ts'
import { legFacts, readJob, type JobFacts } from './event.ts'
import { baseBranch, historyPrefix } from './history-place.ts'
import { readInputs, type ActionInputs } from './inputs.ts'
import { newPlaces, USE_STATE } from './places.ts'
import type { ActionPrograms } from './run-main.ts'

/**
 * Before the job's first step: begins to restore what this leg used last, so that it arrives while the repository is checked
 * out and Python is set up. Decides nothing and fails nothing: `main` says what is wrong with the inputs.
 */
export function runPre(programs: Pick<ActionPrograms, 'cachePath' | 'workerPath' | 'answerPath'>): number {
  try {
    const inputs = readInputs(process.env)
    const job = readJob(process.env)
    const why = reasonNotTo(inputs, job)
    if (why !== undefined) {
      say(`No early restore: ${why}`)
      return 0
    }
    const leg = legFacts(job, inputs)
    const { places, use } = newPlaces(process.env)
    const cwd = path.resolve(job.workspace, inputs.workingDirectory)
    // Links say too little of their files on Windows.
    const ahead = { storeRoot: places.store, workerPath: programs.workerPath, answerPath: programs.answerPath, cwd, unpacks: process.platform !== 'win32' }
    startPointedRestore({ programPath: programs.cachePath, root: places.early, env: process.env, clock: systemClock, onLog: () => undefined }, { prefix: pointerPrefix(leg), machine: machinePrefix(leg), claims: path.join(places.root, 'claims'), ahead, ...(inputs.artifact ? { history: historyPrefix(job, baseBranch(job, process.env)) } : {}) })
    // A line of the file is all that @actions/core would write.
    if (process.env['GITHUB_STATE']) appendFileSync(process.env['GITHUB_STATE'], `${USE_STATE}=${use}${EOL}`)
    say('Restoring what this job used last while the steps before run')
  } catch (error) {
    say(`No early restore: ${messageOf(error)}`)
  }
  return 0
}

function reasonNotTo({ cache, earlyRestore, restoreCache }: ActionInputs, { isGithubHosted, trust }: JobFacts): string | undefined {
  if (cache === false) return 'cache is false'
  if (cache === 'local') return 'cache is local'
  if (!restoreCache || !earlyRestore) return `${restoreCache ? 'early-restore' : 'restore-cache'} is false`
  if (cache === 'auto' && !isGithubHosted) return 'the main step looks first whether this runner keeps its disk (cache: true restores early)'
  if (!trust.restore.allowed) return trust.restore.why
  return hasCacheService(process.env) ? archiverProblem(process.env) : 'there is no cache service'
}

/** Plain lines: what speaks the runner's commands takes longer to load than all of this, and a job waits for its `pre`. */
function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
