/**
 * Reads dependency specifiers and markers token by token, as packaging's tokenizer does: which token may come next is
 * known from the grammar, so a rule is tried at the current position and nothing is looked for ahead of it.
 */
import { once } from '../kernel/once.ts'
import { notParsed, parsed, type Parsed } from '../kernel/parsed.ts'
import { SPECIFIER_TOKEN } from './specifier-grammar.ts'

const VARIABLES = [
  'python_version', 'python_full_version', 'os[._]name', 'sys[._]platform', 'platform_(?:release|system)',
  'platform[._](?:version|machine|python_implementation)', 'python_implementation', 'implementation_(?:name|version)',
  'extras?', 'dependency_groups',
]

const PUNCTUATION = {
  leftParenthesis: '(', rightParenthesis: ')', leftBracket: '[', rightBracket: ']', semicolon: ';', comma: ',', at: '@',
} as const

/** The tokens that are more than a mark, for texts whose words are made of these characters. */
function patternsOver(word: string, flags: string) {
  const startsWord = `(?<!${word})`
  const endsWord = `(?!${word})`
  const boundary = `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`
  return {
    quotedString: /'[^']*'|"[^"]*"/y,
    comparison: /===|==|~=|!=|<=|>=|<|>/y,
    logical: new RegExp(`${startsWord}(?:or|and)${endsWord}`, flags),
    in: new RegExp(`${startsWord}in${endsWord}`, flags),
    not: new RegExp(`${startsWord}not${endsWord}`, flags),
    variable: new RegExp(`${startsWord}(?:${VARIABLES.join('|')})${endsWord}`, flags),
    specifier: SPECIFIER_TOKEN,
    url: /[^ \t]+/y,
    identifier: new RegExp(`${startsWord}[a-zA-Z0-9][a-zA-Z0-9._-]*${boundary}`, flags),
    space: /[ \t]+/y,
  } as const
}

// Python's `\b` for `str`: words are letters and digits of any script. Classes of all scripts take milliseconds to compile.
const ASCII_PATTERNS = patternsOver('[A-Za-z0-9_]', 'y')
const anyScriptPatterns = once(() => patternsOver('[\\p{L}\\p{N}_]', 'uy'))
const ASCII = /^[\x00-\x7f]*$/

function patternsFor(text: string): typeof ASCII_PATTERNS {
  return ASCII.test(text) ? ASCII_PATTERNS : anyScriptPatterns()
}

/** What `SyntaxScanner` tells apart: names of punctuation and of patterns, as packaging's tokenizer has them. */
export type TokenKind = keyof typeof PUNCTUATION | keyof typeof ASCII_PATTERNS

/** A syntax error on its way from the depth of a grammar to `parseWith`. */
class SyntaxFault extends Error {
  readonly offset: number

  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

// Python's recursion limit ends the reference parser at about this many parentheses; ours must not end the process.
const DEEPEST = 200

/** A text and how much of it has been read. Lives as long as one parse. */
export class SyntaxScanner {
  readonly text: string
  position = 0
  private depth = 0
  private readonly patterns: typeof ASCII_PATTERNS

  constructor(text: string) {
    this.text = text
    this.patterns = patternsFor(text)
  }

  /** The token at the position, which moves behind it; undefined, and no move, when there is none of this kind. */
  take(kind: TokenKind): string | undefined {
    const token = this.match(kind)
    if (token !== undefined) this.position += token.length
    return token
  }

  sees(kind: TokenKind): boolean {
    return this.match(kind) !== undefined
  }

  atEnd(): boolean {
    return this.position === this.text.length
  }

  /** Blanks and tabs; line ends are not white space here. */
  skipSpace(): void {
    while (this.text.charAt(this.position) === ' ' || this.text.charAt(this.position) === '\t') this.position += 1
  }

  /** The token, or a fault that says what was expected here. */
  expect(kind: TokenKind, expected: string): string {
    return this.take(kind) ?? this.fail(`Expected ${expected}`)
  }

  fail(message: string, offset = this.position): never {
    throw new SyntaxFault(message, offset)
  }

  /** Runs `inner` between the two tokens when the first is here, else without them. */
  enclosed<T>(open: 'leftParenthesis' | 'leftBracket', around: string, inner: () => T): T {
    const isOpen = this.take(open) !== undefined
    this.depth += 1
    if (this.depth > DEEPEST) this.fail('Too deeply nested')
    const value = inner()
    this.depth -= 1
    const close = open === 'leftParenthesis' ? 'rightParenthesis' : 'rightBracket'
    if (isOpen && this.take(close) === undefined) {
      this.fail(`Expected matching ${PUNCTUATION[close]} for ${PUNCTUATION[open]}, after ${around}`)
    }
    return value
  }

  private match(kind: TokenKind): string | undefined {
    if (kind in PUNCTUATION) {
      const mark = PUNCTUATION[kind as keyof typeof PUNCTUATION]
      return this.text.charAt(this.position) === mark ? mark : undefined
    }
    const pattern = this.patterns[kind as keyof typeof ASCII_PATTERNS]
    pattern.lastIndex = this.position
    return pattern.exec(this.text)?.[0]
  }
}

/** Runs a grammar over the whole text. The offset of a failure is where a caret belongs: the first character not understood. */
export function parseWith<T>(text: string, grammar: (scanner: SyntaxScanner) => T): Parsed<T> {
  try {
    return parsed(grammar(new SyntaxScanner(text)))
  } catch (error) {
    if (error instanceof SyntaxFault) return notParsed(error.message, error.offset)
    throw error
  }
}
