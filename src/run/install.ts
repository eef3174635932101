import { resolveRequirements } from '../resolve/resolve.ts'
import type { Resolution } from '../resolve/types.ts'
import { decideAction, type PackageAction } from './actions.ts'
import type { RunContext } from './context.ts'
import { startPinnedWheels } from './early-wheels.ts'
import { checkHashes } from './hash-policy.ts'
import { pythonVersionOf, readInstalled } from './installed-metadata.ts'
import { openParts } from './parts.ts'
import { putInPlace } from './put-in-place.ts'
import { openSources } from './sources.ts'
import { openStaging, type Staging } from './staging.ts'
import type { InstallOutcome, PreparedRun, RunMeans } from './types.ts'

/**
 * The one pipeline: resolve, fetch, stage, plan, commit. Serial and parallel runs differ in `means.limits` alone. Leaves the
 * environment as it was unless it returns; throws `UserError` for everything a user can meet, the signal's reason when
 * aborted.
 */
export async function runInstall(run: PreparedRun, means: RunMeans, context: RunContext): Promise<InstallOutcome> {
  const { environment, requests, options } = run
  const pythonVersion = pythonVersionOf(environment.target)
  const parts = openParts({ ...means, requests, target: environment.target, pythonVersion, indexUrls: run.indexUrls }, context)
  const sources = openSources({ run, means, parts }, context)
  const staging = openStaging(run, { ...parts, sources }, context)
  let isDone = false
  try {
    if (means.limits.speculate && !options.install.dryRun) {
      const start = staging.start
      startPinnedWheels({ requirements: requests.set.requirements, environment: environment.target.environment, installed: environment.installed, lookup: parts.lookup, signal: context.signal, start })
    }
    const resolution = await resolveRequirements({
      set: requests.set,
      policy: requests.policy,
      environment: environment.target.environment,
      pythonVersion,
      speculate: means.limits.speculate,
      timeoutMs: requests.policy.resolveTimeoutMs,
      lookup: parts.lookup,
      metadata: parts.metadata,
      direct: sources.direct(),
      sources: sources.metadata(),
      installed: requests.policy.forceReinstall || requests.policy.ignoreInstalled ? new Map() : environment.installed,
      installedMetadata: (distribution) => Promise.resolve(readInstalled(distribution)),
      events: context.events,
      clock: context.clock,
      signal: context.signal,
    })
    if (requests.policy.requireHashes) checkHashes(resolution)
    const actions = resolution.packages.map((item) => decideAction(item, { ...environment, policy: requests.policy }))
    const outcome = await carryOut({ run, means, resolution, actions }, staging, context)
    isDone = !options.install.dryRun
    return outcome
  } finally {
    sources.stop()
    await staging.close()
    if (!isDone) await sources.undo()
    await sources.close()
    await parts.close()
  }
}

interface Decided {
  readonly run: PreparedRun
  readonly means: RunMeans
  readonly resolution: Resolution
  readonly actions: readonly PackageAction[]
}

async function carryOut({ run, means, resolution, actions }: Decided, staging: Staging, context: RunContext): Promise<InstallOutcome> {
  const outcome = { environment: run.environment, resolution, actions }
  for (const action of actions) if (action.kind === 'keep' && action.note !== undefined) context.events.notice('info', action.note)
  if (run.options.install.dryRun) return { ...outcome, wheels: new Map(), plan: undefined }
  const staged = await staging.stageAll(actions, resolution)
  const isNothing = staged.distributions.length === 0 && !run.environment.isFresh
  const plan = isNothing ? undefined : await putInPlace({ run, means, actions, staged: staged.distributions, workArea: staged.workArea }, context)
  return { ...outcome, wheels: staged.wheels, plan }
}
