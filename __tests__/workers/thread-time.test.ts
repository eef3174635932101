import { expect, test } from '@jest/globals'
import { spentBetween } from '../../src/kernel/thread-time.ts'
import { threadTime } from '../../src/workers/thread-time.ts'

test('a thread that works tells more processor time than before, and no more than passed', () => {
  const startedMs = performance.now()
  const before = threadTime()
  let sum = 0
  while (performance.now() - startedMs < 50) sum += Math.sqrt(sum + 1)
  const spent = spentBetween(before, threadTime())
  expect(spent?.cpuMs).toBeGreaterThan(0)
  expect(spent?.cpuMs).toBeLessThanOrEqual(performance.now() - startedMs + 10)
})

test('what one reading does not tell, their difference does not tell either', () => {
  expect(spentBetween(undefined, { cpuMs: 5, queuedMs: 1 })).toBeUndefined()
  expect(spentBetween({ cpuMs: 2, queuedMs: undefined }, { cpuMs: 5, queuedMs: 1 })).toEqual({ cpuMs: 3, queuedMs: undefined })
})
