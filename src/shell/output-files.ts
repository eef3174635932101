import { accessSync, constants, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { diskError } from '../kernel/disk-error.ts'
import { messageOf, UserError } from '../kernel/errors.ts'

/** A file that a run writes beside the environment, and the option that names it. `-` is standard output. */
export interface OutputFile {
  readonly flag: string
  readonly file: string | undefined
}

/** Before a run begins: what it found out must not be lost for want of a folder once everything is installed. Throws `input-missing`. */
export function checkOutputFiles(outputs: readonly OutputFile[]): void {
  for (const { flag, file } of outputs) {
    const fault = file === undefined || file === '-' ? undefined : faultOf(path.resolve(file))
    if (fault !== undefined) throw new UserError('input-missing', `the file ${file ?? ''} cannot be written: ${fault}`, { origin: { kind: 'flag', flag } })
  }
}

/** Writes text to a file or, for `-`, to standard output. Throws what a full disk is told with. */
export async function writeOutput(file: string, text: string): Promise<void> {
  if (file === '-') {
    process.stdout.write(text)
    return
  }
  try {
    await writeFile(file, text)
  } catch (error) {
    const known = diskError(error, { doing: `writing ${file}`, outcome: '; the installation itself is done' })
    throw known === error ? new UserError('input-missing', `the file ${file} cannot be written: ${messageOf(error)}`, { cause: error }) : known
  }
}

function faultOf(file: string): string | undefined {
  try {
    const facts = statSync(file, { throwIfNoEntry: false })
    if (facts?.isDirectory() === true) return 'it is a folder'
    if (facts === undefined && !statSync(path.dirname(file), { throwIfNoEntry: false })?.isDirectory()) return `there is no folder ${path.dirname(file)}`
    accessSync(facts === undefined ? path.dirname(file) : file, constants.W_OK)
    return undefined
  } catch (error) {
    return messageOf(error)
  }
}
