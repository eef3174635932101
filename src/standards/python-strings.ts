/**
 * The few rules of Python's own text handling that the standards lean on, because their reference parser is written in Python:
 * what counts as white space, what `repr` prints, what a quoted literal means.
 */

/** Character class body of Python's `\s` for `str`: unlike JavaScript's it has U+001C–U+001F and U+0085, and lacks U+FEFF. */
export const PYTHON_SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'

const OUTER_SPACE = new RegExp(`^[${PYTHON_SPACE}]+|[${PYTHON_SPACE}]+$`, 'g')

/** `str.strip()`. Nothing is searched for when both ends are visible ASCII. */
export function pythonStrip(text: string): string {
  return isVisible(text.charCodeAt(0)) && isVisible(text.charCodeAt(text.length - 1)) ? text : text.replace(OUTER_SPACE, '')
}

function isVisible(unit: number): boolean {
  return unit > 0x20 && unit < 0x7f
}

const UNPRINTABLE = /[\p{C}\p{Z}]/u

/** `repr(text)`: the quotes Python would choose, and its escapes for what cannot be seen. */
export function pythonRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  let inner = ''
  for (const char of text) {
    if (char === '\\' || char === quote) inner += `\\${char}`
    else if (char === '\n') inner += '\\n'
    else if (char === '\r') inner += '\\r'
    else if (char === '\t') inner += '\\t'
    else inner += char !== ' ' && UNPRINTABLE.test(char) ? hexEscape(char.codePointAt(0) ?? 0) : char
  }
  return quote + inner + quote
}

function hexEscape(code: number): string {
  const hex = code.toString(16)
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '\n': '', '\\': '\\', "'": "'", '"': '"', a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v',
}
const ESCAPE = /\\(?:[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])/g
const HEX = '[0-9a-fA-F]'
const LITERAL = new RegExp(
  `^(?:[^\\\\\\n\\r\\0]|\\\\(?:[0-7]{1,3}|x${HEX}{2}|u${HEX}{4}|U(?:0010|000${HEX})${HEX}{4}|[^xuUN\\r\\0]))*$`,
)

/**
 * What `ast.literal_eval` gives for a literal between one pair of quotes, or undefined where Python finds a syntax error.
 * `inner` is the text between the quotes. Refused though Python takes it: `\N{NAME}`, which needs Unicode's table of names.
 */
export function decodePythonString(inner: string): string | undefined {
  if (!LITERAL.test(inner)) return undefined
  return inner.includes('\\') ? inner.replace(ESCAPE, decodeEscape) : inner
}

function decodeEscape(escape: string): string {
  const kind = escape.charAt(1)
  if (kind >= '0' && kind <= '7') return String.fromCharCode(parseInt(escape.slice(1), 8))
  if (escape.length > 2) return String.fromCodePoint(parseInt(escape.slice(2), 16))
  return SIMPLE_ESCAPES[kind] ?? escape
}
