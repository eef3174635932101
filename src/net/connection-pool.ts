import type { Socket } from 'node:net'
import type { Client as ClientClass, Dispatcher } from 'undici'
import Client from 'undici/lib/dispatcher/client.js'
import type { Connector } from 'undici/lib/core/connect.js'
import type { AnswerHandler } from './dispatch.ts'

/** How connections are made and kept. */
export interface PoolSettings {
  /** Opens one connection. */
  readonly connect: Connector
  readonly client: ClientClass.Options
}

const CLOSED = 'the client was closed'

interface Waiting {
  readonly request: Dispatcher.DispatchOptions
  readonly handler: AnswerHandler
}

/**
 * Kept-alive connections to one origin, each with one request at a time. A request belongs to no connection before one is ready for
 * it: when none is free another is opened, and whichever comes first takes it, the new one or one that has done its work. undici's own
 * pool gives a request to a connection that is still being made, where it waits for that one alone: front servers that bear so many
 * connections leave the next in the kernel's queue for seconds, while those they do serve have long been idle.
 *
 * There is no limit here: as many are opened as requests come at once, which is for the caller to bound.
 */
export class ConnectionPool {
  readonly #origin: URL
  readonly #settings: PoolSettings
  readonly #clients = new Set<ClientClass>()
  readonly #idle: ClientClass[] = []
  /** Connections that were opened for a request that another took meanwhile. */
  readonly #spare = new Set<Socket>()
  #waiting: Waiting[] = []
  readonly #connecting = new Set<Socket>()
  #isDestroyed = false

  constructor(origin: string, settings: PoolSettings) {
    this.#origin = new URL(origin)
    this.#settings = settings
  }

  dispatch(request: Dispatcher.DispatchOptions, handler: AnswerHandler): void {
    if (this.#isDestroyed) return handler.failedToConnect(new Error(CLOSED))
    const client = this.#idle.pop() ?? this.#takeSpare()
    if (client !== undefined) {
      client.dispatch(request, handler)
      return
    }
    this.#waiting.push({ request, handler })
    if (this.#clients.size === 0) this.#openForWaiting()
    // A connection whose answer has just ended is free in the same turn of the loop.
    else setImmediate(() => this.#openForWaiting())
  }

  async destroy(): Promise<void> {
    this.#isDestroyed = true
    const closed = new Error(CLOSED)
    // With an error, or undici's timer for connections would hold the process.
    for (const socket of [...this.#spare, ...this.#connecting]) socket.destroy(closed)
    for (const { handler } of this.#waiting.splice(0)) handler.failedToConnect(closed)
    await Promise.all([...this.#clients].map((client) => client.destroy()))
  }

  /** A connection for each request that waits. */
  #openForWaiting(): void {
    this.#waiting = this.#waiting.filter(({ handler }) => !handler.isOver)
    while (!this.#isDestroyed && this.#connecting.size < this.#waiting.length) this.#open()
  }

  #open(): void {
    const { hostname, host, protocol, port } = this.#origin
    const opening = this.#settings.connect({ hostname: hostname.replace(/^\[|\]$/g, ''), host, protocol, port }, (error, socket) => {
      this.#connecting.delete(opening)
      if (this.#isDestroyed) return
      if (error !== null) this.#fail(error)
      else this.#opened(socket)
    })
    this.#connecting.add(opening)
  }

  #opened(socket: Socket): void {
    const next = this.#nextWaiting()
    if (next === undefined) this.#keepSpare(socket)
    else this.#clientOn(socket).dispatch(next.request, next.handler)
  }

  /** The connection failed for one of those that wait, unless others are being made for all of them. */
  #fail(error: Error): void {
    const next = this.#waiting.length > this.#connecting.size ? this.#nextWaiting() : undefined
    next?.handler.failedToConnect(error)
  }

  #nextWaiting(): Waiting | undefined {
    for (;;) {
      const next = this.#waiting.shift()
      if (next === undefined || !next.handler.isOver) return next
    }
  }

  #keepSpare(socket: Socket): void {
    this.#spare.add(socket)
    socket.unref()
    const drop = (): void => void this.#spare.delete(socket)
    socket.once('close', drop).once('error', drop)
  }

  #takeSpare(): ClientClass | undefined {
    for (const socket of this.#spare) {
      this.#spare.delete(socket)
      if (socket.destroyed || socket.readableEnded) continue
      socket.ref()
      return this.#clientOn(socket)
    }
    return undefined
  }

  /** A client that begins with this connection; should it lose it before its request has left, it opens another. */
  #clientOn(socket: Socket): ClientClass {
    let ready: Socket | undefined = socket
    const connect: Connector = (options, callback) => {
      if (ready === undefined) return this.#settings.connect(options, callback)
      const given = ready
      ready = undefined
      // undici does not go on with a connection that is there at once.
      queueMicrotask(() => (given.destroyed ? this.#settings.connect(options, callback) : callback(null, given)))
      return given
    }
    const client = new Client(this.#origin, { ...this.#settings.client, connect })
    this.#clients.add(client)
    client.on('drain', () => this.#becameFree(client))
    client.on('disconnect', () => this.#lost(client))
    client.on('connectionError', () => this.#lost(client))
    return client
  }

  #becameFree(client: ClientClass): void {
    if (!this.#clients.has(client) || !client.stats.connected) return
    const next = this.#nextWaiting()
    if (next === undefined) this.#idle.push(client)
    else client.dispatch(next.request, next.handler)
  }

  #lost(client: ClientClass): void {
    const at = this.#idle.indexOf(client)
    if (at >= 0) this.#idle.splice(at, 1)
    if (client.stats.pending > 0) return
    this.#clients.delete(client)
    client.destroy().catch(() => undefined)
    this.#openForWaiting()
  }
}
