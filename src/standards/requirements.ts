/**
 * Requirements: PEP 508 (now the dependency-specifiers page of the packaging specifications), accepted as
 * `packaging.requirements.Requirement` does: `name[extra,…] (specifiers) ; marker` and `name[extra,…] @ url ; marker`.
 */
import type { Parsed } from '../kernel/parsed.ts'
import { readMarker } from './marker-grammar.ts'
import { formatMarker, withoutOuterGroup, type Marker } from './marker-tree.ts'
import { normalizeName, type NormalizedName } from './names.ts'
import { misplacedSuffix } from './specifier-grammar.ts'
import { ANY_VERSION, parseSpecifierSet, type SpecifierSet } from './specifiers.ts'
import { parseWith, type SyntaxScanner } from './syntax-scanner.ts'

/** One requirement; plain data. */
export interface Requirement {
  readonly name: NormalizedName
  /** The name as written. */
  readonly displayName: string
  /** Normalized, sorted, each once. */
  readonly extras: readonly NormalizedName[]
  /** Any version when `url` is given: a requirement has one or the other. */
  readonly specifier: SpecifierSet
  /** As written after `@`; nothing about it is checked. */
  readonly url: string | undefined
  readonly marker: Marker | undefined
  /** The text that was parsed, unchanged. */
  readonly text: string
}

/** Reads a whole requirement. A failure's offset is the first character that could not be understood. */
export function parseRequirement(text: string): Parsed<Requirement> {
  return parseWith(text, readRequirement)
}

/** The requirement as `str(Requirement)` of packaging prints it, but with normalized extras. */
export function formatRequirement(requirement: Requirement): string {
  const extras = requirement.extras.length === 0 ? '' : `[${requirement.extras.join(',')}]`
  const url = requirement.url === undefined ? '' : ` @ ${requirement.url}${requirement.marker === undefined ? '' : ' '}`
  const marker = requirement.marker === undefined ? '' : `; ${formatMarker(requirement.marker)}`
  return requirement.displayName + extras + requirement.specifier.text + url + marker
}

function readRequirement(scanner: SyntaxScanner): Requirement {
  scanner.skipSpace()
  const displayName = scanner.expect('identifier', 'package name at the start of dependency specifier')
  scanner.skipSpace()
  const extras = readExtras(scanner)
  scanner.skipSpace()
  const details = scanner.take('at') === undefined ? readVersions(scanner) : readUrl(scanner)
  if (!scanner.atEnd()) scanner.fail('Expected end of dependency specifier')
  return { name: normalizeName(displayName), displayName, extras, ...details, text: scanner.text }
}

type Details = Pick<Requirement, 'specifier' | 'url' | 'marker'>

function readUrl(scanner: SyntaxScanner): Details {
  scanner.skipSpace()
  const url = scanner.expect('url', 'URL after @')
  if (!scanner.atEnd()) scanner.expect('space', 'whitespace after URL')
  const marker = scanner.atEnd() ? undefined : readRequirementMarker(scanner, 'semicolon (after URL and whitespace)')
  return { specifier: ANY_VERSION, url, marker }
}

function readVersions(scanner: SyntaxScanner): Details {
  const specifier = scanner.enclosed('leftParenthesis', 'version specifier', () => {
    scanner.skipSpace()
    const set = readSpecifiers(scanner)
    scanner.skipSpace()
    return set
  })
  scanner.skipSpace()
  const expected = specifier === ANY_VERSION
    ? 'semicolon (after name with no version specifier)'
    : 'comma (within version specifier), semicolon (after version specifier)'
  return { specifier, url: undefined, marker: scanner.atEnd() ? undefined : readRequirementMarker(scanner, expected) }
}

/** specifier ("," specifier)* ","? — a `===` takes all that follows up to white space, commas included. */
function readSpecifiers(scanner: SyntaxScanner): SpecifierSet {
  const start = scanner.position
  for (let clause = scanner.take('specifier'); clause !== undefined; clause = scanner.take('specifier')) {
    const suffix = misplacedSuffix(clause, scanner.text.slice(scanner.position))
    if (suffix !== undefined) scanner.fail(suffix.message, scanner.position - clause.length + suffix.offset)
    scanner.skipSpace()
    if (scanner.take('comma') === undefined) break
    scanner.skipSpace()
  }
  const set = parseSpecifierSet(scanner.text.slice(start, scanner.position))
  return set.ok ? set.value : scanner.fail(set.message, start + set.offset)
}

function readRequirementMarker(scanner: SyntaxScanner, expected: string): Marker {
  if (scanner.take('semicolon') === undefined) scanner.fail(`Expected ${expected} or end`)
  const marker = withoutOuterGroup(readMarker(scanner))
  scanner.skipSpace()
  return marker
}

/** "[" (name ("," name)*)? "]" */
function readExtras(scanner: SyntaxScanner): NormalizedName[] {
  if (!scanner.sees('leftBracket')) return []
  return scanner.enclosed('leftBracket', 'extras', () => {
    scanner.skipSpace()
    const names = readExtraNames(scanner)
    scanner.skipSpace()
    return [...new Set(names.map(normalizeName))].sort()
  })
}

function readExtraNames(scanner: SyntaxScanner): string[] {
  const first = scanner.take('identifier')
  if (first === undefined) return []
  const names = [first]
  for (;;) {
    scanner.skipSpace()
    if (scanner.sees('identifier')) scanner.fail('Expected comma between extra names')
    if (scanner.take('comma') === undefined) return names
    scanner.skipSpace()
    names.push(scanner.expect('identifier', 'extra name after comma'))
  }
}
