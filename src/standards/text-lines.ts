import { PYTHON_SPACE } from './python-strings.ts'

/** Python's way of cutting text into lines and trimming it, by which pip's line grammars are defined. */

const LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/
const ONE_SPACE = new RegExp(`^[${PYTHON_SPACE}]$`)

/** `str.splitlines()`: ends lines at more characters than `\n`, and gives no empty line after a final line end. */
export function splitLines(text: string): string[] {
  const lines = text.split(LINE_END)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** `str.isspace()` of one character; false for the empty string. */
export function isPythonSpace(character: string): boolean {
  return ONE_SPACE.test(character)
}

/** `str.strip(characters)`: removes any of the given characters from both ends. */
export function stripCharacters(text: string, characters: string): string {
  let start = 0
  let end = text.length
  while (start < end && characters.includes(text.charAt(start))) start += 1
  while (end > start && characters.includes(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}
