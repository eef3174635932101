import { intersection, type CandidateSet } from './candidate-set.ts'
import type { Engine } from './engine.ts'
import { familyOf, isOpen, membersOf, type PackageState } from './package-state.ts'
import type { ActiveRequirement, NoChoice, PackageFacts, Priority } from './types.ts'

/** What the strategy sees of a package that is needed; one object as long as nothing of it changes. */
function factsOf(engine: Engine, state: PackageState): PackageFacts {
  state.facts ??= Object.freeze(factsWith(engine, state, state.allowed))
  return state.facts
}

/** What the strategy would take of the package as things are. */
export function choiceOf(engine: Engine, state: PackageState): number | NoChoice {
  const by = factsOf(engine, state)
  if (state.choice?.by !== by) state.choice = { by, of: engine.strategy.candidate(by) }
  return state.choice.of
}

/** The facts as they would be if `allowed` were what may be chosen. */
export function factsWith(engine: Engine, state: PackageState, allowed: CandidateSet): PackageFacts {
  return {
    package: state.key,
    candidates: state.candidates,
    base: state.base?.key,
    pinnedBy: membersOf(state).find((member) => member.decided !== -1)?.key,
    allowed,
    requirements: requirementsOf(state),
    order: state.order,
    conflicts: state.conflicts,
    inLastConflict: state.lastConflict === engine.conflicts && engine.conflicts > 0,
    tried: state.tried,
  }
}

/** The active requirements on a package's family, those of its base first. */
export function requirementsOf(state: PackageState): readonly ActiveRequirement[] {
  const members = membersOf(state)
  return members.length === 1 ? members[0]!.requirements.slice() : members.flatMap((member) => member.requirements)
}

/**
 * The candidates that every active requirement on the project accepts, whatever else stands against them: what resolvelib
 * calls the criterion's candidates. Facts that hold for good (level 0) count too; and, as in pip, where an extra requires its
 * project in the same version, a decided proxy is a requirement on the project.
 */
export function acceptableTo(state: PackageState): CandidateSet {
  let set = familyOf(state).allowedForGood
  for (const requirement of requirementsOf(state)) set = intersection(set, requirement.set)
  for (const proxy of familyOf(state).proxies) if (proxy.decided !== -1) set = intersection(set, proxy.allowed)
  return set
}

function priorityOf(engine: Engine, state: PackageState): Priority {
  state.priority ??= engine.strategy.priority(factsOf(engine, state))
  return state.priority
}

/** Whether `a` comes before `b` for the strategy; equal ones keep the order of first mention. */
function precedes(a: Priority, b: Priority): boolean {
  for (let at = 0; at < a.length && at < b.length; at += 1) {
    const left = a[at]!
    const right = b[at]!
    if (left !== right) return left < right
  }
  return a.length < b.length
}

/** The packages that the strategy would decide first as things are, in its order, at most `limit`: of hundreds a few are wanted. */
export function firstInOrder(engine: Engine, states: readonly PackageState[], limit: number): readonly PackageState[] {
  const first: PackageState[] = []
  for (const state of states) {
    const isBefore = (other: PackageState): boolean => {
      const [own, its] = [priorityOf(engine, state), priorityOf(engine, other)]
      return precedes(own, its) || (!precedes(its, own) && state.order < other.order)
    }
    if (first.length >= limit && (first.length === 0 || !isBefore(first.at(-1)!))) continue
    let place = first.length
    while (place > 0 && isBefore(first[place - 1]!)) place -= 1
    first.splice(place, 0, state)
    if (first.length > limit) first.pop()
  }
  return first
}

/** The package to decide next, by the strategy's priority among those that wait for no other; undefined when none is open. */
export function nextOpen(engine: Engine): PackageState | undefined {
  let best: PackageState | undefined
  let bestWaiting: PackageState | undefined
  for (const state of engine.packages) {
    if (!isOpen(state)) continue
    if (isWaiting(state)) {
      if (bestWaiting === undefined || precedes(priorityOf(engine, state), priorityOf(engine, bestWaiting))) bestWaiting = state
    } else if (best === undefined || precedes(priorityOf(engine, state), priorityOf(engine, best))) {
      best = state
    }
  }
  return best ?? bestWaiting
}

function isWaiting(state: PackageState): boolean {
  const { waitsFor } = familyOf(state)
  if (waitsFor.size === 0) return false
  for (const other of waitsFor) if (membersOf(other).some(isOpen)) return true
  return false
}
