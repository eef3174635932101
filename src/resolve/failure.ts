import { UserError } from '../kernel/errors.ts'
import { describeOrigin, type Origin } from '../kernel/origin.ts'
import type { IndexRef, Rejection, RejectionReason } from '../index/types.ts'
import { explain, type Explanation } from '../solver/explain.ts'
import type { Dependency, Failed, PackageKey, Stopped } from '../solver/types.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { UserRequirement } from '../requests/types.ts'
import { parsePackageKey, type Demand } from './demand.ts'
import type { Knowledge } from './knowledge.ts'
import { nearNames } from './near-names.ts'
import type { ProjectUniverse } from './universe.ts'

export interface FailureFacts {
  readonly knowledge: Knowledge
  readonly places: readonly IndexRef[]
  readonly requirements: readonly UserRequirement[]
}

/** What a failed or stopped resolve is for the user: which kind of failure, why, and what may help. */
export function resolutionFailure(outcome: Failed | Stopped, facts: FailureFacts): UserError {
  if (outcome.derivation === undefined) return timeout([], [])
  const explanation = explain(outcome.derivation, { requirement: (dependency) => withOrigin(dependency) })
  const universes = involvedNames(explanation).filter((name) => facts.knowledge.isKnown(name)).map((name) => facts.knowledge.known(name))
  const hints = universes.flatMap((universe) => hintsOf(universe, explanation))
  if (outcome.kind === 'stopped') return timeout(explanation.lines, hints)
  const origin = originOf(explanation)
  const details = { details: explanation.lines, ...(origin === undefined ? {} : { origin }) }
  const missing = universes.find(({ entries }) => entries.length === 0)
  if (missing !== undefined && missing.list.foundOn.length === 0) return unknown(missing.name, facts, details)
  const hint = hints.length === 0 ? {} : { hint: hints.join('; ') }
  if (missing !== undefined) return new UserError('no-candidate', `no version of ${missing.name} fits this Python and platform`, { ...details, ...hint })
  return new UserError('resolution-impossible', 'no set of versions satisfies all requirements', { ...details, ...hint })
}

function timeout(lines: readonly string[], hints: readonly string[]): UserError {
  return new UserError('resolution-timeout', 'the time for resolving is used up (--resolve-timeout)', {
    details: lines.length === 0 ? [] : ['The last conflict met:', ...lines],
    hint: hints[0] ?? 'pin some of the packages named here, or give it more time',
  })
}

function unknown(name: NormalizedName, facts: FailureFacts, details: { readonly details: readonly string[]; readonly origin?: Origin }): UserError {
  const where = facts.places.length === 0 ? 'no index is in use' : `asked: ${facts.places.map(({ label }) => label).join(', ')}`
  const near = nearNames(name, facts.knowledge.namesMet())
  const hint = near.length === 0 ? {} : { hint: `did you mean ${near.join(' or ')}?` }
  return new UserError('package-unknown', `no project named ${name} was found (${where})`, { ...details, ...hint })
}

function withOrigin(dependency: Dependency): string {
  const { user } = dependency.data as Demand
  return user === undefined ? dependency.text : `${dependency.text} (${describeOrigin(user.origin)})`
}

function involvedNames(explanation: Explanation): NormalizedName[] {
  const names = explanation.facts.flatMap((fact): PackageKey[] => {
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
  })
  return [...new Set(names.map((key) => parsePackageKey(key).name))]
}

/** The first thing the user wrote that takes part. */
function originOf(explanation: Explanation): Origin | undefined {
  for (const fact of explanation.facts) {
    if (fact.kind === 'requirement' || fact.kind === 'constraint') return (fact.dependency.data as Demand).user?.origin
  }
  return undefined
}

const REJECTED: Readonly<Partial<Record<RejectionReason, (count: number, last: Rejection) => string>>> = {
  tags: (count, last) => `${count} of its wheels are for other platforms or Pythons (such as ${last.filename})`,
  'requires-python': (count, last) => `${count} of its files want another Python (such as ${last.filename}: ${last.detail})`,
  format: (count, last) => `${count} of its files are excluded (${last.detail})`,
  'too-new': (count) => `${count} of its files are newer than --uploaded-prior-to allows`,
  'no-upload-time': (_count, last) => last.detail,
  hash: (count) => `${count} of its files have none of the hashes given`,
}

/** What was turned away of a project that takes part in the failure, where that may be the reason. */
function hintsOf(universe: ProjectUniverse, explanation: Explanation): string[] {
  const refused = explanation.facts.some((fact) => fact.kind === 'refused' && parsePackageKey(fact.package).name === universe.name)
  const preReleases = refused && universe.entries.some(({ version }) => version.isPrerelease) ? [`${universe.name} has pre-releases that would be considered with --pre`] : []
  if (universe.entries.length > 0) return preReleases
  const reasons = new Map<RejectionReason, Rejection[]>()
  for (const rejection of universe.list.rejections) reasons.set(rejection.reason, [...(reasons.get(rejection.reason) ?? []), rejection])
  const rejected = [...reasons].flatMap(([reason, list]) => {
    const last = list.at(-1)
    return last === undefined ? [] : [REJECTED[reason]?.(list.length, last)]
  })
  return [...preReleases, ...rejected.filter((text) => text !== undefined).map((text) => `${universe.name}: ${text}`)]
}
