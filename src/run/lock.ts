import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FetchedWheel } from '../fetch/types.ts'
import type { Candidate } from '../index/types.ts'
import { UserError } from '../kernel/errors.ts'
import type { Hash, Sha256 } from '../kernel/hash.ts'
import type { Secrets } from '../kernel/secrets.ts'
import type { Resolution, ResolvedPackage } from '../resolve/types.ts'
import { parseDirectUrl, withoutCredentials, type DirectUrl } from '../standards/direct-url.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { Pylock, PylockFile, PylockPackage, PylockSource } from '../standards/pylock.ts'
import type { InstalledDistribution } from '../target/types.ts'
import { labelOf } from './label.ts'

/** What a lock is made of. */
export interface LockFacts {
  readonly resolution: Resolution
  readonly wheels: ReadonlyMap<NormalizedName, FetchedWheel>
  /** Folder of the lock file: paths in it are relative to it. */
  readonly folder: string
  /** No URL of the lock holds one. */
  readonly secrets: Secrets
}

type Places = Pick<LockFacts, 'folder' | 'secrets'>

/**
 * The answer of a run as a lock (PEP 751): each package with the one file that was chosen for this target, as `pip lock` writes
 * it. Throws `input-unsupported` for what cannot be found again (installed before, and on no index, or at a URL with a secret), `hash-missing` for a file
 * whose hash nobody knows.
 */
export function lockOf({ resolution, wheels, ...places }: LockFacts): Pylock {
  const packages = resolution.packages.map((item): PylockPackage => {
    const source = sourceOf(item, wheels.get(item.name), places)
    const index = candidateOf(item)?.index
    return {
      name: item.name,
      version: source.kind === 'directory' || source.kind === 'vcs' ? undefined : item.version,
      marker: undefined,
      requiresPython: undefined,
      dependencies: item.dependencies.toSorted(),
      index: source.kind === 'distributions' && index?.kind === 'simple' ? publicUrl(index.url, places) : undefined,
      source,
    }
  })
  return { lockVersion: '1.0', createdBy: 'parallel-pip', requiresPython: undefined, environments: [], extras: [], dependencyGroups: [], defaultGroups: [], packages }
}

/** The listed file that the package is, or was, installed from. */
function candidateOf({ entry }: ResolvedPackage): Candidate | undefined {
  if (entry.kind === 'direct') return undefined
  return entry.kind === 'index' ? entry.candidate : entry.listed
}

function sourceOf(item: ResolvedPackage, wheel: FetchedWheel | undefined, places: Places): PylockSource {
  const { entry } = item
  if (entry.kind === 'direct') return directSource(entry.candidate.directUrl, { item, places, sha256: entry.candidate.sha256 })
  const direct = entry.kind === 'installed' ? installedDirectUrl(entry.distribution) : undefined
  if (direct !== undefined) return directSource(direct, { item, places, sha256: undefined })
  const candidate = candidateOf(item)
  if (candidate === undefined) {
    throw new UserError('input-unsupported', `${labelOf(item)} cannot be locked: it is installed already, and no index has it`, {
      hint: 'install into a fresh environment, or leave --lock-out out',
    })
  }
  const file = lockedFile(candidate, wheel, places)
  return { kind: 'distributions', wheels: candidate.format === 'wheel' ? [file] : [], sdist: candidate.format === 'sdist' ? file : undefined }
}

function lockedFile(candidate: Candidate, wheel: FetchedWheel | undefined, places: Places): PylockFile {
  const { file } = candidate
  const known = candidate.format === 'wheel' ? wheel?.sha256 : wheel?.archiveSha256
  const isSecure = file.hashes.some(({ algorithm }) => algorithm !== 'md5' && algorithm !== 'sha1')
  // PEP 751 wants one that is secure; the file was hashed in this run.
  const hashes: readonly Hash[] = isSecure ? file.hashes : [...asHashes(known), ...file.hashes]
  if (hashes.length === 0) throw noHash(labelOf(candidate))
  return { filename: file.filename, ...placeOf(file.url, places), sizeBytes: file.sizeBytes, uploadTimeMs: file.uploadTimeMs, hashes }
}

function asHashes(sha256: Sha256 | string | undefined): readonly Hash[] {
  return sha256 === undefined ? [] : [{ algorithm: 'sha256', hex: sha256 }]
}

function noHash(label: string): UserError {
  return new UserError('hash-missing', `${label} cannot be locked: its index gives no hash, and the file was not read in this run`, { hint: 'leave --dry-run out, or --lock-out' })
}

/** Files of this machine by their path from the lock's folder, all others by their URL. */
function placeOf(url: string, places: Places): { readonly url: string | undefined; readonly path: string | undefined } {
  return url.startsWith('file:') ? { url: undefined, path: relativePath(url, places.folder) } : { url: publicUrl(url, places), path: undefined }
}

/** User and password are left out, as whoever installs from the lock has their own; without what else lets one in the URL would lead nowhere. */
function publicUrl(url: string, { secrets }: Places): string {
  const bare = url.replace(/(?<=^[a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '')
  if (secrets.mask(bare) === bare) return withoutCredentials(url)
  throw new UserError('input-unsupported', `${secrets.mask(bare)} cannot be written into a lock: a part of it is a secret`, {
    hint: 'give the secret as user name or password, in the URL of the index or in a netrc file, where the host takes it there; or leave --lock-out out',
  })
}

function relativePath(url: string, folder: string): string {
  const relative = path.relative(folder, fileURLToPath(url)).split(path.sep).join('/')
  return relative === '' ? '.' : relative
}

interface DirectFacts {
  readonly item: ResolvedPackage
  readonly places: Places
  readonly sha256: string | undefined
}

function directSource(direct: DirectUrl, { item, places, sha256 }: DirectFacts): PylockSource {
  const { subdirectory } = direct
  if (direct.kind === 'directory') return { kind: 'directory', path: relativePath(direct.url, places.folder), editable: direct.editable, subdirectory }
  if (direct.kind === 'vcs') {
    const { vcs: type, requestedRevision, commitId } = direct
    return { kind: 'vcs', type, ...placeOf(direct.url, places), requestedRevision, commitId, subdirectory }
  }
  const hashes = direct.hashes.length > 0 ? direct.hashes : asHashes(sha256)
  if (hashes.length === 0) throw noHash(labelOf(item))
  return { kind: 'archive', ...placeOf(direct.url, places), sizeBytes: undefined, uploadTimeMs: undefined, hashes, subdirectory }
}

function installedDirectUrl({ infoPath }: InstalledDistribution): DirectUrl | undefined {
  try {
    const read = parseDirectUrl(readFileSync(path.join(infoPath, 'direct_url.json'), 'utf8'))
    return read.ok ? read.value : undefined
  } catch {
    return undefined
  }
}
