import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { formatBytes } from '../../kernel/disk-error.ts'
import { UserError } from '../../kernel/errors.ts'
import type { Placement, SchemeFolders } from './wheel-layout.ts'

/** What unpacking will take, known from the directory of the archive before its first byte is unpacked. */
export interface StageNeeds {
  readonly sizeBytes: number
  readonly fileCount: number
}

/** Refuses what cannot fit on the disk of the stage. What other wheels take meanwhile shows when it is written. Throws `disk-full`. */
export function checkSpace(label: string, stageDir: string, needs: StageNeeds): void {
  const free = freeSpace(stageDir)
  if (free === undefined) return
  if (free.bytes < needs.sizeBytes) {
    throw new UserError('disk-full', `there is no space to unpack ${label}: it needs ${formatBytes(needs.sizeBytes)}, ${formatBytes(free.bytes)} are free on the disk of ${stageDir}`, {
      hint: 'free some space, or install to another disk',
    })
  }
  if (free.files !== undefined && free.files < needs.fileCount) {
    throw new UserError('disk-full', `there is no space to unpack ${label}: it needs ${needs.fileCount} files, the disk of ${stageDir} can take ${free.files} more`, {
      hint: 'remove some files, or install to another disk',
    })
  }
}

/** Space for a user without privileges on the disk of a path; undefined where it cannot be told. */
export function freeSpace(path: string): { readonly bytes: number; readonly files: number | undefined } | undefined {
  let folder = path
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  try {
    const facts = statfsSync(folder)
    // File systems that make inodes as they need them say that they have none at all.
    return { bytes: facts.bavail * facts.bsize, files: facts.files > 0 ? facts.ffree : undefined }
  } catch {
    return undefined
  }
}

/** Longest path in bytes that system calls take, with its end mark; Windows takes 32 767 units in the form Node uses. */
const LONGEST_PATH: Readonly<Partial<Record<NodeJS.Platform, number>>> = { linux: 4096, darwin: 1024, win32: 32767 }

/** Refuses paths that nobody could open. Throws `path-too-long`. */
export function checkPathLengths(label: string, places: readonly Placement[], folders: SchemeFolders): void {
  const longest = LONGEST_PATH[process.platform] ?? 1024
  for (const { scheme, path } of places) {
    const most = 3 * path.length + 3 * folders[scheme].length + 2
    if (most < longest) continue
    const bytes = Buffer.byteLength(folders[scheme]) + 1 + Buffer.byteLength(path) + 1
    if (bytes > longest) {
      throw new UserError('path-too-long', `${label} cannot be installed to ${folders[scheme]}: ${path} would have a path of ${bytes - 1} bytes, ${longest - 1} are possible`, {
        hint: 'install to a folder with a shorter path',
      })
    }
  }
}
