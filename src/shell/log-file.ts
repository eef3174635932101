import { appendFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import path from 'node:path'
import { UserError, messageOf } from '../kernel/errors.ts'
import { makeFolders } from '../store/folders.ts'

/**
 * Appends lines with their time to a file, as pip's `--log`: every verbosity, no colour; its folder is made. Throws `usage` when it cannot
 * be written. What cannot be written later (a full disk) is told once to `onLost`, and ends nothing.
 */
export function openLogFile(file: string, onLost: (text: string) => void): (line: string) => void {
  const append = (text: string): void => appendFileSync(file, text)
  let isLost = false
  try {
    makeFolders(path.dirname(file))
    append('')
  } catch (error) {
    throw new UserError('usage', `the log file ${file} cannot be written: ${messageOf(error)}`, { origin: { kind: 'flag', flag: '--log' } })
  }
  return (line) => {
    if (isLost) return
    try {
      append(`${new Date().toISOString()} ${stripVTControlCharacters(line).trimEnd()}\n`)
    } catch (error) {
      isLost = true
      onLost(`the log file ${file} ends here: it cannot be written any more (${messageOf(error)})`)
    }
  }
}
