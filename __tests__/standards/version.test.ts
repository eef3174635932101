import { expect, test } from '@jest/globals'
import { compareVersions, parseVersion } from '../../src/standards/version.ts'

test.each([
  ['1.0', '1.0'],
  ['01.02.00', '1.2.0'],
  ['v1.0', '1.0'],
  ['  1.0\n', '1.0'],
  ['1!2', '1!2'],
  ['0!2', '2'],
  ['1.0ALPHA1', '1.0a1'],
  ['1.0-beta.2', '1.0b2'],
  ['1.0_c3', '1.0rc3'],
  ['1.0.pre', '1.0rc0'],
  ['1.0preview-4', '1.0rc4'],
  ['1.0-1', '1.0.post1'],
  ['1.0-r5', '1.0.post5'],
  ['1.0rev', '1.0.post0'],
  ['1.0dev', '1.0.dev0'],
  ['1.0a1.post2.dev3+Ubuntu-1_01', '1.0a1.post2.dev3+ubuntu.1.1'],
  ['1.20250101123456789012', '1.20250101123456789012'],
])('%j is the version %s', (text, normalized) => {
  expect(parseVersion(text)?.text).toBe(normalized)
})

test.each(['', '.', '1.', '1..2', '.1', '1.0x', '1.0+', '1.0+a+b', '1 .0', 'latest', '1.0.*', '١.٠'])('%j is no version', (text) => {
  expect(parseVersion(text)).toBeUndefined()
})

test('a version knows its parts', () => {
  expect(parseVersion('1!2.3b4.post5.dev6+local.7')).toMatchObject({
    epoch: 1, release: [2, 3], pre: { phase: 'b', number: 4 }, post: 5, dev: 6, local: ['local', 7], isPrerelease: true,
  })
  expect(parseVersion('2.0')).toMatchObject({
    epoch: 0, release: [2, 0], pre: undefined, post: undefined, dev: undefined, local: undefined, isPrerelease: false,
  })
  expect(parseVersion('2.0.post1')?.isPrerelease).toBe(false)
  expect(parseVersion('2.0.dev1')?.isPrerelease).toBe(true)
})

const ASCENDING = [
  '0.dev0', '0', '1.dev0', '1.0.dev456', '1.0a1', '1.0a2.dev456', '1.0a12.dev456', '1.0a12', '1.0b1.dev456', '1.0b2', '1.0b2.post345.dev456',
  '1.0b2.post345', '1.0rc1.dev456', '1.0rc1', '1.0', '1.0+abc.5', '1.0+abc.7', '1.0+5', '1.0+5.a', '1.0+5.0',
  '1.0.post456.dev34', '1.0.post456',
  '1.0.15', '1.1.dev1', '1.1', '1.9', '1.10', '1.9007199254740992', '1.9007199254740993', '2', '10', '1!0.1',
]

test('versions sort as PEP 440 says', () => {
  const versions = ASCENDING.map((text) => parseVersion(text)).filter((version) => version !== undefined)
  expect(versions.toReversed().sort(compareVersions).map(({ text }) => text)).toEqual(ASCENDING)
})

test.each([
  ['1', '1.0.0'], ['1.0', 'v01.0'], ['1.0-1', '1.0.post1'], ['1.0+a.1', '1.0.0+A-01'], ['0', '0.0'],
])('%s and %s are the same version', (a, b) => {
  const [left, right] = [parseVersion(a), parseVersion(b)]
  expect(left && right && compareVersions(left, right)).toBe(0)
  expect(left?.sortKey).toBe(right?.sortKey)
})
