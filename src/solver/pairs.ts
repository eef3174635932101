import { familyOf, type PackageState } from './package-state.ts'

/** How often something happened between two projects, in this order. */
export class PairCounts {
  readonly #counts = new Map<string, number>()

  of(state: PackageState, other: PackageState): number {
    return this.#counts.get(pairKey(state, other)) ?? 0
  }

  /** Counts once more; the new count. */
  add(state: PackageState, other: PackageState): number {
    const count = this.of(state, other) + 1
    this.#counts.set(pairKey(state, other), count)
    return count
  }
}

function pairKey(state: PackageState, other: PackageState): string {
  return `${familyOf(state).order} ${familyOf(other).order}`
}
