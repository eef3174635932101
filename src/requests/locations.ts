import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isUserError, messageOf, systemErrorCode, UserError, withContext } from '../kernel/errors.ts'
import { nearNames } from '../kernel/near-names.ts'
import type { Origin } from '../kernel/origin.ts'
import { whyUnreadable } from '../kernel/unreadable.ts'
import { decodeRequirements } from '../standards/requirements-file.ts'
import { isFileUrl, schemeOf, urlToPath } from './link.ts'
import { displayPath, notice, type Reading } from './reading.ts'
import { registerCredentials } from './secrets.ts'

/** A place that a text is read from: an absolute path, an http(s) or file URL, or `-` for standard input. */
export type FileLocation = string

/** A location named on the command line, in configuration, or by a file (pip's `_parse_and_recurse`): relative to what named it. */
export function locate(named: string, { cwd, parent }: { readonly cwd: string; readonly parent?: FileLocation }): FileLocation {
  if (named === '-' && parent === undefined) return '-'
  if (parent !== undefined && isFileUrl(parent)) return new URL(named, parent).href
  if (isFileUrl(named)) return named
  return path.resolve(parent === undefined || parent === '-' ? cwd : path.dirname(parent), named)
}

/**
 * The text of a requirements file, constraints file, project file, lock or script.
 * @throws UserError `input-missing`: it cannot be read; `requirements-file-syntax`: it cannot be decoded.
 */
export async function readLocation(location: FileLocation, what: string, asked: Origin, reading: Reading): Promise<string> {
  registerCredentials(location, reading.secrets)
  if (/^https?$/.test(schemeOf(location)) && isFileUrl(location)) return fetchLocation(location, what, asked, reading)
  const bytes = location === '-' ? await reading.readers.readStdin() : readFile(location, what, asked, reading)
  const decoded = decodeRequirements(bytes, localeEncoding(reading.world.env))
  const origin: Origin = { kind: 'file', path: displayPath(location, reading.world.cwd) }
  if (!decoded.ok) {
    throw new UserError('requirements-file-syntax', `the ${what} cannot be decoded: ${decoded.message}`, {
      origin, hint: 'save it as UTF-8, or name its encoding in its first line: # -*- coding: latin-1 -*-',
    })
  }
  if (decoded.value.guessed) notice(reading, 'warning', `the ${what} is not UTF-8; it was read as ${decoded.value.encoding}`, origin)
  return decoded.value.text
}

async function fetchLocation(location: FileLocation, what: string, asked: Origin, reading: Reading): Promise<string> {
  try {
    return await reading.readers.fetchText(location)
  } catch (error) {
    if (isUserError(error)) throw withContext(error, { origin: asked })
    throw new UserError('input-missing', `the ${what} ${location} could not be fetched: ${messageOf(error)}`, { origin: asked, cause: error })
  }
}

function readFile(location: FileLocation, what: string, asked: Origin, { world }: Reading): Buffer {
  const file = isFileUrl(location) ? urlToPath(location, world.cwd) : { ok: true as const, value: location }
  if (!file.ok) throw new UserError('input-missing', file.message, { origin: asked })
  try {
    return readFileSync(file.value)
  } catch (error) {
    const hint = systemErrorCode(error) === 'ENOENT' ? missingHint(file.value, what, world.cwd) : undefined
    throw new UserError('input-missing', `the ${what} ${displayPath(location, world.cwd)} cannot be read: ${whyUnreadable(error)}`, { origin: asked, cause: error, ...(hint === undefined ? {} : { hint }) })
  }
}

/** Files of that folder that may have been meant; where there is none, the folder, which may be the wrong one. */
function missingHint(file: string, what: string, cwd: string): string {
  const folder = path.dirname(file)
  const others = namesIn(folder).filter((name) => path.extname(name) === path.extname(file))
  const stems = nearNames(path.parse(file).name, others.map((name) => path.parse(name).name))
  const near = others.filter((name) => stems.includes(path.parse(name).name))
  const likely = near.length > 0 ? near : others.filter((name) => name.includes(what.split(' ', 1)[0] ?? what)).sort().slice(0, 3)
  if (likely.length > 0) return `did you mean ${likely.map((name) => displayPath(path.join(folder, name), cwd)).join(' or ')}?`
  return `it was looked for in ${folder}: is that the right folder?`
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** The encoding that the locale names, where a file that is no UTF-8 says nothing of its own (pip takes the locale's). */
function localeEncoding(env: Readonly<Record<string, string | undefined>>): string {
  const locale = env['LC_ALL'] ?? env['LC_CTYPE'] ?? env['LANG'] ?? ''
  return /\.(?<encoding>[\w-]+)/.exec(locale)?.groups?.['encoding'] ?? 'utf-8'
}

/** Whether a location is reached without a network: `http://localhost/…`, `http://127.0.0.1/…`, `file:…`. */
export function isOnThisMachine(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed !== null && (parsed.protocol === 'file:' || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(parsed.hostname))
}
