import { createHash } from 'node:crypto'
import type { IndexRef, PageMark } from '../index/types.ts'
import type { UserRequirement } from '../requests/types.ts'
import type { SolveStats } from '../solver/types.ts'
import type { CoreMetadata } from '../standards/metadata.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { IndexFile } from '../standards/simple-api.ts'
import { parseVersion } from '../standards/version.ts'
import type { Requirer, Resolution, ResolutionNotice, ResolvedPackage } from './types.ts'

/** A package of a resolution as it is written down: what the user said is a place in his list. */
interface KeptPackage {
  readonly name: NormalizedName
  readonly versionText: string
  readonly file: IndexFile
  readonly index: IndexRef
  readonly metadata: CoreMetadata
  readonly extras: readonly NormalizedName[]
  readonly asked: readonly number[]
  readonly requiredBy: readonly Requirer[]
  readonly dependencies: readonly NormalizedName[]
}

interface KeptResolution {
  readonly packages: readonly KeptPackage[]
  readonly decided: readonly NormalizedName[]
  readonly stats: SolveStats
  readonly notices: readonly ResolutionNotice[]
  readonly basis: readonly PageMark[]
}

/**
 * A resolution as text: the digest of what follows, a line end, JSON. Undefined for one that rests on more than what indexes
 * answered. `requirements`: the user's, in his order.
 */
export function writeResolution({ packages, decided, stats, notices, basis }: Resolution, requirements: readonly UserRequirement[]): string | undefined {
  const kept = packages.map((item) => keptPackage(item, requirements))
  if (basis === undefined || !kept.every((item) => item !== undefined)) return undefined
  const text = JSON.stringify({ packages: kept, decided, stats, notices, basis } satisfies KeptResolution)
  return `${digestOf(text)}\n${text}`
}

function keptPackage(item: ResolvedPackage, requirements: readonly UserRequirement[]): KeptPackage | undefined {
  const { name, version, entry, metadata, extras, userRequirements, requiredBy, dependencies } = item
  if (entry.kind !== 'index' || entry.candidate.format !== 'wheel') return undefined
  const { file, index } = entry.candidate
  return { name, versionText: version.text, file, index, metadata, extras, asked: userRequirements.map((user) => requirements.indexOf(user)), requiredBy, dependencies }
}

/**
 * Reads what `writeResolution` wrote, for the same requirements. Undefined for anything else than the whole text. The packages
 * have no other files and no text of their metadata.
 */
export function readResolution(written: string, requirements: readonly UserRequirement[]): (Resolution & { readonly basis: readonly PageMark[] }) | undefined {
  const lineEnd = written.indexOf('\n')
  const text = written.slice(lineEnd + 1)
  if (lineEnd === -1 || written.slice(0, lineEnd) !== digestOf(text)) return undefined
  const { packages, ...rest } = JSON.parse(text) as KeptResolution
  return { ...rest, packages: packages.map((item) => packageOf(item, requirements)) }
}

function packageOf({ name, versionText, file, index, metadata, extras, asked, requiredBy, dependencies }: KeptPackage, requirements: readonly UserRequirement[]): ResolvedPackage {
  const version = parseVersion(versionText)
  if (version === undefined) throw new Error(`a kept resolution has ${name} ${versionText}`)
  const userRequirements = asked.map((place) => requirements[place]).filter((user) => user !== undefined)
  return {
    name,
    version,
    entry: { kind: 'index', version, candidate: { name, version, format: 'wheel', file, isYanked: file.yanked !== false, index, others: [] } },
    metadata,
    metadataText: undefined,
    extras,
    userRequirements,
    requiredBy,
    dependencies,
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
