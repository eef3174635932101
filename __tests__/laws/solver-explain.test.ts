import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { hasCandidate } from '../../src/solver/candidate-set.ts'
import { explain } from '../../src/solver/explain.ts'
import type { Fact } from '../../src/solver/derivation.ts'
import { candidateIndexes } from '../support/candidate-indexes.ts'
import { matches, NEWEST, solveIn, versionsOf, type Universe } from '../solver/universe.ts'
import { constraints, requirements, universes } from '../solver/universes.ts'

type Chosen = ReadonlyMap<string, number>

const project = (name: string): string => name.replace(/\[.*/, '')

function isHeld(fact: Fact, chosen: Chosen): boolean {
  const index = (name: string): number => chosen.get(name) ?? -1
  switch (fact.kind) {
    case 'requirement':
      return hasCandidate(fact.set, index(fact.dependency.package)) && index(fact.dependency.package) >= 0
    case 'constraint':
      return index(fact.dependency.package) < 0 || hasCandidate(fact.set, index(fact.dependency.package))
    case 'dependency':
      return index(fact.package) < 0 || !hasCandidate(fact.candidates, index(fact.package)) ||
        (index(fact.dependency.package) >= 0 && hasCandidate(fact.set, index(fact.dependency.package)))
    case 'unavailable':
      return index(fact.package) < 0 || !hasCandidate(fact.candidates, index(fact.package))
    default:
      throw new Error(`no ${fact.kind} expected`)
  }
}

/** Whether candidates can be chosen, or none, for every package the facts name, so that all hold: by trying them all. */
function canHold(universe: Universe, facts: readonly Fact[]): boolean {
  const named = facts.flatMap((fact) => [...('package' in fact ? [fact.package] : []), ...('dependency' in fact ? [fact.dependency.package] : [])])
  const names = [...new Set(named.flatMap((name) => [project(name), name]))]
  const tryFrom = (at: number, chosen: Chosen): boolean => {
    const name = names[at]
    if (name === undefined) return facts.every((fact) => isHeld(fact, chosen))
    const base = chosen.get(project(name))
    const options = project(name) === name ? versionsOf(universe, name).map((_, index) => index) : base === undefined ? [] : [base]
    return tryFrom(at + 1, chosen) || options.some((index) => tryFrom(at + 1, new Map(chosen).set(name, index)))
  }
  return tryFrom(0, new Map())
}

/** What a told fact says of each candidate is true of it. */
function isTrue(universe: Universe, fact: Fact): boolean {
  if (fact.kind !== 'dependency' && fact.kind !== 'unavailable') return true
  return [...candidateIndexes(fact.candidates)].every((index) => {
    const release = universe[fact.package]?.[versionsOf(universe, fact.package)[index]!] ?? {}
    if (fact.kind === 'unavailable') return 'unavailable' in release && release.unavailable === fact.reason.text
    if ('unavailable' in release) return false
    const range = release[fact.dependency.package]
    return range !== undefined &&
      versionsOf(universe, fact.dependency.package).every((version, at) => !matches(version, range) || hasCandidate(fact.set, at))
  })
}

test('the facts of an explanation are true, contradict each other, and none can be left out', () => {
  let explained = 0
  fc.assert(fc.property(universes, requirements, constraints, (universe, root, bounds) => {
    const outcome = solveIn(universe, root, { strategy: NEWEST, constraints: bounds })
    fc.pre(outcome.kind === 'failed')
    if (outcome.kind !== 'failed') return
    const { facts, lines } = explain(outcome.derivation)
    explained += 1
    expect(lines.length).toBeGreaterThan(0)
    expect(facts.filter((fact) => !isTrue(universe, fact))).toEqual([])
    expect(canHold(universe, facts)).toBe(false)
    for (const fact of facts) expect(canHold(universe, facts.filter((other) => other !== fact))).toBe(true)
  }), { numRuns: 250 })
  expect(explained).toBeGreaterThan(60)
})
