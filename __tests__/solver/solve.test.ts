import { expect, test } from '@jest/globals'
import { isValid, NEWEST, solution, solveIn, type Universe } from './universe.ts'

test('nothing required: nothing chosen', () => {
  expect(solution({}, {})).toEqual({})
})

test('takes the newest versions when nothing conflicts', () => {
  const universe = {
    foo: { '1.0.0': { bar: '>=1.0.0 <2.0.0' } },
    bar: { '1.0.0': {}, '1.1.0': {}, '2.0.0': {} },
  }
  expect(solution(universe, { foo: '*' })).toEqual({ foo: '1.0.0', bar: '1.1.0' })
})

test('shared dependencies get a version that fits all', () => {
  const universe = {
    a: { '1': { shared: '>=2 <4' } },
    b: { '1': { shared: '>=3 <5' } },
    shared: { '2': {}, '3': {}, '3.5': {}, '4': {}, '5': {} },
  }
  expect(solution(universe, { a: '*', b: '*' })).toEqual({ a: '1', b: '1', shared: '3.5' })
})

test('avoids a conflict while deciding', () => {
  const universe = {
    foo: { '1.0.0': {}, '1.1.0': { bar: '>=2.0.0' } },
    bar: { '1.0.0': {}, '1.1.0': {}, '2.0.0': {} },
  }
  const outcome = solveIn(universe, { foo: '*', bar: '<2.0.0' })
  expect(outcome).toMatchObject({ kind: 'solved', stats: { conflicts: 0 } })
  expect(solution(universe, { foo: '*', bar: '<2.0.0' })).toEqual({ foo: '1.0.0', bar: '1.1.0' })
})

test('resolves a conflict', () => {
  const universe = {
    foo: { '1.0.0': {}, '2.0.0': { bar: '*' } },
    bar: { '1.0.0': { foo: '<2.0.0' } },
  }
  expect(solution(universe, { foo: '>=1.0.0' })).toEqual({ foo: '1.0.0' })
})

test('resolves a conflict whose satisfier covers it in part', () => {
  const universe = {
    foo: { '1.0.0': {}, '1.1.0': { left: '>=1.0.0', right: '>=1.0.0' } },
    left: { '1.0.0': { shared: '>=1.0.0' } },
    right: { '1.0.0': { shared: '<2.0.0' } },
    shared: { '1.0.0': { target: '<2.0.0' }, '2.0.0': {} },
    target: { '1.0.0': {}, '2.0.0': {} },
  }
  expect(solution(universe, { foo: '*', target: '>=2.0.0' })).toEqual({ foo: '1.0.0', target: '2.0.0' })
})

test('goes back past decisions that have no part in the conflict', () => {
  const universe: Universe = {
    a: { '1': {}, '2': { c: '<2' } },
    ...Object.fromEntries(['n1', 'n2', 'n3', 'n4'].map((name) => [name, { '1': {}, '2': {}, '3': {} }])),
    b: { '1': { c: '>=2' } },
    c: { '1': {}, '2': {} },
  }
  const root = { a: '*', n1: '*', n2: '*', n3: '*', n4: '*', b: '*' }
  const strategy = { ...NEWEST, priority: (facts: { readonly order: number }) => [facts.order] }
  const outcome = solveIn(universe, root, { strategy })
  expect(solution(universe, root, { strategy })).toMatchObject({ a: '1', b: '1', c: '2', n4: '3' })
  expect(outcome.stats.tried).toBeLessThanOrEqual(9)
})

test('dependencies may go round in circles', () => {
  const universe = {
    foo: { '1': {}, '2': { bar: '>=2' } },
    bar: { '1': { foo: '*' }, '2': { baz: '*' } },
    baz: { '1': { foo: '>=2' } },
  }
  expect(solution(universe, { foo: '*' })).toEqual({ foo: '2', bar: '2', baz: '1' })
})

test('a version that needs another version of itself cannot be chosen; one that needs itself can', () => {
  expect(solution({ foo: { '1': { foo: '>=1' }, '2': { foo: '<2' } } }, { foo: '*' })).toEqual({ foo: '1' })
  expect(solution({ foo: { '2': { foo: '<2' } } }, { foo: '*' })).toBe('failed')
})

test('one package may be required twice, and by one candidate twice', () => {
  const universe = { foo: { '1': { bar: '>=2 <3' } }, bar: { '1': {}, '2': {}, '3': {} } }
  expect(solution(universe, { foo: '*', bar: '!=1' })).toEqual({ foo: '1', bar: '2' })
})

