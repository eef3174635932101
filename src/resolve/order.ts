import type { NormalizedName } from '../standards/names.ts'

/** Anything with a name and the names it needs. */
export interface Dependent {
  readonly name: NormalizedName
  readonly dependencies: readonly NormalizedName[]
}

/**
 * Dependencies before dependents, as pip installs; a cycle is cut where it is entered. Depth first in the order given, so
 * the result depends on the input alone. Iterative: chains may be thousands long.
 */
export function dependenciesFirst<T extends Dependent>(packages: readonly T[]): T[] {
  const byName = new Map(packages.map((item) => [item.name, item]))
  const entered = new Set<NormalizedName>()
  const ordered: T[] = []
  for (const start of packages) {
    const stack: { readonly item: T; next: number }[] = []
    const enter = (item: T | undefined): void => {
      if (item === undefined || entered.has(item.name)) return
      entered.add(item.name)
      stack.push({ item, next: 0 })
    }
    enter(start)
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const dependency = top.item.dependencies[top.next]
      top.next += 1
      if (dependency !== undefined) enter(byName.get(dependency))
      else ordered.push(stack.pop()?.item ?? top.item)
    }
  }
  return ordered
}
