/**
 * The few rules of Python's own text handling that the standards lean on, because their reference parser is written in Python:
 * what counts as white space, what `repr` prints, what a quoted literal means.
 */

/** Character class body of Python's `\s` for `str`: unlike JavaScript's it has U+001C–U+001F and U+0085, and lacks U+FEFF. */
export const PYTHON_SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'

const LEADING_SPACE = new RegExp(`^[${PYTHON_SPACE}]+`)
const TRAILING_SPACE = new RegExp(`[${PYTHON_SPACE}]$`)

/** `str.strip()`. */
export function pythonStrip(text: string): string {
  const start = text.replace(LEADING_SPACE, '')
  let end = start.length
  while (end > 0 && TRAILING_SPACE.test(start.charAt(end - 1))) end -= 1
  return start.slice(0, end)
}

/** `repr(text)` as far as error messages need it: the quotes Python would choose, and its escapes for what cannot be seen. */
export function pythonRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  let inner = ''
  for (const char of text) {
    if (char === '\\' || char === quote) inner += `\\${char}`
    else if (char === '\n') inner += '\\n'
    else if (char === '\r') inner += '\\r'
    else if (char === '\t') inner += '\\t'
    else if (char < ' ' || char === '\x7f') inner += `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`
    else inner += char
  }
  return quote + inner + quote
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '\n': '', '\\': '\\', "'": "'", '"': '"', a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v',
}
const ESCAPE = /\\(?:[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])/g

/**
 * What `ast.literal_eval` gives for a literal between one pair of quotes, or undefined where Python finds a syntax error.
 * `inner` is the text between the quotes. Refused though Python takes them: `\N{NAME}`, which needs Unicode's table of
 * names, and escapes for U+0000, which marks what could not be decoded.
 */
export function decodePythonString(inner: string): string | undefined {
  if (!/[\\\n\r\0]/.test(inner)) return inner
  if (/[\r\0]/.test(inner) || /\\$/.test(inner.replace(/\\\\/g, ''))) return undefined
  if (/\n/.test(inner.replace(/\\[\s\S]/g, ''))) return undefined
  const pieces = inner.replace(ESCAPE, (escape) => decodeEscape(escape) ?? '\0')
  return pieces.includes('\0') ? undefined : pieces
}

function decodeEscape(escape: string): string | undefined {
  const kind = escape.charAt(1)
  if (kind >= '0' && kind <= '7') return String.fromCharCode(parseInt(escape.slice(1), 8))
  if (escape.length > 2) {
    const code = parseInt(escape.slice(2), 16)
    return code > 0x10ffff ? undefined : String.fromCodePoint(code)
  }
  if ('xuUN'.includes(kind)) return undefined
  return SIMPLE_ESCAPES[kind] ?? escape
}
