import { isHashAlgorithm } from '../kernel/hash.ts'
import type { Hash } from '../kernel/hash.ts'
import { notParsed, parsed } from '../kernel/parsed.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { pythonStrip } from './python-strings.ts'
import { logicalLines, placeOf } from './requirements-lines.ts'
import type { EnvironmentVariables, ExpandedVariable, LogicalLine, Place } from './requirements-lines.ts'
import { readLineOptions } from './requirements-options.ts'
import type { LineOption } from './requirements-options.ts'
import { splitShellWords } from './shell-words.ts'

/**
 * Requirements and constraints files in pip's grammar (pip/_internal/req/req_file.py, and "Requirements File Format" in pip's
 * documentation): text → lines that ask for something and lines that set options. Nested files are not opened, and
 * requirements are not parsed here.
 */

export { placeOf, type EnvironmentVariables, type ExpandedVariable, type Place } from './requirements-lines.ts'
export type { LineOption, LineOptionName } from './requirements-options.ts'
export { decodeAnswer, decodeRequirements, type RequirementsText } from './requirements-text.ts'

/** Options that belong to one requirement. */
export interface RequirementOptions {
  /** `--hash`; algorithms are the strong ones that pip allows, digests in lower case and not checked for form. */
  readonly hashes: readonly Hash[]
  /** `--config-settings`; a key given more than once has a list. */
  readonly configSettings: Readonly<Record<string, string | readonly string[]>>
}

interface LineFacts {
  /** Number of the first physical line, from 1: the number in pip's messages. */
  readonly line: number
  /** For `placeOf`, with offsets counted in the logical line. */
  readonly source: LogicalLine
  /** The options of the line, as words and as read. Behind a requirement pip obeys `--no-binary` and its like, and ignores the rest. */
  readonly tokens: readonly string[]
  readonly lineOptions: readonly LineOption[]
  /** Words among the options that belong to none; pip drops them silently. */
  readonly ignoredWords: readonly string[]
}

interface RequirementLine extends LineFacts {
  readonly kind: 'requirement'
  /** A PEP 508 requirement, a path or a URL, as written. */
  readonly text: string
  /** Offset of `text` in the logical line. */
  readonly offset: number
  readonly editable: boolean
  readonly options: RequirementOptions
}

interface OptionsLine extends LineFacts {
  readonly kind: 'options'
}

/** A line that asks for something, or that sets options for the whole file. */
export type RequirementsLine = RequirementLine | OptionsLine

/** A line that cannot be read. `place` points at the character or the word at fault. */
export interface RequirementsFault {
  readonly place: Place
  readonly message: string
}

/** A requirements file, read but not followed into others. */
export interface RequirementsFile {
  readonly lines: readonly RequirementsLine[]
  /** Lines that pip refuses, in order; pip stops at the first. */
  readonly faults: readonly RequirementsFault[]
  /** Variables whose values stand in the lines' texts: secrets, as far as anyone knows. */
  readonly expanded: readonly ExpandedVariable[]
}

/** Reads the text of a requirements file. `environment` is where `${NAME}` is looked up. Never throws; linear. */
export function parseRequirementsFile(text: string, environment: EnvironmentVariables): RequirementsFile {
  const lines: RequirementsLine[] = []
  const faults: RequirementsFault[] = []
  const expanded = new Map<string, ExpandedVariable>()
  for (const source of logicalLines(text, environment)) {
    for (const variable of source.expanded) expanded.set(variable.name, variable)
    const line = parseLine(source)
    if (line.ok) lines.push(line.value)
    else faults.push({ place: placeOf(source, line.offset), message: line.message })
  }
  return { lines, faults, expanded: [...expanded.values()] }
}

/** A requirement named in a line's arguments, or by `-e`; a line without either sets options. */
function parseLine(source: LogicalLine): Parsed<RequirementsLine> {
  const optionsAt = optionsStart(source.text)
  const words = splitShellWords(source.text.slice(optionsAt))
  if (!words.ok) return notParsed(`could not split options: ${words.message}`, optionsAt + words.offset)
  const read = readLineOptions(words.value.map((word) => ({ text: word.text, offset: word.offset + optionsAt })))
  if (!read.ok) return read
  const options = readRequirementOptions(read.value.options)
  if (!options.ok) return options
  const facts: LineFacts = {
    line: source.line,
    source,
    tokens: words.value.map((word) => word.text),
    lineOptions: read.value.options,
    ignoredWords: read.value.ignored.map((word) => word.text),
  }
  const editable = read.value.options.find((option) => option.name === 'editable')
  const argument = pythonStrip(source.text.slice(0, optionsAt))
  if (argument === '' && editable === undefined) return parsed({ kind: 'options', ...facts })
  return parsed({
    kind: 'requirement',
    ...facts,
    text: argument === '' ? (editable?.value ?? '') : argument,
    offset: argument === '' ? (editable?.valueOffset ?? 0) : 0,
    editable: editable !== undefined,
    // pip does not take hashes of editable requirements: a working tree has none.
    options: editable === undefined ? options.value : { ...options.value, hashes: [] },
  })
}

/** Offset of the first space-separated token that begins with a dash (pip's `break_args_options`), or the end of the line. */
function optionsStart(text: string): number {
  if (text.startsWith('-')) return 0
  const at = text.indexOf(' -')
  return at === -1 ? text.length : at + 1
}

/** The algorithms pip's `--hash` takes, in the order of its message. */
const STRONG = ['sha256', 'sha384', 'sha512']

function readRequirementOptions(options: readonly LineOption[]): Parsed<RequirementOptions> {
  const hashes: Hash[] = []
  const settings = new Map<string, string | string[]>()
  for (const option of options) {
    const value = option.value ?? ''
    if (option.name === 'hash') {
      const hash = readHash(value, option.offset)
      if (!hash.ok) return hash
      hashes.push(hash.value)
    } else if (option.name === 'config-settings') {
      const equals = value.indexOf('=')
      if (equals === -1) return notParsed('arguments to --config-settings must be of the form KEY=VAL', option.offset)
      addSetting(settings, value.slice(0, equals), value.slice(equals + 1))
    }
  }
  return parsed({ hashes, configSettings: Object.fromEntries(settings) })
}

function readHash(value: string, offset: number): Parsed<Hash> {
  const colon = value.indexOf(':')
  if (colon === -1) return notParsed('arguments to --hash must be a hash name followed by a value, like --hash=sha256:abcde...', offset)
  const algorithm = value.slice(0, colon)
  if (!STRONG.includes(algorithm) || !isHashAlgorithm(algorithm)) {
    return notParsed(`allowed hash algorithms for --hash are ${STRONG.join(', ')}`, offset)
  }
  return parsed({ algorithm, hex: value.slice(colon + 1).toLowerCase() })
}

function addSetting(settings: Map<string, string | string[]>, key: string, value: string): void {
  const earlier = settings.get(key)
  if (earlier === undefined) settings.set(key, value)
  else if (typeof earlier === 'string') settings.set(key, [earlier, value])
  else earlier.push(value)
}
