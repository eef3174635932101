import { describe, expect, test } from '@jest/globals'
import { classifyError, type RequestFailure } from '../../src/net/failures.ts'
import { freshPace, paceAfterAnswer, paceAfterPushBack, paceAfterSuccess, type Pace } from '../../src/net/pace.ts'
import { countFailure, decideRetry, NO_FAILURES, parseRetryAfter, type RetryDecision } from '../../src/net/retry.ts'
import { bodySilenceMs, timeoutsFor } from '../../src/net/timeouts.ts'

const PIPS = { retries: 5, resumeRetries: 5 }
const status = (code: number, retryAfterMs?: number): RequestFailure => ({ kind: 'status', status: code, retryAfterMs })
const reset: RequestFailure = { kind: 'connection', code: 'ECONNRESET' }
const cut = (newBytes: number, code = 'BODY_CUT'): RequestFailure => ({ kind: 'cut', code, newBytes })

/** The decisions on a request that keeps failing in this way, up to the one to give up. */
function decisions(failure: RequestFailure, { budgetLeft = 100, random = 1, limits = PIPS } = {}): RetryDecision[] {
  const made: RetryDecision[] = []
  for (let tally = countFailure(NO_FAILURES, failure); made.length < 50; tally = countFailure(tally, failure)) {
    const decision = decideRetry(failure, tally, { limits, budgetLeft: budgetLeft - made.length, random })
    made.push(decision)
    if (decision.kind === 'give-up') break
    if (failure.kind === 'status' && failure.retryAfterMs !== undefined) tally = { ...tally, askedWaitMs: tally.askedWaitMs + decision.afterMs }
  }
  return made
}

/** Number of attempts that a lasting failure gets. */
const attempts = (failure: RequestFailure, limits = PIPS): number => decisions(failure, { limits }).length

describe('what is tried again, and how often', () => {
  test.each<[string, RequestFailure, number]>([
    ['500', status(500), 6],
    ['503', status(503), 6],
    ['429', status(429), 6],
    ['408', status(408), 6],
    ['425', status(425), 6],
    ['501', status(501), 1],
    ['404', status(404), 1],
    ['401', status(401), 1],
    ['a reset', reset, 6],
    ['a refused connection', { kind: 'connection', code: 'ECONNREFUSED' }, 2],
    ['a name that does not exist', { kind: 'connection', code: 'ENOTFOUND' }, 2],
    ['a name server that fails', { kind: 'connection', code: 'EAI_AGAIN' }, 6],
    ['a connection that is not made', { kind: 'silence', code: 'UND_ERR_CONNECT_TIMEOUT' }, 2],
    ['an answer that never begins', { kind: 'silence', code: 'UND_ERR_HEADERS_TIMEOUT' }, 1],
    ['an answer that falls silent', { kind: 'silence', code: 'UND_ERR_BODY_TIMEOUT' }, 3],
    ['a download that is cut', cut(1000), 6],
    ['a download that falls silent', cut(0, 'UND_ERR_BODY_TIMEOUT'), 3],
    ['a wrong hash', { kind: 'content' }, 2],
    ['a certificate', { kind: 'certificate', code: 'CERT_HAS_EXPIRED' }, 1],
    ['no common TLS version', { kind: 'tls', code: 'ERR_SSL_NO_PROTOCOLS_AVAILABLE' }, 1],
    ['a proxy that is overloaded', { kind: 'proxy', status: 503 }, 6],
    ['a proxy that wants credentials', { kind: 'proxy', status: 407 }, 1],
  ])('%s', (_, failure, expected) => {
    expect(attempts(failure)).toBe(expected)
  })

  test('a download that gets far between its cuts is taken up as often as needed', () => {
    expect(attempts(cut(2 << 20))).toBe(50)
  })

  test('--retries 0: once, whatever happens', () => {
    const limits = { retries: 0, resumeRetries: 5 }
    for (const failure of [status(503), reset, { kind: 'content' } as const]) expect(attempts(failure, limits)).toBe(1)
  })

  test('--resume-retries bounds broken downloads', () => {
    expect(attempts(cut(1000), { retries: 5, resumeRetries: 1 })).toBe(2)
  })

  test('nothing is tried again when the budget of the run is used up', () => {
    expect(decisions(reset, { budgetLeft: 2 })).toHaveLength(3)
    expect(decisions(reset, { budgetLeft: 0 })).toEqual([{ kind: 'give-up' }])
  })
})

describe('waits', () => {
  test('double from a quarter of a second to eight; jitter takes away up to half', () => {
    const waits = (random: number): number[] => decisions(reset, { random, limits: { retries: 8, resumeRetries: 0 } }).flatMap((made) => (made.kind === 'retry' ? [made.afterMs] : []))
    expect(waits(1)).toEqual([250, 500, 1000, 2000, 4000, 8000, 8000, 8000])
    expect(waits(0)).toEqual([125, 250, 500, 1000, 2000, 4000, 4000, 4000])
  })

  test('as long as the server asks for, up to two minutes in all', () => {
    expect(decisions(status(429, 1500))[0]).toEqual({ kind: 'retry', afterMs: 1500 })
    expect(attempts(status(429, 50_000))).toBe(3)
    expect(attempts(status(503, 121_000))).toBe(1)
  })

  test('none after silence, which was a wait already', () => {
    expect(decisions(cut(0, 'UND_ERR_BODY_TIMEOUT'))[0]).toEqual({ kind: 'retry', afterMs: 0 })
  })

  test('Retry-After: seconds, a date, nonsense', () => {
    const nowMs = Date.UTC(2026, 0, 1, 12, 0, 0)
    expect(parseRetryAfter('7', nowMs)).toBe(7000)
    expect(parseRetryAfter('Thu, 01 Jan 2026 12:00:30 GMT', nowMs)).toBe(30_000)
    expect(parseRetryAfter('Thu, 01 Jan 2026 11:00:00 GMT', nowMs)).toBe(0)
    expect(parseRetryAfter('soon', nowMs)).toBeUndefined()
    expect(parseRetryAfter(undefined, nowMs)).toBeUndefined()
  })
})

