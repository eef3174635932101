import path from 'node:path'
import { holdsSecret } from '../kernel/url-secrets.ts'
import { readResolution, writeResolution } from '../resolve/kept-resolution.ts'
import type { Resolution, ResolvedPackage } from '../resolve/types.ts'
import type { UserRequirement } from '../requests/types.ts'
import { openValueStore } from '../store/values.ts'
import type { RunContext } from './context.ts'
import { installedFor } from './installed-metadata.ts'
import type { RunParts } from './parts.ts'
import type { ResolutionQuestion, RunMeans } from './types.ts'

/** Raise it when equal inputs may be resolved otherwise than before. */
const FORMAT = 2

/** The answer of an earlier run to the same question, which counts if the indexes still say what it follows from. */
export interface RecalledResolution {
  readonly packages: readonly ResolvedPackage[]
  /** Asks for all pages at once; undefined: one of them says something else. */
  confirm(): Promise<Resolution | undefined>
}

/** Answers kept on this disk. */
export interface ResolutionMemo {
  recall(): Promise<RecalledResolution | undefined>
  keep(resolution: Resolution): Promise<void>
}

/** Whose answers are kept and recalled. */
export interface MemoFacts {
  readonly run: ResolutionQuestion
  readonly means: RunMeans
  readonly parts: Pick<RunParts, 'lookup' | 'metadata'>
}

/**
 * Resolutions by the question: requirements, constraints, policy, the target's markers and tags, indexes. An answer is kept when it
 * follows from pages of indexes, from what find-links places list, and from metadata of files that these hash, and nothing else; so it is the answer again while
 * these are the same and none of the projects they are of is installed. What is installed now is looked at by `recall`. A
 * resolve that looks into archives that nobody hashed, at paths, repositories or anything's age, or that is to ask anew, neither keeps nor recalls.
 */
export function openResolutionMemo({ run, means, parts }: MemoFacts, context: RunContext): ResolutionMemo {
  const question = means.storeFolder.isKept ? questionOf(run, context) : undefined
  const { requirements } = run.requests.set
  if (question === undefined) return { recall: () => Promise.resolve(undefined), keep: () => Promise.resolve() }
  const store = openValueStore(path.join(means.storeFolder.layout.facts, 'resolutions'))
  return {
    recall: async () => {
      // Most runs in a filled environment end here, before anything is read.
      if (touchesInstalled(requirements, run)) return undefined
      const found = await store.read(question)
      const resolution = found === undefined ? undefined : readResolution(found.toString('utf8'), requirements)
      if (resolution === undefined || touchesInstalled(resolution.basis, run)) return undefined
      return { packages: resolution.packages, confirm: () => confirmed(resolution, { parts, means }, context) }
    },
    keep: async (resolution) => {
      const text = writeResolution(resolution, requirements)
      if (text !== undefined) await store.write(question, text)
    },
  }
}

function touchesInstalled(named: readonly Partial<Pick<UserRequirement, 'name'>>[], run: ResolutionQuestion): boolean {
  const installed = installedFor(run)
  return named.some(({ name }) => name !== undefined && installed.has(name))
}

async function confirmed(resolution: Resolution, { parts, means }: Pick<MemoFacts, 'parts' | 'means'>, { events, signal }: RunContext): Promise<Resolution | undefined> {
  return events.during({ task: 'resolve', resource: 'cpu' }, async () => {
    // What cannot be asked is met again by the resolve, which says what it is needed for.
    const holds = await parts.lookup.stillSays(resolution.basis ?? [], signal).catch(() => false)
    const packages = !holds ? undefined : means.writesReport ? await withTexts(resolution.packages, parts, signal) : resolution.packages
    if (packages === undefined) return undefined
    for (const { level, text } of resolution.notices) events.notice(level, text)
    return { ...resolution, packages }
  })
}

/** The packages with METADATA as it is; undefined where it cannot be had. */
async function withTexts(packages: readonly ResolvedPackage[], { metadata }: MemoFacts['parts'], signal: AbortSignal): Promise<ResolvedPackage[] | undefined> {
  const texts = await Promise.all(packages.map(async ({ entry }) => {
    const answer = entry.kind === 'index' ? await metadata.read(entry.candidate, { signal, urgent: () => true }).catch(() => undefined) : undefined
    return answer?.kind === 'metadata' ? answer.text : undefined
  }))
  return texts.every((text) => text !== undefined) ? packages.map((item, place) => ({ ...item, metadataText: texts[place] })) : undefined
}

/** Everything that the answer depends on, but for what indexes say; undefined: on more than can be written down. */
export function questionOf({ requests, environment, indexUrls }: ResolutionQuestion, { version }: Pick<RunContext, 'version'>): string | undefined {
  const { set, policy, indexes, network, locked } = requests
  const { refresh, findLinks, strategy, owners } = indexes
  const users = [...set.requirements, ...set.constraints]
  const looksElsewhere = locked.length > 0 || users.some(({ direct, name }) => direct !== undefined || name === undefined)
  const asksAnew = refresh.all || refresh.names.length > 0
  // Answers are written to disk with the URLs of indexes: no credentials there.
  const places = findLinks.map(({ value }) => value)
  const hasSecrets = [...indexUrls, ...places, ...owners.map(({ url }) => url)].some(holdsSecret)
  if (looksElsewhere || asksAnew || hasSecrets || policy.uploadedPriorToMs !== undefined) return undefined
  const { target } = environment
  return JSON.stringify([
    FORMAT, version, set.requirements.map(said), set.constraints.map(said), policy, target.version, target.environment, target.tags, indexUrls, places, strategy,
    owners.map(({ pattern, url }) => [pattern, url]), network.trustedHosts,
  ])
}

function said({ name, extras, specifier, marker, hashes, text }: UserRequirement): readonly unknown[] {
  return [name, extras, specifier, marker, hashes, text]
}
