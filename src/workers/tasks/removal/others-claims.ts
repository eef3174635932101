import { join, relative, resolve } from 'node:path'
import { slashed } from '../../../kernel/slashed.ts'
import { parseRecord } from '../../../standards/record.ts'
import { readText } from './read-text.ts'

/** An installed distribution, and where its RECORD is and counts from. */
export interface RecordedDistribution {
  readonly name: string
  readonly infoPath: string
  readonly sitePath: string
}

/**
 * Which of these paths the RECORDs of other distributions list too: path → name of the other. Each RECORD is read; only
 * those that share a top-level name with the paths are parsed. About 0.1 ms a distribution that shares nothing.
 */
export function claimsOfOthers(paths: Iterable<string>, others: readonly RecordedDistribution[]): Map<string, string> {
  const wanted = new Set(paths)
  const claims = new Map<string, string>()
  const topsBySite = new Map<string, ReadonlySet<string>>()
  for (const other of others) {
    let tops = topsBySite.get(other.sitePath)
    if (tops === undefined) topsBySite.set(other.sitePath, (tops = new Set([...wanted].map((path) => topOf(slashed(relative(other.sitePath, path)))))))
    const text = readText(join(other.infoPath, 'RECORD'))
    if (text === undefined || !sharesTop(text, tops)) continue
    for (const row of parseRecord(text).rows) {
      const path = resolve(other.sitePath, row.path)
      if (wanted.has(path)) claims.set(path, other.name)
    }
  }
  return claims
}

/** The first segment inside site-packages; outside, where whole environments share few folders, the whole path. */
function topOf(path: string): string {
  if (path.startsWith('../') || path.startsWith('/')) return path
  const slash = path.indexOf('/')
  return slash === -1 ? path : path.slice(0, slash)
}

/** Looks at the beginnings of lines alone; a quoted or absolute path is not understood, and so may be shared. */
function sharesTop(text: string, tops: ReadonlySet<string>): boolean {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start)
    const comma = text.indexOf(',', start)
    const first = text[start]
    if (first === '"' || first === '/' || comma === -1) return true
    if (tops.has(topOf(text.slice(start, comma)))) return true
    if (end === -1) return false
    start = end + 1
  }
  return false
}
