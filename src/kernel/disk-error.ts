import { UserError, isUserError, messageOf, systemErrorCode } from './errors.ts'

/** What was being done when a disk failed, in words. */
export interface DiskErrorFacts {
  /** What failed, as the beginning of a sentence: `unpacking foo-1.0.whl`. */
  readonly doing: string
  /** How things stand, for the end of the sentence: `; the environment is as it was`. */
  readonly outcome?: string
  /** Numbers, when the disk is full: `it needs 62 MB, 12 MB are free`. */
  readonly space?: () => string | undefined
}

/** A system error of the file system as what a person needs to know; other errors stay as they are. */
export function diskError(error: unknown, facts: DiskErrorFacts): unknown {
  const code = systemErrorCode(error)
  const kind = code === undefined ? undefined : KINDS[code]
  if (kind === undefined) return error
  const space = kind.code === 'disk-full' ? facts.space?.() : kind.hint === FILES ? openFilesAllowed() : undefined
  const message = `${facts.doing} failed: ${kind.words}${space === undefined ? '' : ` (${space})`}: ${messageOf(error)}${facts.outcome ?? ''}`
  return new UserError(kind.code, message, { ...(kind.hint === undefined ? {} : { hint: kind.hint }), cause: error })
}

/**
 * What the system refuses a program as a whole, wherever it happens: files, and threads, which need files. Other errors stay
 * as they are.
 */
export function limitError(error: unknown): unknown {
  if (isUserError(error)) return error
  const text = `${systemErrorCode(error) ?? ''} ${messageOf(error)}`
  const code = /\bENFILE\b/.test(text) ? 'ENFILE' : /\bEMFILE\b|too many open files/.test(text) ? 'EMFILE' : undefined
  return code === undefined ? error : diskError(Object.assign(new Error(messageOf(error), { cause: error }), { code }), { doing: 'the run', outcome: '; the environment is as it was' })
}

/** A file to read it from could not be opened now. */
function openFilesAllowed(): string | undefined {
  try {
    const report = process.report.getReport() as { readonly userLimits?: { readonly open_files?: { readonly soft?: number | string } } }
    const soft = report.userLimits?.open_files?.soft
    return soft === undefined ? undefined : `${soft} are allowed`
  } catch {
    return undefined
  }
}

interface Kind {
  readonly code: 'disk-full' | 'target-readonly' | 'path-too-long' | 'install-failed'
  readonly words: string
  readonly hint?: string
}

const WRITABLE = 'use a virtual environment (--venv DIR), --target DIR, or a user who may write there'
const FILES = 'allow more open files (ulimit -n), or do less at once (--jobs 4)'

const KINDS: Readonly<Record<string, Kind>> = {
  ENOSPC: { code: 'disk-full', words: 'the disk is full', hint: 'free some space, or install to another disk' },
  EDQUOT: { code: 'disk-full', words: 'the disk quota is used up', hint: 'free some space, or install to another disk' },
  EACCES: { code: 'target-readonly', words: 'permission denied', hint: WRITABLE },
  EPERM: { code: 'target-readonly', words: 'not permitted', hint: WRITABLE },
  EROFS: { code: 'target-readonly', words: 'the file system is read-only', hint: WRITABLE },
  ENAMETOOLONG: { code: 'path-too-long', words: 'a name is longer than the file system allows', hint: 'install to a folder with a shorter path' },
  EMFILE: { code: 'install-failed', words: 'too many files are open', hint: FILES },
  ENFILE: { code: 'install-failed', words: 'the system has too many files open', hint: FILES },
  EIO: { code: 'install-failed', words: 'the disk failed' },
  EBUSY: { code: 'install-failed', words: 'a file is in use' },
  EXDEV: { code: 'install-failed', words: 'its parts lie on different disks' },
}

/** `12 MB`, as disks are labelled: powers of ten, two digits that count. */
export function formatBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const exponent = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** exponent
  return `${value < 10 && exponent > 0 ? value.toFixed(1) : Math.round(value)} ${units[exponent] ?? ''}`
}
