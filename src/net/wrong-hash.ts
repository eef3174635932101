import { UserError } from '../kernel/errors.ts'
import { redactUrl } from '../kernel/secrets.ts'
import { AttemptFailed } from './failures.ts'

/** For whoever reads an answer to throw when it does not have the hash it has to have: it is fetched once more. */
export function wrongHash(message: string): AttemptFailed {
  return new AttemptFailed({ kind: 'content', isHash: true }, message)
}

/** The error of a request that ended so, as `hash-mismatch`; any other error as it is. */
export function asHashMismatch(url: string, error: unknown): unknown {
  const cause = error instanceof UserError ? error.cause : undefined
  if (!(cause instanceof AttemptFailed) || cause.failure.kind !== 'content' || cause.failure.isHash !== true) return error
  return new UserError('hash-mismatch', `${redactUrl(url)} does not have the expected hash: ${cause.message}`, {
    origin: { kind: 'index', url: redactUrl(url) },
    hint: 'fetched twice with the same result: the file was changed, or a proxy alters it; it is not installed',
  })
}
