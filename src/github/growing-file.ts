import { closeSync, openSync, read } from 'node:fs'
import { promisify } from 'node:util'

const readAt = promisify(read)

const PIECE_BYTES = 1 << 18
const POLL_MS = 5

/**
 * Hands on what another program writes to a file, from its first byte on and in order, while it is still being written: `take`
 * is called with one piece after the other, each valid until what it returns resolves; false: no more is wanted. Ends where the
 * file ends once `isWritten` says that nobody will add to it. The file may be renamed or deleted meanwhile. Rejects when it cannot be read.
 */
export async function readGrowing(file: string, isWritten: () => boolean, take: (piece: Buffer) => Promise<boolean>): Promise<void> {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.allocUnsafeSlow(PIECE_BYTES)
    for (let position = 0; ;) {
      // Asked before reading: what is written in between is not lost.
      const wasWritten = isWritten()
      const { bytesRead } = await readAt(handle, bytes, 0, bytes.length, position)
      position += bytesRead
      if (bytesRead > 0) {
        if (!(await take(bytes.subarray(0, bytesRead)))) return
      } else if (wasWritten) return
      else await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  } finally {
    closeSync(handle)
  }
}
