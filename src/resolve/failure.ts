import { UserError, type UserErrorDetails } from '../kernel/errors.ts'
import { redactUrl } from '../kernel/secrets.ts'
import { describeOrigin, type Origin } from '../kernel/origin.ts'
import type { CandidateList, IndexRef, RejectionReason } from '../index/types.ts'
import { explain, type Explanation } from '../solver/explain.ts'
import type { Fact } from '../solver/derivation.ts'
import type { Dependency, Failed, PackageKey, Stopped } from '../solver/types.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { KeptProject } from '../store/kept-projects.ts'
import { demandOf, parsePackageKey } from './demand.ts'
import { hintsFor, type HintFacts } from './hints.ts'
import type { Knowledge } from './knowledge.ts'
import { nearNames } from '../kernel/near-names.ts'
import type { ProjectUniverse } from './universe.ts'
import { listed } from './words.ts'

/** What explaining a failed search needs. */
export interface FailureFacts extends HintFacts {
  readonly knowledge: Knowledge
  readonly places: readonly IndexRef[]
  /** Projects that earlier runs met, and where; asked for only when a name is not known. */
  readonly kept: readonly KeptProject[]
}

/** More hints than this are no help. */
const MAX_HINTS = 3
/** Versions that a sentence names one by one. */
const MAX_VERSIONS = 4

/** What a failed or stopped resolve is for the user: which kind of failure, why, and what may help. */
export function resolutionFailure(outcome: Failed | Stopped, facts: FailureFacts): UserError {
  if (outcome.derivation === undefined) return timeoutError()
  const universeOf = (name: NormalizedName): ProjectUniverse | undefined => (facts.knowledge.isKnown(name) ? facts.knowledge.known(name) : undefined)
  const explanation = explain(outcome.derivation, {
    requirement: withOrigin,
    missing: (dependency) => missingText(universeOf(demandOf(dependency).name)),
    unsatisfied: (_dependency, versions) => `which no version satisfies (there ${versions.length === 1 ? 'is' : 'are'} ${versionsText(versions)})`,
  })
  const universes = involvedNames(explanation).flatMap((name) => universeOf(name) ?? [])
  const hints = universes.flatMap((universe) => hintsFor(universe, explanation.facts, facts)).slice(0, MAX_HINTS)
  if (outcome.kind === 'stopped') return timeoutError(explanation.lines, hints)
  return impossible({ explanation, hints, missing: universes.find(({ entries }) => entries.length === 0) }, facts)
}

interface Findings {
  readonly explanation: Explanation
  readonly hints: readonly string[]
  /** A project that has nothing to offer. */
  readonly missing: ProjectUniverse | undefined
}

function impossible({ explanation, hints, missing }: Findings, facts: FailureFacts): UserError {
  const origin = originOf(explanation)
  const isPlain = missing !== undefined && explanation.facts.length === 1
  const details: UserErrorDetails = { ...(isPlain ? {} : { details: explanation.lines }), ...(origin === undefined ? {} : { origin }) }
  if (missing !== undefined && !isListed(missing)) return unknown(missing, facts, { ...details, hints: [...hints, ...slipHints(missing, facts)] })
  const hint = hints.length === 0 ? {} : { hint: hints.join('\n') }
  if (missing !== undefined) return nothingFits(missing, { ...details, ...hint })
  return new UserError('resolution-impossible', 'no set of versions satisfies all requirements', { ...details, ...hint })
}

/** Rejections that the target is the reason of; others are the user's rules. */
const BY_TARGET: ReadonlySet<RejectionReason> = new Set(['tags', 'requires-python', 'name', 'version'])

/** What no version of a project does: fit the target, or what was asked for. */
function whyNothing({ rejections }: Pick<CandidateList, 'rejections'>): string {
  if (rejections().length === 0) return 'is listed'
  return rejections().every(({ reason }) => BY_TARGET.has(reason)) ? 'fits this Python and platform' : 'can be used'
}

function pagesOf({ foundOn }: Pick<CandidateList, 'foundOn'>): string {
  return [...new Set(foundOn.map(({ label }) => label))].join(', ')
}

/** A project whose files were all turned away: for their format alone, where a source distribution would do and none may be built. */
function nothingFits({ name, list }: ProjectUniverse, details: UserErrorDetails): UserError {
  if (list.rejections().length === 0) return new UserError('no-candidate', `no file of ${name} is listed by ${pagesOf(list)}`, details)
  const isBuildable = list.rejections().some(({ reason, filename }) => reason === 'format' && !filename.endsWith('.whl'))
  if (!isBuildable) return new UserError('no-candidate', `no version of ${name} ${whyNothing(list)}`, details)
  const hasWheels = list.rejections().some(({ filename }) => filename.endsWith('.whl'))
  const why = hasWheels ? `no wheel of ${name} fits this Python and platform` : `there is no wheel of ${name}`
  const allow = `to have it built: --no-binary ${name}`
  return new UserError('build-required', `${name} has to be built, and only wheels are allowed (--only-binary): ${why}`, { ...details, hint: details.hint === undefined ? allow : `${details.hint}\n${allow}` })
}

