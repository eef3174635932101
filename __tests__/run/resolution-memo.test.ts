import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { reportOf, runEngine, versionsOf, type EngineRun } from '../support/engine.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { makeEnvironment, tempEnv } from '../support/python.ts'
import { resolutionParts } from '../support/resolution-parts.ts'
import { anSdist } from '../support/sdist.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel } from '../support/wheel.ts'

// An answer of an earlier run counts while the index says what it said; whether it was used shows in the metadata that was read.
const folder = tempFolder()
const env = tempEnv()
let server: IndexServer
let cache = ''
let caches = 0

beforeAll(async () => { server = await startIndex() })
afterAll(() => server.close())
beforeEach(() => {
  cache = join(folder, `cache-${caches++}`)
  server.add([
    aWheel({ name: 'app', version: '1.0', requires: ['lib>=1', 'more; extra == "x"'], extras: { x: ['more'] } }),
    aWheel({ name: 'lib', version: '1.0' }), aWheel({ name: 'lib', version: '2.0' }), aWheel({ name: 'more', version: '1.0' }),
  ])
})
afterEach(() => {
  server.calm()
  server.addIndex('simple')
})

function resolve(args: readonly string[], changes: { readonly writesReport?: boolean; readonly python?: string } = {}): Promise<EngineRun> {
  const fixed = ['--python', changes.python ?? env.python, '--dry-run', '--jobs', '4', '--cache-dir', cache, '--index-url', server.indexUrl()]
  return runEngine([...fixed, ...args], { cwd: folder, writesReport: changes.writesReport ?? false })
}

/** Whether a run has resolved: then it has read metadata. */
function hasResolved(run: EngineRun): boolean {
  return run.events.some((event) => event.kind === 'task-started' && event.task === 'metadata')
}

