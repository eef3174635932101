import { expect, test } from '@jest/globals'
import { candidatesOf } from '../../src/solver/candidate-set.ts'
import { describeCandidates } from '../../src/solver/describe.ts'

const VERSIONS = ['2.1', '2.0', '1.9', '1.8', '1.7', '1.6', '1.5', '1.4']
const described = (...indexes: readonly number[]): string => describeCandidates('foo', VERSIONS, candidatesOf(VERSIONS.length, indexes))

test('versions are described by those that exist', () => {
  expect(described(0, 1, 2, 3, 4, 5, 6, 7)).toBe('foo')
  expect(described()).toBe('no version of foo')
  expect(described(3)).toBe('foo 1.8')
  expect(described(0)).toBe('foo 2.1')
  expect(described(0, 1, 2)).toBe('foo>=1.9')
  expect(described(5, 6, 7)).toBe('foo<=1.6')
  expect(described(2, 3, 4)).toBe('foo>=1.7,<=1.9')
  expect(described(0, 1, 2, 4, 5, 6, 7)).toBe('foo!=1.8')
  expect(described(0, 2, 3, 5, 6, 7)).toBe('foo!=1.7,!=2.0')
  expect(described(0, 1, 5)).toBe('foo 1.6 or foo>=2.0')
  expect(described(0, 2, 4, 6)).toBe('4 versions of foo from 1.5 to 2.1')
})

test('one or two versions are named, however few are left out', () => {
  expect(describeCandidates('foo', ['3.0', '2.0', '1.0'], candidatesOf(3, [0, 2]))).toBe('foo 1.0 or foo 3.0')
})

test('a package with one version is described by it', () => {
  expect(describeCandidates('foo', ['1.0'], candidatesOf(1, [0]))).toBe('foo 1.0')
})
