import type { ThreadTime } from '../kernel/thread-time.ts'

/** One package of the answer, as the run left it. */
export interface PackageFact {
  readonly name: string
  readonly version: string
  /** `kept` was there already; `reinstalled` replaces the same version. */
  readonly change: 'added' | 'updated' | 'reinstalled' | 'kept'
  /** The version it replaces. */
  readonly replaces?: string
  /** Where its wheel came from; undefined for what was kept. */
  readonly source: 'store' | 'network' | 'local' | 'build' | undefined
  readonly wheelBytes: number
  /** The user asked for it by name. */
  readonly requested: boolean
  /** Names of the packages that need it. */
  readonly requiredBy: readonly string[]
}

/** How serial mode is known. `measured` beats `estimated`; one is never shown as the other. */
export type SerialFact =
  | { readonly kind: 'measured'; readonly ms: number; readonly by: 'serial' | 'pip'; readonly measuredAtMs?: number; readonly commit?: string }
  /** `note`: why it is no measurement, where one was asked for. */
  | { readonly kind: 'estimated'; readonly ms: number; readonly note?: string }
  | { readonly kind: 'none'; readonly reason: string }

/** What the action's cache did for a run. */
export interface CacheFact {
  /** The kind of a restore outcome: `exact`, `prefix`, `miss`, `timed-out`, … */
  readonly outcome: string
  /** Its meaning in one line. */
  readonly line: string
  /** Under which an entry of this run is, or would be, saved. */
  readonly key: string
  readonly matchedKey?: string
  /** What the key is made of; `missed`: the entry found has it otherwise. */
  readonly facts: readonly { readonly name: string; readonly value: string; readonly missed: boolean }[]
  /** No wheel had to be downloaded or built. */
  readonly hit: boolean
  /** Wheels of this run that the entry brought. */
  readonly reusedWheels: number
  readonly reusedBytes: number
  /** Of the restored ones: built by us, in an earlier run. */
  readonly builtWheels: number
  /** Ids (sha256, or digest of build facts) of what the entry brought. */
  readonly brought: ReadonlySet<string>
  /** Files in the entry that are not what an entry holds. */
  readonly foreign: number
  /** Bytes a millisecond that the run which saved the entry saw while downloading; undefined: not known. */
  readonly savedAtRate: number | undefined
  /** Further lines for people: what was left out of an entry, which wheels are huge. */
  readonly notes: readonly string[]
  readonly restoredWheels: number
  readonly restoredBytes: number
  readonly transferMs: number
  readonly hiddenMs: number
}

/** What a run spent, in milliseconds, from its start to its end. */
export interface Effort {
  /** Of the main thread; undefined: the platform does not say. */
  readonly main: ThreadTime | undefined
  /** Processor time of the programs that it started, those that they started included; undefined: not known. */
  readonly programsCpuMs: number | undefined
  /** In which something on this machine, this program or another, waited for a disk; undefined: not known. */
  readonly diskStallMs: number | undefined
}

/** Where a run went and what it was given. */
export interface RunFacts {
  readonly version: string
  readonly outcome: 'installed' | 'nothing-to-do' | 'dry-run' | 'failed'
  /** Of `failed`, secrets masked: the code, the message, and all that is said to people, with place, reasons and hint. */
  readonly failure?: { readonly code: string; readonly message: string; readonly text?: string }
  readonly python: { readonly version: string; readonly path: string } | undefined
  readonly platform: string
  /** Undefined when the run ended before they were known. */
  readonly limits: { readonly network: number; readonly threads: number; readonly cores: number } | undefined
  readonly effort?: Effort
  /** Every index that was asked is on this machine. */
  readonly indexIsHere?: boolean
  readonly packages: readonly PackageFact[]
  readonly serial: SerialFact | undefined
  /** Undefined: no cache service was in use. */
  readonly cache?: CacheFact
}
