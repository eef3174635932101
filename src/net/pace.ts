/**
 * How many requests to one origin may be under way at once: halved when the origin pushes back, grown by one after a run of
 * successes. Plain data, advanced by the functions below.
 */
export interface Pace {
  readonly limit: number
  /** What the limit never exceeds. */
  readonly ceiling: number
  readonly successes: number
  /** Counts the times the limit was lowered. Requests that started before a lowering say nothing about the limit after it. */
  readonly epoch: number
  /** The origin asked for silence until then (milliseconds since the epoch). */
  readonly notBeforeMs: number
}

export function freshPace(ceiling: number): Pace {
  const limit = Math.max(1, Math.floor(ceiling))
  return { limit, ceiling: limit, successes: 0, epoch: 0, notBeforeMs: 0 }
}

/** A whole limit of successes makes room for one more. */
export function paceAfterSuccess(pace: Pace): Pace {
  if (pace.limit >= pace.ceiling) return pace
  const successes = pace.successes + 1
  return successes < pace.limit ? { ...pace, successes } : { ...pace, successes: 0, limit: pace.limit + 1 }
}

/** Thirty connections that are reset together are one sign, not thirty: only those of the present epoch lower the limit. */
export function paceAfterPushBack(pace: Pace, sign: { readonly startedIn: number; readonly untilMs?: number | undefined }): Pace {
  const notBeforeMs = Math.max(pace.notBeforeMs, sign.untilMs ?? 0)
  if (sign.startedIn < pace.epoch) return { ...pace, notBeforeMs }
  return { ...pace, limit: Math.max(1, Math.floor(pace.limit / 2)), successes: 0, epoch: pace.epoch + 1, notBeforeMs }
}
