import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { messageOf, UserError } from '../kernel/errors.ts'

/**
 * A fresh folder for the time of a run: in TMPDIR, and where that is not there or cannot be written, in the system's own places
 * (as Python's tempfile). Throws `store-failed` when there is none.
 */
export async function makeTemporaryFolder(prefix: string): Promise<string> {
  const parents = [tmpdir(), ...(process.platform === 'win32' ? [] : ['/tmp', '/var/tmp'])]
  let first: unknown
  for (const parent of parents) {
    try {
      return await mkdtemp(path.join(parent, prefix))
    } catch (error) {
      first ??= error
    }
  }
  throw new UserError('store-failed', `no folder for temporary files can be written: ${messageOf(first)}`, { hint: 'name one with TMPDIR', cause: first })
}
