import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { listCandidates, type CandidateRules } from '../../src/index/candidates.ts'
import { allFiles } from '../../src/index/file-table.ts'
import { bodyIn, keptBody, tableIn } from '../../src/index/kept-body.ts'
import type { PageCache } from '../../src/index/page-cache.ts'
import { openTable, scanPage, searchPage } from '../../src/index/page-table.ts'
import type { IndexRef } from '../../src/index/types.ts'
import { normalizeName } from '../../src/standards/names.ts'
import { parseSimpleJson } from '../../src/standards/simple-json.ts'
import { plainFile, type IndexFile } from '../../src/standards/simple-page.ts'
import { parseVersion, type Version } from '../../src/standards/version.ts'

const FOO = normalizeName('foo')
const PAGE = 'https://index.test/simple/foo/'
const INDEX: IndexRef = { kind: 'simple', url: 'https://index.test/simple', label: 'index.test' }
const HEX = ['a', 'b'].map((digit) => digit.repeat(64))

const version = fc.constantFrom('1.0', '1.0.0', '1.0rc1', '2', '2-1b', '2-10a', 'x', '1.5-py3.11', '1.5-py2')
const wheel = fc.tuple(fc.constantFrom('foo', 'Foo', 'bar'), version, fc.constantFrom('py3-none-any', 'py2.py3-none-any', 'cp311-abi3-win32', 'cp39-cp39-win32', '..-none-any')).map((parts) => `${parts.join('-')}.whl`)
const sdist = fc.tuple(fc.constantFrom('foo', 'bar'), version, fc.constantFrom('.tar.gz', '.zip', '.exe', '-py3-none-any')).map(([name, text, suffix]) => `${name}-${text}${suffix}`)
const filename = fc.oneof(wheel, sdist)
/** Files as indexes send them. */
const usual = fc.record({
  'core-metadata': fc.constantFrom(false, true, { sha256: HEX[0] }, {}),
  'filename': filename,
  'hashes': fc.constantFrom({ sha256: HEX[0] }, { sha256: HEX[1], md5: 'Cd' }, {}),
  'provenance': fc.constant(null),
  'requires-python': fc.constantFrom(null, '>=3.8', '<3', 'x', ''),
  'size': fc.nat(),
  'upload-time': fc.constantFrom(null, '2024-01-01T00:00:00Z', '2025-01-01T00:00:00.5Z'),
  'url': fc.constantFrom('../a#sha256=ff', 'https://files.test/b/c.whl', 'http://files.test/d e'),
  'yanked': fc.constantFrom(false, true, '', 'bad', 'was "bad"\nand é'),
}, { requiredKeys: ['filename', 'url'] })
const odd = fc.record({
  filename: fc.constantFrom(1, null, '', 'a/b', 'foo-1.0-é.zip', 'foo-2.zip', 'foo\n-1.zip'),
  url: fc.constantFrom(1, null, '', 'foo-1.0.zip', 'mailto:x', '../a', 'https://files.test/b'),
  hashes: fc.constantFrom(null, { sha256: ['a'] }, { deep: { er: {} } }, [1]),
  yanked: fc.constantFrom(1, {}, []),
}, { requiredKeys: [] })
const nested = fc.record({ nested: fc.constant({ files: [] }) })
const around = fc.oneof({ arbitrary: fc.record({ meta: fc.constantFrom({ 'api-version': '1.1' }, {}, null), name: fc.constant('foo'), versions: fc.constantFrom([], ['1.0', 'é']) }, { requiredKeys: [] }), weight: 8 }, { arbitrary: nested, weight: 1 }, { arbitrary: fc.constant({ meta: { 'api-version': '2.0' } }), weight: 1 })
const page = fc.tuple(around, fc.array(fc.oneof({ arbitrary: usual, weight: 12 }, { arbitrary: odd, weight: 1 }), { maxLength: 8 }), around, fc.constantFrom(undefined, 1, '\t'))
  .map(([before, files, after, indent]) => JSON.stringify({ ...before, files, ...after }, undefined, indent))

function parsed(body: Buffer): readonly IndexFile[] | undefined {
  const read = parseSimpleJson(new TextDecoder().decode(body), PAGE)
  return read.ok ? read.value.files : undefined
}

