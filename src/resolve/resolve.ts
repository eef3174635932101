import type { EventBus } from '../kernel/events.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Dependency } from '../solver/types.ts'
import { evaluateMarker, type MarkerEnvironment } from '../standards/markers.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { Version } from '../standards/version.ts'
import type { Policy, RequirementSet, UserRequirement } from '../requests/types.ts'
import { DemandSets, directKey, toDependencies, type Demand } from './demand.ts'
import { drive, UniverseGrew, type DriverFacts } from './driver.ts'
import { Knowledge, type KnowledgeParts } from './knowledge.ts'
import { resolutionFailure } from './failure.ts'
import { buildResolution } from './resolution.ts'
import { pipStrategy } from './strategy.ts'
import type { Resolution } from './types.ts'
import { Walker } from './walker.ts'

export interface ResolveParts extends KnowledgeParts {
  readonly set: RequirementSet
  readonly policy: Policy
  readonly environment: MarkerEnvironment
  readonly pythonVersion: Version
  /** Look things up before the solver asks for them. */
  readonly speculate: boolean
  /** Ends the search with the best explanation so far; undefined: no limit. */
  readonly timeoutMs: number | undefined
  readonly events: EventBus
  readonly clock: Clock
}

/** A user's requirement that applies to the target, with the project it turned out to name. */
interface NamedRequirement {
  readonly name: NormalizedName
  readonly user: UserRequirement
  readonly order: number
}

/**
 * Finds versions that satisfy everything asked, in pip's order of preference. Throws `UserError`: resolution-impossible with
 * the explanation, package-unknown, no-candidate, resolution-timeout, or whatever reading an index or a file failed with.
 */
export async function resolveRequirements(parts: ResolveParts): Promise<Resolution> {
  return parts.events.during({ task: 'resolve', resource: 'cpu' }, async () => {
    const applies = (user: UserRequirement): boolean => user.marker === undefined || evaluateMarker(user.marker, parts.environment)
    const constraints = parts.set.constraints.filter(applies)
    const knowledge = new Knowledge(parts, constraints)
    const walker = parts.speculate ? new Walker(knowledge, parts.environment) : undefined
    const deadlineMs = parts.timeoutMs === undefined ? Infinity : parts.clock.nowMs() + parts.timeoutMs
    try {
      const wanted = parts.set.requirements.filter(applies)
      for (const user of wanted) if (user.name !== undefined && user.direct === undefined) walker?.visit({ ...user, name: user.name, extras: [...user.extras], url: undefined })
      const requirements = await nameRequirements(wanted, knowledge)
      for (;;) {
        const resolution = await attempt(parts, { knowledge, walker, requirements, constraints, isOutOfTime: () => parts.clock.nowMs() > deadlineMs })
        if (resolution !== undefined) return resolution
        knowledge.forgetUniverses()
      }
    } finally {
      walker?.stop()
    }
  })
}

interface Attempt {
  readonly knowledge: Knowledge
  readonly walker: Walker | undefined
  readonly requirements: readonly NamedRequirement[]
  readonly constraints: readonly UserRequirement[]
  readonly isOutOfTime: () => boolean
}

/** One solve; undefined when a direct reference turned up that has to be part of it from the start. */
async function attempt(parts: ResolveParts, facts: Attempt): Promise<Resolution | undefined> {
  const { knowledge, requirements } = facts
  const sets = new DemandSets((name) => knowledge.known(name))
  const strategy = pipStrategy({
    universeOf: (name) => knowledge.known(name),
    preReleases: (name) => preReleasesFor(parts.policy, name),
    wantsNewest: (name) => wantsNewest(parts.policy, name, requirements),
  })
  const driverFacts: DriverFacts = {
    knowledge,
    sets,
    environment: parts.environment,
    pythonVersion: parts.pythonVersion,
    ignoreRequiresPython: parts.policy.ignoreRequiresPython,
    noDependencies: parts.policy.noDependencies,
    walker: facts.walker,
    signal: parts.signal,
    isOutOfTime: facts.isOutOfTime,
  }
  const problem = {
    requirements: requirements.flatMap((requirement) => userDependencies(requirement, sets)),
    constraints: facts.constraints.flatMap((user) => constraintDependencies(user, knowledge, sets)),
    strategy,
  }
  try {
    const outcome = await drive(problem, driverFacts)
    if (outcome.kind !== 'solved') throw resolutionFailure(outcome, { knowledge, places: parts.lookup.places, requirements: requirements.map(({ user }) => user) })
    return await buildResolution(outcome, { knowledge, environment: parts.environment, requirements, noDependencies: parts.policy.noDependencies })
  } catch (error) {
    if (error instanceof UniverseGrew) return undefined
    throw error
  }
}

/** Paths and URLs say their project's name only after they were read. */
async function nameRequirements(wanted: readonly UserRequirement[], knowledge: Knowledge): Promise<NamedRequirement[]> {
  const named = await Promise.all(
    wanted.map(async (user, order): Promise<NamedRequirement> => {
      if (user.direct === undefined && user.name !== undefined) return { name: user.name, user, order }
      if (user.direct === undefined) throw new Error(`the requirement ${user.text} has neither a name nor a place`)
      const { candidate } = await knowledge.direct({ source: user.direct, name: user.name, user })
      return { name: candidate.name, user, order }
    }),
  )
  return named
}

function userDependencies({ name, user, order }: NamedRequirement, sets: DemandSets): Dependency[] {
  const directUrl = user.direct === undefined ? undefined : directKey(user.direct)
  const demand: Demand = { name, specifier: user.specifier, directUrl, user, userOrder: order }
  return toDependencies(demand, user.extras, user.text, sets)
}

function constraintDependencies(user: UserRequirement, knowledge: Knowledge, sets: DemandSets): Dependency[] {
  const name = user.name ?? knowledge.nameOfConstraint(user)
  if (name === undefined) return []
  const directUrl = user.direct === undefined ? undefined : directKey(user.direct)
  return toDependencies({ name, specifier: user.specifier, directUrl, user, userOrder: undefined }, [], user.text, sets)
}

/** pip's ReleaseControl: names beat `:all:`; --pre is `--all-releases :all:`. */
function preReleasesFor(policy: Policy, name: NormalizedName): boolean | undefined {
  const { allReleases, onlyFinal } = policy.releaseControl
  if (allReleases.names.includes(name)) return true
  if (onlyFinal.names.includes(name)) return false
  if (allReleases.all) return true
  return onlyFinal.all ? false : undefined
}

/** pip: eager upgrades everything, only-if-needed what the user named, and without --upgrade nothing. */
function wantsNewest(policy: Policy, name: NormalizedName, requirements: readonly NamedRequirement[]): boolean {
  if (!policy.upgrade) return false
  return policy.upgradeStrategy === 'eager' || requirements.some((requirement) => requirement.name === name)
}
