import { isHashAlgorithm } from '../kernel/hash.ts'
import type { Hash } from '../kernel/hash.ts'
import { notParsed } from '../kernel/parsed.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { withoutTellingParameters } from '../kernel/url-secrets.ts'
import { printPythonJson } from './python-json.ts'
import type { JsonObject } from './python-json.ts'
import { quoted } from './python-text.ts'
import { booleanAt, misfit, pathOf, reading, required, shapeOf, tableAt, textAt } from './shape.ts'
import type { Shape } from './shape.ts'

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
  return reading(() => readDirectUrl(shapeOf(data)))
}

/**
 * A URL without user name and password, and without parameters that are named like secrets. Kept: the user `git` and environment
 * variables (`${NAME}`), which are no secrets and which PEP 610 allows.
 */
export function withoutCredentials(url: string): string {
  return withoutTellingParameters(url).replace(/^([A-Za-z][\w+.-]*:\/\/)([^/?#]*)@/, (whole, scheme: string, user: string) =>
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

function readDirectUrl(data: Shape): DirectUrl {
  const url = required(textAt(data, 'url'), data, 'url')
  const subdirectory = textAt(data, 'subdirectory')
  const common = { url, ...(subdirectory === undefined ? {} : { subdirectory }) }
  const [vcs, archive, directory] = [tableAt(data, 'vcs_info'), tableAt(data, 'archive_info'), tableAt(data, 'dir_info')]
  if ([vcs, archive, directory].filter((info) => info !== undefined).length !== 1) {
    misfit('', 'exactly one of vcs_info, archive_info, dir_info must be present')
  }
  if (archive !== undefined) return { kind: 'archive', ...common, hashes: readHashes(archive) }
  if (vcs !== undefined) return { kind: 'vcs', ...common, ...readVcs(vcs) }
  if (!/^file:(?:\/\/[^/]*)?\//i.test(url)) misfit('url', 'must be an absolute file URL when dir_info is present')
  return { kind: 'directory', ...common, editable: (directory && booleanAt(directory, 'editable')) ?? false }
}

function readVcs(info: Shape): { vcs: string; commitId: string; requestedRevision?: string } {
  const revision = textAt(info, 'requested_revision')
  const facts = { vcs: required(textAt(info, 'vcs'), info, 'vcs'), commitId: required(textAt(info, 'commit_id'), info, 'commit_id') }
  return revision === undefined ? facts : { ...facts, requestedRevision: revision }
}

/** `hashes`, or the one legacy `hash`; where both are given they have to agree. */
function readHashes(info: Shape): Hash[] {
  const table = tableAt(info, 'hashes')
  const hashes = new Map(Object.keys(table?.members ?? {}).map((algorithm) => [algorithm, table && textAt(table, algorithm)]))
  const legacy = textAt(info, 'hash')
  if (legacy !== undefined) {
    const separator = legacy.indexOf('=')
    if (separator === -1) misfit(pathOf(info, 'hash'), `expected "algorithm=digest", found ${quoted(legacy)}`)
    const [algorithm, digest] = [legacy.slice(0, separator), legacy.slice(separator + 1)]
    if (table !== undefined && hashes.get(algorithm) !== digest) misfit(pathOf(info, 'hash'), 'is not one of archive_info.hashes')
    hashes.set(algorithm, digest)
  }
  return [...hashes].flatMap(([algorithm, digest]) =>
    isHashAlgorithm(algorithm) && digest !== undefined ? [{ algorithm, hex: digest.toLowerCase() }] : [],
  )
}
