import { candidatesOf, hasCandidate, intersection, isSubset, union, type CandidateSet } from './candidate-set.ts'
import type { Incompatibility, KnownDependency } from './incompatibility.ts'
import { membersOf, type PackageState } from './package-state.ts'

/** One step of the partial solution: a decision (no cause) or a derivation from an incompatibility. */
export interface Assignment {
  readonly package: PackageState
  /** Position in the trail. */
  index: number
  level: number
  /** What this step alone says: the package is one of these (absence included). */
  readonly set: CandidateSet
  /** What this step and all earlier ones of the package leave. */
  allowed: CandidateSet
  readonly cause: Incompatibility | undefined
}

/** The dependencies of the candidate a package is decided for. */
type RequiresOf = (state: PackageState) => readonly KnownDependency[]

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
    for (const { target, active } of requires) {
      target.requirements.push(active)
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
    state.needed = !hasCandidate(allowed, state.candidates.length)
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
  backtrack(level: number, requiresOf: RequiresOf): readonly PackageState[] {
    while (this.trail.length > 0 && this.trail.at(-1)!.level > level) this.#undo(this.trail.pop()!, requiresOf)
    this.decisions.length = level
    const keep = this.#contradictedAt[level] ?? this.#contradicted.length
    this.#contradictedAt.length = level
    while (this.#contradicted.length > keep) this.#contradicted.pop()!.contradicted = false
    return this.#refresh(level)
  }

  /**
   * Takes back the decisions on `undone` with what was concluded from them, and leaves every other decision as it is
   * (docs/solver.md, "Pins that give way"). O(assignments since the first of them). Returns the packages of which less is
   * known than before, to be propagated again.
   */
  withdraw(undone: ReadonlySet<PackageState>, requiresOf: RequiresOf): ReadonlySet<PackageState> {
    const first = this.decisions.findIndex((state) => undone.has(state))
    const start = this.decisions[first]!.assignments.findLast((assignment) => assignment.cause === undefined)!.index
    const since = this.trail.splice(start)
    for (const { package: state } of since) state.assignments.pop()
    const lost = new Set<PackageState>()
    const doubtful = new Set<PackageState>()
    const gone: number[] = []
    for (const assignment of since) {
      const state = assignment.package
      if (assignment.cause === undefined && undone.has(state)) {
        gone.push(assignment.level)
        this.#release(state, requiresOf)
      } else if (assignment.cause === undefined || !restsOn(assignment.cause, state, doubtful)) {
        this.#keep(assignment, gone.length, lost.has(state))
        if (assignment.cause === undefined) doubtful.delete(state)
        continue
      }
      lost.add(state)
      doubtful.add(state)
    }
    this.#removeLevels(first, gone)
    for (const state of lost) {
      this.#settle(state)
      this.learnt(state)
    }
    return lost
  }

  #keep(assignment: Assignment, levelsGone: number, isWider: boolean): void {
    const { package: state } = assignment
    assignment.index = this.trail.length
    assignment.level -= levelsGone
    if (isWider) assignment.allowed = intersection(state.assignments.at(-1)?.allowed ?? state.everything, assignment.set)
    this.trail.push(assignment)
    state.assignments.push(assignment)
  }

  /** Forgets levels that are no more; what was passed by since the first of them is looked at again. */
  #removeLevels(first: number, gone: readonly number[]): void {
    const keep = this.#contradictedAt[first]!
    while (this.#contradicted.length > keep) this.#contradicted.pop()!.contradicted = false
    const left = this.decisions.filter((_, at) => !gone.includes(at + 1))
    this.decisions.splice(0, this.decisions.length, ...left)
    this.#contradictedAt.length = left.length
    this.#contradictedAt.fill(keep, first)
    for (const fresh of this.#fresh) fresh.level -= gone.filter((level) => level <= fresh.level).length
  }

  /** What the package's assignments leave, after some of them are gone. */
  #settle(state: PackageState): void {
    state.allowed = state.assignments.at(-1)?.allowed ?? state.everything
    state.needed = !hasCandidate(state.allowed, state.candidates.length)
    state.facts = undefined
    state.priority = undefined
  }

  /** The package is not decided any more, and what its candidate required is not required by it. */
  #release(state: PackageState, requiresOf: RequiresOf): void {
    for (const { target, active } of requiresOf(state)) {
      target.requirements.splice(target.requirements.lastIndexOf(active), 1)
      forgetFacts(target)
    }
    state.decided = -1
    forgetFacts(state)
  }

  #undo(assignment: Assignment, requiresOf: RequiresOf): void {
    const state = assignment.package
    if (assignment.cause === undefined) this.#release(state, requiresOf)
    state.assignments.pop()
    this.#settle(state)
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

/** Whether a conclusion about `state` may need something about `doubtful` packages. */
function restsOn(cause: Incompatibility, state: PackageState, doubtful: ReadonlySet<PackageState>): boolean {
  return cause.terms.some((term) => term.package !== state && doubtful.has(term.package))
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
