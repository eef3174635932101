import { HASH_ALGORITHMS, toSha256, type Hash, type Sha256 } from '../kernel/hash.ts'
import type { WheelRequest } from './types.ts'

/** Lower-case hexadecimal digests of one file, by algorithm. */
export type Digests = Readonly<Record<string, string>>

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

/** Says which of the two sources of hashes (index, user) the content fails; undefined: neither. `digests`: of all `algorithmsOf`. */
export function hashFault(said: Said, digests: Digests): string | undefined {
  for (const group of [strongest(said.publishedHashes), said.requiredHashes]) {
    if (group.length === 0 || group.some(({ algorithm, hex }) => digests[algorithm] === hex.toLowerCase())) continue
    const got = group[0] === undefined ? '' : `${group[0].algorithm}=${digests[group[0].algorithm] ?? ''}`
    return `expected ${group.map((hash) => `${hash.algorithm}=${hash.hex}`).join(' or ')}, got ${got}`
  }
  return undefined
}

/** The sha256 among digests of which it is one. */
export function sha256Among(digests: Digests): Sha256 {
  const sha256 = toSha256(digests['sha256'] ?? '')
  if (sha256 === undefined) throw new Error('no sha256 was computed')
  return sha256
}
