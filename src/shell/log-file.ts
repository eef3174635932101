import { appendFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import path from 'node:path'
import { UserError, messageOf } from '../kernel/errors.ts'
import { makeFolders } from '../store/folders.ts'

/** Appends lines with their time to a file, as pip's `--log`: every verbosity, no colour; its folder is made. Throws `usage` when it cannot be written. */
export function openLogFile(file: string): (line: string) => void {
  const append = (text: string): void => appendFileSync(file, text)
  try {
    makeFolders(path.dirname(file))
    append('')
  } catch (error) {
    throw new UserError('usage', `the log file ${file} cannot be written: ${messageOf(error)}`, { origin: { kind: 'flag', flag: '--log' } })
  }
  return (line) => append(`${new Date().toISOString()} ${stripVTControlCharacters(line).trimEnd()}\n`)
}
