import { mkdir } from 'node:fs/promises'
import { UserError } from '../kernel/errors.ts'
import { runCommand, type CommandEnd } from './subprocess.ts'
import { UNPACK_SCRIPT } from './unpack-script.ts'

/** A source archive on disk. */
export interface ArchiveToUnpack {
  readonly path: string
  /** The file's own name, for its format and for messages. */
  readonly filename: string
}

/** What unpacking is done with. */
export interface UnpackFacts {
  /** An interpreter of 3.8 or later; its standard library alone is used. */
  readonly python: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly signal: AbortSignal
}

type Unpacked = { readonly kind: 'unpacked'; readonly compiles: boolean } | { readonly kind: 'unsafe' | 'invalid' | 'failed'; readonly message: string }

/**
 * Unpacks a source archive (tar with any compression Python knows, zip) into `destination`, which is made. Gives
 * whether there is code in it for a compiler.
 * Throws `archive-unsafe`, `archive-invalid`, `disk-full`, `python-missing`.
 */
export async function unpackArchive(archive: ArchiveToUnpack, destination: string, facts: UnpackFacts): Promise<{ readonly compiles: boolean }> {
  await mkdir(destination, { recursive: true })
  const args = ['-I', '-S', '-c', UNPACK_SCRIPT, archive.path, archive.filename, destination]
  const end = await runCommand({ program: facts.python, args, cwd: destination, env: facts.env, logPath: undefined, timeoutMs: undefined, signal: facts.signal })
  const unpacked = readAnswer(end)
  switch (unpacked?.kind) {
    case 'unpacked':
      return { compiles: unpacked.compiles }
    case 'unsafe':
      throw new UserError('archive-unsafe', `${archive.filename} is refused: ${unpacked.message}`)
    case 'invalid':
      throw new UserError('archive-invalid', `${archive.filename} cannot be unpacked: ${unpacked.message}`)
    case 'failed':
      throw new UserError(/No space left|Disk quota/i.test(unpacked.message) ? 'disk-full' : 'build-failed', `${archive.filename} cannot be unpacked: ${unpacked.message}`)
    case undefined:
      throw new UserError('python-missing', `${facts.python} could not be run to unpack ${archive.filename}`, { details: lastWords(end) })
  }
}

function readAnswer(end: CommandEnd): Unpacked | undefined {
  const line = end.kind === 'ended' ? end.stdout.trim().split('\n').at(-1) : undefined
  return line?.startsWith('{') === true ? (JSON.parse(line) as Unpacked) : undefined
}

function lastWords(end: CommandEnd): string[] {
  switch (end.kind) {
    case 'ended':
      return end.stderr.trim().split('\n').slice(-5)
    case 'timed-out':
      return ['it took too long']
    case 'not-started':
      return [end.message]
  }
}