test('fails when requirements have nothing in common', () => {
  const universe = { foo: { '1.0.0': { shared: '<=2' } }, bar: { '1.0.0': { shared: '>3' } }, shared: { '2.0.0': {}, '4.0.0': {} } }
  expect(solution(universe, { foo: '*', bar: '*' })).toBe('failed')
})

test('passes by what cannot be used and what needs a package that does not exist', () => {
  const universe = {
    foo: { '1': {}, '2': { gone: '*' }, '3': { unavailable: 'needs another Python' }, '4': { bar: '>5' } },
    bar: { '1': {} },
  }
  expect(solution(universe, { foo: '*' })).toEqual({ foo: '1' })
  expect(solution(universe, { foo: '>1' })).toBe('failed')
  expect(solution(universe, { gone: '*' })).toBe('failed')
})

test('a constraint binds a package that is needed and does not make one needed', () => {
  const universe = { foo: { '1': { bar: '*' } }, bar: { '1': {}, '2': {}, '3': {} }, baz: { '1': {} } }
  expect(solution(universe, { foo: '*' }, { constraints: { bar: '<3', baz: '>=1' } })).toEqual({ foo: '1', bar: '2' })
  expect(solution(universe, { foo: '*' }, { constraints: { bar: '>3' } })).toBe('failed')
  expect(solution(universe, { baz: '*' }, { constraints: { bar: '>3' } })).toEqual({ baz: '1' })
})

const WEB: Universe = {
  web: { '1.0': {}, '2.0': {}, '3.0': {} },
  'web[http2]': { '1.0': { h2: '*' }, '2.0': { h2: '>=3' }, '3.0': { h2: '>=4' } },
  'web[all]': { '1.0': { 'web[http2]': '*' }, '2.0': { 'web[http2]': '*' }, '3.0': { 'web[http2]': '*', 'web[all]': '*' } },
  h2: { '2': {}, '3': {} },
  app: { '1.0': { web: '<3.0' } },
}

test('an extra has its project\'s version, and its project follows it', () => {
  expect(solution(WEB, { 'web[http2]': '*', app: '*' })).toEqual({ web: '2.0', 'web[http2]': '2.0', app: '1.0', h2: '3' })
  expect(solution(WEB, { web: '>=2.0', 'web[http2]': '*' })).toEqual({ web: '2.0', 'web[http2]': '2.0', h2: '3' })
})

test('an extra may name other extras of its project, and itself', () => {
  expect(solution({ ...WEB, h2: { '2': {}, '3': {}, '4': {} } }, { 'web[all]': '*' }))
    .toEqual({ web: '3.0', 'web[all]': '3.0', 'web[http2]': '3.0', h2: '4' })
})

test('an extra of a version that a constraint forbids is not chosen', () => {
  expect(solution(WEB, { 'web[http2]': '*' }, { constraints: { web: '<2.0' } })).toEqual({ web: '1.0', 'web[http2]': '1.0', h2: '3' })
})

/** n+1 pigeons, n holes: no solution, and no short proof of it. */
function pigeons(holes: number): { universe: Universe; root: Record<string, string> } {
  const names = Array.from({ length: holes + 1 }, (_, index) => `pigeon${index}`)
  const release = (name: string, hole: number): Record<string, string> =>
    Object.fromEntries(names.filter((other) => other !== name).map((other) => [other, `!=${hole}`]))
  const universe = Object.fromEntries(names.map((name) => [
    name, Object.fromEntries(Array.from({ length: holes }, (_, hole) => [`${hole + 1}`, release(name, hole + 1)])),
  ]))
  return { universe, root: Object.fromEntries(names.map((name) => [name, '*'])) }
}

test('hard problems end, with every way of choosing an order', () => {
  const { universe, root } = pigeons(5)
  for (const strategy of [NEWEST, { ...NEWEST, repins: 4 }]) {
    expect(solution(universe, root, { strategy, limit: 500 })).toBe('failed')
  }
})

test('a thousand packages in a chain, and as many beside each other', () => {
  const names = Array.from({ length: 1000 }, (_, index) => `p${index}`)
  const chain: Universe = Object.fromEntries(names.map((name, at) => [name, { '1': {}, '2': at < 999 ? { [`p${at + 1}`]: '>=2' } : {} }]))
  const root = Object.fromEntries(names.map((name) => [name, '*']))
  for (const wanted of [{ p0: '*' }, root]) {
    const found = solution(chain, wanted)
    expect(typeof found === 'object' && Object.keys(found).length === 1000 && isValid(chain, wanted, found)).toBe(true)
  }
})
