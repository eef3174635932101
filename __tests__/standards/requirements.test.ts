import { expect, test } from '@jest/globals'
import { formatMarker } from '../../src/standards/markers.ts'
import { formatRequirement, parseRequirement, type Requirement } from '../../src/standards/requirements.ts'

function requirement(text: string): Requirement {
  const parsed = parseRequirement(text)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.value
}

test('a requirement has a name, extras, versions and a marker', () => {
  const one = requirement('Foo.Bar [Test,docs, TEST] (>=1.0 , <2) ; python_version<"3.9"')
  expect(one).toMatchObject({ name: 'foo-bar', displayName: 'Foo.Bar', extras: ['docs', 'test'], url: undefined })
  expect(one.specifier.text).toBe('<2,>=1.0')
  expect(one.marker && formatMarker(one.marker)).toBe('python_version < "3.9"')
})

test('a requirement may name a URL, which ends at white space', () => {
  expect(requirement('foo@ https://files.test/foo.zip#sha256=00;x ; os_name=="nt"')).toMatchObject({
    url: 'https://files.test/foo.zip#sha256=00;x', specifier: { text: '' }, marker: { kind: 'comparison' },
  })
  expect(requirement('foo @ file:///tmp/foo.whl ')).toMatchObject({ url: 'file:///tmp/foo.whl', marker: undefined })
})

test.each([
  ['foo', 'foo'],
  ['foo()', 'foo'],
  ['foo[]', 'foo'],
  ['foo>=1,', 'foo>=1'],
  ['foo===1.0;os_name=="a"', 'foo===1.0; os_name == "a"'],
  ['foo ===1.0,>=0', 'foo===1.0,>=0'],
  ['foo == 1.0+Local ', 'foo==1.0+Local'],
  ['Foo[B_b,a]>=1;extra=="X_y"', 'Foo[a,b-b]>=1; extra == "x-y"'],
  ['foo @ https://h.test/a ; os_name == "a"', 'foo @ https://h.test/a ; os_name == "a"'],
])('%j is printed as %s', (text, printed) => {
  expect(formatRequirement(requirement(text))).toBe(printed)
})

// The offset is where a caret goes:  foo>=1 bar
//                                           ^
test.each([
  ['', 'Expected package name at the start of dependency specifier', 0],
  ['>=1.0', 'Expected package name at the start of dependency specifier', 0],
  ['foo bar', 'Expected semicolon (after name with no version specifier) or end', 4],
  ['foo 1.0', 'Expected semicolon (after name with no version specifier) or end', 4],
  ['foo>=1 bar', 'Expected comma (within version specifier), semicolon (after version specifier) or end', 7],
  ['foo>=1.*', '.* suffix can only be used with `==` or `!=` operators', 7],
  ['foo>1+local', 'Local version label can only be used with `==` or `!=` operators', 5],
  ['foo[a b]', 'Expected comma between extra names', 6],
  ['foo[a,]', 'Expected extra name after comma', 6],
  ['foo[a', 'Expected matching ] for [, after extras', 5],
  ['foo(>=1', 'Expected matching ) for (, after version specifier', 7],
  ['foo @ ', 'Expected URL after @', 6],
  ['foo @ https://h.test/a os_name=="a"', 'Expected semicolon (after URL and whitespace) or end', 23],
  ['foo; python > "3"', 'Expected a marker variable or quoted string', 5],
  ['foo===1,bar', "Invalid specifier: 'bar'", 8],
  ['foo\n', 'Expected semicolon (after name with no version specifier) or end', 3],
])('%j is refused: %s', (text, message, offset) => {
  expect(parseRequirement(text)).toEqual({ ok: false, message, offset })
})
