/** Time as a parameter, so that retry and report code can be tested without waiting. */
export interface Clock {
  /** Milliseconds since the epoch, with a fraction, monotonic within a process and alike in all its threads. */
  nowMs(): number
  /** Resolves after `ms`; rejects with the signal's reason when aborted earlier. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** The machine's own. */
export const systemClock: Clock = {
  nowMs: () => performance.timeOrigin + performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(done, ms)
      signal?.addEventListener('abort', aborted, { once: true })
      function done(): void {
        signal?.removeEventListener('abort', aborted)
        resolve()
      }
      function aborted(): void {
        clearTimeout(timer)
        reject(signal?.reason as Error)
      }
      if (signal?.aborted === true) aborted()
    }),
}
