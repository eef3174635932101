import { expect, test } from '@jest/globals'
import { solution } from './universe.ts'

test('takes the newest versions when nothing conflicts', () => {
  const universe = {
    foo: { '1.0.0': { bar: '>=1.0.0 <2.0.0' } },
    bar: { '1.0.0': {}, '1.1.0': {}, '2.0.0': {} },
  }
  expect(solution(universe, { foo: '*' })).toEqual({ foo: '1.0.0', bar: '1.1.0' })
})

test('avoids a conflict while deciding', () => {
  const universe = {
    foo: { '1.0.0': {}, '1.1.0': { bar: '>=2.0.0' } },
    bar: { '1.0.0': {}, '1.1.0': {}, '2.0.0': {} },
  }
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

test('fails when requirements have nothing in common', () => {
  const universe = { foo: { '1.0.0': { shared: '<=2' } }, bar: { '1.0.0': { shared: '>3' } }, shared: { '2.0.0': {}, '4.0.0': {} } }
  expect(solution(universe, { foo: '*', bar: '*' })).toBe('failed')
})

test('extras share their project\'s version', () => {
  const universe = {
    web: { '1.0': {}, '2.0': {}, '3.0': {} },
    'web[http2]': { '1.0': { h2: '*' }, '2.0': { h2: '>=3' }, '3.0': { h2: '>=4' } },
    h2: { '2': {}, '3': {} },
    app: { '1.0': { web: '<3.0' } },
  }
  expect(solution(universe, { 'web[http2]': '*', app: '*' })).toEqual({ web: '2.0', 'web[http2]': '2.0', app: '1.0', h2: '3' })
})