const pythonVersion = parseVersion('3.11.7')
if (pythonVersion === undefined) throw new Error('3.11.7 is no version')
const rules = fc.record({
  allowWheels: fc.boolean(), allowSdists: fc.boolean(), ignoreRequiresPython: fc.boolean(), preferBinary: fc.boolean(), uploadedPriorToMs: fc.constantFrom(undefined, Date.UTC(2024, 5)),
  hashes: fc.constantFrom(undefined, [{ algorithm: 'sha256', hex: HEX[1] ?? '' } as const]),
}).map((own): CandidateRules => ({ tagRanks: new Map([['cp311-abi3-win32', 0], ['py3-none-any', 1]]), pythonVersion, ...own }))

test('a page that is scanned says what it says when it is parsed', () => {
  let scans = 0
  fc.assert(fc.property(page, rules, (text, own) => {
    const body = Buffer.from(text)
    const scanned = scanPage(FOO, body, PAGE)
    if (scanned === undefined) return
    scans += 1
    const files = parsed(body)?.map(plainFile)
    expect(allFiles(scanned.table).map(plainFile)).toEqual(files)
    const [fromTable, fromFiles] = [scanned.table, files ?? []].map((listed) => listCandidates(FOO, [{ index: INDEX, files: listed }], own))
    expect(JSON.stringify(fromTable?.candidates)).toBe(JSON.stringify(fromFiles?.candidates))
    expect(fromTable?.rejections()).toEqual(fromFiles?.rejections())
  }), { numRuns: 1000 })
  expect(scans).toBeGreaterThan(300)
})

test('pages of the usual shape are scanned', () => {
  fc.assert(fc.property(fc.array(usual, { maxLength: 8 }), (files) => {
    expect(scanPage(FOO, Buffer.from(JSON.stringify({ files, meta: { 'api-version': '1.3' }, name: 'foo' })), PAGE)).toBeDefined()
  }))
})

test('signs that the writer of a page has escaped are read', () => {
  const body = Buffer.from('{"files":[{"filename":"foo-1.0.zip","requires-python":"\\u003e=3.8,\\u003C4","url":"https://files.test/foo-1.0.zip"}]}')
  expect(scanPage(FOO, body, PAGE)?.table.pythons).toEqual(['', '>=3.8,<4'])
  expect(parsed(body)?.[0]?.requiresPython).toBe('>=3.8,<4')
})

test('a text that is no page, or another one, after a byte of it was changed, is not scanned as the page it was', () => {
  fc.assert(fc.property(page, fc.nat(), fc.constantFrom(...'"\\{}[],:x0\n\x01\xff'), fc.boolean(), (text, place, character, isInserted) => {
    const at = place % (text.length + 1)
    const body = Buffer.concat([Buffer.from(text.slice(0, at)), Buffer.from(character, 'latin1'), Buffer.from(text.slice(isInserted ? at : at + 1))])
    const scanned = scanPage(FOO, body, PAGE)
    if (scanned !== undefined) expect(allFiles(scanned.table).map(plainFile)).toEqual(parsed(body)?.map(plainFile))
  }), { numRuns: 2000 })
})

const spelling = fc.constantFrom('1', '1.0', '01.0', 'v1.00', '0!1.0.0', '1.0+local', '1.0.post1', '1.0rc1', '1-1', '10', '1.0.1', '0.1', '1.01', '1.10', '1.1.0', '2', 'x')
const spelledFile = fc.tuple(usual, fc.constantFrom('foo', 'Foo', 'foo-1', 'bar'), spelling, fc.constantFrom('-py3-none-any.whl', '-cp311-abi3-win32.whl', '.tar.gz', '.zip', '-py3.11.tar.gz'))
  .map(([file, project, text, suffix]) => ({ ...file, filename: `${project}-${text}${suffix}` }))
const wantedVersion = fc.constantFrom('1', '1.0', '1.0.0', '1.1', '1.0.post1', '1.0rc1', '10', '0.1', '2').map((text) => parseVersion(text) as Version)

