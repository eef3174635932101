import { connect as http2Connect } from 'node:http2'
import { request } from 'node:https'
import type { TLSSocket } from 'node:tls'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { testAuthority, type TestAuthority } from '../support/index-server/tls.ts'
import { aWheel } from '../support/wheel.ts'

let authority: TestAuthority
const servers: IndexServer[] = []

beforeAll(() => { authority = testAuthority() })
afterAll(() => Promise.all(servers.map((server) => server.close())))

async function serve(options: Parameters<typeof startIndex>[0]): Promise<IndexServer> {
  const server = await startIndex(options)
  servers.push(server.add(aWheel({ name: 'thing' })))
  return server
}

/** Status, or the code of the error. */
function ask(server: IndexServer, options: { ca?: string; cert?: string; key?: string } = {}): Promise<number | string | undefined> {
  return new Promise((resolve) => {
    request(server.indexUrl(), { agent: false, ...options }, (response) => response.resume().on('end', () => resolve(response.statusCode)))
      .on('error', (error: NodeJS.ErrnoException) => resolve(error.code))
      .end()
  })
}

test('a client that trusts the authority gets an answer, another does not', async () => {
  const server = await serve({ tls: authority.server() })
  expect(server.indexUrl()).toMatch(/^https:/)
  expect(await ask(server, { ca: authority.caCert })).toBe(200)
  expect(await ask(server)).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE')
})

test('certificates can be expired or of another name', async () => {
  expect(await ask(await serve({ tls: authority.server({ expired: true }) }), { ca: authority.caCert })).toBe('CERT_HAS_EXPIRED')
  expect(await ask(await serve({ tls: authority.server({ names: ['DNS:other.test'] }) }), { ca: authority.caCert })).toBe('ERR_TLS_CERT_ALTNAME_INVALID')
})

test('a server may demand a client certificate', async () => {
  const server = await serve({ tls: authority.server(), clientCa: authority.caCert })
  expect(await ask(server, { ca: authority.caCert })).not.toBe(200)
  expect(await ask(server, { ca: authority.caCert, ...authority.client() })).toBe(200)
})

test('HTTP/2 is spoken where asked for', async () => {
  const server = await serve({ tls: authority.server(), http2: true })
  const session = http2Connect(server.origin, { ca: authority.caCert })
  const status = await new Promise((resolve, reject) => {
    session.on('error', reject)
    session.request({ ':path': '/simple/thing/' }).on('response', (headers) => resolve(headers[':status'])).resume().end()
  })
  expect([(session.socket as TLSSocket).alpnProtocol, status]).toEqual(['h2', 200])
  session.close()
  expect(await ask(server, { ca: authority.caCert })).toBe(200)
})
