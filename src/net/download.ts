import { createHash } from 'node:crypto'
import type { Hash } from '../kernel/hash.ts'
import { UserError } from '../kernel/errors.ts'
import { redactUrl } from '../kernel/secrets.ts'
import { AttemptFailed, type HttpAnswer, type HttpClient } from './client.ts'
import { assertWhole } from './read.ts'

/** Where a downloaded file's bytes go, in order. `restart` forgets everything written before. */
export interface DownloadSink {
  write(chunk: Buffer): Promise<void> | void
  restart(): Promise<void> | void
}

export interface DownloadRequest {
  readonly url: string
  readonly sink: DownloadSink
  /** What was said about the file. Each group comes from one source (index, user) and fits when one of its hashes does. */
  readonly expected: readonly (readonly Hash[])[]
  readonly signal: AbortSignal
  readonly urgent?: boolean
  /** Told when a place within the limits is free, once per attempt. */
  readonly onPlace?: () => void
  /** Told once per attempt that starts from nothing: the declared size, if any. */
  readonly onSize?: (sizeBytes: number | undefined) => void
  readonly onProgress?: (receivedBytes: number) => void
}

export interface Downloaded {
  readonly sizeBytes: number
  readonly sha256: string
  readonly finalUrl: string
}

/**
 * Streams a file into a sink while hashing it. A connection that breaks is resumed by range: with the validator the
 * server gave, or, when a hash is known that will judge the whole, without one. A wrong hash is fetched once more from the
 * start (a bad proxy, a flipped bit), then refused as `hash-mismatch`.
 */
export async function download(client: HttpClient, request: DownloadRequest): Promise<Downloaded> {
  let state = freshState(request)
  const headers = (): Record<string, string> => {
    if (state.receivedBytes === 0 || !state.resumable) return { 'accept-encoding': 'identity' }
    const range = { 'accept-encoding': 'identity', range: `bytes=${state.receivedBytes}-` }
    return state.validator === undefined ? range : { ...range, 'if-range': state.validator }
  }
  const options = {
    headers,
    signal: request.signal,
    ...(request.urgent === undefined ? {} : { urgent: request.urgent }),
    ...(request.onPlace === undefined ? {} : { onPlace: request.onPlace }),
  }
  return client.request(request.url, options, async (answer) => {
    if (answer.status !== 200 && answer.status !== 206) throw refusedError(request.url, answer)
    if (state.receivedBytes > 0 && !continues(answer, state.receivedBytes)) {
      await request.sink.restart()
      state = freshState(request)
    }
    await receive(answer, request, state)
    const wrong = findWrongHash(state.digests(), request.expected)
    if (wrong !== undefined) {
      await request.sink.restart()
      state = freshState(request)
      throw new AttemptFailed({ kind: 'wrong-hash' }, wrong)
    }
    return { sizeBytes: state.receivedBytes, sha256: state.digests().get('sha256') ?? '', finalUrl: answer.url }
  }).catch((error: unknown) => {
    throw hashError(request.url, error)
  })
}

interface DownloadState {
  receivedBytes: number
  validator: string | undefined
  resumable: boolean
  update(chunk: Buffer): void
  digests(): ReadonlyMap<string, string>
}

function freshState(request: DownloadRequest): DownloadState {
  const algorithms = new Set<string>(['sha256', ...request.expected.flat().map((hash) => hash.algorithm)])
  const hashers = [...algorithms].map((algorithm) => [algorithm, createHash(algorithm)] as const)
  let digests: Map<string, string> | undefined
  return {
    receivedBytes: 0,
    validator: undefined,
    resumable: request.expected.length > 0,
    update: (chunk) => {
      for (const [, hasher] of hashers) hasher.update(chunk)
    },
    digests: () => (digests ??= new Map(hashers.map(([algorithm, hasher]) => [algorithm, hasher.digest('hex')]))),
  }
}

async function receive(answer: HttpAnswer, request: DownloadRequest, state: DownloadState): Promise<void> {
  const startedAt = state.receivedBytes
  if (startedAt === 0) {
    const declared = answer.headers['content-length']
    request.onSize?.(declared === undefined ? undefined : Number(declared))
    state.validator = strongValidator(answer)
    state.resumable ||= state.validator !== undefined
  }
  for await (const chunk of answer.body) {
    state.update(chunk)
    state.receivedBytes += chunk.length
    const pending = request.sink.write(chunk)
    if (pending !== undefined) await pending
    request.onProgress?.(state.receivedBytes)
  }
  assertWhole(answer, state.receivedBytes - startedAt)
}

/** Weak validators must not be used with If-Range (RFC 9110 §13.1.5). */
function strongValidator(answer: HttpAnswer): string | undefined {
  const etag = answer.headers.etag
  return etag !== undefined && !etag.startsWith('W/') ? etag : undefined
}

function continues(answer: HttpAnswer, offset: number): boolean {
  return answer.status === 206 && (answer.headers['content-range'] ?? '').startsWith(`bytes ${offset}-`)
}

/** The first group of which no hash fits, as text, or undefined. */
function findWrongHash(digests: ReadonlyMap<string, string>, expected: readonly (readonly Hash[])[]): string | undefined {
  for (const group of expected) {
    if (group.length === 0 || group.some((hash) => digests.get(hash.algorithm) === hash.hex.toLowerCase())) continue
    const algorithms = new Set(group.map((hash) => hash.algorithm))
    const got = [...algorithms].map((algorithm) => `${algorithm}=${digests.get(algorithm) ?? ''}`)
    return `expected ${group.map((hash) => `${hash.algorithm}=${hash.hex}`).join(' or ')}, got ${got.join(' ')}`
  }
  return undefined
}

function refusedError(url: string, answer: HttpAnswer): UserError {
  answer.body.discard()
  const hint = answer.status === 404 || answer.status === 410 ? 'the index lists a file that its host does not have' : undefined
  return new UserError('download-failed', `${redactUrl(url)} answered ${answer.status}`, {
    origin: { kind: 'index', url: redactUrl(url) },
    ...(hint === undefined ? {} : { hint }),
  })
}

function hashError(url: string, error: unknown): unknown {
  const cause = error instanceof UserError ? error.cause : undefined
  if (!(cause instanceof AttemptFailed) || cause.failure.kind !== 'wrong-hash') return error
  return new UserError('hash-mismatch', `${redactUrl(url)} does not have the expected hash: ${cause.message}`, {
    origin: { kind: 'index', url: redactUrl(url) },
    hint: 'downloaded twice with the same result: the file was changed, or a proxy alters it; do not install it',
  })
}
