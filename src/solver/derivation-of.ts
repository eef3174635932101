import { difference, type CandidateSet } from './candidate-set.ts'
import type { Derivation, Fact, Ground, Statement, StatementTerm } from './derivation.ts'
import { allowsAbsence, type Incompatibility, type Term } from './incompatibility.ts'
import type { PackageState } from './package-state.ts'
import type { PackageKey } from './types.ts'

/** The derivation of an incompatibility as plain data. Linear in its causes, without recursion: proofs can be deep. */
export function deriveFrom(conclusion: Incompatibility): Derivation {
  const statements = new Map<Incompatibility, Statement>()
  const named = new Set<PackageState>()
  const rest = [conclusion]
  for (let current = rest.at(-1); current !== undefined; current = rest.at(-1)) {
    const statement = statementOf(current, statements)
    if (statement === undefined) {
      const { left, right } = current.cause as Extract<Incompatibility['cause'], { kind: 'derived' }>
      if (!statements.has(left)) rest.push(left)
      if (!statements.has(right)) rest.push(right)
      continue
    }
    rest.pop()
    statements.set(current, statement)
    notePackages(current, named)
  }
  return { conclusion: statements.get(conclusion)!, ...groundOf(named) }
}

/** Undefined while the statements it follows from are not there yet. */
function statementOf(incompatibility: Incompatibility, statements: ReadonlyMap<Incompatibility, Statement>): Statement | undefined {
  const { cause } = incompatibility
  if (cause.kind === 'given') return cause.statement
  const terms = incompatibility.terms.map(statementTerm)
  if (cause.kind !== 'derived') return { terms, fact: factOf(incompatibility) }
  const left = statements.get(cause.left)
  const right = statements.get(cause.right)
  return left === undefined || right === undefined ? undefined : { terms, because: [left, right] }
}

function statementTerm(term: Term): StatementTerm {
  const positive = !allowsAbsence(term)
  const set = positive ? term.set : difference(term.package.everything, term.set)
  return { package: term.package.key, positive, set }
}

function factOf({ terms, cause }: Incompatibility): Fact {
  const candidates = terms[0]?.set as CandidateSet
  switch (cause.kind) {
    case 'requirement':
      return { kind: cause.isConstraint ? 'constraint' : 'requirement', dependency: cause.known.dependency, set: cause.known.set }
    case 'dependency':
      return { kind: 'dependency', package: cause.from.key, candidates, dependency: cause.known.dependency, set: cause.known.set, isMerged: false }
    case 'unavailable':
      return { kind: 'unavailable', package: cause.of.key, candidates, reason: cause.reason }
    case 'refused':
      return { kind: 'refused', package: cause.of.key, candidates, reason: cause.reason, requirements: cause.requirements }
    case 'proxy':
      return { kind: 'proxy', package: cause.of.key, base: cause.base.key, candidates }
    case 'given':
    case 'derived':
      throw new Error(`a ${cause.kind} statement has no fact of its own`)
  }
}

function notePackages({ terms, cause }: Incompatibility, named: Set<PackageState>): void {
  for (const term of terms) named.add(term.package)
  if (cause.kind === 'requirement' || cause.kind === 'dependency') named.add(cause.known.target)
}

function groundOf(named: ReadonlySet<PackageState>): Ground {
  const candidates = new Map<PackageKey, readonly string[]>()
  const bases = new Map<PackageKey, PackageKey>()
  for (const { key, candidates: own, base } of named) {
    candidates.set(key, own)
    if (base === undefined) continue
    candidates.set(base.key, base.candidates)
    bases.set(key, base.key)
  }
  return { candidates, bases }
}
