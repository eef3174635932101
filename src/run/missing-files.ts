import { isUserError, UserError } from '../kernel/errors.ts'

/** A package whose wheel is on its way, as far as a list of what is missing needs it. */
export interface Awaited {
  readonly label: string
  readonly staged: Promise<unknown>
}

/**
 * With --offline nothing is waited for, so all files that would have to be fetched are known at once: two or more of them are
 * told together. Throws `index-unreachable`; with any other failure, or one, the caller's own waiting tells of it.
 */
export async function tellAllMissing(awaited: readonly Awaited[]): Promise<void> {
  const results = await Promise.allSettled(awaited.map(({ staged }) => staged))
  const missing = results.flatMap((result, at) => {
    const error: unknown = result.status === 'rejected' ? result.reason : undefined
    return isUserError(error) && error.code === 'index-unreachable' ? [`${awaited[at]?.label ?? ''}: ${error.because.at(-1) ?? error.message}`] : []
  })
  if (missing.length < 2) return
  throw new UserError('index-unreachable', `the files of ${missing.length} packages would have to be fetched, and --offline allows no request`, {
    details: missing,
    hint: 'leave out --offline once, so that they are kept for later',
  })
}
