import { statSync, type Stats } from 'node:fs'
import path from 'node:path'
import { notParsed, parsed, type Parsed } from '../kernel/parsed.ts'
import { decodePercent } from '../standards/link-url.ts'
import { isVcsScheme, pathToUrl, schemeOf, urlFault, urlToPath, type RequirementLink } from './link.ts'
import type { DirectSource } from './types.ts'

/** Suffixes of the files that pip installs from (`filetypes.py`). */
const ARCHIVE = /\.(zip|whl|tar\.bz2|tbz|tar\.gz|tgz|tar|tar\.xz|txz|tlz|tar\.lz|tar\.lzma)$/i

/** Whether pip takes a file of that name for an archive. */
export function isArchiveName(name: string): boolean {
  return ARCHIVE.test(name)
}

/** Whether a folder is there, or a link to one. */
export function isFolder(file: string): boolean {
  return factsOf(file)?.isDirectory() ?? false
}

/** Whether a file is there, or a link to one. */
export function isFile(file: string): boolean {
  return factsOf(file)?.isFile() ?? false
}

/** Undefined also for what cannot be a path at all (too long, with a zero byte). */
function factsOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** Whether a folder is a source tree that can be installed. */
export function isInstallableFolder(folder: string): boolean {
  return isFile(path.join(folder, 'pyproject.toml')) || isFile(path.join(folder, 'setup.py'))
}

/**
 * Where a link's distribution is to come from: a repository by its scheme, a folder when it is a `file:` URL of one, else one file.
 * @param cwd absolute; relative `file:` URLs count from it.
 */
export function toDirectSource(link: RequirementLink, { cwd, editable }: { readonly cwd: string; readonly editable: boolean }): Parsed<DirectSource> {
  const subdirectory = link.subdirectory === undefined ? {} : { subdirectory: link.subdirectory }
  const hash = link.hash === undefined ? {} : { hash: link.hash }
  if (isVcsScheme(link.scheme)) return toRepository(link, { editable, ...subdirectory })
  if (link.scheme === 'file') {
    const file = urlToPath(link.url, cwd)
    if (!file.ok) return file
    const hasSlash = link.url.endsWith('/') && !editable ? { hasSlash: true as const } : {}
    if (editable || isFolder(file.value)) return parsed({ kind: 'directory', path: file.value, editable, ...subdirectory, ...hasSlash })
    return parsed({ kind: 'archive', url: pathToUrl(file.value), ...subdirectory, ...hash })
  }
  return parsed({ kind: 'archive', url: link.url, ...subdirectory, ...hash })
}

/**
 * `git+https://host/path@ref` → its parts (pip's `get_url_rev_and_auth`); the ref follows the last `@` of the path. Paths of
 * `git+file:` are decoded first, as git takes them.
 */
function toRepository(link: RequirementLink, { editable, subdirectory }: { editable: boolean; subdirectory?: string }): Parsed<DirectSource> {
  const plus = link.url.indexOf('+')
  const vcs = link.scheme.slice(0, link.scheme.indexOf('+'))
  const match = /^(?<origin>[^:]+:(?:\/\/[^/?]*)?)(?<path>[^?]*)(?<query>\?.*)?$/s.exec(link.url.slice(plus + 1))
  const written = match?.groups?.['path'] ?? ''
  const whole = link.scheme === 'git+file' ? decodePercent(written) : written
  const at = whole.lastIndexOf('@')
  if (at !== -1 && at === whole.length - 1) {
    return notParsed('the revision after @ is empty: name one, or leave out the @', link.url.length)
  }
  const url = `${match?.groups?.['origin'] ?? ''}${at === -1 ? whole : whole.slice(0, at)}${match?.groups?.['query'] ?? ''}`
  const ref = at === -1 ? {} : { ref: decodePercent(whole.slice(at + 1)) }
  return parsed({ kind: 'vcs', vcs, url, editable, ...ref, ...(subdirectory === undefined ? {} : { subdirectory }) })
}

/** Why a source cannot be had at all: a path that is not there or no project, a URL of a kind nobody serves; undefined when it may be. */
export function sourceProblem(direct: DirectSource, cwd: string): string | undefined {
  if (direct.kind === 'vcs') return undefined
  if (direct.kind === 'directory') {
    if (!isFolder(direct.path)) return `there is no folder ${direct.path}`
    const project = path.join(direct.path, direct.subdirectory ?? '')
    return isInstallableFolder(project) ? undefined : `${project} has neither pyproject.toml nor setup.py`
  }
  const fault = archiveFault(direct.url)
  const file = fault === undefined && schemeOf(direct.url) === 'file' ? urlToPath(direct.url, cwd) : undefined
  return file?.ok === true && !isFile(file.value) ? `there is no file ${file.value}` : fault
}

/** Why no archive can be had from a URL, without looking: a kind that nobody serves, or no URL at all. */
export function archiveFault(url: string): string | undefined {
  if (['http', 'https', 'file'].includes(schemeOf(url))) return urlFault(url)
  return `${url} is not a URL that can be installed from (http, https, file, git+https, git+ssh, git+file); a path stands alone, or as file:path`
}
