import { execFileSync, spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { statFields } from '../shell/proc-files.ts'

/** One that has ended and that nobody has asked after (in a container whose first process does not) is dead. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return statFields(String(pid))?.[0] !== 'Z'
  } catch {
    return false
  }
}

/** Ends a program that leads a process group, with whatever it started (tar, zstd): its whole group, or on Windows its tree. */
export function killTree(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on('error', () => undefined)
    else process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}

/**
 * What the programs that a group's leader has started are doing: another text each time while one of them is at work, that is
 * computes, or waits for a core or the disk. The leader itself does not count, since it also works while it waits. Empty where
 * there is none, and on Windows, which knows no groups.
 */
export function workBelow(leader: number | undefined): string {
  if (leader === undefined || process.platform === 'win32') return ''
  try {
    const programs = (process.platform === 'linux' ? groupOfProc(leader) : groupOfPs(leader)).filter(({ pid }) => pid !== leader)
    const isBusy = programs.some(({ state }) => /^[RD]/.test(state))
    return programs.map(({ pid, time }) => `${pid} ${time}`).join(', ') + (isBusy ? ` at ${performance.now()}` : '')
  } catch {
    return ''
  }
}

interface Program {
  readonly pid: number
  /** `R`: computes, or waits for a core; `D`: waits for the disk. */
  readonly state: string
  /** Processor time so far, in whatever unit. */
  readonly time: string
}

/** `/proc/PID/stat`: `pid (name) state parent group …`, times as the 14th to 17th field (proc(5)). */
function groupOfProc(group: number): Program[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    const fields = statFields(name) ?? []
    return Number(fields[2]) === group ? [{ pid: Number(name), state: fields[0] ?? '', time: fields.slice(11, 15).join('+') }] : []
  })
}

function groupOfPs(group: number): Program[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,pgid=,state=,time='], { encoding: 'utf8' }).split('\n').map((line) => line.trim().split(/\s+/))
  return lines.filter(([, pgid]) => Number(pgid) === group).map(([pid, , state = '', time = '']) => ({ pid: Number(pid), state, time }))
}
