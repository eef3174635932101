import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { publishedSha256 } from '../index/metadata.ts'
import type { Candidate } from '../index/types.ts'
import { formatDirectUrl } from '../standards/direct-url.ts'
import { isUserError, withOuterReasons, type UserError } from '../kernel/errors.ts'
import type { WheelToStage } from '../install/stage.ts'
import type { StagedDistribution } from '../install/types.ts'
import type { WorkArea } from '../install/work-area.ts'
import type { FetchedWheel } from '../fetch/types.ts'
import { directKey } from '../resolve/direct-source.ts'
import type { DirectCandidate, Resolution, ResolvedPackage } from '../resolve/types.ts'
import type { NormalizedName } from '../standards/names.ts'
import { parseWheelName } from '../standards/wheel-name.ts'
import type { TreeRequest } from '../workers/tasks/wheel-tree.ts'
import type { PackageAction } from './actions.ts'
import type { RunContext } from './context.ts'
import { labelOf } from './label.ts'
import { tellAllMissing } from './missing-files.ts'
import { WheelsUnderWay, type StartWheel, type WheelProgress } from './early-wheels.ts'
import type { RunParts } from './parts.ts'
import type { Sources } from './sources.ts'
import { Stages } from './stages.ts'
import { toStage } from './to-stage.ts'
import type { PreparedRun } from './types.ts'
import { whyIncluded } from './why.ts'

/** All wheels of a run in their stages, in the order of the resolution. */
export interface StagedWheels {
  readonly distributions: readonly StagedDistribution[]
  readonly wheels: ReadonlyMap<NormalizedName, FetchedWheel>
  /** Undefined when there is nothing to install: then nothing was written either. */
  readonly workArea: WorkArea | undefined
}

/** Wheels on their way from the network into invisible folders of the target. */
export interface Staging {
  readonly start: StartWheel
  /** Whether a wheel's unpacked files are kept, so that staging it takes no bytes from anywhere. */
  isLinked(candidate: Candidate): boolean
  /** Waits for every wheel that is to be installed. The first failure stops the others and is thrown, with why its package is here. */
  stageAll(actions: readonly PackageAction[], resolution: Resolution): Promise<StagedWheels>
  /** Removes what was staged and is not in place. */
  close(): Promise<void>
}

/** What wheels come from: files, and what has to be built. */
export type StagingParts = RunParts & { readonly sources: Sources }

/** Wheels are fetched and staged at once, as they are named. */
export function openStaging(run: PreparedRun, parts: StagingParts, context: RunContext): Staging {
  const underWay = new WheelsUnderWay()
  const { pool, sources, trees } = parts
  const stages = new Stages({ environment: run.environment, strictRecord: run.options.install.strictRecord, pool, events: context.events })
  const signal = AbortSignal.any([context.signal, stages.ended])
  const treeOf = treesFor(trees)
  const start: StartWheel = (candidate, { requested }) =>
    underWay.get(candidate.file.url, () => fetchAndStage(parts, { candidate, requested, signal, treeOf }, stages))
  return {
    start,
    isLinked: ({ file }) => {
      const sha256 = publishedSha256(file.hashes)
      return sha256 !== undefined && trees !== undefined && existsSync(trees.layout.tree(sha256))
    },
    stageAll: async (actions, resolution) => {
      const installing = actions.filter((action) => action.kind === 'install')
      const wanted = installing.map(({ item }) => ({ item, progress: begin(item, { start, stages, underWay, sources }) }))
      const seed = pipSeed(run, resolution)
      const extra = seed === undefined ? [] : [stages.stage(seed)]
      const distributions = await allOrFirstFailure(wanted, resolution, run.requests.network.offline)
      const wheels = new Map<NormalizedName, FetchedWheel>()
      for (const { item, progress } of wanted) wheels.set(item.name, await progress.fetched)
      return { distributions: [...(await Promise.all(extra)), ...distributions], wheels, workArea: await stages.workArea() }
    },
    close: async () => {
      stages.end(new Error('the run has ended'))
      await underWay.settle()
      await stages.close()
    },
  }
}

interface FetchAndStage {
  readonly candidate: Candidate
  readonly requested: boolean
  readonly signal: AbortSignal
  readonly treeOf: TreeOf
}

type TreeOf = (wheel: FetchedWheel) => TreeRequest | undefined

/**
 * Unpacked files are kept from the second use of a wheel on, by links to what was unpacked: the first run is not slowed down,
 * and a disk that lives for one run only never pays for them.
 */
function treesFor(trees: StagingParts['trees']): TreeOf {
  if (trees === undefined) return () => undefined
  const { layout, grow } = trees
  return ({ source, sha256 }) => {
    const tree = layout.tree(sha256)
    return source === 'store' && (grow || existsSync(tree)) ? { path: tree, draft: path.join(layout.temporary, `${randomUUID()}.tree`) } : undefined
  }
}

