/** What went wrong with one attempt at a request, reduced to what the retry decision needs. */
export type RequestFailure =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterMs: number | undefined }
  /** The connection failed or broke before the whole answer was here. `code` is Node's or undici's. */
  | { readonly kind: 'connection'; readonly code: string }
  /** The server's certificate was not accepted. */
  | { readonly kind: 'certificate'; readonly code: string }
  /** The whole file arrived and has the wrong hash. */
  | { readonly kind: 'wrong-hash' }

export interface RetryFacts {
  /** Attempts made at this request so far, the failed one included. */
  readonly attempts: number
  readonly maxAttempts: number
  /** Retries left for the whole run: one broken host must not cost attempts × files. */
  readonly budgetLeft: number
  /** In [0, 1); injected so that the decision is a function of data. */
  readonly random: number
}

export type RetryDecision = { readonly kind: 'retry'; readonly afterMs: number } | { readonly kind: 'give-up' }

const PASSING_STATUS = new Set([408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 524])

/** Whether a status says that the same request may be answered differently in a moment. */
export function isPassing(status: number): boolean {
  return PASSING_STATUS.has(status)
}

/** Name resolution and refused connections rarely change within seconds; one more try covers a restarting server. */
const STUBBORN_CODES = new Set(['ENOTFOUND', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH'])
const MAX_BACKOFF_MS = 8_000
const MAX_RETRY_AFTER_MS = 30_000

/**
 * Whether a failed attempt is worth another, and after how long. Exponential backoff from 250 ms with full jitter in the
 * upper half; a server's Retry-After is honoured up to 30 s, and a longer one ends the request.
 */
export function decideRetry(failure: RequestFailure, facts: RetryFacts): RetryDecision {
  const limit = attemptLimit(failure, facts.maxAttempts)
  if (facts.attempts >= limit || facts.budgetLeft <= 0) return { kind: 'give-up' }
  if (failure.kind === 'status' && failure.retryAfterMs !== undefined) {
    return failure.retryAfterMs > MAX_RETRY_AFTER_MS ? { kind: 'give-up' } : { kind: 'retry', afterMs: failure.retryAfterMs }
  }
  const ceilingMs = Math.min(MAX_BACKOFF_MS, 250 * 2 ** (facts.attempts - 1))
  return { kind: 'retry', afterMs: ceilingMs * (0.5 + facts.random / 2) }
}

function attemptLimit(failure: RequestFailure, maxAttempts: number): number {
  switch (failure.kind) {
    case 'status':
      return PASSING_STATUS.has(failure.status) ? maxAttempts : 1
    case 'connection':
      return STUBBORN_CODES.has(failure.code) ? Math.min(2, maxAttempts) : maxAttempts
    case 'certificate':
      return 1
    case 'wrong-hash':
      return Math.min(2, maxAttempts)
  }
}

/** `Retry-After` in milliseconds: delta-seconds or an HTTP date (RFC 9110 §10.2.3). */
export function parseRetryAfter(value: string | undefined, nowMs: number): number | undefined {
  if (value === undefined) return undefined
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000
  const dateMs = Date.parse(value)
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs)
}

const CERTIFICATE_CODES = /^(CERT_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|UNABLE_TO_|ERR_TLS_|HOSTNAME_MISMATCH|INVALID_CA|ERR_SSL_|ERR_OSSL)/

/** Sorts a thrown error into a failure class by its code; undefined for errors that are not the network's (bugs, aborts). */
export function classifyError(error: unknown): RequestFailure | undefined {
  for (let current = error, depth = 0; typeof current === 'object' && current !== null && depth < 4; depth += 1) {
    const code = (current as { code?: unknown }).code
    if (typeof code === 'string') {
      if (CERTIFICATE_CODES.test(code)) return { kind: 'certificate', code }
      if (CONNECTION_CODES.has(code)) return { kind: 'connection', code }
    }
    const errors = (current as { errors?: unknown }).errors
    current = (current as { cause?: unknown }).cause ?? (Array.isArray(errors) ? errors[0] : undefined)
  }
  return undefined
}

const CONNECTION_CODES = new Set([
  'ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EHOSTUNREACH', 'ENETUNREACH',
  'ENETDOWN', 'EPROTO', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_CLOSED',
  'UND_ERR_DESTROYED', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'UND_ERR_RESPONSE', 'UND_ERR_INFO', 'HPE_INVALID_CONSTANT', 'HPE_INVALID_EOF_STATE',
  'UND_ERR_PRX_TLS', 'BODY_CUT', 'Z_BUF_ERROR', 'Z_DATA_ERROR',
])
