import { expect, test } from '@jest/globals'
import { decodeRequirements, parseRequirementsFile } from '../../src/standards/requirements-file.ts'
import { logicalLines } from '../../src/standards/requirements-lines.ts'
import { requirementLine, requirementsText, variables } from '../support/formats/arbitraries.ts'
import { askPython, isAtLeast } from '../support/formats/oracle.ts'
import { expectAgreement, generate } from '../support/packaging/agreement.ts'

// Compared with pip's own reader, in one process: see support/formats/oracle.py.
const files = generate(requirementsText, 4000)
const lines = generate(requirementLine, 3000)
const encoded = [
  Buffer.from('\ufefffoo é', 'utf8'),
  Buffer.from('\ufefffoo\r\nbar é\r\n', 'utf16le'),
  Buffer.from('\ufefffoo é', 'utf16le').swap16(),
  Buffer.from([0xff, 0xfe, 0, 0, 0x66, 0, 0, 0, 0x0d, 0xf6, 1, 0]),
  Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x66]),
  Buffer.from([0xff, 0xfe, 0, 0, 0x66]),
  Buffer.from([0xff, 0xfe, 0x66]),
  Buffer.from('# -*- coding: latin-1 -*-\nfoo é', 'latin1'),
  Buffer.from('foo\n# vim: set fileencoding=cp1252 :\nbar é', 'latin1'),
  Buffer.from('foo\nbar\n# coding: latin-1\né', 'utf8'),
  Buffer.from(' # coding: latin-1\né', 'utf8'),
  Buffer.from('# coding: ascii\né', 'utf8'),
  Buffer.from('# coding: nosuch\na', 'utf8'),
  Buffer.from('# coding: utf8\né', 'utf8'),
  Buffer.from('# coding: koi8-r\n\xc1\xc2', 'latin1'),
  Buffer.from('# coding: shift_jis\n\x83\x41', 'latin1'),
  Buffer.from('# coding: iso-8859-15\n\xa4', 'latin1'),
  Buffer.from(''),
].map((buffer) => buffer.toString('base64'))

type LogicalLine = [number, string]
type LineAnswer = { requirement: null } | { requirement: string; editable: boolean; hashes: [string, string][]; settings: object } | null
const { pip, answers } = askPython<{ preprocess: LogicalLine[][]; line: LineAnswer[]; decode: ({ text: string } | 'unknown' | null)[] }>({
  preprocess: files.map((text) => [text, variables]), line: lines, decode: encoded,
})

test('files are cut into logical lines as pip does', () => {
  expectAgreement(files, (text): LogicalLine[] => logicalLines(text, variables).map(({ line, text }) => [line, text]), answers.preprocess)
})

test('lines are split into requirement and options as pip does', () => {
  const given = answers.line.filter((answer) => answer !== null)
  expect(given.length).toBeGreaterThan(lines.length / 5)
  expect(given.filter((answer) => 'hashes' in answer && answer.hashes.length > 0).length).toBeGreaterThan(50)
  expectAgreement(lines, readLine, answers.line)
})

test('bytes are decoded as pip does', () => {
  // An older pip takes the locale's encoding before UTF-8.
  const isComparable = isAtLeast(pip, 25, 1)
  expect(answers.decode.every((answer) => answer === 'unknown')).toBe(!isComparable)
  const ours = encoded.map((data) => {
    const text = decodeRequirements(Buffer.from(data, 'base64'))
    return text.ok ? { text: text.value.text } : null
  })
  if (isComparable) expect(ours).toEqual(answers.decode)
  expect(ours.slice(0, 3)).toEqual([{ text: 'foo é' }, { text: 'foo\r\nbar é\r\n' }, { text: 'foo é' }])
})

function readLine(text: string): LineAnswer {
  const file = parseRequirementsFile(text, {})
  const [line] = file.lines
  if (line === undefined) return file.faults.length > 0 ? null : { requirement: null }
  if (line.kind === 'options') return { requirement: null }
  const hashes = line.options.hashes.map(({ algorithm, hex }): [string, string] => [algorithm, hex])
  return { requirement: line.text, editable: line.editable, hashes: hashes.sort(([left], [right]) => (left < right ? -1 : 1)),
    settings: line.options.configSettings }
}
