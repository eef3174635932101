import type { CandidateLookup } from '../index/lookup.ts'
import type { MetadataReader } from '../index/metadata.ts'
import { parseCommandLine } from '../requests/options/command-line.ts'
import { readIndexSettings, startIndexes } from '../requests/index-settings.ts'
import { readInstallOptions } from '../requests/install-options.ts'
import { readNetwork } from '../requests/network-settings.ts'
import { readPipConfig } from '../requests/pip-config.ts'
import type { RunContext } from './context.ts'
import { locate } from './environment.ts'
import { pythonVersionOf } from './installed-metadata.ts'
import { openParts } from './parts.ts'
import { findIndexes } from './index-urls.ts'
import { openMeans, readEarlyOptions, type EarlyOptions } from './prepare.ts'
import { openResolutionMemo } from './resolution-memo.ts'
import { resolveRun, type ResolveFacts } from './resolve-run.ts'
import type { ResolutionQuestion, RunMeans } from './types.ts'
import { asQuestion, placesMark, type OwnSettings, type WrittenQuestion } from './written-question.ts'

/** A question of an earlier run, and what is known of the one that may ask it again. */
export interface AheadFacts {
  readonly question: WrittenQuestion
  /** Options that the run will have, as far as they can be known before its files are there. */
  readonly args: readonly string[]
  /** Resolves when metadata that comes from elsewhere lies in the store. */
  readonly metadataReady: Promise<unknown>
}

/**
 * Answers a question before the run that may ask it: reads the pages and resolves, so that the run finds pages and answer in
 * the store, as on a disk that it had been on before. Indexes and credentials are those of the options, the environment and
 * pip's configuration here; the question says only for what they are asked. No sources are built, and indexes that publish
 * no hashes of metadata are left to the run. False when there is no answer to keep. Throws what reading and resolving throw.
 */
export async function answerAhead({ question, args, metadataReady }: AheadFacts, context: RunContext): Promise<boolean> {
  const early = readEarlyOptions(parseCommandLine(args), context)
  const means = await openMeans(early.options, context)
  try {
    const own = await readOwn(early, means, context)
    if (placesMark(own) !== question.places) return false
    return await answer({ run: asQuestion(question, own), basePython: own.target.python, names: question.names, means: { ...means, storeReady: metadataReady.then(() => undefined) } }, context)
  } finally {
    await means.pool.close()
    await means.storeFolder.close()
  }
}

/** The interpreter need not be the one of the run: its pip knows the default index. */
async function readOwn(early: EarlyOptions, means: RunMeans, context: RunContext): Promise<OwnSettings> {
  const { world, secrets } = context
  const target = await locate(early.options.target.python?.value, means.storeFolder, context)
  const config = readPipConfig(world, { home: target, isIsolated: early.isIsolated })
  const { values } = readInstallOptions(early.line, config.settings, world)
  const indexes = readIndexSettings(startIndexes(values, world), values)
  return { indexes, network: readNetwork(values, world, secrets), target, indexUrls: await findIndexes(indexes, { ...target, storeFolder: means.storeFolder }, context) }
}

interface Asked extends Pick<WrittenQuestion, 'names'> {
  readonly run: ResolutionQuestion
  readonly basePython: string
  readonly means: RunMeans
}

async function answer({ run, basePython, names, means }: Asked, context: RunContext): Promise<boolean> {
  const { environment: { target }, requests, indexUrls } = run
  const parts = openParts({ ...means, requests, target, basePython, pythonVersion: pythonVersionOf(target), indexUrls, isNeededWhole: () => false }, context)
  try {
    await readPages(names, parts.lookup, context)
    await means.storeReady
    const resolution = await resolveRun({ run, means, parts: { ...parts, metadata: publishedAlone(parts.metadata) }, sources: NO_SOURCES, needsFiles: false }, context)
    await openResolutionMemo({ run, means, parts }, context).keep(resolution)
    return resolution.basis !== undefined
  } finally {
    await parts.close()
  }
}

/** While what is restored is still on its way. What cannot be read is met again by the resolve. */
async function readPages(names: WrittenQuestion['names'], lookup: CandidateLookup, { signal }: RunContext): Promise<void> {
  await Promise.allSettled(names.map((name) => lookup.list(name, { signal, urgent: true })))
}

/** Metadata by other ways than its own file takes wheels, and those may be on their way from elsewhere. */
function publishedAlone(metadata: MetadataReader): MetadataReader {
  return {
    read: (candidate, terms) => (typeof candidate.file.coreMetadata === 'boolean' ? Promise.reject(new Error(`no hash of the metadata of ${candidate.file.filename} is published`)) : metadata.read(candidate, terms)),
  }
}

const leave = (): Promise<never> => Promise.reject(new Error('left to the run itself'))
const NO_SOURCES: ResolveFacts['sources'] = { direct: () => ({ read: leave }), metadata: () => ({ read: leave }) }
