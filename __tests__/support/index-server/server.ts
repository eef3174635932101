import { createServer } from 'node:http'
import { createSecureServer } from 'node:http2'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Server, Socket } from 'node:net'
import { answer, distorted, type Answer } from './answer.ts'
import { deliver, type Request, type Response } from './deliver.ts'
import { FaultBook, matches, seededFraction, type Fault, type FaultRule, type RequestMatcher } from './faults.ts'
import { DEFAULT_INDEX, type FileOptions, type HostedIndex, type IndexedFile, type IndexOptions } from './hosted.ts'
import { projectKey } from './pages.ts'
import { filesUrl, route } from './routes.ts'
import type { CertifiedKey } from './tls.ts'

/** One request as it was served; times in milliseconds since the server started. */
export interface RequestRecord {
  readonly method: string
  /** With query. */
  readonly path: string
  readonly range: string | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** Counts connections from 1. */
  readonly connection: number
  readonly startMs: number
  /** 0 until answered; stays 0 when dropped. */
  status: number
  /** Bytes of the body written. */
  sentBytes: number
  endMs: number | undefined
}

export interface ServerOptions {
  /** Options of the index named `simple`, which is always there. */
  readonly index?: Partial<IndexOptions>
  readonly tls?: CertifiedKey
  /** With `tls`: HTTP/2, with HTTP/1.1 for those who ask. */
  readonly http2?: boolean
  /** With `tls`: clients have to show a certificate of this authority (PEM). */
  readonly clientCa?: string
  readonly host?: string
}

/** Starts a package index on a free port of 127.0.0.1. Close it when done. */
export async function startIndex(options: ServerOptions = {}): Promise<IndexServer> {
  const server = new IndexServer(options)
  await server.listen(options.host ?? '127.0.0.1')
  return server
}

/** A real HTTP server that holds any number of named indexes, records each request, and misbehaves on demand. */
export class IndexServer {
  readonly #server: Server
  readonly #sockets = new Map<Socket, number>()
  readonly #indexes = new Map<string, HostedIndex>()
  readonly #answers = new Map<string, Answer>()
  readonly #faults = new FaultBook()
  readonly #startedMs = performance.now()
  readonly #scheme: string
  #host = ''
  #connections = 0
  #latency: { seed: string; minMs: number; maxMs: number } | undefined
  requests: RequestRecord[] = []

