import { expect, test } from '@jest/globals'
import { parseMetadata } from '../../src/standards/metadata.ts'
import { formatRequirement } from '../../src/standards/requirements.ts'

const HEAD = 'Metadata-Version: 2.4\nName: Foo.Bar\nVersion: 1.0.0\n'

test('the fields that resolving needs are read', () => {
  const text = `${HEAD}Requires-Python: >=3.8, !=3.9.0
Requires-Dist: requests[socks] >=2; python_version < '4'
requires-dist: PySide6 (>=6.0)
Requires-Dist: x ; extra == 'My_Extra'
Provides-Extra: My_Extra
Provides-Extra: my-extra
Dynamic: Requires-Dist

A description.
Name: not a header
`
  const metadata = parseMetadata(text)
  if (!metadata.ok) throw new Error(metadata.message)
  expect(metadata.value).toMatchObject({
    metadataVersion: '2.4', name: 'foo-bar', version: { text: '1.0.0' },
    requiresPython: { text: expect.stringContaining('>=3.8') }, providesExtras: ['my-extra'], dynamic: ['requires-dist'],
  })
  expect(metadata.value.requiresDist.map(formatRequirement)).toEqual(['requests[socks]>=2; python_version < "4"', 'PySide6>=6.0',
    'x; extra == "my-extra"'])
})

test('a value may begin on the next line', () => {
  const metadata = parseMetadata(`${HEAD}Requires-Dist:\n  foo>=1\n`)
  expect(metadata).toMatchObject({ ok: true, value: { requiresDist: [{ name: 'foo' }] } })
})

test.each([
  ['Version: 1\n', 'the metadata has no Name'],
  ['Name: foo\n', 'the metadata has no Version'],
  ['Name: foo\nVersion: unknown\n', 'the metadata has an invalid Version: "unknown"'],
  [`${HEAD}Requires-Dist: foo >=1.0.*\n`, 'the metadata has an invalid Requires-Dist: "foo >=1.0.*"'],
  [`${HEAD}Requires-Dist: foo\n >=1\n`, 'the metadata has an invalid Requires-Dist'],
  ['<html>', 'the metadata has no Name'],
])('%j cannot be used', (text, message) => {
  expect(parseMetadata(text)).toMatchObject({ ok: false, message: expect.stringContaining(message) })
})

test('an invalid Requires-Python counts as none', () => {
  const metadata = parseMetadata(`${HEAD}Requires-Python: 3.x or so\n`)
  expect(metadata).toMatchObject({ ok: true, value: { name: 'foo-bar', requiresPython: undefined } })
})

test('the first of a repeated single field counts, and nothing behind the blank line does', () => {
  expect(parseMetadata(`${HEAD}Name: other\n\nRequires-Dist: not-this\n`)).toMatchObject({ ok: true,
    value: { name: 'foo-bar', requiresDist: [] } })
})

test('a description of 20 MB costs nothing', () => {
  const text = `${HEAD}\n${'A long story: told at length.\n'.repeat(700_000)}`
  expect(parseMetadata(text).ok).toBe(true)
  const startMs = performance.now()
  for (let round = 0; round < 500; round += 1) parseMetadata(text)
  expect(performance.now() - startMs).toBeLessThan(3000)
})
