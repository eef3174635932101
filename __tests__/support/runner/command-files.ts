/**
 * Reads GITHUB_OUTPUT, GITHUB_ENV and GITHUB_STATE: `name=value` lines and `name<<END … END` blocks; the last value of
 * a name counts. Throws on what the runner refuses.
 */
export function readPairs(text: string): Record<string, string> {
  const pairs: Record<string, string> = {}
  const lines = text.split(/\r?\n/)
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (line === '') continue
    const block = /^([^=]*?)<<(.+)$/.exec(line)
    const equals = line.indexOf('=')
    if (block !== null && (equals < 0 || equals > (block[1] ?? '').length)) {
      const end = lines.indexOf(block[2] ?? '', at + 1)
      if (end < 0) throw new Error(`no line ${block[2]} ends the value of ${block[1]}`)
      pairs[block[1] ?? ''] = lines.slice(at + 1, end).join('\n')
      at = end
    } else if (equals > 0) pairs[line.slice(0, equals)] = line.slice(equals + 1)
    else throw new Error(`neither name=value nor name<<END: ${line}`)
  }
  return pairs
}
