import type { NormalizedName } from '../standards/names.ts'
import type { IndexFile } from '../standards/simple-api.ts'
import type { Version } from '../standards/version.ts'
import { versionAt } from './file-table.ts'
import { isWheel, isYanked, type Spot } from './shelf.ts'
import type { Candidate, IndexRef } from './types.ts'

/**
 * A candidate whose file and version are read when they are asked for: of most nobody asks for more than that they are there. Equals no
 * plain object; `JSON.stringify` writes it as it would write one.
 */
export class ListedCandidate implements Candidate {
  readonly #spot: Spot
  readonly #othersOf: (spot: Spot) => readonly Candidate[]
  #version: Version | undefined
  #file: IndexFile | undefined
  #others: readonly Candidate[] | undefined

  constructor(spot: Spot, othersOf: (spot: Spot) => readonly Candidate[]) {
    this.#spot = spot
    this.#othersOf = othersOf
  }

  get name(): NormalizedName {
    return this.#spot.shelf.table.project
  }

  get version(): Version {
    return (this.#version ??= versionAt(this.#spot.shelf.table, this.#spot.row))
  }

  get format(): Candidate['format'] {
    return isWheel(this.#spot) ? 'wheel' : 'sdist'
  }

  get file(): IndexFile {
    return (this.#file ??= this.#spot.shelf.table.fileAt(this.#spot.row))
  }

  get isYanked(): boolean {
    return isYanked(this.#spot)
  }

  get index(): IndexRef {
    return this.#spot.shelf.index
  }

  get others(): readonly Candidate[] {
    return (this.#others ??= this.#othersOf(this.#spot))
  }

  toJSON(): Candidate {
    const { name, version, format, file, isYanked: yanked, index, others } = this
    return { name, version, format, file, isYanked: yanked, index, others }
  }
}
