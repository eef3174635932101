import { createHash } from 'node:crypto'
import { memoryArchive } from '../archive/source.ts'
import type { EventBus } from '../kernel/events.ts'
import { UserError } from '../kernel/errors.ts'
import { Dropped, type WorkTerms } from '../kernel/shared-work.ts'
import { toSha256, type Hash, type Sha256 } from '../kernel/hash.ts'
import { redactUrl } from '../kernel/secrets.ts'
import type { HttpClient } from '../net/client.ts'
import { readBody, ACCEPTED_ENCODINGS } from '../net/read.ts'
import type { RangeOptions } from '../net/ranges.ts'
import { asHashMismatch, wrongHash } from '../net/wrong-hash.ts'
import { parseMetadata, type CoreMetadata } from '../standards/metadata.ts'
import { readRemoteMetadata } from './remote-metadata.ts'
import { requirementReader } from '../standards/requirements.ts'
import type { Candidate } from './types.ts'
import { metadataOf, metadataOfFile } from './wheel-metadata.ts'

/** Metadata kept by the sha256 of the file it describes. */
export interface MetadataKeep {
  /** Text that may have come from elsewhere (a restored cache) counts only if `isPublished` says that the index vouches for it. */
  read(sha256: Sha256, isPublished: (text: string) => boolean): Promise<string | undefined>
  /** `travels`: the index publishes the text's own hash, so that whoever reads it can check it. */
  write(sha256: Sha256, text: string, options: { readonly travels: boolean }): Promise<void>
}

/** Wheels as whole files: what is already on disk or on its way, and a way to have one fetched. */
export interface WholeWheels {
  /** Whether the wheel is in the store, so that having it fetched costs no request. */
  stored(candidate: Candidate): Promise<boolean>
  /** The wheel on disk, or the download that will bring it; undefined when nobody wants it whole so far. */
  expected(candidate: Candidate): Promise<{ readonly path: string }> | undefined
  fetch(candidate: Candidate): Promise<{ readonly path: string }>
  /** Takes bytes that turned out to be the whole wheel; false when their hash is not the published one. */
  offer(candidate: Candidate, bytes: Buffer): Promise<boolean>
}

/** What can be learnt of a candidate's metadata. */
export type MetadataAnswer =
  | { readonly kind: 'metadata'; readonly metadata: CoreMetadata; readonly text: string }
  /** Metadata that cannot be used; the candidate is passed over, with this reason. */
  | {
      readonly kind: 'broken'
      readonly reason: string
      /** The metadata is of another project or version: another file of the version may be right. */
      readonly isInconsistent?: boolean
    }
  /** With --offline: it was not kept. */
  | { readonly kind: 'missing'; readonly reason: string }

/** Metadata of candidates, by the cheapest way that each offers. */
export interface MetadataReader {
  /** Work that is not urgent does not fetch big wheels for their metadata: it is `Dropped`. */
  read(candidate: Candidate, terms: WorkTerms): Promise<MetadataAnswer>
}

/** What reading metadata works with. */
export interface MetadataParts {
  readonly client: HttpClient
  readonly keep: MetadataKeep
  readonly wheels: WholeWheels
  readonly events: EventBus
  /** No request may leave. */
  readonly offline: boolean
  /** Whether the wheel is needed for certain, so that reading its metadata from it costs no request. */
  readonly isNeededWhole: (candidate: Candidate) => boolean
}

/**
 * Metadata of wheels, by the cheapest way offered: kept from before, a wheel that is here or needed anyway, the index's
 * metadata file (PEP 658, its hash checked), a wheel that is coming, ranges into the wheel, the whole wheel.
 */
export function openMetadataReader(parts: MetadataParts): MetadataReader {
  const withoutRanges = new Set<string>()
  const readRequirement = requirementReader()
  return {
    read: async (candidate, terms) => {
      const facts = { task: 'metadata', resource: 'network', subject: `${candidate.name} ${candidate.version.text}` } as const
      return parts.events.during(facts, async (task) => {
        const text = await readText(parts, candidate, { ...terms, withoutRanges, onPlace: () => task.began() })
        return text === undefined ? { kind: 'missing', reason: 'its metadata was not kept, and --offline allows no request' } : toAnswer(candidate, text, readRequirement)
      })
    },
  }
}

interface ReadOptions extends WorkTerms, Pick<RangeOptions, 'onPlace'> {
  /** Origins found not to serve ranges: the question is asked once. */
  readonly withoutRanges: Set<string>
}

/** Pages have thousands of links: whether one is a URL at all is seen when it is followed. */
function originOf({ file, index }: Candidate): string {
  const url = URL.parse(file.url)
  if (url !== null) return url.origin
  throw new UserError('index-answer', `${index.label} lists ${file.filename} at ${redactUrl(file.url)}, which is no valid URL`, { origin: { kind: 'index', url: index.label } })
}

