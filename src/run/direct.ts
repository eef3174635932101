import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SourceBuilder } from '../build/builder.ts'
import type { BuildSource, SourceIdentity } from '../build/types.ts'
import type { WaitNode } from '../build/wait-graph.ts'
import { readDirectWheel } from '../fetch/direct-wheel.ts'
import { isUserError, UserError, withContext } from '../kernel/errors.ts'
import { toSha256, type Hash } from '../kernel/hash.ts'
import { describeOrigin } from '../kernel/origin.ts'
import { redactUrl } from '../kernel/secrets.ts'
import { allowedFormats } from '../requests/controls.ts'
import { isFolder } from '../requests/direct-source.ts'
import { pathToUrl } from '../requests/link.ts'
import type { DirectSource } from '../requests/types.ts'
import { directKey } from '../resolve/direct-source.ts'
import type { DirectReader, DirectReference } from '../resolve/knowledge.ts'
import type { DirectCandidate } from '../resolve/types.ts'
import type { DirectUrl } from '../standards/direct-url.ts'
import { filenameOf } from '../standards/link-url.ts'
import { normalizeName, type NormalizedName } from '../standards/names.ts'
import type { RunContext } from './context.ts'
import type { RunParts } from './parts.ts'
import type { PreparedRun } from './types.ts'

/** What direct references are read with. */
export interface DirectFacts {
  readonly run: PreparedRun
  readonly parts: RunParts
  readonly builder: SourceBuilder
  /** The build whose requirements name the references; undefined: the run itself. */
  readonly waiter: WaitNode | undefined
  /** Told of each candidate that has to be built. */
  readonly remember: (candidate: DirectCandidate, source: BuildSource) => void
}

/** `source` with folders recognised; `named` as the requirement has it, by which it is known. */
interface Reference extends DirectReference {
  readonly named: DirectSource
}

/**
 * Reads what a requirement names by URL or path: wheels are fetched, sources are fetched, unpacked or cloned, and asked for
 * their metadata. What the user himself names is built right away, since it is part of any answer. Throws what that throws,
 * with the requirement's place.
 */
export function directReader(facts: DirectFacts, context: RunContext): DirectReader {
  return {
    read: async (asked, signal) => {
      const reference = { ...asked, source: withFolders(asked.source), named: asked.source }
      try {
        const candidate = isWheel(reference.source) ? await readWheel(reference, facts, signal) : await readSource(reference, facts, context)
        if (reference.name === undefined || reference.name === candidate.name) return candidate
        throw new UserError('metadata-invalid', `${shownAs(reference)} is project ${candidate.name}, not ${reference.name}`)
      } catch (error) {
        const { user } = reference
        throw isUserError(error) && user !== undefined ? withContext(error, { origin: user.origin, because: [`${user.text} (${describeOrigin(user.origin)})`] }) : error
      }
    },
  }
}

function isWheel(source: DirectSource): source is DirectSource & { kind: 'archive' } {
  return source.kind === 'archive' && new URL(source.url).pathname.toLowerCase().endsWith('.whl')
}

function shownAs({ source, user }: DirectReference): string {
  return user?.text ?? (source.kind === 'directory' ? source.path : redactUrl(source.url))
}

async function readWheel({ source, named, user }: Reference, { parts }: DirectFacts, signal: AbortSignal): Promise<DirectCandidate> {
  if (source.kind !== 'archive') throw new Error('only archives are wheels')
  const { filename, wheelPath, sha256, metadata, metadataText, directUrl } = await readDirectWheel(source.url, hashesOf({ source, user }), { fetcher: parts.fetcher, tags: parts.tagRanks, signal })
  const wheel = { kind: 'file', path: wheelPath, filename, sha256 } as const
  return { name: metadata.name, version: metadata.version, source: named, metadata, metadataText, directUrl, label: filename, sha256, wheel }
}

async function readSource(reference: Reference, facts: DirectFacts, context: RunContext): Promise<DirectCandidate> {
  const { builder, waiter, run } = facts
  refuseUnhashable(reference, facts)
  refuseExcluded(reference, nameSaid(reference), run)
  const source = toBuildSource(reference, facts, context)
  const { metadata, text } = await builder.metadata(source, waiter)
  refuseExcluded(reference, metadata.name, run)
  const isAsked = reference.user !== undefined && run.requests.set.requirements.includes(reference.user)
  if (isAsked && !run.options.install.dryRun) builder.wheel(source, waiter).catch(() => undefined)
  const identity = await builder.identity(source, waiter)
  const candidate: DirectCandidate = {
    name: metadata.name,
    version: metadata.version,
    source: reference.named,
    metadata,
    metadataText: text,
    directUrl: directUrlOf(reference.source, source, identity),
    label: source.label,
    sha256: identity.sha256,
    wheel: { kind: 'to-build' },
  }
  facts.remember(candidate, source)
  return candidate
}

/** The hashes of a requirement of the user's; of a requirement in metadata, the one in its URL. */
function hashesOf({ source, user }: Pick<DirectReference, 'source' | 'user'>): readonly Hash[] {
  if (user !== undefined) return user.hashes
  return source.kind === 'archive' && source.hash !== undefined ? [source.hash] : []
}

/** The project's name as far as the requirement says it: in words, or in the name of the archive. */
function nameSaid({ name, source }: DirectReference): NormalizedName | undefined {
  if (name !== undefined || source.kind !== 'archive') return name
  const stem = /^(?<name>[A-Za-z0-9][A-Za-z0-9._-]*?)-\d/.exec(filenameOf(new URL(source.url).pathname) ?? '')?.groups?.['name']
  return stem === undefined ? undefined : normalizeName(stem)
}