  constructor(options: ServerOptions) {
    this.#scheme = options.tls === undefined ? 'http' : 'https'
    this.#server = listener(options, (request, response) => { this.#serve(request, response).catch(() => response.destroy()) })
    this.#server.on(options.tls === undefined ? 'connection' : 'secureConnection', (socket: Socket) => {
      this.#sockets.set(socket, ++this.#connections)
      socket.on('close', () => this.#sockets.delete(socket)).on('error', () => undefined)
    })
    this.addIndex('simple', options.index)
  }

  async listen(host: string): Promise<void> {
    this.#host = host.includes(':') ? `[${host}]` : host
    await new Promise<void>((resolve, reject) => this.#server.once('error', reject).listen(0, host, resolve))
  }

  /** `http://127.0.0.1:port`, without a slash at the end. */
  get origin(): string {
    return `${this.#scheme}://${this.#host}:${(this.#server.address() as AddressInfo).port}`
  }

  /** What `--index-url` takes. `credentials` (`user:password`) are put into the URL. */
  indexUrl(index = 'simple', credentials?: string): string {
    return `${this.origin}/${index}/`.replace('://', credentials === undefined ? '://' : `://${credentials}@`)
  }

  /** A page of all files of an index, for `--find-links`. */
  findLinksUrl(index = 'simple'): string {
    return `${this.origin}/find-links/${index}/`
  }

  /** Base of the file URLs of an index, for another server's `filesUrl`. */
  filesUrl(index = 'simple'): string {
    return filesUrl(this.origin, index)
  }

  fileUrl(file: IndexedFile, index = 'simple'): string {
    return `${this.filesUrl(index)}${encodeURIComponent(file.filename)}`
  }

  addIndex(name: string, options: Partial<IndexOptions> = {}): this {
    this.#indexes.set(name, { name, options: { ...DEFAULT_INDEX, ...options }, projects: new Map() })
    return this
  }

  /** Changes an index's habits from the next request on. */
  configure(options: Partial<IndexOptions>, index = 'simple'): this {
    const hosted = this.#index(index)
    hosted.options = { ...hosted.options, ...options }
    return this
  }

  /** Adds files to an index; a file of the same name is replaced. */
  add(files: IndexedFile | IndexedFile[], options: FileOptions & { readonly index?: string } = {}): this {
    const { projects } = this.#index(options.index ?? 'simple')
    for (const [project, added] of Map.groupBy([files].flat(), (file) => projectKey(file.name))) {
      const names = new Set(added.map(({ filename }) => filename))
      const others = (projects.get(project) ?? []).filter(({ file }) => !names.has(file.filename))
      projects.set(project, [...others, ...added.map((file) => ({ file, options }))])
    }
    return this
  }

  /** Takes a project off an index; a project without files stays as an empty page when `keepPage`. */
  remove(name: string, { index = 'simple', keepPage = false } = {}): this {
    const { projects } = this.#index(index)
    if (keepPage) projects.set(projectKey(name), [])
    else projects.delete(projectKey(name))
    return this
  }

  /** Answers a path (without query) with exactly this, before any index is asked. Returns its URL. */
  answerWith(path: string, given: { status?: number; headers?: Record<string, string>; body?: string | Buffer }): string {
    this.#answers.set(path, answer(given.status ?? 200, given.body ?? '', given.headers))
    return `${this.origin}${path}`
  }

  /** From now on matching requests meet this fault. */
  fault(match: RequestMatcher, fault: Fault, limits: Pick<FaultRule, 'skip' | 'times'> = {}): this {
    this.#faults.add({ match, fault, ...limits })
    return this
  }

  /** Each request waits a time that depends on seed and path alone. */
  latency(seed: string | number, minMs: number, maxMs: number): this {
    this.#latency = { seed: String(seed), minMs, maxMs }
    return this
  }

  /** For how long an answer to this path is held back. */
  latencyMs(path: string): number {
    if (this.#latency === undefined) return 0
    const { seed, minMs, maxMs } = this.#latency
    return minMs + (maxMs - minMs) * seededFraction(`${seed} ${path}`)
  }

  /** Forgets faults, latency and recorded requests; indexes stay. */
  calm(): this {
    this.#faults.clear()
    this.#latency = undefined
    this.requests = []
    return this
  }

  /** Recorded requests whose path fits. */
  asked(match: RequestMatcher): RequestRecord[] {
    return this.requests.filter((request) => matches(match, request))
  }

  /** Number of connections opened so far. */
  get connections(): number {
    return this.#connections
  }

  /** Stops at once, whoever is still connected. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve))
    for (const socket of this.#sockets.keys()) socket.destroy()
    await closed
  }

  #index(name: string): HostedIndex {
    const index = this.#indexes.get(name)
    if (index === undefined) throw new Error(`no index named ${name}: addIndex first`)
    return index
  }

  async #serve(request: Request, response: Response): Promise<void> {
    const path = request.url ?? '/'
    const record = this.#record(request, path)
    const faults = [...this.#faults.faultsFor(record), ...this.#delay(path)]
    const right = this.#answers.get(path.split('?')[0] ?? '') ?? this.#route(request, path)
    const shown = distorted(right, faults, path)
    response.on('close', () => { record.endMs = this.#nowMs() }).on('error', () => undefined)
    if (!faults.some(({ kind }) => kind === 'drop')) record.status = shown.status
    await deliver(shown, faults, { request, response, sent: (bytes) => { record.sentBytes += bytes } })
  }

  #route(request: Request, path: string): Answer {
    const header = (name: string): string | undefined => [request.headers[name]].flat()[0]
    return route({ path: path.split('?')[0] ?? '/', header, origin: this.origin }, this.#indexes)
  }

  #record(request: Request, path: string): RequestRecord {
    const record: RequestRecord = {
      method: request.method ?? 'GET',
      path,
      range: request.headers.range,
      headers: request.headers,
      connection: this.#sockets.get(request.socket) ?? 0,
      startMs: this.#nowMs(),
      status: 0,
      sentBytes: 0,
      endMs: undefined,
    }
    this.requests.push(record)
    return record
  }

  #delay(path: string): Fault[] {
    return this.#latency === undefined ? [] : [{ kind: 'latency', ms: this.latencyMs(path) }]
  }

  #nowMs(): number {
    return performance.now() - this.#startedMs
  }
}

function listener(options: ServerOptions, serve: (request: Request, response: Response) => void): Server {
  if (options.tls === undefined) return createServer(serve)
  const client = options.clientCa === undefined ? {} : { ca: options.clientCa, requestCert: true, rejectUnauthorized: true }
  const tls = { ...options.tls, ...client }
  return options.http2 === true ? createSecureServer({ ...tls, allowHTTP1: true }, serve) : createTlsServer(tls, serve)
}
