/** A counting semaphore with two queues: urgent work overtakes speculation. */
export class Limiter {
  readonly #urgent: (() => void)[] = []
  readonly #idle: (() => void)[] = []
  #capacity: number
  #running = 0

  constructor(capacity: number) {
    this.#capacity = Math.max(1, Math.floor(capacity))
  }

  get capacity(): number {
    return this.#capacity
  }

  /** Raises or lowers the number of tasks at once; running tasks are never stopped by it. */
  setCapacity(capacity: number): void {
    this.#capacity = Math.max(1, Math.floor(capacity))
    this.#startNext()
  }

  /** Runs `work` when a place is free. An aborted signal rejects with its reason without taking a place. */
  async run<T>(work: () => Promise<T>, options: { readonly signal?: AbortSignal; readonly urgent?: boolean } = {}): Promise<T> {
    await this.#enter(options.urgent ?? true)
    try {
      options.signal?.throwIfAborted()
      return await work()
    } finally {
      this.#running -= 1
      this.#startNext()
    }
  }

  #enter(urgent: boolean): Promise<void> {
    if (this.#running < this.#capacity) {
      this.#running += 1
      return Promise.resolve()
    }
    return new Promise((resolve) => (urgent ? this.#urgent : this.#idle).push(resolve))
  }

  #startNext(): void {
    while (this.#running < this.#capacity) {
      const next = this.#urgent.shift() ?? this.#idle.shift()
      if (next === undefined) return
      this.#running += 1
      next()
    }
  }
}
