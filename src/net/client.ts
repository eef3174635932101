import type { Clock } from '../kernel/clock.ts'
import type { Urgency } from '../kernel/limiter.ts'
import type { EventBus } from '../kernel/events.ts'
import { UserError, messageOf } from '../kernel/errors.ts'
import { redactUrl } from '../kernel/secrets.ts'
import { basicAuthorization, withoutUserinfo, type CredentialFinder, type Credentials } from './credentials.ts'
import type { Origins } from './origins.ts'
import { classifyError, decideRetry, isPassing, parseRetryAfter, type RequestFailure } from './retry.ts'
import type { Exchange, Transport } from './transport.ts'

export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** The URL that answered, after redirects, without credentials. */
  readonly url: string
  readonly body: Exchange['body']
  /** Whether credentials of ours went with the request that was answered. */
  readonly authenticated: boolean
}

export interface HttpRequest {
  readonly method?: 'GET' | 'HEAD'
  /** Asked anew for each attempt, so that a resumed download can say from where. */
  readonly headers?: () => Readonly<Record<string, string>>
  readonly signal: AbortSignal
  /** Speculative requests wait behind urgent ones. Default: urgent. */
  readonly urgent?: Urgency
  /** Told when a place within the limits is free and the request goes out, once per attempt. */
  readonly onPlace?: () => void
}

/** Thrown by a consumer of a body to have the attempt counted as failed and decided upon like a broken connection. */
export class AttemptFailed extends Error {
  readonly failure: RequestFailure
  constructor(failure: RequestFailure, message: string) {
    super(message)
    this.failure = failure
  }
}

export interface HttpClient {
  /**
   * Requests `url` and hands the answer to `use`, which reads the body; a place in the concurrency limits is held until it
   * returns. Redirects are followed, credentials are found per origin, and failures that may pass are retried; `use` runs
   * once per attempt that got an answer. Throws `UserError` index-unreachable with the last failure when retries end.
   */
  request<T>(url: string, request: HttpRequest, use: (answer: HttpAnswer) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface ClientParts {
  readonly transport: Transport
  readonly origins: Origins
  readonly credentials: CredentialFinder
  readonly events: EventBus
  readonly clock: Clock
  readonly userAgent: string
  readonly maxAttempts: number
  readonly retryBudget: number
  readonly trust: string
  readonly random: () => number
}

const MAX_REDIRECTS = 10
const REDIRECTS = new Set([301, 302, 303, 307, 308])

export function makeHttpClient(parts: ClientParts): HttpClient {
  let budgetLeft = parts.retryBudget
  const request = async <T>(url: string, wanted: HttpRequest, use: (answer: HttpAnswer) => Promise<T>): Promise<T> => {
    const startedMs = parts.clock.nowMs()
    for (let attempts = 1; ; attempts += 1) {
      const outcome = await attempt(parts, url, wanted, use)
      if (outcome.kind === 'done') return outcome.value
      const decision = decideRetry(outcome.failure, { attempts, maxAttempts: parts.maxAttempts, budgetLeft, random: parts.random() })
      const waitedMs = parts.clock.nowMs() - startedMs
      if (decision.kind === 'give-up') throw unreachableError(parts, url, outcome, { attempts, waitedMs })
      budgetLeft -= 1
      parts.events.count('retries', 1, redactUrl(url))
      parts.events.notice('debug', `${redactUrl(url)}: ${outcome.message}; trying again in ${Math.round(decision.afterMs)} ms`)
      await parts.clock.sleep(decision.afterMs, wanted.signal)
      parts.events.count('retry-wait-ms', decision.afterMs)
    }
  }
  return { request, close: () => parts.transport.close() }
}

/** A client that refuses: with --offline no request leaves. */
export function offlineClient(): HttpClient {
  return {
    request: (url) =>
      Promise.reject(new UserError('index-unreachable', `${redactUrl(url)} would have to be fetched, and --offline allows no request`, {
        hint: 'leave out --offline once, so that it is kept for later',
      })),
    close: () => Promise.resolve(),
  }
}

type AttemptOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: RequestFailure; readonly message: string; readonly error?: unknown }

async function attempt<T>(parts: ClientParts, url: string, wanted: HttpRequest, use: (answer: HttpAnswer) => Promise<T>): Promise<AttemptOutcome<T>> {
  const origin = originOf(url)
  const options = { signal: wanted.signal, urgent: wanted.urgent ?? true }
  try {
    return await parts.origins.run(origin, async () => {
      wanted.onPlace?.()
      const answer = await followRedirects(parts, url, wanted)
      const refused = retriableStatus(answer, parts.clock.nowMs())
      if (refused === undefined) {
        const value = await use(answer)
        parts.origins.succeeded(origin)
        return { kind: 'done', value }
      }
      answer.body.discard()
      if (answer.status === 429 || answer.status === 503) parts.origins.pushedBack(origin)
      return { kind: 'failed', failure: refused, message: `answered ${answer.status}` }
    }, options)
  } catch (error) {
    wanted.signal.throwIfAborted()
    const failure = error instanceof AttemptFailed ? error.failure : classifyError(error)
    if (failure === undefined) throw error
    if (failure.kind === 'connection') parts.origins.pushedBack(origin)
    return { kind: 'failed', failure, message: messageOf(error), error }
  }
}

function retriableStatus(answer: HttpAnswer, nowMs: number): RequestFailure | undefined {
  const { status } = answer
  if (!isPassing(status)) return undefined
  return { kind: 'status', status, retryAfterMs: parseRetryAfter(answer.headers['retry-after'], nowMs) }
}

async function followRedirects(parts: ClientParts, start: string, wanted: HttpRequest): Promise<HttpAnswer> {
  let url = parseHttpUrl(start)
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const answer = await askAuthorized(parts, url, wanted)
    const location = REDIRECTS.has(answer.status) ? answer.headers['location'] : undefined
    if (location === undefined) return answer
    answer.body.discard()
    url = redirectTarget(url, location)
  }
  throw new UserError('index-answer', `${redactUrl(start)} redirects more than ${MAX_REDIRECTS} times`, {
    origin: { kind: 'index', url: redactUrl(start) },
    hint: 'the index, or a proxy or login page in front of it, redirects in a loop',
  })
}

