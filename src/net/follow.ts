import { UserError } from '../kernel/errors.ts'
import { redactUrl } from '../kernel/secrets.ts'
import { basicAuthorization } from './basic-auth.ts'
import { withoutUserinfo, type CredentialFinder, type Credentials } from './credentials.ts'
import type { HttpAnswer } from './client.ts'
import type { Exchange } from './transport.ts'

/** What asking, and asking again elsewhere, needs. */
export interface FollowTerms {
  readonly credentials: CredentialFinder
  readonly trustedHosts: readonly string[]
  /** Headers of this attempt. */
  readonly headers: Readonly<Record<string, string>>
  /** One exchange, without redirects or credentials. */
  readonly exchange: (url: URL, headers: Readonly<Record<string, string>>) => Promise<Exchange>
}

const MAX_REDIRECTS = 20
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/**
 * Asks for a URL and follows where it redirects. Credentials are looked up for each origin, so none ever follow to another one.
 * Throws `index-answer` for loops, for targets that are no http(s) URL, and for those that leave encryption.
 */
export async function followRedirects(start: string, terms: FollowTerms): Promise<HttpAnswer> {
  const visited = new Set<string>()
  let url = parseHttpUrl(start)
  for (;;) {
    const answer = await askAuthorized(url, terms)
    const location = REDIRECTS.has(answer.status) ? answer.headers['location'] : undefined
    if (location === undefined) return answer
    answer.body.discard()
    visited.add(url.href)
    url = redirectTarget(url, location, terms.trustedHosts)
    if (visited.has(url.href) || visited.size > MAX_REDIRECTS) throw endless(start, url, visited.size)
  }
}

/** One request with the credentials that are known for it, and after a 401 once more with those that can be found out. */
async function askAuthorized(url: URL, terms: FollowTerms): Promise<HttpAnswer> {
  const answer = await askOnce(url, terms.credentials.find(url), terms)
  if (answer.status !== 401) return answer
  const recovered = await terms.credentials.recover(url)
  if (recovered === undefined) return answer
  answer.body.discard()
  return askOnce(url, recovered, terms)
}

async function askOnce(url: URL, credentials: Credentials | undefined, terms: FollowTerms): Promise<HttpAnswer> {
  const bare = withoutUserinfo(url)
  const exchange = await terms.exchange(bare, { ...terms.headers, ...(credentials === undefined ? {} : { authorization: basicAuthorization(credentials) }) })
  return { ...exchange, url: bare.href, authenticated: credentials !== undefined }
}

function endless(start: string, url: URL, hops: number): UserError {
  const how = hops > MAX_REDIRECTS ? `redirects more than ${MAX_REDIRECTS} times` : `redirects in a circle, back to ${redactUrl(url.href)}`
  return new UserError('index-answer', `${redactUrl(start)} ${how}`, {
    origin: { kind: 'index', url: redactUrl(start) },
    hint: 'the index, or a proxy or login page in front of it, does not let the request through',
  })
}

function redirectTarget(from: URL, location: string, trustedHosts: readonly string[]): URL {
  const target = URL.parse(location, from.href)
  const refused = (what: string, hint?: string): UserError =>
    new UserError('index-answer', `${redactUrl(from.href)} redirects to ${what}`, { origin: { kind: 'index', url: redactUrl(from.href) }, ...(hint === undefined ? {} : { hint }) })
  if (target === null) throw refused(`"${redactUrl(location)}", which is not a URL`)
  if (target.protocol !== 'http:' && target.protocol !== 'https:') throw refused(`${redactUrl(target.href)}, which is not an http or https URL`)
  const isTrusted = trustedHosts.includes(target.hostname) || trustedHosts.includes(target.host)
  if (from.protocol === 'https:' && target.protocol !== 'https:' && !isTrusted) {
    throw refused(`${redactUrl(target.href)}, which is not encrypted`, `use a host that does not leave encryption, or, at your own risk, --trusted-host ${target.host}`)
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
