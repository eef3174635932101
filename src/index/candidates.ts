import { isSameHash, type Hash } from '../kernel/hash.ts'
import { once } from '../kernel/once.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { Version } from '../standards/version.ts'
import { filenameAt, versionAt } from './file-table.ts'
import { ListedCandidate } from './listed-candidate.ts'
import { whyRejected } from './rejections.ts'
import { buildOf, eachFile, hasProject, isWheel, isYanked, openShelves, UNFIT, versionOf, type Shelf, type Shelves, type Spot } from './shelf.ts'
import type { Candidate, CandidateList, IndexRef, ListedFiles, Rejection } from './types.ts'

/** What decides whether a listed file is a candidate, beside the file itself. */
export interface CandidateRules {
  /** Tag → its place in the target's order; a lower one fits better. */
  readonly tagRanks: ReadonlyMap<string, number>
  readonly pythonVersion: Version
  readonly ignoreRequiresPython: boolean
  readonly allowWheels: boolean
  readonly allowSdists: boolean
  readonly preferBinary: boolean
  /** Hashes the user gave for the name; undefined: any. Files without a fitting hash are turned away when one fits (pip). */
  readonly hashes: readonly Hash[] | undefined
  readonly uploadedPriorToMs: number | undefined
}

/**
 * Turns listed files into candidates, one per version, in pip's order of preference: fitting hash, not yanked, (wheel, with
 * --prefer-binary), newest version, best tag, highest build, later index. Files are compared by the numbers of their tables; what
 * one says beyond them is read when somebody asks for it, and why one was turned away when somebody asks for `rejections`.
 * Source: pip's LinkEvaluator and CandidateEvaluator.
 */
export function listCandidates(name: NormalizedName, listed: readonly ListedFiles[], rules: CandidateRules): Omit<CandidateList, 'unanswered'> {
  const shelves = openShelves(name, listed, rules)
  const judging: Judging = { name, shelves, rules, wrongHash: wrongHashes(shelves, rules.hashes) }
  const othersOf = (spot: Spot): readonly Candidate[] => alternatives(spot, judging)
  const candidates = bestOfVersions(judging).map((spot) => new ListedCandidate(spot, othersOf))
  return { name, candidates, rejections: once(() => allRejections(judging)), foundOn: havingIt(listed, shelves) }
}

/** Files being judged; those with a wrong hash count for nothing. */
interface Judging {
  readonly name: NormalizedName
  readonly shelves: Shelves
  readonly rules: CandidateRules
  readonly wrongHash: ReadonlyMap<Shelf, ReadonlySet<number>>
}

/** Places whose answer was about the project: an index that has a page for it, a find-links place that lists a file of it. */
function havingIt(listed: readonly ListedFiles[], { all }: Shelves): readonly IndexRef[] {
  const asked = [...new Set(listed.map(({ index }) => index))]
  return asked.filter((index) => index.kind === 'simple' || all.some((shelf) => shelf.index === index && hasProject(shelf)))
}

/** The best file of each version, by preference and then newest first. */
function bestOfVersions(judging: Judging): Spot[] {
  const { shelves } = judging
  const best: (Spot | undefined)[] = new Array<undefined>(shelves.versionCount).fill(undefined)
  const qualities = new Int32Array(shelves.versionCount)
  eachFile(shelves, (shelf, row, rank) => {
    if (rank === UNFIT || judging.wrongHash.get(shelf)?.has(row) === true) return
    const spot = { shelf, row }
    const version = versionOf(spot)
    const quality = qualityOf(spot, rank, judging)
    const known = best[version]
    if (known !== undefined && isBetter({ spot: known, quality: qualities[version] ?? 0 }, { spot, quality })) return
    best[version] = spot
    qualities[version] = quality
  })
  const spots = best.flatMap((spot, version) => (spot === undefined ? [] : [{ spot, preference: preferenceIn(qualities[version] ?? 0) }]))
  return spots.sort((a, b) => a.preference - b.preference).map(({ spot }) => spot)
}

interface Rated {
  readonly spot: Spot
  readonly quality: number
}

/** Of equals the one listed last counts (pip reverses a stable sort). */
function isBetter(earlier: Rated, later: Rated): boolean {
  return compareRated(earlier, later) < 0
}

/** Within a version, best first. */
function compareRated(a: Rated, b: Rated): number {
  return a.quality - b.quality || compareBuilds(buildOf(b.spot), buildOf(a.spot))
}

function compareBuilds(a: readonly [number, string] | undefined, b: readonly [number, string] | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
  return a[0] - b[0] || (a[1] < b[1] ? -1 : Number(a[1] > b[1]))
}

/** Above every rank. */
const PREFERENCE = 1 << 25

/** What counts before the version, then what counts within it; lower is better. */
function qualityOf(spot: Spot, rank: number, { rules: { hashes, preferBinary } }: Judging): number {
  const lacksHash = hashes !== undefined && !hasAllowedHash(spot, hashes)
  const preference = (lacksHash ? 4 : 0) + (isYanked(spot) ? 2 : 0) + (preferBinary && !isWheel(spot) ? 1 : 0)
  return preference * PREFERENCE + rank
}

function preferenceIn(quality: number): number {
  return Math.floor(quality / PREFERENCE)
}

/** Further files of a version, best first. A yanked file stands in for another yanked one only. */
function alternatives(best: Spot, judging: Judging): readonly Candidate[] {
  const others: Rated[] = []
  eachFile(judging.shelves, (shelf, row, rank) => {
    const spot = { shelf, row }
    const isOther = rank !== UNFIT && versionOf(spot) === versionOf(best) && (shelf !== best.shelf || row !== best.row)
    if (isOther && isYanked(spot) === isYanked(best) && judging.wrongHash.get(shelf)?.has(row) !== true) others.push({ spot, quality: qualityOf(spot, rank, judging) })
  })
  return others.reverse().sort(compareRated).map(({ spot }) => new ListedCandidate(spot, () => []))
}

function hasAllowedHash({ shelf, row }: Spot, hashes: readonly Hash[]): boolean {
  return shelf.table.fileAt(row).hashes.some((hash) => hashes.some((allowed) => isSameHash(allowed, hash)))
}

/** pip keeps files without a published hash, and drops those with a wrong one only when at least one file fits. */
function wrongHashes(shelves: Shelves, hashes: readonly Hash[] | undefined): Judging['wrongHash'] {
  const wrong = new Map<Shelf, Set<number>>()
  if (hashes === undefined) return wrong
  let fits = false
  eachFile(shelves, (shelf, row, rank) => {
    if (rank === UNFIT) return
    if (hasAllowedHash({ shelf, row }, hashes)) fits = true
    else if (shelf.table.fileAt(row).hashes.length > 0) wrong.set(shelf, (wrong.get(shelf) ?? new Set()).add(row))
  })
  return fits ? wrong : new Map()
}

/** In the order of the pages; those for their hash at the end. */
function allRejections({ name, shelves, rules, wrongHash }: Judging): readonly Rejection[] {
  const rejections: Rejection[] = []
  const byHash: Rejection[] = []
  eachFile(shelves, (shelf, row, rank) => {
    const { index, table } = shelf
    if (rank === UNFIT) rejections.push(whyRejected({ file: table.fileAt(row), index }, name, rules))
    else if (wrongHash.get(shelf)?.has(row) === true) byHash.push({ filename: filenameAt(table, row), version: versionAt(table, row), reason: 'hash', detail: 'has none of the hashes given', index })
  })
  return [...rejections, ...byHash]
}
