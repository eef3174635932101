import { setPriority } from 'node:os'

/** Lets others go first, by this much (nice(1)), where that can be had: for this thread on Linux, for the process elsewhere; what is started from here on inherits it. */
export function giveWay(niceness: number): void {
  try {
    setPriority(niceness)
  } catch {
    // It goes on as others do.
  }
}
