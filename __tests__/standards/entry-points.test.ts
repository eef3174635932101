import { expect, test } from '@jest/globals'
import { parseEntryPoints, parseScriptTarget, scriptNameFault, scriptsOf, scriptTargetFault } from '../../src/standards/entry-points.ts'

const PYTHON = { major: 3, minor: 13 }

test('sections hold names and values; comments and lines before the first section do not count', () => {
  const text = 'stray = x:y\n# note\n[console_scripts]\nFoo-Bar = pkg.cli:main [extra]\nünï=pkg:run\n\n[other.group]\n a  =  b \n'
  expect(parseEntryPoints(text)).toEqual([
    { group: 'console_scripts', name: 'Foo-Bar', value: 'pkg.cli:main [extra]' },
    { group: 'console_scripts', name: 'ünï', value: 'pkg:run' },
    { group: 'other.group', name: 'a', value: 'b' },
  ])
})

test('a line without "=" says nothing', () => {
  expect(parseEntryPoints('[console_scripts]\nfoo\na = m:f\n')).toEqual([{ group: 'console_scripts', name: 'a', value: 'm:f' }])
})

test('scripts are the console and GUI entries; the last of a name counts, in the place of the first', () => {
  const text = '[gui_scripts]\nwin = g:run\n[console_scripts]\na = one:main\nb = m:b\na = two:main\n[pytest11]\nc = m:c\n'
  const entryPoints = parseEntryPoints(text)
  expect(scriptsOf(entryPoints, PYTHON)).toEqual([
    { name: 'a', value: 'two:main' }, { name: 'b', value: 'm:b' }, { name: 'win', value: 'g:run' },
  ])
})

test("pip's own scripts are versioned for the target's Python", () => {
  const entryPoints = parseEntryPoints('[console_scripts]\npip = pip:main\npip2 = pip:main\npip3.9 = pip:main\npipx = other:main\n')
  expect(scriptsOf(entryPoints, PYTHON).map(({ name }) => name)).toEqual(['pip', 'pip3', 'pip3.13', 'pipx'])
})

test('without a plain pip the versioned names are ordinary names', () => {
  const entryPoints = parseEntryPoints('[console_scripts]\npip3.9 = pip:main\n')
  expect(scriptsOf(entryPoints, PYTHON).map(({ name }) => name)).toEqual(['pip3.9'])
})

test('a target names a module and something callable in it; extras decide nothing', () => {
  expect(parseScriptTarget('pkg.cli:app.run [fast, safe]')).toEqual({ ok: true, value: { module: 'pkg.cli', attribute: 'app.run' } })
  expect(scriptTargetFault('pkg.cli:main')).toBeUndefined()
})

test.each([
  ['pkg', 'has no callable'], ['a:b:c', 'more than one colon'], ['a:b [', 'extras'], ['a:b [x]]]', undefined], ['', 'is not'],
  ['-x:y', 'is not'],
])('the target %j: %s', (value, fault) => {
  if (fault === undefined) expect(scriptTargetFault(value)).toBeUndefined()
  else expect(scriptTargetFault(value)).toContain(fault)
})

const good = ['foo', 'Foo-Bar_1.2', 'ünïcode', 'python-config', 'pythonic', 'pypy-thing', 'with space', 'x.py']

test.each(good)('a script may be called %j', (name) => {
  expect(scriptNameFault(name)).toBeUndefined()
})

test.each([
  ['', 'empty'], ['../x', 'separator'], ['a\\b', 'separator'], ['a\nb', 'control'], ['a\0', 'control'], ['..', 'folder'], ['.', 'folder'],
  ['C:x', 'drive'], ['[x', '"["'],
  ['python', 'interpreter'], ['Python3', 'interpreter'], ['python3.13', 'interpreter'], ['python3.14t', 'interpreter'],
  ['pythonw', 'interpreter'], ['python.exe', 'interpreter'], ['pypy3', 'interpreter'],
])('a script may not be called %j', (name, reason) => {
  expect(scriptNameFault(name)).toContain(reason)
})
