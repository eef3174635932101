import { hashFault, sha256Among } from '../kernel/digests.ts'
import type { Hash, Sha256 } from '../kernel/hash.ts'
import { messageOf, UserError } from '../kernel/errors.ts'
import { release } from '../kernel/release.ts'
import { redactUrl } from '../kernel/secrets.ts'
import type { HttpAnswer, HttpClient, HttpRequest } from './client.ts'
import { contentPieces } from './content-pieces.ts'
import { freshDownload, type DownloadState } from './download-state.ts'
import { AttemptFailed, classifyError } from './failures.ts'
import { strongValidator } from './parts.ts'
import { assertWhole } from './read.ts'
import { asHashMismatch, wrongHash } from './wrong-hash.ts'

/** Where a downloaded file's bytes go, in order. `restart` forgets everything written before. */
export interface DownloadSink {
  /** What is there already, from an earlier run. */
  readonly earlier: { readonly sizeBytes: number; readonly validator: string | undefined; read(): AsyncIterable<Buffer> } | undefined
  /** The chunk's memory is given back afterwards. */
  write(chunk: Buffer): void
  restart(): void
}

/** A file to be received, and what was said of it. */
export interface DownloadRequest extends Pick<HttpRequest, 'signal' | 'urgent' | 'onPlace'> {
  readonly url: string
  readonly sink: DownloadSink
  /** What was said about the file. Each group comes from one source (index, user) and fits when one of its hashes does. */
  readonly expected: readonly (readonly Hash[])[]
  readonly onProgress?: (receivedBytes: number) => void
  /** Told the validator (strong ETag) of what is being received, or undefined: what is needed to go on in a later run. */
  readonly onValidator?: (validator: string | undefined) => void
}

/** A file that came whole, with the hashes that were said of it. */
export interface Downloaded {
  readonly sizeBytes: number
  readonly sha256: Sha256
  /** Bytes that were there from an earlier run and did not have to be fetched. */
  readonly earlierBytes: number
}

/**
 * Streams a file into a sink while hashing it. A connection that breaks is resumed by range: with the validator the server gave, or,
 * when a hash is known that will judge the whole, without one. Bytes of an earlier run are gone on with only when such a hash is
 * known. A wrong hash is fetched once more from the start, past caches (a bad proxy, a flipped bit), then refused as `hash-mismatch`.
 * Throws `download-failed` when the server does not have the file or will not give it, and what the client throws.
 */
export async function download(client: HttpClient, request: DownloadRequest): Promise<Downloaded> {
  let state = await startState(request)
  const startOver = (wrongHashes: number): void => {
    request.sink.restart()
    state = freshDownload(request.expected, wrongHashes)
  }
  const { url, signal, urgent, onPlace } = request
  const terms = { signal, isBulk: true, ...(urgent === undefined ? {} : { urgent }), ...(onPlace === undefined ? {} : { onPlace }) }
  return client.request(url, { ...terms, headers: () => headersOf(state) }, async (answer) => {
    if (state.receivedBytes > 0 && !continues(answer, state.receivedBytes)) {
      startOver(state.wrongHashes)
      if (answer.status === 206 || answer.status === 416) throw unusableRange(answer)
    }
    if (answer.status !== 200 && answer.status !== 206) throw refusedError(url, answer)
    await receive(answer, request, state)
    const digests = state.digests()
    const wrong = hashFault(request.expected, digests)
    if (wrong === undefined) return { sizeBytes: state.receivedBytes, sha256: sha256Among(digests), earlierBytes: state.earlierBytes }
    startOver(state.wrongHashes + 1)
    throw wrongHash(`${wrong}${whatCame(answer)}`)
  }).catch((error: unknown) => {
    throw asHashMismatch(url, error)
  })
}

/** With what an earlier run left, where a hash will judge the whole. */
async function startState({ sink, expected }: DownloadRequest): Promise<DownloadState> {
  const state = freshDownload(expected)
  if (sink.earlier === undefined) return state
  if (!state.isJudged) {
    sink.restart()
    return state
  }
  for await (const piece of sink.earlier.read()) state.update(piece)
  state.earlierBytes = state.receivedBytes
  state.validator = sink.earlier.validator
  return state
}

