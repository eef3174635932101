import { learnCandidate, type Solving, type Stop } from './ask.ts'
import { candidatesOf, hasCandidate, union } from './candidate-set.ts'
import { dependenciesOf, packageOf, touch, type Engine } from './engine.ts'
import { newIncompatibility, newTerm } from './incompatibility.ts'
import { addIncompatibility } from './learn.ts'
import { isOpen, type PackageState } from './package-state.ts'
import { moveBase, preferredDespitePins, repinBaseFor, repinFor, violatedBy } from './repin.ts'
import { choiceOf, nextOpen, requirementsOf } from './strategy-facts.ts'
import type { NoChoice } from './types.ts'

/** One step of decision making (docs/solver.md, "Decisions"). Undefined: something was learnt or decided; propagate. */
export function* decideNext(engine: Engine): Solving<Stop | 'solved' | undefined> {
  const { focus } = engine
  engine.focus = undefined
  if (focus?.candidate !== undefined && focus.package.decided === -1 && hasCandidate(focus.package.allowed, focus.candidate)) {
    return yield* tryCandidate(engine, focus.package, focus.candidate)
  }
  const state = focus !== undefined && isOpen(focus.package) ? focus.package : nextOpen(engine)
  if (state === undefined) return 'solved'
  const preferred = preferredDespitePins(engine, state)
  if (preferred !== undefined && (moveBase(engine, state, preferred) || repinFor(engine, state, preferred))) return undefined
  const choice = choiceOf(engine, state)
  if (typeof choice !== 'number') {
    refuse(engine, state, choice)
    return undefined
  }
  if (!hasCandidate(state.allowed, choice)) throw new Error(`candidate ${choice} of ${state.key} is not allowed`)
  return yield* tryCandidate(engine, state, choice)
}

/** The strategy takes none of what is allowed: so it is as long as the requirements stay what they are. */
function refuse(engine: Engine, state: PackageState, choice: NoChoice): void {
  const requirements = requirementsOf(state)
  const terms = [newTerm(state, choice.refused === undefined ? state.allowed : union(choice.refused, state.allowed))]
  const requirers = new Set(requirements.flatMap(({ by }) => (by === undefined || by === state.key ? [] : [packageOf(engine, by)])))
  for (const requirer of requirers) {
    terms.push(newTerm(requirer, candidatesOf(requirer.candidates.length, [requirer.decided])))
  }
  addIncompatibility(engine, newIncompatibility(terms, { kind: 'refused', of: state, reason: choice.none, requirements }))
}

/**
 * Decides for the candidate, unless what it needs is already impossible. What it needs is asked for first, and then looked at
 * by propagation before the decision is made: a package only now known may turn out to have nothing usable.
 */
function* tryCandidate(engine: Engine, state: PackageState, candidate: number): Solving<Stop | undefined> {
  const learnt = yield* learnCandidate(engine, state, candidate)
  if (learnt === 'stop') return 'stop'
  const isRefused = violatedBy(state, candidate).length > 0 || state.knowledge[candidate]?.kind === 'unavailable'
  touch(engine, state)
  if (isRefused) {
    if (repinFor(engine, state, candidate) || repinBaseFor(engine, state, candidate)) return undefined
  } else if (learnt === 'nothing new') {
    engine.decisions += 1
    engine.solution.decide(state, candidate, dependenciesOf(state, candidate))
    return undefined
  }
  engine.focus = { package: state, candidate: undefined }
  return undefined
}
