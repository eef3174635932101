import { UserError } from '../../kernel/errors.ts'
import { headerValue, parseHeaders } from '../../standards/headers.ts'
import { normalizeName } from '../../standards/names.ts'
import { compareVersions, parseVersion } from '../../standards/version.ts'
import { parseWheelFile, wheelVersionFault } from '../../standards/wheel-file.ts'
import type { RootScheme } from './wheel-layout.ts'

/** What the WHEEL file decides: where the root's files go, and whether we know the format. Throws `wheel-invalid`. */
export function readWheelFile(label: string, content: Buffer | undefined): { readonly rootScheme: RootScheme; readonly warnings: readonly string[] } {
  if (content === undefined) throw new UserError('wheel-invalid', `${label} has no WHEEL file`)
  const text = decodeUtf8(content)
  if (text === undefined) throw new UserError('wheel-invalid', `the WHEEL file of ${label} is not UTF-8`)
  const wheel = parseWheelFile(text)
  if (!wheel.ok) throw new UserError('wheel-invalid', `${label}: ${wheel.message}`)
  const fault = wheelVersionFault(wheel.value.wheelVersion)
  if (fault?.level === 'refuse') throw new UserError('wheel-invalid', `${label} is refused: ${fault.message}`)
  return { rootScheme: wheel.value.rootIsPurelib ? 'purelib' : 'platlib', warnings: fault === undefined ? [] : [`${label}: ${fault.message}`] }
}

function decodeUtf8(content: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content)
  } catch {
    return undefined
  }
}

/**
 * The wheel must be of the project and version it was chosen as. Its requirements are the resolver's matter: with
 * `--no-deps` pip never looks at them. Throws `metadata-invalid`.
 */
export function checkMetadata(wanted: { readonly label: string; readonly name: string; readonly version: string }, content: Buffer | undefined): void {
  const fail = (message: string): never => {
    throw new UserError('metadata-invalid', `${wanted.label} ${message}`)
  }
  if (content === undefined) return fail('has no METADATA')
  const headers = parseHeaders(content.toString('utf8'))
  const name = headerValue(headers, 'Name')?.trim() ?? ''
  const versionText = headerValue(headers, 'Version')?.trim() ?? ''
  const [version, wantedVersion] = [parseVersion(versionText), parseVersion(wanted.version)]
  if (normalizeName(name) !== wanted.name) fail(name === '' ? 'has no Name in its METADATA' : `says in its METADATA that it is ${name}, not ${wanted.name}`)
  if (version === undefined) fail(versionText === '' ? 'has no Version in its METADATA' : `has an invalid version in its METADATA: ${versionText}`)
  else if (wantedVersion === undefined || compareVersions(version, wantedVersion) !== 0) fail(`says in its METADATA that it is version ${version.text}, not ${wanted.version}`)
}
