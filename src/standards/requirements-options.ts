import { notParsed, parsed } from '../kernel/parsed.ts'
import type { Parsed } from '../kernel/parsed.ts'
import type { ShellWord } from './shell-words.ts'

/**
 * The options that a line of a requirements file may carry, and how pip (Python's optparse) tells them from their values. What
 * they mean is not decided here.
 */
export interface LineOption {
  /** The long name without dashes, whatever was written: `index-url` for `-i`. */
  readonly name: LineOptionName
  /** Undefined for flags. */
  readonly value: string | undefined
  /** Offset of the word that holds the option's name. */
  readonly offset: number
  /** Offset of the value (of the name, for flags); exact unless quotes stand before it in the same word. */
  readonly valueOffset: number
}

const FLAGS = ['no-index', 'prefer-binary', 'require-hashes', 'no-require-hashes', 'pre'] as const
const VALUED = [
  'index-url', 'extra-index-url', 'constraint', 'requirement', 'editable', 'find-links', 'no-binary', 'only-binary',
  'all-releases', 'only-final', 'trusted-host', 'use-feature', 'hash', 'config-settings',
] as const
/** Long name of an option that pip knows in requirements files. */
export type LineOptionName = (typeof FLAGS)[number] | (typeof VALUED)[number]

const SHORT: ReadonlyMap<string, LineOptionName> = new Map([
  ['i', 'index-url'], ['c', 'constraint'], ['r', 'requirement'], ['e', 'editable'], ['f', 'find-links'], ['C', 'config-settings'],
])
const LONG: ReadonlyMap<string, LineOptionName> = new Map<string, LineOptionName>([
  ...[...FLAGS, ...VALUED].map((name) => [name, name] as const),
  ['pypi-url', 'index-url'],
])

/** The words of a line, sorted. */
export interface LineOptions {
  readonly options: readonly LineOption[]
  /** Words that belong to no option. pip drops them without a word. */
  readonly ignored: readonly ShellWord[]
}

/** Reads the words of a line as optparse does: abbreviated long names, `--name=value`, `-rfile`, `--` ends the options. */
export function readLineOptions(words: readonly ShellWord[]): Parsed<LineOptions> {
  const options: LineOption[] = []
  const ignored: ShellWord[] = []
  for (let at = 0; at < words.length; ) {
    const word = words[at]
    if (word === undefined) break
    if (word.text === '--') return parsed({ options, ignored: [...ignored, ...words.slice(at + 1)] })
    if (!word.text.startsWith('-') || word.text === '-') {
      ignored.push(word)
      at += 1
      continue
    }
    const read = readOption(word, words[at + 1])
    if (!read.ok) return read
    options.push(read.value.option)
    at += read.value.takesNext ? 2 : 1
  }
  return parsed({ options, ignored })
}

interface ReadOption {
  readonly option: LineOption
  readonly takesNext: boolean
}

function readOption(word: ShellWord, next: ShellWord | undefined): Parsed<ReadOption> {
  const isLong = word.text.startsWith('--')
  const equals = isLong ? word.text.indexOf('=') : -1
  const written = isLong ? (equals === -1 ? word.text : word.text.slice(0, equals)) : word.text.slice(0, 2)
  const found = isLong ? findLong(written) : findShort(written)
  if (typeof found === 'object') return notParsed(found.fault, word.offset)
  const attached = isLong ? (equals === -1 ? undefined : word.text.slice(equals + 1)) : word.text.slice(2) || undefined
  const { offset } = word
  if (isFlag(found)) {
    const option = { name: found, value: undefined, offset, valueOffset: offset }
    return attached === undefined ? parsed({ option, takesNext: false }) : notParsed(`${written} does not take a value`, offset)
  }
  if (attached !== undefined) {
    const valueOffset = offset + word.text.length - attached.length
    return parsed({ option: { name: found, value: attached, offset, valueOffset }, takesNext: false })
  }
  if (next === undefined) return notParsed(`${written} requires a value`, offset)
  return parsed({ option: { name: found, value: next.text, offset, valueOffset: next.offset }, takesNext: true })
}

function isFlag(name: LineOptionName): boolean {
  return (FLAGS as readonly string[]).includes(name)
}

function findShort(written: string): LineOptionName | { readonly fault: string } {
  return SHORT.get(written.slice(1)) ?? { fault: `no such option: ${written}` }
}

/** An exact name, or the only one that begins so. */
function findLong(written: string): LineOptionName | { readonly fault: string } {
  const wanted = written.slice(2)
  const exact = LONG.get(wanted)
  if (exact !== undefined) return exact
  const candidates = [...LONG].filter(([name]) => name.startsWith(wanted))
  if (candidates.length > 1) {
    const names = candidates.map(([name]) => `--${name}`).sort()
    return { fault: `ambiguous option: ${written} (${names.join(', ')}?)` }
  }
  return candidates[0]?.[1] ?? { fault: `no such option: ${written}` }
}
