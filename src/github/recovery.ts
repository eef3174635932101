import { systemClock } from '../kernel/clock.ts'
import { EventBus } from '../kernel/events.ts'
import { messageOf } from '../kernel/errors.ts'
import { processWorld } from '../requests/world.ts'
import type { Environment } from '../run/environment.ts'
import { recoverEnvironment, recoverUnmade } from '../run/environment-lock.ts'
import type { RunnerCommands } from './workflow-commands.ts'

const STATE = 'environment'

/** Tells `post` where `main` works, before anything is written there. */
export function noteEnvironment({ isFresh, venvPath, destination }: Environment, runner: RunnerCommands): void {
  const place = isFresh ? { venv: venvPath } : { sitePackages: destination.scheme.purelib }
  runner.saveState(STATE, JSON.stringify(place))
}

/** Longest wait for a lock that somebody holds: `post` is short of time after a cancel. */
const PATIENCE_MS = 2000

/**
 * For `post`: undoes what a `main` that was killed had begun, so that later steps meet the environment as it was. Never
 * throws: the next run does the same.
 */
export async function recoverNoted(env: Readonly<Record<string, string | undefined>>, runner: RunnerCommands): Promise<void> {
  const noted = env[`STATE_${STATE}`]
  if (noted === undefined || noted === '') return
  const events = new EventBus(systemClock)
  events.listen((event) => {
    if (event.kind === 'notice' && event.level !== 'debug') runner.line(event.text)
  })
  const context = { world: processWorld(), events, clock: systemClock, signal: AbortSignal.timeout(PATIENCE_MS) }
  try {
    const { venv, sitePackages } = JSON.parse(noted) as { readonly venv?: string; readonly sitePackages?: string }
    if (venv !== undefined) await recoverUnmade(venv, context)
    if (sitePackages !== undefined) await recoverEnvironment(sitePackages, context)
  } catch (error) {
    runner.line(`The environment could not be looked after: ${messageOf(error)}`)
  }
}
