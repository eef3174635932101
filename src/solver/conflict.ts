import { backtrack, exclude, type Engine } from './engine.ts'
import { resolvent, type Incompatibility, type Term } from './incompatibility.ts'
import { addIncompatibility } from './learn.ts'
import { forgetFacts, type Assignment } from './partial-solution.ts'

/**
 * All terms of `conflict` hold. Follows the conflict back to the decision it hangs on, learns what can never hold together,
 * undoes the decisions since, and concludes from what it learnt (docs/solver.md, "Conflict resolution"). When nothing is left
 * to undo, `engine.refutation` is the proof.
 */
export function resolveConflict(engine: Engine, conflict: Incompatibility): void {
  engine.conflicts += 1
  for (const state of engine.inConflict.splice(0)) forgetFacts(state)
  note(engine, conflict)
  for (const state of engine.changed.splice(0)) state.changed = false
  engine.focus = undefined
  let current = conflict
  while (current.terms.length > 0) {
    const { satisfier, term, previousLevel } = latestSatisfier(engine, current)
    if (satisfier.cause === undefined || previousLevel < satisfier.level) {
      backtrack(engine, previousLevel)
      engine.lastLearnt = current
      if (current !== conflict) learn(engine, current)
      exclude(engine, term, current)
      return
    }
    current = resolvent(current, satisfier.cause, term.package)
  }
  engine.refutation = current
}

function learn(engine: Engine, learnt: Incompatibility): void {
  note(engine, learnt)
  addIncompatibility(engine, learnt)
}

/** Counts the packages of a conflict, and has their priority looked at again, as that of the packages of the one before. */
function note(engine: Engine, incompatibility: Incompatibility): void {
  for (const { package: state } of incompatibility.terms) {
    if (state.lastConflict === engine.conflicts) continue
    state.conflicts += 1
    state.lastConflict = engine.conflicts
    engine.inConflict.push(state)
    forgetFacts(state)
  }
}

interface LatestSatisfier {
  /** The earliest assignment with which all terms held. */
  readonly satisfier: Assignment
  readonly term: Term
  /** The level at which all that `satisfier` adds to was there already. */
  readonly previousLevel: number
}

function latestSatisfier(engine: Engine, incompatibility: Incompatibility): LatestSatisfier {
  const { solution } = engine
  let satisfier: Assignment | undefined
  let term: Term | undefined
  let previousLevel = 0
  for (const candidate of incompatibility.terms) {
    const found = solution.satisfier(candidate.package, candidate.set)
    if (satisfier === undefined || found.index > satisfier.index) {
      previousLevel = Math.max(previousLevel, satisfier?.level ?? 0)
      satisfier = found
      term = candidate
    } else {
      previousLevel = Math.max(previousLevel, found.level)
    }
  }
  if (satisfier === undefined || term === undefined) throw new Error('a conflict without terms has no satisfier')
  const rest = solution.rest(satisfier, term.set)
  if (rest !== undefined) previousLevel = Math.max(previousLevel, solution.satisfier(term.package, rest).level)
  return { satisfier, term, previousLevel }
}
