import { UserError } from '../../kernel/errors.ts'
import { parseMetadata } from '../../standards/metadata.ts'
import { parseWheelFile, wheelVersionFault } from '../../standards/wheel-file.ts'

/** What the WHEEL file decides: where the root's files go, and whether we know the format. Throws `wheel-invalid`. */
export function readWheelFile(label: string, text: string | undefined): { readonly rootScheme: 'purelib' | 'platlib'; readonly warnings: readonly string[] } {
  if (text === undefined) throw new UserError('wheel-invalid', `${label} has no WHEEL file`)
  const wheel = parseWheelFile(text)
  if (!wheel.ok) throw new UserError('wheel-invalid', `${label}: ${wheel.message}`)
  const fault = wheelVersionFault(wheel.value.wheelVersion)
  if (fault?.level === 'refuse') throw new UserError('wheel-invalid', `${label} is refused: ${fault.message}`)
  return { rootScheme: wheel.value.rootIsPurelib ? 'purelib' : 'platlib', warnings: fault === undefined ? [] : [`${label}: ${fault.message}`] }
}

/** The wheel must be of the project and version it was chosen as. Throws `metadata-invalid`. */
export function checkMetadata(wanted: { readonly label: string; readonly name: string; readonly version: string }, text: string | undefined): void {
  if (text === undefined) throw new UserError('metadata-invalid', `${wanted.label} has no METADATA`)
  const metadata = parseMetadata(text)
  if (!metadata.ok) throw new UserError('metadata-invalid', `${wanted.label}: ${metadata.message}`)
  if (metadata.value.name !== wanted.name) {
    throw new UserError('metadata-invalid', `${wanted.label} says in its METADATA that it is ${metadata.value.name}, not ${wanted.name}`)
  }
  if (metadata.value.version.text !== wanted.version) {
    throw new UserError('metadata-invalid', `${wanted.label} says in its METADATA that it is version ${metadata.value.version.text}, not ${wanted.version}`)
  }
}
