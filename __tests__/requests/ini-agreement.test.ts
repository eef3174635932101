import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { tmpdir } from 'node:os'
import { parseIni } from '../../src/standards/ini.ts'
import { expectAgreement, generate } from '../support/packaging/agreement.ts'
import { askPip } from './pip-oracle.ts'

// Compared with the configparser that pip reads its configuration with.
const piece = fc.constantFrom(
  '[global]', '[install]', '[DEFAULT]', '[a]b]', '[]', '[ x ]', '[open', 'key', 'Key_Two', 'key-two', ' = ', '=', ':', ' : ', 'value', 'a b', '# note', '; note', ' # inline', '\n', '\n', '\n', '\n', '\n ', '\n    ', '\n\t', '\r\n',
  '\r', ' ', '%(x)s', '"quoted"', '\u00a0', '\ufeff', 'é', '=', '==', '[global] tail',
)
const line = fc.tuple(fc.constantFrom('', '', ' ', '  ', '\t'), fc.constantFrom('key', 'other', 'KEY', '[global]', '[install]', '# c', '', 'more text'), fc.constantFrom('', ' = value', ':x', '=', ' = a\n  b\n\n  c'), fc.constantFrom('\n', '\n', '\r\n', '\n\n'))
  .map((parts) => parts.join(''))
const texts = generate(fc.oneof(fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')), fc.array(line, { maxLength: 8 }).map((lines) => `[global]\n${lines.join('')}`)).filter((text) => !text.startsWith('\ufeff')), 5000)
const answers = askPip<{ ini: ([string, string, string][] | null)[] }>(tmpdir(), { ini: texts })

test('files are read as configparser reads them', () => {
  expect(answers.ini.filter((answer) => answer !== null && answer.length > 0).length).toBeGreaterThan(300)
  expectAgreement(texts, (text) => {
    const read = parseIni(text, (key) => key.toLowerCase().replaceAll('_', '-'))
    return read.ok ? read.value.map(({ section, key, value }) => [section, key, value]).sort(byText) : null
  }, answers.ini.map((answer) => answer?.sort(byText) ?? null))
})

function byText(a: readonly string[], b: readonly string[]): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1
}
