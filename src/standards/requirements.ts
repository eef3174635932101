/**
 * Requirements: PEP 508 (now the dependency-specifiers page of the packaging specifications), accepted as
 * `packaging.requirements.Requirement` does: `name[extra,…] (specifiers) ; marker` and `name[extra,…] @ url ; marker`.
 */
import { parsed, type Parsed } from '../kernel/parsed.ts'
import { readMarker } from './marker-grammar.ts'
import { formatMarker, withoutOuterGroup, type Marker } from './marker-tree.ts'
import { normalizeName, type NormalizedName } from './names.ts'
import { PLAIN_READERS, readPlainRequirement, rememberingReaders, type PlainReaders } from './plain-requirement.ts'
import { misplacedSuffix, splitClause } from './specifier-grammar.ts'
import { ANY_VERSION, parseSpecifierSet, specifierSetOf, type SpecifierSet } from './specifiers.ts'
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
  return readWith(text, PLAIN_READERS)
}

/**
 * Reads many requirements, each as `parseRequirement`: 2 µs each in place of 10, since bounds and markers that repeat are read once, and
 * 0.1 µs for one that was read before, which most are where the versions of a project follow each other.
 */
export function requirementReader(): (text: string) => Parsed<Requirement> {
  const readers = rememberingReaders()
  const known = new Map<string, Parsed<Requirement>>()
  return (text) => {
    const read = known.get(text) ?? readWith(text, readers)
    known.set(text, read)
    return read
  }
}

function readWith(text: string, readers: PlainReaders): Parsed<Requirement> {
  const plain = readPlainRequirement(text, readers)
  if (plain === undefined) return parseWith(text, readRequirement)
  const { name, extras, specifier, marker } = plain
  return parsed({ name: normalizeName(name), displayName: name, extras: extraNames(extras), specifier, url: undefined, marker, text })
}

function extraNames(names: readonly string[]): NormalizedName[] {
  return [...new Set(names.map(normalizeName))].sort()
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
  const { clauses, url, marker } = scanner.take('at') === undefined ? readVersions(scanner) : readUrl(scanner)
  if (!scanner.atEnd()) scanner.fail('Expected end of dependency specifier')
  const specifier = clauses === undefined ? ANY_VERSION : specifierOf(scanner, clauses)
  return { name: normalizeName(displayName), displayName, extras, specifier, url, marker, text: scanner.text }
}

/** What may follow the name. */
interface Details {
  readonly clauses?: Clauses
  readonly url: string | undefined
  readonly marker: Marker | undefined
}

function readUrl(scanner: SyntaxScanner): Details {
  scanner.skipSpace()
  const url = scanner.expect('url', 'URL after @')
  if (!scanner.atEnd()) scanner.expect('space', 'whitespace after URL')
  return { url, marker: scanner.atEnd() ? undefined : readRequirementMarker(scanner, 'semicolon (after URL and whitespace)') }
}

function readVersions(scanner: SyntaxScanner): Details {
  const clauses = scanner.enclosed('leftParenthesis', 'version specifier', () => {
    scanner.skipSpace()
    const read = readClauses(scanner)
    scanner.skipSpace()
    return read
  })
  scanner.skipSpace()
  const expected = clauses.tokens.length === 0
    ? 'semicolon (after name with no version specifier)'
    : 'comma (within version specifier), semicolon (after version specifier)'
  return { clauses, url: undefined, marker: scanner.atEnd() ? undefined : readRequirementMarker(scanner, expected) }
}

interface Clauses {
  readonly tokens: readonly string[]
  /** Where the stretch of text with all of them starts and ends. */
  readonly start: number
  readonly end: number
}

/** specifier ("," specifier)* ","? — a `===` takes all that follows up to white space, commas included. */
function readClauses(scanner: SyntaxScanner): Clauses {
  const start = scanner.position
  const tokens: string[] = []
  for (let clause = scanner.take('specifier'); clause !== undefined; clause = scanner.take('specifier')) {
    tokens.push(clause)
    const suffix = misplacedSuffix(clause, scanner.text, scanner.position)
    if (suffix !== undefined) scanner.fail(suffix.message, suffix.offset)
    scanner.skipSpace()
    if (scanner.take('comma') === undefined) break
    scanner.skipSpace()
  }
  return { tokens, start, end: scanner.position }
}

/** What followed a `===` may hold further clauses, or turn out to be none. */
function specifierOf(scanner: SyntaxScanner, { tokens, start, end }: Clauses): SpecifierSet {
  if (!tokens.some((token) => token.startsWith('==='))) return specifierSetOf(tokens.map(splitClause))
  const set = parseSpecifierSet(scanner.text.slice(start, end))
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
    return extraNames(names)
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
