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
  const { head, tags } = cutWheelName(filename)
  const read = tags === '' ? undefined : parseWheelTags(tags)
  const said = read === undefined ? undefined : parseWheelHead(head)
  if (said === undefined || read === undefined) return undefined
  const { name, version, build } = said
  const { pythonTags, abiTags, platformTags } = read
  return { name, version, build, pythonTags, abiTags, platformTags, filename }
}

/** What stands before the tags in a wheel's file name. */
export type WheelHead = Pick<WheelName, 'name' | 'version' | 'build'>
/** The compressed tag set of a wheel's file name. */
export type WheelTags = Pick<WheelName, 'pythonTags' | 'abiTags' | 'platformTags'>

/**
 * The two halves of a wheel's name, which repeat among the files of a page: what is before the tags, and the tags without
 * the dash between them and the suffix. No tags: the name is not that of a wheel, and all of it is the head.
 */
export function cutWheelName(filename: string): { readonly head: string; readonly tags: string } {
  const cut = filename.endsWith('.whl') ? tagsStart(filename) : -1
  return cut === -1 ? { head: filename, tags: '' } : { head: filename.slice(0, cut), tags: filename.slice(cut + 1, -4) }
}

/** Place of the dash before the tags of a wheel's name, or -1. */
function tagsStart(filename: string): number {
  let cut = filename.length - 4
  for (let tags = 0; tags < 3; tags += 1) cut = cut <= 0 ? -1 : filename.lastIndexOf('-', cut - 1)
  return cut
}

/** `project-version` or `project-version-build`; undefined for what is malformed. */
export function parseWheelHead(text: string): WheelHead | undefined {
  const parts = text.split('-')
  const [project = '', versionText = '', buildText] = parts
  if (parts.length > 3 || project.includes('__') || !(ESCAPED_NAME.test(project) || ANY_ESCAPED_NAME.test(project))) return undefined
  const version = parseVersion(versionText)
  const build = buildText === undefined ? undefined : parseBuild(buildText)
  if (version === undefined || (buildText !== undefined && build === undefined)) return undefined
  return { name: normalizeName(project), version, build }
}

/** The text of the version in what `parseWheelHead` can read. */
export function wheelVersionText(head: string): string {
  const start = head.indexOf('-') + 1
  const end = head.indexOf('-', start)
  return end === -1 ? head.slice(start) : head.slice(start, end)
}

/** `python-abi-platform`, each of them perhaps several; undefined for what is malformed. */
export function parseWheelTags(text: string): WheelTags | undefined {
  const [pythonTags, abiTags, platformTags] = text.split('-').map(tagSet)
  if (pythonTags?.every(isIdentifier) !== true || abiTags === undefined || platformTags === undefined) return undefined
  return { pythonTags, abiTags, platformTags }
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
export function expandWheelTags(wheel: WheelTags): string[] {
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
  const said = sdistTexts(filename, project)
  const version = said === undefined ? undefined : parseVersion(said.versionText)
  if (said === undefined || version === undefined) return undefined
  return said.pythonVersion === undefined ? { version } : { version, pythonVersion: said.pythonVersion }
}

/** What stands where an archive's name has its version, which may be none, and the Python behind it; undefined where pip skips the file anyway. */
export function sdistTexts(filename: string, project: NormalizedName): { readonly versionText: string; readonly pythonVersion: string | undefined } | undefined {
  const suffix = filename.endsWith('.tar.gz') ? '.tar.gz' : (SUFFIX.exec(filename)?.[0] ?? '')
  if (!ARCHIVE_SUFFIXES.has(suffix) || (suffix === '.zip' && filename.includes('macosx10'))) return undefined
  const text = textAfterName(filename.slice(0, -suffix.length), project)
  if (text === undefined) return undefined
  const pythonVersion = text.includes('-py') ? PYTHON_SUFFIX.exec(text)?.[1] : undefined
  return { versionText: pythonVersion === undefined ? text : text.replace(PYTHON_SUFFIX, ''), pythonVersion }
}

/** In one pass, since pages may list names of any length. */
function textAfterName(stem: string, project: NormalizedName): string | undefined {
  // The usual spelling, told at once.
  if (stem.startsWith(project) && stem.charAt(project.length) === '-') return stem.slice(project.length + 1)
  let matched = 0
  for (let at = 0, inRun = false; at < stem.length; at += 1) {
    const letter = stem.charAt(at).toLowerCase()
    if (letter === '-' && matched === project.length) return stem.slice(at + 1)
    const isSeparator = letter === '-' || letter === '_' || letter === '.'
    if (!(isSeparator && inRun)) {
      const wanted = isSeparator ? '-' : letter
      if (!project.startsWith(wanted, matched)) return undefined
      matched += wanted.length
    }
    inRun = isSeparator
  }
  return undefined
}
