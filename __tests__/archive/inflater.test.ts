import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from '@jest/globals'
import { openInflater, PIECE_BYTES } from '../../src/archive/inflater.ts'

function opened(): NonNullable<ReturnType<typeof openInflater>> {
  const inflater = openInflater()
  if (inflater === undefined) throw new Error('this Node offers no reusable zlib state')
  return inflater
}

function inPieces(inflater: ReturnType<typeof opened>, chunks: readonly Buffer[]): { content: Buffer; consumedBytes: number } {
  const pieces = inflater.pieces(chunks)
  const content: Buffer[] = []
  for (let step = pieces.next(); ; step = pieces.next()) {
    if (step.done === true) return { content: Buffer.concat(content), consumedBytes: step.value }
    content.push(Buffer.from(step.value))
  }
}

test('one state inflates one stream after the other, whole or in pieces', () => {
  const inflater = opened()
  fc.assert(fc.property(fc.uint8Array({ maxLength: 5000 }), fc.integer({ min: 1, max: 400 }), (bytes, repeat) => {
    const content = Buffer.concat(Array.from({ length: repeat }, () => bytes))
    const deflated = deflateRawSync(content)
    const whole = inflater.whole(deflated, content.length)
    expect(whole?.content.equals(content)).toBe(true)
    expect(whole?.consumedBytes).toBe(deflated.length)
    const half = deflated.length >> 1
    const pieced = inPieces(inflater, [deflated.subarray(0, half), deflated.subarray(half)])
    expect(pieced.content.equals(content)).toBe(true)
    expect(pieced.consumedBytes).toBe(deflated.length)
  }), { numRuns: 60 })
  inflater.close()
})

test('sizes around that of a piece', () => {
  const inflater = opened()
  for (const sizeBytes of [0, 1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 2 * PIECE_BYTES]) {
    expect(inPieces(inflater, [deflateRawSync(Buffer.alloc(sizeBytes, 7))]).content.length).toBe(sizeBytes)
  }
  inflater.close()
})

test('more than was declared, bytes behind the end, a cut and damage are told apart, and the state is good afterwards', () => {
  const inflater = opened()
  const deflated = deflateRawSync(Buffer.alloc(10_000, 'abc'))
  expect(inflater.whole(deflated, 9_999)).toBeUndefined()
  expect(inflater.whole(Buffer.concat([deflated, Buffer.from('more')]), 10_000)?.consumedBytes).toBe(deflated.length)
  expect(inPieces(inflater, [deflated, Buffer.from('more')]).consumedBytes).toBe(deflated.length)
  expect(() => inflater.whole(deflated.subarray(0, deflated.length - 2), 10_000)).toThrow(expect.objectContaining({ code: 'Z_BUF_ERROR' }))
  expect(() => inPieces(inflater, [deflated.subarray(0, deflated.length - 2)])).toThrow(expect.objectContaining({ code: 'Z_BUF_ERROR' }))
  expect(() => inflater.whole(Buffer.alloc(50, 0xff), 10_000)).toThrow(expect.objectContaining({ code: 'Z_DATA_ERROR' }))
  expect(inflater.whole(deflated, 10_000)?.content.length).toBe(10_000)
  inflater.close()
})
