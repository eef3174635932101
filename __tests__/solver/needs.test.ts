import { expect, test } from '@jest/globals'
import { candidatesOf, candidatesWhere } from '../../src/solver/candidate-set.ts'
import { solve } from '../../src/solver/solve.ts'
import type { Answer, Dependency, Need, Problem } from '../../src/solver/types.ts'
import { answerFrom, dependencies, NEWEST, solveIn, type Requirements, type Universe } from './universe.ts'

/** One word per need: `?foo` for candidates, `foo@2` for the dependencies of a version, `pause`. */
function asked(universe: Universe, root: Requirements, constraints: Requirements = {}): readonly string[] {
  const needs: string[] = []
  solveIn(universe, root, { constraints, watch: (need) => needs.push(wordFor(universe, need)) })
  return needs
}

function wordFor(universe: Universe, need: Need): string {
  if (need.kind === 'pause') return 'pause'
  if (need.kind === 'candidates') return `?${need.package}`
  const answer = answerFrom(universe, { kind: 'candidates', package: need.package })
  return `${need.package}@${answer.kind === 'candidates' ? answer.candidates[need.candidate] : ''}`
}

const problem = (requirements: readonly Dependency[], more: Partial<Problem> = {}): Problem => ({ requirements, strategy: NEWEST, ...more })

const TREE: Universe = {
  a: { '1': { c: '*' }, '2': { c: '*', d: '*' } },
  b: { '1': {} },
  c: { '1': {} },
  d: { '1': {} },
}

test('asks for a package once, for candidates when they are mentioned, for dependencies when they are tried', () => {
  expect(asked(TREE, { a: '*', b: '*' })).toEqual(['?a', '?b', 'a@2', '?c', '?d', 'b@1', 'c@1', 'd@1'])
})

test('does not ask for constrained packages, nor for what only a refused candidate needs', () => {
  expect(asked(TREE, { b: '*' }, { a: '<2', d: '*' })).toEqual(['?b', 'b@1'])
  const universe: Universe = { a: { '1': {}, '2': { b: '>5', exotic: '*' } }, b: { '1': {} } }
  expect(asked(universe, { b: '*', a: '*' })).toEqual(['?b', '?a', 'b@1', 'a@2', 'a@1'])
})

test('candidates that are unusable from the start are never asked about', () => {
  const solving = solve(problem(dependencies({ a: '*' })))
  solving.next()
  const unusable = [{ set: candidatesWhere(3, (index) => index < 2), reason: { text: 'of another platform' } }]
  const step = solving.next({ kind: 'candidates', candidates: ['3', '2', '1'], unusable })
  expect(step.value).toMatchObject({ kind: 'dependencies', package: 'a', candidate: 2 })
})

test('hints name the packages of the same dependency list, then the likely candidates of what is open', () => {
  const hints: string[] = []
  solveIn(TREE, { a: '*', b: '*' }, { watch: (need) => {
    if (need.kind === 'pause') return
    const words = need.likely().map((question) => wordFor(TREE, question as Need))
    hints.push(`${wordFor(TREE, need)} then ${words.join(' ')}`)
  } })
  expect(hints).toEqual([
    '?a then ?b', '?b then ', 'a@2 then b@1', '?c then ?d b@1', '?d then b@1', 'b@1 then c@1 d@1', 'c@1 then d@1', 'd@1 then ',
  ])
})

test('hints leave out what is being asked and what is known, and keep to a limit', () => {
  const wide: Universe = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`p${at}`, { '1': {} }]))
  let seen: readonly number[] = []
  solveIn(wide, Object.fromEntries(Object.keys(wide).map((name) => [name, '*'])), { watch: (need) => {
    if (need.kind === 'dependencies') seen = [...seen, need.likely(3).length]
  } })
  expect(seen).toEqual([3, 3, 3, 3, 3, 3, 2, 1, 0])
})

test('a package that backtracks says how often, and what it would come to next', () => {
  const universe: Universe = {
    a: Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`${at + 1}`, at < 2 ? {} : { b: '>5' }])),
    b: { '1': {} },
  }
  const told: unknown[] = []
  solveIn(universe, { b: '*', a: '<8' }, { watch: (need) => {
    if (need.kind === 'dependencies' && need.package === 'a') told.push([need.tried, need.candidate, need.following(3)])
  } })
  expect(told).toEqual([[0, 1, [2, 3, 4]], [1, 2, [3, 4, 5]], [2, 3, [4, 5, 6]], [3, 4, [5, 6, 7]], [4, 5, [6, 7]], [5, 6, [7]]])
})

test('what follows reaches beyond what is allowed at the moment, within what is required', () => {
  const universe: Universe = {
    a: { '1': {}, '2': {}, '3': {}, '4': {}, '5': {} },
    b: { '1': { a: '>=4' }, '2': { a: '>=4' } },
  }
  let following: readonly number[] = []
  solveIn(universe, { b: '*', a: '>=2' }, { watch: (need) => {
    if (need.kind === 'dependencies' && need.package === 'a') following = need.following(10)
  } })
  expect(following).toEqual([1])
})

test('pauses after every so many steps, and stops there or at any need when told to', () => {
  const universe: Universe = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`p${at}`, { '1': {} }]))
  const requirements = dependencies(Object.fromEntries(Object.keys(universe).map((name) => [name, '*'])))
  const solving = solve(problem(requirements, { pauseEvery: 10 }))
  let step = solving.next()
  while (!step.done && step.value.kind !== 'pause') step = solving.next(answerFrom(universe, step.value))
  expect(step.value).toMatchObject({ kind: 'pause', stats: { packages: 20 } })
  step = solving.next({ kind: 'continue' })
  expect(step.value).toMatchObject({ kind: 'dependencies' })
  expect(solving.next({ kind: 'stop' }).value).toMatchObject({ kind: 'stopped', derivation: undefined })
})

test('stopped after conflicts, it says why the last was one', () => {
  const universe: Universe = {
    a: Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${at + 1}`, { b: `==${at + 1}` }])),
    b: Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${at + 1}`, { c: '<1' }])),
    c: { '1': {} },
  }
  const solving = solve(problem(dependencies({ a: '*', c: '*' })))
  let step = solving.next()
  for (let needs = 0; !step.done; needs += 1) step = solving.next(needs > 20 ? { kind: 'stop' } : answerFrom(universe, step.value as never))
  const outcome = step.value as Extract<typeof step.value, { kind: 'stopped' }>
  expect(outcome.kind).toBe('stopped')
  expect(outcome.derivation?.conclusion.terms.map((term) => term.package)).toContain('b')
})

test('an answer that does not fit the question, or a set that does not fit its package, is a bug and throws', () => {
  const start = (answer: Answer): unknown => {
    const solving = solve(problem(dependencies({ a: '*' })))
    solving.next()
    return solving.next(answer)
  }
  expect(() => start({ kind: 'continue' })).toThrow('continue is no answer to the candidates of a')
  const wrongSet: Dependency = { package: 'a', set: candidatesOf(40, [1]), text: 'a' }
  const solving = solve(problem([wrongSet]))
  solving.next()
  expect(() => solving.next({ kind: 'candidates', candidates: ['1'] })).toThrow('the set of "a" is not one over the 1 candidates of a')
  const proxy = solve(problem(dependencies({ 'a[x]': '*' })))
  proxy.next()
  proxy.next({ kind: 'candidates', candidates: ['1'], sameAs: 'a' })
  expect(() => proxy.next({ kind: 'candidates', candidates: ['1', '2'] })).toThrow('a[x] cannot be a proxy of a')
})
