import type { Dependency } from '../solver/types.ts'
import { evaluateMarker, type MarkerEnvironment } from '../standards/markers.ts'
import type { CoreMetadata } from '../standards/metadata.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { Requirement } from '../standards/requirements.ts'
import { toDependencies, type Demand, type DemandSets } from './demand.ts'

/**
 * The requirements of a distribution that hold for the target: without `extra`, those that hold anyway; with it, those
 * that the extra adds (a requirement is evaluated once per extra, as pip does).
 */
export function activeRequirements(metadata: CoreMetadata, environment: MarkerEnvironment, extra: NormalizedName | undefined): Requirement[] {
  const none: ReadonlySet<string> = new Set()
  const one: ReadonlySet<string> = new Set(extra === undefined ? [] : [extra])
  return metadata.requiresDist.filter(({ marker }) => {
    if (marker === undefined) return extra === undefined
    const always = evaluateMarker(marker, environment, none)
    return extra === undefined ? always : !always && evaluateMarker(marker, environment, one)
  })
}

/** A distribution's requirement as the solver's dependencies. */
export function dependenciesOf(requirement: Requirement, sets: DemandSets, directUrl: string | undefined): Dependency[] {
  const demand: Demand = { name: requirement.name, specifier: requirement.specifier, directUrl, user: undefined, userOrder: undefined }
  return toDependencies(demand, requirement.extras, withoutMarker(requirement), sets)
}

/** For explanations: the marker held, so it says nothing more. */
function withoutMarker(requirement: Requirement): string {
  const extras = requirement.extras.length === 0 ? '' : `[${requirement.extras.join(',')}]`
  return requirement.url === undefined ? `${requirement.displayName}${extras}${requirement.specifier.text}` : `${requirement.displayName}${extras} @ ${requirement.url}`
}
