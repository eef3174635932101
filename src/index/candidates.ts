import { isSameHash, type Hash } from '../kernel/hash.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { IndexFile } from '../standards/simple-api.ts'
import { parseSpecifierSet, specifierSetContains } from '../standards/specifiers.ts'
import { compareVersions, type Version } from '../standards/version.ts'
import { expandWheelTags, parseSdistName, wheelNameReader, wheelTagsTest, type WheelName, type WheelTags } from '../standards/wheel-name.ts'
import type { Candidate, CandidateList, IndexRef, ListedFiles, Rejection, RejectionReason } from './types.ts'

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

interface Found {
  readonly candidate: Candidate
  /** Place of the best tag; sdists come after every wheel. */
  readonly rank: number
  readonly build: readonly [number, string] | undefined
  readonly isYanked: boolean
  readonly hashFits: boolean
}

/** A file of which what is here alone shows that it is no candidate; why, is told when somebody asks. */
type Passed = Pick<IndexFile, 'filename' | 'requiresPython'> & { readonly index: IndexRef }

/**
 * Turns listed files into candidates, one per version, in pip's order of preference: fitting hash, not yanked, (wheel, with
 * --prefer-binary), newest version, best tag, highest build, later index. Of files for other targets or of a format that is not
 * allowed only that much is read, until somebody asks for `rejections`.
 * Source: pip's LinkEvaluator and CandidateEvaluator.
 */
