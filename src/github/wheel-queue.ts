import { FACTS_FILE, readFacts, wheelOfPath, type EntryWheel } from '../actions-cache/entry.ts'

/** The published wheels of an entry in the order in which they can be unpacked: as they come, the largest of what is there first. */
export class WheelQueue {
  readonly #entry: string
  /** What the entry says it holds, once that has come, without what was handed out. */
  #known: Map<string, EntryWheel> | undefined
  readonly #come = new Set<string>()
  #isClosed = false
  #wake: (() => void)[] = []

  constructor(entry: string) {
    this.#entry = entry
  }

  /** A file of the entry is there, whole. */
  arrived(inside: string): void {
    if (inside === FACTS_FILE) this.#learn()
    const id = wheelOfPath(inside)
    if (id !== undefined) this.#come.add(id)
    this.#wakeAll()
  }

  /** No file will come any more: what the entry says it holds is there, or never will be. */
  close(): void {
    this.#learn()
    this.#isClosed = true
    this.#wakeAll()
  }

  /** Waits until there is a wheel; undefined: there will be none. */
  async first(): Promise<EntryWheel | undefined> {
    for (;;) {
      const wheel = this.#largest()
      if (wheel !== undefined || this.#isClosed) return wheel
      await new Promise<void>((resolve) => this.#wake.push(resolve))
    }
  }

  /** As `first`, and nobody else will get it. */
  async next(): Promise<EntryWheel | undefined> {
    const wheel = await this.first()
    if (wheel !== undefined) this.#known?.delete(wheel.id)
    return wheel
  }

  /** Large ones first: they decide when the last one is done. */
  #largest(): EntryWheel | undefined {
    let largest: EntryWheel | undefined
    for (const wheel of this.#known?.values() ?? []) {
      const isThere = this.#isClosed || this.#come.has(wheel.id)
      if (isThere && (largest === undefined || wheel.sizeBytes > largest.sizeBytes)) largest = wheel
    }
    return largest
  }

  #learn(): void {
    const wheels = this.#known === undefined ? readFacts(this.#entry)?.wheels : undefined
    if (wheels !== undefined) this.#known = new Map(wheels.filter(({ kind }) => kind === 'published').map((wheel) => [wheel.id, wheel]))
  }

  #wakeAll(): void {
    const woken = this.#wake
    this.#wake = []
    for (const wake of woken) wake()
  }
}
