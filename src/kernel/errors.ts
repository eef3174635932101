import type { ErrorCode } from './error-codes.ts'
import type { Origin } from './origin.ts'

/** What a person needs beside the message; every part is optional because not every failure has it. */
export interface UserErrorDetails {
  /** What to do about it, a line each. Only when the reader can act. */
  readonly hint?: string
  /** The place in the user's input, or the index, that led here. */
  readonly origin?: Origin
  /** Why the package is part of this run, outermost first: `app 1.0 (requirements.txt:1)`, `lib>=2 (from app 1.0)`. */
  readonly because?: readonly string[]
  /** Further lines of evidence, printed as given (an explanation, a list of causes, the tail of a log). */
  readonly details?: readonly string[]
  readonly cause?: unknown
}

/** A failure a user can meet: stable code, message, where from, what to do. Bugs stay plain `Error`s. */
export class UserError extends Error {
  readonly code: ErrorCode
  readonly hint: string | undefined
  readonly origin: Origin | undefined
  readonly because: readonly string[]
  readonly details: readonly string[]

  constructor(code: ErrorCode, message: string, details: UserErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'UserError'
    this.code = code
    this.hint = details.hint
    this.origin = details.origin
    this.because = details.because ?? []
    this.details = details.details ?? []
  }
}

/** Plain-data form of a `UserError`, for crossing threads and for JSON. */
export interface UserErrorData {
  readonly code: ErrorCode
  readonly message: string
  readonly hint?: string
  readonly origin?: Origin
  readonly because: readonly string[]
  readonly details: readonly string[]
}

/** By brand, not `instanceof`: errors cross jest realms and threads. */
export function isUserError(error: unknown): error is UserError {
  return error instanceof UserError || (typeof error === 'object' && error !== null && (error as Error).name === 'UserError')
}

/** The error for a thread or a file; its cause stays behind. */
export function userErrorToData(error: UserError): UserErrorData {
  const { code, message } = error
  return { code, message, ...saidOf(error) }
}

/** What `userErrorToData` wrote as an error again. */
export function userErrorFromData(data: UserErrorData): UserError {
  return new UserError(data.code, data.message, data)
}

/** The same error with more context (why the package is here, which line asked); what it already says stays. */
export function withContext(error: UserError, context: UserErrorDetails): UserError {
  return new UserError(error.code, error.message, {
    ...context,
    ...saidOf(error),
    because: error.because.length > 0 ? error.because : (context.because ?? []),
    details: error.details.length > 0 ? error.details : (context.details ?? []),
    cause: error.cause ?? context.cause,
  })
}

/** The same error, with what led to where its own reasons begin. */
export function withOuterReasons(error: UserError, outer: readonly string[]): UserError {
  return new UserError(error.code, error.message, { ...saidOf(error), because: [...outer, ...error.because], cause: error.cause })
}

/** The same error, with more lines of evidence after its own. */
export function withDetails(error: UserError, more: readonly string[]): UserError {
  return new UserError(error.code, error.message, { ...saidOf(error), details: [...error.details, ...more], cause: error.cause })
}

/** What an error says beside its message. */
function saidOf({ hint, origin, because, details }: UserError): Pick<UserErrorData, 'hint' | 'origin' | 'because' | 'details'> {
  return { ...(hint === undefined ? {} : { hint }), ...(origin === undefined ? {} : { origin }), because, details }
}

/** `code` of a Node system error (`ENOSPC`, `ECONNRESET`), or undefined. */
export function systemErrorCode(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined
  return typeof code === 'string' ? code : undefined
}

/** Whether a file or folder was not found, which is an answer; that it could not be looked for (no files left, a failing disk) is none. */
export function isNotThere(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? '')
}

/**
 * Whether the system could not look at all (no files left to open, a failing disk). Where whatever cannot be read counts as
 * not there, this does not: it says nothing of what is there.
 */
export function isUnanswered(error: unknown): boolean {
  return ['EMFILE', 'ENFILE', 'EIO'].includes(systemErrorCode(error) ?? '')
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Ends an exhaustive `switch`: adding a member to the union becomes a type error here. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
