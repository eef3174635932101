import path from 'node:path'
import { isArchiveName, isFile, isFolder } from './direct-source.ts'
import { isUrl } from './link.ts'

/** A text that is no requirement. */
export interface Misread {
  readonly text: string
  /** The first character that could not be understood. */
  readonly offset: number
  /** Whether it stands in a file, where `${NAME}` is expanded, and where no shell takes quotes away. */
  readonly inFile: boolean
  readonly cwd: string
}

/** What was probably meant by a text that is no requirement; undefined where nothing better than the message can be said. */
export function requirementHint(misread: Misread): string | undefined {
  const guesses = namesUrl(misread.text) ? [unexpanded, inQuotes, spaceInUrl] : [unexpanded, inQuotes, asPath, inMarker, ofVersion, ofSeveral]
  for (const guess of guesses) {
    const hint = guess(misread)
    if (hint !== undefined) return hint
  }
  return undefined
}

function unexpanded({ text, inFile }: Misread): string | undefined {
  if (!inFile) return undefined
  const named = /\$\{(?<name>[A-Z0-9_]+)\}/.exec(text)?.groups?.['name']
  if (named !== undefined) return `the environment variable ${named} is not set, or empty`
  const other = /\$\{?(?<name>[A-Za-z_]\w*)\}?/.exec(text)?.groups?.['name']
  return other === undefined ? undefined : `variables are written in capitals and in braces: \${${other.toUpperCase()}}`
}

function inQuotes({ text, inFile }: Misread): string | undefined {
  const isQuoted = /^(["']).*\1$/.test(text) || /[=<>]\s*["']/.test(text.split(';', 1)[0] ?? '')
  return inFile && isQuoted ? 'leave out the quotes: no shell reads a requirements file' : undefined
}

function namesUrl(text: string): boolean {
  return isUrl(text) || isUrl(text.slice(text.indexOf('@') + 1).trim())
}

function spaceInUrl({ text, offset }: Misread): string | undefined {
  return offset > 0 && /^\s/.test(text.slice(offset - 1)) ? 'a space within a URL is written %20; a marker follows a URL after " ; "' : undefined
}

/** pip's guess (`deduce_helpful_msg`). */
function asPath({ text, cwd }: Misread): string | undefined {
  if (!text.includes(path.sep)) return undefined
  const named = path.resolve(cwd, text)
  if (isFile(named)) return isArchiveName(named) ? undefined : 'it is a file that exists; a requirements file is given with -r'
  return isFolder(named) ? undefined : `it looks like a path, but there is no file or folder ${text}`
}

function inMarker({ text, offset }: Misread): string | undefined {
  const semicolon = text.indexOf(';')
  if (semicolon === -1 || offset <= semicolon) return undefined
  if (/[<>=!~]=?\s*$/.test(text.slice(0, offset))) return 'values stand in quotes: python_version >= "3.9"'
  return /^[A-Za-z_]/.test(text.slice(offset)) ? 'markers know python_version, sys_platform, platform_machine, extra and the like, joined by "and" and "or"' : undefined
}

/** What people write for versions, by what it looks like from its first character that makes no sense. */
const VERSION_SLIPS: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^=([<>])/, ([, sign = '']) => `did you mean ${sign}=?`],
  [/^=(?!=)/, () => '= is not a valid operator; did you mean ==?'],
  [/^~=\s*\d+\s*(?:$|[,;])/, () => '~= takes at least two numbers: ~=1.0'],
  [/^~(?!=)/, () => '~ is not a valid operator; did you mean ~=?'],
  [/^\^/, () => '^ is not a valid operator; ^1.2 is written >=1.2,<2'],
  [/^(===?|!=|<=|>=|~=|<|>)\s*(?:$|[,;])/, ([, operator = '']) => `a version is missing after ${operator}`],
  [/^v?(\d[\w.!+*-]*)/, ([, version = '']) => `did you mean ==${version}?`],
]

function ofVersion({ text, offset }: Misread): string | undefined {
  const rest = text.slice(offset)
  for (const [pattern, say] of VERSION_SLIPS) {
    const match = pattern.exec(rest)
    if (match !== null) return say(match)
  }
  return undefined
}

function ofSeveral({ text, offset, inFile }: Misread): string | undefined {
  if (offset === 0) return undefined
  const rest = text.slice(offset)
  if (/^--?[A-Za-z]/.test(rest)) return inFile ? undefined : 'options that belong to one requirement are written in a requirements file'
  return /^[A-Za-z]/.test(rest) && /\s$/.test(text.slice(0, offset)) ? `one requirement to a${inFile ? ' line' : 'n argument'}` : undefined
}
