import { notParsed, parsed, type Parsed } from '../kernel/parsed.ts'
import { PYTHON_SPACE, pythonStrip } from './python-strings.ts'

/** One `key = value` of a file, in the order of the file. `line` counts from 1. */
export interface IniEntry {
  readonly section: string
  readonly key: string
  readonly value: string
  readonly line: number
}

interface Reading {
  readonly entries: (Omit<IniEntry, 'value'> & { readonly lines: string[]; readonly indent: number })[]
  readonly sections: Set<string>
  section: string | undefined
  /** Whether the line above belongs to an entry that an indented line would continue. */
  open: boolean
}

const DEFAULT_SECTION = 'DEFAULT'
const NOT_SPACE = new RegExp(`[^${PYTHON_SPACE}]`)
const TRAILING_SPACE = new RegExp(`[${PYTHON_SPACE}]+$`)
const SECTION = /^\[(?<name>.+)\]/

/**
 * Parses what Python's `configparser.RawConfigParser` reads with its default settings: `key = value` or `key: value`, values that
 * go on in deeper-indented lines, full-line comments (`#`, `;`), empty lines inside values, no interpolation, duplicates refused,
 * entries of `[DEFAULT]` in force for every section. A byte order mark, which Python refuses, is passed over.
 * Our own because no npm reader of INI files knows continuation by indentation.
 * @param keyForm how keys are written the same way (Python's `optionxform`); duplicates are found by it.
 */
export function parseIni(text: string, keyForm: (key: string) => string = (key) => key.toLowerCase()): Parsed<readonly IniEntry[]> {
  const reading: Reading = { entries: [], sections: new Set(), section: undefined, open: false }
  let offset = 0
  const unmarked = text.replace(/^\uFEFF/, ' ')
  for (const [index, line] of unmarked.split(/(?<=\r\n|\n|\r(?!\n))/).entries()) {
    const fault = readLine(reading, line, { number: index + 1, keyForm })
    if (fault !== undefined) return notParsed(`line ${index + 1}: ${fault}`, offset)
    offset += line.length
  }
  return parsed(withDefaults(reading))
}

/** Takes in one line; returns what is wrong with it, or nothing. */
function readLine(reading: Reading, line: string, at: { number: number; keyForm: (key: string) => string }): string | undefined {
  const content = pythonStrip(line)
  if (content.startsWith('#') || content.startsWith(';')) return undefined
  const last = reading.open ? reading.entries.at(-1) : undefined
  if (content === '') {
    last?.lines.push('')
    return undefined
  }
  const indent = line.search(NOT_SPACE)
  if (last !== undefined && indent > last.indent) {
    last.lines.push(content)
    return undefined
  }
  const section = SECTION.exec(content)?.groups?.['name']
  return section === undefined ? readEntry(reading, content, { ...at, indent }) : openSection(reading, section)
}

function openSection(reading: Reading, name: string): string | undefined {
  if (reading.sections.has(name)) return `section [${name}] is there twice`
  if (name !== DEFAULT_SECTION) reading.sections.add(name)
  reading.section = name
  reading.open = false
  return undefined
}

function readEntry(
  reading: Reading, content: string, { number, indent, keyForm }: { number: number; indent: number; keyForm: (key: string) => string },
): string | undefined {
  const { section } = reading
  if (section === undefined) return 'there is no [section] above this line'
  const delimiter = content.search(/[=:]/)
  if (delimiter === -1) return 'neither a [section] nor key = value'
  const key = keyForm(pythonStrip(content.slice(0, delimiter)))
  if (key === '') return 'the key is missing'
  if (reading.entries.some((entry) => entry.section === section && entry.key === key)) return `${key} is there twice in section [${section}]`
  reading.entries.push({ section, key, line: number, lines: [pythonStrip(content.slice(delimiter + 1))], indent })
  reading.open = true
  return undefined
}

/** Joins the lines of each value, and lets `[DEFAULT]` stand in every section that does not say otherwise. */
function withDefaults(reading: Reading): readonly IniEntry[] {
  const entries = reading.entries.map(({ section, key, line, lines }) => ({ section, key, line, value: lines.join('\n').replace(TRAILING_SPACE, '') }))
  const defaults = entries.filter(({ section }) => section === DEFAULT_SECTION)
  return [...reading.sections].flatMap((section) => {
    const own = entries.filter((entry) => entry.section === section)
    const inherited = defaults.filter(({ key }) => !own.some((entry) => entry.key === key)).map((entry) => ({ ...entry, section }))
    return [...inherited, ...own]
  })
}
