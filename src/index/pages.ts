import type { HttpAnswer, HttpClient, HttpRequest } from '../net/client.ts'
import { readBody } from '../net/read.ts'
import type { NormalizedName } from '../standards/names.ts'
import { readLocalPage } from './local-pages.ts'
import { isFresh, keepPage, keepRevalidated, pageHeaders, readHead, readKept, readKeptTable, revalidated, storedPage, type PageCache, type PageHead, type StoredPage } from './page-cache.ts'
import { judgeStatus, readPage, type PageAnswer, type WantedPage } from './page-content.ts'
import type { IndexRef } from './types.ts'

export type { PageCache } from './page-cache.ts'
export type { PageAnswer, WantedPage } from './page-content.ts'

/** On what terms a page is asked for. */
export type PageTerms = Required<Pick<HttpRequest, 'signal' | 'urgent'>> & Pick<HttpRequest, 'onPlace'>

/** Pages of indexes, from the network or as they were kept. */
export interface PageReader {
  /**
   * The project page of a simple index, or, without a name, an HTML page of links. Of a version alone at least its files are read.
   * Throws `index-refused`, `index-answer`, `index-unreachable`.
   */
  read(index: IndexRef, page: WantedPage, terms: PageTerms): Promise<PageAnswer>
  /**
   * Whether the page still says what it said when it had this mark (`absent`: that there is none), without reading it if it does.
   * `read` afterwards asks no second time. Throws as `read`.
   */
  isSame(index: IndexRef, name: NormalizedName, mark: string, terms: PageTerms): Promise<boolean>
}

/** What reading pages works with. */
export interface PageParts {
  readonly client: HttpClient
  /** Undefined: nothing is kept between runs. */
  readonly cache: PageCache | undefined
  /** Only what is kept counts, however old. */
  readonly offline: boolean
  /** Names whose pages are asked for anew, however fresh the kept one; undefined stands for pages of links. */
  readonly asksAnew: (name: NormalizedName | undefined) => boolean
}

/** Where a page is to be had of. */
type Found =
  /** The kept one stands. */
  | { readonly kind: 'kept'; readonly head: PageHead }
  | { readonly kind: 'new'; readonly page: StoredPage }
  | { readonly kind: 'none'; readonly answer: PageAnswer }

interface Wanted extends WantedPage {
  readonly url: string
  readonly index: IndexRef
}

/** Pages by HTTP, with a cache as HTTP has it: what is fresh is not asked for, what is stale is asked for with its validators. */
export function openPageReader(parts: PageParts): PageReader {
  const compared = new Map<string, Promise<Found>>()
  return {
    read: async (index, page, terms) => {
      const { name } = page
      if (name !== undefined && index.url.startsWith('file:')) return readLocalPage(index, name)
      const url = name === undefined ? index.url : projectUrl(index.url, name)
      const known = compared.get(url)
      compared.delete(url)
      const finding = known ?? find(parts, { url, index, name }, terms)
      const answer = await readFound(parts, { url, index, ...page }, finding, terms)
      if (answer.kind === 'page' && answer.isPart === true) compared.set(url, finding.then(asKept))
      return answer
    },
    isSame: async (index, name, mark, terms) => {
      if (index.url.startsWith('file:')) return false
      const url = projectUrl(index.url, name)
      const finding = find(parts, { url, index, name }, terms)
      compared.set(url, finding)
      const found = await finding
      if (found.kind === 'none') return mark === ABSENT && found.answer.kind === 'absent'
      return mark === (found.kind === 'kept' ? found.head : found.page).mark
    },
  }
}

/** The page without its text, which is kept if anything is, for who asks for more of it in the same run. */
function asKept(found: Found): Found {
  if (found.kind !== 'new') return found
  const { policy, url, contentType, mark } = found.page
  return { kind: 'kept', head: { policy, url, contentType, mark } }
}

/** In place of a mark: there is no page. */
export const ABSENT = 'absent'

async function readFound(parts: PageParts, wanted: Wanted, finding: Promise<Found>, terms: PageTerms): Promise<PageAnswer> {
  const { url, index, name } = wanted
  const found = await finding
  if (found.kind === 'none') return found.answer
  const kept = found.kind === 'kept' ? keptAnswer(parts, found.head, name) : undefined
  if (kept !== undefined) return kept
  const page = found.kind === 'new' ? found.page : await readKept(parts.cache, found.head)
  // A text that is gone is asked for as if there had never been one.
  if (page === undefined) return readFound(parts, wanted, parts.offline ? Promise.resolve({ kind: 'none', answer: { kind: 'offline' } }) : ask(parts, wanted, undefined, terms), terms)
  const answer = await readPage(index, page, wanted)
  // What has a table and was kept without one has it from now on.
  if (answer.kind !== 'page' || (found.kind === 'kept' && answer.form === undefined)) return answer
  await keepPage(parts.cache, url, page, answer.form)
  // Its text need not stay in memory then: of hundreds of pages that would be a quarter of the run's peak.
  return (answer.form === undefined ? undefined : keptAnswer(parts, page, name)) ?? answer
}

/** The page by its kept table alone; undefined: it has none that can be used. */
function keptAnswer({ cache }: PageParts, head: PageHead, name: NormalizedName | undefined): PageAnswer | undefined {
  const files = name === undefined ? undefined : readKeptTable(cache, head, name)
  return files === undefined ? undefined : { kind: 'page', files, mark: head.mark }
}

async function find(parts: PageParts, wanted: Wanted, terms: PageTerms): Promise<Found> {
  const kept = await readHead(parts.cache, wanted.url)
  if (kept !== undefined && (parts.offline || (!parts.asksAnew(wanted.name) && isFresh(kept, wanted.url)))) return { kind: 'kept', head: kept }
  if (parts.offline) return { kind: 'none', answer: { kind: 'offline' } }
  return ask(parts, wanted, kept, terms)
}

function ask({ client, cache, asksAnew }: PageParts, { url, index, name }: Wanted, kept: PageHead | undefined, terms: PageTerms): Promise<Found> {
  const headers = pageHeaders(url, kept, asksAnew(name))
  return client.request(url, { headers: () => headers, ...terms }, async (answer): Promise<Found> => {
    if (answer.status === 304 && kept !== undefined) {
      answer.body.discard()
      const head = revalidated(kept, url, answer)
      await keepRevalidated(cache, url, { before: kept, now: head })
      return { kind: 'kept', head }
    }
    const judged = judgeStatus(index, answer)
    return judged === undefined ? { kind: 'new', page: await pageOf(url, answer) } : { kind: 'none', answer: judged }
  })
}

async function pageOf(url: string, answer: HttpAnswer): Promise<StoredPage> {
  return storedPage(url, answer, await readBody(answer))
}

/** `<index>/<name>/` (PEP 503), with any query the index URL carries left where it is. */
function projectUrl(index: string, name: NormalizedName): string {
  const url = new URL(index)
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${name}/`
  return url.href
}
