/**
 * Work that is done once per key, however many ask: the first asker starts it, the others wait on the same promise.
 * A failure reaches every waiter; the key stays failed for this run, so a lasting fault is not tried again by each asker.
 */
export class OnceMap<K, V> {
  readonly #entries = new Map<K, Promise<V>>()

  /** The value for `key`, started by `make` if nobody has. Never rejects unobserved: speculation may be dropped. */
  get(key: K, make: (key: K) => Promise<V>): Promise<V> {
    const known = this.#entries.get(key)
    if (known !== undefined) return known
    const started = make(key)
    started.catch(() => undefined)
    this.#entries.set(key, started)
    return started
  }

  has(key: K): boolean {
    return this.#entries.has(key)
  }
}
