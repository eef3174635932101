import { toSha256, type Hash, type Sha256 } from './hash.ts'

/** Lower-case hexadecimal digests of one file, by algorithm. */
export type Digests = Readonly<Record<string, string>>

/**
 * What was said of a file and its digests do not fit, as text; undefined: they fit everything. Each group of hashes comes from one source
 * (index, user) and fits when one of them does; an empty one says nothing. `digests`: in all algorithms of the groups.
 */
export function hashFault(said: readonly (readonly Hash[])[], digests: Digests): string | undefined {
  for (const group of said) {
    if (group.length === 0 || group.some(({ algorithm, hex }) => digests[algorithm] === hex.toLowerCase())) continue
    const got = [...new Set(group.map(({ algorithm }) => `${algorithm}=${digests[algorithm] ?? ''}`))]
    return `expected ${group.map(({ algorithm, hex }) => `${algorithm}=${hex}`).join(' or ')}, got ${got.join(' ')}`
  }
  return undefined
}

/** The sha256 among digests of which it is one. */
export function sha256Among(digests: Digests): Sha256 {
  const sha256 = toSha256(digests['sha256'] ?? '')
  if (sha256 === undefined) throw new Error('no sha256 was computed')
  return sha256
}
