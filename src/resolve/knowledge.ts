import type { EventBus } from '../kernel/events.ts'
import { OnceMap } from '../kernel/once-map.ts'
import type { CandidateLookup } from '../index/lookup.ts'
import type { MetadataAnswer, MetadataReader } from '../index/metadata.ts'
import type { Candidate } from '../index/types.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { InstalledDistribution } from '../target/types.ts'
import type { DirectSource, UserRequirement } from '../requests/types.ts'
import { directKey } from './demand.ts'
import type { DirectCandidate, Entry } from './types.ts'
import { buildUniverse, type ProjectUniverse } from './universe.ts'

/** A direct reference as it was met: by the user, or in the metadata of a distribution. */
export interface DirectReference {
  readonly source: DirectSource
  readonly name: NormalizedName | undefined
  readonly user: UserRequirement | undefined
}

/** Turns a direct reference into a candidate: fetches or builds its wheel and reads the metadata. */
export interface DirectReader {
  read(reference: DirectReference, signal: AbortSignal): Promise<DirectCandidate>
}

/** Metadata of source distributions, which may have to be built for it. */
export interface SourceReader {
  read(candidate: Candidate, signal: AbortSignal): Promise<MetadataAnswer>
}

export interface KnowledgeParts {
  readonly lookup: CandidateLookup
  readonly metadata: MetadataReader
  readonly direct: DirectReader
  readonly sources: SourceReader
  readonly installed: ReadonlyMap<NormalizedName, InstalledDistribution>
  readonly installedMetadata: (distribution: InstalledDistribution) => Promise<MetadataAnswer>
  readonly events: EventBus
  readonly signal: AbortSignal
}

/**
 * Everything a resolve has found out, each thing found out once. Universes are built for one solve and rebuilt when a
 * direct reference turned up that belongs into one (`forgetUniverses`); pages and metadata stay.
 */
export class Knowledge {
  readonly #parts: KnowledgeParts
  readonly #metadata = new OnceMap<string, MetadataAnswer>()
  readonly #directs = new Map<string, Promise<DirectCandidate>>()
  readonly #directsByName = new Map<NormalizedName, DirectCandidate[]>()
  #universes = new Map<NormalizedName, ProjectUniverse>()

  readonly #constraints: readonly UserRequirement[]

  /** `constraints`: those that name a URL or path decide where their project comes from, if it is needed at all. */
  constructor(parts: KnowledgeParts, constraints: readonly UserRequirement[]) {
    this.#parts = parts
    this.#constraints = constraints.filter(({ direct }) => direct !== undefined)
  }

  /** The universe as far as it is known; the solver asks only after `universe` was awaited. */
  known(name: NormalizedName): ProjectUniverse {
    const universe = this.#universes.get(name)
    if (universe === undefined) throw new Error(`the candidates of ${name} were not asked for`)
    return universe
  }

  isKnown(name: NormalizedName): boolean {
    return this.#universes.has(name)
  }

  /** Projects that exist, as far as this run has met any. */
  namesMet(): NormalizedName[] {
    return [...this.#universes.values()].filter(({ entries, list }) => entries.length > 0 || list.foundOn.length > 0).map(({ name }) => name)
  }

  async universe(name: NormalizedName, urgent: boolean): Promise<ProjectUniverse> {
    const list = await this.#parts.lookup.list(name, { signal: this.#parts.signal, urgent })
    for (const user of this.#constraints) {
      if (user.direct !== undefined && user.name === name) await this.direct({ source: user.direct, name, user })
    }
    const known = this.#universes.get(name)
    if (known !== undefined) return known
    const universe = buildUniverse(list, this.#parts.installed.get(name), this.#directsByName.get(name) ?? [])
    this.#universes.set(name, universe)
    return universe
  }

  metadata(entry: Entry, urgent: boolean): Promise<MetadataAnswer> {
    switch (entry.kind) {
      case 'direct':
        return Promise.resolve({ kind: 'metadata', metadata: entry.candidate.metadata, text: entry.candidate.metadataText })
      case 'installed':
        return this.#metadata.get(entry.distribution.infoPath, () => this.#parts.installedMetadata(entry.distribution))
      case 'index': {
        const { candidate } = entry
        const { signal } = this.#parts
        return this.#metadata.get(candidate.file.url, () =>
          candidate.format === 'sdist' ? this.#parts.sources.read(candidate, signal) : this.#parts.metadata.read(candidate, { signal, urgent }),
        )
      }
    }
  }

  /** Reads a direct reference once. `isNews`: the universe of its project was built without it, so the solve starts over. */
  async direct(reference: DirectReference): Promise<{ readonly candidate: DirectCandidate; readonly isNews: boolean }> {
    const key = directKey(reference.source)
    let reading = this.#directs.get(key)
    if (reading === undefined) {
      reading = this.#parts.direct.read(reference, this.#parts.signal)
      this.#directs.set(key, reading)
    }
    const candidate = await reading
    const siblings = this.#directsByName.get(candidate.name) ?? []
    if (siblings.includes(candidate)) return { candidate, isNews: false }
    this.#directsByName.set(candidate.name, [...siblings, candidate])
    return { candidate, isNews: this.#universes.has(candidate.name) }
  }

  /** The project of a constraint that is only a URL or path: known once something else named it. */
  nameOfConstraint(user: UserRequirement): NormalizedName | undefined {
    if (user.direct === undefined) return user.name
    const key = directKey(user.direct)
    for (const [name, candidates] of this.#directsByName) {
      if (candidates.some((candidate) => directKey(candidate.source) === key)) return name
    }
    return undefined
  }

  forgetUniverses(): void {
    this.#universes = new Map()
  }
}
