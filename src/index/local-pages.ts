import { readFile, stat } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { NormalizedName } from '../standards/names.ts'
import type { PageAnswer } from './page-content.ts'
import type { IndexRef } from './types.ts'

/** The page of a project in a folder that is laid out as a simple index (`--index-url file:///…`): its `index.html`, as for pip. */
export async function readLocalPage(index: IndexRef, name: NormalizedName): Promise<PageAnswer> {
  const page = new URL(`${name}/index.html`, index.url.endsWith('/') ? index.url : `${index.url}/`)
  const html = await readFile(fileURLToPath(page), 'utf8').catch(() => undefined)
  if (html === undefined) return { kind: 'absent' }
  const { parseSimpleHtml } = await import('../standards/simple-html.ts')
  const parsed = parseSimpleHtml(html, page.href)
  return parsed.ok ? { kind: 'page', files: parsed.value.files } : { kind: 'no-page', contentType: 'a page that cannot be read' }
}

/** All links of a local HTML page. */
export async function readLocalLinks(path: string): Promise<PageAnswer> {
  const { parseFindLinksHtml } = await import('../standards/simple-html.ts')
  const parsed = parseFindLinksHtml(await readFile(path, 'utf8'), pathToFileURL(path).href)
  return parsed.ok ? { kind: 'page', files: parsed.value.files } : { kind: 'absent' }
}

/** An index or find-links location as a `file:` URL, when it names something on this machine; undefined for all else. */
export async function localUrl(location: string): Promise<string | undefined> {
  if (/^file:/i.test(location)) return location
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(location)) return undefined
  return (await stat(location).catch(() => undefined)) === undefined ? undefined : pathToFileURL(location).href
}
