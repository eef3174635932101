import { parseRecord, type RecordRow } from '../../standards/record.ts'
import type { Hash } from '../../kernel/hash.ts'
import { UserError } from '../../kernel/errors.ts'

/** What the wheel's own RECORD says, held against what is in the archive. */
export interface RecordCheck {
  /** The row as published for a path of the archive; undefined when it is not listed. */
  row(path: string): RecordRow | undefined
  /** Notes a file as it is unpacked: its hash under the row's algorithm (or sha256) and size. */
  compare(path: string, hash: Hash, sizeBytes: number): void
  /** One line each; call after the last file. */
  faults(): string[]
}

/** Names of files that RECORD cannot or need not hash (PEP 427: itself and its signatures). */
export function isUnhashed(path: string, distInfo: string): boolean {
  return [`${distInfo}/RECORD`, `${distInfo}/RECORD.jws`, `${distInfo}/RECORD.p7s`].includes(path)
}

/** At most this many paths are named per kind of fault. */
const NAMED = 3

export function checkRecord(text: string, distInfo: string): RecordCheck {
  const file = parseRecord(text)
  const rows = new Map(file.rows.filter((row) => !row.path.endsWith('/')).map((row) => [row.path, row]))
  const seen = new Set<string>()
  const unlisted: string[] = []
  const wrong: string[] = []
  return {
    row: (path) => rows.get(path),
    compare: (path, hash, sizeBytes) => {
      seen.add(path)
      const row = rows.get(path)
      if (row === undefined) unlisted.push(path)
      else if ((row.hash !== undefined && row.hash.hex !== hash.hex) || (row.sizeBytes !== undefined && row.sizeBytes !== sizeBytes)) wrong.push(path)
    },
    faults: () => {
      const absent = [...rows.keys()].filter((path) => !seen.has(path) && !isUnhashed(path, distInfo))
      return [
        ...file.faults.map((fault) => `line ${fault.line}: ${fault.message}`),
        ...summarize('does not list', unlisted),
        ...summarize('has a wrong hash or size for', wrong),
        ...summarize('lists what the archive does not have:', absent),
      ]
    },
  }
}

function summarize(what: string, paths: readonly string[]): string[] {
  if (paths.length === 0) return []
  const more = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : ''
  return [`${what} ${paths.slice(0, NAMED).join(', ')}${more}`]
}

/** Under `--strict-record` the faults are an error; else they are reported and the installed RECORD is right. */
export function refuseFaults(label: string, faults: readonly string[]): void {
  if (faults.length === 0) return
  throw new UserError('record-invalid', `the RECORD of ${label} is faulty: ${faults[0]}`, {
    details: faults.slice(1),
    hint: 'tell the project; without --strict-record the wheel is installed with a corrected RECORD',
  })
}
