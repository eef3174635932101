import { UserError } from '../kernel/errors.ts'
import { isSameHash, type Hash } from '../kernel/hash.ts'
import { describeOrigin } from '../kernel/origin.ts'
import type { RequirementSet, UserRequirement } from '../requests/types.ts'
import { evaluateMarker, type MarkerEnvironment } from '../standards/markers.ts'
import type { NormalizedName } from '../standards/names.ts'

/**
 * Hashes given for each project: those that every requirement and constraint with hashes on it allows, as pip intersects them.
 * Where two lines speak of different algorithms the first counts. Throws `hash-mismatch` for lines that have none in common.
 */
export function userHashes({ requirements, constraints }: RequirementSet, environment: MarkerEnvironment): ReadonlyMap<NormalizedName, readonly Hash[]> {
  const byName = new Map<NormalizedName, { readonly hashes: readonly Hash[]; readonly user: UserRequirement }>()
  for (const user of [...requirements, ...constraints]) {
    if (user.name === undefined || user.hashes.length === 0) continue
    if (user.marker !== undefined && !evaluateMarker(user.marker, environment)) continue
    const before = byName.get(user.name)
    byName.set(user.name, before === undefined ? { hashes: user.hashes, user } : { hashes: inCommon(before, user), user: before.user })
  }
  return new Map([...byName].map(([name, { hashes }]) => [name, hashes]))
}

function inCommon(before: { readonly hashes: readonly Hash[]; readonly user: UserRequirement }, user: UserRequirement): readonly Hash[] {
  const comparable = before.hashes.filter((hash) => user.hashes.some((other) => other.algorithm === hash.algorithm))
  if (comparable.length === 0) return before.hashes
  const both = comparable.filter((hash) => user.hashes.some((other) => isSameHash(other, hash)))
  if (both.length > 0) return both
  throw new UserError('hash-mismatch', `two lines give hashes for ${user.name} that have none in common`, {
    origin: user.origin,
    details: [`the other line is ${describeOrigin(before.user.origin)}`],
    hint: 'make both lines from the same files, or leave one of them out',
  })
}
