import { expect, test } from '@jest/globals'
import { parseSpecifierSet, specifierSetContains, specifierSetOf, type SpecifierSet } from '../../src/standards/specifiers.ts'
import { parseVersion } from '../../src/standards/version.ts'

function set(text: string): SpecifierSet {
  const parsed = parseSpecifierSet(text)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.value
}

function admits(specifiers: string, text: string): boolean {
  const version = parseVersion(text)
  return version !== undefined && specifierSetContains(set(specifiers), version)
}

test.each([
  ['', '1.0 2.0a1', ''],
  ['==1.0', '1 1.0.0 1.0+local', '1.0.post1 1.0a1'],
  ['==1.0+a', '1.0+A', '1.0 1.0+a.1'],
  ['==1.2.*', '1.2 1.2.0.1 1.2a1 1.2.dev0 1.2.post1+x', '1.3.dev0 1.1 1.20'],
  ['!=1.2.*', '1.3.dev0 1.1', '1.2 1.2.dev0'],
  ['!=1.0', '1.0.post1', '1.0 1.0+local'],
  ['~=2.2', '2.2 2.9.post1', '2.1 3.dev0 2.2a1'],
  ['~=1.4.5a4', '1.4.5a4 1.4.6', '1.4.5a3 1.5'],
  ['<2.0', '1.9 1.9.post1', '2.0 2.0a1 2.0.dev0'],
  ['<2.0rc1', '2.0b1 2.0.dev0', '2.0rc1 2.0'],
  ['>1.7', '1.7.1 1.8a1', '1.7 1.7.0.post1 1.7+local 1.7.post1.dev0'],
  ['>1.7.post2', '1.7.post3 1.8', '1.7.post2 1.7.post2+x 1.7'],
  ['<=1.0', '1.0+local 1.0a1', '1.0.post1'],
  ['>=1.0,!=1.5.*,<2', '1.0 1.6', '1.5.3 2.0 0.9'],
  ['===1.0', '1.0', '1.0.0 1.0+a'],
  ['>=9007199254740993', '9007199254740993', '9007199254740992'],
])('%j admits %s, but not %s', (specifiers, inside, outside) => {
  const versions = (text: string): string[] => text.split(' ').filter((version) => version !== '')
  expect(versions(inside).filter((version) => !admits(specifiers, version))).toEqual([])
  expect(versions(outside).filter((version) => admits(specifiers, version))).toEqual([])
})

test('clauses are sorted, and each is there once, as spelled', () => {
  expect(set(' >= 1.0 ,<2,, ==v1.0.0,==1.0 ').text).toBe('<2,==1.0,>=1.0')
  expect(set('~=1.0,~=1.0.0').text).toBe('~=1.0,~=1.0.0')
  expect(set('>=1,<2').specifiers).toEqual([{ operator: '<', version: '2' }, { operator: '>=', version: '1' }])
})

test.each([
  ['>=1.0a1', true], ['==1.0.dev1', true], ['<2.0rc1', true], ['===1.0b1', true], ['>=1,>=2a1', true],
  ['!=1.0a1', false], ['==1.0.*', false], ['>=1.0.post1', false], ['===any', false], ['', false],
])('%j mentions a pre-release: %s', (text, mentions) => {
  expect(set(text).mentionsPrerelease).toBe(mentions)
})

test.each([
  ['1.0', "Invalid specifier: '1.0'", 0],
  ['>=1.0, 2.0', "Invalid specifier: '2.0'", 7],
  ['>=1.0 2', "Invalid specifier: '>=1.0 2'", 5],
  ['>=1.0.*', "Invalid specifier: '>=1.0.*': .* suffix can only be used with `==` or `!=` operators", 6],
  ['==1.0a1.*', "Invalid specifier: '==1.0a1.*': .* suffix cannot be used with pre-release, post-release, dev or local versions", 8],
  ['<1.0+local', "Invalid specifier: '<1.0+local': Local version label can only be used with `==` or `!=` operators", 4],
  ['~=1', "Invalid specifier: '~=1'", 0],
])('%j is refused: %s', (text, message, offset) => {
  expect(parseSpecifierSet(text)).toEqual({ ok: false, message, offset })
})

test('clauses of several sets are one set', () => {
  const sets = [set('>=1'), set(''), set('<2,!=1.5')]
  expect(specifierSetOf(sets.flatMap(({ specifiers }) => specifiers))).toEqual(set('!=1.5,<2,>=1'))
})
