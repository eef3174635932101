import type { CandidateList } from '../index/types.ts'
import type { NormalizedName } from '../standards/names.ts'
import { compareVersions } from '../standards/version.ts'
import type { InstalledDistribution } from '../target/types.ts'
import type { DirectCandidate, Entry } from './types.ts'

/** Every version of a project that could be part of the answer, newest first, with what was turned away. */
export interface ProjectUniverse {
  readonly name: NormalizedName
  readonly entries: readonly Entry[]
  readonly list: CandidateList
}

/**
 * Merges what indexes list, what is installed and what was named directly. The installed distribution stands for its
 * version (pip keeps it instead of fetching the same); a direct candidate stands beside the index's.
 */
export function buildUniverse(list: CandidateList, installed: InstalledDistribution | undefined, directs: readonly DirectCandidate[]): ProjectUniverse {
  const fromIndex = list.candidates
    .filter((candidate) => installed === undefined || compareVersions(candidate.version, installed.version) !== 0)
    .map((candidate): Entry => ({ kind: 'index', version: candidate.version, candidate }))
  const here: Entry[] = installed === undefined ? [] : [{ kind: 'installed', version: installed.version, distribution: installed }]
  const direct = directs.map((candidate): Entry => ({ kind: 'direct', version: candidate.version, candidate }))
  const entries = [...direct, ...here, ...fromIndex].sort((a, b) => compareVersions(b.version, a.version))
  return { name: list.name, entries, list }
}

export function isYanked(entry: Entry): boolean {
  return entry.kind === 'index' && entry.candidate.file.yanked !== false
}

/** The text by which explanations name an entry: its version, and where two share one, what sets them apart. */
export function entryLabel(entry: Entry): string {
  return entry.kind === 'direct' ? `${entry.version.text} (${entry.candidate.label})` : entry.version.text
}
