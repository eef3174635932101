import { readFileSync } from 'node:fs'
import path from 'node:path'
import { systemErrorCode } from '../kernel/errors.ts'
import { parseIni } from '../standards/ini.ts'

/**
 * The message of the EXTERNALLY-MANAGED file beside the standard library (PEP 668), or undefined when there is none. A file
 * without a readable message still marks the installation; then the message is a general one, as pip's is. Read in each run,
 * since image builds delete the file.
 */
export function readManagedMessage(stdlib: string, prefix: string): string | undefined {
  const text = readIfThere(path.join(stdlib, 'EXTERNALLY-MANAGED'))
  if (text === undefined) return undefined
  const entries = parseIni(text)
  const message = entries.ok ? entries.value.find(({ section, key }) => section === 'externally-managed' && key === 'error')?.value : undefined
  return message ?? `The Python environment under ${prefix} is managed externally, and may not be manipulated by the user. `
    + "Please use specific tooling from the distributor of the Python installation to interact with this environment instead."
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    return systemErrorCode(error) === 'ENOENT' || systemErrorCode(error) === 'ENOTDIR' ? undefined : ''
  }
}
