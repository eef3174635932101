import { pythonStrip } from './python-strings.ts'
import { isPythonSpace, splitLines, stripCharacters } from './text-lines.ts'

/**
 * Lines of a requirements file as pip means them: continuations joined, comments gone, variables expanded
 * (pip/_internal/req/req_file.py, `preprocess`), with a way back from every character to where it stands in the file.
 */

/** A position for an error: `line` and `column` count from 1; `text` is the physical line, variables unexpanded. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly text: string
}

/** A stretch of the joined line that comes from one physical line. */
interface Piece {
  /** Offset in the line before expansion; negative where blanks were cut off before it. */
  readonly at: number
  readonly line: number
  readonly column: number
  readonly text: string
}

/** A stretch of the expanded line: copied (`literal`), or a variable's value, all of which stands where the variable stands. */
interface Stretch {
  readonly at: number
  /** Offset in the line before expansion. */
  readonly from: number
  readonly literal: boolean
}

/** A variable that stood in a line as `${NAME}`. */
export interface ExpandedVariable {
  readonly name: string
  /** To be masked wherever text of this file is printed. */
  readonly value: string
}

/** A line after continuations are joined and comments taken away. */
export interface LogicalLine {
  /** Number of its first physical line, from 1. */
  readonly line: number
  /** Never empty, without blanks at its ends, variables expanded. */
  readonly text: string
  readonly expanded: readonly ExpandedVariable[]
  readonly pieces: readonly Piece[]
  readonly stretches: readonly Stretch[]
}

/** Values for `${NAME}`. */
export type EnvironmentVariables = Readonly<Record<string, string | undefined>>

/**
 * Cuts a file into logical lines exactly as pip does, its oddities included: a comment line ends a continuation; backslashes
 * are cut from both ends of a continued line; only `${UPPER_CASE}` variables that are set and not empty are expanded, in a
 * line at a time, after comments are gone. Linear in the length of the text.
 */
export function logicalLines(text: string, environment: EnvironmentVariables): LogicalLine[] {
  const lines: LogicalLine[] = []
  for (const joined of joinLines(splitLines(text))) {
    const uncommented = joined.text.slice(0, commentStart(joined.text))
    const trimmed = pythonStrip(uncommented)
    if (trimmed === '') continue
    const cut = uncommented.indexOf(trimmed)
    const pieces = joined.pieces.map((piece) => ({ ...piece, at: piece.at - cut }))
    lines.push({ line: joined.line, pieces, ...expandVariables(trimmed, environment) })
  }
  return lines
}

/** Where the character at an offset of `line.text` stands in the file; an offset past the end gives the end. */
export function placeOf(line: LogicalLine, offset: number): Place {
  const stretch = line.stretches.findLast((candidate) => candidate.at <= offset)
  const raw = stretch === undefined ? offset : stretch.from + (stretch.literal ? offset - stretch.at : 0)
  const piece = line.pieces.findLast((candidate) => candidate.at <= raw) ?? line.pieces[0]
  if (piece === undefined) return { line: line.line, column: 1, text: '' }
  return { line: piece.line, column: Math.min(piece.column + Math.max(raw - piece.at, 0), piece.text.length + 1), text: piece.text }
}

interface JoinedLine {
  readonly line: number
  readonly text: string
  readonly pieces: readonly Piece[]
}

function joinLines(physical: readonly string[]): JoinedLine[] {
  const joined: JoinedLine[] = []
  let open: { line: number; parts: string[]; length: number; pieces: Piece[] } | undefined
  const add = (line: number, part: string, piece: Omit<Piece, 'at' | 'line'>): void => {
    open ??= { line, parts: [], length: 0, pieces: [] }
    open.pieces.push({ at: open.length, line, ...piece })
    open.parts.push(part)
    open.length += part.length
  }
  const close = (): void => {
    if (open !== undefined) joined.push({ line: open.line, text: open.parts.join(''), pieces: open.pieces })
    open = undefined
  }
  for (const [index, text] of physical.entries()) {
    const isComment = startsWithComment(text)
    if (text.endsWith('\\') && !isComment) {
      add(index + 1, stripCharacters(text, '\\'), { column: 1 + leadingBackslashes(text), text })
      continue
    }
    // The blank before a comment makes it one for the next step, whatever it is joined to.
    add(index + 1, isComment ? ` ${text}` : text, { column: isComment ? 0 : 1, text })
    close()
  }
  close()
  return joined
}

function leadingBackslashes(text: string): number {
  return /^\\*/.exec(text)?.[0].length ?? 0
}

function startsWithComment(text: string): boolean {
  return pythonStrip(text).startsWith('#')
}

/** Offset of the first `#` that stands at the start or after a blank. */
function commentStart(text: string): number {
  for (let at = text.indexOf('#'); at !== -1; at = text.indexOf('#', at + 1)) {
    if (at === 0 || isPythonSpace(text.charAt(at - 1))) return at
  }
  return text.length
}

const VARIABLE = /\$\{([A-Z0-9_]+)\}/g

function expandVariables(text: string, environment: EnvironmentVariables): Pick<LogicalLine, 'text' | 'expanded' | 'stretches'> {
  const names = [...text.matchAll(VARIABLE)].map((match) => match[1] ?? '')
  const expanded = [...new Set(names)].flatMap((name) => {
    const value = Object.hasOwn(environment, name) ? environment[name] : undefined
    return value === undefined || value === '' ? [] : [{ name, value }]
  })
  if (expanded.length === 0) return { text, expanded, stretches: [] }
  const whole = replaceInTurn(text, names, expanded)
  const { text: simple, stretches } = replaceOnce(text, expanded)
  return { text: whole, expanded, stretches: whole === simple ? stretches : [{ at: 0, from: 0, literal: false }] }
}

/**
 * pip's way: one replacement of all occurrences after the other, in the order the line names them, so that a value may bring
 * in a variable whose turn is still to come. A turn that changed nothing is not taken again before something has changed.
 */
function replaceInTurn(text: string, names: readonly string[], expanded: readonly ExpandedVariable[]): string {
  const values = new Map(expanded.map(({ name, value }) => [name, value]))
  const settled = new Set<string>()
  let result = text
  for (const name of names) {
    const value = values.get(name)
    if (value === undefined || settled.has(name)) continue
    const before = result
    result = result.replaceAll(`\${${name}}`, () => value)
    if (result === before) settled.add(name)
    else settled.clear()
  }
  return result
}

/** One pass from left to right, which keeps account of where everything comes from. */
function replaceOnce(text: string, expanded: readonly ExpandedVariable[]): { readonly text: string; readonly stretches: Stretch[] } {
  const values = new Map(expanded.map(({ name, value }) => [name, value]))
  const stretches: Stretch[] = []
  let result = ''
  let from = 0
  for (const match of text.matchAll(VARIABLE)) {
    const value = values.get(match[1] ?? '')
    if (value === undefined) continue
    stretches.push({ at: result.length, from, literal: true })
    result += text.slice(from, match.index)
    stretches.push({ at: result.length, from: match.index, literal: false })
    result += value
    from = match.index + match[0].length
  }
  stretches.push({ at: result.length, from, literal: true })
  return { text: result + text.slice(from), stretches }
}
