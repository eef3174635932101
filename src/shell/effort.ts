import { readFileSync } from 'node:fs'
import { spentBetween } from '../kernel/thread-time.ts'
import type { Effort } from '../report/facts.ts'
import { threadTime } from '../workers/thread-time.ts'

/** Watches from here on what the main thread, and programs that are started, spend; to be called, and asked, on the main thread. */
export function watchEffort(): () => Effort {
  const startedMain = threadTime()
  const startedPrograms = programsCpuMs()
  return () => {
    const programs = programsCpuMs()
    return {
      main: spentBetween(startedMain, threadTime()),
      programsCpuMs: startedPrograms === undefined || programs === undefined ? undefined : programs - startedPrograms,
    }
  }
}

/** `USER_HZ`: the kernel tells programs hundredths of a second on every architecture. */
const MS_PER_TICK = 10

/** Processor time of the programs that were started and have ended (proc(5), /proc/pid/stat: cutime and cstime, fields 16 and 17). Linux only. */
function programsCpuMs(): number | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    // The second field is the program's name in parentheses, which may hold spaces.
    const stat = readFileSync('/proc/self/stat', 'latin1')
    const [user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ').slice(13, 15).map(Number)
    return user === undefined || system === undefined ? undefined : (user + system) * MS_PER_TICK
  } catch {
    return undefined
  }
}
