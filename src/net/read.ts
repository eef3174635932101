import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import { AttemptFailed, type HttpAnswer } from './client.ts'

const DECODERS: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  gzip: promisify<Buffer, Buffer>(gunzip),
  'x-gzip': promisify<Buffer, Buffer>(gunzip),
  deflate: promisify<Buffer, Buffer>(inflate),
  br: promisify<Buffer, Buffer>(brotliDecompress),
}

/** What `readBody` can decode, for the request's `accept-encoding`. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br'

/** Pages beyond this are an attack or a mistake; the largest project pages are some 30 MB. */
const MAX_BODY_BYTES = 256 << 20

/** The whole body, decoded. A body shorter than declared counts as a failed attempt. */
export async function readBody(answer: HttpAnswer): Promise<Buffer> {
  const chunks: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of answer.body) {
    chunks.push(chunk)
    sizeBytes += chunk.length
    if (sizeBytes > MAX_BODY_BYTES) throw new Error(`${answer.url} sent more than ${MAX_BODY_BYTES} bytes`)
  }
  assertWhole(answer, sizeBytes)
  const raw = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)
  const decode = DECODERS[answer.headers['content-encoding']?.trim().toLowerCase() ?? '']
  return decode === undefined ? raw : decode(raw)
}

/** Compares what came with `content-length`; HTTP/1.1 parsers notice most cuts, this one covers the rest. */
export function assertWhole(answer: HttpAnswer, receivedBytes: number): void {
  const declared = answer.headers['content-length']
  if (declared !== undefined && Number(declared) !== receivedBytes) {
    throw new AttemptFailed({ kind: 'connection', code: 'BODY_CUT' }, `the answer ended after ${receivedBytes} of ${declared} bytes`)
  }
}
