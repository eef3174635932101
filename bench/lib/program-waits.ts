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
      const queuedMs = queuedMsOf(program)
      if (queuedMs > 0) waits.set(program, queuedMs)
    }
  }
  const timer = setInterval(look, LOOK_MS)
  return () => {
    clearInterval(timer)
    return [...waits.values()].reduce((sum, ms) => sum + ms, 0)
  }
}

/** Milliseconds that the main thread of a process has waited for a core since it began; 0: not known. */
export function queuedMsOf(pid: number): number {
  return Number(ofKernel(`/proc/${pid}/schedstat`).split(' ')[1] ?? 0) / 1e6
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
