/** One machine of a netrc file; `machine` undefined is the `default` entry. */
export interface NetrcEntry {
  readonly machine: string | undefined
  readonly login: string
  readonly password: string
}

/**
 * Reads netrc text (the format of Python's `netrc` module: whitespace-separated tokens, double quotes, `#` comments at token
 * starts, `macdef` up to an empty line). Entries without login and password are dropped.
 */
export function parseNetrc(text: string): NetrcEntry[] {
  const tokens = tokenize(text.replace(/^[ \t]*macdef[\s\S]*?(?:\n[ \t\r]*\n|$(?![\s\S]))/gm, ''))
  const entries: NetrcEntry[] = []
  let current: { machine: string | undefined; login: string; password: string } | undefined
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (token === 'machine' || token === 'default') {
      current = { machine: token === 'machine' ? tokens[++index] : undefined, login: '', password: '' }
      entries.push(current)
    } else if (token === 'login' || token === 'user') {
      if (current) current.login = tokens[++index] ?? ''
    } else if (token === 'password') {
      if (current) current.password = tokens[++index] ?? ''
    } else if (token === 'account') {
      index += 1
    }
  }
  return entries.filter((entry) => entry.login !== '' || entry.password !== '')
}

function tokenize(text: string): string[] {
  const tokens: string[] = []
  for (const match of text.matchAll(/#[^\n]*|"((?:[^"\\]|\\.)*)"|[^\s"]+/g)) {
    if (match[0].startsWith('#')) continue
    tokens.push((match[1] ?? match[0]).replace(/\\(.)/g, '$1'))
  }
  return tokens
}
