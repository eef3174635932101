import type { NetrcEntry } from './netrc.ts'

export interface Credentials {
  readonly username: string
  readonly password: string
}

/** Finds credentials for a URL: those in the URL, those in an index URL of the same origin, then netrc (pip's order). */
export type CredentialFinder = (url: URL) => Credentials | undefined

/**
 * Credentials are found by origin, so they never follow a redirect to another one.
 * `indexUrls` may carry user information; of several on one origin the longest path prefix wins, as in pip's multi-domain auth.
 */
export function credentialFinder(indexUrls: readonly string[], netrc: readonly NetrcEntry[]): CredentialFinder {
  const known = indexUrls
    .map((text) => URL.parse(text))
    .filter((url): url is URL => url !== null && url.username !== '')
    .sort((a, b) => b.pathname.length - a.pathname.length)
  return (url) => {
    if (url.username !== '') return fromUserinfo(url)
    const sameOrigin = known.filter((index) => index.origin === url.origin)
    const index = sameOrigin.find((candidate) => url.pathname.startsWith(candidate.pathname)) ?? sameOrigin[0]
    if (index !== undefined) return fromUserinfo(index)
    const entry = netrc.find((candidate) => candidate.machine === url.hostname) ?? netrc.find((candidate) => candidate.machine === undefined)
    return entry === undefined ? undefined : { username: entry.login, password: entry.password }
  }
}

function fromUserinfo(url: URL): Credentials {
  return { username: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
}

/** The `Authorization` header of HTTP basic authentication (RFC 7617, UTF-8). */
export function basicAuthorization(credentials: Credentials): string {
  return `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`
}

/** The URL without its user information, which must never be part of a request line. */
export function withoutUserinfo(url: URL): URL {
  if (url.username === '' && url.password === '') return url
  const bare = new URL(url)
  bare.username = ''
  bare.password = ''
  return bare
}
