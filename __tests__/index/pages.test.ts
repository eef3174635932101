import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { seal, SEAL_BYTES } from '../../src/kernel/sealed.ts'
import type { RunEvent } from '../../src/kernel/events.ts'
import { FACTS_BUCKET, PAGES_BUCKET } from '../../src/store/layout.ts'
import { runEngine, versionsOf, type EngineRun } from '../support/engine.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { anSdist } from '../support/sdist.ts'
import { tempEnv } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel } from '../support/wheel.ts'

const folder = tempFolder()
const env = tempEnv()
let server: IndexServer
let cache = 0

beforeAll(async () => { server = await startIndex() })
afterAll(() => server.close())
afterEach(() => {
  server.calm()
  for (const name of ['simple', 'other']) server.addIndex(name)
})

/** A dry run with a cache of its own, unless one is named. */
function resolve(args: readonly string[], cacheDir = join(folder, `cache-${cache++}`)): Promise<EngineRun> {
  return runEngine(['--python', env.python, '--dry-run', '--jobs', '1', '--cache-dir', cacheDir, ...args])
}

function pagesAsked(): string[] {
  return server.asked(/\/simple\/|\/other\//).filter(({ path }) => !path.includes('/files/')).map(({ path, status }) => `${path} ${status}`)
}

test('with one index and one wheel the requests are one page and one file', async () => {
  server.add(aWheel({ name: 'alone' }))
  const run = await runEngine(['--python', env.python, '--jobs', '8', '--cache-dir', join(folder, 'cache-alone'), '--target', join(folder, 'target'), '--index-url', server.indexUrl(), 'alone==1.0'])
  expect(run.text).toBe('')
  expect(server.requests.map(({ path }) => path)).toEqual(['/simple/alone/', '/files/simple/alone-1.0-py3-none-any.whl'])
})

test('a page that is fresh is not asked for again; one that is stale is, with its validator', async () => {
  server.add(aWheel({ name: 'foo' })).configure({ pageCacheControl: 'max-age=600' })
  const kept = join(folder, 'cache-fresh')
  for (let round = 0; round < 2; round += 1) await resolve(['--index-url', server.indexUrl(), 'foo'], kept)
  expect(pagesAsked()).toEqual(['/simple/foo/ 200'])
  server.configure({ pageCacheControl: 'max-age=0' })
  await resolve(['--index-url', server.indexUrl(), '--refresh', 'foo'], kept)
  await resolve(['--index-url', server.indexUrl(), 'foo'], kept)
  expect(pagesAsked()).toEqual(['/simple/foo/ 200', '/simple/foo/ 304', '/simple/foo/ 304'])
})

test.each([[['--refresh']], [['--refresh-package', 'Foo']], [['--refresh-package', ':all:']]])('%j asks for a fresh page anew and sees what is new there', async (flags) => {
  server.add(aWheel({ name: 'foo' })).configure({ pageCacheControl: 'max-age=600' })
  const kept = join(folder, `cache-refresh-${flags.join('')}`)
  const asked = ['--index-url', server.indexUrl(), 'foo']
  await resolve(asked, kept)
  server.add(aWheel({ name: 'foo', version: '2.0' }))
  expect(versionsOf(await resolve(asked, kept))).toEqual({ foo: '1.0' })
  expect(versionsOf(await resolve([...flags, ...asked], kept))).toEqual({ foo: '2.0' })
})

/** The one page in a cache, its text with the table before it. */
function keptPage(kept: string): { readonly file: string; readonly bytes: Buffer } {
  const pages = join(kept, PAGES_BUCKET)
  const files = readdirSync(pages, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const found = files.map((file) => ({ file, bytes: readFileSync(file) })).filter(({ bytes }) => bytes.includes('"files"'))
  expect(found).toHaveLength(1)
  return found[0]!
}

test.each([
  ['cut off at the end is asked for anew', (bytes: Buffer) => bytes.subarray(0, -1), '/simple/foo/ 200'],
  ['that is empty is asked for anew', () => Buffer.alloc(0), '/simple/foo/ 200'],
  ['with a table of another format is read whole', (bytes: Buffer) => seal(changed(bytes.subarray(SEAL_BYTES), 16)), '/simple/foo/ 304'],
  ['with a damaged table is asked for anew', (bytes: Buffer) => changed(bytes, bytes.indexOf('foo')), '/simple/foo/ 200'],
  ['with zeros in place of its text is asked for anew', (bytes: Buffer) => Buffer.from(bytes).fill(0, bytes.indexOf('"files"') + 8), '/simple/foo/ 200'],
])('a kept page %s, and stands as it did afterwards', async (_what, spoil, asked) => {
  server.add(aWheel({ name: 'foo' })).configure({ pageCacheControl: 'no-cache' })
  const kept = join(folder, `cache-${cache++}`)
  const args = ['--index-url', server.indexUrl(), 'foo']
  await resolve(args, kept)
  const { file, bytes } = keptPage(kept)
  writeFileSync(file, spoil(bytes))
  rmSync(join(kept, FACTS_BUCKET), { recursive: true })
  server.calm()
  expect(versionsOf(await resolve(args, kept))).toEqual({ foo: '1.0' })
  expect(pagesAsked().at(-1)).toBe(asked)
  expect(keptPage(kept)).toEqual({ file, bytes })
})

function changed(bytes: Buffer, place: number): Buffer {
  const other = Buffer.from(bytes)
  other[place]! ^= 1
  return other
}

test.each([['new', false], ['kept', true]])('a page that is %s and taken away by somebody who clears the cache meanwhile is asked for again', async (_what, isKept) => {
  server.add(aWheel({ name: 'foo', requires: ['bar'] })).add(aWheel({ name: 'bar' })).configure({ pageCacheControl: 'no-cache' })
  const kept = join(folder, `cache-${cache++}`)
  const args = ['--python', env.python, '--dry-run', '--jobs', '1', '--cache-dir', kept, '--index-url', server.indexUrl(), 'foo']
  if (isKept) await runEngine(args)
  rmSync(join(kept, FACTS_BUCKET), { recursive: true, force: true })
  server.calm()
  let ofBar: number | undefined
  // Its table has been read then, and of its files nothing yet.
  const onEvent = (event: RunEvent): void => {
    if (event.kind === 'task-started' && event.task === 'page' && event.subject === 'bar') ofBar ??= event.id
    if (event.kind === 'task-ended' && event.id === ofBar) rmSync(join(kept, PAGES_BUCKET), { recursive: true })
  }
  expect(versionsOf(await runEngine(args, { onEvent }))).toEqual({ foo: '1.0', bar: '1.0' })
  expect(pagesAsked()).toEqual([`/simple/foo/ ${isKept ? 304 : 200}`, `/simple/bar/ ${isKept ? 304 : 200}`, '/simple/foo/ 200', '/simple/bar/ 200'])
})

test('a page that was searched for a pinned version is read whole when another one is asked for', async () => {
  for (const version of ['1.0', '1.0.1', '2.0']) server.add(aWheel({ name: 'foo', version }))
  server.configure({ pageCacheControl: 'no-cache' })
  const kept = join(folder, `cache-${cache++}`)
  const asked = (spec: string): Promise<EngineRun> => resolve(['--index-url', server.indexUrl(), spec], kept)
  expect(versionsOf(await asked('foo == 1'))).toEqual({ foo: '1.0' })
  const searched = keptPage(kept).bytes.length
  expect(versionsOf(await asked('foo'))).toEqual({ foo: '2.0' })
  // Now with its table.
  expect(keptPage(kept).bytes.length).toBeGreaterThan(searched)
  expect(versionsOf(await asked('foo==1.0.1'))).toEqual({ foo: '1.0.1' })
  expect(pagesAsked()).toEqual(['/simple/foo/ 200', '/simple/foo/ 304', '/simple/foo/ 304'])
})

test.each([
  ['that do not fit what bar needs', ['foo==1.0', 'bar']],
  ['to a version that is not there', ['foo==1.5', 'bar']],
  ['to two versions', ['foo==1.0', 'foo==2.0']],
])('pins %s are explained from all that the page says, which is not asked for a second time', async (_why, specs) => {
  for (const version of ['1.0', '1.1', '2.0']) server.add(aWheel({ name: 'foo', version }))
  server.add(aWheel({ name: 'bar', requires: ['foo>=1.1'] }))
  const searched = await resolve(['--index-url', server.indexUrl(), ...specs])
  expect(searched.error?.code).toBe('resolution-impossible')
  expect(pagesAsked().filter((line) => line.includes('/foo/'))).toEqual(['/simple/foo/ 200'])
  // Pages in HTML are read whole.
  server.configure({ json: false, html: true })
  const whole = await resolve(['--index-url', server.indexUrl(), ...specs])
  expect(searched.text).toBe(whole.text)
})

test('what is needed to build something is not bound by the pins of what is installed', async () => {
  for (const version of ['1.0', '2.0']) server.add(aWheel({ name: 'foo', version }))
  server.add(anSdist({ name: 'bar', backend: { requires: ['foo'] } }))
  const run = await runEngine(['--python', env.python, '--cache-dir', join(folder, `cache-${cache++}`), '--target', join(folder, 'target-pins'), '--index-url', server.indexUrl(), 'foo==1.0', 'bar'])
  expect(run.text).toBe('')
  expect(server.asked(/files/).map(({ path }) => path)).toContain('/files/simple/foo-2.0-py3-none-any.whl')
})

test('--offline answers from what was kept, however old, and sends nothing', async () => {
  server.add(aWheel({ name: 'foo', requires: ['bar'] })).add(aWheel({ name: 'bar' })).configure({ pageCacheControl: 'no-cache' })
  const kept = join(folder, 'cache-offline')
  await resolve(['--index-url', server.indexUrl(), 'foo'], kept)
  server.calm()
  expect(versionsOf(await resolve(['--offline', '--index-url', server.indexUrl(), 'foo'], kept))).toEqual({ foo: '1.0', bar: '1.0' })
  expect(server.requests).toEqual([])
  const unknown = await resolve(['--offline', '--index-url', server.indexUrl(), 'other'], kept)
  expect(unknown.error?.code).toBe('package-unknown')
  expect(unknown.text).toContain('--offline')
  expect(server.requests).toEqual([])
})

test.each([
  ['JSON', { json: true, html: false }],
  ['HTML', { json: false, html: true }],
])('links relative to the page are followed after a redirect of the page (%s)', async (_form, options) => {
  server.add(aWheel({ name: 'foo' })).configure({ ...options, relativeUrls: true })
  server.fault('/old/', { kind: 'redirect', to: '/simple/foo/', status: 301 })
  expect(versionsOf(await resolve(['--index-url', `${server.origin}/old/`, 'foo']))).toEqual({ foo: '1.0' })
})

test('a page of API version 2 is refused', async () => {
  server.add(aWheel({ name: 'foo' })).configure({ apiVersion: '2.0' })
  const run = await resolve(['--index-url', server.indexUrl(), 'foo'])
  expect(run.error).toMatchObject({ code: 'index-answer' })
  expect(run.text).toContain('API version 2.0')
})

test('what is no page is passed over with a warning, as pip does', async () => {
  server.addIndex('other').add(aWheel({ name: 'foo' })).add(aWheel({ name: 'foo' }), { index: 'other' })
  server.fault('/other/foo/', { kind: 'content-type', type: 'application/octet-stream' })
  const run = await resolve(['--index-url', server.indexUrl(), '--extra-index-url', server.indexUrl('other'), 'foo'])
  expect(versionsOf(run)).toEqual({ foo: '1.0' })
  expect(run.notices).toContainEqual(expect.stringContaining('application/octet-stream'))
})

test.each([
  ['401', { kind: 'status', status: 401 }, 'wants credentials'],
  ['407', { kind: 'status', status: 407 }, 'proxy'],
  ['a login page', { kind: 'login-page' }, 'login page'],
] as const)('%s of one index stops the names it may own, though another index has them', async (_what, fault, words) => {
  server.addIndex('other').add(aWheel({ name: 'foo' }))
  server.fault('/other/', fault)
  const run = await resolve(['--index-url', server.indexUrl(), '--extra-index-url', server.indexUrl('other'), 'foo'])
  expect(run.error?.code).toBe('index-refused')
  expect(run.text).toContain(words)
  expect(run.text).toContain(`${server.origin}/other/`)
})

test('403 from an index without credentials means "not here", with a note; after credentials were sent it stops', async () => {
  server.addIndex('other').add(aWheel({ name: 'foo', requires: ['bar'] })).add(aWheel({ name: 'bar' }))
  server.fault('/other/', { kind: 'status', status: 403 })
  const lenient = await resolve(['--index-url', server.indexUrl(), '--extra-index-url', server.indexUrl('other'), 'foo'])
  expect(versionsOf(lenient)).toEqual({ foo: '1.0', bar: '1.0' })
  expect(lenient.notices.filter((text) => text.includes('403'))).toHaveLength(1)
  const strict = await resolve(['--index-url', server.indexUrl(), '--extra-index-url', server.indexUrl('other', 'me:wrong'), 'foo'])
  expect(strict.error?.code).toBe('index-refused')
  expect(strict.text).not.toContain('wrong')
})

test('a name that two indexes serve is reported; the best version of all is taken', async () => {
  server.addIndex('other').add(aWheel({ name: 'foo' })).add(aWheel({ name: 'foo', version: '2.0' }), { index: 'other' })
  const run = await resolve(['--index-url', server.indexUrl(), '--extra-index-url', server.indexUrl('other'), 'foo'])
  expect(versionsOf(run)).toEqual({ foo: '2.0' })
  expect(run.notices).toContainEqual(expect.stringContaining('foo is served by several indexes'))
})

test('first-match: the first index that has the name owns it, and later ones are not even asked', async () => {
  server.addIndex('other').add(aWheel({ name: 'foo' })).add(aWheel({ name: 'foo', version: '2.0' }), { index: 'other' }).add(aWheel({ name: 'bar' }), { index: 'other' })
  const run = await resolve(['--index-strategy', 'first-match', '--index-url', server.indexUrl(), '--extra-index-url', server.indexUrl('other'), 'foo', 'bar'])
  expect(versionsOf(run)).toEqual({ foo: '1.0', bar: '1.0' })
  expect(pagesAsked()).not.toContainEqual(expect.stringContaining('/other/foo/'))
})

test('a name with an owner is asked of its owner alone', async () => {
  server.addIndex('other').add(aWheel({ name: 'corp-tool', version: '99' })).add(aWheel({ name: 'corp-tool' }), { index: 'other' }).add(aWheel({ name: 'foo' }))
  const links = join(folder, 'links-owner')
  mkdirSync(links)
  const run = await resolve(['--index-owner', `corp-*=${server.indexUrl('other')}`, '--find-links', links, '--index-url', server.indexUrl(), 'foo', 'corp-tool'])
  expect(versionsOf(run)).toEqual({ 'corp-tool': '1.0', foo: '1.0' })
  expect(pagesAsked().sort()).toEqual(['/other/corp-tool/ 200', '/simple/foo/ 200'])
})

test('a folder may be an index: spaces in its path, no doctype, a yanked file', async () => {
  const root = join(folder, 'an index')
  const page = join(root, 'simple', 'foo')
  mkdirSync(page, { recursive: true })
  const wheels = [aWheel({ name: 'foo' }), aWheel({ name: 'foo', version: '2.0' })]
  for (const wheel of wheels) writeFileSync(join(page, wheel.filename), wheel.bytes)
  writeFileSync(join(page, 'index.html'), `<a href="${wheels[0]?.filename}">one</a><a href="./${wheels[1]?.filename}#sha256=${wheels[1]?.sha256}" data-yanked="no">two</a>`)
  for (const index of [pathToFileURL(join(root, 'simple')).href, `${pathToFileURL(join(root, 'simple')).href}/`, join(root, 'simple'), `file://localhost${encodeURI(join(root, 'simple'))}`]) {
    expect(versionsOf(await resolve(['--index-url', index, 'foo']))).toEqual({ foo: '1.0' })
    expect(versionsOf(await resolve(['--index-url', index, 'foo==2.0']))).toEqual({ foo: '2.0' })
  }
  const missing = await resolve(['--index-url', pathToFileURL(join(root, 'simple')).href, 'bar'])
  expect(missing.error?.code).toBe('package-unknown')
})

test('an index over plain http is ignored with a warning, unless its host is trusted', async () => {
  const port = new URL(server.origin).port
  const run = await resolve(['--index-url', server.indexUrl(), '--extra-index-url', `http://index.test:${port}/simple/`, '--retries', '0', 'foo'])
  expect(run.error?.code).toBe('package-unknown')
  expect(run.notices).toContainEqual(expect.stringContaining('not encrypted'))
})

test('an index that is neither URL nor folder is ignored with a warning', async () => {
  server.add(aWheel({ name: 'foo' }))
  const run = await resolve(['--index-url', server.indexUrl(), '--extra-index-url', 'no/such/folder', 'foo'])
  expect(versionsOf(run)).toEqual({ foo: '1.0' })
  expect(run.notices).toContainEqual(expect.stringContaining('no/such/folder'))
})

test('a rule on upload times that an index cannot answer stops the run; the rule has exceptions', async () => {
  server.add(aWheel({ name: 'foo' }), { uploadTime: '2024-01-01T00:00:00Z' }).add(aWheel({ name: 'foo', version: '2.0' }), { uploadTime: '2024-03-01T00:00:00Z' })
  const flags = ['--uploaded-prior-to', '2024-02-01T00:00:00Z', '--index-url', server.indexUrl()]
  expect(versionsOf(await resolve([...flags, 'foo']))).toEqual({ foo: '1.0' })
  expect(versionsOf(await resolve([...flags, '--uploaded-any-time', 'Foo', 'foo']))).toEqual({ foo: '2.0' })
  server.configure({ uploadTimes: false })
  const run = await resolve([...flags, 'foo'])
  expect(run.error?.code).toBe('index-answer')
  expect(run.text).toContain('--uploaded-prior-to')
})

test('metadata that the index publishes with a wrong hash, or promises and does not have', async () => {
  server.add(aWheel({ name: 'foo' }), { metadataHash: 'a'.repeat(64) })
  expect((await resolve(['--index-url', server.indexUrl(), 'foo'])).error?.code).toBe('hash-mismatch')
  server.addIndex('simple').add(aWheel({ name: 'foo' }), { metadata: 'claimed' })
  expect(versionsOf(await resolve(['--index-url', server.indexUrl(), 'foo']))).toEqual({ foo: '1.0' })
})

test.each(['all', 'no-suffix', 'ignores-suffix', 'off'] as const)('without metadata files the wheel itself is read; ranges: %s', async (ranges) => {
  const big = { 'foo/data.bin': Buffer.alloc(300_000, 7).map((_, at) => (at * 2654435761) >>> 24) as Buffer }
  server.add(aWheel({ name: 'foo', requires: ['bar'], files: big })).add(aWheel({ name: 'bar' })).configure({ metadata: 'off', ranges })
  expect(versionsOf(await resolve(['--index-url', server.indexUrl(), 'foo']))).toEqual({ foo: '1.0', bar: '1.0' })
  const sent = server.asked('foo-1.0-py3-none-any.whl').reduce((sum, { sentBytes }) => sum + sentBytes, 0)
  if (ranges === 'all') expect(sent).toBeLessThan(100_000)
})

test('nothing is kept with --no-cache-dir', async () => {
  server.add(aWheel({ name: 'foo' })).configure({ pageCacheControl: 'max-age=600' })
  const run = await runEngine(['--python', env.python, '--dry-run', '--jobs', '1', '--no-cache-dir', '--index-url', server.indexUrl(), 'foo'], { home: folder })
  expect(versionsOf(run)).toEqual({ foo: '1.0' })
  expect(readdirSync(folder)).not.toContain('.cache')
})
