import { allCandidates, difference, firstCandidate, hasCandidate, intersection, isDisjoint, isEmpty, isSubset, sizeOf, type CandidateSet } from '../solver/candidate-set.ts'
import type { NoChoice, PackageFacts, PackageKey, Priority, Strategy } from '../solver/types.ts'
import type { NormalizedName } from '../standards/names.ts'
import { isPinned, type Specifier } from '../standards/specifiers.ts'
import { demandOf, parsePackageKey, type Demand } from './demand.ts'
import type { ProjectUniverse } from './universe.ts'

/** What pip's preferences follow from. */
export interface StrategyFacts {
  readonly universeOf: (name: NormalizedName) => ProjectUniverse
  /** True when pre-releases are wanted for the name, false when they are not, undefined to go by the requirements (pip). */
  readonly preReleases: (name: NormalizedName) => boolean | undefined
  /** Whether a newer version is wanted although the installed one fits (pip's upgrade strategies). */
  readonly wantsNewest: (name: NormalizedName) => boolean
  /** Place among the user's requirements, from 0, of what he asked for himself. */
  readonly userOrder: ReadonlyMap<PackageKey, number>
}

/** Conflicts after which pip decides a package earlier than others. */
const CONFLICTS_TO_PROMOTE = 5
/** How often one package may make another be decided anew before an older candidate is tried instead. */
const REPINS = 40

/** pip's order of preference (Provider.get_preference, narrow_requirement_selection) and choice of candidate. */
export function pipStrategy(facts: StrategyFacts): Strategy {
  return {
    priority: (state) => priorityOf(state, facts.userOrder),
    candidate: (state) => chooseCandidate(state, facts),
    repins: REPINS,
  }
}

/**
 * Lower comes first: known to pip by now, in the last conflict, often in conflicts, direct, pinned, bounded above, the
 * user's order, not free, by name.
 */
function priorityOf(state: PackageFacts, userOrder: ReadonlyMap<PackageKey, number>): Priority {
  const demands = demandsOn(state)
  // The version in the name of a wheel that is named by its place is no pin to pip.
  const operators = demands.flatMap((demand) => (demand.directKey === undefined ? demand.specifier.specifiers : []))
  const isPinnedByExtra = state.base === undefined && state.pinnedBy !== undefined
  return [
    demands.length > 0 || isPinnedByExtra ? 0 : 1,
    state.inLastConflict ? 0 : 1,
    state.conflicts >= CONFLICTS_TO_PROMOTE ? 0 : 1,
    isPinnedByExtra || demands.some((demand) => demand.directKey !== undefined) ? 0 : 1,
    operators.some(isPin) ? 0 : 1,
    operators.some(isUpperBound) ? 0 : 1,
    userOrder.get(state.package) ?? Number.MAX_SAFE_INTEGER,
    operators.length > 0 ? 0 : 1,
    state.package,
  ]
}

/** For the order of decisions pip goes by the operator's letters (`op[:2] == "=="`), which is not quite its `is_pinned`. */
function isPin({ operator, version }: Specifier): boolean {
  return operator.startsWith('==') && !version.includes('*')
}

function isUpperBound({ operator, version }: Specifier): boolean {
  return operator === '<' || operator === '<=' || operator === '~=' || (operator === '==' && version.includes('*'))
}

/**
 * The requirements that pip has on this very package: those on the project do not count for its extras, and those on an
 * extra count for the project only when they say something of versions or of a place.
 */
function demandsOn(state: PackageFacts): Demand[] {
  return state.requirements.flatMap(({ dependency, isConstraint }) => {
    const demand = demandOf(dependency)
    if (isConstraint) return []
    const isOwn = dependency.package === state.package
    return isOwn || (state.base === undefined && (demand.specifier.specifiers.length > 0 || demand.directKey !== undefined)) ? [demand] : []
  })
}

/**
 * The candidate pip would take: the installed one where it fits and nobody wants newer, else the newest that is neither a
 * pre-release nor yanked, unless what is required says otherwise. Direct references are for those who ask for one.
 */
function chooseCandidate(state: PackageFacts, facts: StrategyFacts): number | NoChoice {
  const { name } = parsePackageKey(state.package)
  const universe = facts.universeOf(name)
  const { sets, installed } = universe
  if (state.pinnedBy !== undefined && sizeOf(state.allowed) === 1) return firstCandidate(state.allowed)
  const isDirect = state.requirements.some(({ dependency }) => demandOf(dependency).directKey !== undefined)
  if (isDirect && !isDisjoint(state.allowed, sets.direct)) return preferred(universe, intersection(state.allowed, sets.direct))
  if (installed !== -1 && hasCandidate(state.allowed, installed) && !facts.wantsNewest(name)) return installed
  const wanted = wantedAmong(state, universe, facts.preReleases(name))
  const withoutDirect = difference(state.allowed, sets.direct)
  const withoutPre = wanted.preReleases ? withoutDirect : difference(withoutDirect, sets.preReleases)
  const usable = wanted.yanked ? withoutPre : difference(withoutPre, sets.yanked)
  if (!isEmpty(usable)) return preferred(universe, usable)
  return refusal({ direct: isEmpty(withoutDirect), preReleases: isEmpty(withoutPre), onlyFinal: facts.preReleases(name) === false, yanked: !isDisjoint(withoutPre, sets.yanked) })
}

function preferred({ preference }: ProjectUniverse, usable: CandidateSet): number {
  return preference?.find((index) => hasCandidate(usable, index)) ?? firstCandidate(usable)
}

/** What is left of a project that nobody may take, for hints. */
export interface Refused {
  readonly direct: boolean
  readonly preReleases: boolean
  /** The user said so (--only-final). */
  readonly onlyFinal: boolean
  readonly yanked: boolean
}

function refusal(refused: Refused): NoChoice {
  if (refused.preReleases && refused.onlyFinal && !refused.yanked) return { none: { text: 'a pre-release, which --only-final excludes', data: refused } }
  const kinds = [...(refused.preReleases ? ['a pre-release'] : []), ...(refused.yanked ? ['yanked'] : [])]
  const text = refused.direct ? 'it is known by a direct reference alone' : `${kinds.join(' or ')}, which is taken only when asked for`
  return { none: { text, data: refused } }
}

/** pip: pre-releases when a specifier names one or nothing else fits the specifiers; yanked ones when pinned and all that fits is yanked. */
function wantedAmong(state: PackageFacts, { entries, sets }: ProjectUniverse, preReleasesSaid: boolean | undefined): { preReleases: boolean; yanked: boolean } {
  const specifiers = state.requirements.map(({ dependency }) => demandOf(dependency).specifier)
  const required = state.requirements.reduce((set: CandidateSet, requirement) => intersection(set, requirement.set), allCandidates(entries.length))
  const finals = intersection(required, sets.listedFinals)
  const preReleases = preReleasesSaid ?? (specifiers.some(({ mentionsPrerelease }) => mentionsPrerelease) || isEmpty(finals))
  const considered = preReleases ? intersection(required, sets.listed) : finals
  return { preReleases, yanked: specifiers.some(isPinned) && isSubset(considered, sets.listedYanked) }
}
