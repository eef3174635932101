import { userinfoOf } from './basic-auth.ts'
import type { NetrcEntry } from './netrc.ts'

/** A user name and password; either may be empty (a token alone). */
export interface Credentials {
  readonly username: string
  readonly password: string
}

/** Finds credentials for requests, by origin: they never follow a redirect to another one. */
export interface CredentialFinder {
  /** What to send with a request, before anybody asks for it. */
  find(url: URL): Credentials | undefined
  /**
   * After a 401: what else could be sent, undefined for nothing. Asked of the keyring once per origin and user; what it has
   * is sent with every later request there.
   */
  recover(url: URL): Promise<Credentials | undefined>
}

/** Where credentials may come from. */
export interface CredentialSources {
  /** Index URLs, which may carry user information. */
  readonly indexUrls: readonly string[]
  readonly netrc: readonly NetrcEntry[]
  /** Credentials that the environment has for a host. */
  readonly fromEnvironment: (url: URL) => Credentials | undefined
  /** Asks the keyring for each service in turn; undefined: it may not be asked. */
  readonly keyring: ((services: readonly string[], username: string | undefined) => Promise<Credentials | undefined>) | undefined
}

/**
 * pip's order (MultiDomainBasicAuth): those in the URL, those of an index on its origin (of several the one with the longest
 * path in common), the environment, netrc, and after a 401 the keyring. A user name alone goes on looking for its password.
 */
export function credentialFinder(sources: CredentialSources): CredentialFinder {
  const indexes = sources.indexUrls.map((text) => URL.parse(text)).filter((url) => url !== null)
  const recovered = new Map<string, Promise<Credentials | undefined>>()
  const known = new Map<string, Credentials>()
  return {
    find: (url) => {
      const said = saidFor(url, indexes)
      if (said !== undefined && said.password !== '') return said
      const found = known.get(url.origin) ?? sources.fromEnvironment(url) ?? fromNetrc(url, sources.netrc)
      return found === undefined || (said !== undefined && said.username !== found.username) ? said : found
    },
    recover: (url) => {
      const said = saidFor(url, indexes)
      if (sources.keyring === undefined || (said !== undefined && said.password !== '')) return Promise.resolve(undefined)
      const key = `${url.origin} ${said?.username ?? ''}`
      const asked = recovered.get(key) ?? sources.keyring(servicesFor(url, indexes), said?.username)
      recovered.set(key, asked)
      return asked.then((credentials) => {
        if (credentials !== undefined) known.set(url.origin, credentials)
        return credentials
      })
    },
  }
}

/** Credentials of the URL itself, else of the index it belongs to; a password may be missing (`''`). */
function saidFor(url: URL, indexes: readonly URL[]): Credentials | undefined {
  if (url.username !== '') return userinfoOf(url)
  const index = indexFor(url, indexes)
  return index === undefined || index.username === '' ? undefined : userinfoOf(index)
}

function indexFor(url: URL, indexes: readonly URL[]): URL | undefined {
  const sameOrigin = indexes.filter((index) => index.origin === url.origin)
  return sameOrigin.sort((a, b) => commonPath(url, b) - commonPath(url, a))[0]
}

/** Segments of the path that two URLs have in common from its start. */
function commonPath(a: URL, b: URL): number {
  const [left, right] = [a, b].map(({ pathname }) => pathname.split('/').filter((part) => part !== ''))
  const differs = (right ?? []).findIndex((part, at) => part !== left?.[at])
  return differs === -1 ? (right ?? []).length : differs
}

/** The index's URL, with a slash at its end as pip names it, is more particular than the host, so it comes first. */
function servicesFor(url: URL, indexes: readonly URL[]): string[] {
  const index = indexFor(url, indexes)
  return [...(index === undefined ? [] : [withoutUserinfo(index).href.replace(/\/*$/, '/')]), url.host]
}

function fromNetrc(url: URL, netrc: readonly NetrcEntry[]): Credentials | undefined {
  const entry = netrc.find((candidate) => candidate.machine === url.hostname) ?? netrc.find((candidate) => candidate.machine === undefined)
  return entry === undefined || (entry.login === '' && entry.password === '') ? undefined : { username: entry.login, password: entry.password }
}

/** The URL without its user information, which must never be part of a request line. */
export function withoutUserinfo(url: URL): URL {
  if (url.username === '' && url.password === '') return url
  const bare = new URL(url)
  bare.username = ''
  bare.password = ''
  return bare
}
