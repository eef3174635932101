import path from 'node:path'
import { openFetcher, type Fetcher } from '../fetch/fetcher.ts'
import { openFindLinks } from '../index/find-links.ts'
import { openLookup, type CandidateLookup } from '../index/lookup.ts'
import { openMetadataReader, type MetadataKeep, type MetadataReader } from '../index/metadata.ts'
import { openPageReader } from '../index/pages.ts'
import type { Candidate } from '../index/types.ts'
import type { EventBus } from '../kernel/events.ts'
import type { Hash } from '../kernel/hash.ts'
import type { HttpClient } from '../net/client.ts'
import { allowedFormats } from '../requests/controls.ts'
import type { Requests, UserRequirement } from '../requests/types.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { Version } from '../standards/version.ts'
import type { StoreLayout } from '../store/layout.ts'
import { openValueStore } from '../store/values.ts'
import { openWheelStore, type WheelStore } from '../store/wheels.ts'
import type { WheelRequest } from '../fetch/types.ts'
import type { Target } from '../target/types.ts'
import { openInlinePool } from '../workers/inline-pool.ts'
import type { WorkerPool } from '../workers/protocol.ts'
import { openThreadPool } from '../workers/thread-pool.ts'
import type { RunContext } from './context.ts'
import type { Limits } from './limits.ts'
import { openNetwork } from './network.ts'
import type { StoreFolder } from './store-folder.ts'

/** What indexes offer under one set of rules. */
export interface Offer {
  readonly lookup: CandidateLookup
  readonly metadata: MetadataReader
  /** A listed file as something to fetch, with the hashes the user gave for its project. */
  readonly wheelRequest: (candidate: Candidate) => WheelRequest
}

/** The machinery of one run, opened once and closed at its end. */
export interface RunParts extends Offer {
  readonly client: HttpClient
  readonly store: WheelStore
  readonly pool: WorkerPool
  readonly fetcher: Fetcher
  /** Fetches source distributions, which have a bucket of their own. */
  readonly sdists: Fetcher
  readonly tagRanks: ReadonlyMap<string, number>
  /**
   * What build environments are made from: the same, but that hashes and --ignore-requires-python are for what is installed
   * (pip makes build environments without them).
   */
  readonly forBuilds: Offer
  /** Metadata that was checked against its file, by the file's sha256. */
  readonly metadataKeep: MetadataKeep
  close(): Promise<void>
}

export interface PartsFacts {
  readonly requests: Requests
  readonly target: Target
  readonly pythonVersion: Version
  readonly limits: Limits
  readonly storeFolder: StoreFolder
  /** The pool is opened before anything else is known, because starting threads takes its time. */
  readonly pool: WorkerPool
  readonly storeReady: Promise<void>
  /** The indexes to ask, in order; the default one has been found out. */
  readonly indexUrls: readonly string[]
}

export function openPool(limits: Limits, context: RunContext): WorkerPool {
  return limits.threads === 0 ? openInlinePool() : openThreadPool(context.workerPath, limits.threads)
}

