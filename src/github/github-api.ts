import type { Clock } from '../kernel/clock.ts'
import { parseRetryAfter } from '../net/retry.ts'

/** GitHub's REST interface, and with what right. */
export interface ApiPlace {
  /** `https://api.github.com`, or that of an enterprise server. */
  readonly apiUrl: string
  readonly token: string
  readonly clock: Clock
}

/** What GitHub said to one request. */
export interface ApiAnswer {
  readonly status: number
  /** Parsed JSON; undefined where there is none. */
  readonly body: unknown
}

interface ApiRequest {
  readonly method: string
  readonly body?: object
}

const TIMEOUT_MS = 15_000
const MAX_TRIES = 3
/** Without word of how long, GitHub asks for a minute. */
const USUAL_WAIT_MS = 60_000
/** Nobody waits longer for a comment. */
const LONGEST_WAIT_MS = 60_000

/**
 * One request, made again after the wait that a limit of requests asks for. Rejects where nothing answers, and where the limit
 * lasts longer.
 */
export async function askGithub({ apiUrl, token, clock }: ApiPlace, path: string, { method, body }: ApiRequest): Promise<ApiAnswer> {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json', 'content-type': 'application/json', 'x-github-api-version': '2022-11-28', 'user-agent': 'parallel-pip' }
  for (let tries = 1; ; tries += 1) {
    const answer = await fetch(`${apiUrl}/${path}`, { method, headers, signal: AbortSignal.timeout(TIMEOUT_MS), ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    const text = await answer.text()
    const waitMs = limitWaitMs({ status: answer.status, header: (name) => answer.headers.get(name) ?? undefined, text }, clock.nowMs())
    if (waitMs === undefined) return { status: answer.status, body: parsed(text) }
    if (tries === MAX_TRIES || waitMs > LONGEST_WAIT_MS) throw new Error(`GitHub's limit of requests is reached, for another ${Math.ceil(waitMs / 1000)} s`)
    await clock.sleep(waitMs)
  }
}

interface Refusal {
  readonly status: number
  readonly header: (name: string) => string | undefined
  readonly text: string
}

/**
 * How long to wait where a limit of requests is why there is no answer; undefined: it is not. A refusal for want of rights has
 * the same status (docs.github.com, "Rate limits for the REST API").
 */
export function limitWaitMs({ status, header, text }: Refusal, nowMs: number): number | undefined {
  if (status !== 403 && status !== 429) return undefined
  const afterMs = parseRetryAfter(header('retry-after'), nowMs)
  if (afterMs !== undefined) return afterMs
  const resetMs = Number(header('x-ratelimit-reset') ?? NaN) * 1000
  if (header('x-ratelimit-remaining') === '0' && Number.isFinite(resetMs)) return Math.max(1000, resetMs - nowMs)
  return status === 429 || /rate limit/i.test(text) ? USUAL_WAIT_MS : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
