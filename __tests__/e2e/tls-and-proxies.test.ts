import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { cliPath, runCli } from '../support/cli.ts'
import { installedIn, runEngine, type EngineOptions, type EngineRun } from '../support/engine.ts'
import { makeFolder, removeFolder } from '../support/folders.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { testAuthority, type TestAuthority } from '../support/index-server/tls.ts'
import { run } from '../support/process.ts'
import { startProxy, type ProxyServer } from '../support/proxy.ts'
import { makeEnvironment, type TempEnvironment } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { readTree, treeDifferences } from '../support/tree.ts'
import { aWheel } from '../support/wheel.ts'

jest.setTimeout(120_000)

const folder = tempFolder('tls-')
const caFile = join(folder, 'ca.pem')
const otherCaFile = join(folder, 'other.pem')
const open: { close(): Promise<void> }[] = []
let authority: TestAuthority
let plain: IndexServer
let secure: IndexServer
let env: TempEnvironment

beforeAll(async () => {
  authority = testAuthority()
  writeFileSync(caFile, authority.caCert)
  writeFileSync(otherCaFile, testAuthority().caCert)
  plain = await serve({})
  secure = await serve({ tls: authority.server() })
}, 30_000)
afterEach(() => {
  plain.calm()
  removeFolder(env.root)
})
afterAll(() => Promise.all(open.map((server) => server.close())))

async function serve(options: Parameters<typeof startIndex>[0]): Promise<IndexServer> {
  const server = await startIndex(options)
  open.push(server)
  return server.add([aWheel({ name: 'app', requires: ['lib'] }), aWheel({ name: 'lib' })])
}

async function proxyWith(options: Parameters<typeof startProxy>[0] = {}): Promise<ProxyServer> {
  const proxy = await startProxy(options)
  open.push(proxy)
  return proxy
}

async function install(index: IndexServer, args: readonly string[] = [], options: EngineOptions = {}): Promise<EngineRun> {
  env = makeEnvironment(join(folder, 'venv'))
  const before = readTree(env.root)
  const run = await runEngine(['app', '--python', env.python, '--index-url', index.indexUrl(), '--no-cache-dir', '--timeout', '3', '--retries', '1', ...args], options)
  if (run.error === undefined) expect(Object.keys(installedIn(env))).toEqual(['app', 'lib'])
  else expect(treeDifferences(before, readTree(env.root))).toEqual([])
  return run
}

