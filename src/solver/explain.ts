import { coarsen } from './coarsen.ts'
import { factsIn, type Derivation, type Fact, type FactStatement } from './derivation.ts'
import { outline } from './outline.ts'
import { phrasesOf, type Describer, type Phrases } from './phrases.ts'
import { reportOf } from './report.ts'

export type { Describer } from './phrases.ts'

/** A failure told to people. */
export interface Explanation {
  /** The argument, sentence by sentence; an empty line between chains that stand by themselves. */
  readonly lines: readonly string[]
  /** The facts it rests on, in the order they are used: what hints can be made from. */
  readonly facts: readonly Fact[]
}

/** Above this many sentences nobody follows an argument: its facts are listed instead. */
const MAX_SENTENCES = 24
const MAX_FACTS = 40

/**
 * Why there is no solution, or why what the derivation concludes is impossible, for people: the derivation reduced to few,
 * broad and necessary facts, as sentences (docs/solver.md, "Explanations"). Deterministic. Costs a few hundred small solves
 * at most.
 */
export function explain(derivation: Derivation, describer: Describer = {}): Explanation {
  const coarse = coarsen(derivation)
  const spoken = factsIn(coarse).filter(({ fact }) => fact.kind !== 'proxy' && fact.kind !== 'assumed')
  const phrases = phrasesOf(coarse, describer)
  const conclusion = outline(coarse, derivation.conclusion.terms)
  const sentences = spoken.length > 2 * MAX_SENTENCES ? [] : reportOf(conclusion, phrases)
  const readable = sentences.length > 0 && sentences.length <= MAX_SENTENCES
  return {
    facts: spoken.map(({ fact }) => fact),
    lines: readable ? sentences : listed(spoken, phrases, phrases.clause({ terms: derivation.conclusion.terms, because: [coarse.conclusion, coarse.conclusion] })),
  }
}

/** The facts without the argument. */
function listed(facts: readonly FactStatement[], phrases: Phrases, conclusion: string): readonly string[] {
  const shown = facts.slice(0, MAX_FACTS).map((statement) => `- ${phrases.clause(statement)}`)
  const more = facts.length > MAX_FACTS ? [`- and ${facts.length - MAX_FACTS} more of this kind`] : []
  return [`Because of all of these together, ${conclusion}:`, ...shown, ...more]
}