describe('timeouts from --timeout', () => {
  test("with pip's 15 s no silence lasts longer than 30 s in all", () => {
    const timeouts = timeoutsFor(15_000)
    expect(timeouts.bodyMs[0] + timeouts.bodyMs[1] + timeouts.bodyMs[2]).toBeLessThanOrEqual(30_000)
    expect(timeouts.hedgeMs + timeouts.headersMs).toBeLessThanOrEqual(30_000)
    expect(2 * timeouts.connectMs).toBeLessThanOrEqual(30_000)
  })

  test('the last attempt is given the whole of it', () => {
    expect([0, 1, 2, 3].map((silences) => bodySilenceMs(timeoutsFor(60_000), silences))).toEqual([5_000, 10_000, 60_000, 60_000])
  })

  test.each([500, 2_000, 15_000, 120_000])('%i ms: another connection is asked before the first is given up', (timeoutMs) => {
    const { hedgeMs, headersMs } = timeoutsFor(timeoutMs)
    expect(hedgeMs).toBeLessThan(headersMs)
  })
})

describe('errors of the network by their codes', () => {
  const withCode = (code: string, message = ''): Error => Object.assign(new Error(message), { code })
  test.each<[Error, RequestFailure | undefined]>([
    [withCode('ECONNRESET'), { kind: 'connection', code: 'ECONNRESET' }],
    [new Error('outer', { cause: withCode('ENOTFOUND') }), { kind: 'connection', code: 'ENOTFOUND' }],
    [new AggregateError([withCode('ECONNREFUSED')], 'all addresses'), { kind: 'connection', code: 'ECONNREFUSED' }],
    [withCode('HPE_INVALID_CONSTANT'), { kind: 'connection', code: 'HPE_INVALID_CONSTANT' }],
    [withCode('UND_ERR_BODY_TIMEOUT'), { kind: 'silence', code: 'UND_ERR_BODY_TIMEOUT' }],
    [withCode('SELF_SIGNED_CERT_IN_CHAIN'), { kind: 'certificate', code: 'SELF_SIGNED_CERT_IN_CHAIN' }],
    [withCode('ERR_TLS_CERT_ALTNAME_INVALID'), { kind: 'certificate', code: 'ERR_TLS_CERT_ALTNAME_INVALID' }],
    [withCode('ERR_SSL_WRONG_VERSION_NUMBER'), { kind: 'tls', code: 'ERR_SSL_WRONG_VERSION_NUMBER' }],
    [withCode('UND_ERR_ABORTED', 'Proxy response (403) !== 200 when HTTP Tunneling'), { kind: 'proxy', status: 403 }],
    [withCode('Z_DATA_ERROR'), { kind: 'content' }],
    [withCode('ENOSPC'), undefined],
    [new TypeError('a bug'), undefined],
  ])('%s', (error, expected) => {
    expect(classifyError(error)).toEqual(expected)
  })
})

describe("an origin's pace", () => {
  const times = (count: number, step: (pace: Pace) => Pace, pace: Pace): Pace => (count === 0 ? pace : times(count - 1, step, step(pace)))

  const opened = (ceiling: number): Pace => times(ceiling, paceAfterAnswer, freshPace(ceiling))

  test('begins with a few connections, and one more for each answer, up to the ceiling', () => {
    expect([0, 1, 4, 12, 50].map((count) => times(count, paceAfterAnswer, freshPace(16)).limit)).toEqual([4, 5, 8, 16, 16])
    expect([1, 2, 3].map((ceiling) => freshPace(ceiling).limit)).toEqual([1, 2, 3])
  })

  test('successes alone open no connection', () => {
    expect(times(50, paceAfterSuccess, freshPace(16)).limit).toBe(4)
  })

  test('is halved when the origin pushes back, down to one', () => {
    const limits = [1, 2, 3, 4].map((count) => times(count, (pace) => paceAfterPushBack(pace, { startedIn: pace.epoch }), opened(8)).limit)
    expect(limits).toEqual([4, 2, 1, 1])
  })

  test('answers after a push-back open no more', () => {
    expect(times(50, paceAfterAnswer, paceAfterPushBack(freshPace(16), { startedIn: 0 })).limit).toBe(2)
  })

  test('connections that were reset together are one sign', () => {
    expect(times(30, (pace) => paceAfterPushBack(pace, { startedIn: 0 }), opened(32)).limit).toBe(16)
  })

  test('grows by one after as many successes as it allows, up to where it began', () => {
    const slowed = paceAfterPushBack(freshPace(4), { startedIn: 0 })
    expect([1, 2, 4, 5, 50].map((count) => times(count, paceAfterSuccess, slowed).limit)).toEqual([2, 3, 3, 4, 4])
  })

  test('remembers until when the origin wants silence', () => {
    const slowed = paceAfterPushBack(freshPace(4), { startedIn: 0, untilMs: 5000 })
    expect(paceAfterPushBack(slowed, { startedIn: 0, untilMs: 3000 }).notBeforeMs).toBe(5000)
  })
})
