import { candidatesWhere, firstCandidate, hasCandidate, intersection, isEmpty, type CandidateSet } from '../solver/candidate-set.ts'
import type { NoChoice, PackageFacts, Priority, Strategy } from '../solver/types.ts'
import type { NormalizedName } from '../standards/names.ts'
import { type Demand, parsePackageKey } from './demand.ts'
import { isYanked, type ProjectUniverse } from './universe.ts'

export interface StrategyFacts {
  readonly universeOf: (name: NormalizedName) => ProjectUniverse
  /** True when pre-releases are wanted for the name, false when they are not, undefined to go by the requirements (pip). */
  readonly preReleases: (name: NormalizedName) => boolean | undefined
  /** Whether a newer version is wanted although the installed one fits (pip's upgrade strategies). */
  readonly wantsNewest: (name: NormalizedName) => boolean
}

/** Conflicts after which pip decides a package earlier than others. */
const CONFLICTS_TO_PROMOTE = 5
/** How often one package may make another be decided anew before an older candidate is tried instead. */
const REPINS = 40

/** pip's order of preference (Provider.get_preference, narrow_requirement_selection) and choice of candidate. */
export function pipStrategy(facts: StrategyFacts): Strategy {
  return {
    priority: (state) => priorityOf(state),
    candidate: (state) => chooseCandidate(state, facts),
    repins: REPINS,
  }
}

/** Lower comes first: in the last conflict, often in conflicts, direct, pinned, bounded above, user's order, bounded, name. */
function priorityOf(state: PackageFacts): Priority {
  const demands = demandsOn(state)
  const operators = demands.flatMap((demand) => demand.specifier.specifiers)
  const isPinned = operators.some(({ operator, version }) => operator.startsWith('==') && !version.includes('*'))
  const isBounded = operators.some(({ operator, version }) => operator === '<' || operator === '<=' || operator === '~=' || (operator === '==' && version.includes('*')))
  const order = Math.min(...demands.map((demand) => demand.userOrder ?? Number.MAX_SAFE_INTEGER))
  return [
    state.inLastConflict ? 0 : 1,
    state.conflicts >= CONFLICTS_TO_PROMOTE ? 0 : 1,
    demands.some((demand) => demand.directUrl !== undefined) ? 0 : 1,
    isPinned ? 0 : 1,
    isBounded ? 0 : 1,
    order,
    operators.length > 0 ? 0 : 1,
    state.package,
  ]
}

function demandsOn(state: PackageFacts): Demand[] {
  return state.requirements.map((requirement) => requirement.dependency.data as Demand)
}

/**
 * The candidate pip would take: the installed one where it fits and nobody wants newer, else the newest that is neither a
 * pre-release nor yanked, unless what is required says otherwise.
 */
function chooseCandidate(state: PackageFacts, facts: StrategyFacts): number | NoChoice {
  const { name } = parsePackageKey(state.package)
  const { entries } = facts.universeOf(name)
  const installed = entries.findIndex((entry) => entry.kind === 'installed')
  if (installed !== -1 && hasCandidate(state.allowed, installed) && !facts.wantsNewest(name)) return installed
  const required = state.requirements.reduce((set: CandidateSet, requirement) => intersection(set, requirement.set), candidatesWhere(entries.length, () => true))
  const wanted = wantedAmong(state, { name, required, facts })
  const usable = candidatesWhere(entries.length, (index) => {
    const entry = entries[index]
    if (entry === undefined || !hasCandidate(state.allowed, index)) return false
    if (entry.kind !== 'index') return true
    return (wanted.preReleases || !entry.version.isPrerelease) && (wanted.yanked || !isYanked(entry))
  })
  if (!isEmpty(usable)) return firstCandidate(usable)
  const left = entries.filter((_, index) => hasCandidate(state.allowed, index))
  return { none: refusal(left.some((entry) => isYanked(entry)), left.some((entry) => entry.version.isPrerelease)) }
}

function refusal(yanked: boolean, preReleases: boolean): { readonly text: string; readonly data: { readonly yanked: boolean; readonly preReleases: boolean } } {
  const kinds = [...(preReleases ? ['pre-releases'] : []), ...(yanked ? ['yanked'] : [])]
  return { text: `only ${kinds.join(' or ')} are left, which are not taken unless asked for`, data: { yanked, preReleases } }
}

/** pip: pre-releases when a specifier names one or nothing else fits the specifiers; yanked ones when pinned and all that fits is yanked. */
function wantedAmong(state: PackageFacts, asked: { readonly name: NormalizedName; readonly required: CandidateSet; readonly facts: StrategyFacts }): { preReleases: boolean; yanked: boolean } {
  const { entries } = asked.facts.universeOf(asked.name)
  const demands = demandsOn(state)
  const fitting = entries.filter((entry, index) => entry.kind === 'index' && hasCandidate(asked.required, index))
  const preReleases = asked.facts.preReleases(asked.name) ?? (demands.some((demand) => demand.specifier.mentionsPrerelease) || fitting.every((entry) => entry.version.isPrerelease))
  const considered = preReleases ? fitting : fitting.filter((entry) => !entry.version.isPrerelease)
  const isPinned = demands.some((demand) => demand.specifier.specifiers.some(({ operator, version }) => operator === '===' || (operator === '==' && !version.endsWith('.*'))))
  return { preReleases, yanked: isPinned && considered.every((entry) => isYanked(entry)) }
}
