import { renameSync } from 'node:fs'
import { systemErrorCode } from '../kernel/errors.ts'

/** What Windows says of a file that somebody has open: a virus scanner looks at every new one for a moment, others read it. */
const HELD = ['EPERM', 'EACCES', 'EBUSY']
const FIRST_WAIT_MS = 10
const LAST_WAIT_MS = 1280

/** `renameSync`; on Windows patient with whoever has the file, or one in the folder, open. */
export const renameFile: typeof renameSync = (from, to) => patiently(() => renameSync(from, to), process.platform)

/**
 * Does what may fail on Windows because somebody else has a file open, again and again for two and a half seconds, blocking
 * meanwhile. Throws what it threw last.
 */
export function patiently(work: () => void, platform: NodeJS.Platform): void {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs *= 2) {
    try {
      return work()
    } catch (error) {
      if (platform !== 'win32' || waitMs > LAST_WAIT_MS || !HELD.includes(systemErrorCode(error) ?? '')) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs)
    }
  }
}
