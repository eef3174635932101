import CachePolicy from 'http-cache-semantics'
import { UserError } from '../kernel/errors.ts'
import { redactUrl } from '../kernel/secrets.ts'
import type { Parsed } from '../kernel/parsed.ts'
import type { HttpAnswer, HttpClient, HttpRequest } from '../net/client.ts'
import { ACCEPTED_ENCODINGS, readBody } from '../net/read.ts'
import type { NormalizedName } from '../standards/names.ts'
import { parseFindLinksHtml, parseSimpleHtml, parseSimpleJson, type SimplePage } from '../standards/simple-api.ts'
import type { IndexRef } from './types.ts'

/** Where answers wait for the next run; a miss is always allowed. */
export interface PageCache {
  read(key: string): Promise<Buffer | undefined>
  write(key: string, value: Buffer): Promise<void>
}

/** What an index says of a name. */
export type PageAnswer =
  | { readonly kind: 'page'; readonly page: SimplePage }
  | { readonly kind: 'absent' }
  /** 403 where nobody configured credentials: some indexes answer so for every name they lack. */
  | { readonly kind: 'forbidden' }

export type RequestOptions = Required<Pick<HttpRequest, 'signal' | 'urgent'>> & Pick<HttpRequest, 'onPlace'>

export interface PageReader {
  /** The project page of a simple index, or, without a name, an HTML page of links. */
  read(index: IndexRef, name: NormalizedName | undefined, options: RequestOptions): Promise<PageAnswer>
}

/** pip's preference: JSON, then versioned HTML, then any HTML. */
const ACCEPT = 'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html; q=0.2, text/html; q=0.1'

export function openPageReader(client: HttpClient, cache: PageCache | undefined): PageReader {
  return {
    read: async (index, name, options) => {
      const url = name === undefined ? index.url : projectUrl(index.url, name)
      const stored = await readStored(cache, url)
      if (stored !== undefined && stored.policy.satisfiesWithoutRevalidation(asRequest(url, {}))) return toPage(index, name, stored)
      const headers = requestHeaders(url, stored)
      return client.request(url, { headers: () => headers, ...options }, async (answer) => {
        if (answer.status === 304 && stored !== undefined) {
          answer.body.discard()
          const { policy } = stored.policy.revalidatedPolicy(asRequest(url, {}), answer)
          await cache?.write(cacheKey(url), writeStored({ ...stored, policy }))
          return toPage(index, name, stored)
        }
        const refused = judgeStatus(index, answer)
        if (refused !== undefined) return refused
        const body = await readBody(answer)
        const fresh: StoredPage = { policy: policyOf(url, answer), url: answer.url, contentType: answer.headers['content-type'] ?? '', body }
        if (cache !== undefined && fresh.policy.storable()) await cache.write(cacheKey(url), writeStored(fresh))
        return toPage(index, name, fresh)
      })
    },
  }
}

/** `<index>/<name>/` (PEP 503), with any query the index URL carries left where it is. */
function projectUrl(index: string, name: NormalizedName): string {
  const url = new URL(index)
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${name}/`
  return url.href
}

function judgeStatus(index: IndexRef, answer: HttpAnswer): PageAnswer | undefined {
  if (answer.status === 200) return undefined
  answer.body.discard()
  if (answer.status === 404 || answer.status === 410) return { kind: 'absent' }
  if (answer.status === 403 && !answer.authenticated) return { kind: 'forbidden' }
  const refused = answer.status === 401 || answer.status === 403 || answer.status === 407
  const url = redactUrl(answer.url)
  throw new UserError(refused ? 'index-refused' : 'index-answer', `${url} answered ${answer.status}`, {
    origin: { kind: 'index', url: index.label },
    ...(refused ? { hint: answer.authenticated ? 'the credentials sent were not accepted' : 'this index wants credentials: put them into its URL, a netrc file or the environment' } : {}),
  })
}

function toPage(index: IndexRef, name: NormalizedName | undefined, stored: StoredPage): PageAnswer {
  const parsed = parsePage(name, stored)
  if (!parsed.ok) {
    throw new UserError('index-answer', `${redactUrl(stored.url)} is not a page of the simple API: ${parsed.message}`, { origin: { kind: 'index', url: index.label } })
  }
  return { kind: 'page', page: parsed.value }
}

function parsePage(name: NormalizedName | undefined, stored: StoredPage): Parsed<SimplePage> {
  const type = stored.contentType.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const text = stored.body.toString('utf8')
  if (type === 'application/vnd.pypi.simple.v1+json') return parseSimpleJson(text, stored.url)
  if (type === 'text/html' || type === 'application/vnd.pypi.simple.v1+html' || type === 'application/xhtml+xml') {
    return name === undefined ? parseFindLinksHtml(text, stored.url) : parseSimpleHtml(text, stored.url)
  }
  return { ok: false, message: `its content type is "${type}"`, offset: 0 }
}

interface StoredPage {
  readonly policy: CachePolicy
  readonly url: string
  readonly contentType: string
  readonly body: Buffer
}

function policyOf(url: string, answer: HttpAnswer): CachePolicy {
  return new CachePolicy(asRequest(url, {}), { status: answer.status, headers: answer.headers }, { shared: false })
}

function asRequest(url: string, headers: Record<string, string>): { url: string; method: string; headers: Record<string, string> } {
  return { url, method: 'GET', headers: { accept: ACCEPT, ...headers } }
}

function requestHeaders(url: string, stored: StoredPage | undefined): Record<string, string> {
  const plain = { accept: ACCEPT, 'accept-encoding': ACCEPTED_ENCODINGS }
  if (stored === undefined) return plain
  const conditional = stored.policy.revalidationHeaders(asRequest(url, {}))
  const validators = Object.entries(conditional).filter(([header]) => header === 'if-none-match' || header === 'if-modified-since')
  return { ...plain, ...(Object.fromEntries(validators) as Record<string, string>) }
}

function cacheKey(url: string): string {
  return `page ${url}`
}

/** One line of JSON, then the body as it came. */
function writeStored(page: StoredPage): Buffer {
  const head = { policy: page.policy.toObject(), url: page.url, contentType: page.contentType }
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), page.body])
}

async function readStored(cache: PageCache | undefined, url: string): Promise<StoredPage | undefined> {
  const value = await cache?.read(cacheKey(url))
  if (value === undefined) return undefined
  const lineEnd = value.indexOf(0x0a)
  try {
    const head = JSON.parse(value.subarray(0, lineEnd).toString()) as { policy: object; url: string; contentType: string }
    return { policy: CachePolicy.fromObject(head.policy), url: head.url, contentType: head.contentType, body: value.subarray(lineEnd + 1) }
  } catch {
    return undefined
  }
}
