import { hasCandidate, intersection, isDisjoint, isEmpty, isSubset, withoutElement } from './candidate-set.ts'
import { dependenciesOf, touch, withdraw, type Engine } from './engine.ts'
import type { KnownDependency } from './incompatibility.ts'
import { familyOf, membersOf, type PackageState } from './package-state.ts'
import { acceptableTo, factsWith } from './strategy-facts.ts'

/**
 * Deciding earlier packages anew for a later one (docs/solver.md, "Pins that give way"). True: decisions were undone, and
 * `state` will get `candidate`; false: nothing changed. Whoever gave way is decided after `state` from then on: should a
 * conflict undo both, the same is not gone through again.
 */
export function repinFor(engine: Engine, state: PackageState, candidate: number): boolean {
  const limit = engine.strategy.repins ?? 0
  if (limit === 0) return false
  const violated = violatedBy(state, candidate)
  if (violated.length === 0 || !violated.every((known) => givesWay(known))) return false
  const blockers = new Set(violated.map((known) => familyOf(known.target)))
  for (const blocker of blockers) if (engine.repinned.of(state, blocker) >= limit) return false
  for (const blocker of blockers) {
    engine.repinned.add(state, blocker)
    orderAfter(blocker, familyOf(state))
  }
  makeRoom(engine, blockers, state, candidate)
  return true
}

/**
 * The same for a proxy whose base is decided, when `candidate`, the base's, was refused: the base gives way if the
 * requirements leave another candidate. In pip the two are pinned one after the other, so that the extra may move its project.
 */
export function repinBaseFor(engine: Engine, state: PackageState, candidate: number): boolean {
  if (state.base === undefined || state.base.decided === -1) return false
  const others = withoutElement(acceptableTo(state), candidate)
  const choice = isEmpty(others) ? undefined : engine.strategy.candidate(factsWith(engine, state, others))
  return typeof choice === 'number' && moveBase(engine, state, choice)
}

/** Undoes the decision on a proxy's base, so that both get `candidate`: in pip an extra looks for candidates whatever its project's pin. */
export function moveBase(engine: Engine, state: PackageState, candidate: number): boolean {
  const { base } = state
  const limit = engine.strategy.repins ?? 0
  if (base === undefined || base.decided === -1 || engine.repinned.of(state, base) >= limit) return false
  engine.repinned.add(state, base)
  makeRoom(engine, new Set([base]), state, candidate)
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

/** Takes back the decisions on `blockers`; `state` is decided next, and they when their turn comes. */
function makeRoom(engine: Engine, blockers: ReadonlySet<PackageState>, state: PackageState, candidate: number): void {
  engine.repins += 1
  const members = [...blockers].flatMap((blocker) => membersOf(blocker))
  withdraw(engine, new Set(members.filter((member) => member.decided !== -1)))
  touch(engine, state)
  engine.focus = { package: state, candidate }
}

/** `later` is decided after `earlier` from here on, unless the opposite was settled before. */
function orderAfter(later: PackageState, earlier: PackageState): void {
  if (later !== earlier && !waits(earlier, later)) later.waitsFor.add(earlier)
}

/** Whether `from` waits for `to`, itself or by way of others. */
function waits(from: PackageState, to: PackageState): boolean {
  const seen = new Set([from])
  for (const state of seen) for (const next of state.waitsFor) seen.add(next)
  return seen.has(to)
}
