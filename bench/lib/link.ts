import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** A slow line: round-trip time, and bytes per second of each connection towards the client. */
export interface Link {
  readonly roundTripMs: number
  readonly bytesPerSecond: number
  /** The rate is that of all connections together, in each direction; else of each, towards the client. */
  readonly shared?: boolean
}

export interface RunningLink {
  readonly port: number
  close(): void
}

const SLICE_BYTES = 32 * 1024

/**
 * A TCP proxy that delays and paces: every byte arrives half a round trip after it was sent, the first after one
 * more for the handshake, and the way to the client is limited per connection.
 */
export async function startLink(targetPort: number, link: Link, port = 0): Promise<RunningLink> {
  const [up, down] = link.shared === true ? [{ freeAtMs: 0 }, { freeAtMs: 0 }] : []
  const server: Server = createServer((client) => {
    const upstream = connect(targetPort, '127.0.0.1')
    client.setNoDelay(true)
    upstream.setNoDelay(true)
    pace(client, upstream, { delayMs: link.roundTripMs / 2, handshakeMs: link.roundTripMs, bytesPerSecond: up === undefined ? Infinity : link.bytesPerSecond, line: up })
    pace(upstream, client, { delayMs: link.roundTripMs / 2, handshakeMs: 0, bytesPerSecond: link.bytesPerSecond, line: down })
    client.on('close', () => upstream.destroy())
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, close: () => server.close() }
}

interface Pace {
  readonly delayMs: number
  readonly handshakeMs: number
  readonly bytesPerSecond: number
  /** Shared with other connections; undefined: this one's own. */
  readonly line: { freeAtMs: number } | undefined
}

/** Moves bytes from one socket to the other, each slice when its time has come, in order. */
function pace(from: Socket, to: Socket, { delayMs, handshakeMs, bytesPerSecond, line = { freeAtMs: 0 } }: Pace): void {
  const queue: { readonly dueMs: number; readonly slice: Buffer | undefined }[] = []
  const earliestMs = performance.now() + handshakeMs
  let waitingBytes = 0
  const enqueue = (slice: Buffer | undefined): void => {
    line.freeAtMs = Math.max(line.freeAtMs, earliestMs, performance.now()) + ((slice?.length ?? 0) / bytesPerSecond) * 1000
    waitingBytes += slice?.length ?? 0
    if (queue.push({ dueMs: line.freeAtMs + delayMs, slice }) === 1) wait()
  }
  const wait = (): void => void setTimeout(flush, Math.max(0, (queue[0]?.dueMs ?? 0) - performance.now()))
  const flush = (): void => {
    for (let head = queue[0]; head !== undefined && head.dueMs <= performance.now() + 0.5; head = queue[0]) {
      queue.shift()
      waitingBytes -= head.slice?.length ?? 0
      if (head.slice === undefined) to.end()
      else if (!to.destroyed) to.write(head.slice)
    }
    if (waitingBytes < 8 * SLICE_BYTES) from.resume()
    if (queue.length > 0) wait()
  }
  from.on('data', (chunk: Buffer) => {
    for (let at = 0; at < chunk.length; at += SLICE_BYTES) enqueue(chunk.subarray(at, at + SLICE_BYTES))
    if (waitingBytes >= 8 * SLICE_BYTES) from.pause()
  })
  from.on('end', () => enqueue(undefined))
  from.on('error', () => to.destroy())
}
