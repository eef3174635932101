import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { NEWEST, isValid, solutionOf, solveIn } from '../solver/universe.ts'
import { constraints, isSatisfiable, requirements, universes } from '../solver/universes.ts'

for (const [title, strategy] of [
  ['plain', NEWEST],
  ['with pins that give way', { ...NEWEST, repins: 2 }],
] as const) {
  test(`finds a solution exactly when there is one: ${title}`, () => {
    fc.assert(fc.property(universes, requirements, constraints, (universe, root, bounds) => {
      const solution = solutionOf(universe, solveIn(universe, root, { strategy, constraints: bounds, limit: 2000 }))
      if (typeof solution === 'object') expect(isValid(universe, root, solution, bounds)).toBe(true)
      else expect(isSatisfiable(universe, root, bounds)).toBe(false)
    }), { numRuns: 300 })
  })
}

test('chooses nothing that nobody needs', () => {
  fc.assert(fc.property(universes, requirements, (universe, root) => {
    const solution = solutionOf(universe, solveIn(universe, root, { strategy: { ...NEWEST, repins: 2 } }))
    const chosen = typeof solution === 'object' ? solution : {}
    fc.pre(typeof solution === 'object')
    const needed = new Set(Object.keys(root))
    for (const name of needed) {
      needed.add(name.replace(/\[.*/, ''))
      for (const other of Object.keys(universe[name]?.[chosen[name]!] ?? {})) needed.add(other)
    }
    expect(new Set(Object.keys(chosen))).toEqual(needed)
  }), { numRuns: 300 })
})
