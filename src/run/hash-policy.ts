import { contradiction } from '../fetch/contradiction.ts'
import { UserError, withContext } from '../kernel/errors.ts'
import type { Hash } from '../kernel/hash.ts'
import { describeOrigin, type Origin } from '../kernel/origin.ts'
import type { RequirementSet } from '../requests/types.ts'
import type { Candidate } from '../index/types.ts'
import type { Resolution, ResolvedPackage } from '../resolve/types.ts'
import type { NormalizedName } from '../standards/names.ts'
import { whyIncluded } from './why.ts'

/** The hashes that the user gave. */
export interface GivenHashes {
  /** Those of requirements and constraints (`userHashes`). */
  readonly hashes: ReadonlyMap<NormalizedName, readonly Hash[]>
  /** What they were read from. */
  readonly set: RequirementSet
  /** A lock file is part of it, which cannot be added to by hand. */
  readonly fromLock: boolean
}

/**
 * With hashes required, everything in the answer needs one, unlisted dependencies included, and what the index publishes of a file
 * must not be another one: known before anything is fetched. Throws `hash-missing`, `hash-mismatch`.
 */
export function checkHashes(resolution: Resolution, given: GivenHashes): void {
  checkMissing(resolution, given)
  for (const item of resolution.packages) if (item.entry.kind === 'index') checkPublished(item.entry.candidate, resolution, given)
}

function checkMissing(resolution: Resolution, { hashes, fromLock }: GivenHashes): void {
  const hasHash = ({ name, userRequirements }: ResolvedPackage): boolean => hashes.has(name) || userRequirements.some((user) => user.hashes.length > 0 || user.needsNoHash === true)
  const missing = resolution.packages.filter((item) => item.entry.kind !== 'installed' && !hasHash(item))
  const [first] = missing
  if (first === undefined) return
  const origin = first.userRequirements[0]?.origin
  throw new UserError('hash-missing', `hashes are required, and ${missing.length === 1 ? `one package has none: ${first.name}==${first.version.text}` : `${missing.length} packages have none`}`, {
    ...(origin === undefined ? { because: whyIncluded(first.name, resolution) } : { origin }),
    details: missing.map(suggestLine),
    hint: fromLock
      ? 'a lock file makes hashes mandatory for everything: make it anew so that it names these as well, or put these lines into a requirements file'
      : 'add these lines, after checking that they are what you want, or leave out --require-hashes and every --hash',
  })
}

function suggestLine(item: ResolvedPackage): string {
  const published = item.entry.kind === 'index' ? item.entry.candidate.file.hashes : item.entry.kind === 'direct' && item.entry.candidate.sha256 !== undefined ? [{ algorithm: 'sha256', hex: item.entry.candidate.sha256 }] : []
  const from = item.userRequirements[0] === undefined ? `needed by ${item.requiredBy.map(({ name }) => name ?? 'you').join(', ')}` : describeOrigin(item.userRequirements[0].origin)
  const hashes = published.length === 0 ? '--hash=sha256:… (its index publishes none)' : published.map((hash) => `--hash=${hash.algorithm}:${hash.hex}`).join(' ')
  return `${item.name}==${item.version.text} ${hashes}  # ${from}`
}

/** The file that was chosen because none of those listed has a hash that was given. */
function checkPublished({ name, version, file, index }: Candidate, resolution: Resolution, { hashes, set }: GivenHashes): void {
  const fault = contradiction({ name, versionText: version.text, filename: file.filename, publishedHashes: file.hashes, requiredHashes: hashes.get(name) ?? [] }, index.label)
  const origin = originOf(name, set)
  if (fault !== undefined) throw withContext(fault, { ...(origin === undefined ? {} : { origin }), because: whyIncluded(name, resolution) })
}

function originOf(name: NormalizedName, { requirements, constraints }: RequirementSet): Origin | undefined {
  return [...requirements, ...constraints].find((user) => user.name === name && user.hashes.length > 0)?.origin
}
