import { createReadStream } from 'node:fs'
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { bodyLength, type Answer, type Body } from './answer.ts'
import type { Fault } from './faults.ts'

export type Request = IncomingMessage | Http2ServerRequest
export type Response = ServerResponse | Http2ServerResponse

/** How an answer travels: what of the faults concerns the wire. */
interface Delivery {
  readonly beforeMs: number
  readonly silent: 'drop' | 'stall' | undefined
  readonly bytesPerSecond: number
  readonly chunked: boolean
  readonly close: boolean
  readonly wrongByteAt: number | undefined
  /** The body ends after so many bytes, in this way. */
  readonly end: { readonly afterBytes: number; readonly how: 'reset' | 'cut' | 'stall' } | undefined
}

/** One request, its response, and who wants to know of each part of the body written. */
export interface Exchange {
  readonly request: Request
  readonly response: Response
  readonly sent: (bytes: number) => void
}

/** Sends the answer as the faults say. */
export async function deliver(answer: Answer, faults: readonly Fault[], exchange: Exchange): Promise<void> {
  const { request, response } = exchange
  const delivery = deliveryOf(faults, bodyLength(answer.body))
  if (delivery.beforeMs > 0) await sleep(delivery.beforeMs)
  if (delivery.silent === 'drop') request.socket.destroy()
  if (delivery.silent !== undefined || response.destroyed) return
  writeHead(answer, response, delivery)
  if (request.method === 'HEAD' || answer.status === 304 || bodyLength(answer.body) === 0) {
    response.end()
    return
  }
  await sendBody(answer.body, delivery, exchange)
  await endBody(delivery, exchange)
}

function deliveryOf(faults: readonly Fault[], length: number): Delivery {
  const of = <K extends Fault['kind']>(kind: K): Extract<Fault, { kind: K }> | undefined =>
    faults.find((fault): fault is Extract<Fault, { kind: K }> => fault.kind === kind)
  const stall = of('stall')
  const stallAt = stall?.afterShare === undefined ? stall?.afterBytes : Math.floor(stall.afterShare * length)
  const broken = of('reset') ?? of('cut') ?? (stallAt === undefined ? undefined : { kind: 'stall' as const, afterBytes: stallAt })
  const wrong = of('wrong-byte')
  return {
    beforeMs: faults.reduce((sum, fault) => sum + (fault.kind === 'latency' ? fault.ms : 0), 0),
    silent: of('drop') !== undefined ? 'drop' : stall !== undefined && stallAt === undefined ? 'stall' : undefined,
    bytesPerSecond: of('slow')?.bytesPerSecond ?? Infinity,
    chunked: of('chunked') !== undefined,
    close: of('close') !== undefined,
    wrongByteAt: wrong === undefined ? undefined : Math.min(wrong.at ?? Math.floor(length / 2), length - 1),
    end: broken === undefined ? undefined : { afterBytes: broken.afterBytes, how: broken.kind },
  }
}

function writeHead(answer: Answer, response: Response, delivery: Delivery): void {
  const http1 = 'shouldKeepAlive' in response
  const length = delivery.chunked || answer.status === 304 ? {} : { 'Content-Length': String(bodyLength(answer.body)) }
  const close = delivery.close && http1 ? { Connection: 'close' } : {}
  // One statement per version of the protocol: the two response types share no common call signature.
  if ('stream' in response) response.writeHead(answer.status, { ...answer.headers, ...length })
  else response.writeHead(answer.status, { ...answer.headers, ...length, ...close })
  if (delivery.end?.afterBytes === 0 && !('stream' in response)) response.flushHeaders()
}

/** Writes the body up to the delivery's end, waiting for the peer. */
async function sendBody(body: Body, delivery: Delivery, { response, sent }: Exchange): Promise<void> {
  const limit = Math.min(bodyLength(body), delivery.end?.afterBytes ?? Infinity)
  let written = 0
  for await (const chunk of chunksOf(body, delivery)) {
    const part = withWrongByte(chunk.subarray(0, limit - written), written, delivery.wrongByteAt)
    if (part.length === 0 || response.destroyed || response.writableEnded) break
    // Waited for from here on: the peer may have taken it before the pause is over.
    const flowing = writePart(response, part) ? undefined : drained(response)
    written += part.length
    sent(part.length)
    if (delivery.bytesPerSecond !== Infinity) await sleep((part.length / delivery.bytesPerSecond) * 1000)
    await flowing
  }
}

function writePart(response: Response, part: Buffer): boolean {
  return 'stream' in response ? response.write(part) : response.write(part)
}

async function* chunksOf(body: Body, { bytesPerSecond }: Delivery): AsyncGenerator<Buffer> {
  const step = bytesPerSecond === Infinity ? 1 << 18 : Math.max(1, Math.floor(bytesPerSecond / 20))
  if (Buffer.isBuffer(body)) for (let at = 0; at < body.length; at += step) yield body.subarray(at, at + step)
  else yield* createReadStream(body.path, { start: body.start, end: body.end - 1, highWaterMark: step }) as AsyncIterable<Buffer>
}

function withWrongByte(part: Buffer, offset: number, wrongAt: number | undefined): Buffer {
  if (wrongAt === undefined || wrongAt < offset || wrongAt >= offset + part.length) return part
  const copy = Buffer.from(part)
  copy[wrongAt - offset] = (copy[wrongAt - offset] ?? 0) ^ 0xff
  return copy
}

function drained(response: Response): Promise<void> {
  return new Promise((resolve) => {
    const stream = response as ServerResponse
    const done = (): void => {
      stream.off('drain', done).off('close', done)
      resolve()
    }
    stream.once('drain', done).once('close', done)
  })
}

async function endBody({ end }: Delivery, { request, response }: Exchange): Promise<void> {
  if (end === undefined) {
    response.end()
    return
  }
  if (end.how === 'stall') return
  if ('stream' in response) {
    response.stream.destroy(new Error('the server was told to break this answer'))
    return
  }
  const { socket } = request as IncomingMessage
  if (end.how === 'cut') {
    socket.end()
    return
  }
  // A reset discards what is still queued on either side: let the bytes reach the peer first.
  while (socket.writableLength > 0 && !socket.destroyed) await sleep(1)
  await sleep(5)
  socket.resetAndDestroy()
}
