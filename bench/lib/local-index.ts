import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { WHEELS } from './paths.ts'
import { Recorder } from './recorder.ts'

/** A file of the index's folder as manifest.py describes it. */
export interface IndexedFile {
  readonly filename: string
  readonly name: string
  readonly version: string
  readonly requiresPython: string | null
  readonly sha256: string
  readonly sizeBytes: number
  /** Null for source distributions, whose metadata an index does not serve. */
  readonly metadata: string | null
}

export interface LocalIndexOptions {
  readonly port?: number
  /** With its manifest.json; default: the wheels of the sets. */
  readonly folder?: string
  /** Root of a simple index whose pages and metadata are recorded on first demand and served below `/full/`. */
  readonly upstream?: string
}

/** What was served since the last reset. */
export interface Stats {
  requests: number
  bytes: number
  /** Epoch milliseconds of the first request for a wheel. */
  firstWheelMs: number | null
  /** Requests that had to be passed on to the upstream index. */
  upstreamRequests: number
  missing: string[]
}

interface Resource {
  readonly type: string
  readonly etag: string
  readonly body: Buffer
}

const JSON_TYPE = 'application/vnd.pypi.simple.v1+json'

/**
 * A static package index in memory: `/simple/` has just the downloaded wheels, `/full/` the recorded pages of a real index.
 * Everything is prepared before the first request, so that what is measured is the client.
 */
export class LocalIndex {
  readonly #server: Server
  readonly #resources = new Map<string, Resource>()
  readonly #recorder: Recorder
  stats: Stats = freshStats()

  private constructor(options: LocalIndexOptions) {
    this.#recorder = new Recorder(options.upstream)
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        this.stats.missing.push(`${request.url}: ${String(error)}`)
        if (response.headersSent) response.destroy()
        else response.writeHead(502).end()
      })
    })
    this.#server.keepAliveTimeout = 60_000
  }

  static async start(options: LocalIndexOptions = {}): Promise<LocalIndex> {
    const index = new LocalIndex(options)
    const folder = options.folder ?? WHEELS
    await new Promise<void>((resolve, reject) => index.#server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve))
    index.#prepare(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as IndexedFile[], folder)
    return index
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  #prepare(all: readonly IndexedFile[], folder: string): void {
    for (const [project, files] of Map.groupBy(all, (file) => normalized(file.name))) {
      this.#add(`/simple/${project}/?json`, JSON_TYPE, jsonPage(project, files))
      this.#add(`/simple/${project}/?html`, 'text/html', htmlPage(project, files))
    }
    for (const { filename, metadata, sha256 } of all) {
      if (metadata !== null) this.#add(`/files/${filename}.metadata`, 'text/plain', metadata)
      const body = readFileSync(join(folder, filename))
      this.#resources.set(`/files/${filename}`, { type: 'application/octet-stream', etag: `"${sha256.slice(0, 32)}"`, body })
    }
  }

  #add(path: string, type: string, content: string | Buffer): Resource {
    const body = Buffer.from(content as string)
    const resource = { type, etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`, body }
    this.#resources.set(path, resource)
    return resource
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? '/'
    if (url === '/-/stats') return void response.end(JSON.stringify(this.stats))
    if (url === '/-/reset') {
      this.stats = freshStats()
      return void response.end()
    }
    this.stats.requests += 1
    if (url.endsWith('.whl')) this.stats.firstWheelMs ??= performance.timeOrigin + performance.now()
    const form = url.startsWith('/files/') ? '' : (request.headers.accept ?? '').includes(JSON_TYPE) ? '?json' : '?html'
    const resource = this.#resources.get(`${url}${form}`) ?? (await this.#record(url, form))
    if (resource === undefined) {
      this.stats.missing.push(url)
      return void response.writeHead(404).end()
    }
    this.stats.bytes += send(request, response, resource)
  }

  /** A page or file from the recorder, or from upstream through it. */
  async #record(url: string, form: string): Promise<Resource | undefined> {
    const asked = this.#recorder.upstreamRequests
    const found = await this.#recorder.find(url)
    this.stats.upstreamRequests += this.#recorder.upstreamRequests - asked
    if (found === undefined) return undefined
    return this.#add(`${url}${form}`, url.startsWith('/full/') ? JSON_TYPE : 'application/octet-stream', found)
  }
}

function send(request: IncomingMessage, response: ServerResponse, { type, etag, body }: Resource): number {
  // As real indexes say it for files; pages are to be revalidated, so that no run depends on how long ago the last one was.
  const freshness = (request.url ?? '').startsWith('/files/') ? 'max-age=365000000, immutable, public' : 'max-age=0'
  const headers = { 'Content-Type': type, ETag: etag, 'Accept-Ranges': 'bytes', 'Cache-Control': freshness }
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end()
    return 0
  }
  const range = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '')
  const [start, end] = range === null ? [0, body.length] : bounds(range[1] ?? '', range[2] ?? '', body.length)
  const part = range === null ? {} : { 'Content-Range': `bytes ${start}-${end - 1}/${body.length}` }
  response.writeHead(range === null ? 200 : 206, { ...headers, ...part, 'Content-Length': end - start })
  response.end(request.method === 'HEAD' ? undefined : body.subarray(start, end))
  return end - start
}

function bounds(first: string, last: string, length: number): [number, number] {
  if (first === '') return [Math.max(0, length - Number(last)), length]
  return [Number(first), last === '' ? length : Math.min(length, Number(last) + 1)]
}

function jsonPage(project: string, listed: readonly IndexedFile[]): string {
  const files = listed.map((file) => ({
    filename: file.filename,
    url: `../../files/${file.filename}`,
    hashes: { sha256: file.sha256 },
    ...(file.requiresPython === null ? {} : { 'requires-python': file.requiresPython }),
    size: file.sizeBytes,
    'upload-time': '2025-01-01T00:00:00Z',
    ...(file.metadata === null ? {} : { 'core-metadata': { sha256: sha256(file.metadata) } }),
    yanked: false,
  }))
  return JSON.stringify({ meta: { 'api-version': '1.1' }, name: project, versions: [...new Set(listed.map(({ version }) => version))], files })
}

function htmlPage(project: string, listed: readonly IndexedFile[]): string {
  const anchors = listed.map((file) => {
    const python = file.requiresPython === null ? '' : ` data-requires-python="${file.requiresPython.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"`
    const metadata = file.metadata === null ? '' : ` data-core-metadata="sha256=${sha256(file.metadata)}"`
    const link = `../../files/${file.filename}#sha256=${file.sha256}`
    return `<a href="${link}"${python}${metadata}>${file.filename}</a><br>`
  })
  return `<!DOCTYPE html><html><body><h1>${project}</h1>\n${anchors.join('\n')}\n</body></html>`
}

function freshStats(): Stats {
  return { requests: 0, bytes: 0, firstWheelMs: null, upstreamRequests: 0, missing: [] }
}

function normalized(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase()
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
