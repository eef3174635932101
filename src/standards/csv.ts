/**
 * The `excel` dialect of Python's `csv` module, in which RECORD files are written (PEP 376). Reading follows
 * `csv.reader(stream, strict=False)` state by state: a quote inside an unquoted field is an ordinary character, text after
 * a closing quote belongs to the field, and an unclosed quote ends with the text. Nothing is an error. Blank lines
 * give rows without fields.
 */

interface CsvRow {
  readonly fields: readonly string[]
  /** Line on which the row starts, from 1. */
  readonly line: number
}

const QUOTE = '"'

/** All rows. Linear in the length of the text; rows without quotes cost one `split`. */
export function parseCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = []
  let at = 0
  let line = 1
  while (at < text.length) {
    const end = rowEnd(text, at)
    const plain = text.slice(at, end)
    const row = plain.includes(QUOTE) ? readQuotedRow(text, at) : { fields: plain === '' ? [] : plain.split(','), end, lines: 0 }
    rows.push({ fields: row.fields, line })
    line += row.lines + 1
    at = afterLineEnd(text, row.end)
  }
  return rows
}

/** One row as `csv.writer` writes it, without the line end; fields are quoted only where they must be. */
export function formatCsvRow(fields: readonly string[]): string {
  return fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll(QUOTE, '""')}"` : field)).join(',')
}

function rowEnd(text: string, from: number): number {
  const lineEnd = /[\r\n]/g
  lineEnd.lastIndex = from
  return lineEnd.exec(text)?.index ?? text.length
}

function afterLineEnd(text: string, end: number): number {
  return text.startsWith('\r\n', end) ? end + 2 : end + 1
}

interface QuotedRow {
  readonly fields: readonly string[]
  /** Offset of the line end that ends the row, or of the end of the text. */
  readonly end: number
  /** Line ends inside quoted fields. */
  readonly lines: number
}

function readQuotedRow(text: string, from: number): QuotedRow {
  const fields: string[] = []
  let at = from
  let lines = 0
  for (;;) {
    const field = text.charAt(at) === QUOTE ? readQuotedField(text, at + 1) : readPlainField(text, at)
    fields.push(field.value)
    lines += field.lines
    at = field.end
    if (text.charAt(at) !== ',') return { fields, end: at, lines }
    at += 1
  }
}

interface CsvField {
  readonly value: string
  /** Offset of the comma, line end or end of text after the field. */
  readonly end: number
  readonly lines: number
}

function readPlainField(text: string, from: number): CsvField {
  let end = from
  while (end < text.length && !',\r\n'.includes(text.charAt(end))) end += 1
  return { value: text.slice(from, end), end, lines: 0 }
}

function readQuotedField(text: string, from: number): CsvField {
  let value = ''
  let at = from
  for (;;) {
    const quote = text.indexOf(QUOTE, at)
    if (quote === -1) return quotedField(value + text.slice(at), text.length)
    value += text.slice(at, quote)
    at = quote + 1
    if (text.charAt(at) !== QUOTE) break
    value += QUOTE
    at += 1
  }
  const rest = readPlainField(text, at)
  return quotedField(value, rest.end, rest.value)
}

function quotedField(value: string, end: number, rest = ''): CsvField {
  return { value: value + rest, end, lines: value.split(/\r\n|\r|\n/).length - 1 }
}
