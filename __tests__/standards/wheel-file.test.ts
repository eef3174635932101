import { expect, test } from '@jest/globals'
import { parseWheelFile, wheelVersionFault } from '../../src/standards/wheel-file.ts'

test('a WHEEL file says where its root goes and which tags it has', () => {
  const text = 'Wheel-Version: 1.0\nGenerator: maker (1.2)\nRoot-Is-Purelib: TRUE\nTag: py2-none-any\nTag: py3-none-any\nBuild: 7\n\n'
  expect(parseWheelFile(text)).toEqual({
    ok: true,
    value: { wheelVersion: [1, 0], rootIsPurelib: true, tags: ['py2-none-any', 'py3-none-any'] },
  })
})

test('anything but "true" means platlib', () => {
  for (const text of ['Wheel-Version: 1.0\n', 'Wheel-Version: 1.0\nRoot-Is-Purelib: yes\n']) {
    expect(parseWheelFile(text)).toMatchObject({ ok: true, value: { rootIsPurelib: false } })
  }
})

test('a missing or unreadable version is an error', () => {
  expect(parseWheelFile('Tag: py3-none-any\n')).toMatchObject({ ok: false, message: 'WHEEL is missing Wheel-Version' })
  expect(parseWheelFile('Wheel-Version: one\n')).toMatchObject({ ok: false, message: 'WHEEL has an invalid Wheel-Version: "one"' })
})

test.each([
  [[1, 0], undefined], [[0, 9], undefined], [[1], undefined],
  [[1, 1], 'warn'], [[1, 0, 0], 'warn'], [[1, 9], 'warn'],
  [[2, 0], 'refuse'], [[2], 'refuse'], [[10, 0], 'refuse'],
] as const)('version %j of the format: %s', (version, level) => {
  expect(wheelVersionFault(version)?.level).toBe(level)
})
