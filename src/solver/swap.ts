import { difference, isDisjoint, isEmpty } from './candidate-set.ts'
import { backtrack, type Engine } from './engine.ts'
import type { Incompatibility, KnownDependency } from './incompatibility.ts'
import { familyOf, type PackageState } from './package-state.ts'

/**
 * Counts that a candidate of `state` was refused because of these dependencies; when one earlier decision was in the way too
 * often, the order of the two is swapped (docs/solver.md, "Swapping"). True: decisions were undone.
 */
export function swapAfterRefusal(engine: Engine, state: PackageState, violated: readonly KnownDependency[]): boolean {
  return violated.some((known) => isSwapped(engine, state, culpritOf(engine, known)))
}

/** The same after a conflict that took candidates from `state`: `learnt` says with which other decisions they do not go. */
export function swapAfterConflict(engine: Engine, state: PackageState, learnt: Incompatibility): boolean {
  return isSwapped(engine, state, latestDecided(learnt, state))
}

function isSwapped(engine: Engine, state: PackageState, culprit: PackageState | undefined): boolean {
  const limit = engine.strategy.swapAfter ?? 0
  if (limit === 0 || culprit === undefined || engine.refusals.add(state, culprit) !== limit) return false
  if (!orderAfter(familyOf(culprit), familyOf(state))) return false
  backtrack(engine, engine.solution.decisions.indexOf(culprit))
  return true
}

/** The decided package that keeps the dependency from being met: its own package, or the one whose requirement is in the way. */
function culpritOf(engine: Engine, { target, set }: KnownDependency): PackageState | undefined {
  const narrowed = isDisjoint(target.allowed, set) ? target : familyOf(target)
  if (isEmpty(set) || !isDisjoint(narrowed.allowed, set)) return undefined
  const { cause, level } = engine.solution.satisfier(narrowed, difference(target.everything, set))
  if (level === 0) return undefined
  return cause === undefined ? narrowed : latestDecided(cause, narrowed)
}

/** Of the other packages that the incompatibility names, the one that was decided last. */
function latestDecided({ terms }: Incompatibility, state: PackageState): PackageState | undefined {
  let latest: PackageState | undefined
  for (const { package: other } of terms) {
    if (other === state || other.decided === -1) continue
    if (latest === undefined || lastIndex(other) > lastIndex(latest)) latest = other
  }
  return latest
}

function lastIndex(state: PackageState): number {
  return state.assignments.at(-1)!.index
}

/** `later` is decided after `earlier` from here on, unless the opposite was settled before. */
export function orderAfter(later: PackageState, earlier: PackageState): boolean {
  if (later === earlier || reaches(earlier, later)) return false
  later.waitsFor.add(earlier)
  return true
}

function reaches(from: PackageState, to: PackageState): boolean {
  const seen = new Set([from])
  for (const state of seen) for (const next of state.waitsFor) seen.add(next)
  return seen.has(to)
}
