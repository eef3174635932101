import type { WaitGraph, WaitNode } from '../build/wait-graph.ts'
import type { FetchedWheel } from '../fetch/types.ts'
import { commitPlan } from '../install/commit.ts'
import { planPlacement } from '../install/placement.ts'
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
import { Stages } from './stages.ts'
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
async function putIn(wheels: readonly FetchedWheel[], target: Target, { facts, context }: Doing): Promise<void> {
  const { pool } = facts.parts
  const environment = { destination: { scheme: target.scheme, python: pythonOf(target) }, ready: Promise.resolve(), takeLock: undefined }
  const stages = new Stages({ environment, strictRecord: false, pool, events: context.events })
  try {
    const staged = await Promise.all(wheels.map((wheel) => stages.stage(toStage(wheel, { requested: false, directUrl: undefined }))))
    const workArea = await stages.workArea()
    if (workArea === undefined) return
    const rules = { allows: () => true, lastWins: true }
    const bounds = [target.prefix]
    const { plan } = await planPlacement({ staged, workArea, pool, removals: [], staying: [], bounds, kept: Object.values(target.scheme), rules, keepInside: undefined })
    commitPlan({ plan, workDir: workArea.path, journal: 'none', signal: context.signal })
  } finally {
    await stages.close()
  }
}
