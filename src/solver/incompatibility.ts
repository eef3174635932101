import { difference, hasCandidate, intersection, isSameSet, union, type CandidateSet } from './candidate-set.ts'
import type { Statement } from './derivation.ts'
import type { PackageState } from './package-state.ts'
import type { ActiveRequirement, Dependency, Reason } from './types.ts'

/** A dependency whose package is known: the set is evaluated. */
export interface KnownDependency {
  readonly dependency: Dependency
  readonly target: PackageState
  readonly set: CandidateSet
  /** What the target's facts show while the requirer is decided for the candidate that has the dependency. */
  readonly active: ActiveRequirement
}

/** Where an incompatibility comes from (docs/solver.md, "Incompatibilities and their causes"). */
export type Cause =
  | { readonly kind: 'requirement'; readonly known: KnownDependency; readonly isConstraint: boolean }
  | { readonly kind: 'dependency'; readonly from: PackageState; readonly known: KnownDependency }
  | { readonly kind: 'unavailable'; readonly of: PackageState; readonly reason: Reason }
  | { readonly kind: 'refused'; readonly of: PackageState; readonly reason: Reason; readonly requirements: readonly ActiveRequirement[] }
  /** A statement taken over as it is: explanations argue with those of a finished solve. */
  | { readonly kind: 'given'; readonly statement: Statement }
  | { readonly kind: 'proxy'; readonly of: PackageState; readonly base: PackageState }
  | { readonly kind: 'derived'; readonly left: Incompatibility; readonly right: Incompatibility }

/** One package's part of an incompatibility: the elements (candidates, absence) with which the package contributes to it. */
export interface Term {
  readonly package: PackageState
  /** Replaced by a wider set when another candidate turns out to have the same dependency; the set itself never changes. */
  set: CandidateSet
  /** What is left of the package when the term does not hold; worked out when first needed, forgotten when `set` is replaced. */
  outside: CandidateSet | undefined
}

/** A term whose complement is not worked out yet. */
export function newTerm(state: PackageState, set: CandidateSet): Term {
  return { package: state, set, outside: undefined }
}

/** All that the term rules out, absence among it; computed once. */
export function outsideOf(term: Term): CandidateSet {
  term.outside ??= difference(term.package.everything, term.set)
  return term.outside
}

/** A set of terms that must not all hold; at most one term per package. */
export interface Incompatibility {
  readonly terms: readonly Term[]
  readonly cause: Cause
  /** A term cannot hold under the present assignments, so propagation passes by (partial-solution.ts resets it). */
  contradicted: boolean
  /** Contradicted for good (at level 0) and being dropped from the lists of its packages; not to be widened any more. */
  retired: boolean
}

/** An incompatibility that no list has been told of yet. */
export function newIncompatibility(terms: readonly Term[], cause: Cause): Incompatibility {
  return { terms, cause, contradicted: false, retired: false }
}

/** Whether absence satisfies the term (a negative term, in PubGrub's words). */
export function allowsAbsence(term: Term): boolean {
  return hasCandidate(term.set, term.package.candidates.length)
}

function termOf(incompatibility: Incompatibility, state: PackageState): Term | undefined {
  const { terms } = incompatibility
  for (let at = 0; at < terms.length; at += 1) if (terms[at]!.package === state) return terms[at]
  return undefined
}

/**
 * The rule of resolution: from two incompatibilities follows a third without the need to look at `pivot`'s values one by one.
 * Terms of the pivot are united (a union that is everything says nothing and is left out), others must hold on both sides.
 */
export function resolvent(left: Incompatibility, right: Incompatibility, pivot: PackageState): Incompatibility {
  const terms: Term[] = []
  for (const term of left.terms) {
    const other = termOf(right, term.package)
    if (other === undefined) {
      terms.push(newTerm(term.package, term.set))
    } else if (term.package !== pivot) {
      terms.push(newTerm(term.package, intersection(term.set, other.set)))
    } else {
      const set = union(term.set, other.set)
      if (!isSameSet(set, pivot.everything)) terms.push(newTerm(pivot, set))
    }
  }
  for (const term of right.terms) {
    if (termOf(left, term.package) === undefined) terms.push(newTerm(term.package, term.set))
  }
  return newIncompatibility(terms, { kind: 'derived', left, right })
}
