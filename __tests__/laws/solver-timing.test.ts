import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { explain } from '../../src/solver/explain.ts'
import { solve } from '../../src/solver/solve.ts'
import type { Answer, Need, Outcome, Question } from '../../src/solver/types.ts'
import { answerFrom, dependencies, NEWEST, type Requirements, type Universe } from '../solver/universe.ts'
import { requirements, universes } from '../solver/universes.ts'

interface Run {
  readonly needs: readonly string[]
  readonly outcome: Outcome
}

const keyOf = (question: Question): string => (question.kind === 'candidates' ? question.package : `${question.package}@${question.candidate}`)

/**
 * A driver over a made-up network: every question takes as long as `latency` says, hints are asked ahead, at most `slots` at a
 * time, and what is likely changes which answers are there first. Time passes when the solver waits.
 */
function drive(universe: Universe, root: Requirements, network: { readonly latency: (key: string) => number; readonly slots: number }): Run {
  const solving = solve({ requirements: dependencies(root), strategy: { ...NEWEST, repins: 2 } })
  const readyAt = new Map<string, number>()
  const needs: string[] = []
  let now = 0
  let step = solving.next()
  while (!step.done) {
    const need: Need = step.value
    if (need.kind === 'pause') {
      step = solving.next({ kind: 'continue' })
      continue
    }
    const inFlight = [...readyAt.values()].filter((at) => at > now).length
    for (const question of [need, ...need.likely(network.slots - inFlight)]) {
      const key = keyOf(question)
      if (!readyAt.has(key)) readyAt.set(key, now + network.latency(key))
    }
    if (need.kind === 'dependencies') for (const candidate of need.following(Math.min(need.tried, 5))) {
      const key = keyOf({ ...need, candidate })
      if (!readyAt.has(key)) readyAt.set(key, now + network.latency(key))
    }
    now = Math.max(now, readyAt.get(keyOf(need))!)
    needs.push(keyOf(need))
    step = solving.next(answerFrom(universe, need))
  }
  return { needs, outcome: step.value }
}

/** Answers at once and reads no hint. */
function driveSerially(universe: Universe, root: Requirements): Run {
  const solving = solve({ requirements: dependencies(root), strategy: { ...NEWEST, repins: 2 } })
  const needs: string[] = []
  let step = solving.next()
  while (!step.done) {
    if (step.value.kind !== 'pause') needs.push(keyOf(step.value))
    const answer: Answer = step.value.kind === 'pause' ? { kind: 'continue' } : answerFrom(universe, step.value)
    step = solving.next(answer)
  }
  return { needs, outcome: step.value }
}

/** The outcome as plain data, decisions in order. */
function told(outcome: Outcome): unknown {
  if (outcome.kind === 'solved') return { decisions: [...outcome.decisions], stats: outcome.stats }
  return { lines: outcome.kind === 'failed' ? explain(outcome.derivation).lines : [], stats: outcome.stats }
}

test('the sequence of needs and the outcome are the same whatever is asked ahead and whenever it arrives', () => {
  fc.assert(fc.property(universes, requirements, fc.infiniteStream(fc.nat(50)), fc.integer({ min: 0, max: 8 }), (universe, root, delays, slots) => {
    const latencies = new Map<string, number>()
    const latency = (key: string): number => {
      if (!latencies.has(key)) latencies.set(key, delays.next().value as number)
      return latencies.get(key)!
    }
    const serial = driveSerially(universe, root)
    const parallel = drive(universe, root, { latency, slots })
    expect(parallel.needs).toEqual(serial.needs)
    expect(told(parallel.outcome)).toEqual(told(serial.outcome))
  }), { numRuns: 300 })
})
