import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { release } from '../../kernel/release.ts'
import type { TaskContext } from '../protocol.ts'

/** A file to be hashed. */
export interface HashFileRequest {
  readonly path: string
  /** hashlib names; each is computed. */
  readonly algorithms: readonly string[]
}

/** What a file was hashed to. */
export interface HashedFile {
  readonly sizeBytes: number
  /** Lower-case hexadecimal, by algorithm. */
  readonly digests: Readonly<Record<string, string>>
}

const PIECE_BYTES = 512 << 10

/** Hashes a file in pieces; memory stays at one piece. */
export async function hashFile(request: HashFileRequest, context: TaskContext): Promise<HashedFile> {
  const hashers = request.algorithms.map((algorithm) => [algorithm, createHash(algorithm)] as const)
  const piece = Buffer.allocUnsafeSlow(PIECE_BYTES)
  const fd = openSync(request.path, 'r')
  let sizeBytes = 0
  try {
    for (;;) {
      const count = readSync(fd, piece, 0, piece.length, null)
      if (count === 0) break
      sizeBytes += count
      for (const [, hasher] of hashers) hasher.update(piece.subarray(0, count))
      const pause = context.breathe()
      if (pause !== undefined) await pause
    }
  } finally {
    closeSync(fd)
    release(piece)
  }
  return { sizeBytes, digests: Object.fromEntries(hashers.map(([algorithm, hasher]) => [algorithm, hasher.digest('hex')])) }
}
