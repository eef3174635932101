import { messageOf } from '../kernel/errors.ts'
import { release } from '../kernel/release.ts'
import type { HttpAnswer, HttpClient, HttpRequest } from './client.ts'
import { AttemptFailed, classifyError } from './failures.ts'
import { contentEncoding } from './read.ts'

/** Where the bytes of a file go that comes in parts. */
export interface PartsSink {
  /** The chunk's memory is given back afterwards. */
  part(offset: number): { write(chunk: Buffer): void }
}

/** A big file to be received in parts. */
export interface PartsRequest extends Pick<HttpRequest, 'signal' | 'urgent' | 'onPlace'> {
  readonly url: string
  /** As it was said in advance; a server that says otherwise is not asked for parts. */
  readonly sizeBytes: number
  readonly partCount: number
  readonly sink: PartsSink
  /** One connection that brings so many bytes a second is enough. */
  readonly briskRate: number
  /** Told every byte in order, while one part comes after the other. */
  readonly onOrdered: (piece: Buffer) => void
  readonly onProgress?: (receivedBytes: number) => void
}

/** What receiving in parts came to. */
export interface PartsOutcome {
  readonly isWhole: boolean
  /** Whether every byte that came was told in order. */
  readonly isOrdered: boolean
  /** Bytes received without a gap from the start. */
  readonly prefixBytes: number
  /** The validator (strong ETag) of what was received. */
  readonly validator: string | undefined
  /** Why it is not whole; undefined: the server does not give this file in parts. */
  readonly error?: unknown
}

interface Part {
  readonly offset: number
  readonly sizeBytes: number
  received: number
}

/** The server ignores ranges, or means another file by them. */
class NoParts extends Error {}

/** A part's beginning says nothing yet about how brisk its connection is. */
const UNKNOWN_MS = 50

/**
 * Receives a big file in parts. While the connection is brisk one part comes after the other; as soon as it is not, all the rest are
 * asked for at once, each over a connection of its own: many hosts and lines limit each connection. The first part's answer tells
 * whether the server gives parts, and the validator for the others. Each part is retried and resumed by itself. What came is not
 * judged here: the caller knows the hash of the whole. A failure of the network, and a stop, is an outcome, because a beginning
 * is worth keeping.
 */
export async function downloadInParts(client: HttpClient, request: PartsRequest): Promise<PartsOutcome> {
  const parts = cut(request)
  const ending = new AbortController()
  const signal = AbortSignal.any([request.signal, ending.signal])
  const waiting = [...parts]
  const beside: Promise<void>[] = []
  let validator: string | undefined
  let isOrdered = true
  const onProgress = (): void => request.onProgress?.(parts.reduce((sum, { received }) => sum + received, 0))
  const fetchPart = (part: Part): Promise<void> => {
    const isSlow = slowness(part, request.briskRate)
    const onAnswer = (answer: HttpAnswer): void => void (validator ??= strongValidator(answer))
    const onPiece = (piece: Buffer): void => {
      if (isOrdered) request.onOrdered(piece)
      if (waiting.length > 0 && isSlow()) startRest()
    }
    return receivePart(client, { ...request, signal, onProgress }, { part, onAnswer, onPiece, validator: () => validator }).catch((error: unknown) => {
      ending.abort(error)
      throw error
    })
  }
  const startRest = (): void => {
    isOrdered = false
    beside.push(...waiting.splice(0).map(fetchPart))
    for (const other of beside) other.catch(() => undefined)
  }
  const inOrder = async (): Promise<void> => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) await fetchPart(part)
  }
  const outcomes = [...(await Promise.allSettled([inOrder()])), ...(await Promise.allSettled(beside))]
  const isWhole = outcomes.every(({ status }) => status === 'fulfilled') && parts.every(({ received, sizeBytes }) => received === sizeBytes)
  if (isWhole) return { isWhole, isOrdered, prefixBytes: request.sizeBytes, validator }
  // The first failure stopped the others.
  const error: unknown = request.signal.aborted ? request.signal.reason : ending.signal.reason
  return { isWhole, isOrdered, prefixBytes: prefixOf(parts), validator, ...(error instanceof NoParts ? {} : { error }) }
}

