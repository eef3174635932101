import type { CacheAnswer } from './transfer-folder.ts'

/** That the archiver, or what it decompresses with, ran and found the archive wrong: so @actions/exec says it, also where the toolkit cuts the program's path at a blank. */
const ARCHIVER_FAILED = /failed with error: The process '(?:[^']*[\\/])?(?:g?tar|(?:un)?zstd)(?:\.exe)?' failed/i

/** What the toolkit says of an archive that is not there when it comes to extract it. */
const MISSES_ARCHIVE = /ENOENT/

/** What an answer of nothing means: the toolkit swallows failures, and what it logs tells them from a miss. */
export function nothingFound(log: string): CacheAnswer {
  const why = failureIn(log)
  if (why === undefined) return { kind: 'none' }
  return { kind: ARCHIVER_FAILED.test(why) ? 'unreadable' : 'failed', why }
}

/** Whether the toolkit had all of the archive, and failed for not finding or not reading it. */
export function hadWholeArchive(answer: CacheAnswer): boolean {
  return answer.kind === 'unreadable' || (answer.kind === 'failed' && MISSES_ARCHIVE.test(answer.why))
}

/** What the toolkit says failed. */
export function failureIn(log: string): string | undefined {
  return /Failed to (?:restore|save): (.*)/.exec(log)?.[1]?.replaceAll('%0A', ' ').trim()
}
