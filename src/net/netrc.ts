/** One machine of a netrc file; `machine` undefined is the `default` entry. */
export interface NetrcEntry {
  readonly machine: string | undefined
  readonly login: string
  readonly password: string
}

/**
 * Reads netrc text as Python's `netrc` module does: tokens end at white space, may be quoted, and hold what follows a backslash;
 * `#` begins a comment where a keyword may stand, and is a letter in a value; `macdef` goes to an empty line. Of several entries of one
 * machine the last counts; an account stands in for a login (requests: `get_netrc_auth`). Undefined for what Python does not read: an
 * unknown word where a keyword has to stand, a machine without a name, a macro without an end.
 */
export function parseNetrc(text: string): NetrcEntry[] | undefined {
  const next = tokensOf(text)
  const entries = new Map<string | undefined, Record<Field, string>>()
  let current: Record<Field, string> | undefined
  for (let keyword = next('keyword'); keyword !== undefined; keyword = next('keyword')) {
    if (keyword === 'machine' || keyword === 'default') {
      const name = keyword === 'machine' ? next('value') : undefined
      if (keyword === 'machine' && (name ?? '') === '') return undefined
      current = { login: '', account: '', password: '' }
      entries.set(name, current)
    } else if (keyword === 'macdef') {
      if (next('macro') === undefined) return undefined
      current = undefined
    } else {
      const field = FIELDS[keyword]
      if (current === undefined || field === undefined) return undefined
      current[field] = next('value') ?? ''
    }
  }
  return [...entries].map(([machine, { login, account, password }]) => ({ machine, login: login === '' ? account : login, password }))
}

type Field = 'login' | 'account' | 'password'

const FIELDS: Readonly<Record<string, Field>> = { __proto__: null as never, login: 'login', user: 'login', account: 'account', password: 'password' }

const PATTERNS = {
  /** Behind white space and comments. */
  keyword: /(?:[ \t\r\n]|#[^\n]*(?:\n|$))*(?!#)(?:"((?:[^"\\]|\\[^])*)"?|((?:[^ \t\r\n\\]|\\[^])+))/y,
  value: /[ \t\r\n]*(?:"((?:[^"\\]|\\[^])*)"?|((?:[^ \t\r\n\\]|\\[^])+))/y,
  macro: /[^]*?\n[ \t\r]*\n/y,
}

/** Gives one token after the other, undefined at the end. */
function tokensOf(text: string): (what: keyof typeof PATTERNS) => string | undefined {
  let at = 0
  return (what) => {
    const pattern = PATTERNS[what]
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found === null) return undefined
    at = pattern.lastIndex
    return (found[1] ?? found[2] ?? '').replace(/\\([^])/g, '$1')
  }
}
