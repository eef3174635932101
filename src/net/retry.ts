import type { RequestFailure } from './failures.ts'

/** How often a request of this run may be tried again. */
export interface RetryLimits {
  /** pip's --retries: further attempts after the first. */
  readonly retries: number
  /** pip's --resume-retries: how often a broken download is taken up again without getting far in between. */
  readonly resumeRetries: number
}

/** What one request has met so far. */
export interface Tally {
  /** Failures other than cuts since the request last got far. */
  readonly failures: number
  readonly cuts: number
  /** Failures and cuts by silence: each of them made somebody wait. */
  readonly silences: number
  readonly contents: number
  /** Milliseconds spent in waits that servers asked for. */
  readonly askedWaitMs: number
}

export const NO_FAILURES: Tally = { failures: 0, cuts: 0, silences: 0, contents: 0, askedWaitMs: 0 }

/** Whether a failed request is made again. */
export type RetryDecision = { readonly kind: 'retry'; readonly afterMs: number } | { readonly kind: 'give-up' }

const PASSING_STATUS = new Set([408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 527, 530])

/** Whether a status says that the same request may be answered differently in a moment. */
export function isPassing(status: number): boolean {
  return PASSING_STATUS.has(status)
}

/** Name resolution and refused connections rarely change within seconds; one more try covers a restarting server. */
const STUBBORN = new Set(['ENOTFOUND', 'EAI_NONAME', 'EAI_NODATA', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'])
const MAX_BACKOFF_MS = 8_000
/** All the waits that a server may ask for on behalf of one request. */
const MAX_ASKED_WAIT_MS = 120_000
/** A connection that brought this much before it broke was worth having: the count of cuts starts anew. */
const FAR_BYTES = 1 << 20
/** With the patience of `bodySilenceMs`, three silent attempts take twice the timeout, and no more are made. */
const MAX_SILENCES = 2

/** The tally with one more failure in it. */
export function countFailure(tally: Tally, failure: RequestFailure): Tally {
  if (failure.kind !== 'cut') {
    const silences = tally.silences + (failure.kind === 'silence' ? 1 : 0)
    return { ...tally, failures: tally.failures + 1, silences, contents: tally.contents + (failure.kind === 'content' ? 1 : 0) }
  }
  if (failure.newBytes >= FAR_BYTES) return { ...NO_FAILURES, contents: tally.contents, askedWaitMs: tally.askedWaitMs }
  return { ...tally, cuts: tally.cuts + 1, silences: tally.silences + (isSilent(failure.code) ? 1 : 0) }
}

/**
 * Whether a failed attempt is worth another, and after how long; `tally` counts it already. Exponential backoff from 250 ms with
 * jitter in its upper half, up to 8 s. A wait that the server asks for is granted up to two minutes in all. After silence nothing more
 * is waited for. `budgetLeft`: retries left for the whole run, because one broken host must not cost attempts × files.
 */
export function decideRetry(failure: RequestFailure, tally: Tally, facts: { readonly limits: RetryLimits; readonly budgetLeft: number; readonly random: number }): RetryDecision {
  if (facts.budgetLeft <= 0 || !isAllowed(failure, tally, facts.limits)) return { kind: 'give-up' }
  if (failure.kind === 'status' && failure.retryAfterMs !== undefined) {
    return tally.askedWaitMs + failure.retryAfterMs > MAX_ASKED_WAIT_MS ? { kind: 'give-up' } : { kind: 'retry', afterMs: failure.retryAfterMs }
  }
  const isWaitedFor = failure.kind === 'silence' || (failure.kind === 'cut' && isSilent(failure.code))
  if (isWaitedFor) return { kind: 'retry', afterMs: 0 }
  const ceilingMs = Math.min(MAX_BACKOFF_MS, 250 * 2 ** Math.max(0, tally.failures + tally.cuts - 1))
  return { kind: 'retry', afterMs: ceilingMs * (0.5 + facts.random / 2) }
}

function isAllowed(failure: RequestFailure, tally: Tally, { retries, resumeRetries }: RetryLimits): boolean {
  switch (failure.kind) {
    case 'status':
      return PASSING_STATUS.has(failure.status) && tally.failures <= retries
    case 'connection':
      return tally.failures <= (STUBBORN.has(failure.code) ? Math.min(1, retries) : retries)
    case 'silence':
      return isSilenceAllowed(failure.code, tally, retries)
    case 'cut':
      return tally.cuts <= resumeRetries && tally.silences <= MAX_SILENCES
    case 'content':
      return tally.contents <= Math.min(1, retries)
    case 'proxy':
      return PASSING_STATUS.has(failure.status) && tally.failures <= retries
    case 'certificate':
    case 'tls':
      return false
  }
}

/** An answer that never began was asked for on two connections (hedge.ts) and waited for long enough. */
function isSilenceAllowed(code: string, tally: Tally, retries: number): boolean {
  if (code === 'UND_ERR_HEADERS_TIMEOUT') return false
  if (isSilent(code)) return tally.silences <= MAX_SILENCES && tally.failures <= retries
  return tally.failures <= Math.min(1, retries)
}

function isSilent(code: string): boolean {
  return code === 'UND_ERR_BODY_TIMEOUT'
}

/** `Retry-After` in milliseconds: delta-seconds or an HTTP date (RFC 9110 §10.2.3). */
export function parseRetryAfter(value: string | undefined, nowMs: number): number | undefined {
  if (value === undefined) return undefined
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000
  const dateMs = Date.parse(value)
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs)
}
