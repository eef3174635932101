import { hashFault, type Digests } from '../kernel/digests.ts'
import { HASH_ALGORITHMS, toSha256, type Hash, type Sha256 } from '../kernel/hash.ts'
import type { WheelRequest } from './types.ts'

type Said = Pick<WheelRequest, 'publishedHashes' | 'requiredHashes'>

/** The algorithms in which something was said of a wheel, and the one that names it in the store. */
export function algorithmsOf({ publishedHashes, requiredHashes }: Said): string[] {
  return [...new Set<string>(['sha256', ...[...publishedHashes, ...requiredHashes].map(({ algorithm }) => algorithm)])]
}

/** The sha256 that the wheel must have, where one alone was said; what is no sha256 was not said. */
export function knownSha256({ publishedHashes, requiredHashes }: Said): Sha256 | undefined {
  const published = publishedHashes.find((hash) => hash.algorithm === 'sha256')
  if (published !== undefined) return toSha256(published.hex)
  const required = requiredHashes.filter((hash) => hash.algorithm === 'sha256')
  return required.length === 1 && required[0] !== undefined ? toSha256(required[0].hex) : undefined
}

/** An index that publishes several algorithms is held to its strongest. */
export function strongest(hashes: readonly Hash[]): readonly Hash[] {
  for (const algorithm of HASH_ALGORITHMS) {
    const found = hashes.filter((hash) => hash.algorithm === algorithm)
    if (found.length > 0) return found
  }
  return []
}

/** What of the things that index and user said of a wheel it fails, as text; undefined: nothing. `digests`: in all `algorithmsOf`. */
export function wheelFault(said: Said, digests: Digests): string | undefined {
  return hashFault([strongest(said.publishedHashes), said.requiredHashes], digests)
}