function answersKept(): string[] {
  const root = join(cache, 'facts-v2', 'resolutions')
  return readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

test('the same question is answered from before, after asking for the pages alone, and equally', async () => {
  const first = await resolve(['app[x]', 'lib<3'])
  server.calm()
  const second = await resolve(['app[x]', 'lib<3'])
  expect([hasResolved(first), hasResolved(second)]).toEqual([true, false])
  expect(server.requests.map(({ path, status }) => `${path} ${status}`).sort()).toEqual(['/simple/app/ 304', '/simple/lib/ 304', '/simple/more/ 304'])
  expect(resolutionParts(second)).toEqual(resolutionParts(first))
  expect(second.notices).toEqual(first.notices)
})

test('a report has METADATA word for word all the same', async () => {
  const first = await resolve(['app[x]'], { writesReport: true })
  const second = await resolve(['app[x]'], { writesReport: true })
  expect(reportOf(second)).toEqual(reportOf(first))
})

test('what is new on any of the pages counts, and each page is asked for once', async () => {
  await resolve(['app'])
  server.add(aWheel({ name: 'lib', version: '3.0' }))
  server.calm()
  const run = await resolve(['app'])
  expect(versionsOf(run)).toEqual({ app: '1.0', lib: '3.0' })
  expect(server.asked(/^\/simple\//).map(({ path, status }) => `${path} ${status}`).sort()).toEqual(['/simple/app/ 304', '/simple/lib/ 200'])
  expect(hasResolved(await resolve(['app']))).toBe(false)
})

test('a file that was yanked since counts as yanked', async () => {
  await resolve(['app'])
  server.add(aWheel({ name: 'lib', version: '2.0' }), { yanked: 'broken' })
  expect(versionsOf(await resolve(['app']))).toEqual({ app: '1.0', lib: '1.0' })
})

test('warnings are given again', async () => {
  server.add(aWheel({ name: 'old', version: '1.0' }), { yanked: 'broken' })
  const [first, second] = [await resolve(['old==1.0']), await resolve(['old==1.0'])]
  expect(hasResolved(second)).toBe(false)
  expect(first.notices.join()).toContain('was yanked')
  expect(second.notices).toEqual(first.notices)
})

test.each([
  ['another requirement', ['app', 'lib<2']], ['another constraint', ['app', '-c', 'constraints.txt']], ['another policy', ['app', '--pre']],
  ['other formats', ['app', '--only-binary', ':all:']], ['another platform', ['app', '--target', 'there', '--only-binary', ':all:', '--platform', 'any']],
])('%s is another question', async (_, args) => {
  writeFileSync(join(folder, 'constraints.txt'), 'lib<2\n')
  await resolve(['app'])
  expect(hasResolved(await resolve(args))).toBe(true)
})

test.each([['--refresh'], ['--refresh-package=app'], ['--uploaded-prior-to=P1D', '--uploaded-any-time=:all:'], ['./app-1.1-py3-none-any.whl'], ['--find-links=links']])('%s is neither answered from before nor kept', async (...args) => {
  const wheel = aWheel({ name: 'app', version: '1.1' })
  mkdirSync(join(folder, 'links'), { recursive: true })
  for (const place of [wheel.filename, join('links', wheel.filename)]) writeFileSync(join(folder, place), wheel.bytes)
  const asked = args[0]?.startsWith('--') === true ? ['app', ...args] : args
  for (const round of [1, 2]) {
    const run = await resolve(asked)
    expect([round, run.text]).toEqual([round, ''])
  }
  expect(() => answersKept()).toThrow('ENOENT')
})

test.each([['nothing', {}], ['an MD5 alone', { md5: 'a'.repeat(32) }], ['a sha256 that is none', { sha256: 'abc' }]])('an answer with a file that its index hashes by %s is not kept', async (_, hashes) => {
  server.add(aWheel({ name: 'lib', version: '3.0' }), { hashes })
  for (const round of [1, 2]) {
    const run = await resolve(['app'])
    expect([round, versionsOf(run), hasResolved(run)]).toEqual([round, { app: '1.0', lib: '3.0' }, true])
  }
  expect(() => answersKept()).toThrow('ENOENT')
})

test.each([
  ['one file of its version is of another project', () => server.add([
    aWheel({ name: 'lib', version: '3.0', build: '2', metadata: 'Metadata-Version: 2.1\nName: other\nVersion: 3.0\n' }), aWheel({ name: 'lib', version: '3.0' }),
  ]), '3.0'],
  ['a source distribution was looked at', () => server.add(anSdist({ name: 'lib', version: '3.0', requires: ['more>=9'] })), '2.0'],
])('an answer for which %s is not kept', async (_, publish, version) => {
  publish()
  for (const round of [1, 2]) {
    const run = await resolve(['app'])
    expect([round, versionsOf(run), hasResolved(run)]).toEqual([round, { app: '1.0', lib: version }, true])
  }
  expect(() => answersKept()).toThrow('ENOENT')
})

test('find-links places that list what they listed are no hindrance, and a new file in one of them is looked at', async () => {
  const links = join(folder, 'kept-links')
  mkdirSync(links)
  writeFileSync(join(links, 'unrelated-1.0-py3-none-any.whl'), '')
  const asked = ['app', '--find-links', links, '--find-links', join(folder, 'nowhere')]
  const first = await resolve(asked)
  const second = await resolve(asked)
  expect([hasResolved(first), hasResolved(second)]).toEqual([true, false])
  expect(second.notices).toEqual(first.notices)
  expect(resolutionParts(second)).toEqual(resolutionParts(first))
  const newer = aWheel({ name: 'lib', version: '3.0' })
  writeFileSync(join(links, newer.filename), newer.bytes)
  expect(versionsOf(await resolve(asked))).toEqual({ app: '1.0', lib: '3.0' })
})

test('a find-links page of hashed files is asked for again, and answers rest on it too', async () => {
  server.addIndex('links').add(aWheel({ name: 'lib', version: '4.0' }), { index: 'links' })
  const asked = ['app', '--find-links', server.findLinksUrl('links')]
  for (const isAnew of [true, false]) {
    const run = await resolve(asked)
    expect([versionsOf(run), hasResolved(run)]).toEqual([{ app: '1.0', lib: '4.0' }, isAnew])
  }
  server.add(aWheel({ name: 'lib', version: '5.0' }), { index: 'links' })
  expect(versionsOf(await resolve(asked))).toEqual({ app: '1.0', lib: '5.0' })
})

test('an answer about something that is installed by now is not taken', async () => {
  await resolve(['app'])
  const own = makeEnvironment(join(folder, 'own'))
  await runEngine(['--python', own.python, '--cache-dir', join(folder, 'other-cache'), '--index-url', server.indexUrl(), 'lib==1.0'])
  const run = await resolve(['app'], { python: own.python })
  expect(versionsOf(run)).toEqual({ app: '1.0', lib: '1.0' })
})

test('an answer that was damaged is not taken, and made anew', async () => {
  await resolve(['app'])
  for (const spoil of [(text: string) => text.replace('"1.0"', '"9.0"'), (text: string) => text.slice(0, -10), () => '', () => '[]\n{}']) {
    const [file = ''] = answersKept()
    writeFileSync(file, spoil(readFileSync(file, 'utf8')))
    const run = await resolve(['app'])
    expect([versionsOf(run), hasResolved(run)]).toEqual([{ app: '1.0', lib: '2.0' }, true])
  }
  expect(hasResolved(await resolve(['app']))).toBe(false)
})

test('an index that fails is told of as by a resolve', async () => {
  server.add([aWheel({ name: 'outer', requires: ['inner'] }), aWheel({ name: 'inner' })])
  await resolve(['outer'])
  server.answerWith('/simple/inner/', { status: 401 })
  const kept = await resolve(['outer'])
  cache = `${cache}-none`
  expect(kept.text).toBe((await resolve(['outer'])).text)
  expect(kept.text).toContain('wants credentials')
})

test('credentials of an index are not written down', async () => {
  await runEngine(['--python', env.python, '--dry-run', '--cache-dir', cache, '--index-url', server.indexUrl('simple', 'user:hidden'), 'app'])
  expect(() => answersKept()).toThrow('ENOENT')
})

test('a name that an index does not have may turn up there', async () => {
  server.addIndex('extra')
  const both = ['app', '--extra-index-url', server.indexUrl('extra')]
  expect(versionsOf(await resolve(both))).toEqual({ app: '1.0', lib: '2.0' })
  expect(hasResolved(await resolve(both))).toBe(false)
  server.add(aWheel({ name: 'lib', version: '4.0' }), { index: 'extra' })
  expect(versionsOf(await resolve(both))).toEqual({ app: '1.0', lib: '4.0' })
})
