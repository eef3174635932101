import { readFileSync } from 'node:fs'
import { rootCertificates } from 'node:tls'
import type { Agent as AgentOptionsHolder, Dispatcher } from 'undici'
import Agent from 'undici/lib/dispatcher/agent.js'
import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js'
import request from 'undici/lib/api/api-request.js'

/** One HTTP exchange without redirects, retries or credentials: everything above it is policy. */
export interface Transport {
  exchange(url: URL, options: ExchangeOptions): Promise<Exchange>
  close(): Promise<void>
}

export interface ExchangeOptions {
  readonly method?: 'GET' | 'HEAD'
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

export interface Exchange {
  readonly status: number
  /** Lower-case names; repeated headers joined with a comma. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: AsyncIterable<Buffer> & { discard(): void }
}

export interface TransportSettings {
  readonly timeoutMs: number
  /** Idle time after which a silent answer counts as broken. */
  readonly idleTimeoutMs: number
  readonly certFile: string | undefined
  readonly clientCertFile: string | undefined
  readonly trustedHosts: readonly string[]
  /** The proxy to use for a URL, credentials included, or undefined for a direct connection. */
  readonly proxyFor: (url: URL) => string | undefined
}

/** Connections through undici: keep-alive pools per origin, TLS options by host, proxies by URL. */
export function openTransport(settings: TransportSettings): Transport {
  const dispatchers = new Map<string, Dispatcher>()
  const dispatcherFor = (url: URL): Dispatcher => {
    const proxy = settings.proxyFor(url)
    const trusted = isTrusted(url, settings.trustedHosts)
    const key = `${proxy ?? ''} ${trusted}`
    const known = dispatchers.get(key)
    if (known !== undefined) return known
    const made = makeDispatcher(settings, proxy, trusted)
    dispatchers.set(key, made)
    return made
  }
  return {
    exchange: async (url, options) => {
      const answer = await request.call(dispatcherFor(url), {
        origin: url.origin,
        path: url.pathname + url.search,
        method: options.method ?? 'GET',
        headers: options.headers,
        signal: options.signal,
      })
      return { status: answer.statusCode, headers: flattenHeaders(answer.headers), body: withDiscard(answer.body) }
    },
    close: async () => {
      await Promise.all([...dispatchers.values()].map((dispatcher) => dispatcher.destroy()))
    },
  }
}

/** Bytes of an unwanted answer worth reading to keep its connection; beyond them a new connection is cheaper. */
const DISCARD_LIMIT_BYTES = 64 << 10

function withDiscard(body: Dispatcher.ResponseData['body']): Exchange['body'] {
  body.on('error', () => undefined)
  const discard = (): void => void body.dump({ limit: DISCARD_LIMIT_BYTES }).catch(() => undefined)
  return Object.assign(body, { discard })
}

function makeDispatcher(settings: TransportSettings, proxy: string | undefined, trusted: boolean): Dispatcher {
  const tls = tlsOptions(settings, trusted)
  const options: AgentOptionsHolder.Options = {
    connect: { timeout: Math.min(settings.timeoutMs, 10_000), ...tls },
    headersTimeout: settings.timeoutMs,
    bodyTimeout: settings.idleTimeoutMs,
    keepAliveTimeout: 30_000,
    autoSelectFamily: true,
  }
  return proxy === undefined ? new Agent(options) : new ProxyAgent({ ...options, uri: proxy, requestTls: tls, proxyTls: tls })
}

interface TlsOptions {
  readonly ca?: string[]
  readonly cert?: string
  readonly key?: string
  readonly rejectUnauthorized?: boolean
}

/** pip's `--cert` replaces the default stores; a client certificate file holds certificate and key. */
function tlsOptions(settings: TransportSettings, trusted: boolean): TlsOptions {
  const client = settings.clientCertFile === undefined ? undefined : readFileSync(settings.clientCertFile, 'utf8')
  return {
    ...(settings.certFile === undefined ? {} : { ca: [readFileSync(settings.certFile, 'utf8')] }),
    ...(client === undefined ? {} : { cert: client, key: client }),
    ...(trusted ? { rejectUnauthorized: false } : {}),
  }
}

/** The certificate stores a TLS error should name. */
export function describeTrust(settings: Pick<TransportSettings, 'certFile'>): string {
  return settings.certFile ?? `Node's ${rootCertificates.length} built-in roots and NODE_EXTRA_CA_CERTS`
}

/** `host`, `host:port` or `*` as pip's --trusted-host; a host without port trusts every port. */
function isTrusted(url: URL, trustedHosts: readonly string[]): boolean {
  return trustedHosts.some((trusted) => trusted === url.hostname || trusted === url.host)
}

function flattenHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = typeof value === 'string' ? value : value.join(', ')
  }
  return flat
}
