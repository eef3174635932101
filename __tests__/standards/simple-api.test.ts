import { expect, test } from '@jest/globals'
import { plainFile } from '../../src/standards/simple-page.ts'
import { parseFindLinksHtml, parseSimpleHtml, parseSimpleJson, type IndexFile, type SimplePage } from '../../src/standards/simple-api.ts'
import type { Parsed } from '../../src/kernel/parsed.ts'

const PAGE = 'https://index.test/simple/foo/'

function pageOf(page: Parsed<SimplePage>): SimplePage {
  if (!page.ok) throw new Error(page.message)
  return page.value
}
const html = (text: string): readonly IndexFile[] => pageOf(parseSimpleHtml(text, PAGE)).files
const json = (page: unknown): SimplePage => {
  const { files } = pageOf(parseSimpleJson(JSON.stringify(page), PAGE))
  return { files: files.map(plainFile) }
}

test('a JSON page gives every fact of a file', () => {
  const page = json({
    meta: { 'api-version': '1.3', 'unknown': 1 }, name: 'foo', versions: ['1.0'],
    files: [{
      filename: 'foo-1.0-py3-none-any.whl', url: '../../files/foo-1.0-py3-none-any.whl#ignored', hashes: { sha256: 'AB', blake2b: 'x' },
        'requires-python': '>=3.8',
      yanked: 'broken', 'core-metadata': { sha256: 'CD' }, size: 123, 'upload-time': '2024-05-06T07:08:09.123456Z', provenance: null,
    }],
  })
  expect(page).toEqual({
    files: [{
      filename: 'foo-1.0-py3-none-any.whl', url: 'https://index.test/files/foo-1.0-py3-none-any.whl',
        hashes: [{ algorithm: 'sha256', hex: 'ab' }], requiresPython: '>=3.8',
      yanked: 'broken', coreMetadata: [{ algorithm: 'sha256', hex: 'cd' }], sizeBytes: 123,
        uploadTimeMs: Date.UTC(2024, 4, 6, 7, 8, 9, 123),
    }],
  })
})

test('an HTML page gives every fact of a file', () => {
  const page = `<html><head><meta name="pypi:repository-version" content="1.1"></head><body>
    <a href="../../files/foo-1.0.tar.gz#sha256=AB" data-requires-python="&gt;=3.8" data-yanked="why &amp; when"
      data-core-metadata="sha256=CD" data-upload-time="2024-05-06T07:08:09Z">another name</a>`
  expect(pageOf(parseSimpleHtml(page, PAGE))).toEqual({
    files: [{
      filename: 'foo-1.0.tar.gz', url: 'https://index.test/files/foo-1.0.tar.gz', hashes: [{ algorithm: 'sha256', hex: 'ab' }],
        requiresPython: '>=3.8',
      yanked: 'why & when', coreMetadata: [{ algorithm: 'sha256', hex: 'cd' }], sizeBytes: undefined,
        uploadTimeMs: Date.UTC(2024, 4, 6, 7, 8, 9),
    }],
  })
})

test.each(['2.0', '3', ' 10.1 '])('a page of API version %s is refused', (version) => {
  expect(parseSimpleJson(JSON.stringify({ meta: { 'api-version': version }, files: [] }), PAGE)).toMatchObject({ ok: false,
    message: expect.stringContaining('only 1.x') })
  expect(parseSimpleHtml(`<meta name="pypi:repository-version" content="${version}">`, PAGE)).toMatchObject({ ok: false,
    message: expect.stringContaining('only 1.x') })
})

test.each(['1', '1.0', ' 1.99 '])('a page of API version %s is read', (version) => {
  expect(json({ meta: { 'api-version': version }, files: [] })).toEqual({ files: [] })
  expect(pageOf(parseSimpleHtml(`<meta name="pypi:repository-version" content="${version}">`, PAGE))).toEqual({ files: [] })
})

test('a page that says no version is read', () => {
  expect(json({ files: [] })).toEqual({ files: [] })
  expect(pageOf(parseSimpleHtml('', PAGE))).toEqual({ files: [] })
})

test.each(['', 'null', '[]', '{"files": {}}', '<html>', '{"meta": {"api-version": "one"}}'])('%j is no JSON page', (text) => {
  expect(parseSimpleJson(text, PAGE).ok).toBe(false)
})

