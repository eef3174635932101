import type { CandidateSet } from './candidate-set.ts'
import type { Incompatibility, KnownDependency } from './incompatibility.ts'
import type { Assignment } from './partial-solution.ts'
import type { ActiveRequirement, Dependency, NoChoice, PackageFacts, PackageKey, Priority, Reason } from './types.ts'

/** What is known of a candidate after its dependencies were asked for. */
export type CandidateKnowledge =
  /** `unread`: dependencies on packages whose candidates were not needed so far. */
  | { readonly kind: 'dependencies'; readonly dependencies: readonly KnownDependency[]; readonly unread: readonly Dependency[] }
  | { readonly kind: 'unavailable'; readonly reason: Reason }

/**
 * All that the solver holds about one package. One record per package instead of tables per subject keeps the inner loop of
 * unit propagation on plain property reads. Fields change only in the module that is named beside them.
 */
export interface PackageState {
  readonly key: PackageKey
  /** Order of first mention. */
  readonly order: number

  // packages.ts
  /** False until the candidates are answered; the sets below are empty until then. */
  known: boolean
  candidates: readonly string[]
  /** Every candidate and absence. */
  everything: CandidateSet
  base: PackageState | undefined
  proxies: PackageState[]

  // engine.ts
  /** Waits to be propagated. */
  changed: boolean

  // learn.ts
  knowledge: (CandidateKnowledge | undefined)[]
  tried: number
  /** Incompatibilities that name the package, oldest first. */
  incompatibilities: Incompatibility[]
  /** The package's own dependencies and unavailabilities, to widen instead of adding one per candidate. */
  mergeable: Map<string, Incompatibility[]>

  // partial-solution.ts
  /** What all assignments leave of `everything`. */
  allowed: CandidateSet
  /** Chosen for certain, whatever candidate: absence is not allowed. */
  needed: boolean
  /** What those of level 0 leave: never undone. */
  allowedForGood: CandidateSet
  assignments: Assignment[]
  /** The decided candidate, or −1. */
  decided: number
  /** Active requirements on this key. */
  requirements: ActiveRequirement[]

  // conflict.ts
  conflicts: number
  lastConflict: number

  // strategy-facts.ts: undefined when something changed since
  facts: PackageFacts | undefined
  priority: Priority | undefined
  /** What the strategy chose, and the facts it chose by. */
  choice: { readonly by: PackageFacts; readonly of: number | NoChoice } | undefined

  // repin.ts
  /** Packages that are to be decided before this one when both need a decision. */
  waitsFor: Set<PackageState>
}

const NOTHING = new Uint32Array(1) as CandidateSet

/** A package that was mentioned and of which nothing is known. `order`: how many were mentioned before. */
export function newPackage(key: PackageKey, order: number): PackageState {
  return {
    key,
    order,
    known: false,
    candidates: [],
    everything: NOTHING,
    base: undefined,
    proxies: [],
    changed: false,
    knowledge: [],
    tried: 0,
    incompatibilities: [],
    mergeable: new Map(),
    allowed: NOTHING,
    needed: false,
    allowedForGood: NOTHING,
    assignments: [],
    decided: -1,
    requirements: [],
    conflicts: 0,
    lastConflict: -1,
    facts: undefined,
    priority: undefined,
    choice: undefined,
    waitsFor: new Set(),
  }
}

/** The project behind a package: its base if it is a proxy, else itself. */
export function familyOf(state: PackageState): PackageState {
  return state.base ?? state
}

/** The base and all its proxies. */
export function membersOf(state: PackageState): readonly PackageState[] {
  const base = familyOf(state)
  return base.proxies.length === 0 ? [base] : [base, ...base.proxies]
}

/** Waits for a decision. */
export function isOpen(state: PackageState): boolean {
  return state.needed && state.decided === -1
}
