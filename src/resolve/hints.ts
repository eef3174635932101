import type { Rejection, RejectionReason, Unanswered } from '../index/types.ts'
import type { Fact } from '../solver/derivation.ts'
import { hasCandidate, isEmpty } from '../solver/candidate-set.ts'
import { specifierSetContains } from '../standards/specifiers.ts'
import { compareVersions, type Version } from '../standards/version.ts'
import { demandOf, parsePackageKey, type Demand } from './demand.ts'
import { describeWheels } from './nearest-wheel.ts'
import type { Refused } from './strategy.ts'
import type { Entry } from './types.ts'
import { isYanked, type ProjectUniverse } from './universe.ts'
import { listed } from './words.ts'

/** The target, in the words of hints. */
export interface HintFacts {
  /** What the target accepts, best first. */
  readonly tags: readonly string[]
  readonly pythonText: string
}

/** What may help with a project that takes part in a failure: versions that were turned away, or that nobody may take. At most a few sentences. */
export function hintsFor(universe: ProjectUniverse, facts: readonly Fact[], target: HintFacts): string[] {
  return [...refusedHints(universe, facts), ...rejectedHints(universe, facts, target), ...unansweredHints(universe, unmetDemands(universe, facts).length > 0)]
}

function refusedHints({ name, entries }: ProjectUniverse, facts: readonly Fact[]): string[] {
  const refused = facts.filter((fact) => fact.kind === 'refused').filter((fact) => parsePackageKey(fact.package).name === name)
  /** What those who were there when it was refused would have been content with. */
  const first = (said: (refused: Refused) => boolean, is: (entry: Entry) => boolean): Entry | undefined =>
    refused.filter(({ reason }) => said(reason.data as Refused)).flatMap(({ requirements }) =>
      entries.filter((entry, index) => is(entry) && requirements.every(({ set }) => hasCandidate(set, index))),
    )[0]
  const preRelease = first(({ preReleases, onlyFinal }) => preReleases && !onlyFinal, (entry) => entry.kind === 'index' && entry.version.isPrerelease)
  const yanked = first((kind) => kind.yanked, isYanked)
  return [
    ...(preRelease === undefined ? [] : [`${name} has pre-releases, such as ${preRelease.version.text}: --pre allows them`]),
    ...(yanked?.kind === 'index' ? [`${name} ${yanked.version.text} was yanked (${yanked.candidate.file.yanked || 'no reason given'}): ${name}==${yanked.version.text} would take it all the same`] : []),
  ]
}

const EXCUSED: ReadonlySet<RejectionReason> = new Set(['name', 'version'])

/** The newest version that would have been taken but for its files, one sentence for each reason. */
function rejectedHints(universe: ProjectUniverse, facts: readonly Fact[], target: HintFacts): string[] {
  const wanted = unmetDemands(universe, facts)
  if (universe.entries.length > 0 && wanted.length === 0) return []
  const rejected = universe.list.rejections().filter(({ version, reason }) => version !== undefined && !EXCUSED.has(reason))
  const wished = rejected.filter(({ version }) => version !== undefined && wanted.every(({ specifier }) => specifierSetContains(specifier, version)))
  // Where nothing at all can be used, the reason is worth telling of a version that nobody asked for, too.
  const fitting = wished.length > 0 || universe.entries.length > 0 ? wished : rejected
  const newest = newestOf(fitting)
  if (newest === undefined) return []
  const ofNewest = fitting.filter(({ version }) => version !== undefined && compareVersions(version, newest) === 0)
  const sentences = [...Map.groupBy(ofNewest, ({ reason }) => reason)].map(([reason, list]) => rejectionText(reason, list, target))
  const others = new Set(fitting.map(({ version }) => version?.text)).size - 1
  return [`${universe.name} ${newest.text}${others > 0 ? ` (and ${others} older ${others === 1 ? 'version' : 'versions'})` : ''}: ${sentences.join('; ')}`]
}

/** The demands on the project that none of its candidates satisfies. */
function unmetDemands({ name }: ProjectUniverse, facts: readonly Fact[]): Demand[] {
  return facts.flatMap((fact) => {
    if (fact.kind !== 'requirement' && fact.kind !== 'dependency') return []
    const demand = demandOf(fact.dependency)
    return demand.name === name && isEmpty(fact.set) ? [demand] : []
  })
}

function newestOf(rejections: readonly Rejection[]): Version | undefined {
  let newest: Version | undefined
  for (const { version } of rejections) if (version !== undefined && (newest === undefined || compareVersions(version, newest) > 0)) newest = version
  return newest
}

function rejectionText(reason: RejectionReason, rejections: readonly Rejection[], { tags, pythonText }: HintFacts): string {
  const details = listed([...new Set(rejections.map(({ detail }) => detail))], 2)
  switch (reason) {
    case 'tags':
      return describeWheels(rejections, tags)
    case 'requires-python':
      return `it requires Python ${details}, and this is ${pythonText}`
    case 'too-new':
      return `its files were uploaded ${details}, later than --uploaded-prior-to allows (--uploaded-any-time excepts a project)`
    case 'hash':
      return 'its files have none of the hashes given'
    case 'format':
    case 'no-upload-time':
    case 'name':
    case 'version':
      return details
  }
}

function unansweredHints({ name, entries, list }: ProjectUniverse, isUnmet: boolean): string[] {
  if (entries.length > 0 && !isUnmet) return []
  const asked = [...new Set(list.foundOn.map(({ label }) => label))].join(', ')
  const others = (why: Unanswered['why']): string => list.unanswered.filter((one) => one.why === why).map(({ index }) => index.label).join(', ')
  const [owned, behind] = [others('owned'), others('behind-first')]
  return [
    ...(entries.length > 0 ? [] : list.unanswered.flatMap((one) => silenceHint(name, one))),
    ...(owned === '' ? [] : [`${name} belongs to one index (--index-owner), so ${owned} ${owned.includes(', ') ? 'were' : 'was'} not asked for it`]),
    ...(behind === '' ? [] : [`${asked} has ${name} and comes first (--index-strategy first-match), so ${behind} ${behind.includes(', ') ? 'were' : 'was'} not asked for it`]),
  ]
}

function silenceHint(name: string, { index, why }: Unanswered): string[] {
  if (why === 'offline') return [`with --offline only what earlier runs kept is known, and they kept nothing of ${name} on ${index.label}`]
  return why === 'forbidden' ? [`${index.label} answered 403 for ${name}, as some indexes do for names they do not have; if it has it, it wants credentials`] : []
}
