import type { Clock } from '../kernel/clock.ts'
import type { Urgency } from '../kernel/limiter.ts'
import type { EventBus } from '../kernel/events.ts'
import { messageOf, UserError } from '../kernel/errors.ts'
import { seconds } from '../kernel/seconds.ts'
import { redactUrl } from '../kernel/secrets.ts'
import type { CredentialFinder } from './credentials.ts'
import { AttemptFailed, classifyError, type RequestFailure } from './failures.ts'
import { followRedirects } from './follow.ts'
import { exchangeHedged } from './hedge.ts'
import type { Origins, Place } from './origins.ts'
import { countFailure, decideRetry, isPassing, NO_FAILURES, parseRetryAfter, type RetryLimits, type Tally } from './retry.ts'
import { bodySilenceMs, type Timeouts } from './timeouts.ts'
import type { Exchange, Transport } from './transport.ts'
import { unreachableError, type LastFailure } from './unreachable.ts'

/** An answer after redirects, for whoever asked; its body is read once, or discarded. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** The URL that answered, after redirects, without credentials. */
  readonly url: string
  readonly body: Exchange['body']
  /** Whether credentials of ours went with the request that was answered. */
  readonly authenticated: boolean
}

/** A GET request, but for its URL. */
export interface HttpRequest {
  /** Asked anew for each attempt, so that a resumed download can say from where. */
  readonly headers?: () => Readonly<Record<string, string>>
  readonly signal: AbortSignal
  /** Speculative requests wait behind urgent ones. Default: urgent. */
  readonly urgent?: Urgency
  /** A file to keep, not an answer that something else waits for. Default: no. */
  readonly isBulk?: boolean
  /** Told when a place within the limits is free and the request goes out, once per attempt. */
  readonly onPlace?: () => void
}

