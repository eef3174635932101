import { expect, test } from '@jest/globals'
import { hasCandidate } from '../../src/solver/candidate-set.ts'
import { explain, type Describer, type Explanation } from '../../src/solver/explain.ts'
import { solve } from '../../src/solver/solve.ts'
import { answerFrom, dependencies, NEWEST, solveIn, type Requirements, type Universe } from './universe.ts'

function explanation(universe: Universe, root: Requirements, drive: { constraints?: Requirements; describer?: Describer } = {}): Explanation {
  const outcome = solveIn(universe, root, { constraints: drive.constraints ?? {} })
  if (outcome.kind !== 'failed') throw new Error(`expected failure, got ${outcome.kind}`)
  return explain(outcome.derivation, drive.describer)
}

const told = (universe: Universe, root: Requirements, constraints: Requirements = {}): string =>
  explanation(universe, root, { constraints }).lines.join('\n')

test('a chain is told from what the user requires', () => {
  const universe = { foo: { '1.0.0': { bar: '>=2.0.0' } }, bar: { '1.0.0': {}, '2.0.0': { baz: '>=3.0.0' } }, baz: { '1.0.0': {}, '3.0.0': {} } }
  expect(told(universe, { foo: '>=1.0.0', baz: '<2.0.0' })).toBe(`\
Because you require foo>=1.0.0 and foo 1.0.0 depends on bar>=2.0.0, bar 2.0.0 is required.
And because bar 2.0.0 depends on baz>=3.0.0 and you require baz<2.0.0, no versions satisfy all requirements.`)
})

test('two chains are told one after the other, and the first is referred to by its number', () => {
  const universe = {
    foo: { '1.0.0': { a: '>=1.0.0', b: '>=1.0.0 <2.0.0' }, '1.1.0': { x: '>=1.0.0', y: '>=1.0.0 <2.0.0' } },
    a: { '1.0.0': { b: '>=2.0.0' } }, b: { '1.0.0': {}, '2.0.0': {} },
    x: { '1.0.0': { y: '>=2.0.0' } }, y: { '1.0.0': {}, '2.0.0': {} },
  }
  expect(told(universe, { foo: '>=1.0.0' })).toBe(`\
Because foo 1.0.0 depends on a>=1.0.0 and a 1.0.0 depends on b>=2.0.0, foo 1.0.0 requires b 2.0.0.
And because foo 1.0.0 depends on b>=1.0.0,<2.0.0, foo 1.0.0 cannot be used. (1)

Because foo 1.1.0 depends on x>=1.0.0 and x 1.0.0 depends on y>=2.0.0, foo 1.1.0 requires y 2.0.0.
And because foo 1.1.0 depends on y>=1.0.0,<2.0.0, foo 1.1.0 cannot be used.
And because foo 1.0.0 cannot be used (1), no version of foo can be used.
And because you require foo>=1.0.0, no versions satisfy all requirements.`)
})

test('what several need is told once', () => {
  const universe = {
    foo: { '1': { a: '*', b: '*' } }, a: { '1': { x: '*' } }, b: { '1': { x: '*' } }, x: { '1': { z: '>=2' } }, z: { '1': {}, '2': {} },
  }
  expect(told(universe, { foo: '*', z: '<2' })).toBe(`\
Because foo 1 depends on b and b 1 depends on x, foo 1 requires x 1.
And because you require foo, x 1 is required.
And because x 1 depends on z>=2 and you require z<2, no versions satisfy all requirements.`)
})

test('the shortest stories', () => {
  const foo = { foo: { '1': {}, '2': {} } }
  expect(told(foo, { foo: '>2' })).toBe('Because you require foo>2, which no version satisfies, no versions satisfy all requirements.')
  expect(told({}, { foo: '>2' })).toBe('Because you require foo>2, which was not found, no versions satisfy all requirements.')
  expect(told({ ...foo, bar: { '1': { foo: '<2' } } }, { bar: '*', foo: '>1' }))
    .toBe(`\
Because you require bar and bar 1 depends on foo<2, foo 1 is required.
And because you require foo>1, no versions satisfy all requirements.`)
  expect(told(foo, { foo: '*' }, { foo: '<1' })).toBe('Because you require foo and foo<1 is a constraint, no versions satisfy all requirements.')
})

