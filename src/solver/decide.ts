import { learnCandidate, type Solving, type Stop } from './ask.ts'
import { candidatesOf, hasCandidate, union } from './candidate-set.ts'
import { dependenciesOf, packageOf, touch, type Engine } from './engine.ts'
import { newIncompatibility } from './incompatibility.ts'
import { addIncompatibility } from './learn.ts'
import { isOpen, type PackageState } from './package-state.ts'
import { preferredDespitePins, repinBaseFor, repinFor, swapAfterRefusals, violatedBy } from './repin.ts'
import { factsOf, nextOpen, requirementsOf } from './strategy-facts.ts'
import type { NoChoice } from './types.ts'

/** One step of decision making (docs/solver.md, "Decisions"). Undefined: something was learnt or decided; propagate. */
export function* decideNext(engine: Engine): Solving<Stop | 'solved' | undefined> {
  const replayed = nextReplay(engine)
  if (replayed !== undefined) return yield* tryCandidate(engine, replayed.package, replayed.candidate)
  const focus = engine.focus
  engine.focus = undefined
  const state = focus !== undefined && isOpen(focus) ? focus : nextOpen(engine)
  if (state === undefined) return 'solved'
  const preferred = preferredDespitePins(engine, state)
  if (preferred !== undefined && repinFor(engine, state, preferred)) return undefined
  const choice = engine.strategy.candidate(factsOf(engine, state))
  if (typeof choice !== 'number') {
    refuse(engine, state, choice)
    return undefined
  }
  if (!hasCandidate(state.allowed, choice)) throw new Error(`candidate ${choice} of ${state.key} is not allowed`)
  return yield* tryCandidate(engine, state, choice)
}

function nextReplay(engine: Engine): Engine['replay'][number] | undefined {
  for (let next = engine.replay.shift(); next !== undefined; next = engine.replay.shift()) {
    if (next.package.decided === -1 && hasCandidate(next.package.allowed, next.candidate)) return next
  }
  return undefined
}

/** The strategy takes none of what is allowed: so it is as long as the requirements stay what they are. */
function refuse(engine: Engine, state: PackageState, choice: NoChoice): void {
  const requirements = requirementsOf(state)
  const terms = [{ package: state, set: choice.refused === undefined ? state.allowed : union(choice.refused, state.allowed) }]
  const requirers = new Set(requirements.flatMap(({ by }) => (by === undefined || by === state.key ? [] : [packageOf(engine, by)])))
  for (const requirer of requirers) {
    terms.push({ package: requirer, set: candidatesOf(requirer.candidates.length, [requirer.decided]) })
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
  const violated = violatedBy(state, candidate)
  const isRefused = violated.length > 0 || state.knowledge[candidate]?.kind === 'unavailable'
  touch(engine, state)
  if (isRefused) {
    if (repinFor(engine, state, candidate) || repinBaseFor(engine, state, candidate)) return undefined
    if (swapAfterRefusals(engine, state, violated)) return undefined
  } else if (learnt === 'nothing new') {
    engine.decisions += 1
    engine.solution.decide(state, candidate, dependenciesOf(state, candidate))
    return undefined
  }
  if (engine.replay.length === 0) engine.focus = state
  return undefined
}
