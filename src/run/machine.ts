import { readFileSync } from 'node:fs'
import { availableParallelism, release, type as systemType } from 'node:os'
import type { MachineFacts } from './limits.ts'

/** Asks the operating system; containers' CPU limits count. */
export function readMachine(): MachineFacts {
  return { cores: availableParallelism(), openFiles: openFilesLimit() }
}

/** The soft limit, which Node raises to the hard one at its start; only Linux tells it without a diagnostic report (30 ms). */
function openFilesLimit(): number | undefined {
  try {
    const limits = readFileSync('/proc/self/limits', 'utf8')
    const soft = /^Max open files\s+(\d+)/m.exec(limits)?.[1]
    return soft === undefined ? undefined : Number(soft)
  } catch {
    return undefined
  }
}

/** Name and version of the operating system's distribution: `debian 12`; where there is no os-release, of the system itself. */
export function readSystemName(): string {
  try {
    const text = readFileSync('/etc/os-release', 'utf8')
    const field = (name: string): string => new RegExp(`^${name}="?([^"\\n]*)"?$`, 'm').exec(text)?.[1] ?? ''
    return `${field('ID')} ${field('VERSION_ID')}`.trim()
  } catch {
    return `${systemType()} ${release()}`
  }
}
