import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { pipOrder } from './pip-order.ts'
import { NEWEST, solution, solveIn, type Requirements, type Universe } from './universe.ts'

interface Case {
  readonly universe: Universe
  readonly root: Requirements
  readonly solution: Readonly<Record<string, string>>
}
const cases = JSON.parse(readFileSync(new URL('resolvelib-cases.json', import.meta.url), 'utf8')) as readonly Case[]

test('every case that resolvelib solves without backtracking has its versions here', () => {
  expect(cases.length).toBe(80)
  for (const { universe, root, solution: expected } of cases) {
    expect({ root, solution: solution(universe, root, { strategy: pipOrder(root, 8) }) }).toEqual({ root, solution: expected })
  }
})

test('without giving way, some of them have others: the cases do test something', () => {
  const differing = cases.filter(({ universe, root, solution: expected }) => {
    const found = solution(universe, root, { strategy: pipOrder(root, 0) })
    return Object.entries(expected).some(([name, version]) => typeof found === 'string' || found[name] !== version)
  })
  expect(differing.length).toBeGreaterThan(10)
})

const NUMERIC: Universe = {
  numpy: { '1.0': {}, '2.0': {}, '3.0': {} },
  numba: { '0.1': {}, '0.2': { numpy: '<2.0' }, '0.3': { numpy: '<3.0' } },
}

test('an earlier pin gives way to what a later package needs', () => {
  const strategy = { ...NEWEST, repins: 1 }
  expect(solution(NUMERIC, { numpy: '*', numba: '*' }, { strategy })).toEqual({ numpy: '2.0', numba: '0.3' })
})

test('plain PubGrub takes an older version of the later package instead', () => {
  expect(solution(NUMERIC, { numpy: '*', numba: '*' })).toEqual({ numpy: '3.0', numba: '0.1' })
})

test('a pin that is required exactly does not give way', () => {
  const strategy = { ...NEWEST, repins: 1 }
  expect(solution(NUMERIC, { numpy: '==3.0', numba: '*' }, { strategy })).toEqual({ numpy: '3.0', numba: '0.1' })
})

test('decisions made between the pin and what it gives way to stay as they are', () => {
  const universe = { ...NUMERIC, other: { '1': {}, '2': { third: '*' } }, third: { '5': {} } }
  const outcome = solveIn(universe, { numpy: '*', other: '*', numba: '*' }, { strategy: { ...NEWEST, repins: 1 } })
  expect(outcome.stats.repins).toBe(1)
  expect(outcome.stats.tried).toBe(5)
  expect(outcome.kind === 'solved' && [...outcome.decisions.keys()]).toEqual(['other', 'numba', 'numpy', 'third'])
})

test('a package that only the undone pin needed is not part of the solution', () => {
  const universe: Universe = {
    a: { '1': {}, '2': { helper: '*' } },
    helper: { '1': {} },
    b: { '1': { a: '<2' } },
  }
  const strategy = { ...NEWEST, repins: 1, priority: (facts: { readonly package: string }) => [facts.package === 'b' ? 1 : 0] }
  expect(solution(universe, { a: '*', b: '*' }, { strategy })).toEqual({ a: '1', b: '1' })
})

test('two packages that each want the other moved end within the limit', () => {
  const universe: Universe = {
    left: { '1': {}, '2': { right: '<2' }, '3': { right: '<3' } },
    right: { '1': {}, '2': { left: '<2' }, '3': { left: '<3' } },
  }
  for (const repins of [0, 1, 2, 8]) {
    expect(typeof solution(universe, { left: '*', right: '*' }, { strategy: { ...NEWEST, repins }, limit: 200 })).toBe('object')
  }
})
