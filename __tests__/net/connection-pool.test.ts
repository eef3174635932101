import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import buildConnector, { type Connector } from 'undici/lib/core/connect.js'
import { ConnectionPool } from '../../src/net/connection-pool.ts'
import { dispatch } from '../../src/net/dispatch.ts'

const NEVER = new AbortController().signal

/** A server that says which connection a request came over, and answers `/held` when told to. */
class NumberingServer {
  readonly #server: Server
  readonly #sockets: Socket[] = []
  readonly held: (() => void)[] = []
  paths: string[] = []

  constructor() {
    this.#server = createServer((request, response) => {
      this.paths.push(request.url ?? '')
      const answer = (): void => void response.end(String(this.#sockets.indexOf(request.socket)))
      if (request.url === '/held') this.held.push(answer)
      else answer()
    }).on('connection', (socket) => this.#sockets.push(socket))
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  get connections(): number {
    return this.#sockets.length
  }

  dropAll(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  get open(): number {
    return this.#sockets.filter((socket) => !socket.destroyed).length
  }

  close(): Promise<void> {
    this.dropAll()
    return new Promise((resolve) => this.#server.close(() => resolve()))
  }
}

/** Opens connections as undici does, but the later ones only when told to, or not at all. */
class Gate {
  readonly #real = buildConnector({})
  readonly #waiting: (() => void)[] = []
  attempts = 0
  heldFrom = Infinity

  readonly connect: Connector = (options, callback) => {
    this.attempts += 1
    if (this.attempts < this.heldFrom) return this.#real(options, callback)
    let given: Parameters<typeof callback> | undefined
    const socket = this.#real(options, (...answer) => (given = answer))
    this.#waiting.push(() => callback(...(given ?? [new Error('not there yet'), null])))
    this.#fail.push((error) => callback(error, null))
    return socket
  }

  readonly #fail: ((error: Error) => void)[] = []

  open(): void {
    for (const pass of this.#waiting.splice(0)) pass()
  }

  refuse(error: Error): void {
    for (const fail of this.#fail.splice(0)) fail(error)
  }
}

let server: NumberingServer
let gate: Gate
let pool: ConnectionPool
let origin: string

beforeEach(async () => {
  server = new NumberingServer()
  gate = new Gate()
  origin = await server.listen()
  pool = new ConnectionPool(origin, { connect: gate.connect, client: { pipelining: 1 } })
})
afterEach(async () => {
  await pool.destroy()
  await server.close()
})

/** The number of the connection that a request was answered over. */
async function ask(path = '/', signal = NEVER, onReceived?: (received: { readonly bytes: number }) => void): Promise<number> {
  const { body } = await dispatch(pool, { origin, path, method: 'GET' }, { signals: [signal], onReceived })
  const pieces: Buffer[] = []
  for await (const piece of body) pieces.push(piece)
  return Number(Buffer.concat(pieces).toString())
}

/** Until the server has so many requests before it. */
async function heldBy(count: number): Promise<void> {
  while (server.held.length < count) await new Promise((resolve) => setTimeout(resolve, 2))
}

/** Two requests, both answered over the first connection, while a second was begun for one of them. */
async function oneForTwo(): Promise<void> {
  gate.heldFrom = 2
  const first = ask('/held')
  await heldBy(1)
  const second = ask()
  server.held[0]?.()
  await Promise.all([first, second])
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30))

describe('connections to an origin', () => {
  test('how long an answer took begins with the request, not with the making of its connection', async () => {
    gate.heldFrom = 1
    const asked = dispatch(pool, { origin, path: '/', method: 'GET' }, { signals: [NEVER] })
    await settled()
    const readyMs = performance.now()
    gate.open()
    const { wait, body } = await asked
    expect(wait.waitMs).toBeGreaterThan(0)
    expect(wait.waitMs).toBeLessThanOrEqual(performance.now() - readyMs)
    expect(wait.idleMs).toBeLessThanOrEqual(wait.waitMs)
    body.discard()
  })

  test('of an answer that came whole it is told how much that was, of one that broke nothing', async () => {
    const heard: number[] = []
    const receive = (path: string): Promise<number> => ask(path, NEVER, ({ bytes }) => heard.push(bytes))
    expect(await receive('/')).toBe(0)
    expect(heard).toEqual([1])
    const broken = receive('/held')
    await heldBy(1)
    server.dropAll()
    await expect(broken).rejects.toThrow()
    expect(heard).toEqual([1])
  })

  test('one after the other: all over one connection', async () => {
    expect([await ask(), await ask(), await ask()]).toEqual([0, 0, 0])
    expect(gate.attempts).toBe(1)
  })

  test('at once: each over a connection of its own', async () => {
    const two = [ask('/held'), ask('/held')]
    await heldBy(2)
    for (const answer of server.held) answer()
    expect((await Promise.all(two)).sort()).toEqual([0, 1])
  })

  test('a request does not wait for the connection that was opened for it: one that has become free takes it', async () => {
    gate.heldFrom = 2
    const first = ask('/held')
    await heldBy(1)
    const second = ask()
    await settled()
    expect(gate.attempts).toBe(2)
    server.held[0]?.()
    expect(await Promise.all([first, second])).toEqual([0, 0])
  })

  test('the connection that came too late serves a later request', async () => {
    await oneForTwo()
    await settled()
    gate.open()
    const busy = ask('/held')
    await heldBy(2)
    expect(await ask()).toBe(1)
    server.held[1]?.()
    expect(await busy).toBe(0)
    expect(gate.attempts).toBe(2)
  })

  test('connections that cannot be made fail one request each', async () => {
    gate.heldFrom = 1
    const asked = [ask(), ask()].map((answer) => answer.then(() => 'answered', (error: Error) => error.message))
    await settled()
    gate.refuse(new Error('no route'))
    expect(await Promise.all(asked)).toEqual(['no route', 'no route'])
  })

  test('a connection that cannot be made fails nobody when its request was answered over another', async () => {
    await oneForTwo()
    gate.refuse(new Error('no route'))
    expect(await ask()).toBe(0)
  })

  test('a kept connection that was closed is not used again', async () => {
    await ask()
    server.dropAll()
    await settled()
    expect(await ask()).toBe(1)
  })

  test('a request that was given up while it waited is not sent', async () => {
    gate.heldFrom = 2
    const first = ask('/held')
    await heldBy(1)
    const given = new AbortController()
    const second = ask('/second', given.signal)
    given.abort(new Error('enough'))
    await expect(second).rejects.toThrow('enough')
    server.held[0]?.()
    await first
    await ask('/third')
    expect(server.paths).toEqual(['/held', '/third'])
  })

  test('closing ends what waits and leaves no connection, neither idle nor being made', async () => {
    await ask()
    gate.heldFrom = 2
    const first = ask('/held').catch((error: Error) => error.message)
    await heldBy(1)
    const second = ask().catch((error: Error) => error.message)
    await settled()
    await pool.destroy()
    expect(await second).toBe('the client was closed')
    expect(await first).toEqual(expect.stringContaining('destroyed'))
    await expect(ask()).rejects.toThrow('the client was closed')
    await settled()
    expect(server.open).toBe(0)
  })

  test('with pipelining off each request has a connection of its own', async () => {
    const fresh = new ConnectionPool(origin, { connect: gate.connect, client: { pipelining: 0 } })
    for (const path of ['/a', '/b']) await dispatch(fresh, { origin, path, method: 'GET' }, { signals: [NEVER] }).then(({ body }) => body.discard())
    await settled()
    expect(gate.attempts).toBe(2)
    await fresh.destroy()
  })
})
