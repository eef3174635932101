import { isLostPage } from '../index/kept-body.ts'
import { isUserError } from '../kernel/errors.ts'
import { EventBus, type Notice } from '../kernel/events.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Candidate } from '../index/types.ts'
import type { Dependency, PackageKey } from '../solver/types.ts'
import { evaluateMarker, type MarkerEnvironment } from '../standards/markers.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { Version } from '../standards/version.ts'
import { releasesAllowed } from '../requests/controls.ts'
import type { Policy, RequirementSet, UserRequirement } from '../requests/types.ts'
import { DemandSets, packageKey, toDependency } from './demand.ts'
import { directKey } from './direct-source.ts'
import { drive, UniverseGrew, type DriverFacts } from './driver.ts'
import { Knowledge, type KnowledgeParts } from './knowledge.ts'
import { resolutionFailure, timeoutError, type KeptProject } from './failure.ts'
import { listMissing, withMissing, type Need } from './missing.ts'
import { buildResolution } from './resolution.ts'
import { pipStrategy } from './strategy.ts'
import type { Resolution } from './types.ts'
import { Walker } from './walker.ts'
import { WhyAsked } from './why-asked.ts'

export interface ResolveParts extends KnowledgeParts {
  readonly set: RequirementSet
  readonly policy: Policy
  readonly environment: MarkerEnvironment
  readonly pythonVersion: Version
  /** Wheel tags the target accepts, best first: for explanations. */
  readonly tags: readonly string[]
  /** The file of what is installed already is of interest, too. */
  readonly needsFiles: boolean
  /** Look things up before the solver asks for them. */
  readonly speculate: boolean
  /** Hears of each candidate of an index that the search takes, which it may yet give up. */
  readonly onTaken?: ((candidate: Candidate) => void) | undefined
  /** Ends the search with the best explanation so far; undefined: no limit. */
  readonly timeoutMs: number | undefined
  /** No request can be made: what is not here is missing, and all of it is listed. */
  readonly isOffline: boolean
  /** Projects that earlier runs met: for hints, once a name turns out not to be known. */
  readonly keptProjects: () => Promise<readonly KeptProject[]>
  readonly events: EventBus
  readonly clock: Clock
}

/** A user's requirement that applies to the target, with the project it turned out to name. */
interface NamedRequirement {
  readonly name: NormalizedName
  readonly user: UserRequirement
}

/**
 * Finds versions that satisfy everything asked, in pip's order of preference. Throws `UserError`: resolution-impossible with
 * the explanation, package-unknown, no-candidate, resolution-timeout, or whatever reading an index or a file failed with.
 */
export async function resolveRequirements(parts: ResolveParts): Promise<Resolution> {
  return parts.events.during({ task: 'resolve', resource: 'cpu' }, async () => {
    const applies = (user: UserRequirement): boolean => user.marker === undefined || evaluateMarker(user.marker, parts.environment)
    const constraints = parts.set.constraints.filter(applies)
    const wanted = parts.set.requirements.filter(applies)
    const kept = parts.needsFiles ? undefined : await resolveFromInstalled(parts, { wanted, constraints })
    if (kept !== undefined) return kept
    const budget = parts.timeoutMs === undefined ? undefined : startBudget(parts.clock, parts.timeoutMs)
    const signal = budget === undefined ? parts.signal : AbortSignal.any([parts.signal, budget.timeUp])
    const knowledge = new Knowledge({ ...parts, signal }, constraints)
    const walker = parts.speculate ? new Walker(knowledge, parts.environment) : undefined
    try {
      for (const user of wanted) if (user.name !== undefined && user.direct === undefined) walker?.visit({ ...user, name: user.name, extras: [...user.extras], url: undefined })
      const requirements = await nameRequirements(wanted, knowledge)
      let losses = 0
      for (;;) {
        const resolution = await attempt(parts, { knowledge, walker, requirements, constraints, timeUp: budget?.timeUp }).catch((error: unknown) => {
          if (!isLostPage(error) || losses === MOST_LOSSES) throw error
          losses += 1
          parts.lookup.forget()
        })
        if (resolution !== undefined) return resolution
        knowledge.forgetUniverses()
      }
    } catch (error) {
      throw parts.isOffline && isUserError(error) && LISTED_OFFLINE.has(error.code) ? withMissing(error, await listMissing(wanted.flatMap(asNeed), knowledge, parts.environment)) : error
    } finally {
      budget?.end()
      walker?.stop()
      knowledge.dropSpeculation()
    }
  })
}

