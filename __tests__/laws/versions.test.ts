import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  ANY_VERSION, parseSpecifierSet, specifierSetContains, specifierSetOf, type SpecifierSet,
} from '../../src/standards/specifiers.ts'
import { compareVersions, parseVersion, type Version } from '../../src/standards/version.ts'
import { ALL_VERSIONS, complementRanges, intersectRanges, rangesContain } from '../../src/standards/version-ranges.ts'
import { nearVersion, specifierText, versionText } from '../support/packaging/arbitraries.ts'

const version = fc.oneof(nearVersion, versionText).map((text) => parseVersion(text)).filter((parsed) => parsed !== undefined)
const specifierSet = specifierText.map((text) => parseSpecifierSet(text)).filter((parsed) => parsed.ok).map((parsed) => parsed.value)
const contains = specifierSetContains

function set(text: string): SpecifierSet {
  const parsed = parseSpecifierSet(text)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.value
}

/** Epoch and release as in the normalized text, where no number is rounded. */
function releaseOf(version: Version): string {
  return /^(?:[0-9]+!)?[0-9.]*[0-9]/.exec(version.text)?.[0] ?? ''
}

/** One set of the clauses of all these. */
function together(...sets: readonly SpecifierSet[]): SpecifierSet {
  return specifierSetOf(sets.flatMap(({ specifiers }) => specifiers))
}

function law<T extends [unknown, ...unknown[]]>(
  name: string, arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> }, holds: (...values: T) => void,
): void {
  test(name, () => {
    fc.assert(fc.property(...arbitraries, holds), { numRuns: 500 })
  })
}

law('comparing is antisymmetric, and zero exactly for equal keys', [version, version], (a, b) => {
  expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0)
  expect(compareVersions(a, b) === 0).toBe(a.sortKey === b.sortKey)
})

law('comparing is transitive', [version, version, version], (a, b, c) => {
  const [low, middle, high] = [a, b, c].sort(compareVersions)
  if (low === undefined || middle === undefined || high === undefined) throw new Error('three versions in, three out')
  expect(compareVersions(low, middle)).toBeLessThanOrEqual(0)
  expect(compareVersions(middle, high)).toBeLessThanOrEqual(0)
  expect(compareVersions(low, high)).toBeLessThanOrEqual(0)
})

law('the normalized text spells the same version', [version], (one) => {
  expect(parseVersion(one.text)).toEqual(one)
})

law('versions and specifier sets survive JSON and structuredClone', [version, version, specifierSet], (a, b, wanted) => {
  for (const copy of [<T>(value: T): T => JSON.parse(JSON.stringify(value)) as T, structuredClone]) {
    expect(compareVersions(copy(a), copy(b))).toBe(compareVersions(a, b))
    expect(contains(copy(wanted), copy(a))).toBe(contains(wanted, a))
  }
})

law('the text of a specifier set is one, of the same set', [specifierSet], (one) => {
  expect(parseSpecifierSet(one.text)).toEqual({ ok: true, value: one })
})

law('the clauses of two sets together contain what both contain', [specifierSet, specifierSet, version], (a, b, one) => {
  expect(contains(together(a, b), one)).toBe(contains(a, one) && contains(b, one))
})

law('clauses are put together in any order, and any version is neutral', [specifierSet, specifierSet, specifierSet], (a, b, c) => {
  expect(together(a, b, c)).toEqual(together(c, together(b, a)))
  expect(together(ANY_VERSION, a)).toEqual(a)
  expect(together()).toEqual(ANY_VERSION)
})

law('!= is the contrary of ==, and a wildcard too', [version, version], (bound, one) => {
  expect(contains(set(`!=${bound.text}`), one)).toBe(!contains(set(`==${bound.text}`), one))
  const prefix = `${releaseOf(bound).split('.').slice(0, 2).join('.')}.*`
  expect(contains(set(`!=${prefix}`), one)).toBe(!contains(set(`==${prefix}`), one))
})

law('a version is at its own bounds', [version], (one) => {
  const bound = one.text.replace(/\+.*/, '')
  for (const operator of ['==', '<=', '>=']) expect(contains(set(operator + bound), one)).toBe(true)
  for (const operator of ['!=', '<', '>']) expect(contains(set(operator + bound), one)).toBe(false)
  expect(contains(set(`===${one.text}`), one)).toBe(true)
})

law('~=V is >=V and the prefix of V, as PEP 440 defines it', [version, version], (bound, one) => {
  fc.pre(bound.release.length > 1 && bound.local === undefined)
  const prefix = `${releaseOf(bound).split('.').slice(0, -1).join('.')}.*`
  expect(contains(set(`~=${bound.text}`), one)).toBe(contains(set(`>=${bound.text},==${prefix}`), one))
})

law('ranges are a boolean algebra over versions', [specifierSet, specifierSet, version], (left, right, { sortKey }) => {
  const [a, b] = [left.ranges, right.ranges]
  expect(rangesContain(ALL_VERSIONS, sortKey)).toBe(true)
  expect(rangesContain(complementRanges(a), sortKey)).toBe(!rangesContain(a, sortKey))
  expect(rangesContain(intersectRanges(a, b), sortKey)).toBe(rangesContain(a, sortKey) && rangesContain(b, sortKey))
  expect(complementRanges(complementRanges(a))).toEqual(a)
  expect(intersectRanges(a, complementRanges(a))).toEqual([])
})

const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), specifierText)
law('any text is read or refused inside itself, never with an exception', [anyText], (text) => {
  parseVersion(text)
  const parsed = parseSpecifierSet(text)
  if (!parsed.ok) expect(parsed.offset >= 0 && parsed.offset <= text.length).toBe(true)
})