describe('certificates', () => {
  test.each<[string, readonly string[], Record<string, string>]>([
    ['--cert', ['--cert', caFile], {}],
    ['PIP_CERT', [], { PIP_CERT: caFile }],
    ['REQUESTS_CA_BUNDLE', [], { REQUESTS_CA_BUNDLE: caFile }],
    ['CURL_CA_BUNDLE', [], { CURL_CA_BUNDLE: caFile }],
    ['--trusted-host', ['--trusted-host', '127.0.0.1'], {}],
  ])('%s: the index of a private authority is read', async (_, args, variables) => {
    expect((await install(secure, args, { env: variables })).text).toBe('')
  })

  test('a folder of certificates', async () => {
    const certificates = makeFolder('certificates-')
    writeFileSync(join(certificates, 'a.pem'), authority.caCert)
    expect((await install(secure, ['--cert', certificates])).text).toBe('')
    removeFolder(certificates)
  })

  test.each(['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'])('%s, read by Node when it starts', async (name) => {
    env = makeEnvironment(join(folder, 'venv'))
    const finished = await runCli(['install', 'app', '--python', env.python, '--index-url', secure.indexUrl(), '--no-cache-dir'], { env: { [name]: caFile } })
    expect(finished.stderr).toBe('')
    expect(finished.status).toBe(0)
  })

  test('an unknown authority: refused at once, with the chain that was shown and the stores that were read', async () => {
    const { error, text } = await install(secure, ['--cert', otherCaFile])
    expect(error?.code).toBe('index-unreachable')
    expect(text).toContain('the server showed: test, issued by Test Authority')
    expect(text).toMatch(/checked against: .*other\.pem \(1\), Node's built-in roots \(\d+\)/)
    expect(text).toContain('--cert')
    expect(text).not.toContain('attempts')
  })

  test('an expired certificate says by which clock', async () => {
    const { text } = await install(await serve({ tls: authority.server({ expired: true }) }), ['--cert', caFile])
    expect(text).toMatch(/has expired by the clock of this machine, which says \d{4}-/)
  })

  test('a certificate for another name', async () => {
    const { text } = await install(await serve({ tls: authority.server({ names: ['DNS:elsewhere.test'] }) }), ['--cert', caFile])
    expect(text).toContain('the certificate is for another name')
    expect(text).toContain('DNS:elsewhere.test')
  })

  test('https asked of a server that speaks http', async () => {
    env = makeEnvironment(join(folder, 'venv'))
    const { error, text } = await runEngine(['app', '--python', env.python, '--index-url', plain.indexUrl().replace('http:', 'https:'), '--no-cache-dir', '--retries', '1'])
    expect(error?.code).toBe('index-unreachable')
    expect(text).toContain('is it https that is spoken at this port?')
  })

  test('a client certificate is shown to who wants one', async () => {
    const picky = await serve({ tls: authority.server(), clientCa: authority.caCert })
    const { cert, key } = authority.client()
    const pem = join(folder, 'client.pem')
    writeFileSync(pem, cert + key)
    expect((await install(picky, ['--cert', caFile, '--client-cert', pem])).text).toBe('')
    removeFolder(env.root)
    expect((await install(picky, ['--cert', caFile])).error?.code).toBe('index-unreachable')
  })

  test('a file that is not there is named before anything is asked', async () => {
    const { error, text } = await install(secure, ['--cert', join(folder, 'absent.pem')])
    expect(error?.code).toBe('input-missing')
    expect(text).toContain('absent.pem')
  })

  test('a redirect that leaves encryption is refused', async () => {
    const leaving = await serve({ tls: authority.server() })
    leaving.fault('/simple/app/', { kind: 'redirect', to: `${plain.origin}/simple/app/` })
    const { error, text } = await install(leaving, ['--cert', caFile])
    expect(error?.code).toBe('index-answer')
    expect(text).toContain('which is not encrypted')
  })
})

describe('proxies', () => {
  test('HTTP_PROXY: plain requests go to the proxy as they are', async () => {
    const proxy = await proxyWith()
    expect((await install(plain, [], { env: { HTTP_PROXY: proxy.url() } })).text).toBe('')
    expect(proxy.seen[0]).toBe(`GET ${plain.indexUrl()}app/`)
    expect(proxy.seen).toHaveLength(plain.requests.length)
  })

  test('HTTPS_PROXY: encrypted ones go through a tunnel', async () => {
    const proxy = await proxyWith()
    expect((await install(secure, ['--cert', caFile], { env: { HTTPS_PROXY: proxy.url() } })).text).toBe('')
    expect(new Set(proxy.seen)).toEqual(new Set([`CONNECT ${secure.origin.replace('https://', '')}`]))
  })

  test('--proxy with credentials, which no message shows', async () => {
    const proxy = await proxyWith({ credentials: 'someone:s3cret-word' })
    expect((await install(secure, ['--cert', caFile, '--proxy', proxy.url('someone:s3cret-word')])).text).toBe('')
    removeFolder(env.root)
    const { text } = await install(secure, ['--cert', caFile, '--proxy', proxy.url('someone:wrong-word')])
    expect(text).toContain('the proxy wants credentials')
    expect(text).toContain('through the proxy')
    expect(text).not.toContain('wrong-word')
  })

  test('NO_PROXY: the host is reached directly', async () => {
    const proxy = await proxyWith()
    expect((await install(plain, [], { env: { HTTP_PROXY: proxy.url(), NO_PROXY: '127.0.0.1' } })).text).toBe('')
    expect(proxy.seen).toEqual([])
  })

  test('a proxy that refuses the host', async () => {
    const proxy = await proxyWith({ refuses: 403 })
    const { error, text } = await install(secure, ['--cert', caFile, '--proxy', proxy.url()])
    expect(error?.code).toBe('index-unreachable')
    expect(text).toContain('the proxy does not connect to this host')
  })

  test('a proxy that is not there is what the error names', async () => {
    const gone = await startProxy()
    const url = gone.url()
    await gone.close()
    const { error, text } = await install(plain, ['--proxy', url])
    expect(error?.code).toBe('index-unreachable')
    expect(text).toContain(`through the proxy ${url}`)
  })

  test('a SOCKS proxy: what undici thinks of its own client is nothing for a log', async () => {
    const gone = await startProxy()
    const url = gone.url().replace('http:', 'socks5:')
    await gone.close()
    env = makeEnvironment(join(folder, 'venv'))
    const { status, stderr } = await run(process.execPath, [cliPath('source'), 'install', 'app', '--python', env.python, '--index-url', plain.indexUrl(), '--proxy', url, '--no-cache-dir'])
    expect(status).toBe(1)
    expect(stderr).toContain(`through the proxy ${url}`)
    expect(stderr).not.toMatch(/SOCKS5 proxy support|trace-warnings/)
  })
})

describe('addresses', () => {
  test('a name with an IPv6 address at which nobody answers, and an IPv4 one at which somebody does', async () => {
    const named = await serve({})
    env = makeEnvironment(join(folder, 'venv'))
    const url = named.indexUrl().replace('127.0.0.1', 'localhost')
    const { text } = await runEngine(['app', '--python', env.python, '--index-url', url, '--no-cache-dir'])
    expect(text).toBe('')
  })
})
