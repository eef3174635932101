import { UserError } from '../kernel/errors.ts'

const ASK = 'the file may be damaged: fetch it again; if that does not help, tell the project that published it'
const TELL = 'tell the project that published it; such an archive can show different files to different programs'

/** The archive is broken: a download gone wrong, or a tool that wrote it wrongly. */
export function invalid(source: { readonly label: string }, message: string): UserError {
  return new UserError('archive-invalid', `${source.label} is not a sound archive: ${message}`, { hint: ASK })
}

/** The archive is made so that it could do harm, or be read in two ways. */
export function unsafe(source: { readonly label: string }, message: string): UserError {
  return new UserError('archive-unsafe', `${source.label} is refused: ${message}`, { hint: TELL })
}
