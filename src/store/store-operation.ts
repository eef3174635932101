import { mkdir, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { UserError, messageOf, systemErrorCode } from '../kernel/errors.ts'
import type { StoreLayout } from './layout.ts'

/** Moves a finished file to its place; whoever reads sees a whole file or none. */
export async function moveInto(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await rename(from, to)
}

/** Work on the store, whose failures are the user's to mend. Throws `disk-full`, `store-failed`. */
export async function storeOperation<T>(layout: StoreLayout, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const full = systemErrorCode(error) === 'ENOSPC' || systemErrorCode(error) === 'EDQUOT'
    const code = full ? 'disk-full' : 'store-failed'
    throw new UserError(code, `the wheel store ${layout.root} cannot be written: ${messageOf(error)}`, {
      hint: full ? 'free some space, or name a roomier folder with --cache-dir' : 'name another folder with --cache-dir, or use --no-cache-dir',
      cause: error,
    })
  }
}
