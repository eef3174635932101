import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw, type BrotliOptions, type ZlibOptions } from 'node:zlib'
import { systemErrorCode, UserError } from '../kernel/errors.ts'
import { redactUrl } from '../kernel/secrets.ts'
import type { HttpAnswer } from './client.ts'
import { AttemptFailed } from './failures.ts'
import { GatheredBytes } from './gathered-bytes.ts'

type Decoder = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>

const inflated = promisify<Buffer, ZlibOptions, Buffer>(inflate)
const inflatedRaw = promisify<Buffer, ZlibOptions, Buffer>(inflateRaw)
const DECODERS: Readonly<Record<string, Decoder>> = {
  gzip: promisify<Buffer, ZlibOptions, Buffer>(gunzip),
  'x-gzip': promisify<Buffer, ZlibOptions, Buffer>(gunzip),
  // RFC 9110 means zlib's format, and some servers send what its name says.
  deflate: (bytes, options) => inflated(bytes, options).catch((error: unknown) => (systemErrorCode(error) === 'Z_DATA_ERROR' ? inflatedRaw(bytes, options) : Promise.reject(error as Error))),
  br: promisify<Buffer, BrotliOptions, Buffer>(brotliDecompress),
}

/** What `readBody` can decode, for the request's `accept-encoding`. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br'

/** Answers read into memory beyond this, packed or not, are an attack or a mistake; the largest project pages are some 40 MB. */
const MAX_BODY_BYTES = 256 << 20

/**
 * The whole body, decoded. A body shorter than declared, or one that cannot be decoded, counts as a failed attempt. Throws
 * `index-answer` for one that is too big or encoded in a way nobody asked for.
 */
export async function readBody(answer: HttpAnswer): Promise<Buffer> {
  const gathered = new GatheredBytes(declaredBytes(answer))
  for await (const chunk of answer.body) {
    gathered.add(chunk)
    if (gathered.sizeBytes > MAX_BODY_BYTES) throw tooBig(answer)
  }
  assertWhole(answer, gathered.sizeBytes)
  return decoded(answer, gathered.whole())
}

async function decoded(answer: HttpAnswer, raw: Buffer): Promise<Buffer> {
  const encoding = contentEncoding(answer)
  if (encoding === undefined || raw.length === 0) return raw
  const decode = DECODERS[encoding]
  if (decode === undefined) {
    throw new UserError('index-answer', `${redactUrl(answer.url)} is encoded as "${encoding}", which was not asked for`, { origin: { kind: 'index', url: redactUrl(answer.url) } })
  }
  try {
    return await decode(raw, { maxOutputLength: MAX_BODY_BYTES })
  } catch (error) {
    if (systemErrorCode(error) === 'ERR_BUFFER_TOO_LARGE') throw tooBig(answer)
    throw new AttemptFailed({ kind: 'content' }, `the answer's ${encoding} encoding is broken`, error)
  }
}

/** The encoding of an answer's content; undefined for none. */
export function contentEncoding(answer: Pick<HttpAnswer, 'headers'>): string | undefined {
  const encoding = answer.headers['content-encoding']?.trim().toLowerCase() ?? ''
  return encoding === '' || encoding === 'identity' ? undefined : encoding
}

function declaredBytes({ headers }: HttpAnswer): number | undefined {
  const declared = headers['content-length']
  return declared === undefined ? undefined : Number(declared)
}

function tooBig(answer: HttpAnswer): UserError {
  answer.body.discard()
  return new UserError('index-answer', `${redactUrl(answer.url)} is bigger than ${MAX_BODY_BYTES >> 20} MiB, which no page is`, { origin: { kind: 'index', url: redactUrl(answer.url) } })
}

/** Compares what came with `content-length`; HTTP/1.1 parsers notice most cuts, this one covers the rest. */
export function assertWhole(answer: HttpAnswer, receivedBytes: number): void {
  const declared = declaredBytes(answer)
  if (declared !== undefined && declared !== receivedBytes) {
    throw new AttemptFailed({ kind: 'connection', code: 'BODY_CUT' }, `the answer ended after ${receivedBytes} of ${declared} bytes`)
  }
}
