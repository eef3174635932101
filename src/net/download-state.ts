import { createHash } from 'node:crypto'
import type { Digests } from '../kernel/digests.ts'
import type { Hash } from '../kernel/hash.ts'

/** How far a download has come. */
export interface DownloadState {
  receivedBytes: number
  /** Of them, those from an earlier run. */
  earlierBytes: number
  /** Strong ETag of what was received. */
  validator: string | undefined
  readonly wrongHashes: number
  /** A hash was said in advance, so that the whole is judged whatever it was put together from. */
  readonly isJudged: boolean
  isResumable(): boolean
  update(piece: Buffer): void
  /** Of everything received, sha256 among them. Ends the counting. */
  digests(): Digests
  /** Forgets everything received. */
  reset(): void
}

/** `wrongHashes`: how often the whole was here already and did not fit. */
export function freshDownload(expected: readonly (readonly Hash[])[], wrongHashes = 0): DownloadState {
  const algorithms = [...new Set<string>(['sha256', ...expected.flat().map((hash) => hash.algorithm)])]
  const isJudged = expected.some((group) => group.length > 0)
  const start = () => algorithms.map((algorithm) => [algorithm, createHash(algorithm)] as const)
  let hashers = start()
  const state: DownloadState = {
    receivedBytes: 0,
    earlierBytes: 0,
    validator: undefined,
    wrongHashes,
    isJudged,
    isResumable: () => isJudged || state.validator !== undefined,
    update: (piece) => {
      for (const [, hasher] of hashers) hasher.update(piece)
      state.receivedBytes += piece.length
    },
    digests: () => Object.fromEntries(hashers.map(([algorithm, hasher]) => [algorithm, hasher.digest('hex')])),
    reset: () => {
      hashers = start()
      state.receivedBytes = 0
      state.earlierBytes = 0
      state.validator = undefined
    },
  }
  return state
}
