/**
 * File names of distributions: wheels (PEP 427, PEP 425; the binary-distribution-format page) as
 * `packaging.utils.parse_wheel_filename` reads them, and source archives as pip finds them on an index page.
 */
import { normalizeName, type NormalizedName } from './names.ts'
import { parseVersion, type Version } from './version.ts'

/** What the name of a wheel says; plain data. */
export interface WheelName {
  readonly name: NormalizedName
  readonly version: Version
  /** Leading digits of the build tag, and the rest of it; orders wheels that are otherwise equal. */
  readonly build: readonly [number, string] | undefined
  /** Lower case, in the order of the name; each list has at least one member. */
  readonly pythonTags: readonly string[]
  readonly abiTags: readonly string[]
  readonly platformTags: readonly string[]
  readonly filename: string
}

// Nearly all names are ASCII, and a pattern without `u` takes half the time.
const ESCAPED_NAME = /^[a-zA-Z0-9_.]+$/
const ANY_ESCAPED_NAME = /^[\p{L}\p{N}_.]+$/u
const IDENTIFIER = /^[a-z_][a-z0-9_]*$/
const ANY_IDENTIFIER = /^[\p{ID_Start}_]\p{ID_Continue}*$/u
const BUILD = /^([0-9]+)(.*)/

/** Undefined where pip skips the file: not `.whl`, wrong number of parts, or a part that is malformed. */
export function parseWheelName(filename: string): WheelName | undefined {
  if (!filename.endsWith('.whl')) return undefined
  const parts = filename.slice(0, -4).split('-')
  if (parts.length !== 5 && parts.length !== 6) return undefined
  const [project = '', versionText = ''] = parts
  if (project.includes('__') || !(ESCAPED_NAME.test(project) || ANY_ESCAPED_NAME.test(project))) return undefined
  const version = parseVersion(versionText)
  const build = parts.length === 6 ? parseBuild(parts[2] ?? '') : undefined
  if (version === undefined || (parts.length === 6 && build === undefined)) return undefined
  const [pythonTags, abiTags, platformTags] = parts.slice(-3).map(tagSet)
  if (pythonTags?.every(isIdentifier) !== true || abiTags === undefined || platformTags === undefined) return undefined
  return { name: normalizeName(project), version, build, pythonTags, abiTags, platformTags, filename }
}

function isIdentifier(tag: string): boolean {
  return IDENTIFIER.test(tag) || ANY_IDENTIFIER.test(tag)
}

function parseBuild(text: string): readonly [number, string] | undefined {
  const match = BUILD.exec(text)
  return match === null ? undefined : [Number(match[1]), match[2] ?? '']
}

/** A compressed tag set (`py2.py3`); undefined when a member is empty. */
function tagSet(text: string): string[] | undefined {
  const tags = text.toLowerCase().split('.')
  return tags.includes('') ? undefined : tags
}

/** Every single tag the wheel declares: `py2.py3-none-any` → `py2-none-any`, `py3-none-any`. Each once. */
export function expandWheelTags(wheel: Pick<WheelName, 'pythonTags' | 'abiTags' | 'platformTags'>): string[] {
  const tags = new Set<string>()
  for (const python of wheel.pythonTags) {
    for (const abi of wheel.abiTags) {
      for (const platform of wheel.platformTags) tags.add(`${python}-${abi}-${platform}`)
    }
  }
  return [...tags]
}

/** What the name of a source archive says. */
export interface SdistName {
  readonly version: Version
  /** From an old-style suffix `-py3` or `-py3.8`: pip takes the archive only when this equals the target's `major.minor`. */
  readonly pythonVersion?: string
}

/** Archives that pip unpacks, compared with regard to case, as pip does. */
const ARCHIVE_SUFFIXES: ReadonlySet<string> = new Set([
  '.zip', '.tar.gz', '.tgz', '.tar', '.tar.bz2', '.tbz', '.tar.xz', '.txz', '.tlz', '.tar.lz', '.tar.lzma',
])
const SUFFIX = /(?:\.tar)?\.[^.]*$/i
const PYTHON_SUFFIX = /-py([123]\.?[0-9]?)$/

/**
 * Undefined where pip skips the file: not an archive it can unpack, another project's, or without a valid version.
 * Both the name and the version may contain dashes: the name ends at the first dash before which the text is a spelling
 * of the project's name.
 */
export function parseSdistName(filename: string, project: NormalizedName): SdistName | undefined {
  const suffix = SUFFIX.exec(filename)?.[0] ?? ''
  if (!ARCHIVE_SUFFIXES.has(suffix) || (suffix === '.zip' && filename.includes('macosx10'))) return undefined
  const versionText = textAfterName(filename.slice(0, -suffix.length), project)
  if (versionText === undefined) return undefined
  const version = parseVersion(versionText.replace(PYTHON_SUFFIX, ''))
  if (version === undefined) return undefined
  const pythonVersion = PYTHON_SUFFIX.exec(versionText)?.[1]
  return pythonVersion === undefined ? { version } : { version, pythonVersion }
}

/** In one pass, since pages may list names of any length. */
function textAfterName(stem: string, project: NormalizedName): string | undefined {
  let matched = 0
  for (let at = 0, inRun = false; at < stem.length; at += 1) {
    const letter = stem.charAt(at).toLowerCase()
    if (letter === '-' && matched === project.length) return stem.slice(at + 1)
    const isSeparator = /[-_.]/.test(letter)
    if (!(isSeparator && inRun)) {
      const wanted = isSeparator ? '-' : letter
      if (!project.startsWith(wanted, matched)) return undefined
      matched += wanted.length
    }
    inRun = isSeparator
  }
  return undefined
}
