/** Hash algorithms that wheels, indexes and locks use; the order is the order of preference (PEP 691: any hashlib name). */
export const HASH_ALGORITHMS = ['sha256', 'sha512', 'sha384', 'sha224', 'sha1', 'md5'] as const
/** An algorithm that is known, by its hashlib name. */
export type HashAlgorithm = (typeof HASH_ALGORITHMS)[number]

/** Length of each algorithm's digests. */
export const DIGEST_BYTES: Readonly<Record<HashAlgorithm, number>> = { sha256: 32, sha512: 64, sha384: 48, sha224: 28, sha1: 20, md5: 16 }

/** A digest in lower-case hexadecimal. */
export interface Hash {
  readonly algorithm: HashAlgorithm
  readonly hex: string
}

/** Whether two digests are the same; as pip compares them, without regard to case. */
export function isSameHash(one: Hash, other: Hash): boolean {
  return one.algorithm === other.algorithm && one.hex.toLowerCase() === other.hex.toLowerCase()
}

/** 64 hexadecimal digits in lower case. Made by `toSha256`, or of a digest just computed. */
export type Sha256 = string & { readonly __brand: 'Sha256' }

/** Accepts 64 hexadecimal digits in any case (pip compares hashes without regard to case). */
export function toSha256(hex: string): Sha256 | undefined {
  const lower = hex.toLowerCase()
  return /^[0-9a-f]{64}$/.test(lower) ? (lower as Sha256) : undefined
}

/** Whether it is the hashlib name of an algorithm we know. */
export function isHashAlgorithm(name: string): name is HashAlgorithm {
  return (HASH_ALGORITHMS as readonly string[]).includes(name)
}
