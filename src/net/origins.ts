import { Limiter, type Urgency } from '../kernel/limiter.ts'

/** How many requests may be under way at once, in all and to one origin. */
export interface NetworkLimits {
  readonly total: number
  readonly perOrigin: number
}

/**
 * Concurrency per origin that adapts: halved when the origin pushes back (429, 503, resets), grown again by one after a
 * run of successes, never above the limit given.
 */
export class Origins {
  readonly #limits: NetworkLimits
  readonly #total: Limiter
  readonly #origins = new Map<string, { readonly limiter: Limiter; successes: number }>()

  constructor(limits: NetworkLimits) {
    this.#limits = limits
    this.#total = new Limiter(limits.total)
  }

  /** Runs `work` inside both limits. */
  run<T>(origin: string, work: () => Promise<T>, options: { readonly signal: AbortSignal; readonly urgent: Urgency }): Promise<T> {
    return this.#of(origin).limiter.run(() => this.#total.run(work, options), options)
  }

  pushedBack(origin: string): void {
    const state = this.#of(origin)
    state.successes = 0
    state.limiter.setCapacity(Math.max(1, Math.floor(state.limiter.capacity / 2)))
  }

  succeeded(origin: string): void {
    const state = this.#of(origin)
    state.successes += 1
    if (state.limiter.capacity < this.#limits.perOrigin && state.successes >= 2 * state.limiter.capacity) {
      state.successes = 0
      state.limiter.setCapacity(state.limiter.capacity + 1)
    }
  }

  #of(origin: string): { readonly limiter: Limiter; successes: number } {
    const known = this.#origins.get(origin)
    if (known !== undefined) return known
    const made = { limiter: new Limiter(this.#limits.perOrigin), successes: 0 }
    this.#origins.set(origin, made)
    return made
  }
}
