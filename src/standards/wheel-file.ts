import { notParsed, parsed } from '../kernel/parsed.ts'
import type { Parsed } from '../kernel/parsed.ts'
import { headerValue, headerValues, parseHeaders } from './headers.ts'
import { pythonStrip } from './python-strings.ts'
import { quoted } from './python-text.ts'

/** The WHEEL file of a `.dist-info` folder (PEP 427, packaging.python.org/specifications/binary-distribution-format). */
export interface WheelFile {
  /** `[1, 0]` */
  readonly wheelVersion: readonly number[]
  /** Whether the files at the root go to purelib; anything but `true` means platlib, as for pip. */
  readonly rootIsPurelib: boolean
  /** Expanded tags, as `py3-none-any`. */
  readonly tags: readonly string[]
}

/** The newest version of the format whose installation is known; a newer minor version may bring what we do not do. */
const KNOWN_VERSION = [1, 0] as const

/** Reads a WHEEL file. Only a missing or unreadable `Wheel-Version` is an error, as for pip; ask `wheelVersionFault` next. */
export function parseWheelFile(text: string): Parsed<WheelFile> {
  const headers = parseHeaders(text)
  const versionText = headerValue(headers, 'Wheel-Version')
  if (versionText === undefined) return notParsed('WHEEL is missing Wheel-Version')
  const wheelVersion = parseIntegers(pythonStrip(versionText))
  if (wheelVersion === undefined) return notParsed(`WHEEL has an invalid Wheel-Version: ${quoted(pythonStrip(versionText))}`)
  return parsed({
    wheelVersion,
    rootIsPurelib: headerValue(headers, 'Root-Is-Purelib')?.toLowerCase() === 'true',
    tags: headerValues(headers, 'Tag').map(pythonStrip),
  })
}

/** Why a wheel of another version of the format is refused or warned of. */
export interface WheelVersionFault {
  /** `refuse`: a newer major version; `warn`: a newer minor one, which pip installs with a warning. */
  readonly level: 'refuse' | 'warn'
  readonly message: string
}

/** What is wrong with installing a wheel of this version of the format; undefined when nothing is. */
export function wheelVersionFault(wheelVersion: readonly number[]): WheelVersionFault | undefined {
  const text = wheelVersion.join('.')
  if ((wheelVersion[0] ?? 0) > KNOWN_VERSION[0]) {
    return { level: 'refuse', message: `its Wheel-Version (${text}) is not one we can install` }
  }
  if (!isNewer(wheelVersion)) return undefined
  return { level: 'warn', message: `it has a newer Wheel-Version (${text}) than ${KNOWN_VERSION.join('.')}` }
}

/** Tuples as Python orders them: `(1, 0, 0)` is newer than `(1, 0)`. */
function isNewer(version: readonly number[]): boolean {
  for (const [at, known] of KNOWN_VERSION.entries()) {
    const part = version[at]
    if (part === undefined || part < known) return false
    if (part > known) return true
  }
  return version.length > KNOWN_VERSION.length
}

/** `int()` of each part between dots. */
function parseIntegers(text: string): number[] | undefined {
  const parts = text.split('.').map(pythonStrip)
  return parts.every((part) => /^[+-]?\d+(?:_\d+)*$/.test(part)) ? parts.map((part) => Number(part.replaceAll('_', ''))) : undefined
}
