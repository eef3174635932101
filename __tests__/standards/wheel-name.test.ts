import { expect, test } from '@jest/globals'
import { normalizeName } from '../../src/standards/names.ts'
import { expandWheelTags, parseSdistName, parseWheelName } from '../../src/standards/wheel-name.ts'

test('the name of a wheel says project, version, build and tags', () => {
  expect(parseWheelName('Foo.Bar_baz-1.0.Post1-2b-CP311.cp312-abi3-win32.whl')).toMatchObject({
    name: 'foo-bar-baz', version: { text: '1.0.post1' }, build: [2, 'b'],
    pythonTags: ['cp311', 'cp312'], abiTags: ['abi3'], platformTags: ['win32'],
    filename: 'Foo.Bar_baz-1.0.Post1-2b-CP311.cp312-abi3-win32.whl',
  })
  expect(parseWheelName('foo-1-py3-none-any.whl')?.build).toBeUndefined()
})

test.each([
  'foo-1.0.tar.gz', 'foo-1.0-py3-none-any.WHL', 'foo-1.0-none-any.whl', 'foo-1.0-1-2-py3-none-any.whl',
  'foo__bar-1-py3-none-any.whl', '-1-py3-none-any.whl', 'foo+-1-py3-none-any.whl', 'foo-x-py3-none-any.whl',
  'foo-1-b1-py3-none-any.whl', 'foo-1--none-any.whl', 'foo-1-3py-none-any.whl', 'foo-1-py2..py3-none-any.whl',
])('%s is skipped, as pip does', (filename) => {
  expect(parseWheelName(filename)).toBeUndefined()
})

test('a compressed tag set stands for every combination', () => {
  const wheel = parseWheelName('foo-1-py2.py3-none-linux_x86_64.win32.whl')
  expect(wheel && expandWheelTags(wheel)).toEqual(['py2-none-linux_x86_64', 'py2-none-win32', 'py3-none-linux_x86_64', 'py3-none-win32'])
})

// Answers of pip's LinkEvaluator for the project foo-bar.
test.each([
  ['foo-bar-1.0.tar.gz', '1.0', undefined],
  ['Foo.Bar-1.0.zip', '1.0', undefined],
  ['foo_bar-1.0-1.tar.bz2', '1.0.post1', undefined],
  ['foo--bar-1.0.tgz', '1.0', undefined],
  ['foo-bar-1.0a.tar.xz', '1.0a0', undefined],
  ['foo-bar-1.0.tar.lzma', '1.0', undefined],
  ['foo-bar-1.0.tar', '1.0', undefined],
  ['foo-bar-1.0-py3.8.tar.gz', '1.0', '3.8'],
  ['foo-bar-1.0-py3.tar.gz', '1.0', '3'],
])('%s is version %s', (filename, version, pythonVersion) => {
  const sdist = parseSdistName(filename, normalizeName('foo-bar'))
  expect(sdist?.version.text).toBe(version)
  expect(sdist?.pythonVersion).toBe(pythonVersion)
})

test.each([
  'foo-bar-1.0.whl', 'foo-bar-1.0', 'foo-bar-1.0.rpm', 'foo-bar-1.0.TAR.GZ', 'foo-bar-1.0.tar.zip', 'foo-1.0.tar.gz',
  'foo-bar-baz-1.0.tar.gz', 'foo-bar.tar.gz', 'foo-bar-.tar.gz', 'foo-bar-latest.tar.gz', 'foo-bar-1.0-py3.11.tar.gz',
  'foo-bar-1.0.macosx10.9.zip', '.tar.gz',
])('%s is skipped, as pip does', (filename) => {
  expect(parseSdistName(filename, normalizeName('foo-bar'))).toBeUndefined()
})
