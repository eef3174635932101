/** How a piece of shared work is to be done. */
export interface WorkTerms {
  /** Aborted when nobody waits for the work any more. */
  readonly signal: AbortSignal
  /** Whether somebody waits for it; may turn true while it waits for its turn. */
  readonly urgent: () => boolean
}

/** Speculation that was not worth it, or not wanted any more: whoever asks next starts anew. */
export class Dropped extends Error {
  constructor() {
    super('nobody waits for this')
    this.name = 'Dropped'
  }
}

interface Entry<V> {
  readonly promise: Promise<V>
  readonly controller: AbortController
  isUrgent: boolean
  isDone: boolean
}

/**
 * Work that is done once per key, however many ask, and that may be begun before anybody needs it. A failure reaches every
 * waiter, and the key stays failed; but what was dropped while nobody waited is forgotten.
 */
export class SharedWork<K, V> {
  readonly #entries = new Map<K, Entry<V>>()

  /** The value for `key`, started by `make` if nobody has. `urgent`: the caller waits for it. Never rejects unobserved. */
  async get(key: K, urgent: boolean, make: (terms: WorkTerms) => Promise<V>): Promise<V> {
    const known = this.#entries.get(key)
    if (known === undefined) return this.#start(key, urgent, make).promise
    known.isUrgent ||= urgent
    if (!urgent) return known.promise
    try {
      return await known.promise
    } catch (error) {
      if (!(error instanceof Dropped)) throw error
      return this.get(key, urgent, make)
    }
  }

  /** Whether the value is there, or is known not to be had. */
  isDone(key: K): boolean {
    return this.#entries.get(key)?.isDone === true
  }

  /** Ends what is under way and waited for by nobody. */
  dropIdle(): void {
    for (const [key, entry] of this.#entries) {
      if (entry.isDone || entry.isUrgent) continue
      this.#entries.delete(key)
      entry.controller.abort(new Dropped())
    }
  }

  #start(key: K, urgent: boolean, make: (terms: WorkTerms) => Promise<V>): Entry<V> {
    const controller = new AbortController()
    const promise = Promise.resolve().then(() => make({ signal: controller.signal, urgent: () => entry.isUrgent }))
    const entry: Entry<V> = { promise, controller, isUrgent: urgent, isDone: false }
    this.#entries.set(key, entry)
    promise.then(() => { entry.isDone = true }, (error: unknown) => {
      entry.isDone = true
      if (error instanceof Dropped && this.#entries.get(key) === entry) this.#entries.delete(key)
    })
    return entry
  }
}
