import { expect, test } from '@jest/globals'
import {
  evaluateLockMarker, evaluateMarker, formatMarker, parseMarker, type Marker, type MarkerEnvironment,
} from '../../src/standards/markers.ts'

const environment: MarkerEnvironment = {
  implementation_name: 'cpython', implementation_version: '3.13.0rc2', os_name: 'posix', platform_machine: 'x86_64',
  platform_python_implementation: 'CPython', platform_release: '6.1.0-18-amd64', platform_system: 'Linux', platform_version: '#1 SMP Debian',
  python_full_version: '3.13.0rc2', python_version: '3.13', sys_platform: 'linux',
}

function marker(text: string): Marker {
  const parsed = parseMarker(text)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.value
}

function holds(text: string, extras: readonly string[] = []): boolean {
  return evaluateMarker(marker(text), environment, new Set(extras))
}

test.each([
  ['versions are compared as versions', 'python_version >= "3.9"', true],
  ['also from the right', '"3.9" < python_version', true],
  ['a pre-release of Python comes before the release', 'python_full_version >= "3.13"', false],
  ['python_version does not tell of it', 'python_version >= "3.13"', true],
  ['a wildcard', 'python_version == "3.*"', true],
  ['what is no version is compared as text', 'platform_release >= "6.1"', false],
  ['text has no order', 'sys_platform > "a"', false],
  ['in looks for a part of the text', 'python_version not in "3.0, 3.1"', true],
  ['even of a number', 'python_version in "2.7, 3.131"', true],
  ['and binds closer than or', 'os_name == "posix" or os_name == "nt" and os_name == "java"', true],
  ['parentheses', '(os_name == "posix" or os_name == "nt") and os_name == "java"', false],
  ['old names of variables', 'os.name == "posix" and sys.platform == "linux" and python_implementation == "CPython"', true],
  ['Python escapes', 'platform_system == "\\x4cinux"', true],
])('%s: %s', (_, text, expected) => {
  expect(holds(text)).toBe(expected)
})

test('extra is compared in normalized form, and is empty when none is requested', () => {
  expect(holds('extra == "Foo_Bar"', ['foo.bar'])).toBe(true)
  expect(holds('extra == "foo"', ['bar', 'foo'])).toBe(true)
  expect(holds('extra == "foo"')).toBe(false)
  expect(holds('extra == ""')).toBe(true)
  expect(holds('extra != "foo"', ['foo', 'bar'])).toBe(true)
})

test('a lock file chooses by sets of extras and groups', () => {
  const selection = { extras: new Set(['Foo_Bar']), dependencyGroups: new Set(['test']) }
  const chosen = (text: string): boolean => evaluateLockMarker(marker(text), environment, selection)
  expect(chosen('"foo.bar" in extras')).toBe(true)
  expect(chosen('"docs" in dependency_groups')).toBe(false)
  expect(chosen('"docs" not in dependency_groups and "test" in dependency_groups')).toBe(true)
  expect(() => chosen('extra == "foo"')).toThrow(/extra has no value here/)
})

test.each([
  ['sys_platform ~= "1.0"', '~= compares versions only'],
  ['os_name == "posix" or sys_platform === "linux"', '=== compares versions only'],
  ['"a" == "b"', 'b has no value here'],
  ['"x" in extras', 'extras has no value here'],
])('%s has no meaning: %s', (text, reason) => {
  expect(() => holds(text)).toThrow(expect.objectContaining({ code: 'requirement-syntax', message: expect.stringContaining(reason) }))
})

test.each([
  [`os_name=='posix'  and(python_version<"3")`, 'os_name == "posix" and python_version < "3"'],
  ['((os_name == "a" and (os_name == "b" or os_name == "c")))', 'os_name == "a" and (os_name == "b" or os_name == "c")'],
  ['(os_name == "a" and os_name == "b") or os_name == "c"', '(os_name == "a" and os_name == "b") or os_name == "c"'],
  [`os_name == 'say "a"'`, `os_name == 'say "a"'`],
  ['extra == "A_b"', 'extra == "a-b"'],
])('%s is printed as %s', (text, printed) => {
  expect(formatMarker(marker(text))).toBe(printed)
})

test.each([
  ['', 'Expected a marker variable or quoted string', 0],
  ['python == "3"', 'Expected a marker variable or quoted string', 0],
  ['os_name "posix"', 'Expected marker operator, one of <=, <, !=, ==, >=, >, ~=, ===, in, not in', 8],
  ['os_name not "posix"', "Expected 'in' after 'not'", 12],
  ['os_name == "posix" foo', 'Expected end of marker expression', 19],
  ['(os_name == "posix"', 'Expected matching ) for (, after marker expression', 19],
  ['os_name == "posix\\"', 'Invalid quoted string', 19],
  [`${'('.repeat(1000)}os_name == "posix"`, 'Too deeply nested', 201],
])('%j is refused: %s', (text, message, offset) => {
  expect(parseMarker(text)).toEqual({ ok: false, message, offset })
})
