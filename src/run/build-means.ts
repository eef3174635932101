import type { WaitGraph, WaitNode } from '../build/wait-graph.ts'
import type { FetchedWheel } from '../fetch/types.ts'
import { commitPlan } from '../install/commit.ts'
import { planPlacement } from '../install/placement.ts'
import { stageWheel } from '../install/stage.ts'
import type { StagedDistribution } from '../install/types.ts'
import { openWorkArea, type WorkArea } from '../install/work-area.ts'
import { UserError } from '../kernel/errors.ts'
import { readRequirementText } from '../requests/requirement-text.ts'
import type { Policy, UserRequirement } from '../requests/types.ts'
import { resolveRequirements } from '../resolve/resolve.ts'
import type { ResolvedPackage } from '../resolve/types.ts'
import type { Target } from '../target/types.ts'
import type { EnvironmentMeans } from './build-environments.ts'
import type { RunContext } from './context.ts'
import { pythonOf } from './destination.ts'
import { pythonVersionOf, readInstalled } from './installed-metadata.ts'
import type { Sources, SourcesFacts } from './sources.ts'
import { toStage } from './to-stage.ts'

/** The run whose machinery serves the environments of its builds. */
export interface MeansFacts extends SourcesFacts {
  readonly graph: WaitGraph
  /** Builds what build requirements have only as source; opened around this. */
  readonly sources: () => Sources
}

/** The run's own engine for build environments: its indexes, its store, its limits, `--build-constraint` and nothing else of what it installs. */
export function environmentMeans(facts: MeansFacts, context: RunContext): EnvironmentMeans {
  return {
    graph: facts.graph,
    resolve: (requirements, installed, waiter) => {
      const { parts, run, means } = facts
      const { target } = run.environment
      return resolveRequirements({
        set: { requirements: requirements.map((text) => toRequirement(text, waiter, context)), constraints: run.requests.build.constraints },
        policy: buildPolicy(run.requests.policy),
        environment: target.environment,
        pythonVersion: pythonVersionOf(target),
        tags: target.tags,
        needsFiles: false,
        speculate: means.limits.speculate,
        timeoutMs: undefined,
        lookup: parts.forBuilds.lookup,
        metadata: parts.forBuilds.metadata,
        direct: facts.sources().direct(waiter),
        sources: facts.sources().metadata(waiter),
        installed,
        installedMetadata: (distribution) => Promise.resolve(readInstalled(distribution)),
        isOffline: parts.isOffline,
        keptProjects: parts.keptProjects,
        events: context.events,
        clock: context.clock,
        signal: context.signal,
      })
    },
    install: async (packages, { target }, waiter) => {
      const wheels = await Promise.all(packages.map((item) => wheelFor(item, waiter, { facts, context })))
      await putIn(wheels, target, { facts, context })
    },
  }
}

/** What pip hands on to the installation of build requirements: which files and versions count, not what happens to what is installed. */
function buildPolicy(policy: Policy): Policy {
  return { ...policy, upgrade: false, upgradeStrategy: 'only-if-needed', forceReinstall: false, ignoreInstalled: false, noDependencies: false, onlyDependencies: false, ignoreRequiresPython: false, requireHashes: false, resolveTimeoutMs: undefined }
}

function toRequirement(text: string, waiter: WaitNode, { world }: RunContext): UserRequirement {
  const parts = readRequirementText(text, world.cwd)
  if (!parts.ok) throw new UserError('build-failed', `${waiter.label}: ${JSON.stringify(text)} is no requirement: ${parts.message}`)
  const { name, extras, specifier, marker, direct, hashes } = parts.value
  return { name, extras, specifier, marker, direct, hashes, configSettings: {}, origin: { kind: 'argument', text }, text }
}

interface Doing {
  readonly facts: MeansFacts
  readonly context: RunContext
}

function wheelFor({ entry }: ResolvedPackage, waiter: WaitNode, { facts, context }: Doing): Promise<FetchedWheel> {
  const { parts } = facts
  if (entry.kind === 'installed') throw new Error('what is installed is not fetched')
  if (entry.kind === 'direct') return facts.sources().wheelOfDirect(entry.candidate, waiter)
  if (entry.candidate.format === 'sdist') return facts.sources().wheelOf(entry.candidate, waiter)
  return parts.fetcher.fetch(parts.forBuilds.wheelRequest(entry.candidate), { signal: context.signal })
}

/**
 * Stages, plans and commits into an environment of our own, which nobody else sees: without a journal. Two wheels that claim
 * one path are let through, as in pip.
 */
async function putIn(wheels: readonly FetchedWheel[], target: Target, doing: Doing): Promise<void> {
  const workArea = await openWorkArea(target.scheme)
  try {
    const staged = await Promise.all(wheels.map((wheel, index) => stage(wheel, { target, workArea, stageDir: workArea.stageDir(index) }, doing)))
    const rules = { allows: () => true, lastWins: true }
    const bounds = [target.prefix]
    const { plan } = await planPlacement({ staged, workArea, pool: doing.facts.parts.pool, removals: [], staying: [], bounds, kept: Object.values(target.scheme), rules, keepInside: undefined })
    commitPlan({ plan, workDir: workArea.path, journal: 'none', signal: doing.context.signal })
  } finally {
    await workArea.close()
  }
}

interface StageOf {
  readonly target: Target
  readonly workArea: WorkArea
  readonly stageDir: string
}

function stage(wheel: FetchedWheel, { target, workArea, stageDir }: StageOf, { facts, context }: Doing): Promise<StagedDistribution> {
  const destination = { scheme: target.scheme, python: pythonOf(target) }
  const parts = { pool: facts.parts.pool, events: context.events, destination, realScheme: workArea.scheme, strictRecord: false }
  return stageWheel(parts, toStage(wheel, { requested: false, directUrl: undefined }), stageDir)
}
