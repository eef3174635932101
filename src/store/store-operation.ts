import { UserError, messageOf, systemErrorCode } from '../kernel/errors.ts'
import type { StoreLayout } from './layout.ts'

/** Work on the store, whose failures are the user's to mend. Throws `disk-full`, `store-failed`. */
export function storeOperation<T>(layout: StoreLayout, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const full = systemErrorCode(error) === 'ENOSPC' || systemErrorCode(error) === 'EDQUOT'
    const code = full ? 'disk-full' : 'store-failed'
    throw new UserError(code, `the wheel store ${layout.root} cannot be written: ${messageOf(error)}`, {
      hint: full ? 'free some space, or name a roomier folder with --cache-dir' : 'name another folder with --cache-dir, or use --no-cache-dir',
      cause: error,
    })
  }
}
