/**
 * The grammar of one version specifier clause (PEP 440), as packaging's tokenizer and `Specifier` accept it.
 * Used to split a requirement as well as to check a clause that stands alone.
 */
import { PYTHON_SPACE } from './python-strings.ts'

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
const OPERATOR = /^(?:===|==|~=|!=|<=|>=|<|>)/
const OUTER_SPACE = new RegExp(`^${SPACE}|${SPACE}$`, 'g')

/** One clause, white space around it allowed; undefined when it is none. Commas do not separate here. */
export function parseSpecifier(text: string): Specifier | undefined {
  const clause = WHOLE_CLAUSE.exec(text)?.[1]
  if (clause === undefined) return undefined
  const operator = (OPERATOR.exec(clause)?.[0] ?? '') as SpecifierOperator
  return { operator, version: clause.slice(operator.length).replace(OUTER_SPACE, '') }
}

const LOCAL_LABEL = /^\+[a-z0-9]/

/** What is wrong with the text that follows a clause, when it is a suffix the clause may not have; `offset` from the clause. */
export function misplacedSuffix(clause: string, rest: string): { message: string; offset: number } | undefined {
  if (rest.startsWith('.*')) {
    const mayHaveWildcard = /^(?:!=|==(?!=))/.test(clause)
    const message = mayHaveWildcard
      ? '.* suffix cannot be used with pre-release, post-release, dev or local versions'
      : '.* suffix can only be used with `==` or `!=` operators'
    return { message, offset: clause.length + 1 }
  }
  if (LOCAL_LABEL.test(rest)) {
    return { message: 'Local version label can only be used with `==` or `!=` operators', offset: clause.length }
  }
  return undefined
}
