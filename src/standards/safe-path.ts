import { notParsed, parsed } from '../kernel/parsed.ts'
import type { Parsed } from '../kernel/parsed.ts'

/**
 * The one place where a name from an archive becomes a path that may be joined to a folder. Inside the program such a
 * path is a `SafeRelPath`, and nobody checks again.
 */

/** Relative, slash-separated, without `.`, `..`, empty, control or device segments: cannot leave the folder it is joined to. */
export type SafeRelPath = string & { readonly __brand: 'SafeRelPath' }

/** What a name has to be fit for, beyond every file system's rules. */
export interface PathRules {
  /** The folder lies on Windows: characters, endings and device names that it cannot hold are refused too. */
  readonly windows: boolean
}

/** No common file system takes longer names (ext4, APFS, xfs: bytes; NTFS: UTF-16 units). */
const LONGEST_SEGMENT = 255
const CONTROL = /[\x00-\x1f\x7f]/
const ASCII = /^[\x00-\x7f]*$/
const WINDOWS_CHARACTERS = /[<>:"|?*]/
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\.|$)/i

/**
 * Accepts the name of a file in an archive, or says why it is refused; `offset` points at the segment at fault.
 * Stricter than pip, which normalises `a//b`, `./a` and `a/../b`: names that need it are never written by build tools.
 * The name of a folder entry is given without its final slash.
 */
export function parseSafePath(name: string, rules: PathRules = { windows: false }): Parsed<SafeRelPath> {
  const whole = wholeNameFault(name)
  if (whole !== undefined) return notParsed(whole)
  let offset = 0
  for (const segment of name.split('/')) {
    const fault = segmentFault(segment) ?? (rules.windows ? windowsFault(segment) : undefined)
    if (fault !== undefined) return notParsed(fault, offset)
    offset += segment.length + 1
  }
  return parsed(name as SafeRelPath)
}

/**
 * Names with the same key may be one file where the file system folds case or normalises Unicode (APFS, NTFS). A key is
 * for comparing only. Folds a little more than any one file system does (`ß` with `ss`), which errs towards a reported clash.
 */
export function foldKey(path: string): string {
  if (ASCII.test(path)) return path.toLowerCase()
  // Lower case first: the capital sharp s has no upper case of its own, its small letter has (`SS`).
  return path.normalize('NFD').toLowerCase().toUpperCase().toLowerCase().normalize('NFC')
}

function wholeNameFault(name: string): string | undefined {
  if (name === '') return 'the name is empty'
  if (name.includes('\0')) return 'the name contains a NUL character'
  if (CONTROL.test(name)) return 'the name contains a control character'
  if (!name.isWellFormed()) return 'the name is not valid Unicode'
  if (name.startsWith('//') || name.startsWith('\\\\')) return 'the name is a network path'
  if (name.startsWith('/')) return 'the name is an absolute path'
  if (name.includes('\\')) return 'the name contains a backslash'
  if (/^[A-Za-z]:/.test(name)) return 'the name starts with a drive letter'
  return undefined
}

function segmentFault(segment: string): string | undefined {
  if (segment === '') return 'the name has an empty segment'
  if (segment === '..') return 'the name leads out of its folder'
  if (segment === '.') return 'the name has a segment "."'
  if (isTooLong(segment)) return `a segment of the name is longer than ${LONGEST_SEGMENT} bytes`
  return undefined
}

function isTooLong(segment: string): boolean {
  return segment.length * 3 > LONGEST_SEGMENT && Buffer.byteLength(segment) > LONGEST_SEGMENT
}

function windowsFault(segment: string): string | undefined {
  if (WINDOWS_CHARACTERS.test(segment)) return 'the name contains a character that Windows forbids'
  if (/[. ]$/.test(segment)) return 'a segment of the name ends with a dot or a space, which Windows drops'
  if (WINDOWS_DEVICE.test(segment)) return 'a segment of the name is a device on Windows'
  return undefined
}