export function listCandidates(name: NormalizedName, listed: readonly ListedFiles[], rules: CandidateRules): Omit<CandidateList, 'unanswered'> {
  const turnedAway: (Rejection | Passed)[] = []
  const found: Found[] = []
  const terms = judgingTerms(name, rules)
  for (const { index, files } of listed) {
    for (const file of files) {
      const judged = isHopeless(file.filename, terms) ? { filename: file.filename, requiresPython: file.requiresPython, index } : judgeFile(file, index, terms)
      if ('candidate' in judged) found.push(judged)
      else turnedAway.push(judged)
    }
  }
  const wrongHash: Rejection[] = []
  const allowed = withAllowedHashes(found, rules.hashes, wrongHash)
  const rejections = once(() => [...turnedAway.map((one) => ('reason' in one ? one : whyPassed(one, terms))), ...wrongHash])
  const best = bestOfVersions(allowed, rules).sort((a, b) => compareFound(a, b, rules))
  return { name, candidates: best.map((entry) => entry.candidate), rejections, foundOn: havingIt(listed, found, rejections) }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** Places whose answer was about the project: an index that has a page for it, a find-links place that lists a file of it. */
function havingIt(listed: readonly ListedFiles[], found: readonly Found[], rejections: CandidateList['rejections']): readonly IndexRef[] {
  const asked = [...new Set(listed.map(({ index }) => index))]
  if (asked.every((index) => index.kind === 'simple')) return asked
  const named = new Set([...found.map(({ candidate }) => candidate.index), ...rejections().filter(({ reason, version }) => reason !== 'name' && version !== undefined).map(({ index }) => index)])
  return asked.filter((index) => index.kind === 'simple' || named.has(index))
}

/** The best file of each version, the others of the version behind it. Of equals the one listed last counts (pip reverses a stable sort). */
function bestOfVersions(found: readonly Found[], rules: CandidateRules): Found[] {
  const versions = new Map<string, Found[]>()
  for (const entry of found) {
    const known = versions.get(entry.candidate.version.sortKey)
    if (known === undefined) versions.set(entry.candidate.version.sortKey, [entry])
    else known.push(entry)
  }
  return [...versions.values()].map((files) => {
    const [best, ...others] = files.length === 1 ? files : files.reverse().sort((a, b) => compareWithinVersion(a, b, rules))
    if (best === undefined) throw new Error('a version without files')
    return others.length === 0 ? best : { ...best, candidate: { ...best.candidate, others: alternatives(best, others) } }
  })
}

/** A yanked file stands in for another yanked one only. */
function alternatives(best: Found, others: readonly Found[]): readonly Candidate[] {
  return others.filter((other) => other.isYanked === best.isYanked).map((other) => other.candidate)
}

/** What files of one project are judged by; what they have in common is looked at once. */
interface JudgingTerms {
  readonly name: NormalizedName
  readonly rules: CandidateRules
  readonly fitsPython: (requiresPython: string) => boolean
  readonly wheelName: (filename: string) => WheelName | undefined
  readonly rankOf: (tags: WheelTags) => number | undefined
  readonly fitsTarget: (filename: string) => boolean
}

function judgingTerms(name: NormalizedName, rules: CandidateRules): JudgingTerms {
  const rankOf = rankReader(rules)
  return { name, rules, rankOf, fitsPython: requiresPythonTest(rules), wheelName: wheelNameReader(), fitsTarget: wheelTagsTest((tags) => rankOf(tags) !== undefined) }
}

/** Whether `judgeFile` turns the file away whatever else is said of it, as cheaply as that can be told. */
function isHopeless(filename: string, { rules, fitsTarget }: JudgingTerms): boolean {
  return filename.endsWith('.whl') ? !rules.allowWheels || !fitsTarget(filename) : !rules.allowSdists
}

/** When its file was uploaded does not count for one of these. */
function whyPassed({ index, ...said }: Passed, terms: JudgingTerms): Rejection {
  const judged = judgeFile({ ...said, url: '', hashes: [], yanked: false, coreMetadata: false, sizeBytes: undefined, uploadTimeMs: undefined }, index, terms)
  if ('candidate' in judged) throw new Error(`${said.filename} was passed over and is a candidate`)
  return judged
}

function judgeFile(file: IndexFile, index: IndexRef, terms: JudgingTerms): Found | Rejection {
  const { name, rules } = terms
  const { filename, requiresPython } = file
  const reject = (reason: RejectionReason, detail: string, version?: Version): Rejection => ({ filename, version, reason, detail, index })
  const isWheel = filename.endsWith('.whl')
  const wheel = isWheel ? terms.wheelName(filename) : undefined
  if (isWheel && wheel === undefined) return reject('name', 'not a valid wheel name')
  if (wheel !== undefined && wheel.name !== name) return reject('name', `is of project ${wheel.name}`)
  const sdist = isWheel ? undefined : parseSdistName(filename, name)
  const version = wheel?.version ?? sdist?.version
  if (version === undefined) return reject('version', 'no version that can be read')
  const rank = wheel === undefined ? Number.MAX_SAFE_INTEGER : terms.rankOf(wheel)
  if (rank === undefined) return reject('tags', 'for other platforms or Pythons', version)
  if (sdist?.pythonVersion !== undefined && sdist.pythonVersion !== rules.pythonVersion.release.slice(0, 2).join('.')) return reject('tags', `Python ${sdist.pythonVersion} only`, version)
  const isAllowed = isWheel ? rules.allowWheels : rules.allowSdists
  const tooNew = isAllowed ? uploadFault(file, index, rules) : undefined
  if (tooNew !== undefined) return reject(tooNew.reason, tooNew.detail, version)
  if (requiresPython !== undefined && !terms.fitsPython(requiresPython)) return reject('requires-python', requiresPython, version)
  // After the rest: a file that is turned away for its format is one that would do, which `build-required` tells.
  if (!isAllowed) return reject('format', isWheel ? 'wheels are excluded (--no-binary)' : 'source distributions are excluded (--only-binary)', version)
  const candidate: Candidate = { name, version, format: isWheel ? 'wheel' : 'sdist', file, index, others: [] }
  return { candidate, rank, build: wheel?.build, isYanked: file.yanked !== false, hashFits: hasAllowedHash(file, rules.hashes) }
}

/** Wheels of one page that share their tags share the lists of them, which so stand for all three. */
function rankReader(rules: CandidateRules): (wheel: WheelTags) => number | undefined {
  const known = new Map<WheelTags['platformTags'], number>()
  return (wheel) => {
    const rank = known.get(wheel.platformTags) ?? bestRank(wheel, rules) ?? UNFIT
    known.set(wheel.platformTags, rank)
    return rank === UNFIT ? undefined : rank
  }
}

const UNFIT = -1

function bestRank(wheel: WheelTags, rules: CandidateRules): number | undefined {
  let best: number | undefined
  for (const tag of expandWheelTags(wheel)) {
    const rank = rules.tagRanks.get(tag)
    if (rank !== undefined && (best === undefined || rank < best)) best = rank
  }
  return best
}

function uploadFault(file: IndexFile, index: IndexRef, rules: CandidateRules): { reason: 'too-new' | 'no-upload-time'; detail: string } | undefined {
  if (rules.uploadedPriorToMs === undefined || file.url.startsWith('file:')) return undefined
  if (file.uploadTimeMs === undefined) return { reason: 'no-upload-time', detail: `${index.label} does not say when the file was uploaded` }
  if (file.uploadTimeMs < rules.uploadedPriorToMs) return undefined
  return { reason: 'too-new', detail: new Date(file.uploadTimeMs).toISOString() }
}

/** A page repeats few distinct specifiers over thousands of files. Unreadable ones are ignored, as pip does. */
function requiresPythonTest(rules: CandidateRules): (text: string) => boolean {
  const answers = new Map<string, boolean>()
  return (text) => {
    if (rules.ignoreRequiresPython) return true
    const known = answers.get(text)
    if (known !== undefined) return known
    const specifiers = parseSpecifierSet(text)
    const fits = !specifiers.ok || specifierSetContains(specifiers.value, rules.pythonVersion)
    answers.set(text, fits)
    return fits
  }
}

function hasAllowedHash(file: IndexFile, hashes: readonly Hash[] | undefined): boolean {
  return hashes !== undefined && file.hashes.some((hash) => hashes.some((allowed) => isSameHash(allowed, hash)))
}

/** pip keeps files without a published hash, and drops those with a wrong one only when at least one file fits. */
function withAllowedHashes(found: readonly Found[], hashes: readonly Hash[] | undefined, rejections: Rejection[]): readonly Found[] {
  if (hashes === undefined || !found.some((entry) => entry.hashFits)) return found
  return found.filter((entry) => {
    if (entry.hashFits || entry.candidate.file.hashes.length === 0) return true
    const { file, version, index } = entry.candidate
    rejections.push({ filename: file.filename, version, reason: 'hash', detail: 'has none of the hashes given', index })
    return false
  })
}

function compareFound(a: Found, b: Found, rules: CandidateRules): number {
  const byPreference = comparePreference(a, b, rules)
  return byPreference !== 0 ? byPreference : compareVersions(b.candidate.version, a.candidate.version)
}

function compareWithinVersion(a: Found, b: Found, rules: CandidateRules): number {
  const byPreference = comparePreference(a, b, rules)
  if (byPreference !== 0) return byPreference
  return a.rank !== b.rank ? a.rank - b.rank : compareBuilds(b.build, a.build)
}

function comparePreference(a: Found, b: Found, rules: CandidateRules): number {
  const source = (found: Found): number => (rules.preferBinary && found.candidate.format === 'sdist' ? 1 : 0)
  return Number(b.hashFits) - Number(a.hashFits) || Number(a.isYanked) - Number(b.isYanked) || source(a) - source(b)
}

function compareBuilds(a: Found['build'], b: Found['build']): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
  return a[0] - b[0] || (a[1] < b[1] ? -1 : Number(a[1] > b[1]))
}
