import { describeOrigin } from '../kernel/origin.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { Resolution } from '../resolve/types.ts'

/** Why a package is part of the answer, outermost first: the shortest chain from something the user wrote down to it. */
export function whyIncluded(name: NormalizedName, resolution: Resolution): string[] {
  const byName = new Map(resolution.packages.map((item) => [item.name, item]))
  const cameFrom = new Map<NormalizedName, NormalizedName | undefined>([[name, undefined]])
  const queue: NormalizedName[] = [name]
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const item = byName.get(next)
    const asked = item?.userRequirements[0]
    if (asked !== undefined) return [`${asked.text} (${describeOrigin(asked.origin)})`, ...chainDown(next, cameFrom, byName)]
    for (const requirer of item?.requiredBy ?? []) {
      if (requirer.name === undefined || cameFrom.has(requirer.name)) continue
      cameFrom.set(requirer.name, next)
      queue.push(requirer.name)
    }
  }
  return []
}

function chainDown(
  from: NormalizedName,
  cameFrom: ReadonlyMap<NormalizedName, NormalizedName | undefined>,
  byName: ReadonlyMap<NormalizedName, Resolution['packages'][number]>,
): string[] {
  const lines: string[] = []
  let above = from
  for (let below = cameFrom.get(from); below !== undefined; below = cameFrom.get(below)) {
    const text = byName.get(below)?.requiredBy.find((requirer) => requirer.name === above)?.requirementText ?? below
    lines.push(`${text} (from ${above} ${byName.get(above)?.version.text ?? ''})`)
    above = below
  }
  return lines
}
