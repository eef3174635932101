import type { CoreMetadata } from '../standards/metadata.ts'
import { evaluateMarker, type MarkerEnvironment } from '../standards/markers.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { Requirement } from '../standards/requirements.ts'
import { specifierSetContains } from '../standards/specifiers.ts'
import type { Version } from '../standards/version.ts'
import type { InstalledDistribution } from '../target/types.ts'
import type { PackageAction } from './actions.ts'
import { readInstalled } from './installed-metadata.ts'

/** A distribution of an environment, as far as requirements go. */
export interface Member {
  readonly name: NormalizedName
  readonly version: Version
  /** Those that count on this machine. Extras are not known of installed distributions and do not count. */
  readonly requirements: readonly Requirement[]
}

/** A requirement that is not met, by what there is. */
export interface UnmetRequirement {
  readonly member: Member
  readonly requirement: Requirement
  /** Of another version; undefined when nothing of the name is there. */
  readonly found: Member | undefined
}

/** What is installed with its requirements; reads the metadata of each, and gives those of which it cannot be read. */
export function installedMembers(installed: Iterable<InstalledDistribution>, environment: MarkerEnvironment): { readonly members: Map<NormalizedName, Member>; readonly unreadable: readonly InstalledDistribution[] } {
  const members = new Map<NormalizedName, Member>()
  const unreadable: InstalledDistribution[] = []
  for (const distribution of installed) {
    const answer = readInstalled(distribution)
    if (answer.kind !== 'metadata') unreadable.push(distribution)
    members.set(distribution.name, { ...distribution, requirements: answer.kind === 'metadata' ? activeOf(answer.metadata, environment) : [] })
  }
  return { members, unreadable }
}

function activeOf({ requiresDist }: CoreMetadata, environment: MarkerEnvironment): Requirement[] {
  return requiresDist.filter(({ marker }) => marker === undefined || evaluateMarker(marker, environment, NO_EXTRAS))
}

const NO_EXTRAS: ReadonlySet<string> = new Set()

/** What does not fit together among some distributions. Source: pip's `_internal/operations/check.py`. */
export function unmetRequirements(members: ReadonlyMap<NormalizedName, Member>, asked: Iterable<Member> = members.values()): UnmetRequirement[] {
  return [...asked].flatMap((member) =>
    member.requirements.flatMap((requirement) => {
      const found = members.get(requirement.name)
      return found !== undefined && specifierSetContains(requirement.specifier, found.version) ? [] : [{ member, requirement, found }]
    }),
  )
}

/** What the run does, what was there before, and for which target markers are evaluated. */
export interface BrokenFacts {
  readonly actions: readonly PackageAction[]
  readonly installed: ReadonlyMap<NormalizedName, InstalledDistribution>
  readonly environment: MarkerEnvironment
}

/**
 * What will not fit together in the environment after the run, a line each: requirements of distributions that the run installs,
 * or that need one it installs.
 */
export function brokenRequirements({ actions, installed, environment }: BrokenFacts): string[] {
  const changed = actions.filter((action) => action.kind === 'install')
  if (changed.length === 0 || installed.size === 0) return []
  const { members } = installedMembers(installed.values(), environment)
  for (const { item } of changed) members.set(item.name, { name: item.name, version: item.version, requirements: activeOf(item.metadata, environment) })
  const fresh = new Set(changed.map(({ item }) => item.name))
  const affected = [...members.values()]
    .filter(({ name, requirements }) => fresh.has(name) || requirements.some((requirement) => fresh.has(requirement.name)))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return unmetRequirements(members, affected).map(({ member, requirement, found }) => {
    const head = `${member.name} ${member.version.text} requires ${requirement.displayName}${requirement.specifier.text}`
    return found === undefined ? `${head}, which is not installed` : `${head}, but you have ${found.name} ${found.version.text}, which is incompatible`
  })
}