test('versions that cannot be used are told with the reason, together', () => {
  const broken = { unavailable: 'needs Python >=3.12' }
  expect(told({ foo: { '1': { bar: '*' }, '2': broken, '3': broken, '4': broken } }, { foo: '*' })).toBe(`\
Because foo>=2 cannot be used (needs Python >=3.12) and foo 1 depends on bar, which was not found, no version of foo can be used.
And because you require foo, no versions satisfy all requirements.`)
})

test('an extra is told as itself; that it is its project goes without saying', () => {
  const universe = {
    web: { '1.0': {}, '2.0': {}, '3.0': {} },
    'web[http2]': { '1.0': { h2: '>=4' }, '2.0': { h2: '>=4' }, '3.0': { h2: '>=4' } },
    h2: { '2': {}, '3': {}, '4': { web: '<2.0' } }, app: { '1.0': { web: '>=2.0' } },
  }
  expect(told(universe, { 'web[http2]': '*', app: '*' })).toBe(`\
Because you require web[http2] and web[http2]>=2.0 depends on h2>=4, web[http2] 1.0 or h2 4 is required.
And because h2 4 depends on web<2.0, web 1.0 is required.
And because you require app and app 1.0 depends on web>=2.0, no versions satisfy all requirements.`)
})

test('extras share their project in every argument, not only where the search made use of it', () => {
  const universe: Universe = {
    a: { '1': { 'c[y]': '==3' } }, c: { '1': { unavailable: 'broken' }, '3': {} }, 'c[z]': { '1': { 'c[y]': '==1' } },
  }
  expect(told(universe, { 'c[z]': '*', a: '*' }, { c: '==1' })).toBe(`\
Because you require a and a 1 depends on c[y]==3, c 3 is required.
And because c==1 is a constraint, no versions satisfy all requirements.`)
})

test('versions that need another version of themselves are each told with what they need', () => {
  expect(told({ d: { '1': { d: '==3' }, '3': { d: '>3' } } }, { d: '*' })).toBe(`\
Because d 1 depends on d==3 and d 3 depends on d>3, which no version satisfies, no version of d can be used.
And because you require d, no versions satisfy all requirements.`)
})

/** boto3, botocore, urllib3: each version of the first needs one window of the second. */
function boto(count: number): Universe {
  const versions = Array.from({ length: count }, (_, at) => at + 1)
  return {
    boto3: Object.fromEntries(versions.map((at) => [`1.${at}`, { botocore: `>=1.${at} <1.${at + 1}` }])),
    botocore: Object.fromEntries(versions.map((at) => [`1.${at}`, { urllib3: at < count / 2 ? '>=1.25 <1.27' : '>=1.25 <3' }])),
    urllib3: { '1.24': {}, '1.25': {}, '1.26': {}, '2.0': {}, '2.1': {}, '4.0': {} },
  }
}

test('what hundreds of versions were each refused for is told once, of all of them', () => {
  const { lines, facts } = explanation(boto(300), { boto3: '*', urllib3: '<1.25' })
  expect(lines.join('\n')).toBe(`\
Because you require boto3 and every version of boto3 depends on botocore, botocore is required.
And because every version of botocore depends on urllib3>=1.25,<=2.1 and you require urllib3<1.25, no versions satisfy all requirements.`)
  expect(facts.map((fact) => fact.kind)).toEqual(['requirement', 'dependency', 'dependency', 'requirement'])
})

test('and in parts where the parts differ', () => {
  expect(told(boto(300), { boto3: '<1.100', urllib3: '>=2.0' })).toBe(`\
Because you require boto3<1.100 and boto3<=1.99 depends on botocore<=1.99, botocore<=1.99 is required.
And because botocore<=1.99 depends on urllib3>=1.25,<1.27 and you require urllib3>=2.0, no versions satisfy all requirements.`)
})

