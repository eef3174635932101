import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Secrets } from '../kernel/secrets.ts'
import { directUrlToJson } from '../standards/direct-url.ts'
import { metadataToJson } from '../standards/metadata-json.ts'
import type { MarkerEnvironment } from '../standards/markers.ts'
import type { JsonObject } from '../standards/python-json.ts'
import type { FetchedWheel } from '../fetch/types.ts'
import type { ResolvedPackage, Resolution } from '../resolve/types.ts'
import type { PackageAction } from './actions.ts'

/** What pip's report tells of. */
export interface PipReportFacts {
  readonly resolution: Resolution
  readonly actions: readonly PackageAction[]
  readonly wheels: ReadonlyMap<string, FetchedWheel>
  readonly environment: MarkerEnvironment
  /** What stands where pip names its version. */
  readonly version: string
  /** No URL of the report shows them. */
  readonly secrets: Secrets
}

/** pip's installation report, format 1 (pip.pypa.io: "Installation Report"), for what the run installs or would install. */
export function pipReport(facts: PipReportFacts): object {
  const installed = new Set(facts.actions.filter((action) => action.kind === 'install').map((action) => action.item.name))
  const byName = new Map(facts.resolution.packages.map((item) => [item.name, item]))
  const items = facts.resolution.decided.map((name) => byName.get(name)).filter((item) => item !== undefined && installed.has(item.name))
  return {
    version: '1',
    pip_version: facts.version,
    install: items.map((item) => (item === undefined ? {} : itemToJson(item, facts))),
    environment: facts.environment,
  }
}

function isRequested(item: ResolvedPackage | undefined): boolean {
  return item !== undefined && item.userRequirements.length > 0
}

function textOf({ name, metadataText }: ResolvedPackage): string {
  if (metadataText === undefined) throw new Error(`the metadata of ${name} was not read: the run was to write no report`)
  return metadataText
}

function itemToJson(item: ResolvedPackage, facts: PipReportFacts): object {
  // All that take part, those that its dependencies ask for included (pip joins them all).
  const requestedExtras = isRequested(item) ? [...item.extras].sort() : []
  const { entry } = item
  return {
    download_info: shownIn(downloadInfo(item, facts), facts.secrets),
    is_direct: entry.kind === 'direct',
    is_yanked: entry.kind === 'index' && entry.candidate.file.yanked !== false,
    requested: isRequested(item),
    metadata: metadataToJson(textOf(item)),
    ...(requestedExtras.length === 0 ? {} : { requested_extras: requestedExtras }),
  }
}

/** Of a file of this machine that was not read in this run (a dry run). */
function localSha256(url: string): string | undefined {
  return url.startsWith('file:') ? createHash('sha256').update(readFileSync(fileURLToPath(url))).digest('hex') : undefined
}

function shownIn(info: JsonObject, secrets: Secrets): JsonObject {
  const { url } = info
  return typeof url === 'string' ? { ...info, url: secrets.mask(url) } : info
}

function downloadInfo(item: ResolvedPackage, facts: PipReportFacts): JsonObject {
  const { entry } = item
  if (entry.kind === 'direct') return directUrlToJson(entry.candidate.directUrl)
  if (entry.kind === 'installed') return {}
  const { file } = entry.candidate
  const fetched = facts.wheels.get(item.name)
  const own = fetched?.sha256 ?? localSha256(file.url)
  const hashes = file.hashes.length > 0 || own === undefined ? file.hashes : [{ algorithm: 'sha256', hex: own } as const]
  return directUrlToJson({ kind: 'archive', url: file.url, hashes })
}