/** Undefined: a request would be needed, and may not leave. */
async function readText(parts: MetadataParts, candidate: Candidate, options: ReadOptions): Promise<string | undefined> {
  const sha256 = publishedSha256(candidate.file.hashes)
  const isPublished = (text: string): boolean => fitsAll(text, candidate.file.coreMetadata)
  const kept = sha256 === undefined ? undefined : await parts.keep.read(sha256, isPublished)
  if (kept !== undefined) return kept
  const keep = async (text: string): Promise<string> => {
    if (sha256 !== undefined) await parts.keep.write(sha256, text, { travels: isPublished(text) })
    return text
  }
  const isLocal = candidate.file.url.startsWith('file:')
  if (isLocal || (!parts.offline && parts.isNeededWhole(candidate)) || (await parts.wheels.stored(candidate))) return keep(metadataOfFile((await parts.wheels.fetch(candidate)).path, candidate.file.filename))
  if (parts.offline) return undefined
  if (candidate.file.coreMetadata !== false) {
    const text = await readMetadataFile(parts.client, candidate, options)
    if (text !== undefined) return keep(text)
  }
  const expected = parts.wheels.expected(candidate)
  if (expected !== undefined) return keep(metadataOfFile((await expected).path, candidate.file.filename))
  const origin = originOf(candidate)
  if (!options.withoutRanges.has(origin)) {
    const remote = await readRemoteMetadata(parts.client, { url: candidate.file.url, label: candidate.file.filename, sizeBytes: candidate.file.sizeBytes }, options)
    if (remote.kind === 'metadata') return keep(remote.text)
    if (remote.kind === 'whole-wheel' && (await parts.wheels.offer(candidate, remote.bytes))) {
      return keep(metadataOf(memoryArchive(candidate.file.filename, remote.bytes)))
    }
    if (remote.kind === 'absent') throw goneError(candidate, remote.status)
    if (remote.kind === 'no-ranges') options.withoutRanges.add(origin)
  }
  if (!options.urgent() && (candidate.file.sizeBytes ?? 0) > SPECULATIVE_BYTES) throw new Dropped()
  return keep(metadataOfFile((await parts.wheels.fetch(candidate)).path, candidate.file.filename))
}

/** A wheel up to this size may be fetched for metadata that nobody waits for yet: most of what is looked up ahead is used. */
const SPECULATIVE_BYTES = 4 << 20

/** The metadata file beside the wheel; undefined when the index promised one and has none (pip goes on with the wheel). */
async function readMetadataFile(client: HttpClient, candidate: Candidate, options: ReadOptions): Promise<string | undefined> {
  const url = `${candidate.file.url}.metadata`
  const { signal, urgent, onPlace } = options
  let isAgain = false
  const headers = (): Record<string, string> => ({ 'accept-encoding': ACCEPTED_ENCODINGS, ...(isAgain ? { 'cache-control': 'no-cache' } : {}) })
  return client.request(url, { headers, signal, urgent, ...(onPlace === undefined ? {} : { onPlace }) }, async (answer) => {
    if (answer.status !== 200) {
      answer.body.discard()
      return undefined
    }
    const bytes = await readBody(answer)
    const wrong = typeof candidate.file.coreMetadata === 'boolean' ? undefined : candidate.file.coreMetadata.find((hash) => !fits(bytes, hash))
    if (wrong !== undefined) {
      isAgain = true
      throw wrongHash(`expected ${wrong.algorithm}=${wrong.hex}, as ${candidate.index.label} published it, got ${wrong.algorithm}=${createHash(wrong.algorithm).update(bytes).digest('hex')}`)
    }
    return bytes.toString('utf8')
  }).catch((error: unknown) => {
    throw asHashMismatch(url, error)
  })
}

/** Whether the index publishes hashes for the metadata, and the text has them all. */
function fitsAll(text: string, published: Candidate['file']['coreMetadata']): boolean {
  if (typeof published === 'boolean' || published.length === 0) return false
  const bytes = Buffer.from(text)
  return published.every((hash) => fits(bytes, hash))
}

function fits(bytes: Buffer, hash: Hash): boolean {
  return createHash(hash.algorithm).update(bytes).digest('hex') === hash.hex.toLowerCase()
}

function toAnswer(candidate: Candidate, text: string, readRequirement: ReturnType<typeof requirementReader>): MetadataAnswer {
  const metadata = parseMetadata(text, readRequirement)
  return metadata.ok ? answerFor(candidate, { metadata: metadata.value, text }) : { kind: 'broken', reason: metadata.message.replace(/^the metadata/, 'its metadata') }
}

/** Metadata that was read for a candidate, as an answer: what turns out to be of another project or version is passed over, as by pip. */
export function answerFor(candidate: Pick<Candidate, 'name' | 'version'>, { metadata, text }: { readonly metadata: CoreMetadata; readonly text: string }): MetadataAnswer {
  if (metadata.name !== candidate.name) return { kind: 'broken', reason: `its metadata is of project ${metadata.name}`, isInconsistent: true }
  if (metadata.version.sortKey !== candidate.version.sortKey) return { kind: 'broken', reason: `its metadata says version ${metadata.version.text}`, isInconsistent: true }
  return { kind: 'metadata', metadata, text }
}

/** The sha256 that an index published of a file; undefined: none, or none that is one. */
export function publishedSha256(hashes: readonly Hash[]): Sha256 | undefined {
  const published = hashes.find((hash) => hash.algorithm === 'sha256')
  return published === undefined ? undefined : toSha256(published.hex)
}

function goneError(candidate: Candidate, status: number): UserError {
  return new UserError('download-failed', `${redactUrl(candidate.file.url)} answered ${status}`, {
    origin: { kind: 'index', url: candidate.index.label },
    hint: [401, 403, 407].includes(status) ? 'its host wants credentials, or does not accept those of the index for this file' : 'the index lists a file that its host does not have',
  })
}
