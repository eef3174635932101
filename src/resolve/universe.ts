import type { Candidate, CandidateList } from '../index/types.ts'
import { candidatesWhere, type CandidateSet } from '../solver/candidate-set.ts'
import type { NormalizedName } from '../standards/names.ts'
import { specifierSetContains, type SpecifierSet } from '../standards/specifiers.ts'
import { compareVersions } from '../standards/version.ts'
import type { InstalledDistribution } from '../target/types.ts'
import type { DirectCandidate, Entry } from './types.ts'

/** Every version of a project that could be part of the answer, newest first, with what was turned away. */
export interface ProjectUniverse {
  readonly name: NormalizedName
  readonly entries: readonly Entry[]
  /** Places in `entries` in the order in which pip would try them; undefined: just as they stand. */
  readonly preference: readonly number[] | undefined
  readonly sets: UniverseSets
  /** Place of the installed distribution in `entries`, or −1. */
  readonly installed: number
  readonly list: CandidateList
}

/** The entries by kind, for set algebra in place of loops. */
export interface UniverseSets {
  readonly direct: CandidateSet
  /** To be had of an index, and a pre-release. */
  readonly preReleases: CandidateSet
  /** To be had of an index, and yanked. */
  readonly yanked: CandidateSet
  /** Versions that indexes list, the installed one among them if they do. */
  readonly listed: CandidateSet
  readonly listedFinals: CandidateSet
  readonly listedYanked: CandidateSet
}

/**
 * Merges what indexes list, what is installed and what was named directly. The installed distribution stands for its
 * version (pip keeps it instead of fetching the same); a direct candidate stands beside the index's.
 */
export function buildUniverse(list: CandidateList, installed: InstalledDistribution | undefined, directs: readonly DirectCandidate[]): ProjectUniverse {
  const isTwin = (candidate: Candidate): boolean => installed !== undefined && compareVersions(candidate.version, installed.version) === 0
  const twin = list.candidates.find(isTwin)
  const listed = list.candidates
    .filter((candidate) => !isTwin(candidate))
    .map((candidate): Entry => ({ kind: 'index', version: candidate.version, candidate }))
  const here: Entry[] = installed === undefined ? [] : [{ kind: 'installed', version: installed.version, distribution: installed, listed: twin }]
  const direct = directs.map((candidate): Entry => ({ kind: 'direct', version: candidate.version, candidate }))
  const entries = [...direct, ...here, ...listed].sort((a, b) => compareVersions(b.version, a.version))
  return {
    name: list.name,
    entries,
    preference: preferenceOf(entries, listed, here[0]),
    sets: setsOf(entries, twin),
    installed: here[0] === undefined ? -1 : entries.indexOf(here[0]),
    list,
  }
}

/** Indexes list by preference, which is by version unless hashes or --prefer-binary say otherwise; yanked ones need no order of their own. */
function preferenceOf(entries: readonly Entry[], listed: readonly Entry[], installed: Entry | undefined): readonly number[] | undefined {
  if (entries.length === listed.length && entries.every((entry, place) => entry === listed[place])) return undefined
  const places = new Map(entries.map((entry, place) => [entry, place]))
  const placeOf = (entry: Entry): number => places.get(entry) ?? -1
  const unyanked = listed.filter((entry) => !isYanked(entry))
  const isByVersion = unyanked.every((entry, at) => at === 0 || placeOf(unyanked[at - 1] ?? entry) < placeOf(entry))
  if (isByVersion) return undefined
  const ordered = [...unyanked, ...listed.filter(isYanked)]
  const before = installed === undefined ? -1 : ordered.findIndex((entry) => compareVersions(entry.version, installed.version) <= 0)
  const withInstalled = installed === undefined ? ordered : before === -1 ? [...ordered, installed] : [...ordered.slice(0, before), installed, ...ordered.slice(before)]
  return [...withInstalled, ...entries.filter((entry) => entry.kind === 'direct')].map(placeOf)
}

/** `twin`: the listed file of the installed version. */
function setsOf(entries: readonly Entry[], twin: Candidate | undefined): UniverseSets {
  const where = (matches: (entry: Entry) => boolean): CandidateSet =>
    candidatesWhere(entries.length, (index) => {
      const entry = entries[index]
      return entry !== undefined && matches(entry)
    })
  const isListed = (entry: Entry): boolean => entry.kind === 'index' || (entry.kind === 'installed' && twin !== undefined)
  return {
    direct: where((entry) => entry.kind === 'direct'),
    preReleases: where((entry) => entry.kind === 'index' && entry.version.isPrerelease),
    yanked: where(isYanked),
    listed: where(isListed),
    listedFinals: where((entry) => isListed(entry) && !entry.version.isPrerelease),
    listedYanked: where((entry) => isYanked(entry) || (entry.kind === 'installed' && twin?.isYanked === true)),
  }
}

/** The entry that will probably be taken of those that fit: the first that is neither a pre-release nor yanked, else the first. */
export function likelyEntry(entries: readonly Entry[], specifier: SpecifierSet): Entry | undefined {
  const fits = ({ version }: Entry): boolean => specifierSetContains(specifier, version)
  return entries.find((entry) => !entry.version.isPrerelease && !isYanked(entry) && fits(entry)) ?? entries.find(fits)
}

/** Whether an index has it and took it back; what is installed or named directly never is. */
export function isYanked(entry: Entry): boolean {
  return entry.kind === 'index' && entry.candidate.isYanked
}

/** The text by which explanations name an entry: its version, and where two share one, what sets them apart. */
export function entryLabel(entry: Entry): string {
  return entry.kind === 'direct' ? `${entry.version.text} (${entry.candidate.label})` : entry.version.text
}
