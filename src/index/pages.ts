import type { HttpClient, HttpRequest } from '../net/client.ts'
import { readBody } from '../net/read.ts'
import type { NormalizedName } from '../standards/names.ts'
import { readLocalPage } from './local-pages.ts'
import { isFresh, keepPage, pageHeaders, readKept, revalidated, storedPage, type PageCache } from './page-cache.ts'
import { judgeStatus, readPage, type PageAnswer } from './page-content.ts'
import type { IndexRef } from './types.ts'

export type { PageCache } from './page-cache.ts'
export type { PageAnswer } from './page-content.ts'

export type PageTerms = Required<Pick<HttpRequest, 'signal' | 'urgent'>> & Pick<HttpRequest, 'onPlace'>

export interface PageReader {
  /** The project page of a simple index, or, without a name, an HTML page of links. Throws `index-refused`, `index-answer`, `index-unreachable`. */
  read(index: IndexRef, name: NormalizedName | undefined, terms: PageTerms): Promise<PageAnswer>
}

export interface PageParts {
  readonly client: HttpClient
  /** Undefined: nothing is kept between runs. */
  readonly cache: PageCache | undefined
  /** Only what is kept counts, however old. */
  readonly offline: boolean
  /** Names whose pages are asked for anew, however fresh the kept one; undefined stands for pages of links. */
  readonly asksAnew: (name: NormalizedName | undefined) => boolean
}

/** Pages by HTTP, with a cache as HTTP has it: what is fresh is not asked for, what is stale is asked for with its validators. */
export function openPageReader(parts: PageParts): PageReader {
  return {
    read: async (index, name, terms) => {
      if (name !== undefined && index.url.startsWith('file:')) return readLocalPage(index, name)
      const { client, cache } = parts
      const url = name === undefined ? index.url : projectUrl(index.url, name)
      const links = name === undefined
      const anew = parts.asksAnew(name)
      const kept = await readKept(cache, url)
      if (kept !== undefined && (parts.offline || (!anew && isFresh(kept, url)))) return readPage(index, kept, links)
      if (parts.offline) return { kind: 'offline' }
      const headers = pageHeaders(url, kept, anew)
      return client.request(url, { headers: () => headers, ...terms }, async (answer) => {
        if (answer.status === 304 && kept !== undefined) {
          answer.body.discard()
          await keepPage(cache, url, revalidated(kept, url, answer))
          return readPage(index, kept, links)
        }
        const judged = judgeStatus(index, answer)
        if (judged !== undefined) return judged
        const page = storedPage(url, answer, await readBody(answer))
        const read = readPage(index, page, links)
        if (read.kind === 'page') await keepPage(cache, url, page)
        return read
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
