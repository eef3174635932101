import type { NetworkLimits } from '../net/origins.ts'

/** Facts about the machine that bound what can be done at once. */
export interface MachineFacts {
  readonly cores: number
  /** Soft limit of open files; undefined where the platform has none to tell. */
  readonly openFiles: number | undefined
}

/** How much of each resource a run may use at once. Everything parallel asks here; serial mode is the same with ones. */
export interface Limits {
  readonly network: NetworkLimits
  /** Parts in which one big file may be asked for at once. */
  readonly partsPerFile: number
  /** Threads that unpack and hash; 0: on the main thread. */
  readonly threads: number
  /** Builds of source distributions at once. */
  readonly builds: number
  /** Whether things may be looked up before they are asked for: with one network slot speculation would only delay. */
  readonly speculate: boolean
}

const NETWORK_TOTAL = 50
/** More are no faster on any line measured, and each costs its handshake. */
const NETWORK_PER_ORIGIN = 16
const MAX_THREADS = 8
const MAX_PARTS = 8
/** Files left for everything but sockets: stage, store, modules, the terminal. */
const RESERVED_FILES = 40

/** `jobs` undefined: as fits the machine. 1: serial mode. Else at most that many of everything. */
export function limitsFor({ jobs }: { readonly jobs: number | undefined }, machine: MachineFacts): Limits {
  const wanted = jobs ?? NETWORK_TOTAL
  const files = machine.openFiles === undefined ? wanted : Math.max(1, Math.floor((machine.openFiles - RESERVED_FILES) / 2))
  const total = Math.max(1, Math.min(wanted, NETWORK_TOTAL, files))
  const threads = Math.min(jobs ?? machine.cores, machine.cores, MAX_THREADS)
  return {
    network: { total, perOrigin: Math.min(total, NETWORK_PER_ORIGIN) },
    partsPerFile: Math.min(total, MAX_PARTS),
    threads: jobs === 1 || machine.cores === 1 ? 0 : threads,
    builds: Math.min(jobs ?? machine.cores, machine.cores),
    speculate: total > 1,
  }
}
