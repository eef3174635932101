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
  | { readonly kind: 'estimated'; readonly ms: number }
  | { readonly kind: 'none'; readonly reason: string }

/** Where a run went and what it was given. */
export interface RunFacts {
  readonly version: string
  readonly outcome: 'installed' | 'nothing-to-do' | 'dry-run' | 'failed'
  /** Of `failed`: the code and the message, secrets masked. */
  readonly failure?: { readonly code: string; readonly message: string }
  readonly python: { readonly version: string; readonly path: string } | undefined
  readonly platform: string
  /** Undefined when the run ended before they were known. */
  readonly limits: { readonly network: number; readonly threads: number; readonly cores: number } | undefined
  readonly packages: readonly PackageFact[]
  readonly serial: SerialFact | undefined
}
