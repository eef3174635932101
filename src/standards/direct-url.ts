import { isHashAlgorithm } from '../kernel/hash.ts'
import type { Hash } from '../kernel/hash.ts'
import { notParsed, parsed } from '../kernel/parsed.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { printPythonJson } from './python-json.ts'
import type { JsonObject } from './python-json.ts'
import { quoted } from './python-text.ts'

/**
 * direct_url.json: where a distribution came from when it was not an index
 * (PEP 610, packaging.python.org/specifications/direct-url-data-structure).
 */
export type DirectUrl =
  | { readonly kind: 'archive'; readonly url: string; readonly hashes: readonly Hash[]; readonly subdirectory?: string }
  | { readonly kind: 'directory'; readonly url: string; readonly editable: boolean; readonly subdirectory?: string }
  | {
      readonly kind: 'vcs'
      readonly url: string
      /** `git`, `hg`, `bzr`, `svn` */
      readonly vcs: string
      readonly commitId: string
      readonly requestedRevision?: string
      readonly subdirectory?: string
    }

/**
 * The data structure, as pip puts it into direct_url.json and into `download_info` of its report: the URL without
 * credentials; for archives both `hashes` and the legacy `hash`, which older tools read.
 */
export function directUrlToJson(direct: DirectUrl): JsonObject {
  const subdirectory = direct.subdirectory === undefined ? {} : { subdirectory: direct.subdirectory }
  return { url: withoutCredentials(direct.url), ...infoOf(direct), ...subdirectory }
}

/** The text of direct_url.json, byte for byte as pip writes it (sorted keys, ASCII, no final line end). */
export function formatDirectUrl(direct: DirectUrl): string {
  return printPythonJson(directUrlToJson(direct))
}

/** Reads direct_url.json with the checks of packaging.direct_url; hashes of unknown algorithms are left out. */
export function parseDirectUrl(text: string): Parsed<DirectUrl> {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return notParsed('direct_url.json is not JSON')
  }
  try {
    return parsed(readDirectUrl(objectAt(data, 'direct_url.json')))
  } catch (error) {
    if (error instanceof Malformed) return notParsed(error.message)
    throw error
  }
}

/**
 * A URL without user name and password. Kept: the user `git` and environment variables (`${NAME}`), which are no secrets
 * and which PEP 610 allows.
 */
export function withoutCredentials(url: string): string {
  return url.replace(/^([A-Za-z][\w+.-]*:\/\/)([^/?#]*)@/, (whole, scheme: string, user: string) =>
    user === 'git' || /^\$\{[\w-]+\}(?::\$\{[\w-]+\})?$/.test(user) ? whole : scheme,
  )
}

function infoOf(direct: DirectUrl): JsonObject {
  switch (direct.kind) {
    case 'archive': {
      const [first] = direct.hashes
      if (first === undefined) return { archive_info: {} }
      const hashes = Object.fromEntries(direct.hashes.map((hash) => [hash.algorithm, hash.hex]))
      return { archive_info: { hash: `${first.algorithm}=${first.hex}`, hashes } }
    }
    case 'directory':
      return { dir_info: direct.editable ? { editable: true } : {} }
    case 'vcs': {
      const revision = direct.requestedRevision === undefined ? {} : { requested_revision: direct.requestedRevision }
      return { vcs_info: { commit_id: direct.commitId, ...revision, vcs: direct.vcs } }
    }
  }
}

/** Thrown and caught inside this file. */
class Malformed extends Error {}

function readDirectUrl(data: Record<string, unknown>): DirectUrl {
  const url = requiredText(data, 'url')
  const subdirectory = optionalText(data, 'subdirectory')
  const common = { url, ...(subdirectory === undefined ? {} : { subdirectory }) }
  const infos = ['vcs_info', 'archive_info', 'dir_info'].filter((key) => data[key] !== undefined && data[key] !== null)
  if (infos.length !== 1) throw new Malformed('exactly one of vcs_info, archive_info, dir_info must be present')
  const info = objectAt(data[infos[0] ?? ''], infos[0] ?? '')
  if (infos[0] === 'archive_info') return { kind: 'archive', ...common, hashes: readHashes(info) }
  if (infos[0] === 'vcs_info') return { kind: 'vcs', ...common, ...readVcs(info) }
  if (!/^file:(?:\/\/[^/]*)?\//i.test(url)) throw new Malformed('url must be an absolute file URL when dir_info is present')
  return { kind: 'directory', ...common, editable: readEditable(info) }
}

function readEditable(info: Record<string, unknown>): boolean {
  const editable = info['editable'] ?? false
  if (typeof editable !== 'boolean') throw new Malformed('dir_info.editable must be a boolean')
  return editable
}

function readVcs(info: Record<string, unknown>): { vcs: string; commitId: string; requestedRevision?: string } {
  const revision = optionalText(info, 'requested_revision')
  const facts = { vcs: requiredText(info, 'vcs'), commitId: requiredText(info, 'commit_id') }
  return revision === undefined ? facts : { ...facts, requestedRevision: revision }
}

function readHashes(info: Record<string, unknown>): Hash[] {
  const hashes = new Map<string, string>()
  const table = info['hashes'] === undefined || info['hashes'] === null ? undefined : objectAt(info['hashes'], 'archive_info.hashes')
  for (const algorithm of Object.keys(table ?? {})) hashes.set(algorithm, requiredText(table ?? {}, algorithm))
  const legacy = optionalText(info, 'hash')
  if (legacy !== undefined) {
    const separator = legacy.indexOf('=')
    if (separator === -1) throw new Malformed(`archive_info.hash must be "algorithm=digest", not ${quoted(legacy)}`)
    const [algorithm, digest] = [legacy.slice(0, separator), legacy.slice(separator + 1)]
    if (table !== undefined && hashes.get(algorithm) !== digest) throw new Malformed('archive_info.hash is not one of archive_info.hashes')
    hashes.set(algorithm, digest)
  }
  return [...hashes].flatMap(([algorithm, digest]) => (isHashAlgorithm(algorithm) ? [{ algorithm, hex: digest.toLowerCase() }] : []))
}

function objectAt(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Malformed(`${what} must be an object`)
  return value as Record<string, unknown>
}

function optionalText(data: Record<string, unknown>, key: string): string | undefined {
  const value = data[key] ?? undefined
  if (value !== undefined && typeof value !== 'string') throw new Malformed(`${key} must be a string`)
  return value
}

function requiredText(data: Record<string, unknown>, key: string): string {
  const value = optionalText(data, key)
  if (value === undefined) throw new Malformed(`${key} is missing`)
  return value
}
