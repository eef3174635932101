import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { messageOf } from '../kernel/errors.ts'
import { extractGrowing } from './growing-archive.ts'
import { HISTORY_FILE } from './history-place.ts'
import { ENTRY_PATH, POINTER_FILE, type TransferFolder } from './transfer-folder.ts'

/** What came of extracting an entry beside the toolkit. */
export type Followed =
  /** It was left to the toolkit. */
  | { readonly kind: 'left' }
  /** All of it is in its place. */
  | { readonly kind: 'whole'; readonly sizeBytes: number }
  /** It was taken from the toolkit, and what came of it is in its place. */
  | { readonly kind: 'broken'; readonly why: string }

/** An entry that is unpacked while its archive grows. */
export interface FollowedEntry {
  /** Once the toolkit is done: what came of it. Never rejects. */
  readonly finish: () => Promise<Followed>
}

/** Who hears of files as they come, and who knows whether the toolkit unpacks by itself. */
export interface Watch {
  /** Hears of each file that is whole and in its place, by its path below the entry. */
  readonly onFile: (inside: string) => void
  /** The toolkit is extracting this archive: it came at once, and is not worth the work a second time. */
  readonly isExtracted: (archive: string) => boolean
}

const POLL_MS = 10

/**
 * Extracts the entry that the toolkit is about to download, while it still arrives: the toolkit writes the archive in order into
 * a folder of its own below RUNNER_TEMP, and would begin to extract it when the last byte has come. An archive that turns out to
 * hold an entry is renamed, so that the toolkit finds nothing to extract once it has downloaded it, and gives up: the same
 * hundreds of megabytes are not extracted twice. Archives of pointers and histories are left to it, and what has another form.
 */
export function followEntry(folder: TransferFolder, { onFile, isExtracted }: Watch): FollowedEntry {
  let isWritten = false
  const followings = new Map<string, Promise<Followed>>()
  const timer = setInterval(() => {
    for (const archive of archivesBelow(folder.temporary)) if (!followings.has(archive)) followings.set(archive, followOne(archive, { folder, onFile, isExtracted, isWritten: () => isWritten }))
  }, POLL_MS)
  return {
    finish: async () => {
      isWritten = true
      clearInterval(timer)
      const ends = await Promise.all(followings.values())
      return ends.find(({ kind }) => kind !== 'left') ?? { kind: 'left' }
    },
  }
}

interface Following extends Watch {
  readonly folder: TransferFolder
  readonly isWritten: () => boolean
}

async function followOne(archive: string, { folder, onFile, isExtracted, isWritten }: Following): Promise<Followed> {
  const taken = `${archive}.taken`
  const arriving = path.join(folder.root, 'arriving', path.basename(path.dirname(archive)))
  let isTaken = false
  const move = (name: string): boolean => {
    const inside = name.startsWith(`${ENTRY_PATH}/`) ? name.slice(ENTRY_PATH.length + 1) : ''
    if (inside === POINTER_FILE || inside === HISTORY_FILE) return false
    if (!isTaken && isExtracted(archive)) return false
    if (!isTaken) renameSync(archive, taken)
    isTaken = true
    const place = path.join(folder.entry, inside)
    mkdirSync(path.dirname(place), { recursive: true })
    renameSync(path.join(arriving, name), place)
    onFile(inside)
    return true
  }
  try {
    mkdirSync(arriving, { recursive: true })
    if (!(await extractGrowing(archive, { isWritten, into: arriving, onFile: move }))) return { kind: 'left' }
    const sizeBytes = statSync(taken).size
    rmSync(taken)
    return { kind: 'whole', sizeBytes }
  } catch (error) {
    return isTaken ? { kind: 'broken', why: messageOf(error) } : { kind: 'left' }
  }
}

function archivesBelow(temporary: string): string[] {
  try {
    return readdirSync(temporary, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(tzst|tgz)$/.test(name)).map((name) => path.join(temporary, name))
  } catch {
    return []
  }
}
