import { firstCandidate, nextCandidate, type CandidateSet } from '../../src/solver/candidate-set.ts'

/** The indexes in a set, ascending (best first). */
export function* candidateIndexes(set: CandidateSet): Generator<number, void, undefined> {
  for (let index = firstCandidate(set); index !== -1; index = nextCandidate(set, index + 1)) yield index
}
