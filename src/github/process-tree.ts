import { spawn } from 'node:child_process'

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
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
