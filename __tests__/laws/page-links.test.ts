import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Hash } from '../../src/kernel/hash.ts'
import { filenameAt, headOf, NO_VERSION, tableOf, versionAt } from '../../src/index/file-table.ts'
import { normalizeName } from '../../src/standards/names.ts'
import { linkReader, plainUrlReader } from '../../src/standards/link-url.ts'
import { parseSimpleJson } from '../../src/standards/simple-json.ts'
import { parseSdistName, parseWheelName } from '../../src/standards/wheel-name.ts'

const segment = fc.string({ unit: fc.constantFrom(...'aB1.-_~+%@: '), maxLength: 6 })
const path = fc.array(fc.oneof(segment, fc.constantFrom('..', '.', '')), { maxLength: 6 }).map((parts) => parts.join('/'))
const host = fc.constantFrom('index.test', 'index.test:8080', 'me@index.test', '[::1]')
const base = fc.tuple(fc.constantFrom('http', 'https', 'file'), host, path, fc.constantFrom('', '?a=b/c', '#x/y'))
  .map(([scheme, at, where, rest]) => `${scheme}://${scheme === 'file' ? '' : at}/${where}${rest}`)

test('a link that is cut by hand leads where its URL leads', () => {
  fc.assert(fc.property(base, path, (pageUrl, href) => {
    const expected = URL.parse(href, pageUrl)?.href
    const absolute = expected === undefined ? undefined : linkReader('http://other.test/')(expected)
    if (expected !== undefined && !expected.startsWith('http')) return
    expect(linkReader(pageUrl)(href)).toEqual(absolute)
    const plain = plainUrlReader(pageUrl)(href)
    if (plain !== undefined) expect(plain).toBe(absolute?.url)
  }))
})

test('names in a table of many are what they are alone', () => {
  const part = fc.constantFrom('foo', 'Foo_Bar', 'foo__bar', '1.0', '1.0.post1', 'x', '1', '2b', 'py3', 'py2.py3', 'cp311', 'none', 'abi3', 'any', 'win32', '1.0.tar.gz', '')
  const suffix = fc.constantFrom('.whl', '', '.zip')
  const filename = fc.tuple(fc.array(part, { minLength: 1, maxLength: 7 }), suffix).map(([parts, end]) => `${parts.join('-')}${end}`)
  const real = fc.tuple(fc.constantFrom('1.0', '1.0-2b', '2'), fc.constantFrom('-py3-none-any.whl', '-cp311-abi3-win32.whl', '.zip', '')).map(([version, end]) => `foo-${version}${end}`)
  const foo = normalizeName('foo')
  fc.assert(fc.property(fc.array(fc.oneof(filename, real), { maxLength: 20 }), (filenames) => {
    const table = tableOf(foo, filenames.map((name) => ({ filename: name, url: '', hashes: [], requiresPython: undefined, yanked: false, coreMetadata: false, sizeBytes: undefined, uploadTimeMs: undefined })))
    for (const [row, name] of filenames.entries()) {
      const wheel = parseWheelName(name)
      const version = name.endsWith('.whl') ? (wheel?.name === foo ? wheel.version : undefined) : parseSdistName(name, foo)?.version
      expect(filenameAt(table, row)).toBe(name)
      if (version !== undefined) expect(versionAt(table, row)).toEqual(version)
      else if (wheel !== undefined || !name.endsWith('.whl')) expect(table.versionOfHead[headOf(table, row)]).toBe(NO_VERSION)
    }
  }))
})

test('a file of a page that is read when it is asked for says what one read at once says', () => {
  const href = fc.oneof(path, base, path.map((below) => `../${below}`), fc.string({ unit: fc.constantFrom(...'.:/\\[]#@ a\n'), maxLength: 8 }))
  const filename = fc.constantFrom(undefined, 'foo-1.0-py3-none-any.whl', 'foo-1.0.tar.gz', 'a/b.zip', '')
  fc.assert(fc.property(base, href, filename, (pageUrl, url, named) => {
    const page = parseSimpleJson(JSON.stringify({ files: [{ url, filename: named, hashes: { sha256: 'AB', md5: 'CD' } }] }), pageUrl)
    const link = linkReader(pageUrl)(url)
    const declared = named === '' || named?.includes('/') === true ? undefined : named
    const listed: Hash[] = [{ algorithm: 'sha256', hex: 'ab' }, { algorithm: 'md5', hex: 'cd' }]
    const expected = link === undefined ? [] : [{ filename: declared ?? link.filename, url: link.url, hashes: link.hash === undefined ? listed : [...listed.filter(({ algorithm }) => algorithm !== link.hash?.algorithm), link.hash] }]
    expect(page.ok && page.value.files.map(({ filename: name, url: place, hashes }) => ({ filename: name, url: place, hashes }))).toEqual(expected)
  }), { numRuns: 1000 })
})
