import { Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { HttpAnswer } from './client.ts'
import { contentEncoding } from './read.ts'

/** The content of a file's answer, piece by piece. */
export interface ContentPieces {
  read(): AsyncIterable<Buffer>
  /** Whether pieces are decoded, so that their number says nothing about positions in the answer. Known once the first piece came. */
  readonly isDecoded: boolean
  /** Bytes as they travelled, where that differs from what was read. */
  readonly wireBytes: number
}

const DECODERS = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress } as const
const ZIP_MAGIC = Buffer.from('PK')

/**
 * Files are asked for without encoding, and what comes is taken as it is even if it says otherwise: servers label stored archives as
 * gzip (pip: decode_content=False). Those that really encode are found out: a wheel that does not begin like a zip archive, another
 * file whose hash did not fit as it came (`isSecondTry`).
 */
export function contentPieces(answer: HttpAnswer, isSecondTry: boolean): ContentPieces {
  const encoding = contentEncoding(answer)
  const makeDecoder = encoding !== undefined && answer.status === 200 && encoding in DECODERS ? DECODERS[encoding as keyof typeof DECODERS] : undefined
  const pieces = { isDecoded: false, wireBytes: 0, read: () => (makeDecoder === undefined ? answer.body : maybeDecoded(makeDecoder)) }
  async function* maybeDecoded(make: () => Transform): AsyncGenerator<Buffer> {
    const source = answer.body[Symbol.asyncIterator]()
    const first = await source.next()
    if (first.done === true) return
    const isWheel = new URL(answer.url).pathname.endsWith('.whl')
    pieces.isDecoded = isWheel ? !first.value.subarray(0, ZIP_MAGIC.length).equals(ZIP_MAGIC) : isSecondTry
    const wire = after(first.value, source, (bytes) => (pieces.wireBytes += bytes))
    yield* pieces.isDecoded ? decodedBy(make(), wire) : wire
  }
  return pieces
}

function decodedBy(decoder: Transform, wire: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  Readable.from(wire).on('error', (error) => decoder.destroy(error)).pipe(decoder)
  return decoder as AsyncIterable<Buffer>
}

async function* after(first: Buffer, rest: AsyncIterator<Buffer>, onWire: (bytes: number) => void): AsyncGenerator<Buffer> {
  onWire(first.length)
  yield first
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    onWire(next.value.length)
    yield next.value
  }
}
