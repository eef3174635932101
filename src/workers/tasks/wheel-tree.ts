import { linkSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Where the unpacked files of a wheel are kept on this disk, or may be. */
export interface TreeRequest {
  /** Named by the sha256 of the wheel. */
  readonly path: string
  /** A name of nobody else's on the same file system, for making it. */
  readonly draft: string
}

/** One file of a tree: by size, time, mode and inode it is known not to have been written to since it was unpacked and hashed. */
interface KeptFile {
  readonly stamp: string
  readonly sha256: string
}

/** The unpacked files of a wheel, kept to be linked instead of unpacked again. */
export interface WheelTree {
  /** Gives a kept file another name. Undefined: it is not kept, was changed, or cannot be linked; the archive has it, too. */
  link(entryPath: string, to: string, wanted: { readonly sizeBytes: number; readonly mode: number }): { readonly sha256: string } | undefined
  /** The sha256 of a kept file, which `link` still has to find unchanged. */
  sha256(entryPath: string): string | undefined
  /** Notes a file that was unpacked, for `settle`. */
  add(entryPath: string, file: { readonly path: string; readonly sha256: string }): void
  /** Makes the tree of what was noted, where there is none yet; drops one that was found changed. Faults leave no tree. */
  settle(): void
}

/**
 * Opens the tree of a wheel. Links share their content: whoever edits an installed file in place edits the kept one, so each
 * file is compared with what was noted of it before it is used, and a changed one is unpacked again. About 15 µs a file.
 */
export function openTree(request: TreeRequest): WheelTree {
  const kept = readTree(request.path)
  const unpacked: (readonly [entryPath: string, path: string, sha256: string])[] = []
  let isChanged = false
  let canLink = true
  return {
    sha256: (entryPath) => (canLink ? kept?.get(entryPath)?.sha256 : undefined),
    link: (entryPath, to, wanted) => {
      const file = kept?.get(entryPath)
      if (file === undefined) return undefined
      const from = fileIn(request.path, entryPath)
      const facts = lstatSync(from, { throwIfNoEntry: false })
      if (facts === undefined || stampOf(facts) !== file.stamp || facts.size !== wanted.sizeBytes) {
        isChanged = true
        return undefined
      }
      if ((facts.mode & 0o7777) !== wanted.mode) return undefined
      try {
        linkSync(from, to)
        return { sha256: file.sha256 }
      } catch {
        // Another file system, a kernel that forbids it, a file with too many names: it will be so for the next one.
        canLink = false
        return undefined
      }
    },
    add: (entryPath, { path, sha256 }) => void unpacked.push([entryPath, path, sha256]),
    settle: () => {
      try {
        if (isChanged) rmSync(request.path, { recursive: true, force: true })
        else if (kept === undefined) makeTree(request, unpacked)
      } catch {
        rmSync(request.draft, { recursive: true, force: true })
      }
    },
  }
}

function makeTree({ path, draft }: TreeRequest, files: readonly (readonly [entryPath: string, path: string, sha256: string])[]): void {
  const folders = new Set<string>()
  const lines = files.map(([entryPath, unpacked, sha256]) => {
    const to = fileIn(draft, entryPath)
    const folder = dirname(to)
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
    folders.add(folder)
    linkSync(unpacked, to)
    return `${stampOf(lstatSync(to))}\t${sha256}\t${entryPath}\n`
  })
  writeFileSync(listIn(draft), lines.join(''))
  mkdirSync(dirname(path), { recursive: true })
  renameSync(draft, path)
}

function readTree(path: string): ReadonlyMap<string, KeptFile> | undefined {
  let text: string
  try {
    text = readFileSync(listIn(path), 'utf8')
  } catch {
    return undefined
  }
  const lines = text.split('\n')
  lines.pop()
  return new Map(lines.map((line) => {
    const [stamp = '', sha256 = '', entryPath = ''] = line.split('\t')
    return [entryPath, { stamp, sha256 }]
  }))
}

function stampOf(facts: { readonly size: number; readonly mtimeMs: number; readonly mode: number; readonly ino: number }): string {
  return `${facts.size}-${facts.mtimeMs}-${facts.mode}-${facts.ino}`
}

function fileIn(tree: string, entryPath: string): string {
  return `${tree}/files/${entryPath}`
}

function listIn(tree: string): string {
  return `${tree}/list`
}
