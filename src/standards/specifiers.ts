/**
 * Version specifiers: PEP 440 (now the version-specifiers page of the packaging specifications), accepted and applied as
 * `packaging.specifiers` does: comma-separated clauses, all of which must hold.
 *
 * Parsing compiles: about 1 µs for `>=3.8`, 3 µs for three clauses; asking whether a version is contained then takes
 * 30 ns (Node 24, quiet machine). Pages repeat few different texts many times, so a caller gains by keeping the sets.
 */
import { notParsed, parsed, type Parsed } from '../kernel/parsed.ts'
import { PYTHON_SPACE, pythonRepr, pythonStrip } from './python-strings.ts'
import { misplacedSuffix, parseSpecifier, SPECIFIER_TOKEN, type Specifier } from './specifier-grammar.ts'
import { compileSpecifier, type CompiledSpecifier } from './specifier-ranges.ts'
import { parseVersion, type Version } from './version.ts'
import { ALL_VERSIONS, intersectRanges, rangesContain, type VersionRanges } from './version-ranges.ts'

export type { Specifier } from './specifier-grammar.ts'

/** Clauses that must all hold, compiled; plain data. */
export interface SpecifierSet {
  /** As `str(SpecifierSet)`: clauses sorted, equal ones once, `''` for any version. */
  readonly text: string
  /** In the order of `text`, each as the user spelled it. */
  readonly specifiers: readonly Specifier[]
  /** A clause other than `!=` and `==….*` names a pre-release: pip then considers pre-releases (`prereleases` is True). */
  readonly mentionsPrerelease: boolean
  /** The versions that all clauses but `===` admit. */
  readonly ranges: VersionRanges
  /** The texts, in lower case, that `===` clauses demand; a version's normalized text must equal each of them. */
  readonly exact: readonly string[]
}

/** No clause at all. */
export const ANY_VERSION: SpecifierSet = { text: '', specifiers: [], mentionsPrerelease: false, ranges: ALL_VERSIONS, exact: [] }

/** Clauses separated by commas; empty ones are ignored. A failure's offset is where reading the clause had to stop. */
export function parseSpecifierSet(text: string): Parsed<SpecifierSet> {
  const specifiers: Specifier[] = []
  let offset = 0
  for (const clause of text.split(',')) {
    const specifier = parseSpecifier(clause)
    if (specifier !== undefined) specifiers.push(specifier)
    else if (pythonStrip(clause) !== '') return clauseFault(clause, offset)
    offset += clause.length + 1
  }
  return parsed(specifierSetOf(specifiers))
}

/** Whether one of the clauses leaves a single version (pip: `is_pinned`). */
export function isPinned({ specifiers }: SpecifierSet): boolean {
  return specifiers.some((clause) => clause.operator === '===' || namesVersion(clause))
}

/** The version that a clause leaves alone. `===` compares texts, which may be no versions. */
export function pinnedVersion({ specifiers }: SpecifierSet): Version | undefined {
  const pin = specifiers.find(namesVersion)
  return pin === undefined ? undefined : parseVersion(pin.version)
}

function namesVersion({ operator, version }: Specifier): boolean {
  return operator === '==' && !version.endsWith('.*')
}

/** The set of these clauses. */
export function specifierSetOf(specifiers: readonly Specifier[]): SpecifierSet {
  if (specifiers.length === 0) return ANY_VERSION
  const clauses = canonicalOrder(specifiers.map(compiledClause))
  return {
    text: clauses.map(({ text }) => text).join(','),
    specifiers: clauses.map(({ specifier }) => specifier),
    mentionsPrerelease: clauses.some(({ compiled }) => compiled.namesPrerelease),
    ranges: clauses.map(({ compiled }) => compiled.ranges).reduce(intersectRanges),
    exact: clauses.filter(({ specifier }) => specifier.operator === '===').map(({ specifier }) => specifier.version.toLowerCase()),
  }
}

/**
 * Whether the version satisfies every clause. Pre-releases count as any other version: whether they are wanted is the
 * caller's question. Two string comparisons for the common set, whatever the number of its clauses.
 */
export function specifierSetContains(set: SpecifierSet, version: Version): boolean {
  if (!rangesContain(set.ranges, version.sortKey)) return false
  return set.exact.length === 0 || set.exact.every((text) => text === version.text)
}

interface Clause {
  readonly specifier: Specifier
  readonly text: string
  readonly compiled: CompiledSpecifier
}

function compiledClause(specifier: Specifier): Clause {
  return { specifier, text: specifier.operator + specifier.version, compiled: compileSpecifier(specifier) }
}

/** Sorted by text; of clauses that mean the same (`==1.0`, `==1.0.0`) the first stays. */
function canonicalOrder(clauses: readonly Clause[]): readonly Clause[] {
  if (clauses.length === 1) return clauses
  const byMeaning = new Map<string, Clause>()
  for (const clause of [...clauses].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))) {
    if (!byMeaning.has(clause.compiled.meaning)) byMeaning.set(clause.compiled.meaning, clause)
  }
  return [...byMeaning.values()]
}

const LEADING_SPACE = new RegExp(`^[${PYTHON_SPACE}]*`)

function clauseFault(clause: string, offset: number): { ok: false; message: string; offset: number } {
  const start = LEADING_SPACE.exec(clause)?.[0].length ?? 0
  SPECIFIER_TOKEN.lastIndex = start
  const read = SPECIFIER_TOKEN.exec(clause)?.[0] ?? ''
  const end = start + read.length
  const suffix = read === '' ? undefined : misplacedSuffix(read, clause, end)
  const message = `Invalid specifier: ${pythonRepr(pythonStrip(clause))}${suffix === undefined ? '' : `: ${suffix.message}`}`
  return notParsed(message, offset + (suffix?.offset ?? end))
}
