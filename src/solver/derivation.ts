import type { CandidateSet } from './candidate-set.ts'
import type { ActiveRequirement, Dependency, PackageKey, Reason } from './types.ts'

/** The user requires `dependency`, or constrains its package to it. `set`: the candidates that fit. */
export interface RequirementFact {
  readonly kind: 'requirement' | 'constraint'
  readonly dependency: Dependency
  readonly set: CandidateSet
}

/** Each of `candidates` of `package` has the dependency; what they accept of `dependency.package` is `set`. */
export interface DependencyFact {
  readonly kind: 'dependency'
  readonly package: PackageKey
  readonly candidates: CandidateSet
  readonly dependency: Dependency
  readonly set: CandidateSet
  /** Differently worded dependencies told as one: `dependency` is one of them, `set` what any of them accepts. */
  readonly isMerged: boolean
}

/** None of `candidates` of `package` can be used, and why. */
export interface UnavailableFact {
  readonly kind: 'unavailable'
  readonly package: PackageKey
  readonly candidates: CandidateSet
  readonly reason: Reason
}

/** The strategy would take none of `candidates` while `requirements` were the ones active. */
export interface RefusedFact {
  readonly kind: 'refused'
  readonly package: PackageKey
  readonly candidates: CandidateSet
  readonly reason: Reason
  readonly requirements: readonly ActiveRequirement[]
}

/** `package` is a proxy of `base`: both have the same candidate. `candidates`: those for which it was needed. */
export interface ProxyFact {
  readonly kind: 'proxy'
  readonly package: PackageKey
  readonly base: PackageKey
  readonly candidates: CandidateSet
}

/** Supposed for the sake of the argument: one condition of a conclusion that is no contradiction by itself. */
export interface AssumedFact {
  readonly kind: 'assumed'
  readonly term: StatementTerm
}

/** What an argument may rest on: said by the user, by metadata, by the driver or by the strategy. */
export type Fact = RequirementFact | DependencyFact | UnavailableFact | RefusedFact | ProxyFact | AssumedFact

/**
 * One condition of a statement. Positive: the package is chosen, with a candidate of `set`. Not positive: it is not chosen,
 * or with a candidate outside `set`.
 */
export interface StatementTerm {
  readonly package: PackageKey
  readonly positive: boolean
  readonly set: CandidateSet
}

/** Not all `terms` can hold together: a fact says so. */
export interface FactStatement {
  readonly terms: readonly StatementTerm[]
  readonly fact: Fact
}

/** Not all `terms` can hold together, because of two other statements. No terms: nothing can hold. */
export interface DerivedStatement {
  readonly terms: readonly StatementTerm[]
  readonly because: readonly [Statement, Statement]
}

/** A conclusion, or what it is drawn from. */
export type Statement = FactStatement | DerivedStatement

/** Why something is impossible: plain data, complete in itself. Statements are shared, so it is a graph without cycles. */
export interface Derivation extends Ground {
  readonly conclusion: Statement
}

/** What is so of the packages that statements name, and of the bases of these, whatever the statements say. */
export interface Ground {
  readonly candidates: ReadonlyMap<PackageKey, readonly string[]>
  /** The proxies among them, whether a proof made use of that or not, and their bases. */
  readonly bases: ReadonlyMap<PackageKey, PackageKey>
}

/** Every fact statement of the derivation once, in the order of first use. Without recursion: proofs can be deep. */
export function factsIn(derivation: Derivation): readonly FactStatement[] {
  const facts: FactStatement[] = []
  const seen = new Set<Statement>()
  const rest = [derivation.conclusion]
  for (let statement = rest.pop(); statement !== undefined; statement = rest.pop()) {
    if (seen.has(statement)) continue
    seen.add(statement)
    if ('fact' in statement) facts.push(statement)
    else rest.push(statement.because[1], statement.because[0])
  }
  return facts
}
