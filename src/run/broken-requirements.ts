import type { CoreMetadata } from '../standards/metadata.ts'
import { evaluateMarker, type MarkerEnvironment } from '../standards/markers.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { Requirement } from '../standards/requirements.ts'
import { specifierSetContains } from '../standards/specifiers.ts'
import type { Version } from '../standards/version.ts'
import type { InstalledDistribution } from '../target/types.ts'
import type { PackageAction } from './actions.ts'
import { readInstalled } from './installed-metadata.ts'

export interface BrokenFacts {
  readonly actions: readonly PackageAction[]
  readonly installed: ReadonlyMap<NormalizedName, InstalledDistribution>
  readonly environment: MarkerEnvironment
}

interface Member {
  readonly name: NormalizedName
  readonly version: Version
  readonly requirements: readonly Requirement[]
}

/**
 * What will not fit together in the environment after the run, a line each: requirements of distributions that the run installs,
 * or that need one it installs. Extras are not known of installed distributions and do not count. Reads the metadata of
 * everything installed. Source: pip's `_internal/operations/check.py`.
 */
export function brokenRequirements({ actions, installed, environment }: BrokenFacts): string[] {
  const changed = actions.filter((action) => action.kind === 'install')
  if (changed.length === 0 || installed.size === 0) return []
  const none: ReadonlySet<string> = new Set()
  const active = (metadata: CoreMetadata): Requirement[] => metadata.requiresDist.filter(({ marker }) => marker === undefined || evaluateMarker(marker, environment, none))
  const members = new Map<NormalizedName, Member>()
  for (const distribution of installed.values()) members.set(distribution.name, memberOf(distribution, active))
  for (const { item } of changed) members.set(item.name, { name: item.name, version: item.version, requirements: active(item.metadata) })
  const fresh = new Set(changed.map(({ item }) => item.name))
  return [...members.values()]
    .filter(({ name, requirements }) => fresh.has(name) || requirements.some((requirement) => fresh.has(requirement.name)))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((member) => member.requirements.flatMap((requirement) => problemOf(member, requirement, members) ?? []))
}

function memberOf(distribution: InstalledDistribution, active: (metadata: CoreMetadata) => Requirement[]): Member {
  const answer = readInstalled(distribution)
  return { name: distribution.name, version: distribution.version, requirements: answer.kind === 'metadata' ? active(answer.metadata) : [] }
}

function problemOf(member: Member, requirement: Requirement, members: ReadonlyMap<NormalizedName, Member>): string | undefined {
  const found = members.get(requirement.name)
  const head = `${member.name} ${member.version.text} requires ${requirement.displayName}${requirement.specifier.text}`
  if (found === undefined) return `${head}, which is not installed`
  return specifierSetContains(requirement.specifier, found.version) ? undefined : `${head}, but you have ${found.name} ${found.version.text}, which is incompatible`
}
