import { spentBetween } from '../kernel/thread-time.ts'
import type { Effort } from '../report/facts.ts'
import { threadTime } from '../workers/thread-time.ts'
import { readProc, statFields } from './proc-files.ts'

/** Watches from here on what the main thread, and programs that are started, spend; to be called, and asked, on the main thread. */
export function watchEffort(): () => Effort {
  const started = { main: threadTime(), programsCpuMs: programsCpuMs(), diskStallMs: diskStallMs() }
  return () => ({
    main: spentBetween(started.main, threadTime()),
    programsCpuMs: since(started.programsCpuMs, programsCpuMs()),
    diskStallMs: since(started.diskStallMs, diskStallMs()),
  })
}

function since(from: number | undefined, to: number | undefined): number | undefined {
  return from === undefined || to === undefined ? undefined : to - from
}

/** `USER_HZ`: the kernel tells programs hundredths of a second on every architecture. */
const MS_PER_TICK = 10

/** Processor time of the programs that were started and have ended (proc(5), /proc/pid/stat: cutime and cstime, fields 16 and 17). Linux only. */
function programsCpuMs(): number | undefined {
  const [user, system] = statFields('self')?.slice(13, 15).map(Number) ?? []
  return user === undefined || system === undefined ? undefined : (user + system) * MS_PER_TICK
}

/** The kernel's own count since the machine started (Documentation/accounting/psi). Linux only, where it counts. */
function diskStallMs(): number | undefined {
  const us = /^some .*total=(\d+)$/m.exec(readProc('pressure/io') ?? '')?.[1]
  return us === undefined ? undefined : Number(us) / 1000
}
