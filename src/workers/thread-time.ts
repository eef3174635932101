import { readFileSync } from 'node:fs'
import type { ThreadTime } from '../kernel/thread-time.ts'

/** What the calling thread spent since it began. Linux: /proc/thread-self/schedstat (kernel: Documentation/scheduler/sched-stats). Elsewhere getrusage; undefined before Node 23.9. About 10 µs. */
export function threadTime(): ThreadTime | undefined {
  return fromScheduler() ?? fromUsage()
}

function fromScheduler(): ThreadTime | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    const [cpuNs, queuedNs] = readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ').map(Number)
    return cpuNs === undefined || queuedNs === undefined || !(cpuNs > 0) ? undefined : { cpuMs: cpuNs / 1e6, queuedMs: queuedNs / 1e6 }
  } catch {
    return undefined
  }
}

function fromUsage(): ThreadTime | undefined {
  const { threadCpuUsage } = process as { readonly threadCpuUsage?: () => NodeJS.CpuUsage }
  if (threadCpuUsage === undefined) return undefined
  const { user, system } = threadCpuUsage()
  return { cpuMs: (user + system) / 1000, queuedMs: undefined }
}