test('facts that have no part in it are left out', () => {
  const universe: Universe = {
    a: { '1': { b: '*', c: '*' } },
    b: { '1': { d: '<2' }, '2': { c: '<1', d: '<2' } },
    c: { '1': {} },
    d: { '1': {}, '2': {} },
  }
  expect(told(universe, { a: '*', d: '>=2' })).toBe(`\
Because you require a and a 1 depends on b, b is required.
And because every version of b depends on d<2 and you require d>=2, no versions satisfy all requirements.`)
})

test('the words for sets, requirements, dependencies and reasons come from the describer', () => {
  const universe: Universe = { foo: { '1': { bar: '<2' }, '2': { unavailable: 'broken' } }, bar: { '1': {}, '2': {} } }
  const describer: Describer = {
    candidates: (key, set, versions) => `${key} {${versions.filter((_, index) => hasCandidate(set, index)).join(', ')}}`,
    requirement: ({ text }) => `${text} (requirements.txt:3)`,
    dependency: ({ text }) => `"${text}"`,
    reason: ({ text }) => text.toUpperCase(),
  }
  expect(explanation(universe, { foo: '*', bar: '>=2' }, { describer }).lines.join('\n')).toBe(`\
Because you require foo (requirements.txt:3) and foo {2} cannot be used (BROKEN), foo {1} is required.
And because foo {1} depends on "bar<2" and you require bar>=2 (requirements.txt:3), no versions satisfy all requirements.`)
})

test('a refusal of the strategy is told with its reason', () => {
  const strategy = {
    ...NEWEST,
    candidate: (facts: Parameters<typeof NEWEST.candidate>[0]) =>
      facts.package === 'foo' ? { none: { text: 'only pre-releases are left' } } : NEWEST.candidate(facts),
  }
  const outcome = solveIn({ foo: { '1': {} }, bar: { '1': { foo: '*' } } }, { bar: '*' }, { strategy })
  expect(outcome.kind === 'failed' && explain(outcome.derivation).lines.join('\n')).toBe(`\
Because bar 1 depends on foo and foo 1 is not considered (only pre-releases are left), bar 1 cannot be used.
And because you require bar, no versions satisfy all requirements.`)
})

test('an argument too long to follow is given as a list of facts', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  const release = (name: string, hole: number): Requirements =>
    Object.fromEntries(names.filter((other) => other !== name).map((other) => [other, `!=${hole}`]))
  const holes = [1, 2, 3, 4, 5]
  const universe = Object.fromEntries(names.map((name) => [name, Object.fromEntries(holes.map((hole) => [hole, release(name, hole)]))]))
  const { lines } = explanation(universe, Object.fromEntries(names.map((name) => [name, '*'])))
  expect(lines[0]).toBe('Because of all of these together, no versions satisfy all requirements:')
  expect(lines[1]).toMatch(/^- /)
  expect(lines.at(-1)).toMatch(/^- and \d+ more of this kind$/)
  expect(lines.length).toBeLessThan(50)
})

test('a chain of many hundreds of packages is explained without running out of stack', () => {
  const names = Array.from({ length: 1500 }, (_, at) => `p${at}`)
  const universe: Universe = {
    ...Object.fromEntries(names.map((name, at) => [name, { '1': { [at < 1499 ? `p${at + 1}` : 'end']: '*' } }])),
    end: { '1': { goal: '<2' } },
    goal: { '1': {}, '2': {} },
  }
  expect(explanation(universe, { p0: '*', goal: '>=2' }).facts.length).toBe(1503)
})

test('a stopped solve tells what was in vain so far', () => {
  const universe = boto(200)
  const solving = solve({ requirements: dependencies({ boto3: '>1.20', urllib3: '<1.25' }), strategy: NEWEST })
  let step = solving.next()
  for (let needs = 0; !step.done; needs += 1) {
    step = solving.next(needs > 100 ? { kind: 'stop' } : step.value.kind === 'pause' ? { kind: 'continue' } : answerFrom(universe, step.value))
  }
  const outcome = step.value
  expect(outcome.kind === 'stopped' && explain(outcome.derivation!).lines.join('\n'))
    .toBe('Because botocore>=1.153 depends on urllib3>=1.25,<3 and you require urllib3<1.25, botocore>=1.153 cannot be used.')
})
