import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { makeEnvironment, pipIn, runPython } from '../support/python.ts'
import { anSdist } from '../support/sdist.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel, sha256Hex, writeWheel } from '../support/wheel.ts'

jest.setTimeout(60_000)

const folder = tempFolder()
const wheel = aWheel({ name: 'thing', version: '1.0', requiresPython: '>=3.8', requires: ['leaf'] })
let server: IndexServer

beforeAll(async () => {
  server = await startIndex()
  server.add([wheel, aWheel({ name: 'leaf' }), anSdist({ name: 'leaf', version: '0.5' })])
  server.add(aWheel({ name: 'thing', version: '2.0' }), { yanked: 'broken <badly>' })
})
afterEach(() => {
  server.calm().configure({ json: true, html: true, metadata: 'advertised', ranges: 'all', auth: undefined, gzip: false, hashAlgorithms: ['sha256'], relativeUrls: false })
})
afterAll(() => server.close())

const JSON_TYPE = 'application/vnd.pypi.simple.v1+json'
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${server.origin}${path}`, { headers })
const page = async (): Promise<{ files: Record<string, unknown>[] }> => (await (await get('/simple/thing/', { Accept: JSON_TYPE })).json()) as never

test('pip installs from it, and each request is recorded', async () => {
  const env = makeEnvironment(join(folder, 'env'))
  const done = await pipIn(env, ['install', '--no-cache-dir', '--index-url', server.indexUrl(), 'thing'])
  expect({ status: done.status, output: done.status === 0 ? '' : done.output }).toEqual({ status: 0, output: '' })
  expect(await runPython(env, 'import thing, leaf; print(thing.__version__)')).toBe('1.0')
  expect(server.asked(/^\/simple\//).map(({ path }) => path)).toEqual(['/simple/thing/', '/simple/leaf/'])
  expect(server.asked(/\.whl$/).map(({ status, sentBytes }) => [status, sentBytes])[0]).toEqual([200, wheel.bytes.length])
})

test('the JSON page tells all', async () => {
  const [first, second] = (await page()).files
  const metadata = { sha256: sha256Hex(wheel.metadata ?? '') }
  expect(first).toMatchObject({
    filename: wheel.filename, url: server.fileUrl(wheel), hashes: { sha256: wheel.sha256 }, 'requires-python': '>=3.8',
    size: wheel.bytes.length, yanked: false, 'core-metadata': metadata, 'dist-info-metadata': metadata,
  })
  expect(first?.['upload-time']).toMatch(/^\d{4}-/)
  expect(second?.['yanked']).toBe('broken <badly>')
})

test('the HTML page tells the same in attributes', async () => {
  const text = await (await get('/simple/thing/', { Accept: 'text/html' })).text()
  expect(text).toContain(`href="${server.fileUrl(wheel)}#sha256=${wheel.sha256}" data-requires-python="&gt;=3.8" data-core-metadata="sha256=`)
  expect(text).toContain('data-yanked="broken &lt;badly&gt;"')
})

test.each([
  { name: 'JSON preferred', forms: { json: true, html: true }, accept: `${JSON_TYPE}, text/html; q=0.1`, expected: [200, JSON_TYPE] },
  { name: 'JSON switched off', forms: { json: false, html: true }, accept: `${JSON_TYPE}, text/html; q=0.1`, expected: [200, 'text/html'] },
  { name: 'HTML switched off', forms: { json: true, html: false }, accept: 'text/html', expected: [406, null] },
  { name: 'no preference', forms: { json: true, html: true }, accept: '*/*', expected: [200, 'text/html'] },
])('content negotiation: $name', async ({ forms, accept, expected }) => {
  server.configure(forms)
  const response = await get('/simple/thing/', { Accept: accept })
  expect([response.status, response.headers.get('content-type')]).toEqual(expected)
})

test('names are redirected to their canonical page; unknown ones are 404', async () => {
  const response = await fetch(`${server.origin}/simple/Thing`, { redirect: 'manual' })
  expect([response.status, response.headers.get('location')]).toEqual([301, '/simple/thing/'])
  expect((await get('/simple/none/')).status).toBe(404)
})

test('metadata: advertised, unadvertised, claimed, off', async () => {
  const path = `/files/simple/${wheel.filename}.metadata`
  expect(await (await get(path)).text()).toBe(wheel.metadata)
  for (const [habit, status] of [['unadvertised', 200], ['claimed', 404], ['off', 404]] as const) {
    server.configure({ metadata: habit })
    expect((await get(path)).status).toBe(status)
    expect('core-metadata' in ((await page()).files[0] ?? {})).toBe(habit === 'claimed')
  }
})

