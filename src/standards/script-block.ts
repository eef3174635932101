/** A block of inline metadata: `# /// script`, lines that begin with `#`, `# ///` (PEP 723). */
export interface ScriptBlock {
  readonly type: string
  /** What the lines say, without their `#`. */
  readonly content: string
}

const BEGINNING = /^# \/\/\/ (?<type>[a-zA-Z0-9-]+)$/
const ENDING = '# ///'

/**
 * The blocks of a script, as the expression of the standard finds them: each ends with the last `# ///` of the comment lines that
 * follow it, and has a line between. Line ends are LF. Takes time in proportion to the text, which that expression does not.
 */
export function scriptBlocks(text: string): readonly ScriptBlock[] {
  const lines = text.split('\n')
  const endings = lastEndings(lines)
  const blocks: ScriptBlock[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const type = BEGINNING.exec(lines[at] ?? '')?.groups?.['type']
    const end = endings[at + 1]
    if (type === undefined || end === undefined || end < at + 2) continue
    blocks.push({ type, content: lines.slice(at + 1, end).map((line) => line.slice(2)).join('\n') })
    at = end
  }
  return blocks
}

/** For each line the last ending of the comment lines that begin with it, if there is one. */
function lastEndings(lines: readonly string[]): readonly (number | undefined)[] {
  const endings: (number | undefined)[] = []
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at] ?? ''
    if (line === '#' || line.startsWith('# ')) endings[at] = endings[at + 1] ?? (line === ENDING ? at : undefined)
  }
  return endings
}
