import { systemErrorCode, UserError } from '../kernel/errors.ts'
import { errorText, paint } from './error-text.ts'

/** Who reads our output may end before us (`| head`, a terminal that is closed): that is no reason to leave a run in the middle. */
const GONE: ReadonlySet<string> = new Set(['EPIPE', 'EIO', 'ECONNRESET'])

/** From here on output that cannot be written ends nothing. `isLost`: some of it was to go to a disk that is full; known a moment after it was written. */
export function outliveReaders(): { isLost(): Promise<boolean> } {
  let isLost = false
  const onError = (error: Error): void => {
    const code = systemErrorCode(error) ?? ''
    if (GONE.has(code)) return
    if (code !== 'ENOSPC' && code !== 'EDQUOT') throw error
    if (!isLost) process.stderr.write(`${errorText(new UserError('disk-full', 'what the run prints cannot be written: the disk that it goes to is full'), paint(false))}\n`)
    isLost = true
  }
  for (const stream of [process.stdout, process.stderr]) stream.on('error', onError)
  return { isLost: () => new Promise((resolve) => setImmediate(() => resolve(isLost))) }
}