function headersOf(state: DownloadState): Record<string, string> {
  const plain: Record<string, string> = { 'accept-encoding': 'identity', ...(state.wrongHashes === 0 ? {} : { 'cache-control': 'no-cache' }) }
  if (state.receivedBytes === 0) return plain
  const range = { ...plain, range: `bytes=${state.receivedBytes}-` }
  return state.validator === undefined ? range : { ...range, 'if-range': state.validator }
}

async function receive(answer: HttpAnswer, request: DownloadRequest, state: DownloadState): Promise<void> {
  const startedAt = state.receivedBytes
  if (startedAt === 0) {
    state.validator = strongValidator(answer)
    request.onValidator?.(state.validator)
  }
  const pieces = contentPieces(answer, state.wrongHashes > 0)
  try {
    for await (const piece of pieces.read()) {
      state.update(piece)
      request.sink.write(piece)
      release(piece)
      request.onProgress?.(state.receivedBytes)
    }
    assertWhole(answer, pieces.isDecoded ? pieces.wireBytes : state.receivedBytes - startedAt)
  } catch (error) {
    throw brokenOff(error, { state, startedAt, canGoOn: !pieces.isDecoded, sink: request.sink }, request)
  }
}

interface BrokenOff {
  readonly state: DownloadState
  readonly startedAt: number
  readonly canGoOn: boolean
  readonly sink: DownloadSink
}

/** A body that broke: what arrived of it counts, unless nothing could tell that the rest belongs to it. */
function brokenOff(error: unknown, { state, startedAt, canGoOn, sink }: BrokenOff, { signal }: DownloadRequest): unknown {
  const failure = error instanceof AttemptFailed ? error.failure : classifyError(error)
  if (signal.aborted || failure === undefined || (failure.kind !== 'connection' && failure.kind !== 'silence')) return error
  const newBytes = canGoOn && state.isResumable() ? state.receivedBytes - startedAt : 0
  if (!canGoOn || !state.isResumable()) {
    sink.restart()
    state.reset()
  }
  return new AttemptFailed({ kind: 'cut', code: failure.code, newBytes }, messageOf(error), error)
}

function continues(answer: HttpAnswer, offset: number): boolean {
  return answer.status === 206 && (answer.headers['content-range'] ?? '').trim().toLowerCase().startsWith(`bytes ${offset}-`)
}

/** Another part than the one that was asked for, or none: asked again from the start. */
function unusableRange(answer: HttpAnswer): AttemptFailed {
  answer.body.discard()
  return new AttemptFailed({ kind: 'connection', code: 'UNUSABLE_RANGE' }, `answered ${answer.status} with the range "${answer.headers['content-range'] ?? ''}"`)
}

function whatCame(answer: HttpAnswer): string {
  return (answer.headers['content-type'] ?? '').toLowerCase().startsWith('text/html') ? ' (the answer is an HTML page: a login page, or the notice of a proxy?)' : ''
}

function goneHint(url: string): string {
  if (/\[[^\]]*\]$/.test(url)) return 'extras stand before a URL: name[extra] @ URL'
  return 'the host does not have this file: the page that lists it, or the URL as it was written, is out of date'
}

function refusedError(url: string, answer: HttpAnswer): UserError {
  answer.body.discard()
  const { status } = answer
  const isGone = status === 404 || status === 410
  const isRefused = status === 401 || status === 403 || status === 407
  const credentials = answer.authenticated ? 'the credentials that were sent are not accepted for it' : 'its host may want credentials: netrc, or those of the index if it is the same host'
  const hint = isGone ? goneHint(url) : isRefused ? credentials : undefined
  return new UserError('download-failed', `${redactUrl(url)} answered ${status}`, { origin: { kind: 'index', url: redactUrl(url) }, ...(hint === undefined ? {} : { hint }) })
}
