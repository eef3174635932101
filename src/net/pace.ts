/**
 * How many requests to one origin may be under way at once: a few at first, one more with each answer (so twice as many with each
 * round trip), halved when the origin pushes back, and from then on grown by one after a run of successes. Plain data, advanced
 * by the functions below.
 */
export interface Pace {
  readonly limit: number
  /** Until the origin has pushed back once. */
  readonly isOpening: boolean
  /** What the limit never exceeds. */
  readonly ceiling: number
  readonly successes: number
  /** Counts the times the limit was lowered. Requests that started before a lowering say nothing about the limit after it. */
  readonly epoch: number
  /** The origin asked for silence until then (milliseconds since the epoch). */
  readonly notBeforeMs: number
}

/**
 * Connections before anything was answered. A new connection costs round trips and the time of both sides for TLS, more than a
 * small page on one that is open: the first few answer most pages while others would still shake hands, and an origin that lets
 * new connections wait holds up few requests.
 */
const FIRST_CONNECTIONS = 4

/** The pace of an origin that has answered nothing yet. */
export function freshPace(ceiling: number): Pace {
  const most = Math.max(1, Math.floor(ceiling))
  return { limit: Math.min(FIRST_CONNECTIONS, most), isOpening: true, ceiling: most, successes: 0, epoch: 0, notBeforeMs: 0 }
}

/** The origin began to answer a request: it bears what is under way. */
export function paceAfterAnswer(pace: Pace): Pace {
  return pace.isOpening && pace.limit < pace.ceiling ? { ...pace, limit: pace.limit + 1 } : pace
}

/** After a push-back, a whole limit of successes makes room for one more. */
export function paceAfterSuccess(pace: Pace): Pace {
  if (pace.isOpening || pace.limit >= pace.ceiling) return pace
  const successes = pace.successes + 1
  return successes < pace.limit ? { ...pace, successes } : { ...pace, successes: 0, limit: pace.limit + 1 }
}

/** Thirty connections that are reset together are one sign, not thirty: only those of the present epoch lower the limit. */
export function paceAfterPushBack(pace: Pace, sign: { readonly startedIn: number; readonly untilMs?: number | undefined }): Pace {
  const notBeforeMs = Math.max(pace.notBeforeMs, sign.untilMs ?? 0)
  if (sign.startedIn < pace.epoch) return { ...pace, notBeforeMs }
  return { ...pace, limit: Math.max(1, Math.floor(pace.limit / 2)), isOpening: false, successes: 0, epoch: pace.epoch + 1, notBeforeMs }
}
