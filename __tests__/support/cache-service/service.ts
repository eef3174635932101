import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { answer, distorted, type Answer } from '../index-server/answer.ts'
import { deliver } from '../index-server/deliver.ts'
import { FaultBook, type Fault } from '../index-server/faults.ts'
import { blobAnswer, storageError, type PendingBlocks } from './blobs.ts'
import { CacheEntries, type CacheAccess, type CacheEntry } from './entries.ts'
import { operationOf, protocolAnswer, type CacheOperation } from './protocols.ts'

/** One request to the service; times in milliseconds since it started. */
export interface CacheRequest {
  readonly operation: CacheOperation
  readonly method: string
  readonly path: string
  readonly receivedBytes: number
  readonly startMs: number
  /** What the answer was, or was replaced by; 0: none. */
  status: number
  sentBytes: number
}

export interface CacheServiceOptions {
  readonly port?: number
  readonly writeDenial?: 'message' | 'status'
}

const DEFAULT_ACCESS: CacheAccess = { ref: 'refs/heads/main', readable: [], mayRead: true, mayWrite: true }

/** Starts a stand-in of GitHub's cache service, both protocols, on 127.0.0.1. */
export async function startCacheService(options: CacheServiceOptions = {}): Promise<CacheService> {
  const service = new CacheService(options)
  await service.listen(options.port ?? 0)
  return service
}

/** Speaks what node_modules/@actions/cache speaks, keeps entries in memory, records every request, fails on demand. */
export class CacheService {
  readonly #server: Server
  readonly #tokens = new Map<string, CacheAccess>()
  readonly #faults = new FaultBook()
  readonly #pending: PendingBlocks = new Map()
  readonly #startedMs = performance.now()
  readonly #options: CacheServiceOptions
  readonly entries = new CacheEntries()
  requests: CacheRequest[] = []

  constructor(options: CacheServiceOptions) {
    this.#options = options
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy())
    })
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => this.#server.once('error', reject).listen(port, '127.0.0.1', resolve))
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** A token for a run on this ref. Tokens the service did not issue are runs on refs/heads/main that may do all. */
  token(access: Partial<CacheAccess> & { readonly ref: string }): string {
    const token = `token-${this.#tokens.size + 1}`
    this.#tokens.set(token, { ...DEFAULT_ACCESS, ...access })
    return token
  }

  /** The variables by which a runner tells an action of this service. */
  environment(options: { readonly token?: string; readonly protocol?: 'v1' | 'v2' } = {}): Record<string, string> {
    const token = { ACTIONS_RUNTIME_TOKEN: options.token ?? 'token-of-nobody' }
    if (options.protocol === 'v1') return { ...token, ACTIONS_CACHE_URL: `${this.origin}/` }
    return { ...token, ACTIONS_CACHE_SERVICE_V2: 'True', ACTIONS_RESULTS_URL: `${this.origin}/` }
  }

  /** From now on requests of this operation meet this fault. */
  fault(operation: CacheOperation, fault: Fault, limits: { readonly skip?: number; readonly times?: number } = {}): this {
    this.#faults.add({ match: ({ path }) => path === operation, fault, ...limits })
    return this
  }

  /** Forgets faults and recorded requests; entries stay. */
  calm(): this {
    this.#faults.clear()
    this.requests = []
    return this
  }

  /** Committed keys, oldest first. */
  keys(): string[] {
    return this.entries.all().filter(({ committed }) => committed).map(({ key }) => key)
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve))
    this.#server.closeAllConnections()
    await closed
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.origin)
    const method = request.method ?? 'GET'
    if (url.pathname === '/-/requests') return void response.end(JSON.stringify({ requests: this.requests, keys: this.keys(), bytes: this.entries.all().reduce((sum, { bytes }) => sum + bytes.length, 0) }))
    const operation = operationOf(method, url)
    const startMs = performance.now() - this.#startedMs
    const body = await buffer(request)
    const record: CacheRequest = { operation, method, path: `${url.pathname}${url.search}`, receivedBytes: body.length, startMs, status: 0, sentBytes: 0 }
    this.requests.push(record)
    const faults = this.#faults.faultsFor({ method, path: operation, range: request.headers.range })
    // A refused call has no effect; a call whose answer is lost on the way has.
    const refused = faults.some(({ kind }) => kind === 'status')
    const right = refused ? answer(200) : this.#answer(operation, { request, url, method, body })
    const shown = distorted(right, faults, url.pathname)
    if (!faults.some(({ kind }) => kind === 'drop')) record.status = shown.status
    await deliver(shown, faults, { request, response, sent: (bytes) => { record.sentBytes += bytes } })
  }

  #answer(operation: CacheOperation, { request, url, method, body }: { request: IncomingMessage; url: URL; method: string; body: Buffer }): Answer {
    if (url.pathname.startsWith('/blob/')) {
      const entry = this.entries.byId(Number(url.pathname.split('/').at(-1)))
      if (entry === undefined || url.searchParams.get('sig') !== signature(entry)) return storageError(403, 'AuthenticationFailed')
      return blobAnswer({ method, url, range: request.headers['x-ms-range']?.toString() ?? request.headers.range, body }, entry, this.#pending)
    }
    const access = this.#tokens.get((request.headers.authorization ?? '').replace(/^Bearer /, '')) ?? DEFAULT_ACCESS
    if (request.headers.authorization === undefined) return answer(401, JSON.stringify({ message: 'no token' }), { 'Content-Type': 'application/json' })
    return protocolAnswer(operation, {
      method, url, body, access,
      header: (name) => [request.headers[name]].flat()[0],
      entries: this.entries,
      // At the host that was asked, which may stand behind a proxy.
      blobUrl: (entry) => `http://${request.headers.host ?? ''}/blob/actions-cache/${entry.id}?sig=${signature(entry)}&se=2099-01-01`,
      writeDenial: this.#options.writeDenial ?? 'message',
    })
  }
}

function signature(entry: CacheEntry): string {
  return `signed-${entry.id}-${entry.version.slice(0, 12)}`
}
