import { isIP } from 'node:net'

/**
 * Whether pages may be taken from a URL (pip's `is_secure_origin`): https, files, this machine itself, and the hosts that were
 * declared trusted (`host` or `host:port`).
 */
export function isSecureOrigin(text: string, trustedHosts: readonly string[]): boolean {
  const url = URL.parse(text)
  if (url === null) return true
  if (url.protocol !== 'http:') return true
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase()
  if (host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))) return true
  const port = url.port === '' ? '80' : url.port
  return trustedHosts.some((trusted) => {
    const [trustedHost = '', trustedPort] = splitHost(trusted)
    return trustedHost.toLowerCase() === host && (trustedPort === undefined || trustedPort === port)
  })
}

/** `host`, `host:port`, `[::1]:port`, `::1`. */
function splitHost(text: string): [string, string | undefined] {
  const bracketed = /^\[(?<host>.*)\](?::(?<port>\d+))?$/.exec(text)
  if (bracketed !== null) return [bracketed.groups?.['host'] ?? '', bracketed.groups?.['port']]
  const parts = text.split(':')
  return parts.length === 2 ? [parts[0] ?? '', parts[1]] : [text, undefined]
}
