/**
 * The grammar of one version specifier clause (PEP 440), as packaging's tokenizer and `Specifier` accept it.
 * Used to split a requirement as well as to check a clause that stands alone.
 */
import { PYTHON_SPACE, pythonStrip } from './python-strings.ts'

/** An operator of a version specifier (PEP 440). */
export type SpecifierOperator = '==' | '!=' | '<=' | '>=' | '<' | '>' | '~=' | '==='

/** One clause: an operator and the version as the user spelled it, white space around both removed. */
export interface Specifier {
  readonly operator: SpecifierOperator
  /** A version, a version and `.*` (with `==` and `!=` only), or with `===` any text without white space, `;` and `)`. */
  readonly version: string
}

const PRE = '(?:[-_.]?(?:alpha|beta|preview|pre|a|b|c|rc)[-_.]?[0-9]*)?'
const POST = '(?:-[0-9]+|[-_.]?(?:post|rev|r)[-_.]?[0-9]*)?'
const DEV = '(?:[-_.]?dev[-_.]?[0-9]*)?'
const LOCAL = '(?:\\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?'
const SPACE = `[${PYTHON_SPACE}]*`
const EPOCH = 'v?(?:[0-9]+!)?'

const CLAUSE =
  `===${SPACE}[^${PYTHON_SPACE};)]*` +
  `|(?:==|!=)${SPACE}${EPOCH}[0-9]+(?:\\.[0-9]+)*(?:\\.\\*|${PRE}${POST}${DEV}${LOCAL})?` +
  `|~=${SPACE}${EPOCH}[0-9]+(?:\\.[0-9]+)+${PRE}${POST}${DEV}` +
  `|(?:<=|>=|<|>)${SPACE}${EPOCH}[0-9]+(?:\\.[0-9]+)*${PRE}${POST}${DEV}`

/** A clause at a position (`lastIndex`); takes the longest text that is one and looks no further. */
export const SPECIFIER_TOKEN = new RegExp(`(?:${CLAUSE})`, 'iy')
const WHOLE_CLAUSE = new RegExp(`^${SPACE}(?:(${CLAUSE}))${SPACE}$`, 'i')

/** One clause, white space around it allowed; undefined when it is none. Commas do not separate here. */
export function parseSpecifier(text: string): Specifier | undefined {
  const clause = WHOLE_CLAUSE.exec(text)?.[1]
  return clause === undefined ? undefined : splitClause(clause)
}

/** Operator and version of a text that is a clause, as `SPECIFIER_TOKEN` finds them. */
export function splitClause(clause: string): Specifier {
  const length = clause.charAt(1) !== '=' ? 1 : clause.startsWith('===') ? 3 : 2
  return { operator: clause.slice(0, length) as SpecifierOperator, version: pythonStrip(clause.slice(length)) }
}

const LOCAL_LABEL = /\+[a-z0-9]/y

/** What is wrong where a clause ended (at `end` in the text), when a suffix follows that this clause may not have. */
export function misplacedSuffix(clause: string, text: string, end: number): { message: string; offset: number } | undefined {
  if (text.startsWith('.*', end)) {
    const mayHaveWildcard = /^(?:!=|==(?!=))/.test(clause)
    const message = mayHaveWildcard
      ? '.* suffix cannot be used with pre-release, post-release, dev or local versions'
      : '.* suffix can only be used with `==` or `!=` operators'
    return { message, offset: end + 1 }
  }
  LOCAL_LABEL.lastIndex = end
  if (LOCAL_LABEL.test(text)) return { message: 'Local version label can only be used with `==` or `!=` operators', offset: end }
  return undefined
}
