import type { CandidateSet } from './candidate-set.ts'
import type { Derivation } from './derivation.ts'

/** Names a package to the solver: a project, or a proxy such as `name[extra]`. Compared as text. */
export type PackageKey = string

/** One requirement of a candidate or of the user, or one constraint. */
export interface Dependency {
  readonly package: PackageKey
  /**
   * The candidates of `package` that fit. Usually a function, since the list may not be known yet when the dependency is
   * stated: it is called once, with the list as answered, after the solver has asked for it. Make it return the same set
   * object for the same requirement text and it is evaluated once for thousands of candidates.
   */
  readonly set: CandidateSet | ((candidates: readonly string[]) => CandidateSet)
  /** The requirement as a person wrote it, for the explanation: `urllib3<1.27,>=1.25.4`. */
  readonly text: string
  /** Whatever the caller wants back in facts and derivations; the solver never looks at it. */
  readonly data?: unknown
}

/** Why candidates cannot be used. Equal texts of one package are told as one fact. */
export interface Reason {
  readonly text: string
  readonly data?: unknown
}

/** Which candidates a package has. */
export interface CandidatesQuestion {
  readonly kind: 'candidates'
  readonly package: PackageKey
}

/** What one candidate depends on. */
export interface DependenciesQuestion {
  readonly kind: 'dependencies'
  readonly package: PackageKey
  /** Index into the candidates as answered. */
  readonly candidate: number
}

/** Something a driver can find out. The answer to equal questions is one and the same during a solve. */
export type Question = CandidatesQuestion | DependenciesQuestion

/**
 * What the solver is likely to ask next; reading it, or not, never changes the outcome. Valid until the need is answered.
 */
export interface Hints {
  /** Unanswered questions in the order they will probably come; at most `limit`. O(known packages). */
  likely(limit?: number): readonly Question[]
}

/** The solve goes on when the candidates are known. */
export interface CandidatesNeed extends CandidatesQuestion, Hints {}

/** The solve goes on when the dependencies are known. */
export interface DependenciesNeed extends DependenciesQuestion, Hints {
  /** Candidates of the package whose dependencies were asked before this one: a high number is a package that backtracks. */
  readonly tried: number
  /**
   * The unasked candidates the solver would come to if this one and each after it were refused: within what is allowed at
   * the moment first, then in order of the list within what the user's own requirements allow. At most `limit`.
   */
  following(limit: number): readonly number[]
}

/** No question: a chance for the driver to let others work, or to stop. Comes after a fixed number of steps, by count. */
export interface PauseNeed {
  readonly kind: 'pause'
  readonly stats: SolveStats
}

/** What the solver yields to its driver. */
export type Need = CandidatesNeed | DependenciesNeed | PauseNeed

/** Answers a `CandidatesNeed`. */
export interface CandidatesAnswer {
  readonly kind: 'candidates'
  /** All candidates, best (newest) first, each by the text a person knows it by (its version). Empty: nothing exists. */
  readonly candidates: readonly string[]
  /**
   * The package is a proxy (`name[extra]`) of this one: both have the same candidates, and whenever the proxy is chosen, the
   * base is chosen with the same candidate. The solver keeps the two in step; the proxy's dependencies need not name the base.
   */
  readonly sameAs?: PackageKey
  /** What is known at once of candidates that cannot be used; their dependencies are never asked for. */
  readonly unusable?: readonly { readonly set: CandidateSet; readonly reason: Reason }[]
}

/** Answers a `DependenciesNeed`. */
export interface DependenciesAnswer {
  readonly kind: 'dependencies'
  readonly dependencies: readonly Dependency[]
}

/** The candidate cannot be used, now or later in this solve. */
export interface UnavailableAnswer {
  readonly kind: 'unavailable'
  readonly reason: Reason
}

/** Answers a pause. */
export interface ContinueAnswer {
  readonly kind: 'continue'
}

/** Answers any need: the budget is used up. */
export interface StopAnswer {
  readonly kind: 'stop'
}

/** What a driver gives back for a need. */
export type Answer = CandidatesAnswer | DependenciesAnswer | UnavailableAnswer | ContinueAnswer | StopAnswer

