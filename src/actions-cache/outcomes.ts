import { unreachable } from '../kernel/errors.ts'
import { seconds } from '../kernel/seconds.ts'

/** How asking the service for an entry ended. */
export type RestoreOutcome =
  /** An entry of these very inputs. */
  | { readonly kind: 'exact'; readonly key: string; readonly bytes: number }
  /** An older or a neighbouring entry, of which what fits is used. */
  | { readonly kind: 'prefix'; readonly key: string; readonly bytes: number }
  | { readonly kind: 'miss' }
  /** Not asked: the user, the settings of the repository or the token say no. */
  | { readonly kind: 'not-allowed'; readonly why: string }
  | { readonly kind: 'unavailable' }
  /** The run was done before the entry had come. */
  | { readonly kind: 'overtaken'; readonly afterMs: number }
  /** No bytes came for a while; the network took over. */
  | { readonly kind: 'timed-out'; readonly afterMs: number; readonly bytes: number }
  /** The entry came and is of no use: no fault of the network, and so it is again next time. */
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string }

/** How saving an entry ended. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly key: string; readonly bytes: number }
  /** The entry is there already. */
  | { readonly kind: 'exists'; readonly key: string }
  /** Another job is writing the same key, or was quicker. */
  | { readonly kind: 'conflict'; readonly key: string }
  | { readonly kind: 'nothing-gained'; readonly why: string }
  | { readonly kind: 'not-allowed'; readonly why: string }
  | { readonly kind: 'read-only' }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'timed-out'; readonly afterMs: number }
  | { readonly kind: 'failed'; readonly why: string }

/** One line of meaning; sizes are put in by `size`. */
export function describeRestore(outcome: RestoreOutcome, size: (bytes: number) => string): string {
  switch (outcome.kind) {
    case 'exact':
      return `restored ${size(outcome.bytes)} that were saved for the same inputs`
    case 'prefix':
      return `restored ${size(outcome.bytes)} that were saved for other inputs; what fits is used`
    case 'miss':
      return 'no entry yet'
    case 'not-allowed':
      return `not asked: ${outcome.why}`
    case 'unavailable':
      return 'there is no cache service'
    case 'overtaken':
      return `not waited for: the run was done without it${outcome.afterMs < 100 ? '' : `, after ${seconds(outcome.afterMs)}`}`
    case 'timed-out':
      return `given up: nothing came for ${seconds(outcome.afterMs, 0)} after ${size(outcome.bytes)}; the index is used instead`
    case 'unreadable':
      return `the entry cannot be read, the index is used instead: ${outcome.why}`
    case 'failed':
      return `failed, the index is used instead: ${outcome.why}`
    default:
      return unreachable(outcome)
  }
}

/** The outcome of a save in words, after "Cache: "; `size` formats bytes. */
export function describeSave(outcome: SaveOutcome, size: (bytes: number) => string): string {
  switch (outcome.kind) {
    case 'saved':
      return `saved ${size(outcome.bytes)}`
    case 'exists':
      return 'an entry with this key is there already'
    case 'conflict':
      return 'another job saved this key at the same time, which is as good'
    case 'nothing-gained':
      return `not saved: ${outcome.why}`
    case 'not-allowed':
      return `not saved: ${outcome.why}`
    case 'read-only':
      return 'not saved: the token of this run may only read'
    case 'unavailable':
      return 'not saved: there is no cache service'
    case 'timed-out':
      return `not saved: the service did not take it within ${seconds(outcome.afterMs, 0)}`
    case 'failed':
      return `not saved: ${outcome.why}`
    default:
      return unreachable(outcome)
  }
}