/** Of a file whose size nobody says: enough to have threads started. */
const UNKNOWN_BYTES = 1 << 30

function fetchAndStage(parts: StagingParts, wanted: FetchAndStage, stages: Stages): WheelProgress {
  const { candidate, requested } = wanted
  const staging = (wheel: FetchedWheel): WheelToStage => toStage(wheel, { requested, directUrl: undefined, tree: wanted.treeOf(wheel) })
  const fetch = (): Promise<FetchedWheel> => {
    // Threads take as long to start as a small wheel takes to come: behind its request, not before it.
    setImmediate(() => parts.pool.warm(candidate.file.sizeBytes ?? UNKNOWN_BYTES))
    return candidate.format === 'sdist' ? parts.sources.wheelOf(candidate) : parts.fetcher.fetch(parts.wheelRequest(candidate), { signal: wanted.signal })
  }
  const linked = linkKept(parts, wanted, (wheel) => stages.link(staging(wheel)))
  const fetched = linked.then((done) => done?.wheel ?? fetch())
  return { fetched, staged: linked.then((done) => done?.distribution ?? fetched.then((wheel) => stages.stage(staging(wheel)))) }
}

interface LinkedWheel {
  readonly wheel: FetchedWheel
  readonly distribution: StagedDistribution
}

/** A wheel whose unpacked files are kept whole needs neither be fetched nor hashed nor read. */
async function linkKept(parts: StagingParts, { candidate, treeOf }: FetchAndStage, link: (wheel: FetchedWheel) => Promise<StagedDistribution | undefined>): Promise<LinkedWheel | undefined> {
  if (parts.trees === undefined) return undefined
  const kept = candidate.format === 'sdist' ? await parts.sources.keptOf(candidate) : undefined
  const wheel = candidate.format === 'sdist' ? kept?.wheel : await parts.fetcher.kept(parts.wheelRequest(candidate))
  const tree = wheel === undefined ? undefined : treeOf(wheel)
  if (wheel === undefined || tree === undefined || !existsSync(tree.path)) return undefined
  const distribution = await link(wheel)
  if (distribution === undefined) return undefined
  kept?.taken()
  return { wheel, distribution }
}

interface Beginning {
  readonly start: StartWheel
  readonly stages: Stages
  readonly underWay: WheelsUnderWay
  readonly sources: Sources
}

function begin(item: ResolvedPackage, { start, stages, underWay, sources }: Beginning): WheelProgress {
  const requested = item.userRequirements.length > 0
  const { entry } = item
  if (entry.kind === 'index') return start(entry.candidate, { requested })
  if (entry.kind === 'installed') throw new Error(`${item.name} is installed and was to be installed`)
  const { candidate } = entry
  return underWay.get(directKey(candidate.source), () => {
    const fetched = candidate.wheel.kind === 'to-build' ? sources.wheelOfDirect(candidate) : Promise.resolve(fileWheel(item, candidate.wheel))
    const directUrl = formatDirectUrl(candidate.directUrl)
    const staged = fetched.then((wheel) => stages.stage(toStage(wheel, { requested, directUrl })))
    return { fetched, staged }
  })
}

function fileWheel(item: ResolvedPackage, { path, filename, sha256 }: Extract<DirectCandidate['wheel'], { kind: 'file' }>): FetchedWheel {
  return { name: item.name, versionText: item.version.text, filename, path, sizeBytes: 0, sha256, source: 'local' }
}

/** One wheel that fails decides the run; the error says why its package is part of it. */
async function allOrFirstFailure(wanted: readonly { readonly item: ResolvedPackage; readonly progress: WheelProgress }[], resolution: Resolution, isOffline: boolean): Promise<StagedDistribution[]> {
  const awaited = wanted.map(({ item, progress }) => ({
    label: labelOf(item),
    staged: progress.staged.catch((error: unknown) => {
      throw isUserError(error) && !isAboutTarget(error) ? withOuterReasons(error, whyIncluded(item.name, resolution)) : error
    }),
  }))
  if (isOffline) await tellAllMissing(awaited)
  return Promise.all(awaited.map(({ staged }) => staged))
}

/** What would have stopped any package is no matter of the one that met it first. */
function isAboutTarget({ code }: UserError): boolean {
  return code.startsWith('target-')
}

/** The pip of a fresh environment, from the wheel that the interpreter's ensurepip carries, unless the user asks for one himself. */
function pipSeed(run: PreparedRun, resolution: Resolution): WheelToStage | undefined {
  const file = run.environment.target.ensurepipWheel
  if (!run.environment.isFresh || !run.options.target.withPip || file === undefined) return undefined
  const filename = path.basename(file)
  const wheel = parseWheelName(filename)
  if (wheel === undefined || resolution.packages.some((item) => item.name === wheel.name)) return undefined
  return { name: wheel.name, versionText: wheel.version.text, filename, path: file, sizeBytes: 0, requested: false, directUrl: undefined }
}
