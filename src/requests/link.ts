import path from 'node:path'
import { isHashAlgorithm, type Hash } from '../kernel/hash.ts'
import { notParsed, parsed, type Parsed } from '../kernel/parsed.ts'
import { decodePercent, filenameOf } from '../standards/link-url.ts'
import { isProjectName } from '../standards/names.ts'

/** A URL or path as pip's `Link` reads it: what the fragment says set apart. */
export interface RequirementLink {
  /** As written, but for the fragment and the case of the scheme. */
  readonly url: string
  /** Lower case, without the colon. */
  readonly scheme: string
  /** `#egg=`: the project's name. */
  readonly egg: string | undefined
  readonly subdirectory: string | undefined
  readonly hash: Hash | undefined
}

const VCS_SCHEMES: ReadonlySet<string> = new Set([
  ...['http', 'https', 'ssh', 'git', 'file'].map((way) => `git+${way}`),
  ...['file', 'http', 'https', 'ssh', 'static-http'].map((way) => `hg+${way}`),
  ...['ssh', 'http', 'https', 'svn', 'file'].map((way) => `svn+${way}`),
  ...['http', 'https', 'ssh', 'sftp', 'ftp', 'lp', 'file'].map((way) => `bzr+${way}`),
])
const URL_SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'file', 'ftp', ...VCS_SCHEMES])

/** Names of version control systems that a requirement's URL may begin with. */
export const VCS_NAMES = ['git', 'hg', 'svn', 'bzr'] as const

/** The scheme of a text, lower case; `''` when it has none (`urlsplit(text).scheme`). */
export function schemeOf(text: string): string {
  return /^[\0-\x20]*(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):/.exec(text)?.groups?.['scheme']?.toLowerCase() ?? ''
}

/** Whether pip takes a requirement's text for a URL (`is_url`). */
export function isUrl(text: string): boolean {
  return URL_SCHEMES.has(schemeOf(text))
}

/** Whether a URL's scheme names a kind of repository that pip knows. */
export function isVcsScheme(scheme: string): boolean {
  return VCS_SCHEMES.has(scheme)
}

/** Whether a file to read is named by a URL (pip's `SCHEME_RE` of requirements files). */
export function isFileUrl(text: string): boolean {
  return /^(http|https|file):/i.test(text)
}

/** Takes a URL apart. Fails on an `#egg=` that is no project name, extras included: pip refuses those. */
export function parseLink(text: string): Parsed<RequirementLink> {
  const egg = /[#&]egg=([^&]*)/.exec(text)
  if (egg?.[1] !== undefined && !isProjectName(egg[1])) {
    return notParsed(`the egg fragment ${JSON.stringify(egg[1])} is not a project name; write name[extras] @ url instead`, egg.index)
  }
  const hash = /[#&](sha512|sha384|sha256|sha224|sha1|md5)=([^&]*)/.exec(text)
  const [bare = ''] = text.split('#', 1)
  const scheme = schemeOf(text)
  return parsed({
    url: bare.replace(/^[A-Za-z][A-Za-z0-9+.-]*(?=:)/, scheme),
    scheme,
    egg: egg?.[1],
    subdirectory: /[#&]subdirectory=([^&]*)/.exec(text)?.[1],
    hash: hash?.[1] === undefined || hash[2] === undefined || !isHashAlgorithm(hash[1]) ? undefined : { algorithm: hash[1], hex: hash[2].toLowerCase() },
  })
}

/** The last part of a URL's path, decoded; `''` when there is none. */
export function linkFilename({ url }: Pick<RequirementLink, 'url'>): string {
  return filenameOf(url.replace(/^[A-Za-z][A-Za-z0-9+.-]*:(\/\/[^/?]*)?/, '').replace(/\?.*$/s, '')) ?? ''
}

/** An absolute path as a `file:` URL, quoted as Python's `pathname2url` does. */
export function pathToUrl(file: string): string {
  const parts = file.split(path.sep).map((part) => encodeURIComponent(part.toWellFormed()).replace(/[!'()*]/g, percentEscape))
  const [drive = ''] = parts
  const isDrive = path.sep === '\\' && /^[A-Za-z]%3A$/.test(drive)
  return `file://${isDrive ? `/${[drive.replace('%3A', ':'), ...parts.slice(1)].join('/')}` : parts.join('/')}`
}

/**
 * The path that a `file:` URL names, whatever its query and fragment say; relative ones (`file:lib`) count from `base`. The host may
 * be empty or `localhost`.
 */
export function urlToPath(url: string, base: string): Parsed<string> {
  const match = /^file:(?:\/\/(?<host>[^/?#]*))?(?<path>[^?#]*)/i.exec(url)
  const host = match?.groups?.['host'] ?? ''
  const named = decodePercent(match?.groups?.['path'] ?? '')
  if (host !== '' && host.toLowerCase() !== 'localhost') {
    if (path.sep === '\\') return parsed(path.resolve(`\\\\${host}${named}`))
    return notParsed(`file: URLs of other hosts are not supported on this platform: ${url}`)
  }
  const withoutSlash = path.sep === '\\' ? named.replace(/^\/(?=[A-Za-z]:(\/|$))/, '') : named
  return parsed(path.resolve(base, withoutSlash))
}

/** Why a URL leads nowhere, whoever is asked: it cannot be taken apart, or its path is none; undefined when it may be tried. */
export function urlFault(url: string): string | undefined {
  if (schemeOf(url) === 'file') {
    const file = urlToPath(url, '/')
    if (!file.ok) return file.message
    if (file.value.includes('\0')) return `${url} names no path`
  }
  return URL.parse(url) === null ? `${url} is not a valid URL` : undefined
}

function percentEscape(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
