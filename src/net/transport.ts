import type { ProxyFinder } from './proxies.ts'
import type { Timeouts } from './timeouts.ts'
import type { TrustSettings } from './trust.ts'

/** One HTTP exchange without redirects, retries or credentials: everything above it is policy. */
export interface Transport {
  /** Throws what Node and undici throw; `failures.ts` sorts it. */
  exchange(url: URL, options: ExchangeOptions): Promise<Exchange>
  /** How a URL is reached, for messages: the proxy, or undefined for a direct connection. */
  proxyFor: ProxyFinder
  /** Evidence about a certificate that was refused: the chain that was shown, the stores that were read. */
  explainRefusal(url: URL): Promise<readonly string[]>
  close(): Promise<void>
}

/** What a transport does once its client is loaded. */
export type Connections = Omit<Transport, 'proxyFor'>

/** One GET request, without its URL. */
export interface ExchangeOptions {
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  /** Silence within the answer after which it counts as broken. */
  readonly bodySilenceMs: number
  /** On a connection of its own: kept ones may be dead. */
  readonly fresh?: boolean
  /** Ends this exchange alone. */
  readonly cancelled?: AbortSignal
  /** Hears when the whole of the answer has come, how long that took since its request went out. */
  readonly onReceived?: (received: Wait & { readonly bytes: number }) => void
}

/** The answer to one request, whatever it says. */
export interface Exchange {
  readonly status: number
  /** From when the request went out, on a connection that was ready, to the answer's head. */
  readonly wait: Wait
  /** Lower-case names; repeated headers joined with a comma. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: AsyncIterable<Buffer> & { discard(): void }
}

/** How long something was waited for, in milliseconds. */
export interface Wait {
  readonly waitMs: number
  /** Of it, in which the thread had nothing else to do: so long at least it was not there. */
  readonly idleMs: number
}

/** How servers are reached. */
export interface TransportSettings {
  readonly timeouts: Timeouts
  readonly trust: TrustSettings
  readonly trustedHosts: readonly string[]
  readonly proxyFor: ProxyFinder
}

/** Loads what the first exchange needs, for who has nothing else to do meanwhile. */
export function preloadTransport(): void {
  import('./connections.ts').catch(() => undefined)
}

/** The program's HTTP client is loaded with the first exchange: many runs have none. */
export function openTransport(settings: TransportSettings): Transport {
  let opening: Promise<Connections> | undefined
  const connections = (): Promise<Connections> => (opening ??= import('./connections.ts').then(({ openConnections }) => openConnections(settings)))
  return {
    proxyFor: settings.proxyFor,
    exchange: async (url, options) => (await connections()).exchange(url, options),
    explainRefusal: async (url) => (await connections()).explainRefusal(url),
    close: async () => (await opening)?.close(),
  }
}
