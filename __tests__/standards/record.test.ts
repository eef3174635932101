import { expect, test } from '@jest/globals'
import { formatRecord, formatRecordHash, parseRecord, parseRecordHash } from '../../src/standards/record.ts'

const HEX = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const DIGEST = 'sha256=n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg'

test('a row has path, digest and size', () => {
  expect(parseRecord(`foo/__init__.py,${DIGEST},4\nfoo-1.0.dist-info/RECORD,,\n`)).toEqual({
    rows: [
      { path: 'foo/__init__.py', hash: { algorithm: 'sha256', hex: HEX }, sizeBytes: 4 },
      { path: 'foo-1.0.dist-info/RECORD', hash: undefined, sizeBytes: undefined },
    ],
    faults: [],
  })
})

test('paths may contain commas, quotes and line ends', () => {
  const { rows } = parseRecord('"a,b ""c"".py",,\r\n"two\nlines",,7\r\n')
  expect(rows.map(({ path, sizeBytes }) => [path, sizeBytes])).toEqual([['a,b "c".py', undefined], ['two\nlines', 7]])
})

test('what cannot be read is said with its line, and the rest of the row is kept', () => {
  const text = [`a,${DIGEST}=,1`, 'b,sha256=tooshort,2', 'c,blake3=x,3', 'd,,many', '', ',,', 'e,,,extra', 'f'].join('\n')
  const { rows, faults } = parseRecord(text)
  expect(rows.map(({ path, hash, sizeBytes }) => [path, hash?.hex, sizeBytes])).toEqual([
    ['a', HEX, 1], ['b', undefined, 2], ['c', undefined, 3], ['d', undefined, undefined], ['e', undefined, undefined],
    ['f', undefined, undefined],
  ])
  expect(faults.map(({ line, path, message }) => `${line} ${path}: ${message}`)).toEqual([
    '1 a: the digest is padded',
    '2 b: the digest "sha256=tooshort" cannot be read',
    '3 c: the digest "blake3=x" cannot be read',
    '4 d: the size "many" is not a number',
    '6 : the row has no path',
    '7 e: the row has more than three elements',
  ])
})

test('a RECORD is written as pip writes it: sorted by code points, CRLF', () => {
  const text = formatRecord([
    { path: 'b', hash: undefined, sizeBytes: undefined },
    { path: '\u{1f4a5}', hash: undefined, sizeBytes: 0 },
    { path: '\ue000', hash: undefined, sizeBytes: undefined },
    { path: 'B,b', hash: { algorithm: 'sha256', hex: HEX }, sizeBytes: 12 },
    { path: '../../../bin/x', hash: undefined, sizeBytes: undefined },
  ])
  expect(text.split('\r\n')).toEqual(['../../../bin/x,,', `"B,b",${DIGEST},12`, 'b,,', '\ue000,,', '\u{1f4a5},,0', ''])
})

test('digests are URL-safe base64 without padding', () => {
  expect(formatRecordHash({ algorithm: 'sha256', hex: HEX })).toBe(DIGEST)
  expect(parseRecordHash(DIGEST)).toEqual({ algorithm: 'sha256', hex: HEX })
  expect(parseRecordHash(DIGEST.replace('-', '+'))).toBeUndefined()
  expect(parseRecordHash(`sha256=${HEX}`)).toBeUndefined()
  expect(parseRecordHash('sha256')).toBeUndefined()
})
