import { expect, test } from '@jest/globals'
import { foldKey, parseSafePath } from '../../src/standards/safe-path.ts'

const good = ['a', 'pkg/mod.py', 'foo-1.0.data/scripts/x', '.hidden', '..a/b..', 'ünï/💥', 'a b/c', 'x'.repeat(255)]

test.each(good)('%j is kept as it is', (name) => {
  expect(parseSafePath(name)).toEqual({ ok: true, value: name })
})

test.each([
  ['', 'empty', 0], ['/etc/passwd', 'absolute', 0], ['//host/share', 'network path', 0], ['\\\\host\\share', 'network path', 0],
  ['a\\b', 'backslash', 0], ['C:/x', 'drive letter', 0], ['c:x', 'drive letter', 0],
  ['../x', 'leads out', 0], ['a/../../x', 'leads out', 2], ['a/..', 'leads out', 2], ['a//b', 'empty segment', 2],
  ['a/', 'empty segment', 2], ['./a', 'segment "."', 0], ['a/./b', 'segment "."', 2],
  ['a\0b', 'NUL', 0], ['a\nb', 'control', 0], ['a\x7f', 'control', 0], ['\ud800', 'Unicode', 0], ['é'.repeat(128), 'longer than 255', 0],
  [`a/${'x'.repeat(256)}`, 'longer than 255', 2],
])('%j is refused', (name, reason, offset) => {
  expect(parseSafePath(name)).toEqual({ ok: false, message: expect.stringContaining(reason), offset })
})

test.each([
  ['file:stream', 'character'], ['a?', 'character'], ['dir./x', 'dot or a space'], ['x ', 'dot or a space'], ['nul', 'device'],
  ['a/CON.txt', 'device'], ['com1', 'device'], ['LPT9.py', 'device'], ['aux .x', 'device'], ['COM²', 'device'], ['prn', 'device'], ['conin$', 'device'], ['CONOUT$.log', 'device'], ['lpt0', 'device'],
  ...[...'<>"|*'].map((character) => [`a/b${character}c`, 'character'] as const), ['a/b.', 'dot or a space'],
] as const)('%j is refused on Windows only', (name, reason) => {
  const refused = parseSafePath(name, { windows: true })
  expect(refused.ok ? 'accepted' : refused.message).toContain(reason)
  expect(parseSafePath(name)).toEqual({ ok: true, value: name })
})

test.each(['console', 'com', 'com10', 'nullable.py', 'auxiliary', 'lpt'])('%j is a good name on Windows too', (name) => {
  expect(parseSafePath(name, { windows: true }).ok).toBe(true)
})

test('names that one file system would take for one file have one key', () => {
  expect(foldKey('Pkg/README.TXT')).toBe(foldKey('pkg/readme.txt'))
  expect(foldKey('caf\u00e9')).toBe(foldKey('CAFE\u0301'))
  expect(foldKey('a')).not.toBe(foldKey('b'))
})
