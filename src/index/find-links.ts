import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { EventBus } from '../kernel/events.ts'
import { redactUrl } from '../kernel/secrets.ts'
import { linkReader } from '../standards/link-url.ts'
import { normalizeName, type NormalizedName } from '../standards/names.ts'
import type { IndexFile } from '../standards/simple-api.ts'
import { parseVersion } from '../standards/version.ts'
import { parseWheelName } from '../standards/wheel-name.ts'
import { allFiles } from './file-table.ts'
import { readLocalLinks } from './local-pages.ts'
import type { PageReader } from './pages.ts'
import { isSecureOrigin } from './secure-origin.ts'
import type { IndexRef } from './types.ts'

/** What a `--find-links` place lists. pip takes archives on disk before pages of links. */
export interface LinkedFiles {
  readonly archives: readonly IndexFile[]
  readonly linked: readonly IndexFile[]
}

/** All links of a `--find-links` place, read once per run; which belong to a name is for the candidate rules to say. */
export interface FindLinks {
  readonly index: IndexRef
  files(signal: AbortSignal): Promise<LinkedFiles>
  /** A digest of all that `files` says. */
  mark(signal: AbortSignal): Promise<string>
}

/** What reading a find-links place works with. */
export interface LinkParts {
  readonly pages: PageReader
  readonly events: EventBus
  readonly trustedHosts: readonly string[]
}

const NOTHING: LinkedFiles = { archives: [], linked: [] }
const ARCHIVE = /\.(whl|zip|tar\.gz|tgz|tar|tar\.bz2|tbz|tar\.xz|txz|tlz|tar\.lz|tar\.lzma)$/i

/**
 * A folder of archives and HTML pages, one archive, a local HTML page, or a page or an archive on the web (pip's
 * collect_sources). A missing one is a warning, and so is a page on plain http, unless its host is among `trustedHosts`.
 */
export function openFindLinks(location: string, parts: LinkParts): FindLinks {
  const index: IndexRef = { kind: 'find-links', url: location, label: redactUrl(location) }
  let read: Promise<LinkedFiles> | undefined
  const files = (signal: AbortSignal): Promise<LinkedFiles> => (read ??= isRemote(location) ? readRemote(index, parts, signal) : readLocal(index, parts.events))
  let mark: Promise<string> | undefined
  return { index, files, mark: (signal) => (mark ??= files(signal).then(digestOf)) }
}

function digestOf({ archives, linked }: LinkedFiles): string {
  return createHash('sha256').update(JSON.stringify([archives, linked])).digest('hex')
}

function isRemote(location: string): boolean {
  return /^https?:\/\//i.test(location)
}

async function readRemote(index: IndexRef, { pages, events, trustedHosts }: LinkParts, signal: AbortSignal): Promise<LinkedFiles> {
  const link = linkReader(index.url)(index.url)
  if (link !== undefined && ARCHIVE.test(link.filename)) {
    return { archives: [], linked: [{ ...NO_FACTS, filename: link.filename, url: link.url, hashes: link.hash === undefined ? [] : [link.hash] }] }
  }
  if (!isSecureOrigin(index.url, trustedHosts)) {
    events.notice('warning', `--find-links ${index.label} is ignored: it is not encrypted, and its host was not declared with --trusted-host`)
    return NOTHING
  }
  const answer = await pages.read(index, { name: undefined }, { signal, urgent: true })
  if (answer.kind === 'page') return { archives: [], linked: allFiles(answer.files) }
  events.notice('warning', `--find-links ${index.label} is ignored: ${WHY_IGNORED[answer.kind]}`)
  return NOTHING
}

const WHY_IGNORED = {
  absent: 'there is no such page',
  forbidden: 'the server refuses it (403)',
  offline: 'it was not read before, and --offline allows no request',
  'no-page': 'it is no HTML page',
} as const

async function readLocal(index: IndexRef, events: EventBus): Promise<LinkedFiles> {
  const path = index.url.startsWith('file:') ? fileURLToPath(index.url) : index.url
  const facts = await stat(path).catch(() => undefined)
  if (facts === undefined) {
    events.notice('warning', `--find-links ${index.label} is ignored: there is no such file or folder`)
    return NOTHING
  }
  if (!facts.isDirectory()) return isHtml(path) ? { archives: [], linked: await linksOf(path) } : { archives: [localFile(path)], linked: [] }
  const names = (await readdir(path)).sort().reverse()
  const pages = await Promise.all(names.filter(isHtml).map((name) => linksOf(join(path, name))))
  return { archives: names.filter(isDistribution).map((name) => localFile(join(path, name))), linked: pages.flat() }
}

function isHtml(name: string): boolean {
  return /\.html?$/i.test(name)
}

async function linksOf(path: string): Promise<readonly IndexFile[]> {
  const answer = await readLocalLinks(path)
  return answer.kind === 'page' ? allFiles(answer.files) : []
}

/** In folders pip counts wheels and `.tar.gz` and `.zip` archives alone, by the last dash of their names. */
function isDistribution(name: string): boolean {
  if (name.toLowerCase().endsWith('.whl')) return parseWheelName(name) !== undefined
  return sdistProject(name) !== undefined
}

function sdistProject(name: string): NormalizedName | undefined {
  const match = /^(?<name>.+)-(?<version>[^-]+)\.(tar\.gz|zip)$/.exec(name)
  if (match?.groups === undefined || parseVersion(match.groups['version'] ?? '') === undefined) return undefined
  return normalizeName(match.groups['name'] ?? '')
}

const NO_FACTS = { hashes: [], requiresPython: undefined, yanked: false, coreMetadata: false, sizeBytes: undefined, uploadTimeMs: undefined } as const

function localFile(path: string): IndexFile {
  return { ...NO_FACTS, filename: path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1), url: pathToFileURL(path).href }
}