test('ranges: bounded, open, suffix, beyond the end, conditional, off', async () => {
  const path = `/files/simple/${wheel.filename}`
  const part = async (range: string, more: Record<string, string> = {}): Promise<[number, number, string | null]> => {
    const response = await get(path, { Range: range, ...more })
    return [response.status, (await response.arrayBuffer()).byteLength, response.headers.get('content-range')]
  }
  const size = wheel.bytes.length
  const etag = (await get(path)).headers.get('etag') ?? ''
  expect(await part('bytes=10-19')).toEqual([206, 10, `bytes 10-19/${size}`])
  expect(await part(`bytes=${size - 4}-`)).toEqual([206, 4, `bytes ${size - 4}-${size - 1}/${size}`])
  expect(await part('bytes=-22')).toEqual([206, 22, `bytes ${size - 22}-${size - 1}/${size}`])
  expect((await part(`bytes=${size}-`))[0]).toBe(416)
  expect((await part('bytes=0-1', { 'If-Range': etag }))[0]).toBe(206)
  expect((await part('bytes=0-1', { 'If-Range': '"other"' }))[0]).toBe(200)
  server.configure({ ranges: 'no-suffix' })
  expect((await part('bytes=-22'))[0]).toBe(501)
  server.configure({ ranges: 'ignores-suffix' })
  expect((await part('bytes=-22'))[0]).toBe(200)
  server.configure({ ranges: 'off' })
  expect((await part('bytes=0-1'))[0]).toBe(200)
})

test('validators, cache control, gzip', async () => {
  server.configure({ pageCacheControl: 'max-age=600', gzip: true })
  const first = await get('/simple/thing/')
  expect(first.headers.get('cache-control')).toBe('max-age=600')
  expect(first.headers.get('content-encoding')).toBe('gzip')
  const again = await get('/simple/thing/', { 'If-None-Match': first.headers.get('etag') ?? '' })
  expect([again.status, await again.text()]).toEqual([304, ''])
  server.configure({ pageCacheControl: undefined })
})

test('basic authentication guards pages and files', async () => {
  server.configure({ auth: { user: 'ann', password: 's3cret' } })
  expect((await get('/simple/thing/')).status).toBe(401)
  const Authorization = `Basic ${Buffer.from('ann:s3cret').toString('base64')}`
  expect((await get('/simple/thing/', { Authorization })).status).toBe(200)
  expect(server.indexUrl('simple', 'ann:s3cret')).toContain('http://ann:s3cret@127.0.0.1')
})

test('find-links page, relative links, other hash algorithms, files on disk', async () => {
  server.addIndex('more', { relativeUrls: true, hashAlgorithms: ['sha256'] })
  const big = await writeWheel(folder, { name: 'big', files: { 'big/data': { content: () => Buffer.alloc(700_000, 'ab'), method: 0 } } })
  server.add(big, { index: 'more' })
  const links = await (await get('/find-links/more/')).text()
  const href = /href="([^"#]+)#sha256=([0-9a-f]+)"/.exec(links)
  const file = await fetch(new URL(href?.[1] ?? '', server.findLinksUrl('more')))
  expect(sha256Hex(Buffer.from(await file.arrayBuffer()))).toBe(href?.[2])
  server.configure({ hashAlgorithms: ['md5', 'sha512'] })
  expect(Object.keys((await page()).files[0]?.['hashes'] as object)).toEqual(['md5', 'sha512'])
})

test('what an index says can be false, file by file', async () => {
  const file = aWheel({ name: 'liar' })
  server.add(file, { hashes: { sha256: '0'.repeat(64) }, sizeBytes: 1, metadataText: 'Metadata-Version: 2.1\nName: liar\nVersion: 9\n', requiresPython: '<3' })
  const { files } = (await (await get('/simple/liar/', { Accept: JSON_TYPE })).json()) as { files: Record<string, unknown>[] }
  expect(files[0]).toMatchObject({ hashes: { sha256: '0'.repeat(64) }, size: 1, 'requires-python': '<3', 'core-metadata': { sha256: sha256Hex(file.metadata ?? '') } })
  expect(await (await get(`/files/simple/${file.filename}.metadata`)).text()).toContain('Version: 9')
})

test('answers of one’s own come before any index', async () => {
  const url = server.answerWith('/requirements.txt', { body: 'thing\n', headers: { 'Content-Type': 'text/plain' } })
  expect(await (await fetch(url)).text()).toBe('thing\n')
})

test('closing is quick, with clients still connected', async () => {
  const other = await startIndex()
  other.fault('/', { kind: 'stall' })
  const hanging = fetch(other.indexUrl()).catch((error: unknown) => error)
  while (other.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  const before = performance.now()
  await other.close()
  expect(performance.now() - before).toBeLessThan(500)
  expect(String(await hanging)).toContain('fetch failed')
})

