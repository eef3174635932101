import { expect, test } from '@jest/globals'
import { formatCsvRow, parseCsv } from '../../src/standards/csv.ts'
import { parseEntryPoints, parseScriptTarget } from '../../src/standards/entry-points.ts'
import { parseHeaders } from '../../src/standards/headers.ts'
import { metadataToJson } from '../../src/standards/metadata-json.ts'
import { printPythonJson, type JsonValue } from '../../src/standards/python-json.ts'
import { pythonStrip } from '../../src/standards/python-strings.ts'
import { compareCodePoints } from '../../src/standards/python-text.ts'
import { splitShellWords } from '../../src/standards/shell-words.ts'
import { splitLines } from '../../src/standards/text-lines.ts'
import { anyText, csvRows, csvText, entryPointsText, headerText, metadataText, scriptValue, shellText } from '../support/formats/arbitraries.ts'
import { askPython } from '../support/formats/oracle.ts'
import { expectAgreement, generate } from '../support/packaging/agreement.ts'

// Compared with Python's own readers, in one process: see support/formats/oracle.py.
const lines = generate(anyText, 2000)
const tables = generate(csvText, 2000)
const rows = generate(csvRows, 1000)
const headers = generate(headerText, 3000)
const metadata = generate(metadataText, 2000)
const entryPoints = generate(entryPointsText, 2000)
const scripts = generate(scriptValue, 2000)
const words = generate(shellText, 3000)
const values: JsonValue[] = ['', 'é💥\x7f\u2028\t\\"/', { b: 1, a: [true, null, -1.5], 'ä': {} }, []]

type Line = { lines: string[]; strip: string }
const { answers } = askPython<{
  lines: Line[]; csv: string[][][]; csv_rows: string[]; headers: [string, string][][]; report_metadata: Record<string, string | string[]>[]; entry_points: [string, string, string][][]
  script: ([string, string] | null)[]; shell_words: (string[] | string)[]; json: string[]
}>({ lines, csv: tables, csv_rows: rows, headers, report_metadata: metadata, entry_points: entryPoints, script: scripts, shell_words: words, json: values })

test('lines are cut and stripped as str.splitlines and str.strip do', () => {
  expectAgreement(lines, (text): Line => ({ lines: splitLines(text), strip: pythonStrip(text) }), answers.lines)
})

test('tables are read as csv.reader does', () => {
  expectAgreement(tables, (text) => parseCsv(text).map((row) => [...row.fields]), answers.csv)
})

test('rows are sorted and written as csv.writer does', () => {
  const ours = (table: readonly (readonly string[])[]): string =>
    table.toSorted((left, right) => {
      const at = left.findIndex((field, index) => field !== right[index])
      return at === -1 ? 0 : compareCodePoints(left[at] ?? '', right[at] ?? '')
    }).map((row) => `${formatCsvRow(row)}\r\n`).join('')
  expectAgreement(rows, ours, answers.csv_rows)
})

test('header blocks are read as email.parser does', () => {
  expectAgreement(headers, (text) => parseHeaders(text).map(({ name, value }): [string, string] => [name, value]), answers.headers)
})

test('metadata is reported as pip reports it', () => {
  expectAgreement(metadata, metadataToJson, answers.report_metadata)
})

test('entry_points.txt is read as importlib.metadata does', () => {
  const ours = (text: string): [string, string, string][] => parseEntryPoints(text).map(({ group, name, value }) => [group,
    name, value])
  expectAgreement(entryPoints, ours, answers.entry_points)
})

test('targets of scripts are read as distlib does', () => {
  const ours = (value: string): [string, string] | null => {
    const target = parseScriptTarget(pythonStrip(value))
    return target.ok ? [target.value.module, target.value.attribute] : null
  }
  expect(answers.script.filter((answer) => answer !== null).length).toBeGreaterThan(100)
  expectAgreement(scripts, ours, answers.script)
})

test('option words are split as shlex.split does', () => {
  const ours = (text: string): string[] | string => {
    const split = splitShellWords(text)
    return split.ok ? split.value.map((word) => word.text) : split.message
  }
  expectAgreement(words, ours, answers.shell_words)
})

test('JSON is printed as json.dumps does', () => {
  expectAgreement(values, printPythonJson, answers.json)
})
