import { expect, test } from '@jest/globals'
import { allCandidates, candidateRange, candidatesOf, candidatesWhere, firstCandidate, hasCandidate, isEmpty, nextCandidate, noCandidates, sizeOf } from '../../src/solver/candidate-set.ts'
import { candidateIndexes } from '../support/candidate-indexes.ts'

const BORDERS = [0, 1, 2, 31, 32, 33, 63, 64, 65, 100]

test('ranges hold what lies between their ends, at the borders of words too', () => {
  for (const count of BORDERS) {
    for (const start of BORDERS.filter((at) => at <= count)) {
      for (const end of BORDERS.filter((at) => at <= count)) {
        const wanted = Array.from({ length: Math.max(0, end - start) }, (_, at) => start + at)
        expect([...candidateIndexes(candidateRange(count, start, end))]).toEqual(wanted)
      }
    }
  }
})

test('all, none, some', () => {
  for (const count of BORDERS) {
    expect(sizeOf(allCandidates(count))).toBe(count)
    expect(isEmpty(noCandidates(count))).toBe(true)
    expect([...candidateIndexes(candidatesWhere(count, (index) => index % 7 === 3))]).toEqual(
      Array.from({ length: count }, (_, index) => index).filter((index) => index % 7 === 3))
  }
})

test('the first and the next', () => {
  const set = candidatesOf(100, [5, 31, 32, 64, 99])
  expect([firstCandidate(set), nextCandidate(set, 6), nextCandidate(set, 32), nextCandidate(set, 33), nextCandidate(set, 65), nextCandidate(set, 100)])
    .toEqual([5, 31, 32, 64, 99, -1])
  expect([hasCandidate(set, 64), hasCandidate(set, 63), hasCandidate(set, 1000)]).toEqual([true, false, false])
  expect(firstCandidate(noCandidates(64))).toBe(-1)
})

test('an index that is no candidate is a bug', () => {
  expect(() => candidatesOf(3, [3])).toThrow(RangeError)
})