/** Times that pages which go missing are looked up anew. */
const MOST_LOSSES = 2

/** Failures that mean, where no request can be made, that something is not here. */
const LISTED_OFFLINE: ReadonlySet<string> = new Set(['package-unknown', 'index-unreachable'])

function asNeed({ name, extras, specifier, text, direct }: UserRequirement): Need[] {
  return name === undefined || direct !== undefined ? [] : [{ name, extras: [...extras], specifier, text, by: undefined }]
}

/**
 * The answer when everything asked for is installed and fits: what pip comes to as well, for it takes the installed
 * distribution wherever it may and then never looks at an index. Undefined when anything is missing, does not fit, or newer
 * versions are wanted. Asks nothing of the network.
 */
async function resolveFromInstalled(parts: ResolveParts, { wanted, constraints }: { readonly wanted: readonly UserRequirement[]; readonly constraints: readonly UserRequirement[] }): Promise<Resolution | undefined> {
  const isHere = (user: UserRequirement): boolean => user.direct === undefined && user.name !== undefined && parts.installed.has(user.name)
  if (parts.policy.upgrade || !wanted.every(isHere) || constraints.some(({ direct }) => direct !== undefined)) return undefined
  const leave = (): never => {
    throw new NotInstalled()
  }
  const events = new EventBus(parts.clock)
  const notices: Notice[] = []
  events.listen((event) => {
    if (event.kind === 'notice') notices.push(event)
  })
  const nothingListed: ResolveParts['lookup'] = {
    list: (name) => (parts.installed.has(name) ? Promise.resolve({ name, candidates: [], rejections: () => [], foundOn: [], unanswered: [] }) : leave()),
    stillSays: () => Promise.resolve(false),
    widen: () => false,
    forget: () => undefined,
    dropSpeculation: () => undefined,
    places: [],
  }
  const own: ResolveParts = { ...parts, events, lookup: nothingListed, direct: { read: leave } }
  try {
    const requirements = wanted.flatMap((user) => (user.name === undefined ? [] : [{ name: user.name, user }]))
    const resolution = await attempt(own, { knowledge: new Knowledge(own, []), walker: undefined, requirements, constraints, timeUp: undefined })
    for (const { level, text, origin } of notices) parts.events.notice(level, text, origin)
    return resolution
  } catch (error) {
    if (error instanceof NotInstalled || isUserError(error)) return undefined
    throw error
  }
}

/** Something would have to be looked up. */
class NotInstalled extends Error {}

/** What is still being read when time is up ends with it. */
function startBudget(clock: Clock, timeoutMs: number): { readonly timeUp: AbortSignal; end(): void } {
  const [timeUp, ending] = [new AbortController(), new AbortController()]
  clock.sleep(timeoutMs, ending.signal).then(() => timeUp.abort(timeoutError()), () => undefined)
  return { timeUp: timeUp.signal, end: () => ending.abort() }
}

interface Attempt {
  readonly knowledge: Knowledge
  readonly walker: Walker | undefined
  readonly requirements: readonly NamedRequirement[]
  readonly constraints: readonly UserRequirement[]
  readonly timeUp: AbortSignal | undefined
}

/** One solve; undefined when a direct reference turned up that has to be part of it from the start, or more is to be known to explain why it failed. */
async function attempt(parts: ResolveParts, facts: Attempt): Promise<Resolution | undefined> {
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

/** Paths and URLs say their project's name only after they were read. */
async function nameRequirements(wanted: readonly UserRequirement[], knowledge: Knowledge): Promise<NamedRequirement[]> {
  const named = await Promise.all(
    wanted.map(async (user): Promise<NamedRequirement> => {
      if (user.direct === undefined && user.name !== undefined) return { name: user.name, user }
      if (user.direct === undefined) throw new Error(`the requirement ${user.text} has neither a name nor a place`)
      const { candidate } = await knowledge.direct({ source: user.direct, name: user.name, user })
      return { name: candidate.name, user }
    }),
  )
  return named
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