/** One request with the credentials that are known for it, and after a 401 once more with those that can be found out. */
async function askAuthorized(parts: ClientParts, url: URL, wanted: HttpRequest): Promise<HttpAnswer> {
  const answer = await askOnce(parts, { url, credentials: parts.credentials.find(url) }, wanted)
  if (answer.status !== 401) return answer
  const recovered = await parts.credentials.recover(url)
  if (recovered === undefined) return answer
  answer.body.discard()
  return askOnce(parts, { url, credentials: recovered }, wanted)
}

async function askOnce(parts: ClientParts, { url, credentials }: { readonly url: URL; readonly credentials: Credentials | undefined }, wanted: HttpRequest): Promise<HttpAnswer> {
  const bare = withoutUserinfo(url)
  const headers = {
    'user-agent': parts.userAgent,
    ...wanted.headers?.(),
    ...(credentials === undefined ? {} : { authorization: basicAuthorization(credentials) }),
  }
  const exchange = await parts.transport.exchange(bare, { method: wanted.method ?? 'GET', headers, signal: wanted.signal })
  return { ...exchange, url: bare.href, authenticated: credentials !== undefined }
}

function redirectTarget(from: URL, location: string): URL {
  const target = URL.parse(location, from.href)
  if (target === null) throw new UserError('index-answer', `${redactUrl(from.href)} redirects to "${location}", which is not a URL`)
  if (from.protocol === 'https:' && target.protocol !== 'https:') {
    throw new UserError('index-answer', `${redactUrl(from.href)} redirects to ${redactUrl(target.href)}, which is not encrypted`, {
      hint: 'use the https form of the index URL, or a host that does not downgrade',
    })
  }
  if (target.hash === '') target.hash = from.hash
  return target
}

function parseHttpUrl(text: string): URL {
  const url = URL.parse(text)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new UserError('index-answer', `"${redactUrl(text)}" is not an http or https URL`)
  }
  return url
}

function originOf(url: string): string {
  return URL.parse(url)?.origin ?? url
}

function unreachableError(
  parts: ClientParts,
  url: string,
  outcome: { readonly failure: RequestFailure; readonly message: string; readonly error?: unknown },
  spent: { readonly attempts: number; readonly waitedMs: number },
): UserError {
  const tries = spent.attempts === 1 ? '' : ` after ${spent.attempts} attempts in ${(spent.waitedMs / 1000).toFixed(1)} s`
  const hint = failureHint(outcome.failure, parts.trust)
  return new UserError('index-unreachable', `could not read ${redactUrl(url)}${tries}: ${outcome.message}`, {
    origin: { kind: 'index', url: redactUrl(url) },
    ...(hint === undefined ? {} : { hint }),
    cause: outcome.error,
  })
}

function failureHint(failure: RequestFailure, trust: string): string | undefined {
  if (failure.kind === 'certificate') return `the certificate was checked against ${trust}; name another bundle with --cert (${failure.code})`
  if (failure.kind === 'connection' && failure.code === 'ENOTFOUND') return 'the host name cannot be resolved: check the URL, the DNS or the network'
  if (failure.kind === 'connection' && failure.code === 'ECONNREFUSED') return 'nothing listens there: check host, port and proxy'
  return undefined
}
