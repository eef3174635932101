import { createServer } from 'node:http'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BlockBlobClient } from '@azure/storage-blob'
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals'
import { startCacheService, type CacheService } from '../support/cache-service/service.ts'
import { run, start, type Finished } from '../support/process.ts'
import { tempFolder } from '../support/temp.ts'

jest.setTimeout(60_000)

/** The toolkit by path, because it has to run in the workspace: it looks for what to save below its working directory. */
const TOOLKIT = join(import.meta.dirname, '..', '..', 'node_modules', '@actions', 'cache', 'lib', 'cache.js')
const REPOSITORY = join(import.meta.dirname, '..', '..')
const workspace = tempFolder('workspace-')
let service: CacheService

beforeAll(async () => { service = await startCacheService() })
afterEach(() => void service.calm())
afterAll(() => service.close())

/**
 * Calls the real toolkit in a process of its own, as an action does. `calls` are expressions on `cache`, evaluated in
 * order; `results` is what each gave.
 */
async function toolkit(env: Record<string, string>, ...calls: string[]): Promise<Finished & { results: unknown[] }> {
  const lines = calls.map((call) => `results.push((await ${call}) ?? null)`)
  const code = [`import * as cache from '${TOOLKIT}'`, 'const results = []', ...lines, "console.log('results=' + JSON.stringify(results))"].join('\n')
  const done = await run(process.execPath, ['--input-type=module', '-e', code], { cwd: workspace, env: runnerEnvironment(env) })
  return { ...done, results: JSON.parse(/results=(.*)/.exec(done.stdout)?.[1] ?? '[]') as unknown[] }
}

function runnerEnvironment(env: Record<string, string>): Record<string, string> {
  return { ...env, GITHUB_WORKSPACE: workspace, RUNNER_TEMP: join(workspace, '..') }
}

function fill(folder: string, content: string): string {
  mkdirSync(join(workspace, folder), { recursive: true })
  writeFileSync(join(workspace, folder, 'file'), content)
  return folder
}

test.each(['v1', 'v2'] as const)('the toolkit saves, finds by prefix, and restores: %s', async (protocol) => {
  const env = service.environment({ protocol })
  const folder = fill(`wheels-${protocol}`, `content of ${protocol}`)
  const saved = await toolkit(env, `cache.saveCache(['${folder}'], 'Linux-${protocol}-one')`)
  expect(saved.results).toEqual([expect.any(Number)])
  expect(Number(saved.results[0])).toBeGreaterThan(0)
  rmSync(join(workspace, folder), { recursive: true })
  const restore = (paths: string, key: string): string => `cache.restoreCache(['${paths}'], '${key}', ['Linux-${protocol}-'])`
  const restored = await toolkit(env, restore(folder, `Linux-${protocol}-two`), restore('other', `Linux-${protocol}-one`))
  expect(restored.results).toEqual([`Linux-${protocol}-one`, null])
  expect(readFileSync(join(workspace, folder, 'file'), 'utf8')).toBe(`content of ${protocol}`)
  expect(service.requests.map(({ operation }) => operation)).toEqual(['reserve', 'upload', 'finalize', 'lookup', 'download', 'lookup'])
})

test('entries are immutable: a second save of a key is refused, and said so', async () => {
  const folder = fill('twice', 'first')
  const done = await toolkit(service.environment(), `cache.saveCache(['${folder}'], 'twice')`, `cache.saveCache(['${folder}'], 'TWICE')`)
  expect(done.results).toEqual([expect.any(Number), -1])
  expect(done.stdout).toContain('Unable to reserve cache')
})

test('a read-only token may restore and not save; one without scopes may do neither', async () => {
  const folder = fill('readonly', 'x')
  const [save, restore] = [`cache.saveCache(['${folder}'], 'readonly')`, `cache.restoreCache(['${folder}'], 'readonly')`]
  await toolkit(service.environment(), save)
  const reader = await toolkit(service.environment({ token: service.token({ ref: 'refs/heads/main', mayWrite: false }) }), restore, save)
  expect(reader.results).toEqual(['readonly', -1])
  expect(reader.stdout).toContain('cache write denied:')
  const nobody = await toolkit(service.environment({ token: service.token({ ref: 'refs/heads/main', mayWrite: false, mayRead: false }) }), restore)
  expect([nobody.results, nobody.stdout.includes('cache read denied:')]).toEqual([[null], true])
})

test('a pull request sees its own entries first, then those of its base, and nobody else sees its own', async () => {
  const pull = { ref: 'refs/pull/7/merge', readable: ['refs/heads/main'] }
  const lookup = (ref: typeof pull, key: string): string | undefined =>
    service.entries.find({ ...ref, mayRead: true, mayWrite: true }, { key, restoreKeys: ['k-'], version: 'v' })?.key
  const add = (key: string, scope: string): void => {
    const entry = service.entries.reserve(key, 'v', scope)
    if (entry !== undefined) entry.committed = true
  }
  add('k-main-1', 'refs/heads/main')
  add('k-main-2', 'refs/heads/main')
  expect(lookup(pull, 'k-none')).toBe('k-main-2')
  expect(lookup(pull, 'k-main-1')).toBe('k-main-1')
  add('k-pull', 'refs/pull/7/merge')
  expect(lookup(pull, 'k-main-1')).toBe('k-pull')
  expect(lookup({ ref: 'refs/heads/main', readable: [] }, 'k-pull')).toBe('k-main-2')
  service.entries.evict(({ key }) => key === 'k-main-2')
  expect(lookup({ ref: 'refs/heads/main', readable: [] }, 'k-pull')).toBe('k-main-1')
})

