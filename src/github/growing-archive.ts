import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { globSync, lstatSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { messageOf } from '../kernel/errors.ts'
import { readGrowing } from './growing-file.ts'

/** An unpacking under way. */
export interface Extraction {
  /** Nobody will add to the archive any more. */
  readonly isWritten: () => boolean
  /** An empty folder. */
  readonly into: string
  /** A member is there, whole: a file, or whatever is no folder, by its name in the archive. False: nobody wants the rest. */
  readonly onFile: (name: string) => boolean
}

/**
 * Extracts an archive while it is still being written, by the programs that the toolkit extracts with: tar names a member when
 * it begins with it, and so tells that the one before is whole. Resolves with true when all of the archive is extracted, with
 * false when it is not wanted; rejects when it cannot be read or ends too early.
 */
export async function extractGrowing(archive: string, { isWritten, into, onFile }: Extraction): Promise<boolean> {
  let tar: Tar | undefined
  const members = new Members(into, onFile)
  await readGrowing(archive, isWritten, async (piece) => {
    tar ??= startTar(into, piece, (name) => members.begun(name))
    await tar.feed(piece)
    return members.areWanted
  })
  if (tar === undefined) throw new Error('the archive is empty')
  try {
    await tar.finish()
    members.allDone()
  } catch (error) {
    // Left off in the middle, it complains.
    if (members.areWanted) throw error
  }
  if (members.failure !== undefined) throw members.failure
  return members.areWanted
}

/** Tells of each member once, and of none after a failure. */
class Members {
  readonly #into: string
  readonly #onFile: (name: string) => boolean
  readonly #seen = new Set<string>()
  #last: string | undefined
  #areWanted = true
  failure: Error | undefined

  constructor(into: string, onFile: (name: string) => boolean) {
    this.#into = into
    this.#onFile = onFile
  }

  get areWanted(): boolean {
    return this.#areWanted && this.failure === undefined
  }

  begun(name: string): void {
    const before = this.#last
    this.#last = name
    if (before !== undefined) this.#done(before)
  }

  /** The last one, and those that tar has named in another way. */
  allDone(): void {
    for (const name of globSync('**', { cwd: this.#into })) this.#done(name)
  }

  #done(name: string): void {
    if (!this.areWanted || this.#seen.has(name)) return
    try {
      const stat = lstatSync(path.join(this.#into, name), { throwIfNoEntry: false })
      if (stat === undefined || stat.isDirectory()) return
      this.#seen.add(name)
      this.#areWanted = this.#onFile(name)
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(messageOf(error))
    }
  }
}

interface Tar {
  readonly feed: (piece: Buffer) => Promise<void>
  /** Rejects when tar found something wrong, now or before. */
  readonly finish: () => Promise<void>
}

const ZSTD_MAGIC = 0xfd2fb528

/** What tar says goes to one place or the other: GNU's tells names on standard output, BSD's on standard error. */
function startTar(into: string, head: Buffer, onName: (name: string) => void): Tar {
  const isZstd = head.length >= 4 && head.readUInt32LE(0) === ZSTD_MAGIC
  const tar = spawn('tar', ['-xvf', '-', '-C', into, ...(isZstd ? ['--use-compress-program', 'unzstd'] : ['-z'])])
  const said = [linesOf(tar.stdout, onName), linesOf(tar.stderr, (line) => onName(line.replace(/^x /, '')))]
  let failure: Error | undefined
  for (const part of [tar, tar.stdin]) part.on('error', (error: Error) => { failure ??= error })
  const ended = endOf(tar)
  return {
    feed: (piece) => new Promise((fed) => void (failure === undefined ? tar.stdin.write(piece, () => fed()) : fed())),
    finish: async () => {
      tar.stdin.end()
      const status = await ended
      const [, errors = []] = await Promise.all(said)
      if (failure !== undefined || status !== 0) throw new Error(`tar failed: ${errors.at(-1) ?? failure?.message ?? `status ${status ?? 'unknown'}`}`)
    },
  }
}

function endOf(tar: ChildProcessWithoutNullStreams): Promise<number | null> {
  return once(tar, 'close').then(([status]: (number | null)[]) => status ?? null, () => null)
}

/** Calls back line by line, and keeps them. */
async function linesOf(stream: NodeJS.ReadableStream, onLine: (line: string) => void): Promise<string[]> {
  const lines: string[] = []
  for await (const line of createInterface({ input: stream })) {
    lines.push(line)
    onLine(line)
  }
  return lines
}
