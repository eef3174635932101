import { expect, test } from '@jest/globals'
import { openPlaces, type PlaceFacts } from '../../src/index/places.ts'
import { isSecureOrigin } from '../../src/index/secure-origin.ts'
import { normalizeName } from '../../src/standards/names.ts'

const FACTS: PlaceFacts = { indexUrls: ['https://index.test/simple', 'https://corp.test/simple/'], strategy: 'unsafe-best-match', owners: [], trustedHosts: [] }

function asked(name: string, facts: Partial<PlaceFacts>): string[] {
  const { kind, indexes } = openPlaces({ ...FACTS, ...facts }).forName(normalizeName(name))
  return [kind, ...indexes.map(({ url }) => url)]
}

test.each<[string, Partial<PlaceFacts>, string[]]>([
  ['foo', {}, ['merged', 'https://index.test/simple', 'https://corp.test/simple/']],
  ['foo', { strategy: 'first-match' }, ['first', 'https://index.test/simple', 'https://corp.test/simple/']],
  ['internal-tool', { owners: [{ pattern: 'internal-*', url: 'https://corp.test/simple' }] }, ['owned', 'https://corp.test/simple/']],
  ['Internal_Tool', { owners: [{ pattern: 'internal-*', url: 'https://corp.test/simple' }] }, ['owned', 'https://corp.test/simple/']],
  ['my-internal-tool', { owners: [{ pattern: 'internal-*', url: 'https://corp.test/simple' }] }, ['merged', 'https://index.test/simple', 'https://corp.test/simple/']],
  ['internal-tools', { owners: [{ pattern: 'internal-tool', url: 'https://corp.test/simple' }] }, ['merged', 'https://index.test/simple', 'https://corp.test/simple/']],
  ['internal', { owners: [{ pattern: 'internal-*', url: 'https://corp.test/simple' }] }, ['merged', 'https://index.test/simple', 'https://corp.test/simple/']],
  ['internal-tool', { owners: [{ pattern: 'internal-*', url: 'https://third.test/simple' }] }, ['owned', 'https://third.test/simple']],
  ['internal-tool', { owners: [{ pattern: '*', url: 'https://index.test/simple' }, { pattern: 'internal-*', url: 'https://corp.test/simple' }] }, ['owned', 'https://corp.test/simple/']],
  ['internal-tool', { owners: [{ pattern: 'internal-*', url: 'http://corp.test/simple' }] }, ['owned']],
  ['internal-tool', { owners: [{ pattern: 'internal-*', url: 'http://corp.test/simple' }], trustedHosts: ['corp.test'] }, ['owned', 'http://corp.test/simple']],
])('%s under %j is asked of %j', (name, facts, expected) => {
  expect(asked(name, facts)).toEqual(expected)
})

test('what is not encrypted, and not declared trusted, is left out: indexes and owners', () => {
  const { indexes, untrusted } = openPlaces({ ...FACTS, indexUrls: ['http://index.test/simple', 'https://corp.test/simple'], owners: [{ pattern: 'x', url: 'http://third.test/simple' }] })
  expect([indexes, untrusted].map((list) => list.map(({ url }) => url))).toEqual([['https://corp.test/simple'], ['http://index.test/simple', 'http://third.test/simple']])
})

test('an index that is named twice is asked once', () => {
  expect(asked('foo', { indexUrls: ['https://index.test/simple', 'https://index.test/simple/'] })).toEqual(['merged', 'https://index.test/simple'])
})

test.each([
  ['https://index.test/', [], true],
  ['http://index.test/', [], false],
  ['http://index.test/', ['index.test'], true],
  ['http://index.test:8080/', ['index.test'], true],
  ['http://index.test:8080/', ['index.test:8080'], true],
  ['http://index.test:8080/', ['index.test:9090'], false],
  ['http://index.test/', ['index.test:80'], true],
  ['http://INDEX.test/', ['index.TEST'], true],
  ['http://localhost:3141/', [], true],
  ['http://127.0.0.9/', [], true],
  ['http://[::1]:8000/', [], true],
  ['http://[2001:db8::1]/', ['[2001:db8::1]'], true],
  ['http://10.0.0.1/', [], false],
  ['file:///srv/index', [], true],
])('%s with trusted hosts %j: %s', (url, trusted, expected) => {
  expect(isSecureOrigin(url, trusted)).toBe(expected)
})
