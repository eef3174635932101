import type { EntryWheel } from './entry.ts'
import { restoreKeys, sameKey, saveKey, shortHash, type CacheIdentity, type LegFacts } from './keys.ts'
import type { Permission } from './trust.ts'

/** What the end of a run leaves for the action's last step, as plain data in a file. */
export interface SavePlan {
  readonly key: string
  /** Root of the store that the wheels lie in. */
  readonly storeRoot: string
  readonly wheels: readonly EntryWheel[]
  /** As `EntryFacts` has it. */
  readonly networkRate?: number
  readonly permission: Permission
  /** Why there is nothing to save, or what is gained. */
  readonly gain: Gain
  /** What was restored is damaged: if it lies under this very key, which nobody can write again, the entry is saved beside it. */
  readonly damaged?: true
  /** The leg's pointer is to be set: it points elsewhere, or there is none. */
  readonly pointer: boolean
  /** What the run asked, for the leg's next job (run/written-question.ts). */
  readonly question?: string
  readonly leg: LegFacts
}

/** Whether saving would serve a later run, or why it would not. */
export type Gain = { readonly worth: true } | { readonly worth: false; readonly why: string }

/** What is known when a run has ended. */
export interface RunContents {
  readonly identity: CacheIdentity
  readonly wheels: readonly EntryWheel[]
  /** Wheels that an entry brought; undefined: none was restored. */
  readonly restored: { readonly key: string; readonly wheels: readonly EntryWheel[] } | undefined
}

/** The hash of what a run used: the content of published wheels, the facts that built ones were built under. */
export function resolutionHash(wheels: readonly EntryWheel[]): string {
  return shortHash(wheels.map(({ id }) => id).sort().join('\n'))
}

/** The key that an entry of this run is saved under. */
export function keyFor({ identity, wheels }: RunContents): string {
  return saveKey(identity, resolutionHash(wheels))
}

/**
 * Whether an entry of this run would serve later runs better than the one it was given: because it holds a wheel more, or
 * because it will be found by these inputs, where the one given is found only as long as no newer one of other inputs is.
 */
export function gainOf(contents: RunContents): Gain {
  const { wheels, restored, identity } = contents
  if (wheels.length === 0) return { worth: false, why: 'nothing was installed from wheels that can be kept' }
  if (restored === undefined || !isExact(restored.key, identity)) return { worth: true }
  const had = new Set(restored.wheels.map(({ id }) => id))
  if (wheels.some(({ id }) => !had.has(id))) return { worth: true }
  return { worth: false, why: 'the entry restored held every wheel' }
}

/** Whether an entry found was saved for these inputs. */
export function isExact(key: string, identity: CacheIdentity): boolean {
  const { primary } = restoreKeys(identity)
  return sameKey(key.slice(0, primary.length), primary)
}
