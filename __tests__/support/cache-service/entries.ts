/** One entry of the cache service. Immutable once committed. */
export interface CacheEntry {
  readonly id: number
  readonly key: string
  /** Hash of paths and compression, computed by the client. */
  readonly version: string
  /** The ref that saved it: `refs/heads/main`, `refs/pull/7/merge`. */
  readonly scope: string
  readonly createdAt: string
  committed: boolean
  bytes: Buffer
}

/** What a run's token allows. */
export interface CacheAccess {
  /** The run's own ref: where it saves, and where it looks first. */
  readonly ref: string
  /** Refs it may read as well, nearest first: the base of a pull request, the default branch. */
  readonly readable: readonly string[]
  readonly mayWrite: boolean
  readonly mayRead: boolean
}

export interface Lookup {
  readonly key: string
  readonly restoreKeys: readonly string[]
  readonly version: string
}

/** The service's memory: reservations and entries, in order of creation. */
export class CacheEntries {
  readonly #entries: CacheEntry[] = []
  #lastId = 0

  /** Reserves key, version and scope; undefined when taken, committed or not. */
  reserve(key: string, version: string, scope: string): CacheEntry | undefined {
    if (this.#entries.some((entry) => same(entry.key, key) && entry.version === version && entry.scope === scope)) return undefined
    const id = ++this.#lastId
    const entry = { id, key, version, scope, createdAt: new Date().toISOString(), committed: false, bytes: Buffer.alloc(0) }
    this.#entries.push(entry)
    return entry
  }

  /** The reservation of this run, not yet committed. */
  reserved(key: string, version: string, scope: string): CacheEntry | undefined {
    return this.#entries.find((entry) => !entry.committed && same(entry.key, key) && entry.version === version && entry.scope === scope)
  }

  byId(id: number): CacheEntry | undefined {
    return this.#entries.find((entry) => entry.id === id)
  }

  all(): readonly CacheEntry[] {
    return this.#entries
  }

  /** Forgets entries, as an eviction does. */
  evict(wanted: (entry: CacheEntry) => boolean): void {
    for (const entry of this.#entries.filter(wanted)) this.#entries.splice(this.#entries.indexOf(entry), 1)
  }

  /**
   * The entry a restore gets: ref by ref, and in each ref key by key, the exact key before the newest with that prefix.
   * Keys are compared without regard to case, as the real service does.
   */
  find(access: CacheAccess, { key, restoreKeys, version }: Lookup): CacheEntry | undefined {
    for (const scope of [access.ref, ...access.readable]) {
      const candidates = this.#entries.filter((entry) => entry.committed && entry.scope === scope && entry.version === version).reverse()
      for (const wanted of [key, ...restoreKeys]) {
        const found = candidates.find((entry) => same(entry.key, wanted)) ?? candidates.find((entry) => begins(entry.key, wanted))
        if (found !== undefined) return found
      }
    }
    return undefined
  }
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

function begins(key: string, prefix: string): boolean {
  return key.toLowerCase().startsWith(prefix.toLowerCase())
}
