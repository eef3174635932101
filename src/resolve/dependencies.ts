import type { Dependency } from '../solver/types.ts'
import { evaluateMarker, type Marker, type MarkerEnvironment } from '../standards/markers.ts'
import type { CoreMetadata } from '../standards/metadata.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { Requirement } from '../standards/requirements.ts'
import { toDependency, type Demand, type DemandSets } from './demand.ts'

/**
 * The requirements of a distribution that hold for the target: without extras, those that hold anyway; with extras, those
 * that they add. Extras that the distribution does not provide add nothing, whatever its markers say (pip).
 */
export function activeRequirements(metadata: CoreMetadata, environment: MarkerEnvironment, extras: readonly NormalizedName[]): Requirement[] {
  const asked: ReadonlySet<string> = new Set(extras.filter((extra) => metadata.providesExtras.includes(extra)))
  if (extras.length > 0 && asked.size === 0) return []
  return metadata.requiresDist.filter(({ marker }) => {
    if (marker === undefined) return extras.length === 0
    const always = holdsAnyway(marker, environment)
    return extras.length === 0 ? always : !always && evaluateMarker(marker, environment, asked)
  })
}

/** All that a distribution needs on the target with these extras: what it needs anyway, then what the extras add. */
export function neededRequirements(metadata: CoreMetadata, environment: MarkerEnvironment, extras: readonly NormalizedName[]): Requirement[] {
  const own = activeRequirements(metadata, environment, [])
  return extras.length === 0 ? own : [...own, ...activeRequirements(metadata, environment, extras)]
}

const NONE: ReadonlySet<string> = new Set()
/** What was found of markers, which a set of distributions repeats and every look at one of them asks about again. */
const found = new WeakMap<MarkerEnvironment, WeakMap<Marker, boolean>>()

/** Whether the marker holds without extras. */
function holdsAnyway(marker: Marker, environment: MarkerEnvironment): boolean {
  const known = found.get(environment) ?? new WeakMap<Marker, boolean>()
  found.set(environment, known)
  const holds = known.get(marker) ?? evaluateMarker(marker, environment, NONE)
  known.set(marker, holds)
  return holds
}

/** A distribution's requirement as the solver's dependency. */
export function dependencyOf(requirement: Requirement, sets: DemandSets, directKey: string | undefined): Dependency {
  const demand: Demand = { name: requirement.name, specifier: requirement.specifier, directKey, user: undefined }
  return toDependency(demand, requirement.extras, withoutMarker(requirement), sets)
}

/** For explanations: the marker held, so it says nothing more. */
function withoutMarker(requirement: Requirement): string {
  const extras = requirement.extras.length === 0 ? '' : `[${requirement.extras.join(',')}]`
  return requirement.url === undefined ? `${requirement.displayName}${extras}${requirement.specifier.text}` : `${requirement.displayName}${extras} @ ${requirement.url}`
}
