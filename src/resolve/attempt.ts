import type { PackageKey, Dependency } from '../solver/types.ts'
import { releasesAllowed } from '../requests/controls.ts'
import type { Policy, UserRequirement } from '../requests/types.ts'
import type { NormalizedName } from '../standards/names.ts'
import { DemandSets, packageKey, toDependency } from './demand.ts'
import { directKey } from './direct-source.ts'
import { drive, UniverseGrew, type DriverFacts } from './driver.ts'
import { resolutionFailure } from './failure.ts'
import type { Knowledge } from './knowledge.ts'
import type { NamedRequirement, ResolveParts } from './parts.ts'
import { buildResolution } from './resolution.ts'
import { pipStrategy } from './strategy.ts'
import type { Resolution } from './types.ts'
import type { Walker } from './walker.ts'
import { WhyAsked } from './why-asked.ts'

/** What one solve goes on. */
export interface Attempt {
  readonly knowledge: Knowledge
  readonly walker: Walker | undefined
  readonly requirements: readonly NamedRequirement[]
  readonly constraints: readonly UserRequirement[]
  readonly timeUp: AbortSignal | undefined
}

/**
 * One solve; undefined when a direct reference turned up that has to be part of it from the start, or more is to be known to
 * explain why it failed. Throws what `resolveRequirements` throws.
 */
export async function attempt(parts: ResolveParts, facts: Attempt): Promise<Resolution | undefined> {
  const { knowledge, requirements } = facts
  const why = new WhyAsked()
  for (const { name, user } of requirements) why.byUser(name, user)
  const sets = new DemandSets((name) => knowledge.known(name))
  const strategy = pipStrategy({
    universeOf: (name) => knowledge.known(name),
    preReleases: (name) => releasesAllowed(parts.policy.releaseControl, name),
    wantsNewest: (name) => wantsNewest(parts.policy, name, requirements),
    userOrder: orderOf(requirements),
  })
  const driverFacts: DriverFacts = {
    knowledge,
    sets,
    environment: parts.environment,
    pythonVersion: parts.pythonVersion,
    ignoreRequiresPython: parts.policy.ignoreRequiresPython,
    noDependencies: parts.policy.noDependencies,
    why,
    walker: facts.walker,
    onTaken: parts.onTaken,
    events: parts.events,
    signal: parts.signal,
    timeUp: facts.timeUp,
  }
  const problem = {
    requirements: requirements.map((requirement) => userDependency(requirement, sets)),
    constraints: facts.constraints.map((user) => constraintDependency(user, sets)),
    strategy,
  }
  try {
    const outcome = await drive(problem, driverFacts)
    // What lists leave out decides nothing but how the failure is explained.
    if (outcome.kind === 'failed' && parts.lookup.widen()) return undefined
    if (outcome.kind !== 'solved') throw resolutionFailure(outcome, { knowledge, places: parts.lookup.places, kept: knowledge.lacksAny() ? await parts.keptProjects() : [], tags: parts.tags, pythonText: parts.pythonVersion.text })
    return await buildResolution(outcome, { knowledge, environment: parts.environment, requirements, noDependencies: parts.policy.noDependencies, events: parts.events })
  } catch (error) {
    if (error instanceof UniverseGrew) return undefined
    throw error
  }
}

function userDependency({ name, user }: NamedRequirement, sets: DemandSets): Dependency {
  const key = user.direct === undefined ? undefined : directKey(user.direct)
  return toDependency({ name, specifier: user.specifier, directKey: key, user }, user.extras, user.text, sets)
}

function constraintDependency(user: UserRequirement, sets: DemandSets): Dependency {
  if (user.name === undefined) throw new Error(`the constraint ${user.text} has no name`)
  return userDependency({ name: user.name, user }, sets)
}

/** pip's `user_requested`: what has extras and says of versions or a place counts as asked for without them, too. */
function orderOf(requirements: readonly NamedRequirement[]): ReadonlyMap<PackageKey, number> {
  const order = new Map<PackageKey, number>()
  for (const [place, { name, user }] of requirements.entries()) {
    const isSplit = user.direct !== undefined || user.specifier.specifiers.length > 0
    const key = packageKey(name, isSplit ? [] : user.extras)
    if (!order.has(key)) order.set(key, place)
  }
  return order
}

/** pip: eager upgrades everything, only-if-needed what the user named, and without --upgrade nothing. */
function wantsNewest(policy: Policy, name: NormalizedName, requirements: readonly NamedRequirement[]): boolean {
  if (!policy.upgrade) return false
  return policy.upgradeStrategy === 'eager' || requirements.some((requirement) => requirement.name === name)
}
