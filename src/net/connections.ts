import type { LookupFunction } from 'node:net'
import type { Agent, Dispatcher } from 'undici'
import buildConnector from 'undici/lib/core/connect.js'
import Pool from 'undici/lib/dispatcher/pool.js'
import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js'
import connect from 'undici/lib/api/api-connect.js'
import { chainLines, readChain } from './certificate-chain.ts'
import { ConnectionPool } from './connection-pool.ts'
import { dispatch, type Dispatches } from './dispatch.ts'
import { classifyError, isUnknownIssuer } from './failures.ts'
import { sharedLookup } from './host-lookup.ts'
import { proxyAuthorization } from './proxies.ts'
import { makeSocksSilent } from './socks-warning.ts'
import type { Timeouts } from './timeouts.ts'
import type { Connections, Exchange, ExchangeOptions, TransportSettings } from './transport.ts'
import { openTrust, type Trust } from './trust.ts'

/** Connections through undici's clients: keep-alive pools per origin, TLS by host and by what is trusted so far, proxies by URL. */
export function openConnections(settings: TransportSettings): Connections {
  const trust = openTrust(settings.trust)
  const lookup = sharedLookup()
  const dispatchers = new Map<string, Dispatches>()
  const dispatcherFor = (route: Route): Dispatches => {
    const key = [route.proxy ?? '', route.origin, route.isTrusted, route.isSecure ? trust.level : '', route.fresh].join(' ')
    const known = dispatchers.get(key)
    if (known !== undefined) return known
    const made = makeDispatcher({ timeouts: settings.timeouts, trust, lookup }, route)
    dispatchers.set(key, made)
    return made
  }
  return {
    exchange: async (url, options) => {
      const route = routeOf(url, settings, options.fresh ?? false)
      for (;;) {
        const { level } = trust
        try {
          return await exchange(dispatcherFor(route), url, options, settings.timeouts)
        } catch (error) {
          const failure = classifyError(error)
          if (failure?.kind !== 'certificate' || !isUnknownIssuer(failure) || !trust.widen(level)) throw error
        }
      }
    },
    explainRefusal: async (url) => [...chainLines(await readChain(url, settings.proxyFor(url))), `checked against: ${trust.describe().join(', ')}`],
    close: async () => {
      await Promise.all([...dispatchers.values()].map((dispatcher) => dispatcher.destroy()))
    },
  }
}

/** What connections to a URL have in common with others. */
interface Route {
  readonly origin: string
  readonly proxy: string | undefined
  /** Certificates are not verified. */
  readonly isTrusted: boolean
  /** TLS takes part, towards the host or the proxy. */
  readonly isSecure: boolean
  readonly fresh: boolean
}

function routeOf(url: URL, { proxyFor, trustedHosts }: TransportSettings, fresh: boolean): Route {
  const proxy = proxyFor(url)
  return { origin: url.origin, proxy, isTrusted: isTrusted(url, trustedHosts), isSecure: url.protocol === 'https:' || proxy?.startsWith('https:') === true, fresh }
}

function exchange(dispatcher: Dispatches, url: URL, { headers, signal, cancelled, bodySilenceMs, onReceived }: ExchangeOptions, { headersMs }: Timeouts): Promise<Exchange> {
  const request = { origin: url.origin, path: url.pathname + url.search, method: 'GET', headers, headersTimeout: headersMs, bodyTimeout: bodySilenceMs }
  return dispatch(dispatcher, request, { signals: cancelled === undefined ? [signal] : [signal, cancelled], onReceived })
}

/**
 * Time until an address of several is given up for the next (RFC 8305 says 250 ms, which a slow line needs for itself). Hosts whose
 * IPv6 leads nowhere cost this once per connection; those that refuse cost nothing.
 */
const NEXT_ADDRESS_MS = 500

interface Means {
  readonly timeouts: Timeouts
  readonly trust: Trust
  readonly lookup: LookupFunction
}

function makeDispatcher({ timeouts, trust, lookup }: Means, route: Route): Dispatches {
  const reach = { timeout: timeouts.connectMs, autoSelectFamily: true, autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_MS, lookup }
  const tls = (verified: boolean): object =>
    route.isSecure ? { ...reach, secureContext: verified ? trust.context() : trust.unverified(), rejectUnauthorized: verified } : reach
  const requestTls = tls(!route.isTrusted)
  const client = { keepAliveTimeout: 30_000, pipelining: route.fresh ? 0 : 1 }
  if (route.proxy === undefined) return new ConnectionPool(route.origin, { connect: buildConnector(requestTls), client })
  const options: Agent.Options = { ...client, connect: requestTls }
  const proxy = new URL(route.proxy)
  const token = proxyAuthorization(proxy)
  const isSocks = proxy.protocol === 'socks5:'
  if (isSocks) makeSocksSilent(proxy.href)
  const pool = (origin: string | URL, own: object): Dispatcher => new Pool(origin, { headersTimeout: timeouts.headersMs, ...own })
  return new ProxyAgent({
    ...options,
    uri: isSocks ? proxy.href : withoutUserinfo(proxy),
    ...(token === undefined || isSocks ? {} : { token }),
    requestTls,
    proxyTls: tls(true),
    // Plain http goes to the proxy as it is (RFC 9112 §3.2.2): many refuse to tunnel to port 80.
    proxyTunnel: isSocks,
    factory: (origin, own) => pool(origin, { ...options, ...own }),
    // undici's index would have given pools this method, by which tunnels are asked for.
    clientFactory: (origin, own) => Object.assign(pool(origin, own), { connect }),
  })
}

function withoutUserinfo(proxy: URL): string {
  const bare = new URL(proxy)
  bare.username = ''
  bare.password = ''
  return bare.href
}

/** `host` or `host:port` as pip's --trusted-host; a host without port trusts every port. */
function isTrusted(url: URL, trustedHosts: readonly string[]): boolean {
  return trustedHosts.some((trusted) => trusted === url.hostname || trusted === url.host)
}
