import { candidateRange, candidatesWhere, noCandidates, union, type CandidateSet } from '../solver/candidate-set.ts'
import type { Dependency, PackageKey } from '../solver/types.ts'
import type { NormalizedName } from '../standards/names.ts'
import { specifierSetContains, type SpecifierSet } from '../standards/specifiers.ts'
import type { VersionRanges } from '../standards/version-ranges.ts'
import type { UserRequirement } from '../requests/types.ts'
import { directKey } from './direct-source.ts'
import type { Entry } from './types.ts'
import type { ProjectUniverse } from './universe.ts'

/** What a dependency carries through the solver and back: what the strategy and the explanation look at. */
export interface Demand {
  readonly name: NormalizedName
  readonly specifier: SpecifierSet
  /** Identifies the direct reference (`directKey`), when the demand is one. */
  readonly directKey: string | undefined
  /** Set on what the user asked for himself. */
  readonly user: UserRequirement | undefined
}

/** The demand of a dependency that `toDependency` made; the solver hands on what it does not look into. */
export function demandOf({ data }: Pick<Dependency, 'data'>): Demand {
  return data as Demand
}

/** The solver's name for a project, or for a project with extras: as in pip, each set of extras is a package of its own. */
export function packageKey(name: NormalizedName, extras: readonly NormalizedName[] = []): PackageKey {
  return extras.length === 0 ? name : `${name}[${[...new Set(extras)].sort().join(',')}]`
}

/** The project, and the extras, that a key of `packageKey` stands for. */
export function parsePackageKey(key: PackageKey): { readonly name: NormalizedName; readonly extras: readonly NormalizedName[] } {
  const open = key.indexOf('[')
  if (open === -1) return { name: key as NormalizedName, extras: [] }
  return { name: key.slice(0, open) as NormalizedName, extras: key.slice(open + 1, -1).split(',') as NormalizedName[] }
}

/** A demand as the solver's dependency: on the project, or on the project with extras, which brings the project along. */
export function toDependency(demand: Demand, extras: readonly NormalizedName[], text: string, sets: DemandSets): Dependency {
  return { package: packageKey(demand.name, extras), set: () => sets.of(demand), text, data: demand }
}

/** The candidates that satisfy a demand. Thousands of candidates of one project repeat few specifiers: each is evaluated once. */
export class DemandSets {
  readonly #universeOf: (name: NormalizedName) => ProjectUniverse
  readonly #sets = new Map<string, CandidateSet>()

  constructor(universeOf: (name: NormalizedName) => ProjectUniverse) {
    this.#universeOf = universeOf
  }

  of(demand: Demand): CandidateSet {
    const key = `${demand.name} ${demand.directKey ?? ''} ${demand.specifier.text}`
    const known = this.#sets.get(key)
    if (known !== undefined) return known
    const { entries } = this.#universeOf(demand.name)
    const { specifier } = demand
    const set = demand.directKey === undefined && specifier.exact.length === 0 ? within(specifier.ranges, entries) : fitting(demand, entries)
    this.#sets.set(key, set)
    return set
  }
}

function fitting(demand: Demand, entries: readonly Entry[]): CandidateSet {
  return candidatesWhere(entries.length, (index) => {
    const entry = entries[index]
    if (entry === undefined) return false
    if (demand.directKey !== undefined && !(entry.kind === 'direct' && directKey(entry.candidate.source) === demand.directKey)) return false
    return specifierSetContains(demand.specifier, entry.version)
  })
}

/** The entries, which are newest first, with a version in one of the ranges: a run for each, of which only the ends are looked for. */
function within(ranges: VersionRanges, entries: readonly Entry[]): CandidateSet {
  return ranges.map(({ from, to }) => candidateRange(entries.length, firstBelow(to, entries), firstBelow(from, entries))).reduce(union, noCandidates(entries.length))
}

/** Place of the first entry whose sort key is less than this. */
function firstBelow(key: string, entries: readonly Entry[]): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((entries[middle]?.version.sortKey ?? '') < key) high = middle
    else low = middle + 1
  }
  return low
}
