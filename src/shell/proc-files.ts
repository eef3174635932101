import { readFileSync } from 'node:fs'

/** What Linux tells in a file below /proc (proc(5)); undefined where it tells nothing, and elsewhere. */
export function readProc(name: string): string | undefined {
  if (process.platform !== 'linux') return undefined
  try {
    return readFileSync(`/proc/${name}`, 'latin1')
  } catch {
    return undefined
  }
}

/** `/proc/PID/stat` from its third field on, the state: the second is the program's name in parentheses, which may hold spaces. */
export function statFields(pid: string): readonly string[] | undefined {
  const text = readProc(`${pid}/stat`)
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')
}
