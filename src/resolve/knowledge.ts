import type { EventBus } from '../kernel/events.ts'
import { SharedWork } from '../kernel/shared-work.ts'
import type { CandidateLookup } from '../index/lookup.ts'
import { publishedSha256, type MetadataAnswer, type MetadataReader } from '../index/metadata.ts'
import type { Candidate, PageMark } from '../index/types.ts'
import type { CoreMetadata } from '../standards/metadata.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { InstalledDistribution } from '../target/types.ts'
import type { DirectSource, UserRequirement } from '../requests/types.ts'
import { directKey } from './direct-source.ts'
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

/** Metadata of an entry, with the entry it was read of: another file of the same version where the first turned out to be of something else. */
export type EntryAnswer = { readonly kind: 'metadata'; readonly metadata: CoreMetadata; readonly text: string; readonly entry: Entry } | Exclude<MetadataAnswer, { kind: 'metadata' }>

/** Whom the resolve asks. */
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

/** Whether somebody waits for an answer: what nobody waits for does not count as what the search rests on, and may be dropped. */
export interface Haste {
  readonly urgent: boolean
}

/**
 * Everything a resolve has found out, each thing found out once. Universes are built for one solve and rebuilt when a
 * direct reference turned up that belongs into one (`forgetUniverses`); pages and metadata stay.
 */
export class Knowledge {
  readonly #parts: KnowledgeParts
  readonly #metadata = new SharedWork<string, MetadataAnswer>()
  readonly #directs = new Map<string, Promise<DirectCandidate>>()
  readonly #directsByName = new Map<NormalizedName, DirectCandidate[]>()
  #universes = new Map<NormalizedName, ProjectUniverse>()
  /** Lists that somebody waited for, by name; guesses ahead decide nothing. */
  readonly #decisive = new Map<NormalizedName, readonly PageMark[] | undefined>()
  #restsOnMore = false

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

  /** Whether any project that was asked for is nowhere to be found. */
  lacksAny(): boolean {
    return [...this.#universes.values()].some(({ entries, list }) => entries.length === 0 && list.foundOn.length === 0)
  }

  /**
   * The pages, and lists of find-links places, that all that was waited for follows from. Undefined when it follows from anything else: what is installed, direct
   * references, builds, files that their index does not hash, metadata that somebody had to be told of.
   */
  basis(): readonly PageMark[] | undefined {
    const marks = [...this.#decisive.values()]
    if (this.#restsOnMore || !marks.every((list) => list !== undefined)) return undefined
    // Each list rests on the same find-links places.
    return [...new Map(marks.flat().map((mark) => [`${mark.name ?? ''} ${mark.indexUrl}`, mark])).values()]
  }

  async universe(name: NormalizedName, { urgent }: Haste): Promise<ProjectUniverse> {
    const list = await this.#parts.lookup.list(name, { signal: this.#parts.signal, urgent })
    if (urgent) this.#decisive.set(name, this.#parts.installed.has(name) ? undefined : list.marks)
    for (const user of this.#constraints) {
      if (user.direct !== undefined && user.name === name) await this.direct({ source: user.direct, name, user })
    }
    const known = this.#universes.get(name)
    if (known !== undefined) return known
    const universe = buildUniverse(list, this.#parts.installed.get(name), this.#directsByName.get(name) ?? [])
    this.#universes.set(name, universe)
    return universe
  }

  async metadata(entry: Entry, { urgent }: Haste): Promise<EntryAnswer> {
    const answer = await this.#metadataOf(entry, urgent)
    const isFixed = answer.kind === 'metadata' && answer.entry === entry && entry.kind === 'index' && entry.candidate.format === 'wheel' && publishedSha256(entry.candidate.file.hashes) !== undefined
    if (urgent && !isFixed) this.#restsOnMore = true
    return answer
  }

  /** Whether asking for the metadata would be answered at once. */
  hasMetadata(entry: Entry): boolean {
    if (entry.kind === 'direct') return true
    return this.#metadata.isDone(entry.kind === 'installed' ? entry.distribution.infoPath : entry.candidate.file.url)
  }

  async #metadataOf(entry: Entry, urgent: boolean): Promise<EntryAnswer> {
    switch (entry.kind) {
      case 'direct':
        return { kind: 'metadata', metadata: entry.candidate.metadata, text: entry.candidate.metadataText, entry }
      case 'installed': {
        const answer = await this.#metadata.get(entry.distribution.infoPath, urgent, () => this.#parts.installedMetadata(entry.distribution))
        return answer.kind === 'metadata' ? { ...answer, entry } : answer
      }
      case 'index':
        return this.#ofVersion(entry, urgent)
    }
  }

  /** A file whose metadata is of another project or version gives way to the next of its version (pip's MetadataInconsistent). */
  async #ofVersion(entry: Extract<Entry, { kind: 'index' }>, urgent: boolean): Promise<EntryAnswer> {
    const { signal } = this.#parts
    const read = (candidate: Candidate): Promise<MetadataAnswer> =>
      this.#metadata.get(candidate.file.url, urgent, (terms) =>
        candidate.format === 'sdist' ? this.#parts.sources.read(candidate, signal) : this.#parts.metadata.read(candidate, { ...terms, signal: AbortSignal.any([signal, terms.signal]) }),
      )
    const first = await read(entry.candidate)
    if (first.kind === 'metadata') return { ...first, entry }
    for (const candidate of first.kind === 'broken' && first.isInconsistent === true ? entry.candidate.others : []) {
      const answer = await read(candidate)
      if (answer.kind === 'metadata') return { ...answer, entry: { ...entry, candidate } }
      if (answer.kind === 'missing' || answer.isInconsistent !== true) return answer
    }
    return first
  }

  /** Reads a direct reference once. `isNews`: the universe of its project was built without it, so the solve starts over. */
  async direct(reference: DirectReference): Promise<{ readonly candidate: DirectCandidate; readonly isNews: boolean }> {
    this.#restsOnMore = true
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

  /** Ends all looking ahead. */
  dropSpeculation(): void {
    this.#metadata.dropIdle()
    this.#parts.lookup.dropSpeculation()
  }

  forgetUniverses(): void {
    this.#universes = new Map()
  }
}
