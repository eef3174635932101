import { outsideOf, type Incompatibility, type KnownDependency, type Term } from './incompatibility.ts'
import { newPackage, type PackageState } from './package-state.ts'
import { PairCounts } from './pairs.ts'
import { PartialSolution } from './partial-solution.ts'
import type { Dependency, PackageKey, SolveStats, Strategy } from './types.ts'

/** What is to be decided next, before the strategy is asked for a package. */
export interface Focus {
  readonly package: PackageState
  /** The candidate it is to get, if it is still allowed; undefined: the strategy's choice. */
  readonly candidate: number | undefined
}

/** One solve: everything that changes while it runs. Functions of this room take it first. */
export interface Engine {
  readonly strategy: Strategy
  /** In order of first mention. */
  readonly packages: PackageState[]
  readonly byKey: Map<PackageKey, PackageState>
  /** The user's constraints by package: in force when the package becomes known, which they do not bring about. */
  readonly constraints: Map<PackageKey, Dependency[]>
  readonly solution: PartialSolution
  /** Packages whose assignments or incompatibilities changed since they were propagated, each once (`touch`). */
  readonly changed: PackageState[]
  /** The package whose candidate was just refused, or has just had others give way. */
  focus: Focus | undefined
  /** How often one project had another give way. */
  readonly repinned: PairCounts
  /** What the most recent conflict led to. */
  lastLearnt: Incompatibility | undefined
  /** The proof that there is no solution: an incompatibility without terms. */
  refutation: Incompatibility | undefined
  /** The packages of the most recent conflict. */
  inConflict: PackageState[]
  decisions: number
  conflicts: number
  repins: number
  tried: number
}

/** A problem nothing is known of yet. */
export function newEngine(strategy: Strategy): Engine {
  return {
    strategy,
    packages: [],
    byKey: new Map(),
    constraints: new Map(),
    solution: new PartialSolution(),
    changed: [],
    focus: undefined,
    repinned: new PairCounts(),
    lastLearnt: undefined,
    refutation: undefined,
    inConflict: [],
    decisions: 0,
    conflicts: 0,
    repins: 0,
    tried: 0,
  }
}

/** The package of this key, made known by name if it was not. */
export function packageOf(engine: Engine, key: PackageKey): PackageState {
  const known = engine.byKey.get(key)
  if (known !== undefined) return known
  const state = newPackage(key, engine.packages.length)
  engine.packages.push(state)
  engine.byKey.set(key, state)
  return state
}

/** Has the package propagated. */
export function touch(engine: Engine, state: PackageState): void {
  if (state.changed) return
  state.changed = true
  engine.changed.push(state)
}

/** What a candidate needs; none while that is not known. */
export function dependenciesOf(state: PackageState, candidate: number): readonly KnownDependency[] {
  const knowledge = state.knowledge[candidate]
  return knowledge?.kind === 'dependencies' ? knowledge.dependencies : []
}

/** Goes back to `level`; what was learnt above it is looked at again. */
export function backtrack(engine: Engine, level: number): void {
  const again = engine.solution.backtrack(level, (state) => dependenciesOf(state, state.decided))
  for (const state of again) touch(engine, state)
}

/** Takes back the decisions on `undone` and what rests on them; what does not, stays. */
export function withdraw(engine: Engine, undone: ReadonlySet<PackageState>): void {
  const lost = engine.solution.withdraw(undone, (state) => dependenciesOf(state, state.decided))
  for (const state of lost) touch(engine, state)
}

/** Concludes that the term does not hold. */
export function exclude(engine: Engine, term: Term, cause: Incompatibility): void {
  engine.solution.derive(term.package, outsideOf(term), cause)
  touch(engine, term.package)
}

/** Who has a dependency: a candidate, or the user. */
export interface Requirer {
  readonly by: PackageKey | undefined
  readonly byCandidate: number | undefined
  readonly isConstraint: boolean
}

/** Evaluates a dependency's set over the candidates of its (known) package. */
export function evaluate(engine: Engine, dependency: Dependency, requirer: Requirer): KnownDependency {
  const target = packageOf(engine, dependency.package)
  const set = typeof dependency.set === 'function' ? dependency.set(target.candidates) : dependency.set
  const absent = target.candidates.length
  if (set.length !== target.everything.length || (set[absent >>> 5]! & (-1 << (absent & 31))) !== 0) {
    throw new Error(`the set of "${dependency.text}" is not one over the ${absent} candidates of ${target.key}`)
  }
  return { dependency, target, set, active: { ...requirer, dependency, set } }
}

/** What the solve has done so far. */
export function statsOf(engine: Engine): SolveStats {
  const { decisions, conflicts, repins, tried } = engine
  return { decisions, conflicts, repins, tried, packages: engine.packages.length }
}