test('of a JSON file only the URL is needed; values of a wrong type do not count', () => {
  const page = json({ files: [{ url: 'a.zip', filename: 7, size: -1, 'upload-time': 'yesterday', yanked: 0, hashes: [],
    'requires-python': null, 'core-metadata': 'x' }, { filename: 'no-url.whl' }, 'x', null] })
  expect(page.files).toEqual([
    { filename: 'a.zip', url: `${PAGE}a.zip`, hashes: [], requiresPython: undefined, yanked: false, coreMetadata: false,
      sizeBytes: undefined, uploadTimeMs: undefined },
  ])
})

test('a name that is a path is not taken from the page', () => {
  const names = json({ files: [{ url: 'x.whl', filename: '../../etc/x' }, { url: 'a%2F..%2Fy.whl' },
    { url: 'dl?id=7', filename: 'foo-1.0-py3-none-any.whl' }] }).files.map(({ filename }) => filename)
  expect(names).toEqual(['x.whl', 'y.whl', 'foo-1.0-py3-none-any.whl'])
})

test('yanked without a reason is yanked', () => {
  expect(html('<a href=x data-yanked>').map(({ yanked }) => yanked)).toEqual([''])
  expect(html('<a href=x data-yanked="">').map(({ yanked }) => yanked)).toEqual([''])
  expect(json({ files: [{ url: 'x', yanked: true }, { url: 'x', yanked: false }] }).files.map(({ yanked }) => yanked)).toEqual(['', false])
})

test('the first base decides, wherever it stands, and may be relative', () => {
  expect(html('<a href=x.zip></a><base href="/files/"><base href="/other/">')).toMatchObject([{ url: 'https://index.test/files/x.zip' }])
})

test('names of elements and attributes may be in any case, quotes may be missing, entities are decoded', () => {
  expect(html('<A HREF=foo-1.0.zip DATA-Requires-Python=&lt;4>x</A>')).toMatchObject([{ filename: 'foo-1.0.zip', requiresPython: '<4' }])
  expect(html('<a href="foo-1.0.zip?a=1&amp;b=2">')).toMatchObject([{ url: `${PAGE}foo-1.0.zip?a=1&b=2` }])
})

test('spaces and plus signs of a path are encoded as pip does', () => {
  expect(html('<a href="a b-1.0+cpu.whl">')).toMatchObject([{ filename: 'a b-1.0+cpu.whl', url: `${PAGE}a%20b-1.0%2Bcpu.whl` }])
})

test('anchors in comments and scripts, and without href, are no files', () => {
  expect(html('<!-- <a href=x> --><script>"<a href=y>"</script><a name=z><a href=""><a>')).toEqual([])
})

test('pages on disk have file URLs', () => {
  const page = pageOf(parseSimpleHtml('<a href="foo-1.0.zip">', 'file:///dir%20x/index.html'))
  expect(page.files).toMatchObject([{ url: 'file:///dir%20x/foo-1.0.zip', filename: 'foo-1.0.zip' }])
  expect(pageOf(parseSimpleHtml('<a href="a.zip">', 'file:///C:/x/')).files).toMatchObject([{ url: 'file:///C:/x/a.zip' }])
})

test('a find-links page may be any HTML', () => {
  const links = '<a href="https://host.test/foo-1.0.tar.gz">this</a> or <a href="mailto:me@host.test">mail'
  const page = pageOf(parseFindLinksHtml(`<meta name="pypi:repository-version" content="9"><p>See ${links}`, PAGE))
  expect(page.files.map(({ filename, url }) => [filename, url])).toEqual([['foo-1.0.tar.gz', 'https://host.test/foo-1.0.tar.gz'],
    ['me@host.test', 'mailto:me@host.test']])
})

test('a link that no URL can be made of is left out', () => {
  expect(html('<a href="//[/x"><a href="x.zip">').map(({ filename }) => filename)).toEqual(['x.zip'])
  expect(pageOf(parseSimpleHtml('<a href="x.zip">', 'not a url')).files).toEqual([])
})

test('times without a zone are UTC', () => {
  const times = ['2024-01-02T03:04:05', '2024-01-02T03:04:05+01:00', '2024-01-02 03:04', '2024-01-02',
    '2024-13-01T00:00:00Z'].map((time) => ({ url: 'x', 'upload-time': time }))
  expect(json({ files: times }).files.map(({ uploadTimeMs }) => uploadTimeMs)).toEqual([
    Date.UTC(2024, 0, 2, 3, 4, 5), Date.UTC(2024, 0, 2, 2, 4, 5), Date.UTC(2024, 0, 2, 3, 4), undefined, undefined,
  ])
})
