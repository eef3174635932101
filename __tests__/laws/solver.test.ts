import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isValid, NEWEST, solutionOf, solveIn, versionsOf, type Requirements, type Universe } from '../solver/universe.ts'

const NAMES = ['a', 'b', 'c', 'd', 'e']
const VERSIONS = ['1', '2', '3']
const range = fc.constantFrom('*', '*', '==1', '==2', '==3', '>=2', '<3', '!=2', '>3')
const requirements = fc.dictionary(fc.constantFrom(...NAMES), range, { maxKeys: 3, noNullPrototype: true })
const release = fc.oneof({ weight: 9, arbitrary: requirements }, { weight: 1, arbitrary: fc.constant({ unavailable: 'broken' }) })
const releases = fc.dictionary(fc.constantFrom(...VERSIONS), release, { maxKeys: 3, noNullPrototype: true })
const universes: fc.Arbitrary<Universe> = fc.dictionary(fc.constantFrom(...NAMES), releases, { maxKeys: 5, noNullPrototype: true })

/** Tries every combination of versions. */
function isSatisfiable(universe: Universe, root: Requirements): boolean {
  const names = Object.keys(universe)
  const tryFrom = (at: number, chosen: Record<string, string>): boolean => {
    const name = names[at]
    if (name === undefined) return isValid(universe, root, chosen)
    return [undefined, ...versionsOf(universe, name)].some((version) => tryFrom(at + 1, version === undefined ? chosen : { ...chosen, [name]: version }))
  }
  return tryFrom(0, {})
}

for (const [title, strategy] of [
  ['plain', NEWEST],
  ['with pins that give way', { ...NEWEST, repins: 2 }],
  ['with swaps', { ...NEWEST, repins: 1, swapAfter: 1 }],
] as const) {
  test(`finds a solution exactly when there is one: ${title}`, () => {
    fc.assert(fc.property(universes, requirements, (universe, root) => {
      const outcome = solveIn(universe, root, { strategy, limit: 2000 })
      const solution = solutionOf(universe, outcome)
      if (typeof solution === 'object') expect(isValid(universe, root, solution)).toBe(true)
      else expect(isSatisfiable(universe, root)).toBe(false)
    }), { numRuns: 1500 })
  })
}
