import { isUserError, messageOf, systemErrorCode, userErrorFromData, userErrorToData } from '../kernel/errors.ts'
import type { WorkerFailure } from './protocol.ts'

/** Thrown inside a task when the run was stopped. */
export class Stopped extends Error {}

/** What was thrown in a task, as plain data. */
export function failureToData(error: unknown): WorkerFailure {
  if (error instanceof Stopped) return { kind: 'stopped' }
  if (isUserError(error)) return { kind: 'user-error', data: userErrorToData(error) }
  const code = systemErrorCode(error)
  if (code !== undefined && /^E[A-Z0-9]+$/.test(code)) {
    return { kind: 'system-error', code, message: messageOf(error), path: (error as { path?: string }).path }
  }
  return { kind: 'bug', message: messageOf(error), stack: error instanceof Error ? error.stack : undefined }
}

/** The error to reject with on the caller's side; `stopReason` stands for a task that was told to stop. */
export function failureFromData(failure: WorkerFailure, stopReason: Error | undefined): Error {
  switch (failure.kind) {
    case 'user-error':
      return userErrorFromData(failure.data)
    case 'system-error':
      return Object.assign(new Error(failure.message), { code: failure.code, path: failure.path })
    case 'stopped':
      return stopReason ?? new Stopped('stopped')
    case 'bug':
      return Object.assign(new Error(`in a worker: ${failure.message}`), failure.stack === undefined ? {} : { stack: failure.stack })
  }
}
