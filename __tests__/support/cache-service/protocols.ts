import { answer, type Answer } from '../index-server/answer.ts'
import type { CacheAccess, CacheEntries, CacheEntry } from './entries.ts'

/** What both protocols need to answer a call. */
export interface Call {
  readonly method: string
  readonly url: URL
  readonly body: Buffer
  readonly header: (name: string) => string | undefined
  readonly access: CacheAccess
  readonly entries: CacheEntries
  /** Makes the URL of an entry's blob. */
  readonly blobUrl: (entry: CacheEntry) => string
  /** How the new protocol denies writing: in the answer's message, which the client looks at, or as status 403. */
  readonly writeDenial: 'message' | 'status'
}

/** What a call is for; faults and records go by it. */
export type CacheOperation = 'lookup' | 'reserve' | 'upload' | 'finalize' | 'download' | 'list' | 'other'

const WRITE_DENIED = 'cache write denied: the token of this run is read-only'
const READ_DENIED = 'cache read denied: the token of this run has no readable scopes'
const V1 = '/_apis/artifactcache/'
const V2 = '/twirp/github.actions.results.api.v1.CacheService/'

/** The operation behind a request. */
export function operationOf(method: string, url: URL): CacheOperation {
  if (url.pathname.startsWith(V2)) return V2_OPERATIONS[url.pathname.slice(V2.length)] ?? 'other'
  if (url.pathname.startsWith('/blob/')) return method === 'PUT' ? 'upload' : 'download'
  if (!url.pathname.startsWith(V1)) return 'other'
  const resource = url.pathname.slice(V1.length)
  if (resource === 'cache') return 'lookup'
  if (resource === 'caches') return method === 'POST' ? 'reserve' : 'list'
  return method === 'PATCH' ? 'upload' : 'finalize'
}

const V2_OPERATIONS: Readonly<Record<string, CacheOperation>> = {
  GetCacheEntryDownloadURL: 'lookup', CreateCacheEntry: 'reserve', FinalizeCacheEntryUpload: 'finalize',
}

/** Answers a call of either protocol that is not a blob's. */
export function protocolAnswer(operation: CacheOperation, call: Call): Answer {
  return call.url.pathname.startsWith(V2) ? twirp(operation, call) : legacy(operation, call)
}

interface TwirpRequest {
  readonly key: string
  readonly version: string
  readonly restore_keys?: readonly string[]
  readonly size_bytes?: string
}

/** Version 2: twirp over JSON, field names as in the protobuf definition. */
function twirp(operation: CacheOperation, call: Call): Answer {
  const request = JSON.parse(call.body.toString()) as TwirpRequest
  const { access, entries } = call
  switch (operation) {
    case 'lookup': {
      if (!access.mayRead) return twirpError(403, 'permission_denied', READ_DENIED)
      const found = entries.find(access, { key: request.key, restoreKeys: request.restore_keys ?? [], version: request.version })
      return found === undefined ? json(200, { ok: false }) : json(200, { ok: true, signed_download_url: call.blobUrl(found), matched_key: found.key })
    }
    case 'reserve': {
      if (!access.mayWrite) return call.writeDenial === 'status' ? twirpError(403, 'permission_denied', WRITE_DENIED) : json(200, { ok: false, message: WRITE_DENIED })
      const entry = entries.reserve(request.key, request.version, access.ref)
      if (entry === undefined) return twirpError(409, 'already_exists', 'cache entry with the same key, version, and scope already exists')
      return json(200, { ok: true, signed_upload_url: call.blobUrl(entry) })
    }
    case 'finalize': {
      const entry = entries.reserved(request.key, request.version, access.ref)
      if (entry === undefined) return twirpError(404, 'not_found', 'cache entry not found')
      if (String(entry.bytes.length) !== request.size_bytes) return json(200, { ok: false, message: 'size of the upload does not match' })
      entry.committed = true
      return json(200, { ok: true, entry_id: String(entry.id) })
    }
    default:
      return twirpError(404, 'bad_route', `no handler for ${call.url.pathname}`)
  }
}

/** Version 1: `_apis/artifactcache`, as GHES and many self-hosted servers speak it. */
function legacy(operation: CacheOperation, call: Call): Answer {
  const { access, entries, url } = call
  const entry = entries.byId(Number(/caches\/(\d+)$/.exec(url.pathname)?.[1] ?? 0))
  switch (operation) {
    case 'lookup': {
      if (!access.mayRead) return json(403, { message: READ_DENIED })
      const [key = '', ...restoreKeys] = (url.searchParams.get('keys') ?? '').split(',')
      const found = entries.find(access, { key, restoreKeys, version: url.searchParams.get('version') ?? '' })
      return found === undefined ? answer(204) : json(200, { ...listed(found), archiveLocation: call.blobUrl(found) })
    }
    case 'reserve': {
      if (!access.mayWrite) return json(403, { message: WRITE_DENIED })
      const request = JSON.parse(call.body.toString()) as TwirpRequest
      const reserved = entries.reserve(request.key, request.version, access.ref)
      return reserved === undefined ? json(409, { message: `Cache already exists. Key: ${request.key}` }) : json(201, { cacheId: reserved.id })
    }
    case 'upload': {
      const start = Number(/^bytes (\d+)-/.exec(call.header('content-range') ?? '')?.[1] ?? NaN)
      if (entry === undefined || entry.committed || Number.isNaN(start)) return json(400, { message: 'no such upload' })
      entry.bytes = written(entry.bytes, start, call.body)
      return answer(204)
    }
    case 'finalize': {
      const { size } = JSON.parse(call.body.toString()) as { size: number }
      if (entry === undefined || entry.bytes.length !== size) return json(400, { message: 'size of the upload does not match' })
      entry.committed = true
      return answer(204)
    }
    case 'list': {
      const key = url.searchParams.get('key') ?? ''
      const artifactCaches = entries.all().filter((one) => one.committed && one.key.startsWith(key)).map(listed)
      return json(200, { totalCount: artifactCaches.length, artifactCaches })
    }
    default:
      return json(404, { message: 'no such resource' })
  }
}

function listed(entry: CacheEntry): Record<string, unknown> {
  return { cacheKey: entry.key, cacheVersion: entry.version, scope: entry.scope, creationTime: entry.createdAt }
}

function written(bytes: Buffer, start: number, part: Buffer): Buffer {
  const grown = Buffer.alloc(Math.max(bytes.length, start + part.length))
  bytes.copy(grown)
  part.copy(grown, start)
  return grown
}

function twirpError(status: number, code: string, msg: string): Answer {
  return json(status, { code, msg })
}

function json(status: number, value: unknown): Answer {
  return answer(status, JSON.stringify(value), { 'Content-Type': 'application/json' })
}