test('of one version a page says the same when it is searched for its files as when all are read', () => {
  let found = 0
  fc.assert(fc.property(around, fc.array(spelledFile, { maxLength: 12 }), around, fc.tuple(wantedVersion, rules, fc.constantFrom(undefined, 1, '\t')), (before, files, after, [version, own, indent]) => {
    const body = Buffer.from(JSON.stringify({ ...before, files, ...after }, undefined, indent))
    const [whole, searched] = [scanPage(FOO, body, PAGE)?.table, searchPage(FOO, version, body, PAGE)]
    const [fromWhole, fromSearched] = [whole, searched].map((table) => {
      const { candidates } = listCandidates(FOO, table === undefined ? [] : [{ index: INDEX, files: table }], { ...own, hashes: undefined })
      return JSON.stringify(candidates.filter(({ version: { sortKey } }) => sortKey === version.sortKey))
    })
    if (searched !== undefined) found += 1
    // A page that is not searched is read whole; one without a file of the version is not searched.
    expect(fromSearched).toBe(searched === undefined && whole !== undefined && fromWhole !== '[]' ? '' : searched === undefined ? '[]' : fromWhole)
  }), { numRuns: 2000 })
  expect(found).toBeGreaterThan(700)
})

test('a page with more behind its files, or of another shape, is not searched', () => {
  const [file, version] = ['{"filename":"foo-1.0.zip","url":"https://files.test/foo-1.0.zip"}', parseVersion('1.0') as Version]
  const isSearched = (text: string): boolean => searchPage(FOO, version, Buffer.from(text), PAGE) !== undefined
  expect(isSearched(`{"files":[${file}]}`)).toBe(true)
  for (const text of [`{"files":[${file}]`, `{"files":[${file}],"meta":{"api-version":"2.0"}}`, `{"files":[${file},{"filename":1}]}`, `{"other":{"files":[${file}]}}`, `{"files":[[${file}]]}`, `{"files":${file}}`, `[${file}]`, '{"files":[]}']) {
    expect([text, isSearched(text)]).toEqual([text, false])
  }
})

test('the search for a version takes no longer than its page is long', () => {
  const [file, version] = [(name: string): string => `{"filename":"${name}","url":"https://files.test/a"}`, parseVersion('1.0') as Version]
  const names = ['-'.repeat(1e5), `-${'0'.repeat(1e5)}`, `-1${'.0'.repeat(1e5)}.1`, '-1.0.'.repeat(1e5)]
  expect(searchPage(FOO, version, Buffer.from(`{"files":[${[...names, 'foo-1.0.zip'].map(file).join()}]}`), PAGE)).toBeDefined()
})

/** One value, as a disk has it. */
function cacheOf(value: Buffer): PageCache {
  return {
    read: () => Promise.resolve(value),
    part: (_key, start, length) => ({ bytes: value.subarray(start, start + length), sizeBytes: value.length }),
    write: () => Promise.reject(new Error('nothing is kept here')),
  }
}

test('a kept table has the files of its page; one that was damaged, or is of another project, is none', () => {
  const key = { key: 'foo', pageUrl: PAGE }
  fc.assert(fc.property(fc.array(usual, { maxLength: 8 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (entries, place, change) => {
    const body = Buffer.from(JSON.stringify({ files: entries }))
    const scanned = scanPage(FOO, body, PAGE)
    const kept = Buffer.concat(keptBody(body, scanned?.form))
    const table = tableIn(cacheOf(kept), key, FOO)
    expect(table && allFiles(table).map(plainFile)).toEqual(parsed(body)?.map(plainFile))
    expect(bodyIn(kept)).toEqual(body)
    expect(tableIn(cacheOf(kept), key, normalizeName('bar'))).toBeUndefined()
    expect(bodyIn(kept.subarray(0, -1))).toBeUndefined()
    expect(tableIn(cacheOf(kept.subarray(0, -1)), key, FOO)).toBeUndefined()
    const form = Buffer.from(scanned?.form ?? '')
    form[place % form.length]! ^= change
    expect(openTable(form, FOO, { pageUrl: PAGE, bytes: (start, end) => body.subarray(start, end) })).toBeUndefined()
  }), { numRuns: 300 })
  const plain = Buffer.concat(keptBody(Buffer.from('<html>')))
  expect(bodyIn(plain)?.toString()).toBe('<html>')
  expect(tableIn(cacheOf(plain), key, FOO)).toBeUndefined()
})
