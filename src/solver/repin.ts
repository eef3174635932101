import { difference, hasCandidate, intersection, isDisjoint, isEmpty, isSubset, withoutElement } from './candidate-set.ts'
import { backtrack, dependenciesOf, touch, type Engine, type Replay } from './engine.ts'
import type { KnownDependency } from './incompatibility.ts'
import { familyOf, membersOf, type PackageState } from './package-state.ts'
import { acceptableTo, factsWith } from './strategy-facts.ts'

/**
 * Deciding earlier packages anew for a later one (docs/solver.md, "Pins that give way"). True: decisions were undone, and
 * `state` will get `candidate`; false: nothing changed.
 */
export function repinFor(engine: Engine, state: PackageState, candidate: number): boolean {
  const limit = engine.strategy.repins ?? 0
  if (limit === 0 || engine.replay.length > 0) return false
  const violated = violatedBy(state, candidate)
  if (violated.length === 0 || !violated.every((known) => givesWay(known))) return false
  const blockers = new Set(violated.map((known) => familyOf(known.target)))
  for (const blocker of blockers) if (countOf(engine.repinned, state, blocker) >= limit) return false
  for (const blocker of blockers) increase(engine.repinned, state, blocker)
  makeRoom(engine, blockers, state, candidate)
  return true
}

/**
 * The same for a proxy whose base is decided, when `candidate`, the base's, was refused: the base gives way if the
 * requirements leave another candidate. In pip the two are pinned one after the other, so that the extra may move its project.
 */
export function repinBaseFor(engine: Engine, state: PackageState, candidate: number): boolean {
  const { base } = state
  const limit = engine.strategy.repins ?? 0
  if (base === undefined || base.decided === -1 || engine.replay.length > 0 || countOf(engine.repinned, state, base) >= limit) return false
  const others = withoutElement(acceptableTo(state), candidate)
  const choice = isEmpty(others) ? undefined : engine.strategy.candidate(factsWith(engine, state, others))
  if (typeof choice !== 'number') return false
  increase(engine.repinned, state, base)
  makeRoom(engine, new Set([base]), state, choice)
  return true
}

/** The candidate the strategy would take if only requirements counted, when an earlier decision is all that excludes it. */
export function preferredDespitePins(engine: Engine, state: PackageState): number | undefined {
  if ((engine.strategy.repins ?? 0) === 0) return undefined
  const acceptable = acceptableTo(state)
  if (isEmpty(acceptable) || isSubset(acceptable, state.allowed)) return undefined
  const choice = engine.strategy.candidate(factsWith(engine, state, acceptable))
  return typeof choice === 'number' && !hasCandidate(state.allowed, choice) ? choice : undefined
}

/** The candidate's dependencies that cannot hold under the present assignments. */
export function violatedBy(state: PackageState, candidate: number): readonly KnownDependency[] {
  return dependenciesOf(state, candidate).filter(({ target, set }) =>
    target === state ? !hasCandidate(set, candidate) : isDisjoint(target.allowed, set) || isDisjoint(familyOf(target).allowed, set))
}

/** Whether something the candidate needs is impossible, and stays so whatever gives way. */
export function isRuledOut(engine: Engine, state: PackageState, candidate: number): boolean {
  const mayRepin = (engine.strategy.repins ?? 0) > 0
  return violatedBy(state, candidate).some((known) => !mayRepin || !givesWay(known))
}

function givesWay({ target, set }: KnownDependency): boolean {
  const pinned = membersOf(target).some((member) => member.decided !== -1 && !hasCandidate(set, member.decided))
  return pinned && !isEmpty(intersection(acceptableTo(target), set))
}

/** Undoes the decisions on `blockers`; those made since are made again, then `state`'s; the blockers' come after it. */
function makeRoom(engine: Engine, blockers: ReadonlySet<PackageState>, state: PackageState, candidate: number): void {
  const { decisions } = engine.solution
  const first = decisions.findIndex((decided) => blockers.has(familyOf(decided)))
  const replay: Replay[] = []
  for (const decided of decisions.slice(first)) {
    if (!blockers.has(familyOf(decided))) replay.push({ package: decided, candidate: decided.decided })
  }
  engine.repins += 1
  touch(engine, state)
  backtrack(engine, first)
  engine.replay = [...replay, { package: state, candidate }]
}

/**
 * Counts that a candidate of `state` was refused for what is decided already; when one decision was in the way too often, it
 * is undone, and its package is decided after `state` from here on (docs/solver.md, "Swapping"). True: it was.
 */
export function swapAfterRefusals(engine: Engine, state: PackageState, violated: readonly KnownDependency[]): boolean {
  const limit = engine.strategy.swapAfter ?? 0
  if (limit === 0) return false
  for (const known of violated) {
    const culprit = culpritOf(engine, known)
    if (culprit === undefined || increase(engine.refusals, state, familyOf(culprit)) !== limit) continue
    if (!orderAfter(familyOf(culprit), familyOf(state))) continue
    engine.replay = []
    engine.focus = undefined
    backtrack(engine, engine.solution.decisions.indexOf(culprit))
    return true
  }
  return false
}

/** The decided package that keeps the dependency from being met: its own package, or the one whose requirement is in the way. */
function culpritOf(engine: Engine, { target, set }: KnownDependency): PackageState | undefined {
  const narrowed = isDisjoint(target.allowed, set) ? target : familyOf(target)
  if (isEmpty(set) || !isDisjoint(narrowed.allowed, set)) return undefined
  const { cause, level } = engine.solution.satisfier(narrowed, difference(target.everything, set))
  if (level === 0) return undefined
  if (cause === undefined) return narrowed
  const others = cause.terms.filter((term) => term.package !== narrowed && term.package.decided !== -1)
  return others.map((term) => term.package).sort((a, b) => lastIndex(b) - lastIndex(a))[0]
}

function lastIndex(state: PackageState): number {
  return state.assignments.at(-1)!.index
}

/** `later` is decided after `earlier` from here on, unless the opposite was settled before. */
function orderAfter(later: PackageState, earlier: PackageState): boolean {
  if (later === earlier || reaches(earlier, later)) return false
  later.waitsFor.add(earlier)
  return true
}

function reaches(from: PackageState, to: PackageState): boolean {
  const seen = new Set([from])
  for (const state of seen) for (const next of state.waitsFor) seen.add(next)
  return seen.has(to)
}

function countOf(counts: ReadonlyMap<string, number>, state: PackageState, other: PackageState): number {
  return counts.get(pairKey(state, other)) ?? 0
}

function increase(counts: Map<string, number>, state: PackageState, other: PackageState): number {
  const count = countOf(counts, state, other) + 1
  counts.set(pairKey(state, other), count)
  return count
}

function pairKey(state: PackageState, other: PackageState): string {
  return `${familyOf(state).order} ${other.order}`
}
