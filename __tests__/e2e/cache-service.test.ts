import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { CacheService as Service } from '../../src/actions-cache/service.ts'
import { joinRestore, openCacheService, startPointedRestore } from '../../src/github/cache-service.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { builtDist } from '../support/built.ts'
import { startCacheService, type CacheService } from '../support/cache-service/service.ts'
import { scrubbedEnvironment } from '../support/process.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder('cache-')
const programPath = join(builtDist(), 'cache', 'index.js')
const hasZstd = spawnSync('zstd', ['--version']).status === 0
let server: CacheService

beforeAll(async () => { server = await startCacheService() })
afterEach(() => void server.calm())
afterAll(() => server.close())

interface Opened {
  readonly service: Service
  readonly log: () => string
  readonly parts: Parameters<typeof openCacheService>[0]
}

function open(env: Record<string, string> = server.environment()): Opened {
  const logged: string[] = []
  const parts = { programPath, root: mkdtempSync(join(folder, 'root-')), env: { ...scrubbedEnvironment(folder), ...env }, clock: systemClock, onLog: (text: string) => void logged.push(text) }
  return { service: openCacheService(parts), parts, log: () => logged.join('\n') }
}

async function save({ service }: Opened, key: string, content: string, pointer?: string): Promise<Awaited<ReturnType<Service['save']>>> {
  const entry = await service.makeFolder()
  writeFileSync(join(entry, 'file'), content)
  return service.save({ folder: entry, key, pointer, stallMs: 4000 })
}

describe.each(['v1', 'v2'] as const)('the service of protocol %s', (protocol) => {
  test('saves, looks up, restores by prefix into a private folder, and refuses a key twice', async () => {
    const opened = open(server.environment({ protocol }))
    const key = `one-${protocol}/entry`
    expect(await save(opened, key, 'content')).toEqual({ kind: 'saved', bytes: expect.any(Number) })
    expect(await save(opened, key.toUpperCase(), 'content')).toEqual({ kind: 'exists' })
    expect(await opened.service.lookup({ primary: 'nothing', others: [`one-${protocol}`] })).toEqual({ kind: 'found', key })
    expect(await opened.service.lookup({ primary: 'nothing', others: [] })).toEqual({ kind: 'none' })
    const transfer = opened.service.restore({ primary: `one-${protocol}/`, others: [] })
    expect(await transfer.finish({ stallMs: 4000 })).toEqual({ kind: 'done', key, bytes: expect.any(Number) })
    expect(readFileSync(join(transfer.folder, 'file'), 'utf8')).toBe('content')
    expect(opened.log()).toContain('Cache restored successfully')
  })
})

test.each(['v1', 'v2'] as const)('a machine without zstd (containers, musl) saves and restores what gzip makes, by protocol %s', async (protocol) => {
  const bin = mkdtempSync(join(folder, 'bin-'))
  for (const name of ['tar', 'gzip', 'sh']) symlinkSync(execFileSync('which', [name], { encoding: 'utf8' }).trim(), join(bin, name))
  const opened = open({ ...server.environment({ protocol }), PATH: bin })
  const key = `bare-${protocol}/entry`
  expect(await save(opened, key, 'content')).toEqual({ kind: 'saved', bytes: expect.any(Number) })
  const transfer = opened.service.restore({ primary: key, others: [] })
  expect(await transfer.finish({ stallMs: 4000 })).toEqual({ kind: 'done', key, bytes: expect.any(Number) })
  expect(readFileSync(join(transfer.folder, 'file'), 'utf8')).toBe('content')
  // An entry that zstd made is another version of the key, so that nobody gets what he cannot read.
  expect(await open(server.environment({ protocol })).service.lookup({ primary: key, others: [] })).toEqual(hasZstd ? { kind: 'none' } : { kind: 'found', key })
})

test('an archive is made only when the key is free', async () => {
  const opened = open()
  await save(opened, 'twice', 'x')
  server.calm()
  await save(opened, 'twice', 'x')
  expect(server.requests.map(({ operation }) => operation)).toEqual(['lookup'])
})

test('no service: said at once, without a request', async () => {
  const opened = open({})
  const startedMs = performance.now()
  expect(await opened.service.lookup({ primary: 'x', others: [] })).toEqual({ kind: 'unavailable' })
  expect(await opened.service.restore({ primary: 'x', others: [] }).finish({ stallMs: 4000 })).toEqual({ kind: 'unavailable' })
  expect(await save(opened, 'x', 'y')).toEqual({ kind: 'unavailable' })
  expect(performance.now() - startedMs).toBeLessThan(8000)
})

test('a read-only token, and a key that another job took meanwhile', async () => {
  const reader = open(server.environment({ token: server.token({ ref: 'refs/heads/main', mayWrite: false }) }))
  expect(await save(reader, 'read-only', 'x')).toEqual({ kind: 'read-only' })
  server.fault('reserve', { kind: 'status', status: 409, body: '{"code":"already_exists","msg":"taken"}' })
  expect(await save(open(), 'raced', 'x')).toEqual({ kind: 'conflict' })
})