/** The end of the resolve budget, with the last conflict met, when there was one. */
export function timeoutError(lines: readonly string[] = [], hints: readonly string[] = []): UserError {
  return new UserError('resolution-timeout', 'the time for resolving is used up (--resolve-timeout)', {
    details: lines.length === 0 ? [] : ['The last conflict met:', ...lines],
    hint: hints[0] ?? 'pin some of the packages named here, or give it more time',
  })
}

function unknown(universe: ProjectUniverse, { places }: FailureFacts, { hints, ...details }: UserErrorDetails & { readonly hints: readonly string[] }): UserError {
  const asked = askedFor(universe, places)
  const where = isOwned(universe) && asked.length === 0 ? 'the index that --index-owner names for it does not have it' : asked.length === 0 ? 'no index is in use' : `asked: ${asked.map(({ label }) => label).join(', ')}`
  return new UserError('package-unknown', `no project named ${universe.name} was found (${where})`, { ...details, ...(hints.length === 0 ? {} : { hint: hints.join('\n') }) })
}

/** A name with an owner is asked of that one index alone. */
function isOwned({ list }: ProjectUniverse): boolean {
  return list.unanswered.some(({ why }) => why === 'owned')
}

function askedFor(universe: ProjectUniverse, places: readonly IndexRef[]): readonly IndexRef[] {
  if (!isOwned(universe)) return places
  const others = new Set(universe.list.unanswered.filter(({ why }) => why === 'owned').map(({ index }) => index.url))
  return places.filter(({ kind, url }) => kind === 'simple' && !others.has(url))
}

/** Slips that are made often: a file where a project is meant (pip says so, too), and letters. */
function slipHints(universe: ProjectUniverse, { knowledge, kept, places }: FailureFacts): string[] {
  const { name } = universe
  if (name === 'requirements-txt') return ['to install what a file lists, write -r requirements.txt']
  if (isOwned(universe)) return []
  const known = new Set(places.map(({ url }) => url.replace(/\/*$/, '/')))
  const elsewhere = [...new Set(kept.filter((one) => one.name === name && !known.has(one.indexUrl)).map(({ indexUrl }) => redactUrl(indexUrl)))]
  if (elsewhere.length > 0) return [`an earlier run found ${name} on ${elsewhere.join(' and ')}: --extra-index-url asks there, too`]
  const near = nearNames(name, [...knowledge.namesMet(), ...kept.map((one) => one.name)])
  if (near.length > 0) return [`did you mean ${near.join(' or ')}?`]
  return knowledge.namesMet().length > 0 ? [] : addressHint(places)
}

/** Where no index had anything that was asked for, it may be none. */
function addressHint(places: readonly IndexRef[]): string[] {
  const odd = places.find(({ kind, url }) => kind === 'simple' && /^https?:/i.test(url) && !/simple\/*$/i.test(url))
  return odd === undefined ? [] : [`${odd.label} has nothing that was asked for: is it the address of an index? That of most ends in /simple`]
}

function missingText(universe: ProjectUniverse | undefined): string {
  return universe !== undefined && isListed(universe) ? `of which no version ${whyNothing(universe.list)}` : 'which was not found'
}

function isListed(universe: ProjectUniverse | undefined): boolean {
  return universe !== undefined && universe.list.foundOn.length > 0
}

/** Best first, as the solver has them; told oldest first. */
function versionsText(versions: readonly string[]): string {
  if (versions.length <= MAX_VERSIONS) return listed(versions.toReversed(), MAX_VERSIONS)
  return `${versions.length} versions, ${versions.at(-1)} to ${versions[0]}`
}

function withOrigin(dependency: Dependency): string {
  const { user } = demandOf(dependency)
  if (user === undefined) return dependency.text
  return user.origin.kind === 'argument' ? dependency.text : `${dependency.text} (${describeOrigin(user.origin)})`
}

function involvedNames(explanation: Explanation): NormalizedName[] {
  return [...new Set(explanation.facts.flatMap(packagesOf).map((key) => parsePackageKey(key).name))]
}

function packagesOf(fact: Fact): PackageKey[] {
  switch (fact.kind) {
    case 'requirement':
    case 'constraint':
      return [fact.dependency.package]
    case 'dependency':
      return [fact.package, fact.dependency.package]
    case 'assumed':
      return [fact.term.package]
    case 'unavailable':
    case 'refused':
    case 'proxy':
      return [fact.package]
  }
}

/** The first thing the user wrote that takes part. */
function originOf(explanation: Explanation): Origin | undefined {
  for (const fact of explanation.facts) {
    if (fact.kind === 'requirement' || fact.kind === 'constraint') return demandOf(fact.dependency).user?.origin
  }
  return undefined
}