/** `--only-binary` covers what is named by URL; a folder of the user's own is his to build, and pip builds it as well. */
function refuseExcluded(reference: DirectReference, name: NormalizedName | undefined, { requests }: PreparedRun): void {
  if (reference.source.kind === 'directory') return
  const { formatControl } = requests.policy
  const isAllowed = name === undefined ? !formatControl.onlyBinary.all : allowedFormats(formatControl, name).sources
  if (isAllowed) return
  throw new UserError('build-required', `${shownAs(reference)} has to be built, and only wheels are allowed (--only-binary)`, {
    hint: name === undefined ? 'name a wheel, or leave out --only-binary' : `name a wheel; to have it built: --no-binary ${name}`,
  })
}

/** With hashes required there has to be one file to hash (pip: VcsHashUnsupported, DirectoryUrlHashUnsupported), but for what a lock names. */
function refuseUnhashable(reference: DirectReference, { run, waiter }: DirectFacts): void {
  if (!run.requests.policy.requireHashes || waiter !== undefined || reference.source.kind === 'archive' || reference.user?.needsNoHash === true) return
  const what = reference.source.kind === 'vcs' ? 'a repository' : 'a folder'
  throw new UserError('hash-missing', `hashes are required, and ${shownAs(reference)} is ${what}, which has none`, { hint: 'name an archive and its hash, or leave out --require-hashes and every --hash' })
}

function toBuildSource(reference: Reference, { run, parts }: DirectFacts, context: RunContext): BuildSource {
  const { source, user } = reference
  const configSettings = user?.configSettings ?? {}
  const common = { name: reference.name, versionText: undefined, subdirectory: source.subdirectory, configSettings }
  const key = ['direct', directKey(reference.named), String('editable' in source && source.editable), JSON.stringify(configSettings), ...(user?.hashes ?? []).map(({ hex }) => hex)].join(' ')
  switch (source.kind) {
    case 'archive': {
      const filename = filenameOf(new URL(source.url).pathname) ?? 'source'
      const hashes = hashesOf(reference)
      const known = hashes.length === 1 && hashes[0]?.algorithm === 'sha256' ? toSha256(hashes[0].hex) : undefined
      const request = { name: nameSaid(reference) ?? normalizeName(filename), versionText: '', filename, url: source.url, publishedHashes: [], requiredHashes: hashes, sizeBytes: undefined }
      return { ...common, key, label: redactUrl(source.url), origin: { kind: 'archive', filename, sha256: known, fetch: () => parts.sdists.fetch(request, context) } }
    }
    case 'directory':
      return { ...common, key, label: path.join(source.path, source.subdirectory ?? ''), origin: { kind: 'directory', path: source.path, editable: source.editable } }
    case 'vcs': {
      if (source.vcs !== 'git') {
        throw new UserError('input-unsupported', `${shownAs(reference)} is a ${source.vcs} repository; only git repositories can be installed from`, { hint: 'install from an archive of it, or from a local checkout' })
      }
      const checkoutDir = source.editable ? path.join(sourceFolder(run, context), reference.name ?? 'source') : undefined
      return { ...common, key, label: `git+${redactUrl(source.url)}${source.ref === undefined ? '' : `@${source.ref}`}`, origin: { kind: 'repository', url: source.url, ref: source.ref, checkoutDir } }
    }
  }
}

/** A `file:` URL in a distribution's metadata may name a folder. */
function withFolders(source: DirectSource): DirectSource {
  if (source.kind !== 'archive' || !source.url.startsWith('file:')) return source
  const folder = fileURLToPath(source.url.replace(/^file:\/\/localhost\//i, 'file:///'))
  const inside = source.subdirectory === undefined ? {} : { subdirectory: source.subdirectory }
  return isFolder(folder) ? { kind: 'directory', path: folder, editable: false, ...inside } : source
}

/** Where editable repositories stay: `--src`, or `src` in the virtual environment, or in the current folder (pip). */
function sourceFolder({ requests, environment }: PreparedRun, { world }: RunContext): string {
  if (requests.build.sourceFolder !== undefined) return path.resolve(world.cwd, requests.build.sourceFolder)
  return path.join(environment.target.isVirtualEnvironment ? environment.target.prefix : world.cwd, 'src')
}

function directUrlOf(source: DirectSource, { origin }: BuildSource, identity: SourceIdentity): DirectUrl {
  const inside = source.subdirectory === undefined ? {} : { subdirectory: source.subdirectory }
  switch (source.kind) {
    case 'archive':
      return { kind: 'archive', url: source.url, hashes: identity.sha256 === undefined ? [] : [{ algorithm: 'sha256', hex: identity.sha256 }], ...inside }
    case 'directory':
      if (source.editable) return { kind: 'directory', url: pathToUrl(path.join(source.path, source.subdirectory ?? '')), editable: true }
      return { kind: 'directory', url: `${pathToUrl(source.path)}${source.hasSlash === true ? '/' : ''}`, editable: false, ...inside }
    case 'vcs': {
      const checkout = origin.kind === 'repository' ? origin.checkoutDir : undefined
      if (checkout !== undefined) return { kind: 'directory', url: pathToUrl(path.join(checkout, source.subdirectory ?? '')), editable: true }
      const revision = source.ref === undefined ? {} : { requestedRevision: source.ref }
      return { kind: 'vcs', url: source.url, vcs: source.vcs, commitId: identity.commit ?? '', ...revision, ...inside }
    }
  }
}