test('a transfer that moves nothing is given up, and its processes end', async () => {
  const entry = server.entries.reserve('hanging', versionOf(), 'refs/heads/main')
  if (entry === undefined) throw new Error('the key is taken')
  Object.assign(entry, { bytes: Buffer.alloc(5_000_000), committed: true })
  server.fault('download', { kind: 'stall', afterShare: 0.9 })
  const { service, parts } = open()
  const transfer = service.restore({ primary: 'hanging', others: [] })
  const startedMs = performance.now()
  const answer = await transfer.finish({ stallMs: 1500 })
  expect(answer).toMatchObject({ kind: 'stalled' })
  expect(answer.kind === 'stalled' && answer.bytes).toBeGreaterThan(4_000_000)
  expect(performance.now() - startedMs).toBeLessThan(8000)
  const pid = pidOf(parts.root)
  while (isGroupThere(pid)) await systemClock.sleep(20)
})

/** The version the toolkit computes for our path: that of an entry it has saved. */
function versionOf(): string {
  return server.entries.all()[0]?.version ?? ''
}

/** A killed process is there until its parent has taken note. */
function isGroupThere(pid: number): boolean {
  try {
    return process.kill(-pid, 0)
  } catch {
    return false
  }
}

function pidOf(root: string): number {
  const [transfer] = readdirSync(root)
  return (JSON.parse(readFileSync(join(root, transfer ?? '', 'state.json'), 'utf8')) as { pid: number }).pid
}

test.each([
  ['an error of the server', { kind: 'status', status: 503, body: '{"code":"unavailable","msg":"busy"}' } as const],
  ['no answer at all', { kind: 'stall' } as const],
])('%s costs seconds, not the job', async (_, fault) => {
  server.fault('lookup', fault)
  const { service } = open()
  const startedMs = performance.now()
  expect(await service.lookup({ primary: 'x', others: [] })).toMatchObject({ kind: 'failed' })
  expect(performance.now() - startedMs).toBeLessThan(5500)
})

test('a damaged archive is a failure with its reason', async () => {
  const opened = open()
  await save(opened, 'damaged', 'x'.repeat(100_000))
  server.fault('download', { kind: 'wrong-byte', at: 20 })
  expect(await opened.service.restore({ primary: 'damaged', others: [] }).finish({ stallMs: 4000 })).toMatchObject({ kind: 'unreadable', why: expect.stringContaining('tar') })
})

test('a restore begun by one process is joined by another: what a pointer points to', async () => {
  const opened = open()
  await save(opened, 'wheels/v1/abc', 'content', 'leg/1/>wheels/v1/abc')
  expect(joinRestore(opened.parts)).toBeUndefined()
  startPointedRestore(opened.parts, { prefix: 'leg/1/', machine: 'parallel-pip/', claims: mkdtempSync(join(folder, 'claims-')) })
  const joined = await joinedRestore(opened)
  expect(await joined.finish({ stallMs: 4000 })).toMatchObject({ kind: 'done', key: 'wheels/v1/abc' })
  expect(await joined.whichKey({ stallMs: 4000 })).toBe('wheels/v1/abc')
  expect(joined.endedMs()).toBeGreaterThan(joined.startedMs)
  expect(existsSync(join(joined.folder, 'file'))).toBe(true)
})

test('an entry that another transfer of the job brings arrives there; if that one is ended, whoever relied on it has none', async () => {
  const [first, second] = [open(), open()]
  const request = { prefix: 'leg/2/', machine: 'parallel-pip/', claims: mkdtempSync(join(folder, 'claims-')) }
  await save(first, 'wheels/v1/two', 'content', 'leg/2/>wheels/v1/two')
  server.fault('download', { kind: 'latency', ms: 3000 })
  startPointedRestore(first.parts, request)
  const bringer = await joinedRestore(first)
  expect(await bringer.whichKey({ stallMs: 4000 })).toBe('wheels/v1/two')
  startPointedRestore(second.parts, request)
  const relying = await joinedRestore(second)
  expect(await relying.whichKey({ stallMs: 4000 })).toBe('wheels/v1/two')
  expect(relying.folder).toBe(bringer.folder)
  await relying.stop()
  expect(await relying.finish({ stallMs: 8000 })).toMatchObject({ kind: 'done', key: 'wheels/v1/two' })
  expect(relying.endedMs()).toBeGreaterThanOrEqual(relying.startedMs)

  const [third, fourth] = [open(), open()]
  const again = { ...request, claims: mkdtempSync(join(folder, 'claims-')) }
  startPointedRestore(third.parts, again)
  const ended = await joinedRestore(third)
  await ended.whichKey({ stallMs: 4000 })
  await ended.stop()
  startPointedRestore(fourth.parts, again)
  expect(await (await joinedRestore(fourth)).whichKey({ stallMs: 4000 })).toBeUndefined()
})

test('nothing is pointed to: nothing comes', async () => {
  const opened = open()
  startPointedRestore(opened.parts, { prefix: 'leg/other/', machine: 'parallel-pip/', claims: mkdtempSync(join(folder, 'claims-')) })
  expect(await (await joinedRestore(opened)).finish({ stallMs: 4000 })).toEqual({ kind: 'none', anywhere: true })
})

async function joinedRestore({ parts }: Opened): Promise<NonNullable<ReturnType<typeof joinRestore>>> {
  for (;;) {
    const joined = joinRestore(parts)
    if (joined !== undefined) return joined
    await systemClock.sleep(20)
  }
}