/** Whether a part comes slower than so many bytes a second; asked when a piece has come. */
function slowness(part: Part, briskRate: number): () => boolean {
  let startMs: number | undefined
  return () => {
    startMs ??= performance.now()
    const ms = performance.now() - startMs
    return ms >= UNKNOWN_MS && part.received < (briskRate * ms) / 1000
  }
}

function cut({ sizeBytes, partCount }: PartsRequest): Part[] {
  const partBytes = Math.ceil(sizeBytes / partCount)
  return Array.from({ length: Math.ceil(sizeBytes / partBytes) }, (_, index) => ({ offset: index * partBytes, sizeBytes: Math.min(partBytes, sizeBytes - index * partBytes), received: 0 }))
}

function prefixOf(parts: readonly Part[]): number {
  const broken = parts.find(({ received, sizeBytes }) => received < sizeBytes)
  return broken === undefined ? 0 : broken.offset + broken.received
}

interface PartTerms {
  readonly part: Part
  readonly onAnswer: (answer: HttpAnswer) => void
  readonly onPiece: (piece: Buffer) => void
  readonly validator: () => string | undefined
}

async function receivePart(client: HttpClient, request: PartsRequest, { part, onAnswer, onPiece, validator }: PartTerms): Promise<void> {
  const { url, signal, urgent, onPlace } = request
  const sink = request.sink.part(part.offset)
  const end = part.offset + part.sizeBytes
  const headers = (): Record<string, string> => {
    const known = validator()
    return { 'accept-encoding': 'identity', range: `bytes=${part.offset + part.received}-${end - 1}`, ...(known === undefined ? {} : { 'if-range': known }) }
  }
  const terms = { signal, headers, isBulk: true, ...(urgent === undefined ? {} : { urgent }), ...(onPlace === undefined ? {} : { onPlace }) }
  await client.request(url, terms, async (answer) => {
    const range = `bytes ${part.offset + part.received}-${end - 1}/${request.sizeBytes}`
    if (answer.status !== 206 || answer.headers['content-range']?.trim().toLowerCase() !== range || contentEncoding(answer) !== undefined) {
      answer.body.discard()
      throw new NoParts()
    }
    onAnswer(answer)
    await receive(answer, { ...request, sink }, { part, onPiece })
  })
}

async function receive(answer: HttpAnswer, { signal, sink, onProgress }: Pick<PartsRequest, 'signal' | 'onProgress'> & { readonly sink: ReturnType<PartsSink['part']> }, { part, onPiece }: Pick<PartTerms, 'part' | 'onPiece'>): Promise<void> {
  const startedAt = part.received
  try {
    for await (const piece of answer.body) {
      if (part.received + piece.length > part.sizeBytes) throw new NoParts()
      sink.write(piece)
      part.received += piece.length
      onPiece(piece)
      release(piece)
      onProgress?.(part.received)
    }
    if (part.received < part.sizeBytes) throw new AttemptFailed({ kind: 'connection', code: 'BODY_CUT' }, `the answer ended after ${part.received - startedAt} bytes`)
  } catch (error) {
    const failure = error instanceof AttemptFailed ? error.failure : classifyError(error)
    if (signal.aborted || failure === undefined || (failure.kind !== 'connection' && failure.kind !== 'silence')) throw error
    throw new AttemptFailed({ kind: 'cut', code: failure.code, newBytes: part.received - startedAt }, messageOf(error), error)
  }
}

/** Weak validators must not be used with If-Range (RFC 9110 §13.1.5). */
export function strongValidator(answer: Pick<HttpAnswer, 'headers'>): string | undefined {
  const etag = answer.headers.etag
  return etag !== undefined && !etag.startsWith('W/') ? etag : undefined
}
