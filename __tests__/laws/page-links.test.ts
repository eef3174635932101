import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Hash } from '../../src/kernel/hash.ts'
import { linkReader, plainUrlReader } from '../../src/standards/link-url.ts'
import { parseSimpleJson } from '../../src/standards/simple-json.ts'
import { expandWheelTags, parseWheelName, wheelNameReader, wheelTagsTest, type WheelTags } from '../../src/standards/wheel-name.ts'

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

test('a reader of many names reads each as if it were alone', () => {
  const part = fc.constantFrom('foo', 'Foo_Bar', 'foo__bar', '1.0', '1.0.post1', 'x', '1', '2b', 'py3', 'py2.py3', 'cp311', 'none', 'abi3', 'any', 'win32', '')
  const filename = fc.array(part, { minLength: 1, maxLength: 7 }).map((parts) => `${parts.join('-')}.whl`)
  const real = fc.tuple(fc.constantFrom('1.0', '1.0-2b', '2'), fc.constantFrom('py3-none-any', 'cp311-abi3-win32')).map(([version, tags]) => `foo-${version}-${tags}.whl`)
  fc.assert(fc.property(fc.array(fc.oneof(filename, real), { maxLength: 20 }), (filenames) => {
    const read = wheelNameReader()
    const isPython3 = (tags: WheelTags): boolean => expandWheelTags(tags).includes('py3-none-any')
    const hasTags = wheelTagsTest(isPython3)
    for (const name of [...filenames, ...filenames]) {
      const wheel = parseWheelName(name)
      expect(read(name)).toEqual(wheel)
      if (wheel !== undefined) expect(hasTags(name)).toBe(isPython3(wheel))
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
