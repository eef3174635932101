import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type InterpreterFacts, type TagOverrides, tagsFor } from '../../src/standards/tags.ts'
import { expectAgreement, generate } from '../support/packaging/agreement.ts'
import { anyInterpreter, anyOverrides } from '../support/packaging/interpreters.ts'
import { askPackaging } from '../support/packaging/oracle.ts'

// Compared with PyPA's packaging, in one Python process that pretends to be each interpreter: see support/packaging/oracle.py.
const cases = generate(fc.tuple(anyInterpreter, fc.oneof(fc.constant<TagOverrides>({}), anyOverrides)), 800)

const answers = askPackaging<{ tags: string[][]; running: { facts: InterpreterFacts; tags: string[] }[] }>({
  tags: cases.map(([facts, overrides]) => [nullsFor(facts), { ...overrides, expandedPlatforms: overrides.platforms }]),
  running: [null],
})

/** JSON drops what is undefined; Python's side wants the keys. */
function nullsFor(facts: InterpreterFacts): unknown {
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, value ?? null]))
}

test('the tags of the Python that answers are those it finds itself', () => {
  const [running] = answers.running
  expect(running?.tags.length).toBeGreaterThan(20)
  expect(running && tagsFor(running.facts)).toEqual(running?.tags)
})

test('the tags of every kind of interpreter and host are those packaging finds there', () => {
  expect(answers.tags.flat().length).toBeGreaterThan(20_000)
  expectAgreement(cases, ([facts, overrides]) => tagsFor(facts, overrides), answers.tags)
})
