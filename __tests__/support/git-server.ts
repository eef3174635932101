import { spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export interface GitServer {
  /** URL of a repository below the served folder; `credentials`: `user` or `user:password`, as they go into a URL. */
  url(repository: string, credentials?: string): string
  /** `GET /one/info/refs`, in the order in which they came; with ` 401` behind those that were turned away. */
  requests: string[]
  close(): Promise<void>
}

/** Serves the git repositories below a folder over smart HTTP, by git's own CGI program; `allowed`: `user:password` that clients have to show. */
export async function startGitServer(root: string, allowed: string): Promise<GitServer> {
  const requests: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host.test')
    const isAllowed = request.headers.authorization === `Basic ${Buffer.from(allowed).toString('base64')}`
    requests.push(`${request.method} ${pathname}${isAllowed ? '' : ' 401'}`)
    if (isAllowed) answer(request, response, { root, pathname, query: searchParams.toString() })
    else response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="test"' }).end('credentials are needed')
  })
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => undefined)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: (repository, credentials) => `http://${credentials === undefined ? '' : `${credentials}@`}127.0.0.1:${port}/${repository}`,
    requests,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

interface Asked {
  readonly root: string
  readonly pathname: string
  readonly query: string
}

/** One call of `git http-backend` (RFC 3875): the body goes to its input, its headers and body come from its output. */
function answer(request: IncomingMessage, response: ServerResponse, { root, pathname, query }: Asked): void {
  const header = (name: string): string => String(request.headers[name] ?? '')
  const cgi = {
    PATH: process.env['PATH'], GIT_CONFIG_NOSYSTEM: '1', HOME: root, GIT_PROJECT_ROOT: root, GIT_HTTP_EXPORT_ALL: '1', REMOTE_USER: 'someone', REMOTE_ADDR: '127.0.0.1',
    REQUEST_METHOD: request.method, PATH_INFO: pathname, QUERY_STRING: query, CONTENT_TYPE: header('content-type'), HTTP_CONTENT_ENCODING: header('content-encoding'),
    GIT_PROTOCOL: header('git-protocol'), ...(header('content-length') === '' ? {} : { CONTENT_LENGTH: header('content-length') }),
  }
  const child = spawn('git', ['-c', 'safe.directory=*', 'http-backend'], { env: cgi, stdio: ['pipe', 'pipe', 'inherit'] })
  request.pipe(child.stdin.on('error', () => undefined))
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.on('close', () => {
    const whole = Buffer.concat(chunks)
    const end = whole.indexOf('\r\n\r\n')
    const headers = Object.fromEntries(whole.subarray(0, end).toString('latin1').split('\r\n').map((line) => line.split(/: */, 2) as [string, string]))
    const { Status: status = '200', ...others } = headers
    response.writeHead(Number.parseInt(status, 10), others).end(whole.subarray(end + 4))
  })
}
