import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Socket } from 'node:net'
import { connect as tlsConnect, type DetailedPeerCertificate } from 'node:tls'
import { proxyAuthorization } from './proxies.ts'

const PATIENCE_MS = 5_000

/** One certificate of a chain, for people. */
export interface ShownCertificate {
  readonly subject: string
  readonly issuer: string
  /** Names it is for; of the server's own certificate only. */
  readonly names: string | undefined
  readonly validFrom: string
  readonly validTo: string
}

/**
 * The certificates a server shows, its own first: asked for after a refusal, to say who issued them. Nothing is sent but the TLS
 * handshake. Empty when they cannot be had. `proxy` as the run uses it.
 */
export async function readChain(url: URL, proxy: string | undefined): Promise<readonly ShownCertificate[]> {
  const port = url.port === '' ? 443 : Number(url.port)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  try {
    const tunnel = proxy === undefined ? undefined : await openTunnel(new URL(proxy), `${url.hostname}:${port}`)
    return await handshake({ host, port, ...(tunnel === undefined ? {} : { socket: tunnel }) })
  } catch {
    return []
  }
}

function handshake(where: { readonly host: string; readonly port: number; readonly socket?: Socket }): Promise<readonly ShownCertificate[]> {
  return new Promise((resolve, reject) => {
    const servername = /^[\d.:]+$/.test(where.host) ? {} : { servername: where.host }
    const socket = tlsConnect({ ...where, ...servername, rejectUnauthorized: false })
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('silent')))
    socket.once('error', reject)
    socket.once('secureConnect', () => {
      resolve(chainOf(socket.getPeerCertificate(true)))
      socket.destroy()
    })
  })
}

/** A connection to `target` through an HTTP proxy. */
function openTunnel(proxy: URL, target: string): Promise<Socket> {
  const authorization = proxyAuthorization(proxy)
  const headers = authorization === undefined ? {} : { 'proxy-authorization': authorization }
  const request = proxy.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const asked = request({ host: proxy.hostname, port: proxy.port, method: 'CONNECT', path: target, headers, timeout: PATIENCE_MS, rejectUnauthorized: false })
    asked.once('timeout', () => asked.destroy(new Error('silent')))
    asked.once('error', reject)
    asked.once('connect', (answer, socket) => (answer.statusCode === 200 ? resolve(socket) : reject(new Error(`answered ${answer.statusCode}`))))
    asked.end()
  })
}

function chainOf(own: DetailedPeerCertificate): ShownCertificate[] {
  const chain: ShownCertificate[] = []
  const seen = new Set<string>()
  for (let current: DetailedPeerCertificate | undefined = own; current?.fingerprint256 !== undefined && !seen.has(current.fingerprint256); current = current.issuerCertificate) {
    seen.add(current.fingerprint256)
    chain.push({ subject: nameOf(current.subject), issuer: nameOf(current.issuer), names: chain.length === 0 ? current.subjectaltname : undefined, validFrom: current.valid_from, validTo: current.valid_to })
  }
  return chain
}

function nameOf(name: DetailedPeerCertificate['subject'] | undefined): string {
  const parts = [name?.CN, name?.O].flat().filter((part): part is string => typeof part === 'string' && part !== '')
  return parts.length === 0 ? 'nobody named' : [...new Set(parts)].join(', ')
}

/** The chain as lines of evidence. */
export function chainLines(chain: readonly ShownCertificate[]): string[] {
  return chain.map(({ subject, issuer, names, validFrom, validTo }, depth) => {
    const made = subject === issuer ? 'issued by itself' : `issued by ${issuer}`
    return `${depth === 0 ? 'the server showed' : 'then'}: ${subject}, ${made}, valid from ${validFrom} to ${validTo}${names === undefined ? '' : ` (${names})`}`
  })
}
