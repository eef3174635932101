/**
 * What each operator of PEP 440 admits, as ranges of sort keys. The table follows the text of PEP 440 and agrees with
 * `packaging._ranges`; V is the version of the clause.
 *
 *   >=V       from V
 *   <=V       up to V and its local versions
 *   ==V       V and its local versions; with a local segment in V only V itself.  != is the rest
 *   ==V.*     from V.dev0 to before (V with its last number + 1).dev0
 *   ~=V       from V to before (V without its last number, then as above)
 *   <V        up to before V.dev0, when V is no pre-release; else up to before V
 *   >V        after V, its local versions and its post-releases; V.postN: from V.post(N+1).dev0; V.devN: from V.dev(N+1)
 */
import type { Specifier, SpecifierOperator } from './specifier-grammar.ts'
import { formatVersionParts, KEY_MAX, KEY_NEXT, scanVersion, sortKeyOf, sortKeyOfPre, type VersionParts } from './version-parts.ts'
import { ALL_VERSIONS, complementRanges, FIRST_KEY, interval, LAST_KEY, type VersionRanges } from './version-ranges.ts'

/** What a set needs to know of one clause; worked out once, when it is parsed. */
export interface CompiledSpecifier {
  /** The versions the clause admits; for `===`, which compares text, all of them. */
  readonly ranges: VersionRanges
  /** Whether pip considers pre-releases because of the clause: it names one, and is not `!=` or `==….*`. */
  readonly namesPrerelease: boolean
  /** Equal for clauses that packaging holds equal: trailing zeros matter only to `~=`, which counts the numbers. */
  readonly meaning: string
}

/** Throws only for what the grammar of specifier-grammar.ts refuses. */
export function compileSpecifier({ operator, version }: Specifier): CompiledSpecifier {
  const isWildcard = operator !== '===' && version.endsWith('.*')
  const parts = scanVersion(isWildcard ? version.slice(0, -2) : version)
  const namesPrerelease = operator !== '!=' && !isWildcard && parts !== undefined && isPrerelease(parts)
  if (operator === '===') return { ranges: ALL_VERSIONS, namesPrerelease, meaning: operator + version }
  if (parts === undefined) throw new Error(`not a version specifier: ${operator}${version}`)
  if (isWildcard) {
    const ranges = operator === '!=' ? complementRanges(prefixRange(parts)) : prefixRange(parts)
    return { ranges, namesPrerelease, meaning: operator + version }
  }
  const meaning = operator + (operator === '~=' ? formatVersionParts(parts) : sortKeyOf(parts))
  return { ranges: rangesOf(operator, parts), namesPrerelease, meaning }
}

function rangesOf(operator: Exclude<SpecifierOperator, '==='>, parts: VersionParts): VersionRanges {
  switch (operator) {
    case '>=':
      return interval(sortKeyOf(parts), LAST_KEY)
    case '<=':
      return interval(FIRST_KEY, sortKeyOf(parts) + KEY_MAX)
    case '==':
      return equalRange(parts)
    case '!=':
      return complementRanges(equalRange(parts))
    case '~=':
      return interval(sortKeyOf(parts), sortKeyOf(afterPrefix({ ...parts, release: parts.release.slice(0, -1) })))
    case '<':
      return interval(FIRST_KEY, sortKeyOf(isPrerelease(parts) ? parts : { ...parts, dev: '0' }))
    case '>':
      return interval(keyAfterFamily(parts), LAST_KEY)
  }
}

function isPrerelease(parts: VersionParts): boolean {
  return parts.pre !== undefined || parts.dev !== undefined
}

function equalRange(parts: VersionParts): VersionRanges {
  const key = sortKeyOf(parts)
  return interval(key, key + (parts.local === undefined ? KEY_MAX : KEY_NEXT))
}

function prefixRange(parts: VersionParts): VersionRanges {
  return interval(sortKeyOf(firstOf(parts, parts.release)), sortKeyOf(afterPrefix(parts)))
}

/** The first version after all whose release starts with this one's: 1.2 → 1.3.dev0. */
function afterPrefix(parts: VersionParts): VersionParts {
  return firstOf(parts, [...parts.release.slice(0, -1), increment(parts.release.at(-1) ?? '0')])
}

function firstOf({ epoch }: VersionParts, release: readonly string[]): VersionParts {
  return { epoch, release, pre: undefined, post: undefined, dev: '0', local: undefined }
}

function keyAfterFamily(parts: VersionParts): string {
  if (parts.dev !== undefined) return sortKeyOf({ ...parts, dev: increment(parts.dev) })
  if (parts.post !== undefined) return sortKeyOf({ ...parts, post: increment(parts.post), dev: '0' })
  return `${sortKeyOfPre(parts)}1${KEY_MAX}`
}

function increment(digits: string): string {
  return String(BigInt(digits) + 1n)
}
