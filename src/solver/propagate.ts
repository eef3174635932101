import { difference, isEmpty, isSubset, relationOf, union, withoutElement, type CandidateSet } from './candidate-set.ts'
import { resolveConflict } from './conflict.ts'
import { exclude, type Engine } from './engine.ts'
import { newIncompatibility, newTerm, type Incompatibility, type Term } from './incompatibility.ts'
import type { PackageState } from './package-state.ts'

/**
 * Unit propagation: concludes all that follows from the assignments made and the incompatibilities known, and resolves the
 * conflicts it meets (docs/solver.md, "Unit propagation"). True: the partial solution agrees with everything known. False:
 * nothing can agree, and `engine.refutation` says why.
 */
export function propagate(engine: Engine): boolean {
  const { changed } = engine
  while (engine.refutation === undefined) {
    const state = changed.pop()
    if (state === undefined) return true
    state.changed = false
    if (engine.solution.level === 0) dropRetired(state)
    const conflict = conflictAmong(engine, state)
    if (conflict !== undefined) resolveConflict(engine, conflict)
  }
  return false
}

/** At level 0 nothing is undone: what is contradicted there stays so and need not be looked at again. */
function dropRetired(state: PackageState): void {
  const { incompatibilities } = state
  let kept = 0
  for (const incompatibility of incompatibilities) {
    if (incompatibility.contradicted) incompatibility.retired = true
    else incompatibilities[kept++] = incompatibility
  }
  incompatibilities.length = kept
}

/** Looks at each incompatibility of the package, newest first: what was learnt last prunes most. */
function conflictAmong(engine: Engine, state: PackageState): Incompatibility | undefined {
  const proxied = proxyConflict(engine, state)
  if (proxied !== undefined) return proxied
  const { incompatibilities } = state
  for (let at = incompatibilities.length - 1; at >= 0; at -= 1) {
    const incompatibility = incompatibilities[at]!
    if (!incompatibility.contradicted && isConflict(engine, incompatibility)) return incompatibility
  }
  return undefined
}

/** Whether all terms hold. When all but one do, the one is excluded; when one cannot hold, the incompatibility rests. */
function isConflict(engine: Engine, incompatibility: Incompatibility): boolean {
  const { terms } = incompatibility
  let open: Term | undefined
  for (let at = 0; at < terms.length; at += 1) {
    const term = terms[at]!
    const relation = relationOf(term.package.allowed, term.set)
    if (relation === 'inside') continue
    if (relation === 'outside') {
      engine.solution.passBy(incompatibility)
      return false
    }
    if (open !== undefined) return false
    open = term
  }
  if (open === undefined) return true
  exclude(engine, open, incompatibility)
  return false
}

/**
 * A proxy and its base have the same candidate. The incompatibilities that say so exist only where they conclude something,
 * each with the widest reason that does.
 */
function proxyConflict(engine: Engine, state: PackageState): Incompatibility | undefined {
  if (state.base !== undefined) return agree(engine, state, state.base)
  for (const proxy of state.proxies) {
    const conflict = agree(engine, proxy, state)
    if (conflict !== undefined) return conflict
  }
  return undefined
}

function agree(engine: Engine, proxy: PackageState, base: PackageState): Incompatibility | undefined {
  const absent = proxy.candidates.length
  const lost = withoutElement(difference(proxy.allowed, base.allowed), absent)
  if (!isEmpty(lost)) {
    const [own, incompatibility] = pairing(proxy, base, lost)
    if (isSubset(proxy.allowed, lost)) return incompatibility
    exclude(engine, own, incompatibility)
  }
  if (!proxy.needed || isSubset(base.allowed, proxy.allowed)) return undefined
  const [, incompatibility] = pairing(proxy, base, union(proxy.allowed, withoutElement(difference(base.everything, base.allowed), absent)))
  exclude(engine, incompatibility.terms[1]!, incompatibility)
  return undefined
}

/** "The proxy is one of `set`, and the base is none of them" cannot be. */
function pairing(proxy: PackageState, base: PackageState, set: CandidateSet): [own: Term, incompatibility: Incompatibility] {
  const own = newTerm(proxy, set)
  const other = newTerm(base, difference(base.everything, set))
  return [own, newIncompatibility([own, other], { kind: 'proxy', of: proxy, base })]
}
