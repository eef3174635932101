import { crc32 } from 'node:zlib'

/** Length of the checksum before a value. */
export const SEAL_BYTES = 4
/** Not zero, so that zeros are no sealed value. */
const START = 1

/**
 * A small value with a checksum before it, for the disk: a file that was cut off, or filled with zeros, by a machine that went down is
 * no value. Against damage, not against who can write there.
 */
export function seal(value: Buffer | string): Buffer {
  return Buffer.concat(sealedPieces([Buffer.from(value)]))
}

/** As `seal`, of pieces that are one value; they are not copied. */
export function sealedPieces(pieces: readonly Buffer[]): Buffer[] {
  const head = Buffer.allocUnsafe(SEAL_BYTES)
  head.writeUInt32BE(pieces.reduce((checksum, piece) => crc32(piece, checksum), START))
  return [head, ...pieces]
}

/** What was sealed; undefined when it is damaged. Shares the memory of its argument. */
export function unseal(sealed: Buffer): Buffer | undefined {
  if (sealed.length < SEAL_BYTES) return undefined
  const content = sealed.subarray(SEAL_BYTES)
  return crc32(content, START) === sealed.readUInt32BE() ? content : undefined
}
