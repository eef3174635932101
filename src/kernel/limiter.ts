/** Whether work overtakes speculation; a function where it may become urgent while it waits. */
export type Urgency = boolean | (() => boolean)

/** How work takes its turn. */
export interface Turn {
  readonly signal?: AbortSignal
  /** Default: urgent. */
  readonly urgent?: Urgency
  /** Files, where the rest are answers of some kilobytes: they go first while they have less than half of the places. */
  readonly isBulk?: boolean
}

/** A counting semaphore in which urgent work overtakes speculation. */
export class Limiter {
  readonly #bulk: (() => void)[] = []
  readonly #urgent: (() => void)[] = []
  readonly #idle: { readonly enter: () => void; readonly isUrgent: Urgency }[] = []
  #capacity: number
  #running = 0
  #runningBulk = 0

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
  async run<T>(work: () => Promise<T>, { signal, urgent = true, isBulk = false }: Turn = {}): Promise<T> {
    await this.#enter(urgent, isBulk)
    try {
      signal?.throwIfAborted()
      return await work()
    } finally {
      this.#running -= 1
      if (isBulk) this.#runningBulk -= 1
      this.#startNext()
    }
  }

  #enter(urgent: Urgency, isBulk: boolean): Promise<void> {
    return new Promise((resolve) => {
      const enter = (): void => {
        this.#running += 1
        if (isBulk) this.#runningBulk += 1
        resolve()
      }
      if (this.#running < this.#capacity) enter()
      else if (isBulk) this.#bulk.push(enter)
      else if (urgent === true || (urgent !== false && urgent())) this.#urgent.push(enter)
      else this.#idle.push({ enter, isUrgent: urgent })
    })
  }

  /** Of what waits: bulk in its half of the places, urgent work, what became urgent meanwhile, the rest, each in the order of coming. */
  #next(): (() => void) | undefined {
    const bulk = this.#runningBulk < this.#capacity / 2 ? this.#bulk.shift() : undefined
    const next = bulk ?? this.#urgent.shift() ?? this.#bulk.shift()
    if (next !== undefined) return next
    const raised = this.#idle.findIndex(({ isUrgent }) => isUrgent !== false && isUrgent !== true && isUrgent())
    return this.#idle.splice(Math.max(raised, 0), 1)[0]?.enter
  }

  #startNext(): void {
    while (this.#running < this.#capacity) {
      const next = this.#next()
      if (next === undefined) return
      next()
    }
  }
}
