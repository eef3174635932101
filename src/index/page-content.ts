import { UserError } from '../kernel/errors.ts'
import { redactUrl } from '../kernel/secrets.ts'
import type { HttpAnswer } from '../net/client.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { parseSimpleJson } from '../standards/simple-json.ts'
import type { IndexFile } from '../standards/simple-api.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { SimplePage } from '../standards/simple-page.ts'
import type { Version } from '../standards/version.ts'
import type { StoredPage } from './page-cache.ts'
import { scanPage, searchPage } from './page-table.ts'
import type { IndexRef, ListedFiles } from './types.ts'

/** A page that lists files. */
export interface ListingAnswer {
  readonly kind: 'page'
  readonly files: ListedFiles['files']
  /** Equal where the page says the same; undefined for pages that are no answers of a server. */
  readonly mark?: string
  /** The table of the files, to be kept with the page. */
  readonly form?: Buffer
  /** Files of other versions than the one that was asked for are left out. */
  readonly isPart?: boolean
}

/** What an index says of a name. */
export type PageAnswer =
  | ListingAnswer
  | { readonly kind: 'absent' }
  /** 403 where nobody configured credentials: some indexes answer so for every name they lack. */
  | { readonly kind: 'forbidden' }
  /** With --offline, and nothing kept. */
  | { readonly kind: 'offline' }
  /** Something that is no page; the type of content. pip passes over it. */
  | { readonly kind: 'no-page'; readonly contentType: string }

/**
 * What a status that is not 200 means; undefined for 200. Throws `index-refused` where credentials are wanted or were not
 * accepted: to go on without the index would let another one answer for its names.
 */
export function judgeStatus(index: IndexRef, answer: HttpAnswer): PageAnswer | undefined {
  if (answer.status === 200) return undefined
  answer.body.discard()
  if (answer.status === 404 || answer.status === 410) return { kind: 'absent' }
  if (answer.status === 403 && !answer.authenticated) return { kind: 'forbidden' }
  const refused = answer.status === 401 || answer.status === 403 || answer.status === 407
  throw new UserError(refused ? 'index-refused' : 'index-answer', `${redactUrl(answer.url)} answered ${answer.status}`, {
    origin: { kind: 'index', url: index.label },
    ...(refused ? { hint: hintFor(answer) } : {}),
  })
}

function hintFor(answer: HttpAnswer): string {
  if (answer.status === 407) return 'the proxy wants credentials: put them into the URL of --proxy or HTTPS_PROXY'
  return answer.authenticated
    ? 'the credentials that were sent are not accepted: check that they are right, and allowed to read this index'
    : 'this index wants credentials: put them into its URL, a netrc file, the keyring or the environment'
}

/** Which page is wanted, and how much of it. */
export interface WantedPage {
  /** Undefined: an HTML page of links. */
  readonly name: NormalizedName | undefined
  /** The only version of interest; undefined: all of them. */
  readonly version?: Version | undefined
}

/**
 * Reads the page of a project by its content type; without a name any HTML page of links. Throws `index-answer` for a page of
 * the simple API that cannot be read, `index-refused` for a login page.
 */
export async function readPage(index: IndexRef, stored: StoredPage, { name, version }: WantedPage): Promise<PageAnswer> {
  const type = stored.contentType.toLowerCase()
  if (type.startsWith('application/vnd.pypi.simple.v1+json') && name !== undefined) return readJson(index, stored, { name, version })
  if (!/^(text\/html|application\/vnd\.pypi\.simple\.v1\+html|application\/xhtml\+xml)/.test(type)) return { kind: 'no-page', contentType: stored.contentType }
  const html = decode(stored)
  // Most indexes answer in JSON, and the reader of HTML takes time to load.
  const { parseFindLinksHtml, parseSimpleHtml } = await import('../standards/simple-html.ts')
  const files = filesOf(index, stored, name === undefined ? parseFindLinksHtml(html, stored.url) : parseSimpleHtml(html, stored.url))
  if (files.length === 0 && isLoginPage(html)) throw loginError(index, stored)
  return { kind: 'page', files, mark: stored.mark }
}

function readJson(index: IndexRef, stored: StoredPage, { name, version }: WantedPage & { readonly name: NormalizedName }): ListingAnswer {
  const { body, url, mark } = stored
  const isUtf8 = charsetOf(stored).toLowerCase() === 'utf-8'
  const found = isUtf8 && version !== undefined ? searchPage(name, version, body, url) : undefined
  if (found !== undefined) return { kind: 'page', files: found, isPart: true, mark }
  const scanned = isUtf8 ? scanPage(name, body, url) : undefined
  if (scanned !== undefined) return { kind: 'page', files: scanned.table, form: scanned.form, mark }
  return { kind: 'page', files: filesOf(index, stored, parseSimpleJson(decode(stored), url)), mark }
}

function filesOf(index: IndexRef, stored: StoredPage, parsed: Parsed<SimplePage>): readonly IndexFile[] {
  if (parsed.ok) return parsed.value.files
  throw new UserError('index-answer', `${redactUrl(stored.url)} is not a page of the simple API: ${parsed.message}`, {
    origin: { kind: 'index', url: index.label }, hint: 'look at what it answers: a proxy or a login may have answered in its place, or the answer was cut off',
  })
}

function charsetOf({ contentType }: StoredPage): string {
  return /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1] ?? 'utf-8'
}

function decode(stored: StoredPage): string {
  try {
    return new TextDecoder(charsetOf(stored)).decode(stored.body)
  } catch {
    return stored.body.toString('utf8')
  }
}

/** A page without files that asks who one is: what a proxy or a single sign-on answers instead of the index. */
function isLoginPage(html: string): boolean {
  if (/<input[^>]*type\s*=\s*["']?password/i.test(html)) return true
  return /<(title|form)\b[^>]*>?[^<]*\b(sign[ _-]?in|log[ _-]?in|sso|saml|authenticat)/i.test(html)
}

function loginError(index: IndexRef, stored: StoredPage): UserError {
  return new UserError('index-refused', `${redactUrl(stored.url)} answered with a login page`, {
    origin: { kind: 'index', url: index.label },
    hint: 'this index wants credentials: put them into its URL, a netrc file, the keyring or the environment',
  })
}
