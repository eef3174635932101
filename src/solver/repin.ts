import { hasCandidate, intersection, isDisjoint, isEmpty, isSubset } from './candidate-set.ts'
import { backtrack, dependenciesOf, type Engine, type Replay } from './engine.ts'
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
    target === state ? !hasCandidate(set, candidate) : isDisjoint(target.allowed, set))
}

function givesWay({ target, set }: KnownDependency): boolean {
  const pinned = membersOf(target).some((member) => member.decided !== -1 && !hasCandidate(set, member.decided))
  return pinned && !isEmpty(intersection(acceptableTo(target), set))
}

/** Undoes the decisions on `blockers`; those made since are made again, then `state`'s, and the blockers come after it. */
function makeRoom(engine: Engine, blockers: ReadonlySet<PackageState>, state: PackageState, candidate: number): void {
  const { decisions } = engine.solution
  const first = decisions.findIndex((decided) => blockers.has(familyOf(decided)))
  const replay: Replay[] = []
  for (const decided of decisions.slice(first)) {
    if (!blockers.has(familyOf(decided))) replay.push({ package: decided, candidate: decided.decided })
  }
  engine.repins += 1
  for (const blocker of blockers) orderAfter(blocker, familyOf(state))
  engine.changed.push(state)
  backtrack(engine, first)
  engine.replay = [...replay, { package: state, candidate }]
}

/** `later` is decided after `earlier` from here on, unless the opposite was settled before. */
function orderAfter(later: PackageState, earlier: PackageState): boolean {
  if (later === earlier || reaches(earlier, later)) return false
  later.waitsFor.add(earlier)
  return true
}

function reaches(from: PackageState, to: PackageState): boolean {
  const seen = new Set<PackageState>()
  const rest = [from]
  for (let state = rest.pop(); state !== undefined; state = rest.pop()) {
    if (state === to) return true
    if (seen.has(state)) continue
    seen.add(state)
    rest.push(...state.waitsFor)
  }
  return false
}

/** Counts that `state`'s candidate was refused for decided packages; past the limit the order is swapped. True: it was. */
export function swapAfterRefusals(engine: Engine, state: PackageState, violated: readonly KnownDependency[]): boolean {
  const limit = engine.strategy.swapAfter ?? 0
  if (limit === 0) return false
  for (const { target } of violated) {
    const decided = membersOf(target).find((member) => member.decided !== -1)
    if (decided === undefined || increase(engine.refusals, state, familyOf(target)) !== limit) continue
    if (!orderAfter(familyOf(target), familyOf(state))) continue
    engine.replay = []
    engine.focus = undefined
    backtrack(engine, engine.solution.decisions.indexOf(decided))
    return true
  }
  return false
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
