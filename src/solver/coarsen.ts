import { firstCandidate, hasCandidate, union } from './candidate-set.ts'
import { factsIn, type Derivation, type Fact, type FactStatement, type Ground, type Statement, type StatementTerm } from './derivation.ts'
import { isViolated, tryTogether, type Refuted } from './refute.ts'
import type { PackageKey } from './types.ts'

/** Facts of one kind about one package, told as one fact: it follows from them, and says less. */
interface Group {
  readonly merged: FactStatement
  readonly parts: readonly FactStatement[]
}

/** Steps, over all trials of refining or of minimizing, after which an explanation is left as it is: some 100 ms. */
const BUDGET = 20_000
/** An argument of more facts is too long to be told, minimal or not. */
const MAX_MINIMIZED = 200

/**
 * A derivation of the same conclusion from few and broad facts (docs/solver.md, "Explanations"): what thousands of versions
 * were each refused for is told once, for all of them, as far as the argument still holds; and what the argument does not
 * need is left out. Returns the derivation itself when that fails.
 */
export function coarsen(derivation: Derivation): Derivation {
  const facts = factsIn(derivation)
  const assumed = derivation.conclusion.terms.map(assumption)
  const spoken = facts.filter(({ fact }) => fact.kind !== 'proxy')
  const groups = [...groupsOf(spoken), ...assumed.map(alone)]
  const refuted = refine(groups, derivation)
  return refuted === undefined ? derivation : { ...derivation, conclusion: minimize(refuted, derivation) }
}

/** The statement that the term holds. */
function assumption(term: StatementTerm): FactStatement {
  return { terms: [{ ...term, positive: !term.positive }], fact: { kind: 'assumed', term } }
}

const alone = (statement: FactStatement): Group => ({ merged: statement, parts: [statement] })

function groupsOf(facts: readonly FactStatement[]): readonly Group[] {
  const byKey = new Map<string, FactStatement[]>()
  facts.forEach((statement, at) => {
    const key = groupKey(statement) ?? `alone ${at}`
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, [statement])
    else known.push(statement)
  })
  return [...byKey.values()].map((parts) => groupOf(parts.sort((a, b) => firstCandidate(a.terms[0]!.set) - firstCandidate(b.terms[0]!.set))))
}

/** What may be told together: dependencies of one package on another, unavailability for one reason. */
function groupKey({ terms, fact }: FactStatement): string | undefined {
  if (fact.kind === 'unavailable') return `unavailable ${fact.package} ${fact.reason.text}`
  if (fact.kind !== 'dependency' || fact.package === fact.dependency.package) return undefined
  return `dependency ${fact.package} ${fact.dependency.package} ${terms.length}`
}

function groupOf(parts: readonly FactStatement[]): Group {
  return { parts, merged: parts.reduce(mergedStatement) }
}

function mergedStatement(left: FactStatement, right: FactStatement): FactStatement {
  const terms = left.terms.map((term, at) => ({ ...term, set: union(term.set, right.terms[at]!.set) }))
  return { terms, fact: mergedFact(left.fact, right.fact) }
}

function mergedFact(left: Fact, right: Fact): Fact {
  if (left.kind === 'unavailable' && right.kind === 'unavailable') return { ...left, candidates: union(left.candidates, right.candidates) }
  if (left.kind !== 'dependency' || right.kind !== 'dependency') return left
  return {
    ...left,
    candidates: union(left.candidates, right.candidates),
    set: union(left.set, right.set),
    isMerged: left.isMerged || right.isMerged || left.dependency.text !== right.dependency.text,
  }
}

/** Splits the groups that say too little until the rest is a contradiction; halves first, single facts at last. */
function refine(groups: readonly Group[], ground: Ground): Refuted | undefined {
  let current = groups
  for (let steps = 0; steps < BUDGET; ) {
    const trial = tryTogether(current.map(({ merged }) => merged), ground, BUDGET - steps)
    steps += trial.steps
    if (trial.kind === 'refuted') return trial
    if (trial.kind === 'undecided') return undefined
    const split = current.flatMap((group) => (group.parts.some((part) => isBroken(part, trial.chosen)) ? halves(group) : [group]))
    if (split.length === current.length) return undefined
    current = split
  }
  return undefined
}

function isBroken(statement: Statement, chosen: ReadonlyMap<PackageKey, number>): boolean {
  return isViolated(statement, chosen, (term, candidate) => hasCandidate(term.set, candidate))
}

function halves({ parts }: Group): readonly Group[] {
  const middle = parts.length >>> 1
  return middle === 0 ? [groupOf(parts)] : [groupOf(parts.slice(0, middle)), groupOf(parts.slice(middle))]
}

/** Leaves out, one by one, the facts without which there is still a contradiction. */
function minimize(refuted: Refuted, ground: Ground): Statement {
  let best = refuted.derivation
  let kept = spokenIn(best)
  if (kept.length > MAX_MINIMIZED) return best.conclusion
  const needed = new Set<FactStatement>()
  for (let steps = 0; steps < BUDGET; ) {
    const candidate = kept.find((statement) => !needed.has(statement))
    if (candidate === undefined) break
    const trial = tryTogether(kept.filter((statement) => statement !== candidate), ground, BUDGET - steps)
    steps += trial.steps
    if (trial.kind === 'refuted') {
      best = trial.derivation
      kept = spokenIn(best)
    } else {
      needed.add(candidate)
    }
  }
  return best.conclusion
}

function spokenIn(derivation: Derivation): readonly FactStatement[] {
  return factsIn(derivation).filter(({ fact }) => fact.kind !== 'proxy')
}
