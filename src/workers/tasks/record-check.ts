import { parseRecord, type RecordRow } from '../../standards/record.ts'
import type { Hash, HashAlgorithm } from '../../kernel/hash.ts'
import { UserError } from '../../kernel/errors.ts'

/** What the wheel's own RECORD says, held against what is in the archive. */
export interface RecordCheck {
  /** The algorithm a path's published digest was made with, when it is one that an installed RECORD may have; else sha256. */
  algorithm(path: string): HashAlgorithm
  /** Notes a file as it is unpacked: its hash under `algorithm(path)` and its size. */
  compare(path: string, hash: Hash, sizeBytes: number): void
  /** One line each; call after the last file. */
  faults(): string[]
}

/** Names of files that RECORD cannot or need not hash (PEP 427: itself and its signatures). */
export function isUnhashed(path: string, distInfo: string): boolean {
  return path.startsWith(`${distInfo}/RECORD`) && ['', '.jws', '.p7s'].includes(path.slice(distInfo.length + '/RECORD'.length))
}

/** "sha256 or better; md5, sha1 and sha224 are not permitted" (binary distribution format). */
const PERMITTED: readonly HashAlgorithm[] = ['sha256', 'sha384', 'sha512']

/** At most this many paths are named per kind of fault. */
const NAMED = 3

/** Reads the RECORD of a wheel, to be held against the wheel's entries one by one. */
export function checkRecord(text: string, distInfo: string): RecordCheck {
  const file = parseRecord(text)
  const rows = new Map<string, RecordRow>()
  const twice: string[] = []
  for (const row of file.rows) {
    if (row.path.endsWith('/')) continue
    if (rows.has(row.path)) twice.push(row.path)
    rows.set(row.path, row)
  }
  const seen = new Set<string>()
  const found: Record<'unlisted' | 'unhashed' | 'weak' | 'wrong', string[]> = { unlisted: [], unhashed: [], weak: [], wrong: [] }
  const unreadable = new Set(file.faults.map((fault) => fault.path))
  return {
    algorithm: (path) => {
      const algorithm = rows.get(path)?.hash?.algorithm ?? 'sha256'
      return PERMITTED.includes(algorithm) ? algorithm : 'sha256'
    },
    compare: (path, hash, sizeBytes) => {
      seen.add(path)
      const row = rows.get(path)
      if (row === undefined) found.unlisted.push(path)
      else if (row.sizeBytes !== undefined && row.sizeBytes !== sizeBytes) found.wrong.push(path)
      else if (row.hash === undefined) {
        if (!unreadable.has(path)) found.unhashed.push(path)
      } else if (!PERMITTED.includes(row.hash.algorithm)) found.weak.push(path)
      else if (row.hash.hex !== hash.hex) found.wrong.push(path)
    },
    faults: () => {
      const absent = [...rows.keys()].filter((path) => !seen.has(path) && !isUnhashed(path, distInfo))
      return [
        ...summarize('cannot be read everywhere:', file.faults.map((fault) => `line ${fault.line}: ${fault.message}`)),
        ...summarize('does not list', found.unlisted),
        ...summarize('has no hash for', found.unhashed),
        ...summarize('has a hash of a weak kind for', found.weak),
        ...summarize('has a wrong hash or size for', found.wrong),
        ...summarize('lists more than once', twice),
        ...summarize('lists what the archive does not have:', absent),
      ]
    },
  }
}

function summarize(what: string, items: readonly string[]): string[] {
  if (items.length === 0) return []
  const more = items.length > NAMED ? ` and ${items.length - NAMED} more` : ''
  return [`${what} ${items.slice(0, NAMED).join(', ')}${more}`]
}

/** Under `--strict-record` the faults are an error; else they are reported and the installed RECORD is right. */
export function refuseFaults(label: string, faults: readonly string[]): void {
  if (faults.length === 0) return
  throw new UserError('record-invalid', `the RECORD of ${label} ${faults[0]}`, {
    details: faults.slice(1).map((fault) => `it ${fault}`),
    hint: 'tell the project that published it; without --strict-record the wheel is installed with a corrected RECORD',
  })
}
