import { expect, test } from '@jest/globals'
import { isProjectName, normalizeName } from '../../src/standards/names.ts'

test.each([
  ['requests', 'requests'], ['Django', 'django'], ['zope.interface', 'zope-interface'], ['Foo._-Bar', 'foo-bar'], ['a--b', 'a-b'], ['_x_', '-x-'],
])('%s is compared as %s', (text, normalized) => {
  expect(normalizeName(text)).toBe(normalized)
})

test('a project name begins and ends with a letter or digit', () => {
  expect(['a', '9', 'A.b_c-d', 'x1'].every(isProjectName)).toBe(true)
  expect(['', '_a', 'a-', 'a b', 'a/b', 'é', 'a\n'].some(isProjectName)).toBe(false)
})
