import path from 'node:path'
import { notParsed, parsed, type Parsed } from '../kernel/parsed.ts'
import { normalizeName } from '../standards/names.ts'
import { parseRequirement } from '../standards/requirements.ts'
import { ANY_VERSION } from '../standards/specifiers.ts'
import { isFolder, toDirectSource } from './direct-source.ts'
import { splitPathExtras } from './group-files.ts'
import { isVcsScheme, parseLink, pathToUrl, VCS_NAMES, type RequirementLink } from './link.ts'
import { readExtras, type RequirementParts } from './requirement-text.ts'

/**
 * Reads what stands behind `-e`: a folder with or without extras, a `file:` URL, a VCS URL with its name in `#egg=`, or
 * `name[extras] @ url ; marker` (pip's `parse_editable`). A folder that exists is taken for one, whatever else it looks like.
 */
export function readEditableText(text: string, cwd: string): Parsed<RequirementParts> {
  const requirement = parseRequirement(text)
  if (requirement.ok && requirement.value.url !== undefined) {
    const { name, extras, marker, url } = requirement.value
    return fromLink(url, { name, extras, marker, cwd, text })
  }
  const { path: named, extras: bracketed } = splitPathExtras(text)
  const extras = readExtras(bracketed)
  // Not resolved first: `x @ file:lib/../y` has a folder in it only once `..` is taken out.
  if (isFolder(path.isAbsolute(named) ? named : `${cwd}${path.sep}${named}`)) {
    return extras.ok ? fromLink(pathToUrl(path.resolve(cwd, named)), { name: undefined, extras: extras.value, marker: undefined, cwd, text }) : extras
  }
  if (/^file:/i.test(named)) return extras.ok ? fromLink(named, { name: undefined, extras: extras.value, marker: undefined, cwd, text }) : extras
  const prefix = VCS_NAMES.find((vcs) => text.toLowerCase().startsWith(`${vcs}:`))
  return fromLink(prefix === undefined ? text : `${prefix}+${text}`, { name: undefined, extras: [], marker: undefined, cwd, text })
}

interface EditableFacts extends Pick<RequirementParts, 'name' | 'extras' | 'marker'> {
  readonly cwd: string
  readonly text: string
}

function fromLink(url: string, { name, extras, marker, cwd, text }: EditableFacts): Parsed<RequirementParts> {
  const link = parseLink(url)
  if (!link.ok) return link
  if (!isVcsScheme(link.value.scheme) && link.value.scheme !== 'file') {
    return notParsed(`${text} cannot be installed editable: it is neither a folder with a project nor the URL of a repository (git+https, git+ssh, git+file, …)`)
  }
  const found = name ?? nameOf(link.value)
  if (found === undefined && link.value.scheme !== 'file') return notParsed(`the project's name is missing: write name @ ${text}`)
  const direct = toDirectSource(link.value, { cwd, editable: true })
  if (!direct.ok) return direct
  return parsed({ name: found, extras, specifier: ANY_VERSION, marker, direct: direct.value, hashes: [], warning: undefined })
}

function nameOf({ egg }: RequirementLink): RequirementParts['name'] {
  return egg === undefined ? undefined : normalizeName(egg)
}
