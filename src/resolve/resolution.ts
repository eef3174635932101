import type { EventBus } from '../kernel/events.ts'
import type { Solved } from '../solver/types.ts'
import type { MarkerEnvironment } from '../standards/markers.ts'
import type { CoreMetadata } from '../standards/metadata.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { UserRequirement } from '../requests/types.ts'
import { neededRequirements } from './dependencies.ts'
import { parsePackageKey } from './demand.ts'
import type { Knowledge } from './knowledge.ts'
import { oddities } from './notes.ts'
import { dependenciesFirst } from './order.ts'
import type { Entry, Requirer, Resolution, ResolvedPackage } from './types.ts'

/** What an answer of the solver is made a resolution with. */
export interface ResolutionFacts {
  readonly knowledge: Knowledge
  readonly environment: MarkerEnvironment
  /** The user's requirements whose markers hold, with the names they turned out to have. */
  readonly requirements: readonly { readonly name: NormalizedName; readonly user: UserRequirement }[]
  readonly noDependencies: boolean
  readonly events: EventBus
}

interface Chosen {
  readonly name: NormalizedName
  readonly entry: Entry
  readonly metadata: CoreMetadata
  readonly metadataText: string
  readonly extras: NormalizedName[]
}

/** Turns the solver's decisions into packages, each with why it is here, in the order they may become visible. */
export async function buildResolution(solved: Solved, facts: ResolutionFacts): Promise<Resolution> {
  const chosen = await chosenPackages(solved, facts.knowledge)
  const requirers = new Map<NormalizedName, Requirer[]>()
  const addRequirer = (name: NormalizedName, requirer: Requirer): void => {
    const known = requirers.get(name)
    if (known === undefined) requirers.set(name, [requirer])
    else known.push(requirer)
  }
  for (const { name, user } of facts.requirements) addRequirer(name, { name: undefined, versionText: undefined, requirementText: user.text })
  const dependencies = new Map<NormalizedName, NormalizedName[]>()
  for (const item of chosen.values()) {
    const needed = facts.noDependencies ? [] : neededRequirements(item.metadata, facts.environment, item.extras)
    for (const requirement of needed) addRequirer(requirement.name, { name: item.name, versionText: item.entry.version.text, requirementText: requirement.text })
    dependencies.set(item.name, [...new Set(needed.map(({ name }) => name))].filter((name) => chosen.has(name)))
  }
  const packages = [...inUserOrder(chosen, facts)].map((item): ResolvedPackage => ({
    name: item.name,
    version: item.entry.version,
    entry: item.entry,
    metadata: item.metadata,
    metadataText: item.metadataText,
    extras: item.extras,
    userRequirements: facts.requirements.filter(({ name }) => name === item.name).map(({ user }) => user),
    requiredBy: requirers.get(item.name) ?? [],
    dependencies: dependencies.get(item.name) ?? [],
  }))
  const notices = oddities(packages, facts.knowledge)
  for (const { level, text } of notices) facts.events.notice(level, text)
  return { packages: dependenciesFirst(packages), decided: [...chosen.keys()], stats: solved.stats, notices, basis: facts.knowledge.basis() }
}

async function chosenPackages(solved: Solved, knowledge: Knowledge): Promise<Map<NormalizedName, Chosen>> {
  const chosen = new Map<NormalizedName, Chosen>()
  const extras = new Map<NormalizedName, NormalizedName[]>()
  for (const [key, index] of solved.decisions) {
    const { name, extras: named } = parsePackageKey(key)
    if (named.length > 0) {
      extras.set(name, [...(extras.get(name) ?? []), ...named])
      continue
    }
    const entry = knowledge.known(name).entries[index]
    if (entry === undefined) throw new Error(`the solver chose candidate ${index} of ${name}, which does not exist`)
    const answer = await knowledge.metadata(entry, { urgent: true })
    if (answer.kind !== 'metadata') throw new Error(`the solver chose ${name} ${entry.version.text}, whose metadata is broken`)
    chosen.set(name, { name, entry: answer.entry, metadata: answer.metadata, metadataText: answer.text, extras: [] })
  }
  for (const [name, list] of extras) chosen.get(name)?.extras.push(...[...new Set(list)].sort())
  return chosen
}

/** The user's packages in the user's order, then the others by name: a fixed start for the depth-first order. */
function inUserOrder(chosen: ReadonlyMap<NormalizedName, Chosen>, facts: ResolutionFacts): Chosen[] {
  const first = new Set(facts.requirements.map(({ name }) => name))
  const rest = [...chosen.keys()].filter((name) => !first.has(name)).sort()
  return [...first, ...rest].map((name) => chosen.get(name)).filter((item) => item !== undefined)
}
