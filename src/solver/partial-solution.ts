import { candidatesOf, intersection, isSubset, union, type CandidateSet } from './candidate-set.ts'
import type { Incompatibility, KnownDependency } from './incompatibility.ts'
import { membersOf, type PackageState } from './package-state.ts'

/** One step of the partial solution: a decision (no cause) or a derivation from an incompatibility. */
export interface Assignment {
  readonly package: PackageState
  /** Position in the trail. */
  readonly index: number
  readonly level: number
  /** What this step alone says: the package is one of these (absence included). */
  readonly set: CandidateSet
  /** What this step and all earlier ones of the package leave. */
  readonly allowed: CandidateSet
  readonly cause: Incompatibility | undefined
}

/**
 * What is assumed and concluded so far, as a trail that backjumping cuts back (docs/solver.md, "The partial solution").
 * Owns the assignment fields of every `PackageState` it is given.
 */
export class PartialSolution {
  readonly trail: Assignment[] = []
  /** Decided packages, in order; the decision at level n is `decisions[n − 1]`. */
  readonly decisions: PackageState[] = []
  readonly #contradicted: Incompatibility[] = []
  readonly #contradictedAt: number[] = []
  #fresh: { readonly package: PackageState; level: number }[] = []

  get level(): number {
    return this.decisions.length
  }

  /** Takes `candidate`, with what it requires from then on. */
  decide(state: PackageState, candidate: number, requires: readonly KnownDependency[]): void {
    this.#contradictedAt.push(this.#contradicted.length)
    this.decisions.push(state)
    const only = candidatesOf(state.candidates.length, [candidate])
    state.decided = candidate
    forgetFacts(state)
    this.#assign(state, only, only, undefined)
    for (const { target, dependency, set } of requires) {
      target.requirements.push({ by: state.key, byCandidate: candidate, dependency, isConstraint: false, set })
      forgetFacts(target)
    }
  }

  /** Concludes that the package is one of `set`, because of `cause`. */
  derive(state: PackageState, set: CandidateSet, cause: Incompatibility): void {
    this.#assign(state, set, intersection(state.allowed, set), cause)
  }

  #assign(state: PackageState, set: CandidateSet, allowed: CandidateSet, cause: Incompatibility | undefined): void {
    const assignment = { package: state, index: this.trail.length, level: this.level, set, allowed, cause }
    this.trail.push(assignment)
    state.assignments.push(assignment)
    state.allowed = allowed
    if (assignment.level === 0) state.allowedForGood = allowed
    state.facts = undefined
    state.priority = undefined
  }

  /** Propagation need not look at it again until the level it was found contradicted at is undone. */
  passBy(incompatibility: Incompatibility): void {
    incompatibility.contradicted = true
    this.#contradicted.push(incompatibility)
  }

  /** The package got a new or wider incompatibility, which may already have something to say at a lower level. */
  learnt(state: PackageState): void {
    if (this.level > 0) this.#fresh.push({ package: state, level: this.level })
  }

  /**
   * Undoes every decision above `level` and what followed from it. Returns the packages that learnt something above it,
   * to be propagated again: what they learnt stays.
   */
  backtrack(level: number, requiresOf: (state: PackageState) => readonly KnownDependency[]): readonly PackageState[] {
    while (this.trail.length > 0 && this.trail.at(-1)!.level > level) this.#undo(this.trail.pop()!, requiresOf)
    this.decisions.length = level
    const keep = this.#contradictedAt[level] ?? this.#contradicted.length
    this.#contradictedAt.length = level
    while (this.#contradicted.length > keep) this.#contradicted.pop()!.contradicted = false
    return this.#refresh(level)
  }

  #undo(assignment: Assignment, requiresOf: (state: PackageState) => readonly KnownDependency[]): void {
    const state = assignment.package
    if (assignment.cause === undefined) {
      for (const { target } of requiresOf(state)) {
        target.requirements.pop()
        forgetFacts(target)
      }
      state.decided = -1
      forgetFacts(state)
    }
    state.assignments.pop()
    state.allowed = state.assignments.at(-1)?.allowed ?? state.everything
    state.facts = undefined
    state.priority = undefined
  }

  #refresh(level: number): readonly PackageState[] {
    const again = new Set<PackageState>()
    for (const fresh of this.#fresh) {
      if (fresh.level <= level) continue
      fresh.level = level
      again.add(fresh.package)
    }
    if (level === 0) this.#fresh = []
    else if (this.#fresh.length > 64) this.#fresh = onePerPackage(this.#fresh)
    return [...again]
  }

  /** The first assignment of the package after which it was within `set`. There is one: ask only for terms that hold. */
  satisfier(state: PackageState, set: CandidateSet): Assignment {
    const { assignments } = state
    let low = 0
    let high = assignments.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if (isSubset(assignments[middle]!.allowed, set)) high = middle
      else low = middle + 1
    }
    const found = assignments[low]
    if (found === undefined) throw new Error(`no assignment of ${state.key} satisfies the term`)
    return found
  }

  /** What a term of `set` asks of the assignments before `satisfier`, whose own word covers the rest; undefined: nothing. */
  rest(satisfier: Assignment, set: CandidateSet): CandidateSet | undefined {
    if (isSubset(satisfier.set, set)) return undefined
    const opposite = satisfier.set.map((word) => ~word) as CandidateSet
    return union(set, intersection(opposite, satisfier.package.everything))
  }
}

function onePerPackage(fresh: readonly { readonly package: PackageState; level: number }[]): { package: PackageState; level: number }[] {
  const highest = new Map<PackageState, number>()
  for (const { package: state, level } of fresh) highest.set(state, Math.max(level, highest.get(state) ?? 0))
  return [...highest].map(([state, level]) => ({ package: state, level }))
}

/** The facts of a whole family speak of the requirements on each member. */
export function forgetFacts(state: PackageState): void {
  for (const member of membersOf(state)) {
    member.facts = undefined
    member.priority = undefined
  }
}
