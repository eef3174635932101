import path from 'node:path'
import { requirementChanges } from '../build/requirement-changes.ts'
import type { FetchedWheel } from '../fetch/types.ts'
import type { Candidate } from '../index/types.ts'
import type { InstallPlan } from '../install/types.ts'
import type { Resolution, ResolvedPackage } from '../resolve/types.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { Pylock } from '../standards/pylock.ts'
import { decideAction, type PackageAction } from './actions.ts'
import { brokenRequirements } from './broken-requirements.ts'
import type { RunContext } from './context.ts'
import { fetchForDryRun } from './dry-run.ts'
import { firstChoices, startPinnedWheels, startRecalledWheels } from './early-wheels.ts'
import { checkHashes } from './hash-policy.ts'
import { pythonVersionOf } from './installed-metadata.ts'
import { lockOf, type LockFacts } from './lock.ts'
import { openParts, type RunParts } from './parts.ts'
import { putInPlace } from './put-in-place.ts'
import { openResolutionMemo, type ResolutionMemo } from './resolution-memo.ts'
import { labelOf } from './label.ts'
import { resolveRun } from './resolve-run.ts'
import { openSources, type Sources } from './sources.ts'
import { namesOf, onlyVersions, pinsOf, wheelReader } from './pins.ts'
import { openStaging, type StagedWheels, type Staging } from './staging.ts'
import { userHashes } from './user-hashes.ts'
import type { InstallOutcome, PreparedRun, RunMeans } from './types.ts'

/**
 * The one pipeline: resolve, fetch, stage, plan, commit. Serial and parallel runs differ in `means.limits` alone. Leaves the
 * environment as it was unless it returns; throws `UserError` for everything a user can meet, the signal's reason when
 * aborted.
 */
