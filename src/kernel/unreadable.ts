import { messageOf, systemErrorCode } from './errors.ts'

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file', ENOTDIR: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'permission was denied', EPERM: 'permission was denied',
}

/** Why a file that the user named cannot be read, for the end of a sentence. */
export function whyUnreadable(error: unknown): string {
  return WHY[systemErrorCode(error) ?? ''] ?? messageOf(error)
}
