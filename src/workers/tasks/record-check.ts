import { parseRecord, type RecordFault, type RecordRow } from '../../standards/record.ts'
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
  return new HeldRecord(text, distInfo)
}

class HeldRecord implements RecordCheck {
  readonly #distInfo: string
  readonly #rows = new Map<string, RecordRow>()
  /** What is wrong with single rows, and the paths of those. */
  readonly #unreadable: readonly RecordFault[]
  readonly #unreadablePaths: ReadonlySet<string>
  readonly #twice: string[] = []
  readonly #seen = new Set<string>()
  readonly #found: Record<'unlisted' | 'unhashed' | 'weak' | 'wrong', string[]> = { unlisted: [], unhashed: [], weak: [], wrong: [] }

  constructor(text: string, distInfo: string) {
    const { rows, faults } = parseRecord(text)
    this.#distInfo = distInfo
    this.#unreadable = faults
    this.#unreadablePaths = new Set(faults.map(({ path }) => path))
    for (const row of rows) {
      if (row.path.endsWith('/')) continue
      if (this.#rows.has(row.path)) this.#twice.push(row.path)
      this.#rows.set(row.path, row)
    }
  }

  algorithm(path: string): HashAlgorithm {
    const algorithm = this.#rows.get(path)?.hash?.algorithm ?? 'sha256'
    return PERMITTED.includes(algorithm) ? algorithm : 'sha256'
  }

  compare(path: string, hash: Hash, sizeBytes: number): void {
    this.#seen.add(path)
    const row = this.#rows.get(path)
    if (row === undefined) this.#found.unlisted.push(path)
    else if (row.sizeBytes !== undefined && row.sizeBytes !== sizeBytes) this.#found.wrong.push(path)
    else if (row.hash === undefined) {
      if (!this.#unreadablePaths.has(path)) this.#found.unhashed.push(path)
    } else if (!PERMITTED.includes(row.hash.algorithm)) this.#found.weak.push(path)
    else if (row.hash.hex !== hash.hex) this.#found.wrong.push(path)
  }

  faults(): string[] {
    const absent = [...this.#rows.keys()].filter((path) => !this.#seen.has(path) && !isUnhashed(path, this.#distInfo))
    return [
      ...summarize('cannot be read everywhere:', this.#unreadable.map((fault) => `line ${fault.line}: ${fault.message}`)),
      ...summarize('does not list', this.#found.unlisted),
      ...summarize('has no hash for', this.#found.unhashed),
      ...summarize('has a hash of a weak kind for', this.#found.weak),
      ...summarize('has a wrong hash or size for', this.#found.wrong),
      ...summarize('lists more than once', this.#twice),
      ...summarize('lists what the archive does not have:', absent),
    ]
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
