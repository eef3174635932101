/** Small rules of Python's text handling that several formats share. */

/** Negative, zero or positive by code points, the order of Python's `str` (`<` on JavaScript strings goes by UTF-16 units). */
export function compareCodePoints(left: string, right: string): number {
  const length = Math.min(left.length, right.length)
  for (let at = 0; at < length; at += 1) {
    if (left.charCodeAt(at) === right.charCodeAt(at)) continue
    const isLow = at > 0 && isLowSurrogate(left.charCodeAt(at)) && isLowSurrogate(right.charCodeAt(at))
    const from = isLow ? at - 1 : at
    return (left.codePointAt(from) ?? 0) - (right.codePointAt(from) ?? 0)
  }
  return left.length - right.length
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** The text in quotes for an error message: one line, invisible characters escaped. */
export function quoted(text: string): string {
  return JSON.stringify(text)
}

/** The text without the blanks and tabs that all its lines begin with; lines of nothing else become empty. Python's `textwrap.dedent`. */
export function dedent(text: string): string {
  const lines = text.split('\n').map((line) => (/^[ \t]+$/.test(line) ? '' : line))
  const indents = lines.filter((line) => line !== '').map((line) => /^[ \t]*/.exec(line)?.[0] ?? '')
  const margin = indents.reduce(sharedStart, indents[0] ?? '').length
  return lines.map((line) => line.slice(margin)).join('\n')
}

function sharedStart(left: string, right: string): string {
  let length = 0
  while (length < left.length && left[length] === right[length]) length += 1
  return left.slice(0, length)
}
