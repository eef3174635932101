/** What a thread spent, in milliseconds. */
export interface ThreadTime {
  readonly cpuMs: number
  /** It could have run, and waited for a core; undefined: the platform does not say (only Linux does). */
  readonly queuedMs: number | undefined
}

/** What passed between two readings; undefined where one is missing. */
export function spentBetween(from: ThreadTime | undefined, to: ThreadTime | undefined): ThreadTime | undefined {
  if (from === undefined || to === undefined) return undefined
  const queuedMs = from.queuedMs === undefined || to.queuedMs === undefined ? undefined : to.queuedMs - from.queuedMs
  return { cpuMs: to.cpuMs - from.cpuMs, queuedMs }
}
