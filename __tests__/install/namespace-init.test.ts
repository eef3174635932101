import { expect, test } from '@jest/globals'
import { areInterchangeable } from '../../src/install/namespace-init.ts'

const PKGUTIL = "__path__ = __import__('pkgutil').extend_path(__path__, __name__)\n"
const STYLES: readonly string[] = [
  PKGUTIL,
  'from pkgutil import extend_path\n__path__ = extend_path(__path__, __name__)\n',
  'import pkgutil\n__path__ = pkgutil.extend_path(__path__, __name__)  # type: ignore\n',
  'from pkgutil import extend_path; __path__ = extend_path(__path__,__name__)\n',
  "__import__('pkg_resources').declare_namespace(__name__)\n",
  '__import__("pkg_resources").declare_namespace(__name__)',
  'import pkg_resources\npkg_resources.declare_namespace(__name__)\n',
  "# Copyright\n'''Words.'''\ntry:\n    __import__('pkg_resources').declare_namespace(__name__)\nexcept ImportError:\n    __path__ = __import__('pkgutil').extend_path(__path__, __name__)\n",
  'try:\n    import pkg_resources\n    pkg_resources.declare_namespace(__name__)\nexcept (ImportError, AttributeError):  # pragma: no cover\n    import pkgutil\n    __path__ = pkgutil.extend_path(__path__, __name__)\n',
  '\uFEFF# -*- coding: utf-8 -*-\r\n__import__(\'pkg_resources\').declare_namespace(__name__)\r\n',
]

test('every legacy way to declare a namespace is as good as any other', () => {
  for (const one of STYLES) for (const other of STYLES) expect({ one, other, same: areInterchangeable(one, other) }).toEqual({ one, other, same: true })
})

test.each<[string, string]>([
  ['a version', `${PKGUTIL}__version__ = '1.0'\n`],
  ['an import of its own', `from .core import thing\n${PKGUTIL}`],
  ['nothing', ''],
  ['another package', "__path__ = __import__('pkgutil').extend_path(__path__, 'other')\n"],
  ['code in the place of a name', "__import__('pkg_resources').declare_namespace(__name__, evil())\n"],
  ['only an import', 'import pkgutil\n'],
])('%s makes it a package like others', (_, text) => {
  expect(areInterchangeable(PKGUTIL, text)).toBe(false)
  expect(areInterchangeable(text, PKGUTIL)).toBe(false)
})

test.each<[string, string, string, boolean]>([
  ['comments', '# one\nx = 1\n', '# other\nx = 1  # same\n', true],
  ['a licence and nothing else', '# MIT\n', '', true],
  ['docstrings', '"""One."""\nx = 1\n', "'''Other,\nlonger.'''\nx = 1\n", true],
  ['line ends', 'x = 1\r\n', 'x = 1\n', true],
  ['code', 'x = 1\n', 'x = 2\n', false],
  ['a string later on', 'x = 1\n"""a"""\n', 'x = 1\n"""b"""\n', false],
  ['a comment sign in a string', "x = '#one'\n", "x = '#two'\n", false],
])('two files that differ in %s', (_, one, other, expected) => {
  expect(areInterchangeable(one, other)).toBe(expected)
})
