import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { EventBus } from '../kernel/events.ts'
import { parseFindLinksHtml, type IndexFile } from '../standards/simple-api.ts'
import type { PageReader } from './pages.ts'
import type { IndexRef } from './types.ts'

/** All links of a `--find-links` place, read once per run; which belong to a name is for the candidate rules to say. */
export interface FindLinks {
  readonly index: IndexRef
  files(signal: AbortSignal): Promise<readonly IndexFile[]>
}

/** A folder of archives, a local HTML page, or a page on the web (pip's collect_sources). A missing one is a warning. */
export function openFindLinks(location: string, pages: PageReader, events: EventBus): FindLinks {
  const index: IndexRef = { kind: 'find-links', url: location, label: location }
  let read: Promise<readonly IndexFile[]> | undefined
  return {
    index,
    files: (signal) => (read ??= isRemote(location) ? readPage(index, pages, signal) : readLocal(location, events)),
  }
}

function isRemote(location: string): boolean {
  return /^https?:\/\//i.test(location)
}

async function readPage(index: IndexRef, pages: PageReader, signal: AbortSignal): Promise<readonly IndexFile[]> {
  const answer = await pages.read(index, undefined, { signal, urgent: true })
  return answer.kind === 'page' ? answer.page.files : []
}

async function readLocal(location: string, events: EventBus): Promise<readonly IndexFile[]> {
  const path = location.startsWith('file:') ? fileURLToPath(location) : location
  const facts = await stat(path).catch(() => undefined)
  if (facts === undefined) {
    events.notice('warning', `--find-links ${location}: no such file or folder; it is ignored`)
    return []
  }
  if (facts.isDirectory()) return (await readdir(path)).sort().map((filename) => localFile(join(path, filename), filename))
  const page = parseFindLinksHtml(await readFile(path, 'utf8'), pathToFileURL(path).href)
  return page.ok ? page.value.files : []
}

function localFile(path: string, filename: string): IndexFile {
  return { filename, url: pathToFileURL(path).href, hashes: [], requiresPython: undefined, yanked: false, coreMetadata: false, sizeBytes: undefined, uploadTimeMs: undefined }
}
