import { readFileSync } from 'node:fs'

/** Between two looks; what a program waited in its last such stretch is not seen. */
const LOOK_MS = 20

/**
 * Watches what the programs that a process starts, and those that they start, wait for a core; what is returned ends that and gives
 * the milliseconds, added up. Linux only (/proc/pid/schedstat; the kernel forgets it with the program, hence the looking).
 */
export function watchProgramWaits(pid: number): () => number {
  const waits = new Map<number, number>()
  const look = (): void => {
    for (const program of descendants(pid)) {
      const queuedNs = Number(ofKernel(`/proc/${program}/schedstat`).split(' ')[1])
      if (queuedNs > 0) waits.set(program, queuedNs / 1e6)
    }
  }
  const timer = setInterval(look, LOOK_MS)
  return () => {
    clearInterval(timer)
    return [...waits.values()].reduce((sum, ms) => sum + ms, 0)
  }
}

function descendants(pid: number): number[] {
  const children = ofKernel(`/proc/${pid}/task/${pid}/children`).split(' ').filter((text) => text.trim() !== '').map(Number)
  return children.flatMap((child) => [child, ...descendants(child)])
}

/** Empty for what is gone meanwhile. */
function ofKernel(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch {
    return ''
  }
}