/** A requirement that holds at the moment: its requirer is decided (or is the user). */
export interface ActiveRequirement {
  /** The decided requirer; undefined: the user. */
  readonly by: PackageKey | undefined
  /** The requirer's candidate; undefined: the user. */
  readonly byCandidate: number | undefined
  readonly dependency: Dependency
  /** A constraint of the user: it speaks of the package without asking for it. */
  readonly isConstraint: boolean
  /** The requirement's set over the package's candidates. */
  readonly set: CandidateSet
}

/** What a strategy may look at, for one package that needs a decision. Frozen: one object per state of affairs. */
export interface PackageFacts {
  readonly package: PackageKey
  readonly candidates: readonly string[]
  /** The package this one is a proxy of. */
  readonly base: PackageKey | undefined
  /** A decided package of the same family (the base, or a proxy of it), which leaves one candidate. */
  readonly pinnedBy: PackageKey | undefined
  /** What may still be chosen; never empty. */
  readonly allowed: CandidateSet
  /**
   * Active requirements on the package and on the others of its family (its base, the base's proxies): whatever names a
   * version of the project speaks for all. `dependency.package` tells which of them was named. Constraints are included.
   */
  readonly requirements: readonly ActiveRequirement[]
  /** Order of first mention in a requirement, from 0; constraints do not count. */
  readonly order: number
  /** Conflicts so far in which the package took part. */
  readonly conflicts: number
  /** Whether it took part in the most recent conflict (pip's backtrack causes). */
  readonly inLastConflict: boolean
  /** Candidates whose dependencies were asked for so far. */
  readonly tried: number
}

/** No candidate may be chosen although some are allowed, e.g. only pre-releases are left and nobody asked for one. */
export interface NoChoice {
  readonly none: Reason
  /** All candidates for which the refusal holds under the same requirements; default: those allowed now. A wider set prunes more. */
  readonly refused?: CandidateSet
}

/** Compared element by element, lower first; the first mentioned package wins ties. */
export type Priority = readonly (number | string)[]

/** The order of preference, injected. Pure functions of the facts: equal facts, equal answers (results are kept). */
export interface Strategy {
  /** Called once per change of the package's facts. */
  priority(facts: PackageFacts): Priority
  /** The candidate to try, one of `facts.allowed`, or none. */
  candidate(facts: PackageFacts): number | NoChoice
  /**
   * How often one package may make another, already decided one be decided anew when a candidate needs another version of it
   * and every requirement on it leaves room: resolvelib's (pip's) way. 0: never, plain PubGrub (an older candidate is tried).
   */
  readonly repins?: number
}

/** What is to be solved. */
export interface Problem {
  /** What the user requires, in order. */
  readonly requirements: readonly Dependency[]
  /** Packages that need not be there, but if they are, are in the set. Their candidates are not asked for on that account. */
  readonly constraints?: readonly Dependency[]
  readonly strategy: Strategy
  /** Steps (candidates looked at) between pauses; default 500. */
  readonly pauseEvery?: number
}

/** What a solve took, by count. Equal problems and answers, equal counts. */
export interface SolveStats {
  readonly decisions: number
  readonly conflicts: number
  /** Decided packages that were decided anew for a later one (`Strategy.repins`). */
  readonly repins: number
  readonly packages: number
  /** Candidates whose dependencies were asked for. */
  readonly tried: number
}

/** There is a solution. */
export interface Solved {
  readonly kind: 'solved'
  /** The chosen candidate of each package, proxies included, in the order they were decided. */
  readonly decisions: ReadonlyMap<PackageKey, number>
  readonly stats: SolveStats
}

/** There is none, and why. */
export interface Failed {
  readonly kind: 'failed'
  readonly derivation: Derivation
  readonly stats: SolveStats
}

/** A driver answered `stop` before it was known. */
export interface Stopped {
  readonly kind: 'stopped'
  /**
   * Why what was tried most was in vain: what the package with most tries among the busiest lost for good, or why the last
   * conflict was one. The conclusion names what is impossible. Undefined when there was no conflict.
   */
  readonly derivation: Derivation | undefined
  readonly stats: SolveStats
}

/** How a solve ended. */
export type Outcome = Solved | Failed | Stopped
