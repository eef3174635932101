import { parseVersion } from '../standards/version.ts'
import { UserError } from '../kernel/errors.ts'
import { readInstalledMetadata } from '../target/installed.ts'
import { parseMetadata } from '../standards/metadata.ts'
import type { MetadataAnswer } from '../index/metadata.ts'
import { readDirectWheel } from '../fetch/direct-wheel.ts'
import { resolveRequirements } from '../resolve/resolve.ts'
import type { DirectReference } from '../resolve/knowledge.ts'
import type { DirectCandidate, Resolution } from '../resolve/types.ts'
import type { InstalledDistribution } from '../target/types.ts'
import { decideAction, type PackageAction } from './actions.ts'
import type { RunContext } from './context.ts'
import { startPinnedWheels } from './early-wheels.ts'
import { openParts, type RunParts } from './parts.ts'
import { putInPlace } from './put-in-place.ts'
import type { InstallOutcome, PreparedRun, RunMeans } from './types.ts'
import { openStaging, type Staging } from './staging.ts'
import { checkHashes } from './hash-policy.ts'

/**
 * The one pipeline: resolve, fetch, stage, plan, commit. Serial and parallel runs differ in `means.limits` alone. Leaves the
 * environment as it was unless it returns; throws `UserError` for everything a user can meet, the signal's reason when
 * aborted.
 */
export async function runInstall(run: PreparedRun, means: RunMeans, context: RunContext): Promise<InstallOutcome> {
  const { environment, requests, options } = run
  const pythonVersion = parseVersion(environment.target.version)
  if (pythonVersion === undefined) throw new Error(`the interpreter gives its version as ${environment.target.version}`)
  const parts = openParts({ ...means, requests, target: environment.target, pythonVersion, indexUrls: run.indexUrls }, context)
  const staging = openStaging(run, parts, context)
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
      direct: { read: (reference, signal) => readDirect(reference, parts, signal) },
      sources: { read: (candidate) => Promise.resolve(needsBuild(candidate.file.filename)) },
      installed: requests.policy.forceReinstall || requests.policy.ignoreInstalled ? new Map() : environment.installed,
      installedMetadata: (distribution) => Promise.resolve(readInstalled(distribution)),
      events: context.events,
      clock: context.clock,
      signal: context.signal,
    })
    if (requests.policy.requireHashes) checkHashes(resolution)
    const actions = resolution.packages.map((item) => decideAction(item, { ...environment, policy: requests.policy }))
    return await carryOut({ run, means, resolution, actions }, staging, context)
  } finally {
    await staging.close()
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

async function readDirect(reference: DirectReference, parts: RunParts, signal: AbortSignal): Promise<DirectCandidate> {
  const { source } = reference
  const shown = reference.user?.text ?? (source.kind === 'directory' ? source.path : source.url)
  const origin = reference.user === undefined ? {} : { origin: reference.user.origin }
  if (source.kind !== 'archive' || !new URL(source.url).pathname.toLowerCase().endsWith('.whl')) {
    throw new UserError('build-required', `${shown} has to be built, which is not supported`, { ...origin, hint: 'build a wheel first and name that' })
  }
  const wheel = await readDirectWheel(source.url, reference.user?.hashes ?? [], { fetcher: parts.fetcher, tags: parts.tagRanks, signal })
  const { name, version } = wheel.metadata
  if (reference.name !== undefined && reference.name !== name) {
    throw new UserError('metadata-invalid', `${shown} is project ${name}, not ${reference.name}`, origin)
  }
  return { ...wheel, name, version, source, built: false }
}

function needsBuild(filename: string): MetadataAnswer {
  return { kind: 'broken', reason: `it is only there as a source distribution (${filename}), which has to be built` }
}

function readInstalled(distribution: InstalledDistribution): MetadataAnswer {
  const text = readInstalledMetadata(distribution)
  const metadata = text === undefined ? undefined : parseMetadata(text)
  if (text === undefined || metadata?.ok !== true) return { kind: 'broken', reason: 'its installed metadata cannot be read' }
  return { kind: 'metadata', metadata: metadata.value, text }
}
