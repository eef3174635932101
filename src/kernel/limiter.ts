/** Whether work overtakes speculation; a function where it may become urgent while it waits. */
export type Urgency = boolean | (() => boolean)

/** A counting semaphore in which urgent work overtakes speculation. */
export class Limiter {
  readonly #urgent: (() => void)[] = []
  readonly #idle: { readonly enter: () => void; readonly isUrgent: Urgency }[] = []
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
  async run<T>(work: () => Promise<T>, options: { readonly signal?: AbortSignal; readonly urgent?: Urgency } = {}): Promise<T> {
    await this.#enter(options.urgent ?? true)
    try {
      options.signal?.throwIfAborted()
      return await work()
    } finally {
      this.#running -= 1
      this.#startNext()
    }
  }

  #enter(urgent: Urgency): Promise<void> {
    if (this.#running < this.#capacity) {
      this.#running += 1
      return Promise.resolve()
    }
    return new Promise((resolve) => {
      if (urgent === true || (urgent !== false && urgent())) this.#urgent.push(resolve)
      else this.#idle.push({ enter: resolve, isUrgent: urgent })
    })
  }

  /** Of what waits: urgent work first, then what became urgent meanwhile, then the rest, each in the order of coming. */
  #next(): (() => void) | undefined {
    const urgent = this.#urgent.shift()
    if (urgent !== undefined) return urgent
    const raised = this.#idle.findIndex(({ isUrgent }) => isUrgent !== false && isUrgent !== true && isUrgent())
    return this.#idle.splice(Math.max(raised, 0), 1)[0]?.enter
  }

  #startNext(): void {
    while (this.#running < this.#capacity) {
      const next = this.#next()
      if (next === undefined) return
      this.#running += 1
      next()
    }
  }
}