/** Requests with limits, retries, redirects and credentials. */
export interface HttpClient {
  /**
   * Requests `url` and hands the answer to `use`, which reads the body; a place in the concurrency limits is held until it
   * returns. Redirects are followed, credentials are found per origin, and failures that may pass are retried; `use` runs
   * once per attempt that got an answer, and may throw `AttemptFailed`. Throws `UserError` index-unreachable with the last failure
   * when retries end.
   */
  request<T>(url: string, request: HttpRequest, use: (answer: HttpAnswer) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** What a client works with. */
export interface ClientParts {
  readonly transport: Transport
  readonly timeouts: Timeouts
  readonly origins: Origins
  readonly credentials: CredentialFinder
  readonly trustedHosts: readonly string[]
  readonly events: EventBus
  readonly clock: Clock
  readonly userAgent: string
  readonly retryLimits: RetryLimits
  /** Retries and second questions of the whole run. */
  readonly retryBudget: number
  readonly random: () => number
}

/** What all requests of a client share. */
interface Shared extends ClientParts {
  budgetLeft: number
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

/** The client of a run: requests with credentials, redirects, retries and the limits of their origins (docs/network.md). */
export function makeHttpClient(parts: ClientParts): HttpClient {
  const shared: Shared = { ...parts, budgetLeft: parts.retryBudget }
  return {
    request: (url, wanted, use) => requestWithRetries(shared, { url, wanted, use }),
    close: () => parts.transport.close(),
  }
}

interface Asked<T> {
  readonly url: string
  readonly wanted: HttpRequest
  readonly use: (answer: HttpAnswer) => Promise<T>
}

async function requestWithRetries<T>(shared: Shared, asked: Asked<T>): Promise<T> {
  const { clock, events } = shared
  const startedMs = clock.nowMs()
  let tally: Tally = NO_FAILURES
  for (let attempts = 1; ; attempts += 1) {
    const outcome = await attempt(shared, asked, tally)
    if (outcome.kind === 'done') return outcome.value
    tally = countFailure(tally, outcome.failure)
    const decision = decideRetry(outcome.failure, tally, { limits: shared.retryLimits, budgetLeft: shared.budgetLeft, random: shared.random() })
    if (decision.kind === 'give-up') {
      throw await unreachableError(asked.url, outcome, { attempts, waitedMs: clock.nowMs() - startedMs, budgetUsedUp: shared.budgetLeft <= 0 }, shared.transport)
    }
    const label = redactUrl(asked.url)
    shared.budgetLeft -= 1
    events.count('retries', 1, label)
    noteWait(shared, label, outcome, decision.afterMs)
    await clock.sleep(decision.afterMs, asked.wanted.signal)
    if (outcome.failure.kind === 'status' && outcome.failure.retryAfterMs !== undefined) tally = { ...tally, askedWaitMs: tally.askedWaitMs + decision.afterMs }
    events.delayed({ startMs: outcome.lostSinceMs, endMs: clock.nowMs() })
  }
}

/** Waits that somebody might wonder about are said aloud. */
function noteWait({ events }: Shared, label: string, { message }: LastFailure, afterMs: number): void {
  const level = afterMs > 5_000 ? 'info' : 'debug'
  events.notice(level, `${label}: ${message}; trying again ${afterMs === 0 ? 'at once' : `in ${seconds(afterMs)}`}`)
}

type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** `lostSinceMs`: from when on the attempt brought nothing. */
  | ({ readonly kind: 'failed'; readonly lostSinceMs: number } & LastFailure)

async function attempt<T>(shared: Shared, asked: Asked<T>, tally: Tally): Promise<Outcome<T>> {
  const origin = URL.parse(asked.url)?.origin ?? asked.url
  const { wanted } = asked
  return shared.origins.run(origin, (place) => attemptInPlace(shared, asked, tally, place), { signal: wanted.signal, urgent: wanted.urgent ?? true, isBulk: wanted.isBulk ?? false })
}

async function attemptInPlace<T>(shared: Shared, asked: Asked<T>, tally: Tally, place: Place): Promise<Outcome<T>> {
  const { wanted } = asked
  const { clock } = shared
  const startedMs = clock.nowMs()
  let url = asked.url
  wanted.onPlace?.()
  try {
    const answer = await follow(shared, asked, tally, (next) => (url = next))
    const refused = retriableStatus(answer, clock.nowMs())
    if (refused === undefined) {
      place.answered()
      const value = await asked.use(answer)
      place.succeeded()
      return { kind: 'done', value }
    }
    answer.body.discard()
    if (refused.status === 429 || refused.status === 503) place.pushedBack(refused.retryAfterMs === undefined ? undefined : clock.nowMs() + refused.retryAfterMs)
    return { kind: 'failed', failure: refused, message: `answered ${refused.status}`, url, lostSinceMs: startedMs }
  } catch (error) {
    wanted.signal.throwIfAborted()
    const failure = error instanceof AttemptFailed ? error.failure : classifyError(error)
    if (failure === undefined) throw error
    if (failure.kind === 'connection' || failure.kind === 'silence') place.pushedBack()
    const wasUseful = failure.kind === 'cut' && failure.newBytes > 0
    const silentMs = wasUseful && failure.code === 'UND_ERR_BODY_TIMEOUT' ? bodySilenceMs(shared.timeouts, tally.silences) : 0
    return { kind: 'failed', failure, message: messageOf(error), error, url, lostSinceMs: wasUseful ? clock.nowMs() - silentMs : startedMs }
  }
}

function follow<T>(shared: Shared, { url, wanted }: Asked<T>, tally: Tally, onExchange: (url: string) => void): Promise<HttpAnswer> {
  const { transport, timeouts, credentials, trustedHosts } = shared
  const headers = { 'user-agent': shared.userAgent, ...wanted.headers?.() }
  const options = { signal: wanted.signal, bodySilenceMs: bodySilenceMs(timeouts, tally.silences), onReceived: shared.events.received.bind(shared.events) }
  const mayAsk = (): boolean => shared.retryLimits.retries > 0 && shared.budgetLeft > 0
  const onAsk = (asked: URL): void => {
    shared.budgetLeft -= 1
    shared.events.count('retries', 1, redactUrl(asked.href))
    shared.events.notice('debug', `${redactUrl(asked.href)}: no answer for ${seconds(timeouts.hedgeMs)}; asking on another connection too`)
  }
  return followRedirects(url, {
    credentials,
    trustedHosts,
    headers,
    exchange: async (next, own) => {
      onExchange(next.href)
      const startMs = shared.clock.nowMs()
      const onWon = (): void => shared.events.delayed({ startMs, endMs: startMs + timeouts.hedgeMs })
      const exchange = await exchangeHedged(transport, next, { ...options, headers: own }, { afterMs: timeouts.hedgeMs, mayAsk, onAsk: () => onAsk(next), onWon })
      shared.events.answered(exchange.wait)
      return exchange
    },
  })
}

function retriableStatus(answer: HttpAnswer, nowMs: number): Extract<RequestFailure, { kind: 'status' }> | undefined {
  const { status } = answer
  if (!isPassing(status)) return undefined
  return { kind: 'status', status, retryAfterMs: parseRetryAfter(answer.headers['retry-after'], nowMs) }
}
