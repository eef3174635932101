import { difference, firstCandidate, isSameSet } from './candidate-set.ts'
import { deriveFrom } from './derivation-of.ts'
import type { Derivation, Ground, Statement, StatementTerm } from './derivation.ts'
import { newEngine, packageOf, touch, type Engine } from './engine.ts'
import { newIncompatibility, newTerm, type Term } from './incompatibility.ts'
import { addIncompatibility } from './learn.ts'
import { addCandidates } from './packages.ts'
import { propagate } from './propagate.ts'
import { nextOpen } from './strategy-facts.ts'
import type { PackageKey, Strategy } from './types.ts'

/** The statements cannot hold together, and why. */
export interface Refuted {
  readonly kind: 'refuted'
  readonly derivation: Derivation
  /** Statements and steps it took: what a budget counts. */
  readonly steps: number
}

/** Either the statements contradict each other, or here are candidates with which all of them hold (others are absent). */
export type Trial =
  | Refuted
  | { readonly kind: 'holds'; readonly chosen: ReadonlyMap<PackageKey, number>; readonly steps: number }
  | { readonly kind: 'undecided'; readonly steps: number }

const ANY_ORDER: Strategy = { priority: () => [], candidate: (facts) => firstCandidate(facts.allowed) }

/** Whether the statements can hold together on their ground, by the same means as a solve, with nothing left to ask. Gives up after `limit` steps; the first costs what reading the statements costs. */
export function tryTogether(statements: Iterable<Statement>, ground: Ground, limit: number): Trial {
  const engine = newEngine(ANY_ORDER)
  let steps = 1
  for (const key of ground.candidates.keys()) prepare(engine, ground, key)
  // Nothing follows yet: what is looked at first is to depend on the statements only.
  propagate(engine)
  for (const statement of statements) {
    steps += 1
    const terms = statement.terms.map((term) => termIn(engine, term)).filter(({ package: state, set }) => !isSameSet(set, state.everything))
    addIncompatibility(engine, newIncompatibility(terms, { kind: 'given', statement }))
  }
  for (; propagate(engine); steps += 1) {
    if (steps + engine.conflicts >= limit) return { kind: 'undecided', steps: limit }
    const state = nextOpen(engine)
    if (state === undefined) return { kind: 'holds', chosen: chosenIn(engine), steps: steps + engine.conflicts }
    engine.solution.decide(state, firstCandidate(state.allowed), [])
    touch(engine, state)
  }
  return { kind: 'refuted', derivation: deriveFrom(engine.refutation!), steps: steps + engine.conflicts }
}

function chosenIn(engine: Engine): ReadonlyMap<PackageKey, number> {
  return new Map(engine.solution.decisions.map(({ key, decided }) => [key, decided]))
}

function prepare(engine: Engine, ground: Ground, key: PackageKey): void {
  const state = packageOf(engine, key)
  if (state.known) return
  const base = ground.bases.get(key)
  if (base !== undefined) prepare(engine, ground, base)
  addCandidates(engine, state, { kind: 'candidates', candidates: ground.candidates.get(key)!, ...(base === undefined ? {} : { sameAs: base }) })
}

function termIn(engine: Engine, term: StatementTerm): Term {
  const state = packageOf(engine, term.package)
  return newTerm(state, term.positive ? term.set : difference(state.everything, term.set))
}

/** Whether all terms of the statement hold with the chosen candidates, which the statement says cannot be. */
export function isViolated(statement: Statement, chosen: ReadonlyMap<PackageKey, number>, has: (term: StatementTerm, candidate: number) => boolean): boolean {
  return statement.terms.every((term) => {
    const candidate = chosen.get(term.package)
    return term.positive === (candidate !== undefined && has(term, candidate))
  })
}
