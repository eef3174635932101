import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

export interface ProxyServer {
  /** `http://127.0.0.1:port`, with credentials when asked for. */
  url(credentials?: string): string
  /** What went through: `GET http://…` or `CONNECT host:port`. */
  readonly seen: string[]
  close(): Promise<void>
}

export interface ProxyOptions {
  /** `user:password` that clients have to show; others get 407. */
  readonly credentials?: string
  /** Status for every CONNECT in place of a tunnel. */
  readonly refuses?: number
}

/** An HTTP proxy on a free port of 127.0.0.1: forwards plain requests, tunnels others. */
export async function startProxy(options: ProxyOptions = {}): Promise<ProxyServer> {
  const seen: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`)
    if (!isAllowed(request, options)) response.writeHead(407, { 'Proxy-Authenticate': 'Basic realm="test proxy"' }).end()
    else forward(request, response)
  })
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => undefined)))
  server.on('connect', (request: IncomingMessage, socket: Duplex) => {
    seen.push(`CONNECT ${request.url}`)
    const refused = isAllowed(request, options) ? options.refuses : 407
    if (refused === undefined) tunnel(request.url ?? '', socket)
    else socket.end(`HTTP/1.1 ${refused} No\r\nContent-Length: 0\r\n\r\n`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: (credentials) => `http://${credentials === undefined ? '' : `${credentials}@`}127.0.0.1:${port}`,
    seen,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

function isAllowed(request: IncomingMessage, { credentials }: ProxyOptions): boolean {
  return credentials === undefined || request.headers['proxy-authorization'] === `Basic ${Buffer.from(credentials).toString('base64')}`
}

function forward(request: IncomingMessage, response: ServerResponse): void {
  const asked = httpRequest(request.url ?? '', { method: request.method, headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  asked.on('error', () => response.destroy()).end()
}

function tunnel(target: string, socket: Duplex): void {
  const [host = '', port = ''] = target.split(':')
  const far = connect(Number(port), host, () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    far.pipe(socket).pipe(far)
  })
  far.on('error', () => socket.destroy())
  socket.on('error', () => far.destroy())
}
