import path from 'node:path'
import { openBuilder, type SourceBuilder } from '../build/builder.ts'
import { pythonFacts } from '../build/build-facts.ts'
import type { BuildSource, BuiltWheel, SourceIdentity } from '../build/types.ts'
import { WaitGraph, type WaitNode } from '../build/wait-graph.ts'
import type { FetchedWheel } from '../fetch/types.ts'
import type { Candidate } from '../index/types.ts'
import { answerFor, publishedSha256 } from '../index/metadata.ts'
import { sha256Among } from '../kernel/digests.ts'
import type { Sha256 } from '../kernel/hash.ts'
import { Limiter } from '../kernel/limiter.ts'
import type { UserRequirement } from '../requests/types.ts'
import type { DirectReader, SourceReader } from '../resolve/knowledge.ts'
import type { DirectCandidate, ResolvedPackage } from '../resolve/types.ts'
import type { NormalizedName } from '../standards/names.ts'
import { openBuiltWheelStore, type BuiltWheelStore } from '../store/built-wheels.ts'
import { openPreparedMetadataStore } from '../store/prepared-metadata.ts'
import { describeInstalled, isolatedEnvironments, sharedEnvironment } from './build-environments.ts'
import { environmentMeans } from './build-means.ts'
import type { RunContext } from './context.ts'
import { directReader } from './direct.ts'
import { labelOf } from './label.ts'
import { readSystemName } from './machine.ts'
import type { RunParts } from './parts.ts'
import type { PreparedRun, RunMeans } from './types.ts'

/** Everything that has to be built before it can be installed. */
export interface Sources {
  /** Reads what requirements name by URL or path. `waiter`: the build that they are requirements of. */
  direct(waiter?: WaitNode): DirectReader
  /** Reads the metadata of source distributions of an index. */
  metadata(waiter?: WaitNode): SourceReader
  /** The wheel of a listed source distribution: built, or kept from an earlier run. */
  wheelOf(candidate: Candidate, waiter?: WaitNode): Promise<FetchedWheel>
  /**
   * The same as it was kept, its bytes not looked at, for who has unpacked files of it that are whole; undefined: none is kept.
   * `taken` says that it was used so.
   */
  keptOf(candidate: Candidate): Promise<{ readonly wheel: FetchedWheel; readonly taken: () => void } | undefined>
  wheelOfDirect(candidate: DirectCandidate, waiter?: WaitNode): Promise<FetchedWheel>
  /** The wheel of this package counts from here on, not what its source said of itself. */
  believeWheel(item: ResolvedPackage): Promise<void>
  /** Ends what is being built. */
  stop(): void
  /** Puts back what was changed outside of temporary folders: for a run that installs nothing after all. */
  undo(): Promise<void>
  close(): Promise<void>
}

/** The run whose sources are built. */
export interface SourcesFacts {
  readonly run: PreparedRun
  readonly means: RunMeans
  readonly parts: RunParts
}

/** Opens the builder of a run, and the engine once more for the environments that it builds in. */
export function openSources(facts: SourcesFacts, context: RunContext): Sources {
  const { run, means, parts } = facts
  const { environment, requests } = run
  const ending = new AbortController()
  const inner = { ...context, signal: AbortSignal.any([context.signal, ending.signal]) }
  const graph = new WaitGraph()
  const base = { ...environment.target, python: environment.basePython }
  const lastingPython = environment.basePython === environment.target.python ? base.python : undefined
  const isolated = isolatedEnvironments({ base, lastingPython, means: environmentMeans({ ...facts, graph, sources: () => sources }, inner) }, inner)
  const shared = sharedEnvironment({ python: ownPython(run), target: environment.target, installed: environment.installed, check: requests.build.checkDependencies }, inner)
  const builder = openBuilder({
    python: environment.basePython,
    pythonFacts: pythonFacts(environment.target.facts, environment.target.environment.python_full_version),
    system: readSystemName(),
    isolated: requests.build.isolation,
    surroundings: requests.build.isolation ? requests.build.constraints.map(({ text }) => text).sort() : describeInstalled(environment.installed),
    env: context.world.env,
    environments: requests.build.isolation ? isolated : shared,
    store: means.storeFolder.isKept ? openBuiltWheels(means) : undefined,
    prepared: means.storeFolder.isKept ? openPreparedMetadataStore(means.storeFolder.layout) : undefined,
    metadata: { read: (sha256) => parts.metadataKeep.read(sha256, () => false), write: (sha256, text) => parts.metadataKeep.write(sha256, text, { travels: false }) },
    hashFile: (file) => hashFile(parts, file),
    builds: new Limiter(means.limits.builds),
    timeoutMs: requests.build.timeoutMs,
    graph,
    events: context.events,
    nowMs: () => context.clock.nowMs(),
    signal: inner.signal,
  })
  const sources: Sources = { ...readersOf(facts, builder, inner), stop: () => ending.abort(new Error('the run has ended')), undo: () => builder.undo(), close: () => builder.close() }
  return sources
}

