import { UserError } from '../kernel/errors.ts'

/** Something that waits or is waited for: a build, or the making of an environment that several builds share. */
export interface WaitNode {
  readonly key: string
  /** How a message names it. */
  readonly label: string
}

/**
 * Who waits for whom among builds. A build whose requirements have to be built waits for those; one that comes to wait for
 * itself would do so for ever, so the step that would close a circle is refused instead.
 */
export class WaitGraph {
  readonly #waits = new Map<string, Map<string, WaitNode>>()

  /** Awaits `work` on behalf of `waiter`. Throws `build-failed`, naming the circle, when `wanted` waits for `waiter` already. */
  async during<T>(waiter: WaitNode | undefined, wanted: WaitNode, work: () => Promise<T>): Promise<T> {
    if (waiter === undefined) return work()
    const circle = waiter.key === wanted.key ? [wanted] : this.#path(wanted, waiter.key)
    if (circle !== undefined) throw circleError([waiter, ...circle])
    const wants = this.#waits.get(waiter.key) ?? new Map<string, WaitNode>()
    this.#waits.set(waiter.key, wants.set(wanted.key, wanted))
    try {
      return await work()
    } finally {
      wants.delete(wanted.key)
    }
  }

  /** The nodes from `from` to the one with this key, along who waits for whom. */
  #path(from: WaitNode, to: string): WaitNode[] | undefined {
    const cameFrom = new Map<string, WaitNode | undefined>([[from.key, undefined]])
    const queue = [from]
    for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
      if (node.key === to) return trail(node, cameFrom)
      for (const next of this.#waits.get(node.key)?.values() ?? []) {
        if (cameFrom.has(next.key)) continue
        cameFrom.set(next.key, node)
        queue.push(next)
      }
    }
    return undefined
  }
}

function trail(last: WaitNode, cameFrom: ReadonlyMap<string, WaitNode | undefined>): WaitNode[] {
  const nodes: WaitNode[] = []
  for (let node: WaitNode | undefined = last; node !== undefined; node = cameFrom.get(node.key)) nodes.unshift(node)
  return nodes
}

function circleError(circle: readonly WaitNode[]): UserError {
  const labels = circle.map(({ label }) => label).filter((label) => label !== '')
  return new UserError('build-failed', `these need one another to be built: ${labels.join(' → ')}`, {
    hint: 'one of them has to come as a wheel: allow its wheels, or build it by itself first',
  })
}