export function openParts(facts: PartsFacts, context: RunContext): RunParts {
  const { requests, storeFolder, pool } = facts
  const { events } = context
  const findLinks = requests.indexes.findLinks.map(({ value }) => value)
  const client = openNetwork({ settings: requests.network, limits: facts.limits, urls: [...facts.indexUrls, ...findLinks] }, context)
  const store = openWheelStore(storeFolder.layout)
  const { storeReady } = facts
  const fetcher = openFetcher({ client, store, pool, events, storeReady })
  const pages = openPageReader(client, storeFolder.isKept ? openValueStore(storeFolder.layout.pages) : undefined)
  const tagRanks = new Map(facts.target.tags.map((tag, rank) => [tag, rank]))
  const keep = metadataKeep(store, storeFolder, events)
  const places = findLinks.map((location) => openFindLinks(location, pages, events))
  const findFormats = formatsFor(requests)
  const offer = (hashesFor: HashesFor, ignoreRequiresPython: boolean): Offer => {
    const { preferBinary, uploadedPriorToMs } = requests.policy
    const rules = { tagRanks, pythonVersion: facts.pythonVersion, ignoreRequiresPython, preferBinary, uploadedPriorToMs }
    const lookup = openLookup({ indexUrls: facts.indexUrls, findLinks: places, pages, events, rules, hashesFor, formatsFor: findFormats })
    const wheelRequest = requestOf(hashesFor)
    return { lookup, wheelRequest, metadata: openMetadataReader({ client, keep, wheels: wholeWheels(fetcher, wheelRequest, context), events }) }
  }
  const forRun = offer(userHashes(requests), requests.policy.ignoreRequiresPython)
  const isPlain = !requests.policy.ignoreRequiresPython && [...requests.set.requirements, ...requests.set.constraints].every(({ hashes }) => hashes.length === 0)
  return {
    ...forRun,
    client,
    store,
    pool,
    fetcher,
    sdists: openFetcher({ client, store: openWheelStore(sdistLayout(storeFolder.layout)), pool, events, storeReady, kind: 'sdists' }),
    tagRanks,
    forBuilds: isPlain ? forRun : offer(() => [], false),
    metadataKeep: keep,
    close: () => client.close(),
  }
}

/** Source distributions are kept as wheels are, in a bucket of their own. */
function sdistLayout(layout: StoreLayout): StoreLayout {
  return { ...layout, wheel: (sha256) => layout.sdist(sha256) }
}

type HashesFor = (name: NormalizedName) => readonly Hash[]

function formatsFor(requests: Requests): (name: NormalizedName) => { readonly wheels: boolean; readonly sdists: boolean } {
  return (name) => {
    const { wheels, sources } = allowedFormats(requests.policy.formatControl, name)
    return { wheels, sdists: sources }
  }
}

function requestOf(hashesFor: HashesFor): (candidate: Candidate) => WheelRequest {
  return (candidate) => ({
    name: candidate.name,
    versionText: candidate.version.text,
    filename: candidate.file.filename,
    url: candidate.file.url,
    publishedHashes: candidate.file.hashes,
    requiredHashes: hashesFor(candidate.name),
    sizeBytes: candidate.file.sizeBytes,
  })
}

function wholeWheels(fetcher: Fetcher, wheelRequest: (candidate: Candidate) => WheelRequest, context: RunContext): Parameters<typeof openMetadataReader>[0]['wheels'] {
  return {
    expected: (candidate) =>
      candidate.file.url.startsWith('file:') ? fetcher.fetch(wheelRequest(candidate), context) : fetcher.expected(wheelRequest(candidate)),
    fetch: (candidate) => fetcher.fetch(wheelRequest(candidate), context),
    offer: (candidate, bytes) => fetcher.offer(wheelRequest(candidate), bytes),
  }
}

/** Metadata that its index vouches for lies beside the wheels and may travel; all other stays on this disk. */
function metadataKeep(store: WheelStore, folder: StoreFolder, events: EventBus): MetadataKeep {
  const local = openValueStore(path.join(folder.layout.facts, 'metadata'))
  return {
    read: async (sha256, isPublished) => {
      const travelled = await store.readMetadata(sha256)
      if (travelled !== undefined && isPublished(travelled)) return travelled
      if (travelled !== undefined) events.count('metadata-refused', 1)
      return (await local.read(sha256))?.toString('utf8')
    },
    write: (sha256, text, { travels }) => (travels ? store.writeMetadata(sha256, text) : local.write(sha256, text)),
  }
}

/** Hashes given for a project: those that every requirement (and constraint) with hashes on it allows, as pip intersects them. */
function userHashes(requests: Requests): HashesFor {
  const byName = new Map<NormalizedName, readonly Hash[]>()
  const add = ({ name, hashes }: UserRequirement): void => {
    if (name === undefined || hashes.length === 0) return
    const before = byName.get(name)
    byName.set(name, before === undefined ? hashes : before.filter((hash) => hashes.some((other) => other.algorithm === hash.algorithm && other.hex.toLowerCase() === hash.hex.toLowerCase())))
  }
  for (const user of [...requests.set.requirements, ...requests.set.constraints]) add(user)
  return (name) => byName.get(name) ?? []
}