/** Built wheels, looked for only when the store may be looked into: building is what they save. */
function openBuiltWheels({ storeFolder, storeReady }: RunMeans): BuiltWheelStore {
  const store = openBuiltWheelStore(storeFolder.layout)
  return { ...store, find: async (key) => storeReady.then(() => store.find(key)) }
}

/** The interpreter of the environment itself: of a fresh one, where it is being made. */
function ownPython({ environment }: PreparedRun): string {
  return environment.isFresh ? path.join(environment.destination.scheme.scripts, path.basename(environment.target.python)) : environment.target.python
}

async function hashFile(parts: RunParts, file: string): Promise<{ readonly sha256: Sha256; readonly sizeBytes: number }> {
  const { result } = await parts.pool.run('hash-file', { path: file, algorithms: ['sha256'] })
  return { sha256: sha256Among(result.digests), sizeBytes: result.sizeBytes }
}

function readersOf(facts: SourcesFacts, builder: SourceBuilder, context: RunContext): Pick<Sources, 'direct' | 'metadata' | 'wheelOf' | 'keptOf' | 'wheelOfDirect' | 'believeWheel'> {
  const { run, parts } = facts
  const directSources = new WeakMap<DirectCandidate, BuildSource>()
  /** Settings and hashes are for what is installed, not for what builds need. */
  const sourceOf = (candidate: Candidate, waiter: WaitNode | undefined): BuildSource =>
    waiter === undefined
      ? indexSource(candidate, settingsFor(run, candidate.name), parts, context.signal)
      : indexSource(candidate, {}, { sdists: parts.sdists, wheelRequest: parts.forBuilds.wheelRequest }, context.signal)
  return {
    direct: (waiter) => directReader({ run, parts, builder, waiter, remember: (candidate, source) => directSources.set(candidate, source) }, context),
    metadata: (waiter) => ({ read: async (candidate) => answerFor(candidate, await builder.metadata(sourceOf(candidate, waiter), waiter)) }),
    wheelOf: async (candidate, waiter) => {
      const source = sourceOf(candidate, waiter)
      return wheelOfSource(source, { name: candidate.name, versionText: candidate.version.text }, builder, waiter)
    },
    keptOf: async (candidate) => {
      const source = sourceOf(candidate, undefined)
      const kept = await builder.kept(source)
      if (kept === undefined) return undefined
      return { wheel: asFetched(kept, { name: candidate.name, versionText: candidate.version.text }, await builder.identity(source)), taken: () => builder.taken(source) }
    },
    believeWheel: async ({ entry }) => {
      const source = entry.kind === 'direct' ? directSources.get(entry.candidate) : entry.kind === 'index' ? sourceOf(entry.candidate, undefined) : undefined
      if (source !== undefined) await builder.believeWheel(source)
    },
    wheelOfDirect: async (candidate, waiter) => {
      const source = directSources.get(candidate)
      if (source === undefined) throw new Error(`${candidate.label} was not read as a source`)
      return wheelOfSource(source, { name: candidate.name, versionText: candidate.version.text }, builder, waiter)
    },
  }
}

async function wheelOfSource(source: BuildSource, wanted: Pick<FetchedWheel, 'name' | 'versionText'>, builder: SourceBuilder, waiter: WaitNode | undefined): Promise<FetchedWheel> {
  const built = await builder.wheel(source, waiter)
  return asFetched(built, wanted, await builder.identity(source, waiter))
}

function asFetched({ path: file, filename, sha256, sizeBytes, metadata, reused }: BuiltWheel, wanted: Pick<FetchedWheel, 'name' | 'versionText'>, identity: SourceIdentity): FetchedWheel {
  const archive = identity.sha256 === undefined ? {} : { archiveSha256: identity.sha256 }
  return { ...wanted, path: file, filename, sha256, sizeBytes, source: reused ? 'store' : 'build', builtMetadata: metadata, ...archive }
}

/** A listed source distribution as something to build. */
function indexSource(candidate: Candidate, configSettings: UserRequirement['configSettings'], parts: Pick<RunParts, 'sdists' | 'wheelRequest'>, signal: AbortSignal): BuildSource {
  const { name, version, file } = candidate
  const request = parts.wheelRequest(candidate)
  const published = publishedSha256(file.hashes)
  const isEnough = request.requiredHashes.length === 0 || request.requiredHashes.some(({ algorithm, hex }) => algorithm === 'sha256' && hex.toLowerCase() === published)
  return {
    key: ['sdist', file.url, JSON.stringify(configSettings), ...request.requiredHashes.map(({ hex }) => hex)].join(' '),
    label: labelOf(candidate),
    name,
    versionText: version.text,
    origin: { kind: 'archive', filename: file.filename, sha256: isEnough ? published : undefined, fetch: () => parts.sdists.fetch(request, { signal }) },
    subdirectory: undefined,
    configSettings,
  }
}

/** Settings go to what they were given with: the first requirement for the name, as for pip. */
function settingsFor({ requests }: PreparedRun, name: NormalizedName): UserRequirement['configSettings'] {
  return requests.set.requirements.find((user) => user.name === name)?.configSettings ?? {}
}
