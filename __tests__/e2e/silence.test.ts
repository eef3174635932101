import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, expect, jest, test } from '@jest/globals'
import { appOf17, APP_SIZE } from '../support/app-of-17.ts'
import { cliPath } from '../support/cli.ts'
import { installedIn, runEngine } from '../support/engine.ts'
import type { Fault } from '../support/index-server/faults.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { testAuthority } from '../support/index-server/tls.ts'
import { run, start } from '../support/process.ts'
import { findPython, makeEnvironment } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { readTree, treeDifferences } from '../support/tree.ts'

jest.setTimeout(300_000)

const folder = tempFolder('silence-')
const open: IndexServer[] = []
afterAll(() => Promise.all(open.map((server) => server.close())))

async function serve(options: Parameters<typeof startIndex>[0] = {}): Promise<IndexServer> {
  const server = await startIndex(options)
  open.push(server)
  return server.add(appOf17())
}

const WHEEL_7 = /part_7-.*\.whl$/
const PAGE_7 = '/simple/part-7/'
/** No silence is borne for longer than 30 s; the rest is for the run itself on a machine with other work. */
const LIMIT_MS = 75_000

const SILENCES: readonly (readonly [label: string, match: RegExp | string, fault: Fault, times: number])[] = [
  ['a page that never begins, once', PAGE_7, { kind: 'stall' }, 1],
  ['a wheel that never begins, once', WHEEL_7, { kind: 'stall' }, 1],
  ['a page that stops half way, once', PAGE_7, { kind: 'stall', afterBytes: 100 }, 1],
  ['a wheel that stops half way, once', WHEEL_7, { kind: 'stall', afterBytes: 40_000 }, 1],
  ['a page that never begins', PAGE_7, { kind: 'stall' }, Infinity],
  ['a wheel that never begins', WHEEL_7, { kind: 'stall' }, Infinity],
  ['a page that stops half way each time', PAGE_7, { kind: 'stall', afterBytes: 100 }, Infinity],
  ['a wheel that stops half way each time', WHEEL_7, { kind: 'stall', afterBytes: 0 }, Infinity],
]

// With pip's own timeout, and side by side, since all they do is wait.
test('no silence is waited for longer than 30 s: what comes again is installed, what does not ends the run', async () => {
  const outcomes = await Promise.all(SILENCES.map(async ([label, match, fault, times], at) => {
    const index = (await serve()).fault(match, fault, { times })
    const env = makeEnvironment(join(folder, `env-${at}`))
    const before = readTree(env.root)
    const startMs = performance.now()
    const { error, text } = await runEngine(['app', '--python', env.python, '--index-url', index.indexUrl(), '--no-cache-dir', '--jobs', '4'])
    const tookMs = performance.now() - startMs
    const isRight = error === undefined ? Object.keys(installedIn(env)).length === APP_SIZE : treeDifferences(before, readTree(env.root)).length === 0
    return { label, code: error?.code ?? 'installed', inTime: tookMs < LIMIT_MS || `${tookMs} ms`, isRight, says: error === undefined || /falls silent|broke again and again/.test(text) || text }
  }))
  expect(outcomes).toEqual(SILENCES.map(([label, , , times]) => ({ label, code: times === 1 ? 'installed' : 'index-unreachable', inTime: true, isRight: true, says: true })))
})

/** Listens without accepting: once its queue is full, the kernel drops what comes, as a black hole does. Prints the address. */
const BLACK_HOLE = `
import socket, sys, time
for family, address in ((socket.AF_INET6, '::1'), (socket.AF_INET, '127.0.0.2')):
    try:
        hole = socket.socket(family)
        hole.bind((address, int(sys.argv[1])))
        break
    except OSError:
        pass
hole.listen(0)
kept = []
for _ in range(8):
    filler = socket.socket(family)
    filler.setblocking(False)
    filler.connect_ex((address, int(sys.argv[1])))
    kept.append(filler)
print(address, flush=True)
time.sleep(250)
`

/** Nothing comes of a connection, neither success nor refusal. */
function isSwallowed(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    const end = (isSilent: boolean) => (): void => {
      socket.destroy()
      resolve(isSilent)
    }
    socket.on('connect', end(false)).on('error', end(false))
    setTimeout(end(true), 1000)
  })
}

test('a name whose first address swallows everything: the next one is asked half a second later', async () => {
  const index = await serve()
  const { port } = new URL(index.origin)
  const hole = start(findPython().executable, ['-I', '-c', BLACK_HOLE, port])
  try {
    await hole.waitFor(/\S+\n/)
    const swallowing = hole.output().trim()
    expect(await isSwallowed(swallowing, Number(port))).toBe(true)
    const preload = join(folder, 'names.cjs')
    const addresses = JSON.stringify([{ address: swallowing, family: swallowing.includes(':') ? 6 : 4 }, { address: '127.0.0.1', family: 4 }])
    writeFileSync(preload, `const dns = require('node:dns'), real = dns.lookup
dns.lookup = (host, options, callback) => host === 'index.test' ? process.nextTick(callback, null, ${addresses}) : real(host, options, callback)\n`)
    const env = makeEnvironment(join(folder, 'env-hole'))
    const url = `http://index.test:${port}/simple/`
    const args = ['install', 'app', '--python', env.python, '--index-url', url, '--trusted-host', 'index.test', '--no-cache-dir', '--jobs', '4']
    const finished = await run(process.execPath, ['--disable-warning=ExperimentalWarning', '--require', preload, cliPath('source'), ...args])
    expect(finished.stderr).toBe('')
    expect(Object.keys(installedIn(env))).toHaveLength(APP_SIZE)
    expect(finished.durationMs).toBeLessThan(30_000)
  } finally {
    hole.kill('SIGKILL')
    await hole.done
  }
})

test('a server that would speak HTTP/2 is asked by HTTP/1.1', async () => {
  const authority = testAuthority()
  writeFileSync(join(folder, 'ca.pem'), authority.caCert)
  const index = await serve({ tls: authority.server(), http2: true })
  const env = makeEnvironment(join(folder, 'env-http2'))
  expect((await runEngine(['app', '--python', env.python, '--index-url', index.indexUrl(), '--cert', join(folder, 'ca.pem'), '--no-cache-dir'])).text).toBe('')
  expect(Object.keys(installedIn(env))).toHaveLength(APP_SIZE)
})
