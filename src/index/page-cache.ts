import { createHash } from 'node:crypto'
import CachePolicy from 'http-cache-semantics'
import type { HttpAnswer } from '../net/client.ts'
import { ACCEPTED_ENCODINGS } from '../net/read.ts'
import { withoutCredentials } from '../standards/direct-url.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { FileTable } from './file-table.ts'
import { bodyIn, keptBody, tableIn } from './kept-body.ts'

/** Where answers wait for the next run; a miss is always allowed. */
export interface PageCache {
  read(key: string): Promise<Buffer | undefined>
  /** Some bytes of a value, fewer where it ends before, and the size of all of it. At once: who asks for what a file says does not wait. */
  part(key: string, start: number, length: number): { readonly bytes: Buffer; readonly sizeBytes: number } | undefined
  /** The value is all these bytes, one after the other. */
  write(key: string, value: readonly Buffer[]): Promise<void>
}

/** What is known of a page without its text. */
export interface PageHead {
  /** What HTTP says of its freshness (RFC 9111). */
  readonly policy: CachePolicy
  /** The URL that answered, after redirects. */
  readonly url: string
  readonly contentType: string
  /** Equal for pages that say the same: a digest of text, type and URL. */
  readonly mark: string
}

/** A page as it was answered. */
export interface StoredPage extends PageHead {
  readonly body: Buffer
}

/** pip's preference: JSON, then versioned HTML, then any HTML. */
const ACCEPT = 'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html; q=0.2, text/html; q=0.1'

/** An answer as something to keep. */
export function storedPage(url: string, answer: HttpAnswer, body: Buffer): StoredPage {
  const policy = new CachePolicy(asRequest(url), { status: answer.status, headers: answer.headers }, { shared: false })
  const contentType = answer.headers['content-type'] ?? ''
  const mark = createHash('sha256').update(`${contentType}\n${answer.url}\n`).update(body).digest('hex')
  return { policy, url: answer.url, contentType, mark, body }
}

/** Whether a kept page may be used without asking the index (RFC 9111). */
export function isFresh(stored: PageHead, url: string): boolean {
  return stored.policy.satisfiesWithoutRevalidation(asRequest(url))
}

/** The kept page after the server said that it still stands (304). */
export function revalidated(stored: PageHead, url: string, answer: HttpAnswer): PageHead {
  return { ...stored, policy: stored.policy.revalidatedPolicy(asRequest(url), answer).policy }
}

/** Headers of a request for a page: with the validators of the kept one, if there is one, and past caches on the way when asked anew. */
export function pageHeaders(url: string, stored: PageHead | undefined, anew: boolean): Record<string, string> {
  const plain = { accept: ACCEPT, 'accept-encoding': ACCEPTED_ENCODINGS, ...(anew ? { 'cache-control': 'max-age=0' } : {}) }
  if (stored === undefined) return plain
  const conditional = stored.policy.revalidationHeaders(asRequest(url))
  const validators = Object.entries(conditional).filter(([header]) => header === 'if-none-match' || header === 'if-modified-since')
  return { ...plain, ...(Object.fromEntries(validators) as Record<string, string>) }
}

/** Kept with the page, and so without user name and password. */
function asRequest(url: string): { url: string; method: string; headers: Record<string, string> } {
  return { url: withoutCredentials(url), method: 'GET', headers: { accept: ACCEPT } }
}

const headKey = (url: string): string => `page ${url}`
const bodyKey = (mark: string): string => `body ${mark}`

/** Keeps a page if HTTP allows it: its text under its mark, with the form of its table if it has one, then what is known of it under its URL. */
export async function keepPage(cache: PageCache | undefined, url: string, page: StoredPage, form: Buffer | undefined): Promise<void> {
  if (cache === undefined || !page.policy.storable()) return
  await cache.write(bodyKey(page.mark), keptBody(page.body, form))
  await keepHead(cache, url, page)
}

/** Keeps what a page's server said of it anew; not when that says no more than before. */
export async function keepRevalidated(cache: PageCache | undefined, url: string, { before, now }: { readonly before: PageHead; readonly now: PageHead }): Promise<void> {
  if (cache === undefined || !now.policy.storable()) return
  const validators = ({ policy }: PageHead): string => JSON.stringify(policy.revalidationHeaders(asRequest(url)))
  if (Math.max(before.policy.timeToLive(), now.policy.timeToLive()) <= 0 && validators(before) === validators(now)) return
  await keepHead(cache, url, now)
}

async function keepHead(cache: PageCache, url: string, { policy, url: from, contentType, mark }: PageHead): Promise<void> {
  await cache.write(headKey(url), [Buffer.from(JSON.stringify({ policy: policy.toObject(), url: from, contentType, mark }))])
}

/** What is kept of a page, however old; undefined: nothing that can be read. */
export async function readHead(cache: PageCache | undefined, url: string): Promise<PageHead | undefined> {
  const value = await cache?.read(headKey(url))
  if (value === undefined) return undefined
  try {
    const head = JSON.parse(value.toString()) as { policy: object; url: string; contentType: string; mark: string }
    return { policy: CachePolicy.fromObject(head.policy), url: head.url, contentType: head.contentType, mark: head.mark }
  } catch {
    return undefined
  }
}

/** The text of a kept page; undefined: it is gone, or not all there. */
export async function readKept(cache: PageCache | undefined, head: PageHead): Promise<StoredPage | undefined> {
  const kept = await cache?.read(bodyKey(head.mark))
  const body = kept === undefined ? undefined : bodyIn(kept)
  return body === undefined ? undefined : { ...head, body }
}

/** The table of a kept page of a project; undefined: there is none that can be used, and the page is to be read whole. */
export function readKeptTable(cache: PageCache | undefined, { mark, url }: PageHead, project: NormalizedName): FileTable | undefined {
  return cache === undefined ? undefined : tableIn(cache, { key: bodyKey(mark), pageUrl: url }, project)
}
