/** How long parts of a request may take or be silent, in milliseconds, from pip's one timeout. */
export interface Timeouts {
  /** Until a connection is there. */
  readonly connectMs: number
  /** Until an answer begins. */
  readonly headersMs: number
  /** Silence before an answer begins, after which the same is asked on a fresh connection too. */
  readonly hedgeMs: number
  /** Silence within an answer, by the number of silent attempts before: a dead connection is left early, a server that pauses is waited for. */
  readonly bodyMs: readonly [number, number, number]
}

/**
 * pip's `--timeout` bounds each silence of a socket. A connection that is not there within seconds hardly ever comes (a lost SYN is
 * repeated after one and three seconds), and one that fell silent rarely speaks again: both are left earlier, the last attempt alone is
 * given the whole timeout. So with pip's default of 15 s a dead host is known in ten, and no silence is waited for longer than thirty.
 */
export function timeoutsFor(timeoutMs: number): Timeouts {
  const thirdMs = timeoutMs / 3
  const connectMs = Math.min(timeoutMs, Math.max(5_000, Math.min(thirdMs, 10_000)))
  return {
    connectMs,
    headersMs: timeoutMs,
    // A little later than a connection that cannot be made is given up, so that this is known first.
    hedgeMs: Math.min(connectMs + 250, timeoutMs / 2),
    bodyMs: [Math.min(thirdMs, 5_000), Math.min(2 * thirdMs, 10_000), timeoutMs],
  }
}

/** Silence to allow within an answer, after so many silent attempts. */
export function bodySilenceMs({ bodyMs }: Timeouts, silences: number): number {
  return bodyMs[Math.min(silences, 2) as 0 | 1 | 2]
}
