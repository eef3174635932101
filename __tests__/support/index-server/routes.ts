import { createHash } from 'node:crypto'
import { answer, etagOf, gzipped, revalidated, type Answer } from './answer.ts'
import { metadataOf, sizeOf, type HostedFile, type HostedIndex, type IndexOptions } from './hosted.ts'
import { findLinksPage, htmlPage, JSON_TYPE, jsonPage, negotiate, projectKey, rootHtml, rootJson } from './pages.ts'
import { ranged } from './ranges.ts'

/** The parts of a request that decide its answer. `path` has no query. */
export interface Asked {
  readonly path: string
  readonly header: (name: string) => string | undefined
  /** `http://127.0.0.1:port` of this server. */
  readonly origin: string
}

/** The right answer to a request to these indexes, before any fault. */
export function route(asked: Asked, indexes: ReadonlyMap<string, HostedIndex>): Answer {
  const [, first = '', second, ...rest] = asked.path.split('/').map((part) => decodeURIComponent(part))
  const isFile = first === 'files'
  const isLinks = first === 'find-links'
  const index = indexes.get(isFile || isLinks ? (second ?? '') : first)
  if (index === undefined) return answer(404, 'no such index')
  if (!authorized(asked, index)) return answer(401, 'who are you?', { 'WWW-Authenticate': 'Basic realm="test index"' })
  if (isFile) return fileRoute(asked, index, rest.join('/'))
  if (isLinks) return finished(answer(200, findLinksPage(index, linker(asked, index)), { 'Content-Type': 'text/html' }), asked, index)
  return pageRoute(asked, index, second ?? '', rest)
}

/** Absolute base of an index's files on a server. */
export function filesUrl(origin: string, index: string): string {
  return `${origin}/files/${index}/`
}

function authorized(asked: Asked, { options }: HostedIndex): boolean {
  if (options.auth === undefined) return true
  const { user, password } = options.auth
  return asked.header('authorization') === `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
}

function pageRoute(asked: Asked, index: HostedIndex, project: string, rest: readonly string[]): Answer {
  const key = projectKey(project)
  const canonical = project === '' ? `/${index.name}/` : `/${index.name}/${key}/`
  if (asked.path !== canonical && rest.length <= 1) return answer(301, '', { Location: canonical })
  const type = negotiate(asked.header('accept'), index.options)
  if (type === undefined) return answer(index.options.json || index.options.html ? 406 : 404, 'not in this form')
  const isJson = type === JSON_TYPE
  if (project === '') return finished(answer(200, isJson ? rootJson(index) : rootHtml(index), { 'Content-Type': type }), asked, index)
  if (!index.projects.has(key)) return answer(404, 'no such project')
  const page = (isJson ? jsonPage : htmlPage)(index, key, linker(asked, index))
  return finished(answer(200, page, { 'Content-Type': type, Vary: 'Accept' }), asked, index)
}

function finished(page: Answer, asked: Asked, { options }: HostedIndex): Answer {
  const cache = options.pageCacheControl === undefined ? {} : { 'Cache-Control': options.pageCacheControl }
  const etag = options.etags ? { ETag: etagOf(page.body as Buffer) } : {}
  const whole = { ...page, headers: { ...page.headers, ...cache, ...etag } }
  const fresh = revalidated(whole, asked.header('if-none-match'))
  return options.gzip && (asked.header('accept-encoding') ?? '').includes('gzip') ? gzipped(fresh) : fresh
}

function linker(asked: Asked, index: HostedIndex): (hosted: HostedFile) => string {
  const { options } = index
  const depth = asked.path.split('/').length - 2
  const base = options.filesUrl ?? (options.relativeUrls ? `${'../'.repeat(depth)}files/${index.name}/` : filesUrl(asked.origin, index.name))
  return ({ file, options: own }) => own.url ?? `${base}${encodeURIComponent(file.filename)}`
}

function fileRoute(asked: Asked, index: HostedIndex, name: string): Answer {
  const files = [...index.projects.values()].flat()
  const hosted = files.find(({ file }) => file.filename === name)
  if (hosted !== undefined) return fileAnswer(asked, index, hosted)
  const described = files.find(({ file }) => `${file.filename}.metadata` === name)
  return described === undefined ? answer(404, 'no such file') : metadataAnswer(asked, index, described)
}

function fileAnswer(asked: Asked, { options }: HostedIndex, { file }: HostedFile): Answer {
  const body = 'bytes' in file ? file.bytes : { path: file.path, start: 0, end: sizeOf(file) }
  return whole(answer(200, body, { 'Content-Type': 'application/octet-stream', ...validators(options, file.sha256) }), asked, options)
}

function metadataAnswer(asked: Asked, { options }: HostedIndex, hosted: HostedFile): Answer {
  const habit = hosted.options.metadata ?? options.metadata
  const text = metadataOf(hosted)
  if (habit === 'off' || habit === 'claimed' || text === undefined) return answer(404, 'no such file')
  const sha256 = createHash('sha256').update(text).digest('hex')
  return whole(answer(200, text, { 'Content-Type': 'text/plain', ...validators(options, sha256) }), asked, options)
}

/** The whole file, unless the client has it already or wants a part. */
function whole(file: Answer, asked: Asked, options: IndexOptions): Answer {
  const fresh = revalidated(file, asked.header('if-none-match'))
  return ranged(fresh, { range: asked.header('range'), ifRange: asked.header('if-range') }, options.ranges)
}

function validators(options: IndexOptions, sha256: string): Record<string, string> {
  const cache: Record<string, string> = options.fileCacheControl === undefined ? {} : { 'Cache-Control': options.fileCacheControl }
  return { ...cache, ...(options.etags ? { ETag: `"${sha256.slice(0, 32)}"` } : {}) }
}
