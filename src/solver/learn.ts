import { candidatesOf, difference, hashOf, hasCandidate, intersection, isEmpty, isSameSet, union, withoutElement, type CandidateSet } from './candidate-set.ts'
import { dependenciesOf, evaluate, packageOf, touch, type Engine } from './engine.ts'
import { newIncompatibility, newTerm, type Cause, type Incompatibility, type KnownDependency, type Term } from './incompatibility.ts'
import type { PackageState } from './package-state.ts'
import type { Dependency, Reason } from './types.ts'

/** Files an incompatibility under each of its packages, to be propagated. */
export function addIncompatibility(engine: Engine, incompatibility: Incompatibility): void {
  for (const term of incompatibility.terms) {
    term.package.incompatibilities.push(incompatibility)
    engine.solution.learnt(term.package)
  }
  const first = incompatibility.terms[0]
  if (first === undefined) engine.refutation = incompatibility
  else touch(engine, first.package)
}

/** A requirement of the user: an incompatibility of one term, everything but the set. */
export function addRequirement(engine: Engine, dependency: Dependency): void {
  addRootFact(engine, dependency, { isConstraint: false })
}

/** A constraint of the user on a package that is known: it does not make it needed. */
export function addConstraint(engine: Engine, dependency: Dependency): void {
  addRootFact(engine, dependency, { isConstraint: true })
}

function addRootFact(engine: Engine, dependency: Dependency, { isConstraint }: { readonly isConstraint: boolean }): void {
  const known = evaluate(engine, dependency, { by: undefined, byCandidate: undefined, isConstraint })
  const { target, set } = known
  target.requirements.push(known.active)
  const outside = difference(target.everything, set)
  const forbidden = isConstraint ? withoutElement(outside, target.candidates.length) : outside
  if (isEmpty(forbidden)) return
  const terms = isSameSet(forbidden, target.everything) ? [] : [newTerm(target, forbidden)]
  addIncompatibility(engine, newIncompatibility(terms, { kind: 'requirement', known, isConstraint }))
}

/**
 * More dependencies of one candidate. Those on packages that are not known are kept unread: if the others rule the candidate
 * out, their packages need not be asked for.
 */
export function addDependencies(engine: Engine, state: PackageState, candidate: number, more: readonly Dependency[]): void {
  const requirer = { by: state.key, byCandidate: candidate, isConstraint: false }
  const known = more.filter((dependency) => packageOf(engine, dependency.package).known).map((dependency) => evaluate(engine, dependency, requirer))
  const unread = more.filter((dependency) => !packageOf(engine, dependency.package).known)
  state.knowledge[candidate] = { kind: 'dependencies', dependencies: [...dependenciesOf(state, candidate), ...known], unread }
  const only = candidatesOf(state.candidates.length, [candidate])
  for (const dependency of known) addDependency(engine, newTerm(state, only), dependency)
}

function addDependency(engine: Engine, own: Term, known: KnownDependency): void {
  const { target, set } = known
  const cause = { kind: 'dependency', from: own.package, known } as const
  const outside = difference(target.everything, set)
  if (target === own.package) {
    const unusable = intersection(own.set, outside)
    if (!isEmpty(unusable)) addMerged(engine, newTerm(target, unusable), undefined, cause)
    return
  }
  const nothingFits = isSameSet(outside, target.everything)
  addMerged(engine, own, nothingFits ? undefined : newTerm(target, outside), cause)
}

/** None of `set` can be used. */
export function addUnavailable(engine: Engine, state: PackageState, set: CandidateSet, reason: Reason): void {
  for (let candidate = 0; candidate < state.candidates.length; candidate += 1) {
    if (hasCandidate(set, candidate)) state.knowledge[candidate] = { kind: 'unavailable', reason }
  }
  if (!isEmpty(set)) addMerged(engine, newTerm(state, set), undefined, { kind: 'unavailable', of: state, reason })
}

type MergeableCause = Extract<Cause, { kind: 'dependency' | 'unavailable' }>

/**
 * Says of the candidates in `own` what is said of others already, by widening that incompatibility, or adds a new one
 * (docs/solver.md, "Merging"). Widening is sound while the old one is in use as a cause: what was concluded from it follows
 * from the wider one too.
 */
function addMerged(engine: Engine, own: Term, other: Term | undefined, cause: MergeableCause): void {
  const key = mergeKey(cause)
  const alike = own.package.mergeable.get(key)
  const same = alike?.find((known) => saysSame(known.cause, cause))
  if (same === undefined || same.retired) {
    const set = same === undefined ? own.set : union(same.terms[0]!.set, own.set)
    const added = newIncompatibility(other === undefined ? [newTerm(own.package, set)] : [newTerm(own.package, set), other], cause)
    own.package.mergeable.set(key, [...(alike ?? []).filter((known) => known !== same), added])
    addIncompatibility(engine, added)
    return
  }
  const widened = same.terms[0]!
  widened.set = union(widened.set, own.set)
  widened.outside = undefined
  same.contradicted = false
  for (const term of same.terms) engine.solution.learnt(term.package)
  touch(engine, own.package)
}

function mergeKey(cause: MergeableCause): string {
  return cause.kind === 'unavailable' ? `unavailable ${cause.reason.text}` : `${cause.known.target.order} ${hashOf(cause.known.set)}`
}

/** Of causes with the same key. By what is accepted, not by the terms: that of a dependency on itself does not show it. */
function saysSame(known: Cause, cause: MergeableCause): boolean {
  return cause.kind === 'unavailable' || (known.kind === 'dependency' && isSameSet(known.known.set, cause.known.set))
}
