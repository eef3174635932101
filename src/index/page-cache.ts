import CachePolicy from 'http-cache-semantics'
import type { HttpAnswer } from '../net/client.ts'
import { ACCEPTED_ENCODINGS } from '../net/read.ts'

/** Where answers wait for the next run; a miss is always allowed. */
export interface PageCache {
  read(key: string): Promise<Buffer | undefined>
  write(key: string, value: Buffer): Promise<void>
}

/** A page as it was answered, with what HTTP says of its freshness (RFC 9111). */
export interface StoredPage {
  readonly policy: CachePolicy
  /** The URL that answered, after redirects. */
  readonly url: string
  readonly contentType: string
  readonly body: Buffer
}

/** pip's preference: JSON, then versioned HTML, then any HTML. */
const ACCEPT = 'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html; q=0.2, text/html; q=0.1'

/** An answer as something to keep. */
export function storedPage(url: string, answer: HttpAnswer, body: Buffer): StoredPage {
  const policy = new CachePolicy(asRequest(url), { status: answer.status, headers: answer.headers }, { shared: false })
  return { policy, url: answer.url, contentType: answer.headers['content-type'] ?? '', body }
}

export function isFresh(stored: StoredPage, url: string): boolean {
  return stored.policy.satisfiesWithoutRevalidation(asRequest(url))
}

/** The kept page after the server said that it still stands (304). */
export function revalidated(stored: StoredPage, url: string, answer: HttpAnswer): StoredPage {
  return { ...stored, policy: stored.policy.revalidatedPolicy(asRequest(url), answer).policy }
}

/** Headers of a request for a page: with the validators of the kept one, if there is one, and past caches on the way when asked anew. */
export function pageHeaders(url: string, stored: StoredPage | undefined, anew: boolean): Record<string, string> {
  const plain = { accept: ACCEPT, 'accept-encoding': ACCEPTED_ENCODINGS, ...(anew ? { 'cache-control': 'max-age=0' } : {}) }
  if (stored === undefined) return plain
  const conditional = stored.policy.revalidationHeaders(asRequest(url))
  const validators = Object.entries(conditional).filter(([header]) => header === 'if-none-match' || header === 'if-modified-since')
  return { ...plain, ...(Object.fromEntries(validators) as Record<string, string>) }
}

function asRequest(url: string): { url: string; method: string; headers: Record<string, string> } {
  return { url, method: 'GET', headers: { accept: ACCEPT } }
}

function cacheKey(url: string): string {
  return `page ${url}`
}

/** Keeps a page if HTTP allows it: one line of JSON, then the body as it came. */
export async function keepPage(cache: PageCache | undefined, url: string, page: StoredPage): Promise<void> {
  if (cache === undefined || !page.policy.storable()) return
  const head = { policy: page.policy.toObject(), url: page.url, contentType: page.contentType }
  await cache.write(cacheKey(url), Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), page.body]))
}

/** The kept page, however old; undefined: none, or none that can be read. */
export async function readKept(cache: PageCache | undefined, url: string): Promise<StoredPage | undefined> {
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
