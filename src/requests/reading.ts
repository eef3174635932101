import path from 'node:path'
import { describeOrigin, type Origin } from '../kernel/origin.ts'
import { withDetails, type UserError } from '../kernel/errors.ts'
import type { Secrets } from '../kernel/secrets.ts'
import type { MarkerEnvironment } from '../standards/markers.ts'
import { isFileUrl } from './link.ts'
import type { IndexState } from './index-settings.ts'
import type { Setting } from './options/setting.ts'
import type { LockedFile, RequestNotice, RequiresPython, UserRequirement } from './types.ts'
import type { World } from './world.ts'

/** How texts that are no files on this machine are had. Both throw a `UserError` when they cannot be. */
export interface RequestReaders {
  /** The text at an http(s) URL. */
  fetchText(url: string): Promise<string>
  readStdin(): Promise<Uint8Array>
}

/** What is known of the target, for lock files and for markers on missing files. */
export interface RequestTarget {
  readonly environment: MarkerEnvironment
  /** Best first. */
  readonly tags: readonly string[]
}

/** What reading requirements gathers as it goes: a run-local notebook, closed when reading ends. */
export interface Reading {
  readonly world: World
  readonly readers: RequestReaders
  readonly secrets: Secrets
  readonly target: RequestTarget | undefined
  readonly requirements: UserRequirement[]
  readonly constraints: UserRequirement[]
  readonly locked: LockedFile[]
  readonly requiresPython: RequiresPython[]
  readonly notices: RequestNotice[]
  /** All that is wrong, in order; nothing is installed when there is any. */
  readonly faults: UserError[]
  readonly indexes: IndexState
  /** `--no-binary`, `--only-binary`, `--all-releases`, `--only-final` and `--pre` of files, in order. */
  readonly controls: Setting[]
  readonly trustedHosts: string[]
  preferBinary: boolean
  requireHashes: boolean
  noRequireHashes: boolean
  /** Whether any requirement carries a `--hash` (or a lock's), which makes hashes mandatory for all. */
  anyHash: boolean
}

/** Keeps a fault for later: all of them are told together. */
export function noteFault(reading: Reading, fault: UserError): void {
  reading.faults.push(fault)
}

/** One error for all faults: the first, with the others below it. */
export function combineFaults(faults: readonly UserError[]): UserError | undefined {
  const [first, ...others] = faults
  if (first === undefined) return undefined
  return withDetails(first, others.map((other) => `also: ${other.origin === undefined ? '' : `${describeOrigin(other.origin)}: `}${other.message}`))
}

/** Notes something to be told once reading has succeeded. */
export function notice(reading: Reading, level: RequestNotice['level'], text: string, origin: Origin): void {
  reading.notices.push({ level, text, origin })
}

/** A location as people know it: relative to the current folder where it lies below it. */
export function displayPath(location: string, cwd: string): string {
  if (location === '-') return '<stdin>'
  if (isFileUrl(location)) return location
  const relative = path.relative(cwd, location)
  return relative === '' || relative.startsWith('..') || path.isAbsolute(relative) ? location : relative
}
