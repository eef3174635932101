import { candidatesWhere, type CandidateSet } from '../solver/candidate-set.ts'
import type { Dependency, PackageKey } from '../solver/types.ts'
import type { NormalizedName } from '../standards/names.ts'
import { specifierSetContains, type SpecifierSet } from '../standards/specifiers.ts'
import type { UserRequirement } from '../requests/types.ts'
import type { ProjectUniverse } from './universe.ts'

/** What a dependency carries through the solver and back: what the strategy and the explanation look at. */
export interface Demand {
  readonly name: NormalizedName
  readonly specifier: SpecifierSet
  /** Identifies the direct reference, when the demand is one. */
  readonly directUrl: string | undefined
  /** Set on what the user asked for himself. */
  readonly user: UserRequirement | undefined
  /** Place among the user's requirements, from 0. */
  readonly userOrder: number | undefined
}

/** The solver's name for a project, or for a project with one extra. */
export function packageKey(name: NormalizedName, extra?: NormalizedName): PackageKey {
  return extra === undefined ? name : `${name}[${extra}]`
}

export function parsePackageKey(key: PackageKey): { readonly name: NormalizedName; readonly extra: NormalizedName | undefined } {
  const open = key.indexOf('[')
  if (open === -1) return { name: key as NormalizedName, extra: undefined }
  return { name: key.slice(0, open) as NormalizedName, extra: key.slice(open + 1, -1) as NormalizedName }
}

/** A demand as the solver's dependencies: on the project, or on each of its extras (which bring the project along). */
export function toDependencies(demand: Demand, extras: readonly NormalizedName[], text: string, sets: DemandSets): Dependency[] {
  const keys = extras.length === 0 ? [packageKey(demand.name)] : extras.map((extra) => packageKey(demand.name, extra))
  return keys.map((key) => ({ package: key, set: () => sets.of(demand), text, data: demand }))
}

/** The candidates that satisfy a demand. Thousands of candidates of one project repeat few specifiers: each is evaluated once. */
export class DemandSets {
  readonly #universeOf: (name: NormalizedName) => ProjectUniverse
  readonly #sets = new Map<string, CandidateSet>()

  constructor(universeOf: (name: NormalizedName) => ProjectUniverse) {
    this.#universeOf = universeOf
  }

  of(demand: Demand): CandidateSet {
    const key = `${demand.name} ${demand.directUrl ?? demand.specifier.text}`
    const known = this.#sets.get(key)
    if (known !== undefined) return known
    const { entries } = this.#universeOf(demand.name)
    const set = candidatesWhere(entries.length, (index) => {
      const entry = entries[index]
      if (entry === undefined) return false
      if (demand.directUrl !== undefined && !(entry.kind === 'direct' && directKey(entry.candidate.source) === demand.directUrl)) return false
      return specifierSetContains(demand.specifier, entry.version)
    })
    this.#sets.set(key, set)
    return set
  }
}

/** One text per direct reference: equal references are one candidate. */
export function directKey(source: NonNullable<UserRequirement['direct']>): string {
  switch (source.kind) {
    case 'archive':
      return `archive ${source.url.replace(/^file:\/\/localhost\//i, 'file:///')}#${source.subdirectory ?? ''}`
    case 'directory':
      return `directory ${source.path}#${source.subdirectory ?? ''}`
    case 'vcs':
      return `${source.vcs} ${source.url}@${source.ref ?? ''}#${source.subdirectory ?? ''}`
  }
}
