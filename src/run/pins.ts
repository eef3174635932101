import type { Candidate } from '../index/types.ts'
import type { Requests, UserRequirement } from '../requests/types.ts'
import { evaluateMarker, type MarkerEnvironment } from '../standards/markers.ts'
import type { NormalizedName } from '../standards/names.ts'
import { isPinned, pinnedVersion, specifierSetContains } from '../standards/specifiers.ts'
import type { Version } from '../standards/version.ts'

/** A requirement of the user's that leaves one version of a project, and applies to the target. */
export interface Pin {
  readonly name: NormalizedName
  readonly user: UserRequirement
}

/** The user's pins, the first of each project; none where what the user names is not installed. */
export function pinsOf({ set, policy }: Pick<Requests, 'set' | 'policy'>, environment: MarkerEnvironment): readonly Pin[] {
  if (policy.onlyDependencies) return []
  const pins = new Map<NormalizedName, Pin>()
  for (const user of set.requirements) {
    const { name } = user
    if (name === undefined || pins.has(name) || user.direct !== undefined || !isPinned(user.specifier)) continue
    if (user.marker === undefined || evaluateMarker(user.marker, environment)) pins.set(name, { name, user })
  }
  return [...pins.values()]
}

/** Projects that requirements of the user's name which apply to the target; none where what the user names is not installed. */
export function namesOf({ set, policy }: Pick<Requests, 'set' | 'policy'>, environment: MarkerEnvironment): ReadonlySet<NormalizedName> {
  const applying = policy.onlyDependencies ? [] : set.requirements.filter(({ marker }) => marker === undefined || evaluateMarker(marker, environment))
  return new Set(applying.flatMap(({ name, direct }) => (name === undefined || direct !== undefined ? [] : [name])))
}

/** The version that requirements or constraints of the user's leave of a project, where they leave one; undefined where none does so of any. */
export function onlyVersions({ set: { requirements, constraints } }: Pick<Requests, 'set'>, environment: MarkerEnvironment): ((name: NormalizedName) => Version | undefined) | undefined {
  const versions = new Map<NormalizedName, Version>()
  for (const { name, direct, marker, specifier } of [...requirements, ...constraints]) {
    const version = name === undefined || direct !== undefined || versions.has(name) ? undefined : pinnedVersion(specifier)
    if (name !== undefined && version !== undefined && (marker === undefined || evaluateMarker(marker, environment))) versions.set(name, version)
  }
  return versions.size === 0 ? undefined : (name) => versions.get(name)
}

/** A wheel up to this size is here about as soon as its metadata alone. */
const SMALL_BYTES = 4 << 20

/**
 * Whether the metadata of a candidate is best read from its wheel, which then costs no request of its own: the user has pinned
 * it, so that the wheel is needed for certain. Big wheels are not waited for, unless all there is to install is named anyway
 * (hashes are required, or a lock says so), so that nothing new can follow from their metadata.
 */
export function wheelReader({ policy, locked }: Requests, pins: readonly Pin[]): (candidate: Candidate) => boolean {
  const byName = new Map(pins.map(({ name, user }) => [name, user.specifier]))
  const isComplete = policy.requireHashes || locked.length > 0
  return ({ name, version, file }: { readonly name: NormalizedName; readonly version: Version; readonly file: Candidate['file'] }) => {
    const specifier = byName.get(name)
    if (specifier === undefined || !specifierSetContains(specifier, version)) return false
    return isComplete || (file.sizeBytes ?? 0) <= SMALL_BYTES
  }
}
