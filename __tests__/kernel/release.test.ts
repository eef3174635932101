import { expect, test } from '@jest/globals'
import { release } from '../../src/kernel/release.ts'

test('a released buffer and its views are empty', () => {
  const buffer = Buffer.allocUnsafeSlow(1 << 20)
  const view = buffer.subarray(10, 20)
  release(buffer)
  expect([buffer.length, view.length, buffer.buffer.byteLength]).toEqual([0, 0, 0])
})

test('an empty buffer may be released, and one twice', () => {
  const buffer = Buffer.allocUnsafeSlow(0)
  release(buffer)
  release(buffer)
  expect(buffer.length).toBe(0)
})
