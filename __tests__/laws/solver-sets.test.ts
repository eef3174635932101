import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  allCandidates, candidatesOf, difference, hashOf, intersection, isDisjoint, isEmpty, isSameSet, isSubset,
  relationOf, sizeOf, union, withElement, withoutElement, type CandidateSet,
} from '../../src/solver/candidate-set.ts'
import { candidateIndexes } from '../support/candidate-indexes.ts'

/** Two sets over one list of candidates, and their elements. */
const pairs = fc.integer({ min: 1, max: 130 }).chain((count) => {
  const elements = fc.uniqueArray(fc.nat(count - 1)).map((list) => new Set(list))
  return fc.record({ count: fc.constant(count), a: elements, b: elements })
})
const both = (a: ReadonlySet<number>, b: ReadonlySet<number>): ReadonlySet<number> => new Set([...a].filter((index) => b.has(index)))
const without = (a: ReadonlySet<number>, b: ReadonlySet<number>): ReadonlySet<number> => new Set([...a].filter((index) => !b.has(index)))
const list = (set: CandidateSet): readonly number[] => [...candidateIndexes(set)]
const sorted = (set: ReadonlySet<number>): readonly number[] => [...set].sort((x, y) => x - y)

test('sets of candidates do what sets do', () => {
  fc.assert(fc.property(pairs, ({ count, a, b }) => {
    const left = candidatesOf(count, a)
    const right = candidatesOf(count, b)
    expect(list(left)).toEqual(sorted(a))
    expect(list(union(left, right))).toEqual(sorted(new Set([...a, ...b])))
    expect(list(intersection(left, right))).toEqual(sorted(both(a, b)))
    expect(list(difference(left, right))).toEqual(sorted(without(a, b)))
    expect(list(difference(allCandidates(count), left))).toHaveLength(count - a.size)
    expect([isSubset(left, right), isDisjoint(left, right), isEmpty(left), sizeOf(left)])
      .toEqual([without(a, b).size === 0, both(a, b).size === 0, a.size === 0, a.size])
    expect(isSameSet(left, right)).toBe(a.size === b.size && without(a, b).size === 0)
    if (isSameSet(left, right)) expect(hashOf(left)).toBe(hashOf(right))
  }))
})

test('the relation of what is allowed to a set is inside, outside or across', () => {
  fc.assert(fc.property(pairs, ({ count, a, b }) => {
    fc.pre(a.size > 0)
    const expected = without(a, b).size === 0 ? 'inside' : both(a, b).size === 0 ? 'outside' : 'across'
    expect(relationOf(candidatesOf(count, a), candidatesOf(count, b))).toBe(expected)
  }))
})

test('one element in or out leaves the rest, and the set it was made from', () => {
  fc.assert(fc.property(pairs, ({ count, a }) => {
    const set = candidatesOf(count, a)
    for (let index = 0; index < count; index += 9) {
      expect(list(withElement(set, index))).toEqual(sorted(new Set([...a, index])))
      expect(list(withoutElement(set, index))).toEqual(sorted(without(a, new Set([index]))))
    }
    expect(list(set)).toEqual(sorted(a))
  }))
})
