import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { GatheredBytes } from '../../src/net/gathered-bytes.ts'

const pieces = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 })

test('pieces make the whole that they are, whatever size was announced', () => {
  fc.assert(fc.property(pieces, fc.option(fc.integer({ min: -30, max: 30 }), { nil: undefined }), (parts, difference) => {
    const whole = Buffer.concat(parts)
    const gathered = new GatheredBytes(difference === undefined ? undefined : Math.max(0, whole.length + difference))
    // Each with memory of its own, as connections hand them out.
    for (const part of parts) gathered.add(Buffer.from(part.buffer.slice(part.byteOffset, part.byteOffset + part.length)))
    expect(gathered.sizeBytes).toBe(whole.length)
    expect(gathered.whole().equals(whole)).toBe(true)
  }))
})

test('where the size is announced pieces give their memory back as they come', () => {
  const gathered = new GatheredBytes(6)
  const parts = ['ab', 'cd', 'ef'].map((text) => Buffer.from(new Uint8Array(Buffer.from(text)).buffer))
  for (const part of parts) gathered.add(part)
  expect(parts.map(({ length }) => length)).toEqual([0, 0, 0])
  expect(gathered.whole().toString()).toBe('abcdef')
})

test('a size that is announced and never comes takes no memory', () => {
  for (const announced of [Number.NaN, -1, 1.5, 1e15]) {
    const gathered = new GatheredBytes(announced)
    for (const text of ['ab', 'cd']) gathered.add(Buffer.from(text))
    expect(gathered.whole().toString()).toBe('abcd')
  }
})
