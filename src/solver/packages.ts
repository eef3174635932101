import { allCandidates, withElement } from './candidate-set.ts'
import { packageOf, touch, type Engine } from './engine.ts'
import { addConstraint, addUnavailable } from './learn.ts'
import type { PackageState } from './package-state.ts'
import type { CandidatesAnswer } from './types.ts'

/** Makes a package known by its answered candidates. Its base, if it is a proxy, is known by then. */
export function addCandidates(engine: Engine, state: PackageState, answer: CandidatesAnswer): void {
  const count = answer.candidates.length
  state.known = true
  state.candidates = answer.candidates
  state.everything = withElement(allCandidates(count), count)
  state.allowed = state.everything
  state.allowedForGood = state.everything
  state.knowledge = new Array<undefined>(count)
  if (answer.sameAs !== undefined) joinBase(engine, state, packageOf(engine, answer.sameAs))
  for (const { set, reason } of answer.unusable ?? []) addUnavailable(engine, state, set, reason)
  for (const constraint of engine.constraints.get(state.key) ?? []) addConstraint(engine, constraint)
}

/** From here on propagation keeps the two in step, beginning with what is concluded of the base already. */
function joinBase(engine: Engine, state: PackageState, base: PackageState): void {
  if (base.candidates.length !== state.candidates.length || base.base !== undefined) {
    throw new Error(`${state.key} cannot be a proxy of ${base.key}: their candidates differ, or it is a proxy itself`)
  }
  state.base = base
  base.proxies.push(state)
  engine.solution.learnt(state)
  touch(engine, state)
}
