import { hostname } from 'node:os'
import { UserError } from '../kernel/errors.ts'
import { seconds } from '../kernel/seconds.ts'
import { redactUrl } from '../kernel/secrets.ts'
import type { RequestFailure } from './failures.ts'
import type { Transport } from './transport.ts'

/** The failure that a request was given up with. */
export interface LastFailure {
  readonly failure: RequestFailure
  readonly message: string
  readonly error?: unknown
  /** The URL of the exchange that failed: after redirects another one than was asked for. */
  readonly url: string
}

/** What was tried before giving up. */
export interface Spent {
  readonly attempts: number
  readonly waitedMs: number
  readonly budgetUsedUp: boolean
}

/** The error that ends a request: what was tried, what the last failure was, and what can be done about it. */
export async function unreachableError(url: string, last: LastFailure, spent: Spent, transport: Transport): Promise<UserError> {
  const { failure } = last
  const tries = spent.attempts === 1 ? (spent.waitedMs < 3000 ? '' : ` in ${seconds(spent.waitedMs)}`) : ` after ${spent.attempts} attempts in ${seconds(spent.waitedMs)}`
  const failed = URL.parse(last.url) ?? new URL(url)
  const proxy = transport.proxyFor(failed)
  const route = proxy === undefined ? '' : `, through the proxy ${redactUrl(proxy)}`
  const elsewhere = failed.href === new URL(url).href ? '' : ` (at ${redactUrl(failed.href)})`
  const details = failure.kind === 'certificate' ? await transport.explainRefusal(failed) : []
  const hint = failureHint(failure, { host: failed.hostname, proxy, isBudgetUsedUp: spent.budgetUsedUp })
  return new UserError('index-unreachable', `could not read ${redactUrl(url)}${tries}${route}: ${last.message}${elsewhere}`, {
    origin: { kind: 'index', url: redactUrl(url) },
    ...(hint === undefined ? {} : { hint }),
    details,
    cause: last.error,
  })
}

interface HintFacts {
  readonly host: string
  readonly proxy: string | undefined
  readonly isBudgetUsedUp: boolean
}

function failureHint(failure: RequestFailure, facts: HintFacts): string | undefined {
  const hint = hintFor(failure, facts)
  if (!facts.isBudgetUsedUp) return hint
  return `too many requests of this run had to be tried again${hint === undefined ? '' : `; ${hint}`}`
}

function hintFor(failure: RequestFailure, { host, proxy }: HintFacts): string | undefined {
  switch (failure.kind) {
    case 'certificate':
      return certificateHint(failure.code)
    case 'tls':
      return /CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE|BAD_CERTIFICATE/.test(failure.code)
        ? 'the server may want a certificate of yours: --client-cert'
        : 'no encryption could be agreed upon: is it https that is spoken at this port?'
    case 'connection':
    case 'silence':
      return reachHint(failure.code, proxy === undefined ? host : new URL(proxy).hostname)
    case 'proxy':
      return failure.status === 407 ? 'the proxy wants credentials: put them into the URL of --proxy or HTTPS_PROXY' : 'the proxy does not connect to this host: NO_PROXY names hosts to reach without it'
    case 'status':
      return failure.retryAfterMs === undefined ? undefined : `the server asks to wait for ${Math.ceil(failure.retryAfterMs / 1000)} s`
    case 'cut':
      return 'the download broke again and again; what was received is kept for the next run, unless --no-cache-dir is on'
    case 'content':
      return undefined
  }
}

function certificateHint(code: string): string {
  if (code === 'CERT_NOT_YET_VALID') return `the certificate is not valid yet by the clock of this machine, which says ${new Date().toISOString()}`
  if (code === 'CERT_HAS_EXPIRED') return `the certificate has expired by the clock of this machine, which says ${new Date().toISOString()}`
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'the certificate is for another name: check the host in the URL'
  return 'if the issuer is to be trusted, name a file with its certificate: --cert, PIP_CERT or SSL_CERT_FILE'
}

function reachHint(code: string, host: string): string | undefined {
  if (code === 'ENOTFOUND' || code === 'EAI_NONAME' || code === 'EAI_NODATA') return `the name ${host} cannot be resolved: check the URL, the DNS and the network of ${hostname()}`
  if (code.startsWith('EAI_')) return `the DNS of ${hostname()} does not answer for ${host}`
  if (code === 'ECONNREFUSED') return `nothing listens there: check host, port and proxy`
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT') return `${host} does not accept connections: it is down, or a firewall or a missing proxy is in between`
  if (code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT') return `${host} falls silent; --timeout grants it more time`
  return undefined
}
