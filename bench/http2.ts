// HTTP/1.1 over many connections beside HTTP/2 over one, with undici, as this program asks an index: pages, then files.
//   node bench/http2.ts [rounds]
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createSecureServer } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { Agent } from 'undici'
import { testAuthority } from '../__tests__/support/index-server/tls.ts'
import { startLink, type Link } from './lib/link.ts'

const PAGES = 60
const PAGE_BYTES = 60 << 10
const FILES = 60
const FILE_BYTES = 400 << 10
const AT_ONCE = 32
const LINKS: Readonly<Record<string, Link | undefined>> = {
  'loopback': undefined,
  '20 ms': { roundTripMs: 20, bytesPerSecond: 1e9 },
  '20 ms, 6 MB/s a connection': { roundTripMs: 20, bytesPerSecond: 6e6 },
}

if (process.argv[2] === 'serve') serve()
else await measureAll(Number(process.argv[2] ?? 5))

/** Answers `/<bytes>/<number>` with so many bytes. */
function serve(): void {
  const bodies = new Map([PAGE_BYTES, FILE_BYTES].map((size) => [size, Buffer.alloc(size, 'x')]))
  const server = createSecureServer({ ...testAuthority().server(), allowHTTP1: true, maxSessionMemory: 200 }, (request, response) => {
    response.writeHead(200, { 'content-type': 'application/octet-stream' })
    response.end(bodies.get(Number(request.url.split('/')[1])) ?? '')
  })
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
}

async function measureAll(rounds: number): Promise<void> {
  const server = fork(import.meta.filename, ['serve'])
  const [port] = (await once(server, 'message')) as [number]
  for (const [name, terms] of Object.entries(LINKS)) {
    const link = terms === undefined ? undefined : await startLink(port, terms)
    const taken = new Map([false, true].map((allowH2) => [allowH2, [] as { wallMs: number; cpuMs: number }[]]))
    for (let round = 0; round < rounds; round += 1) {
      for (const [allowH2, list] of taken) list.push(await measure(`https://127.0.0.1:${link?.port ?? port}`, allowH2))
    }
    for (const [allowH2, list] of taken) {
      const [wall, cpu] = [median(list.map(({ wallMs }) => wallMs)), median(list.map(({ cpuMs }) => cpuMs))]
      console.log(`${name}, ${allowH2 ? 'HTTP/2' : 'HTTP/1.1'}: ${Math.round(wall)} ms, of the processor ${Math.round(cpu)} ms`)
    }
    link?.close()
  }
  server.kill()
}

async function measure(origin: string, allowH2: boolean): Promise<{ wallMs: number; cpuMs: number }> {
  const agent = new Agent({ allowH2, connect: { rejectUnauthorized: false }, ...(allowH2 ? { connections: 1, pipelining: AT_ONCE } : {}) })
  const before = process.cpuUsage()
  const startMs = performance.now()
  await all(PAGES, (number) => read(agent, origin, `/${PAGE_BYTES}/${number}`))
  await all(FILES, (number) => read(agent, origin, `/${FILE_BYTES}/${number}`))
  const wallMs = performance.now() - startMs
  const { user, system } = process.cpuUsage(before)
  await agent.destroy()
  return { wallMs, cpuMs: (user + system) / 1000 }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

async function read(agent: Agent, origin: string, path: string): Promise<void> {
  const { body } = await agent.request({ origin, path, method: 'GET' })
  for await (const chunk of body) void chunk
}

async function all(count: number, work: (number: number) => Promise<void>): Promise<void> {
  let next = 0
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (next < count) await work(next++)
  }))
}
