import path from 'node:path'
import { openFetcher, type Fetcher } from '../fetch/fetcher.ts'
import { publishedSha256, type MetadataKeep } from '../index/metadata.ts'
import type { Candidate } from '../index/types.ts'
import { messageOf } from '../kernel/errors.ts'
import type { EventBus } from '../kernel/events.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { Version } from '../standards/version.ts'
import type { StoreLayout } from '../store/layout.ts'
import { keptProjects, type KeptProject } from '../store/kept-projects.ts'
import { openValueStore } from '../store/values.ts'
import { openWheelStore, type WheelStore } from '../store/wheels.ts'
import type { Target } from '../target/types.ts'
import { openInlinePool } from '../workers/inline-pool.ts'
import type { WorkerPool } from '../workers/protocol.ts'
import { openThreadPool } from '../workers/thread-pool.ts'
import type { RunContext } from './context.ts'
import type { Limits } from './limits.ts'
import { openNetwork } from './network.ts'
import { openOffers, type Offer, type OfferParts } from './offers.ts'
import type { StoreFolder } from './store-folder.ts'
import type { ResolutionQuestion } from './types.ts'

/** The machinery of one run, opened once and closed at its end. */
export interface RunParts extends Offer {
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
  /** Projects that earlier runs met. */
  readonly keptProjects: () => Promise<readonly KeptProject[]>
  /** No index can be asked: --offline, or there is none. */
  readonly isOffline: boolean
  /**
   * Where unpacked files are kept; undefined: nowhere, because links say too little of their files (Windows). `grow`: the disk
   * outlives the run, so that keeping more pays; else those are used that somebody has made.
   */
  readonly trees: { readonly layout: StoreLayout; readonly grow: boolean } | undefined
  close(): Promise<void>
}

/** What the machinery of a run is made for. */
export interface PartsFacts {
  readonly requests: ResolutionQuestion['requests']
  readonly target: Target
  /** An interpreter that can be run. */
  readonly basePython: string
  readonly pythonVersion: Version
  readonly limits: Limits
  readonly storeFolder: StoreFolder
  readonly pool: WorkerPool
  readonly storeReady: Promise<void>
  /** The indexes to ask, in order; the default one has been found out. */
  readonly indexUrls: readonly string[]
  /** Whether a candidate's wheel is needed for certain. */
  readonly isNeededWhole: (candidate: Candidate) => boolean
  /** As `OfferFacts` has it. */
  readonly onlyVersion?: ((name: NormalizedName) => Version | undefined) | undefined
}

/** Threads, as many as the limits allow; with none, or where none can be started, tasks run in the main thread. */
export function openPool(limits: Limits, context: RunContext): WorkerPool {
  if (limits.threads === 0) return openInlinePool()
  const onInline = (why: Error): void => context.events.notice('info', `no thread can be started (${messageOf(why)}); wheels are unpacked one by one`)
  return openThreadPool({ workerPath: context.workerPath, threadCount: limits.threads, onInline })
}

/** What a run works with, made once: the network, the store, the index, builds. Nothing is asked of the network here. */
export function openParts(facts: PartsFacts, context: RunContext): RunParts {
  const { requests, storeFolder, pool } = facts
  const { events } = context
  const { findLinks, owners } = requests.indexes
  const urls = [...facts.indexUrls, ...findLinks.map(({ value }) => value), ...owners.map(({ url }) => url)]
  const keyring = { python: facts.basePython, scripts: facts.target.scheme.scripts }
  const client = openNetwork({ settings: requests.network, limits: facts.limits, urls, keyring }, context)
  const store = openWheelStore(storeFolder.layout)
  const { storeReady, limits: { partsPerFile } } = facts
  const fetcher = openFetcher({ client, store, pool, events, storeReady, partsPerFile })
  const tagRanks = new Map(facts.target.tags.map((tag, rank) => [tag, rank]))
  const keep = metadataKeep(store, storeFolder, events)
  const pageCache = storeFolder.isKept ? openValueStore(storeFolder.layout.pages) : undefined
  const wholeWheels = wheelsFrom({ store, fetcher, storeReady }, context)
  const { forRun, forBuilds } = openOffers({ ...facts, tagRanks }, { client, pageCache, events, keep, wholeWheels })
  return {
    ...forRun,
    store,
    pool,
    fetcher,
    sdists: openFetcher({ client, store: openWheelStore(sdistLayout(storeFolder.layout)), pool, events, storeReady, partsPerFile, kind: 'sdists' }),
    tagRanks,
    forBuilds,
    metadataKeep: keep,
    keptProjects: () => (storeFolder.isKept ? keptProjects(storeFolder.layout.pages) : Promise.resolve([])),
    isOffline: requests.network.offline || facts.indexUrls.length === 0,
    trees: storeFolder.isKept && context.world.platform !== 'win32' ? { layout: storeFolder.layout, grow: context.world.isThrownAway !== true } : undefined,
    close: () => client.close(),
  }
}

/** Source distributions are kept as wheels are, in a bucket of their own. */
function sdistLayout(layout: StoreLayout): StoreLayout {
  return { ...layout, wheel: (sha256) => layout.sdist(sha256) }
}

function wheelsFrom({ store, fetcher, storeReady }: Pick<RunParts, 'store' | 'fetcher'> & Pick<PartsFacts, 'storeReady'>, context: RunContext): OfferParts['wholeWheels'] {
  return (wheelRequest) => ({
    stored: async (candidate) => {
      await storeReady
      return isStored(store, candidate)
    },
    expected: (candidate) => fetcher.expected(wheelRequest(candidate)),
    fetch: (candidate) => fetcher.fetch(wheelRequest(candidate), context),
    offer: (candidate, bytes) => fetcher.offer(wheelRequest(candidate), bytes),
  })
}

/** Whether the file that an index lists lies in a store. */
export function isStored(store: Pick<WheelStore, 'find'>, { file }: Candidate): boolean {
  const sha256 = publishedSha256(file.hashes)
  return sha256 !== undefined && store.find(sha256) !== undefined
}

/** Metadata that its index vouches for lies beside the wheels and may travel; all other stays on this disk. */
function metadataKeep(store: WheelStore, folder: StoreFolder, events: EventBus): MetadataKeep {
  const local = openValueStore(path.join(folder.layout.facts, 'metadata'))
  return {
    read: async (sha256, isPublished) => {
      const travelled = await store.readMetadata(sha256)
      if (travelled !== undefined && isPublished(travelled)) return travelled
      if (travelled !== undefined) events.count('metadata-refused', 1, sha256)
      return (await local.read(sha256))?.toString('utf8')
    },
    write: (sha256, text, { travels }) => (travels ? store.writeMetadata(sha256, text) : local.write(sha256, text)),
  }
}
