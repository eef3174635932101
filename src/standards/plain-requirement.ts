import { parseMarker, type Marker } from './markers.ts'
import { splitClause } from './specifier-grammar.ts'
import { ANY_VERSION, specifierSetOf, type SpecifierSet } from './specifiers.ts'

/** What a requirement of the usual form says; the rest of it is in its text. */
export interface PlainRequirement {
  readonly name: string
  readonly extras: readonly string[]
  readonly specifier: SpecifierSet
  readonly marker: Marker | undefined
}

/** How its parts are read; undefined for those that only the whole grammar can judge. */
export interface PlainReaders {
  readonly specifier: (text: string) => SpecifierSet
  readonly marker: (text: string) => Marker | undefined
}

const IDENTIFIER = '[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?'
const RELEASE = '[0-9]+(?:\\.[0-9]+)*'
const CLAUSE = `(?:(?:==|!=) ?${RELEASE}(?:\\.\\*)?|(?:<=|>=|<|>) ?${RELEASE}|~= ?[0-9]+(?:\\.[0-9]+)+)`
const CLAUSES = `${CLAUSE}(?: ?, ?${CLAUSE})*`
const PLAIN = new RegExp(`^(${IDENTIFIER})(?:\\[(${IDENTIFIER}(?: ?, ?${IDENTIFIER})*)\\])? ?(?:(${CLAUSES})|\\((${CLAUSES})\\))? ?(?:;(.*))?$`)

/**
 * Reads `name[extra] >=1,<2; marker` with versions of numbers and dots, which nearly all requirements are, by one expression.
 * Undefined for any other text: then the whole grammar has to read it, and to say what is wrong if anything is.
 */
export function readPlainRequirement(text: string, readers: PlainReaders): PlainRequirement | undefined {
  const match = PLAIN.exec(text)
  if (match === null) return undefined
  const [, name = '', extras, bare, enclosed, markerText] = match
  const clauses = bare ?? enclosed
  const marker = markerText === undefined ? undefined : readers.marker(markerText)
  if (markerText !== undefined && marker === undefined) return undefined
  return { name, extras: extras?.split(/ ?, ?/) ?? [], specifier: clauses === undefined ? ANY_VERSION : readers.specifier(clauses), marker }
}

export const PLAIN_READERS: PlainReaders = { specifier: readClauses, marker: readMarkerText }

/** Readers that know what they have read: the requirements of a distribution, and of a whole set, repeat few markers and bounds. */
export function rememberingReaders(): PlainReaders {
  const specifiers = new Map<string, SpecifierSet>()
  const markers = new Map<string, Marker | undefined>()
  return {
    specifier: (text) => specifiers.get(text) ?? remember(specifiers, text, readClauses(text)),
    marker: (text) => markers.get(text) ?? remember(markers, text, readMarkerText(text)),
  }
}

function remember<T>(known: Map<string, T>, text: string, value: T): T {
  known.set(text, value)
  return value
}

function readClauses(text: string): SpecifierSet {
  return specifierSetOf(text.split(/ ?, ?/).map(splitClause))
}

function readMarkerText(text: string): Marker | undefined {
  const marker = parseMarker(text)
  return marker.ok ? marker.value : undefined
}
