import { notParsed, parsed } from '../kernel/parsed.ts'
import type { Parsed } from '../kernel/parsed.ts'

/** A word of a command line, and where it stood. */
export interface ShellWord {
  readonly text: string
  /** Offset of the word's first character. */
  readonly offset: number
}

interface Unquoted {
  readonly text: string
  /** Offset after the closing quote or the escaped character. */
  readonly end: number
}

const BLANKS = ' \t\r\n'

/**
 * Splits text into words as Python's `shlex.split` does (POSIX rules): quotes of both kinds join and may be empty; a
 * backslash takes the next character as it is, inside double quotes only a double quote or a backslash. Fails on a quote
 * that is not closed and on a backslash at the end, with Python's words.
 */
export function splitShellWords(text: string): Parsed<ShellWord[]> {
  const words: ShellWord[] = []
  let word: { text: string; offset: number } | undefined
  for (let at = 0; at < text.length; ) {
    const character = text.charAt(at)
    if (BLANKS.includes(character)) {
      if (word !== undefined) words.push(word)
      word = undefined
      at += 1
      continue
    }
    const part = readPart(text, at)
    if (!part.ok) return part
    word = { text: (word?.text ?? '') + part.value.text, offset: word?.offset ?? at }
    at = part.value.end
  }
  if (word !== undefined) words.push(word)
  return parsed(words)
}

function readPart(text: string, at: number): Parsed<Unquoted> {
  switch (text.charAt(at)) {
    case "'":
      return readSingleQuoted(text, at)
    case '"':
      return readDoubleQuoted(text, at)
    case '\\':
      return at + 1 < text.length ? parsed({ text: text.charAt(at + 1), end: at + 2 }) : notParsed('No escaped character', at)
    default: {
      const plain = /[^ \t\r\n'"\\]+/y
      plain.lastIndex = at
      const run = plain.exec(text)?.[0] ?? ''
      return parsed({ text: run, end: at + run.length })
    }
  }
}

function readSingleQuoted(text: string, at: number): Parsed<Unquoted> {
  const end = text.indexOf("'", at + 1)
  return end === -1 ? notParsed('No closing quotation', at) : parsed({ text: text.slice(at + 1, end), end: end + 1 })
}

function readDoubleQuoted(text: string, from: number): Parsed<Unquoted> {
  const parts: string[] = []
  let at = from + 1
  for (;;) {
    const plain = /[^"\\]*/y
    plain.lastIndex = at
    const run = plain.exec(text)?.[0] ?? ''
    parts.push(run)
    at += run.length
    const character = text.charAt(at)
    if (character === '') return notParsed('No closing quotation', from)
    if (character === '"') return parsed({ text: parts.join(''), end: at + 1 })
    const next = text.charAt(at + 1)
    if (next === '') return notParsed('No escaped character', at)
    parts.push(next === '"' || next === '\\' ? next : `\\${next}`)
    at += 2
  }
}
