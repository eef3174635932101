import { expect, test } from '@jest/globals'
import { candidatesWhere, firstCandidate, intersection, isEmpty, type CandidateSet } from '../../src/solver/candidate-set.ts'
import { explain } from '../../src/solver/explain.ts'
import type { PackageFacts, Strategy } from '../../src/solver/types.ts'
import { candidateIndexes } from '../support/candidate-indexes.ts'
import { NEWEST, solution, solveIn, type Universe } from './universe.ts'

/** In these tests versions above 100 are pre-releases; a range that names one admits them for its package. */
function finals({ candidates }: PackageFacts): CandidateSet {
  return candidatesWhere(candidates.length, (index) => Number(candidates[index]) < 100)
}

/** pip's rule: pre-releases only where a requirement names one, or where the requirements leave nothing else. */
const CAREFUL: Strategy = {
  ...NEWEST,
  candidate: (facts) => {
    if (facts.requirements.some(({ dependency }) => /\d{3}/.test(dependency.text))) return firstCandidate(facts.allowed)
    const required = facts.requirements.reduce((left, { set }) => intersection(left, set), candidatesWhere(facts.candidates.length, () => true))
    if (isEmpty(intersection(required, finals(facts)))) return firstCandidate(facts.allowed)
    const choice = firstCandidate(intersection(facts.allowed, finals(facts)))
    return choice === -1 ? { none: { text: 'only pre-releases are left' } } : choice
  },
}

const LIBRARY: Universe = {
  lib: { '1': { core: '<2' }, '2': { core: '<2' }, '101': {} },
  core: { '1': {}, '2': {} },
  wants: { '1': { lib: '*' }, '2': { lib: '>=101' } },
}

test('a pre-release is taken where a requirement names it, or nothing else exists', () => {
  expect(solution(LIBRARY, { lib: '*' }, { strategy: CAREFUL })).toEqual({ lib: '2', core: '1' })
  expect(solution(LIBRARY, { lib: '>=100' }, { strategy: CAREFUL })).toEqual({ lib: '101' })
  expect(solution({ lib: { '101': {} } }, { lib: '*' }, { strategy: CAREFUL })).toEqual({ lib: '101' })
})

test('it is not taken because the finals were ruled out', () => {
  const outcome = solveIn(LIBRARY, { lib: '*', core: '>=2' }, { strategy: CAREFUL })
  expect(outcome.kind).toBe('failed')
  expect(outcome.kind === 'failed' && explain(outcome.derivation).lines.join('\n')).toContain('only pre-releases are left')
})

test('a refusal holds only as long as those who require the package stay what they are', () => {
  const strategy = { ...CAREFUL, priority: (facts: PackageFacts) => [facts.package === 'wants' ? 0 : 1, facts.order] }
  const universe: Universe = { ...LIBRARY, wants: { '1': { lib: '>=101' }, '2': { lib: '*' } } }
  expect(solution(universe, { wants: '*', core: '>=2' }, { strategy })).toEqual({ wants: '1', core: '2', lib: '101' })
})

test('a refusal may speak of more candidates than are allowed at the moment', () => {
  const asked: string[] = []
  const strategy: Strategy = {
    ...NEWEST,
    candidate: (facts) => {
      if (facts.package !== 'lib') return firstCandidate(facts.allowed)
      asked.push([...candidateIndexes(facts.allowed)].join())
      return { none: { text: 'never' }, refused: candidatesWhere(facts.candidates.length, () => true) }
    },
  }
  const universe: Universe = { lib: { '1': {}, '2': {}, '3': {} }, user: { '1': { lib: '==1' }, '2': { lib: '==2' } } }
  expect(solution(universe, { user: '*' }, { strategy })).toBe('failed')
  expect(asked).toEqual(['1', '2'])
})

function factsSeen(universe: Universe, root: Record<string, string>, constraints: Record<string, string> = {}): Map<string, PackageFacts> {
  const seen = new Map<string, PackageFacts>()
  solveIn(universe, root, { constraints, strategy: { ...NEWEST, candidate: (facts) => {
    seen.set(facts.package, facts)
    return firstCandidate(facts.allowed)
  } } })
  return seen
}

test('the facts name who requires a package, constraints too, and what is allowed', () => {
  const universe: Universe = { a: { '1': { c: '<4' } }, b: { '1': { c: '>=2' } }, c: { '1': {}, '2': {}, '3': {}, '4': {} } }
  const facts = factsSeen(universe, { a: '*', b: '*', c: '*' }, { c: '!=3', other: '<2' }).get('c')!
  expect([...candidateIndexes(facts.allowed)].map((index) => facts.candidates[index])).toEqual(['2'])
  expect(facts.requirements.map(({ by, dependency, isConstraint }) => [by, dependency.text, isConstraint])).toEqual([
    [undefined, 'c!=3', true], [undefined, 'c', false], ['a', 'c<4', false], ['b', 'c>=2', false],
  ])
  expect(facts).toMatchObject({ package: 'c', base: undefined, pinnedBy: undefined, conflicts: 0, inLastConflict: false, tried: 1, order: 2 })
})

test('an extra and its project see each other\'s requirements, and who pinned them', () => {
  const universe: Universe = { web: { '1': {}, '2': {} }, 'web[x]': { '1': {}, '2': {} }, app: { '1': { 'web[x]': '<2' } } }
  const seen = factsSeen(universe, { app: '*', web: '>=1' })
  const texts = (name: string): readonly string[] => seen.get(name)!.requirements.map(({ dependency }) => dependency.text)
  expect(texts('web')).toEqual(['web>=1', 'web[x]<2'])
  expect(texts('web[x]')).toEqual(['web>=1', 'web[x]<2'])
  expect(seen.get('web[x]')).toMatchObject({ base: 'web', pinnedBy: 'web' })
})

test('requirements of an undone decision are gone from the facts', () => {
  const universe: Universe = {
    a: { '1': { c: '>=1' }, '2': { c: '>=2', d: '>=2' } },
    c: { '1': {}, '2': { d: '<2' } },
    d: { '1': {}, '2': { c: '<2' } },
  }
  const facts = factsSeen(universe, { a: '*' }).get('c')!
  expect(facts.requirements.map(({ by, dependency }) => [by, dependency.text])).toEqual([['a', 'c>=1']])
  expect(facts.conflicts).toBeGreaterThan(0)
})

test('the strategy orders packages; equal ones come in the order they were mentioned', () => {
  const universe: Universe = { a: { '1': {} }, b: { '1': {} }, c: { '1': {} }, d: { '1': {} } }
  const order = (priority: Strategy['priority']): readonly string[] => {
    const outcome = solveIn(universe, { d: '*', b: '*', a: '*', c: '*' }, { strategy: { ...NEWEST, priority } })
    return outcome.kind === 'solved' ? [...outcome.decisions.keys()] : []
  }
  expect(order(() => [])).toEqual(['d', 'b', 'a', 'c'])
  expect(order((facts) => [facts.package])).toEqual(['a', 'b', 'c', 'd'])
  expect(order((facts) => [facts.package < 'c' ? 1 : 0, facts.package])).toEqual(['c', 'd', 'a', 'b'])
})

test('choosing what is not allowed is a bug of the strategy and throws', () => {
  const strategy = { ...NEWEST, candidate: () => 0 }
  expect(() => solveIn({ a: { '1': {}, '2': {} } }, { a: '<2' }, { strategy })).toThrow('candidate 0 of a is not allowed')
})
