import { pathToFileURL } from 'node:url'
import type { WheelRequest } from '../fetch/types.ts'
import type { CandidateRules } from '../index/candidates.ts'
import { openFindLinks } from '../index/find-links.ts'
import { openLookup, type CandidateLookup } from '../index/lookup.ts'
import { openMetadataReader, type MetadataParts, type MetadataReader } from '../index/metadata.ts'
import { openPageReader, type PageCache } from '../index/pages.ts'
import { openPlaces } from '../index/places.ts'
import type { Candidate, PinnedFile } from '../index/types.ts'
import type { EventBus } from '../kernel/events.ts'
import type { Hash } from '../kernel/hash.ts'
import { redactUrl } from '../kernel/secrets.ts'
import type { HttpClient } from '../net/client.ts'
import { allowedFormats } from '../requests/controls.ts'
import type { LockedFile } from '../requests/types.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { Version } from '../standards/version.ts'
import type { Target } from '../target/types.ts'
import type { ResolutionQuestion } from './types.ts'
import { userHashes } from './user-hashes.ts'

/** What indexes offer under one set of rules. */
export interface Offer {
  readonly lookup: CandidateLookup
  readonly metadata: MetadataReader
  /** A listed file as something to fetch, with the hashes the user gave for its project. */
  readonly wheelRequest: (candidate: Candidate) => WheelRequest
}

/** For which target indexes are asked, and by which rules. */
export interface OfferFacts {
  readonly requests: ResolutionQuestion['requests']
  readonly target: Target
  readonly pythonVersion: Version
  readonly tagRanks: ReadonlyMap<string, number>
  /** The indexes to ask, in order; the default one has been found out. */
  readonly indexUrls: readonly string[]
  /** Whether a candidate's wheel is needed for certain. */
  readonly isNeededWhole: (candidate: Candidate) => boolean
  /** As `LookupParts` has it, for what is installed; default: none. */
  readonly onlyVersion?: ((name: NormalizedName) => Version | undefined) | undefined
}

/** What asking them works with. */
export interface OfferParts extends Pick<MetadataParts, 'keep'> {
  readonly client: HttpClient
  readonly pageCache: PageCache | undefined
  readonly events: EventBus
  readonly wholeWheels: (wheelRequest: Offer['wheelRequest']) => MetadataParts['wheels']
}

/**
 * What the indexes offer, for what is installed and for build environments: the same places and pages, but that hashes, locked
 * files, pins and --ignore-requires-python are for what is installed (pip makes build environments without them).
 */
export function openOffers(facts: OfferFacts, parts: OfferParts): { readonly forRun: Offer; readonly forBuilds: Offer } {
  const { requests, indexUrls } = facts
  const { indexes, network, policy } = requests
  const { client, events } = parts
  const { refresh } = indexes
  const asksAnew = (name: NormalizedName | undefined): boolean => refresh.all || (name !== undefined && refresh.names.includes(name))
  const pages = openPageReader({ client, cache: parts.pageCache, offline: network.offline, asksAnew })
  const places = openPlaces({ ...indexes, indexUrls, trustedHosts: network.trustedHosts })
  const findLinks = indexes.findLinks.map(({ value }) => openFindLinks(value, { pages, events, trustedHosts: network.trustedHosts }))
  const hashes = userHashes(requests.set, facts.target.environment)
  const locked = new Map(requests.locked.map((file) => [file.name, pinnedFile(file)]))
  const open = (own: { readonly hashesFor: HashesFor; readonly pinnedFor: (name: NormalizedName) => PinnedFile | undefined; readonly ignoreRequiresPython: boolean; readonly isNeededWhole: OfferFacts['isNeededWhole']; readonly onlyVersion?: OfferFacts['onlyVersion'] }): Offer => {
    const lookup = openLookup({ places, findLinks, pages, events, rulesFor: rulesFor(facts, own), pinnedFor: own.pinnedFor, onlyVersion: own.onlyVersion ?? (() => undefined) })
    const wheelRequest = requestOf(own.hashesFor, own.pinnedFor)
    return { lookup, wheelRequest, metadata: openMetadataReader({ client, keep: parts.keep, wheels: parts.wholeWheels(wheelRequest), events, offline: network.offline, isNeededWhole: own.isNeededWhole }) }
  }
  const forRun = open({ hashesFor: (name) => hashes.get(name), pinnedFor: (name) => locked.get(name), ignoreRequiresPython: policy.ignoreRequiresPython, isNeededWhole: facts.isNeededWhole, onlyVersion: facts.onlyVersion })
  const isPlain = !policy.ignoreRequiresPython && hashes.size === 0 && locked.size === 0 && facts.onlyVersion === undefined
  const forBuilds = isPlain ? forRun : open({ hashesFor: () => undefined, pinnedFor: () => undefined, ignoreRequiresPython: false, isNeededWhole: () => false })
  return { forRun, forBuilds }
}

type HashesFor = (name: NormalizedName) => readonly Hash[] | undefined

function rulesFor({ requests, pythonVersion, tagRanks }: OfferFacts, own: { readonly hashesFor: HashesFor; readonly ignoreRequiresPython: boolean }): (name: NormalizedName) => CandidateRules {
  const { policy } = requests
  return (name) => {
    const { wheels, sources } = allowedFormats(policy.formatControl, name)
    return {
      tagRanks,
      pythonVersion,
      ignoreRequiresPython: own.ignoreRequiresPython,
      preferBinary: policy.preferBinary,
      allowWheels: wheels,
      allowSdists: sources,
      hashes: own.hashesFor(name),
      uploadedPriorToMs: policy.uploadedAnyTime.includes(name) ? undefined : policy.uploadedPriorToMs,
    }
  }
}

function requestOf(hashesFor: HashesFor, pinnedFor: (name: NormalizedName) => PinnedFile | undefined): (candidate: Candidate) => WheelRequest {
  return (candidate) => ({
    name: candidate.name,
    versionText: candidate.version.text,
    filename: candidate.file.filename,
    url: candidate.file.url,
    publishedHashes: candidate.file.hashes,
    requiredHashes: hashesFor(candidate.name) ?? [],
    sizeBytes: candidate.file.sizeBytes,
    requiredSizeBytes: pinnedFor(candidate.name)?.file.sizeBytes,
  })
}

function pinnedFile({ filename, url, hashes, sizeBytes, uploadTimeMs, index, origin }: LockedFile): PinnedFile {
  const place = index ?? (origin.kind === 'file' ? pathToFileURL(origin.path).href : url)
  return {
    file: { filename, url, hashes, requiresPython: undefined, yanked: false, coreMetadata: false, sizeBytes, uploadTimeMs },
    index: { kind: 'simple', url: place, label: redactUrl(place) },
    origin,
  }
}
