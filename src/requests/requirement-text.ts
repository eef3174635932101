import path from 'node:path'
import { notParsed, parsed, type Parsed } from '../kernel/parsed.ts'
import { parseMarker, type Marker } from '../standards/markers.ts'
import { normalizeName, type NormalizedName } from '../standards/names.ts'
import { parseRequirement } from '../standards/requirements.ts'
import { ANY_VERSION, parseSpecifierSet, type SpecifierSet } from '../standards/specifiers.ts'
import { parseWheelName } from '../standards/wheel-name.ts'
import { isArchiveName, isFile, isFolder, isInstallableFolder, toDirectSource } from './direct-source.ts'
import { splitPathExtras } from './group-files.ts'
import { isUrl, linkFilename, parseLink, pathToUrl, urlToPath, type RequirementLink } from './link.ts'
import type { UserRequirement } from './types.ts'

/** What a requirement's text says by itself. */
export type RequirementParts = Pick<UserRequirement, 'name' | 'extras' | 'specifier' | 'marker' | 'direct' | 'hashes'> & {
  /** Something pip would warn about. */
  readonly warning: string | undefined
}

interface Split {
  readonly body: string
  /** Offset of `body` in the text. */
  readonly offset: number
  readonly marker: Marker | undefined
}

/**
 * Reads a requirement as it may stand on the command line or in a file: `name>=1`, `name @ url`, a URL, a path to a folder, a
 * wheel or an archive, each with a marker (pip's `parse_req_from_line`). Looks at the file system to tell paths from names.
 * @param cwd absolute; relative paths count from it, wherever the text stands (pip's rule).
 */
export function readRequirementText(text: string, cwd: string): Parsed<RequirementParts> {
  const split = splitMarker(text)
  if (!split.ok) return split
  const { body, offset, marker } = split.value
  const found = isUrl(body) ? parsedLink(body, undefined) : readPath(body, cwd)
  const parts = !found.ok ? found : found.value === undefined ? readNamed(body, cwd) : readLinked(found.value, cwd)
  if (!parts.ok) return notParsed(parts.message, offset + parts.offset)
  return parsed({ ...parts.value, marker: marker ?? parts.value.marker })
}

interface FoundLink {
  readonly link: RequirementLink
  readonly extras: string | undefined
  readonly warning?: string
}

function parsedLink(text: string, extras: string | undefined): Parsed<FoundLink> {
  const link = parseLink(text)
  return link.ok ? parsed({ link: link.value, extras }) : link
}

/** The marker follows the first `;`, in URLs the first `; `. */
function splitMarker(text: string): Parsed<Split> {
  const separator = isUrl(text) ? '; ' : ';'
  const at = text.indexOf(separator)
  const body = at === -1 ? text : text.slice(0, at)
  const offset = body.length - body.trimStart().length
  if (at === -1) return parsed({ body: body.trim(), offset, marker: undefined })
  const said = text.slice(at + separator.length)
  if (said.trim() === '') return parsed({ body: body.trim(), offset, marker: undefined })
  const marker = parseMarker(said.trim())
  if (!marker.ok) return notParsed(marker.message, at + separator.length + (said.length - said.trimStart().length) + marker.offset)
  return parsed({ body: body.trim(), offset, marker: marker.value })
}

/** The folder or file that a text names, when it names one (pip's `_get_url_from_path`). */
function readPath(body: string, cwd: string): Parsed<FoundLink | undefined> {
  const { path: named, extras } = splitPathExtras(body)
  const file = path.resolve(cwd, named)
  if (looksLikePath(body) && isFolder(file)) {
    if (isInstallableFolder(file)) return parsedLink(pathToUrl(file), extras)
    return notParsed(`the folder ${JSON.stringify(body)} cannot be installed: it has neither pyproject.toml nor setup.py`)
  }
  if (!isArchiveName(file)) return parsed(undefined)
  if (isFile(file)) return parsedLink(pathToUrl(file), extras)
  const [beforeAt = ''] = body.split('@', 1)
  if (body.includes('@') && !looksLikePath(beforeAt)) return parsed(undefined)
  const link = parsedLink(pathToUrl(file), extras)
  return link.ok ? parsed({ ...link.value, warning: `${body} looks like a file name, but there is no such file` }) : link
}

function looksLikePath(text: string): boolean {
  return text.includes(path.sep) || (path.sep === '\\' && text.includes('/')) || text.startsWith('.')
}

function readLinked(found: FoundLink, cwd: string): Parsed<RequirementParts> {
  const link = withoutParents(found.link, cwd)
  if (!link.ok) return link
  const direct = toDirectSource(link.value, { cwd, editable: false })
  if (!direct.ok) return direct
  const extras = readExtras(found.extras)
  if (!extras.ok) return extras
  const named = nameOfLink(link.value)
  if (!named.ok) return named
  const hashes = link.value.hash === undefined ? [] : [link.value.hash]
  return parsed({ ...named.value, extras: extras.value, marker: undefined, direct: direct.value, hashes, warning: found.warning })
}

/** pip reads `file:../lib#egg=name` anew as a path, which drops the fragment. */
function withoutParents(link: RequirementLink, cwd: string): Parsed<RequirementLink> {
  if (link.scheme !== 'file' || !link.url.includes('../')) return parsed(link)
  const file = urlToPath(link.url, cwd)
  return file.ok ? parseLink(pathToUrl(file.value)) : file
}

/** A wheel is named, and pinned, by its file name; anything else by its egg fragment, if at all. */
function nameOfLink(link: RequirementLink): Parsed<{ readonly name: NormalizedName | undefined; readonly specifier: SpecifierSet }> {
  const filename = linkFilename(link)
  if (!filename.toLowerCase().endsWith('.whl')) return parsed({ name: link.egg === undefined ? undefined : normalizeName(link.egg), specifier: ANY_VERSION })
  const wheel = parseWheelName(filename)
  if (wheel === undefined) return notParsed(`${JSON.stringify(filename)} is not a valid name of a wheel`)
  const pinned = parseSpecifierSet(`==${wheel.version.text}`)
  return pinned.ok ? parsed({ name: wheel.name, specifier: pinned.value }) : pinned
}

/** `name>=1`, or `name @ url`: PEP 508. */
function readNamed(body: string, cwd: string): Parsed<RequirementParts> {
  const requirement = parseRequirement(body)
  if (!requirement.ok) return requirement
  const { name, extras, specifier, marker, url } = requirement.value
  const plain = { name, extras, specifier, marker, direct: undefined, hashes: [], warning: undefined }
  if (url === undefined) return parsed(plain)
  const link = parseLink(url)
  const at = body.indexOf(url)
  if (!link.ok) return notParsed(link.message, at + link.offset)
  const direct = toDirectSource(link.value, { cwd, editable: false })
  if (!direct.ok) return notParsed(direct.message, at)
  return parsed({ ...plain, direct: direct.value, hashes: link.value.hash === undefined ? [] : [link.value.hash] })
}

/** The extras of a path: the text between the brackets. */
export function readExtras(text: string | undefined): Parsed<readonly NormalizedName[]> {
  if (text === undefined) return parsed([])
  const requirement = parseRequirement(`placeholder[${text}]`)
  return requirement.ok ? parsed(requirement.value.extras) : notParsed(`[${text}] is not a list of extras`)
}