test('faults: a conflict, a rate limit, a byte gone wrong', async () => {
  const folder = fill('faulty', 'x'.repeat(100_000))
  const save = `cache.saveCache(['${folder}'], 'faulty')`
  service.fault('reserve', { kind: 'status', status: 409, body: '{"code":"already_exists","msg":"taken"}' }, { times: 1 })
  service.fault('finalize', { kind: 'status', status: 429, retryAfterSeconds: 3, body: '{"code":"resource_exhausted","msg":"slow down"}' }, { times: 1 })
  service.fault('download', { kind: 'wrong-byte' }, { times: 1 })
  const restore = `cache.restoreCache(['${folder}'], 'faulty')`
  const done = await toolkit(service.environment(), save, save.replace("'faulty')", "'limited')"), save, restore)
  expect(done.results).toEqual([-1, -1, expect.any(Number), null])
  expect(done.stdout).toContain('rate limit')
})

test('a download hangs at 90 %', async () => {
  const entry = service.entries.reserve('hanging', 'v', 'refs/heads/main')
  if (entry === undefined) throw new Error('the key is taken')
  Object.assign(entry, { bytes: Buffer.alloc(1_000_000), committed: true })
  service.fault('download', { kind: 'stall', afterShare: 0.9 })
  const lookup = await call('GetCacheEntryDownloadURL', { key: 'hanging', version: 'v' })
  const stopped = new AbortController()
  const response = await fetch(String(lookup['signed_download_url']), { signal: stopped.signal })
  let received = 0
  const reading = (async () => {
    for await (const chunk of response.body ?? []) received += (chunk as Uint8Array).length
  })().catch(() => 'stopped')
  while (received < 900_000) await new Promise((resolve) => setTimeout(resolve, 10))
  await new Promise((resolve) => setTimeout(resolve, 100))
  stopped.abort()
  expect([await reading, received]).toEqual(['stopped', 900_000])
})

/** One call of the new protocol without the toolkit. */
async function call(method: string, body: object): Promise<Record<string, unknown>> {
  const url = `${service.origin}/twirp/github.actions.results.api.v1.CacheService/${method}`
  const response = await fetch(url, { method: 'POST', headers: { Authorization: 'Bearer x' }, body: JSON.stringify(body) })
  return (await response.json()) as Record<string, unknown>
}

test('blobs are stored in blocks as Azure’s client sends them, and read in ranges', async () => {
  const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => index % 251))
  const reserved = await call('CreateCacheEntry', { key: 'blocks', version: 'v' })
  const client = new BlockBlobClient(String(reserved['signed_upload_url']))
  await client.uploadData(bytes, { blockSize: 1_000_000, maxSingleShotSize: 1, concurrency: 3 })
  expect(service.requests.filter(({ operation }) => operation === 'upload')).toHaveLength(4)
  expect(await call('FinalizeCacheEntryUpload', { key: 'blocks', version: 'v', size_bytes: '17' })).toMatchObject({ ok: false })
  expect(await call('FinalizeCacheEntryUpload', { key: 'blocks', version: 'v', size_bytes: String(bytes.length) })).toMatchObject({ ok: true })
  const found = await call('GetCacheEntryDownloadURL', { key: 'blocks', version: 'v' })
  const reader = new BlockBlobClient(String(found['signed_download_url']))
  expect((await reader.getProperties()).contentLength).toBe(bytes.length)
  expect((await reader.downloadToBuffer(1_000_000, 1_500_000, { blockSize: 500_000, concurrency: 3 })).equals(bytes.subarray(1_000_000, 2_500_000))).toBe(true)
  const forged = await fetch(String(found['signed_download_url']).replace('sig=', 'sig=x'))
  expect(forged.status).toBe(403)
})

test('it runs as a program, on a port of choice', async () => {
  const free = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => free.once('listening', resolve))
  const { port } = free.address() as { port: number }
  await new Promise((resolve) => free.close(resolve))
  const main = join(REPOSITORY, '__tests__', 'support', 'cache-service-main.ts')
  const running = start(process.execPath, [main, '--port', String(port)])
  await running.waitFor('"origin"')
  const ready = JSON.parse(running.output()) as { origin: string; environment: Record<string, string> }
  expect(ready.origin).toBe(`http://127.0.0.1:${port}`)
  expect(ready.environment['ACTIONS_RESULTS_URL']).toBe(`${ready.origin}/`)
  expect(await (await fetch(`${ready.origin}/-/requests`)).json()).toEqual({ requests: [], keys: [], bytes: 0 })
  running.kill('SIGTERM')
  expect((await running.done).status).toBe(0)
})