export async function runInstall(run: PreparedRun, means: RunMeans, context: RunContext): Promise<InstallOutcome> {
  const { environment, requests, options } = run
  const pins = pinsOf(requests, environment.target.environment)
  const isNeededWhole = options.install.dryRun ? (): boolean => false : wheelReader(requests, pins)
  const parts = openParts({ ...means, isNeededWhole, onlyVersion: onlyVersions(requests, environment.target.environment), requests, target: environment.target, basePython: environment.basePython, pythonVersion: pythonVersionOf(environment.target), indexUrls: run.indexUrls }, context)
  const sources = openSources({ run, means, parts }, context)
  const staging = openStaging(run, { ...parts, sources }, context)
  let isDone = false
  try {
    const mayStart = means.limits.speculate && !options.install.dryRun
    const memo = openResolutionMemo({ run, means, parts }, context)
    const recalled = await memo.recall()
    if (recalled !== undefined && mayStart && !requests.policy.onlyDependencies) startRecalledWheels(recalled.packages, { pins, staging })
    const earlier = await recalled?.confirm()
    if (earlier === undefined && mayStart) startPinnedWheels({ pins, installed: environment.installed, lookup: parts.lookup, signal: context.signal, start: staging.start })
    const onTaken = mayStart ? firstChoices({ named: namesOf(requests, environment.target.environment), store: parts.store, storeReady: means.storeReady, start: staging.start }) : undefined
    const outcome = await resolveAndInstall({ run, means, parts, sources, staging, memo, recalled: earlier, onTaken }, context)
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

interface Opened {
  readonly run: PreparedRun
  readonly means: RunMeans
  readonly parts: RunParts
  readonly sources: Sources
  readonly staging: Staging
  readonly memo: ResolutionMemo
  /** An earlier answer that still holds. */
  readonly recalled: Resolution | undefined
  /** Hears what the search takes. */
  readonly onTaken: ((candidate: Candidate) => void) | undefined
}

async function resolveAndInstall(opened: Opened, context: RunContext): Promise<InstallOutcome> {
  const { run, sources, staging, memo, recalled } = opened
  const { policy } = run.requests
  for (;;) {
    const answer = recalled ?? (await resolveRun({ ...opened, needsFiles: run.options.install.lockFile !== undefined }, context))
    if (recalled === undefined) await memo.keep(answer)
    if (policy.requireHashes) checkHashes(answer, { hashes: userHashes(run.requests.set, run.environment.target.environment), set: run.requests.set, fromLock: run.requests.locked.length > 0 })
    const resolution = policy.onlyDependencies ? withoutRequested(answer) : answer
    const actions = resolution.packages.map((item) => decideAction(item, { ...run.environment, policy }))
    const outcome = { environment: run.environment, resolution, actions }
    if (run.options.install.dryRun) {
      const wheels = await fetchForDryRun(actions, answer, { parts: opened.parts, signal: context.signal, requireHashes: policy.requireHashes, writesReport: opened.means.writesReport })
      return { ...outcome, wheels, lock: makeLock(run, { resolution, wheels }, context), plan: undefined }
    }
    const staged = await staging.stageAll(actions, answer)
    const surprises = policy.noDependencies ? [] : findSurprises(resolution, staged.wheels, run)
    if (surprises.length === 0) {
      const lock = makeLock(run, { resolution, wheels: staged.wheels }, context)
      return { ...outcome, wheels: staged.wheels, lock, plan: await place(opened, { actions, staged, resolution: answer }, context) }
    }
    for (const { item, changes } of surprises) {
      context.events.notice('warning', `the wheel built of ${labelOf(item)} requires other than its source says (${changes.join(', ')}); the wheel counts`)
      await sources.believeWheel(item)
    }
  }
}

/** pip's --only-deps: what the user named is left out, whoever else needs it. */
function withoutRequested({ packages, decided, ...others }: Resolution): Resolution {
  const left = packages.filter(({ userRequirements }) => userRequirements.length === 0)
  const names = new Set(left.map(({ name }) => name))
  return { ...others, packages: left, decided: decided.filter((name) => names.has(name)) }
}

interface Surprise {
  readonly item: ResolvedPackage
  readonly changes: readonly string[]
}

/** Packages whose built wheel does not require what the answer rests on: what a source says of itself may be wrong. */
function findSurprises(resolution: Resolution, wheels: ReadonlyMap<NormalizedName, FetchedWheel>, run: PreparedRun): Surprise[] {
  return resolution.packages.flatMap((item) => {
    const built = wheels.get(item.name)?.builtMetadata
    const changes = built === undefined ? [] : requirementChanges(item.metadata, built, run.environment.target.environment)
    return changes.length === 0 ? [] : [{ item, changes }]
  })
}

interface Staged {
  readonly actions: readonly PackageAction[]
  readonly staged: StagedWheels
  /** With what the user named, also where that is not installed. */
  readonly resolution: Resolution
}

/** What --lock-out will say; made before anything is changed, so that a lock that cannot be made stops the run. */
function makeLock({ options }: PreparedRun, facts: Omit<LockFacts, 'folder' | 'secrets'>, { world, secrets }: RunContext): Pylock | undefined {
  const { lockFile } = options.install
  return lockFile === undefined ? undefined : lockOf({ ...facts, folder: path.dirname(path.resolve(world.cwd, lockFile)), secrets })
}

/** pip's warnings on what the run breaks of what was installed before. */
function noteBroken({ options, requests, environment }: PreparedRun, actions: readonly PackageAction[], { events }: RunContext): void {
  if (!options.install.warnConflicts || requests.policy.noDependencies) return
  const broken = brokenRequirements({ actions, installed: environment.installed, environment: environment.target.environment })
  for (const line of broken) events.notice('warning', `${line} (--no-warn-conflicts hides this)`)
}

/** Undefined when there was nothing to do; a fresh environment appears all the same. */
async function place({ run, means }: Opened, { actions, staged, resolution }: Staged, context: RunContext): Promise<InstallPlan | undefined> {
  for (const action of actions) if (action.kind === 'keep' && action.note !== undefined) context.events.notice('info', action.note)
  const { distributions, workArea } = staged
  if (workArea !== undefined && distributions.length > 0) {
    const plan = await putInPlace({ run, means, actions, staged: distributions, workArea, resolution }, context)
    noteBroken(run, actions, context)
    return plan
  }
  if (run.environment.isFresh) await run.environment.publish()
  return undefined
}
