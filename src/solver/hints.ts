import { hasCandidate, isEmpty, nextCandidate, withoutElement, type CandidateSet } from './candidate-set.ts'
import type { Engine } from './engine.ts'
import { isOpen, type PackageState } from './package-state.ts'
import { acceptableTo, choiceOf, factsWith, firstInOrder } from './strategy-facts.ts'
import type { Hints, Question } from './types.ts'

const NO_LIMIT = Number.MAX_SAFE_INTEGER

/**
 * Hints of a need that asks about `asked`, as of the moment they are read: the packages in `unknown` that are still to become
 * known, then the likely candidates of open packages, those to be decided first first.
 */
export function hintsOf(engine: Engine, asked: PackageState, unknown: readonly PackageState[]): Hints {
  return { likely: (limit = NO_LIMIT) => likelyQuestions(engine, asked, unknown, limit) }
}

function likelyQuestions(engine: Engine, asked: PackageState, unknown: readonly PackageState[], limit: number): readonly Question[] {
  const questions: Question[] = []
  for (const state of unknown) {
    if (questions.length >= limit) return questions
    if (state !== asked && !state.known) questions.push({ kind: 'candidates', package: state.key })
  }
  const unread = engine.packages.filter((state) => state !== asked && isOpen(state) && isUnread(engine, state))
  for (const state of firstInOrder(engine, unread, limit - questions.length)) {
    questions.push({ kind: 'dependencies', package: state.key, candidate: likelyCandidate(engine, state)! })
  }
  return questions
}

/** The strategy would take a candidate of which nothing is known yet. */
function isUnread(engine: Engine, state: PackageState): boolean {
  const candidate = likelyCandidate(engine, state)
  return candidate !== undefined && state.knowledge[candidate] === undefined
}

function likelyCandidate(engine: Engine, state: PackageState): number | undefined {
  const choice = choiceOf(engine, state)
  return typeof choice === 'number' ? choice : undefined
}

/**
 * The candidates that come next if `candidate` and its successors are refused (docs/solver.md, "Hints"): as the strategy
 * would take them from what is allowed, then on down the list within what the requirements on the project accept.
 */
export function followingCandidates(engine: Engine, state: PackageState, candidate: number, limit: number): readonly number[] {
  const following: number[] = []
  let left = withoutElement(state.allowed, candidate)
  while (following.length < limit && !isEmpty(left)) {
    const choice = engine.strategy.candidate(factsWith(engine, state, left))
    if (typeof choice !== 'number') break
    left = withoutElement(left, choice)
    if (state.knowledge[choice] === undefined) following.push(choice)
  }
  addInOrder(following, state, candidate, limit)
  return following
}

function addInOrder(following: number[], state: PackageState, candidate: number, limit: number): void {
  const acceptable: CandidateSet = acceptableTo(state)
  for (let next = candidate + 1; following.length < limit; next += 1) {
    next = nextCandidate(acceptable, next)
    if (next === -1 || next >= state.candidates.length) return
    if (state.knowledge[next] === undefined && !hasCandidate(state.allowed, next)) following.push(next)
  }
}
