import { UserError } from '../kernel/errors.ts'
import { DIGEST_BYTES, isSameHash, type Hash, type HashAlgorithm } from '../kernel/hash.ts'
import type { WheelRequest } from './types.ts'

/**
 * Why a file need not be fetched at all: what its index publishes of it and what was given for it speak of the same algorithms and
 * agree in none. Undefined when they may agree. Candidates whose published hash was given are chosen first, so there is none.
 * @param index where it is listed, for the message.
 */
export function contradiction({ name, versionText, filename, publishedHashes, requiredHashes }: Omit<WheelRequest, 'url' | 'sizeBytes'>, index?: string): UserError | undefined {
  const comparable = publishedHashes.filter(({ algorithm }) => requiredHashes.some((hash) => hash.algorithm === algorithm))
  if (comparable.length === 0 || comparable.some((hash) => requiredHashes.some((other) => isSameHash(hash, other)))) return undefined
  return new UserError('hash-mismatch', `no file of ${name} ${versionText} has a hash that was given for it`, {
    details: [`${filename}${index === undefined ? '' : ` on ${index}`} has ${comparable.map(written).join(' ')}`, ...requiredHashes.map((hash) => `given: ${written(hash)}`)],
    hint: misshapen(requiredHashes) ?? 'the hashes may be of files for other platforms or Pythons, or the file was replaced since they were written: find out which before you change them',
  })
}

function written({ algorithm, hex }: Hash): string {
  return `${algorithm}=${hex}`
}

/** What was given and can be no digest: cut short, or with a letter too many. */
function misshapen(hashes: readonly Hash[]): string | undefined {
  const wrong = hashes.find(({ algorithm, hex }) => !/^[0-9a-f]*$/i.test(hex) || hex.length !== digitsOf(algorithm))
  if (wrong === undefined) return undefined
  const digits = digitsOf(wrong.algorithm)
  return `${written(wrong)} cannot be right: a ${wrong.algorithm} has ${digits} hexadecimal digits, and this ${wrong.hex.length === digits ? 'has other characters' : `is ${wrong.hex.length} long`}`
}

function digitsOf(algorithm: HashAlgorithm): number {
  return 2 * DIGEST_BYTES[algorithm]
}
