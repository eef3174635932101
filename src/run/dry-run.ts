import type { FetchedWheel, WheelRequest } from '../fetch/types.ts'
import type { Candidate } from '../index/types.ts'
import { isUserError, withOuterReasons } from '../kernel/errors.ts'
import { isSameHash } from '../kernel/hash.ts'
import type { Resolution } from '../resolve/types.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { PackageAction } from './actions.ts'
import type { RunParts } from './parts.ts'
import { whyIncluded } from './why.ts'

/** What a run needs to know that installs nothing. */
export interface DryRun {
  readonly parts: RunParts
  readonly signal: AbortSignal
  /** Whether files are held against hashes that were given. */
  readonly requireHashes: boolean
  /** Whether pip's report is wanted, which has a hash for each file. */
  readonly writesReport: boolean
}

/**
 * The files that a dry run has to have, as pip's does: with hashes required those that no published hash vouches for, to be held
 * against what was given; for a report those of which no hash is published. Gives the wheels among them. Throws `hash-mismatch`,
 * and what fetching throws.
 */
export async function fetchForDryRun(actions: readonly PackageAction[], resolution: Resolution, { parts, signal, ...wanted }: DryRun): Promise<ReadonlyMap<NormalizedName, FetchedWheel>> {
  const wheels = new Map<NormalizedName, FetchedWheel>()
  const verify = async (candidate: Candidate): Promise<void> => {
    const request = parts.wheelRequest(candidate)
    if (!isNeeded(request, wanted)) return
    const isWheel = candidate.format === 'wheel'
    const fetched = await (isWheel ? parts.fetcher : parts.sdists).fetch(request, { signal })
    if (isWheel) wheels.set(candidate.name, fetched)
  }
  const candidates = actions.flatMap(({ kind, item }) => (kind === 'install' && item.entry.kind === 'index' ? [item.entry.candidate] : []))
  await Promise.all(candidates.map((candidate) => verify(candidate).catch((error: unknown) => {
    throw isUserError(error) ? withOuterReasons(error, whyIncluded(candidate.name, resolution)) : error
  })))
  return wheels
}

function isNeeded({ publishedHashes, requiredHashes }: WheelRequest, { requireHashes, writesReport }: Pick<DryRun, 'requireHashes' | 'writesReport'>): boolean {
  if (writesReport && publishedHashes.length === 0) return true
  return requireHashes && !isVouchedFor({ publishedHashes, requiredHashes })
}

function isVouchedFor({ publishedHashes, requiredHashes }: Pick<WheelRequest, 'publishedHashes' | 'requiredHashes'>): boolean {
  return publishedHashes.some((hash) => requiredHashes.some((other) => isSameHash(other, hash)))
}
