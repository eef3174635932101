import { isEmpty, sizeOf, type CandidateSet } from './candidate-set.ts'
import type { DependencyFact, Derivation, Fact, RequirementFact, Statement, StatementTerm } from './derivation.ts'
import { describeCandidates } from './describe.ts'
import type { Dependency, PackageKey, Reason } from './types.ts'

/** How facts are put into words; each part has a default. */
export interface Describer {
  /** Some candidates of a package, fit for "… is incompatible with". Default: `describeCandidates` over the answered texts. */
  readonly candidates?: (key: PackageKey, set: CandidateSet, versions: readonly string[]) => string
  /** What the user asked for and where, fit for "you require …". Default: the dependency's text. */
  readonly requirement?: (dependency: Dependency) => string
  /** What a candidate asks for, fit for "depends on …". Default: the dependency's text. Not called when several are told as one. */
  readonly dependency?: (dependency: Dependency) => string
  /** Why candidates cannot be used, fit for "… cannot be used: …". Default: the reason's text. */
  readonly reason?: (reason: Reason) => string
  /** What is wrong with a dependency on a package without any candidate, fit for "you require foo, …". Default: `which was not found`. */
  readonly missing?: (dependency: Dependency) => string
  /** What is wrong with a dependency that none of the candidates of its package satisfies, likewise. Default: `which no version satisfies`. */
  readonly unsatisfied?: (dependency: Dependency, versions: readonly string[]) => string
}

/** The sentences of one derivation. */
export interface Phrases {
  /** A fact, or what a derived statement says, as a clause. */
  clause(statement: Statement): string
  /** Two facts as one clause, where they share a subject ("you require a and b"). */
  both(left: Statement, right: Statement): string
}

const NOTHING_FITS = 'no versions satisfy all requirements'

/** The words for a derivation's statements, those of `describer` where it has any. */
export function phrasesOf(derivation: Derivation, describer: Describer): Phrases {
  const words = wordsOf(derivation, describer)
  const clause = (statement: Statement): string => ('fact' in statement ? factClause(words, statement.fact) : termsClause(words, statement.terms))
  const both = (left: Statement, right: Statement): string => {
    if (!('fact' in left && 'fact' in right)) return `${clause(left)} and ${clause(right)}`
    if (left.fact.kind === 'requirement' && right.fact.kind === 'requirement') {
      return `${clause(left)} and ${required(words, right.fact)}`
    }
    const isReversed = isUnmet(left.fact) || (leadsTo(right.fact, left.fact) && !leadsTo(left.fact, right.fact))
    const [first, second] = isReversed && !isUnmet(right.fact) ? [right, left] : [left, right]
    return `${clause(first)} and ${clause(second)}`
  }
  return { clause, both }
}

/** Nothing fits what is asked for: said in a clause of its own, which reads best at the end. */
function isUnmet(fact: Fact): boolean {
  return 'dependency' in fact && isEmpty(fact.set)
}

/** Whether `first` asks for the package that `second` says something of. */
function leadsTo(first: Fact, second: Fact): boolean {
  return 'dependency' in first && 'package' in second && first.dependency.package === second.package
}

/** The describer with its defaults filled in. */
interface Words {
  /** As an object: `foo>=1`. */
  some(key: PackageKey, set: CandidateSet): string
  /** As a subject: `every version of foo`. */
  every(key: PackageKey, set: CandidateSet): string
  requirement(dependency: Dependency): string
  dependency(fact: DependencyFact): string
  reason(reason: Reason): string
  /** As a statement: `foo 1 cannot be used`, `no version of foo can be used`. */
  none(key: PackageKey, set: CandidateSet): string
  /** Why no candidate satisfies the dependency. */
  unmet(dependency: Dependency): string
}

function wordsOf(derivation: Derivation, describer: Describer): Words {
  const versionsOf = (key: PackageKey): readonly string[] => derivation.candidates.get(key) ?? []
  const some = (key: PackageKey, set: CandidateSet): string => {
    const versions = versionsOf(key)
    return describer.candidates?.(key, set, versions) ?? describeCandidates(key, versions, set)
  }
  const isAll = (key: PackageKey, set: CandidateSet): boolean => versionsOf(key).length > 1 && sizeOf(set) === versionsOf(key).length
  const every = (key: PackageKey, set: CandidateSet): string => (isAll(key, set) ? `every version of ${some(key, set)}` : some(key, set))
  return {
    some,
    every,
    none: (key, set) => (isAll(key, set) ? `no version of ${some(key, set)} can be used` : `${some(key, set)} cannot be used`),
    requirement: (dependency) => describer.requirement?.(dependency) ?? dependency.text,
    dependency: ({ dependency, set, isMerged }) =>
      isMerged && !isEmpty(set) ? some(dependency.package, set) : (describer.dependency?.(dependency) ?? dependency.text),
    reason: (reason) => describer.reason?.(reason) ?? reason.text,
    unmet: (dependency) => {
      const versions = versionsOf(dependency.package)
      if (versions.length === 0) return describer.missing?.(dependency) ?? 'which was not found'
      return describer.unsatisfied?.(dependency, versions) ?? 'which no version satisfies'
    },
  }
}

function factClause(words: Words, fact: Fact): string {
  switch (fact.kind) {
    case 'requirement':
      return `you require ${required(words, fact)}`
    case 'constraint':
      return `${words.requirement(fact.dependency)} is a constraint`
    case 'dependency':
      return `${words.every(fact.package, fact.candidates)} depends on ${words.dependency(fact)}${unmet(words, fact.dependency, fact.set)}`
    case 'unavailable':
      return `${words.every(fact.package, fact.candidates)} cannot be used (${words.reason(fact.reason)})`
    case 'refused':
      return `${words.every(fact.package, fact.candidates)} is not considered (${words.reason(fact.reason)})`
    case 'proxy':
      return `${fact.package} is ${fact.base} with more requirements`
    case 'assumed':
      return fact.term.positive ? `${words.some(fact.term.package, fact.term.set)} is chosen` : `${words.some(fact.term.package, fact.term.set)} is not`
  }
}

function required(words: Words, { dependency, set }: RequirementFact): string {
  return `${words.requirement(dependency)}${unmet(words, dependency, set)}`
}

function unmet(words: Words, dependency: Dependency, set: CandidateSet): string {
  return isEmpty(set) ? `, ${words.unmet(dependency)}` : ''
}

/** "Not all of these terms" as a statement about what follows from what. */
function termsClause(words: Words, terms: readonly StatementTerm[]): string {
  const given = terms.filter((term) => term.positive)
  const needed = terms.filter((term) => !term.positive)
  const wanted = needed.map((term) => words.some(term.package, term.set)).join(' or ')
  const [first, second] = given
  if (first === undefined) return needed.length === 0 ? NOTHING_FITS : `${wanted} is required`
  if (needed.length > 0 && second === undefined) return `${words.every(first.package, first.set)} requires ${wanted}`
  if (needed.length > 0) return `${given.map((term) => words.some(term.package, term.set)).join(' together with ')} requires ${wanted}`
  if (second === undefined) return words.none(first.package, first.set)
  if (given.length === 2) return `${words.every(first.package, first.set)} is incompatible with ${words.some(second.package, second.set)}`
  return `${given.map((term) => words.some(term.package, term.set)).join(', ')} cannot go together`
}
