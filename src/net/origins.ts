import type { Clock } from '../kernel/clock.ts'
import { Limiter, type Turn } from '../kernel/limiter.ts'
import { freshPace, paceAfterAnswer, paceAfterPushBack, paceAfterSuccess, type Pace } from './pace.ts'

/** How many requests may be under way at once, in all and to one origin. */
export interface NetworkLimits {
  readonly total: number
  readonly perOrigin: number
}

/** A place within the limits, held while a request is under way; what happened to the request teaches the origin's pace. */
export interface Place {
  /** The head of an answer is here; its body may take long. */
  answered(): void
  succeeded(): void
  /** The origin is overloaded, or asks for silence until a time. */
  pushedBack(untilMs?: number): void
}

type PaceOptions = Turn & { readonly signal: AbortSignal }

interface Origin {
  readonly limiter: Limiter
  pace: Pace
}

/** Concurrency in all and per origin, adapting to what origins bear. */
export class Origins {
  readonly #limits: NetworkLimits
  readonly #clock: Clock
  readonly #total: Limiter
  readonly #origins = new Map<string, Origin>()

  constructor(limits: NetworkLimits, clock: Clock) {
    this.#limits = limits
    this.#clock = clock
    this.#total = new Limiter(limits.total)
  }

  /** Runs `work` inside both limits, and not before the time that the origin asked for. */
  run<T>(name: string, work: (place: Place) => Promise<T>, options: PaceOptions): Promise<T> {
    const origin = this.#of(name)
    return origin.limiter.run(async () => {
      await this.#silence(origin, options.signal)
      const startedIn = origin.pace.epoch
      return this.#total.run(() => work(placeIn(origin, startedIn)), options)
    }, options)
  }

  async #silence(origin: Origin, signal: AbortSignal): Promise<void> {
    for (let waitMs = origin.pace.notBeforeMs - this.#clock.nowMs(); waitMs > 0; waitMs = origin.pace.notBeforeMs - this.#clock.nowMs()) {
      await this.#clock.sleep(waitMs, signal)
    }
  }

  #of(name: string): Origin {
    const known = this.#origins.get(name)
    if (known !== undefined) return known
    const pace = freshPace(this.#limits.perOrigin)
    const made = { limiter: new Limiter(pace.limit), pace }
    this.#origins.set(name, made)
    return made
  }
}

function placeIn(origin: Origin, startedIn: number): Place {
  const become = (pace: Pace): void => {
    if (pace.limit !== origin.pace.limit) origin.limiter.setCapacity(pace.limit)
    origin.pace = pace
  }
  return {
    answered: () => become(paceAfterAnswer(origin.pace)),
    succeeded: () => become(paceAfterSuccess(origin.pace)),
    pushedBack: (untilMs) => become(paceAfterPushBack(origin.pace, { startedIn, untilMs })),
  }
}
