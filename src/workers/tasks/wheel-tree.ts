import { existsSync, linkSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync, type Stats } from 'node:fs'
import { dirname } from 'node:path'
import { seal, unseal } from '../../kernel/sealed.ts'
import { folderMaker, folderOf } from './stage-writer.ts'
import type { RootScheme } from './wheel-layout.ts'

/** Where the unpacked files of a wheel are kept on this disk, or may be. */
export interface TreeRequest {
  /** Named by the sha256 of the wheel. */
  readonly path: string
  /** A name of nobody else's on the same file system, for making it. */
  readonly draft: string
}

/** One file of a tree: by size, time, mode and inode it is known not to have been written to since it was unpacked and hashed. */
export interface KeptFile {
  readonly stamp: string
  readonly sha256: string
  readonly executable: boolean
}

/** What a wheel says beside its files, where it was found without fault and its tree holds every file that installing it takes. */
export interface WholeWheel {
  readonly name: string
  readonly version: string
  readonly distInfo: string
  readonly rootScheme: RootScheme
  /** Text of its entry_points.txt. */
  readonly entryPoints: string
}

/** All that is noted of a tree. `whole` undefined: the archive is needed, too. */
export interface TreeList {
  readonly whole: WholeWheel | undefined
  /** By path in the archive, in its order. */
  readonly files: ReadonlyMap<string, KeptFile>
}

/** A file that was unpacked into a stage, hashed on the way. */
export interface UnpackedFile {
  readonly path: string
  readonly sha256: string
  readonly executable: boolean
}

/** The unpacked files of a wheel, kept to be linked instead of unpacked again. */
export interface WheelTree {
  /** Gives a kept file another name. Undefined: it is not kept, was changed, or cannot be linked; the archive has it, too. */
  link(entryPath: string, to: string, wanted: { readonly sizeBytes: number; readonly mode: number }): { readonly sha256: string } | undefined
  /** The sha256 of a kept file, which `link` still has to find unchanged. */
  sha256(entryPath: string): string | undefined
  /** Notes a file that was unpacked, for `settle`. */
  add(entryPath: string, file: UnpackedFile): void
  /** Whether a file was noted by `add`. */
  has(entryPath: string): boolean
  /** Makes the tree of what was noted, where there is none yet; drops one that was found changed. Faults leave no tree. */
  settle(whole: WholeWheel | undefined): void
}

/**
 * Opens the tree of a wheel. Links share their content: whoever edits an installed file in place edits the kept one, so each
 * file is compared with what was noted of it before it is used, and a changed one is unpacked again. About 15 µs a file.
 */
export function openTree(request: TreeRequest): WheelTree {
  const kept = readTreeList(request.path)?.files
  const unpacked = new Map<string, UnpackedFile>()
  // A tree whose list is damaged is no tree, and in the way of one.
  let isChanged = kept === undefined && existsSync(request.path)
  let canLink = true
  return {
    sha256: (entryPath) => (canLink ? kept?.get(entryPath)?.sha256 : undefined),
    link: (entryPath, to, wanted) => {
      const file = kept?.get(entryPath)
      if (file === undefined) return undefined
      const from = treeFile(request.path, entryPath)
      const facts = unchangedFacts(from, file)
      if (facts?.size !== wanted.sizeBytes) {
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
    add: (entryPath, file) => void unpacked.set(entryPath, file),
    has: (entryPath) => unpacked.has(entryPath),
    settle: (whole) => {
      try {
        if (isChanged) rmSync(request.path, { recursive: true, force: true })
        else if (kept === undefined) makeTree(request, unpacked, whole)
      } catch {
        rmSync(request.draft, { recursive: true, force: true })
      }
    },
  }
}

function makeTree({ path, draft }: TreeRequest, files: ReadonlyMap<string, UnpackedFile>, whole: WholeWheel | undefined): void {
  const makeFolder = folderMaker(draft)
  const lines = [...files].map(([entryPath, unpacked]) => {
    const to = treeFile(draft, entryPath)
    makeFolder(folderOf(to))
    linkSync(unpacked.path, to)
    return `${stampOf(lstatSync(to))}\t${unpacked.sha256}\t${unpacked.executable ? 'x' : ''}\t${entryPath}\n`
  })
  makeFolder(draft)
  writeFileSync(listIn(draft), seal(`${JSON.stringify(whole ?? null)}\n${lines.join('')}`))
  mkdirSync(dirname(path), { recursive: true })
  renameSync(draft, path)
}

/** What is noted of the tree in a folder; undefined: there is none, or none that can be read. */
export function readTreeList(path: string): TreeList | undefined {
  try {
    const text = unseal(readFileSync(listIn(path)))?.toString('utf8')
    if (text === undefined) return undefined
    const [head = '', ...lines] = text.split('\n')
    lines.pop()
    const files = new Map(lines.map((line): [string, KeptFile] => {
      const [stamp = '', sha256 = '', mark = '', entryPath = ''] = line.split('\t')
      return [entryPath, { stamp, sha256, executable: mark === 'x' }]
    }))
    return { whole: (JSON.parse(head) as WholeWheel | null) ?? undefined, files }
  } catch {
    return undefined
  }
}

/** The facts of a kept file that is what was noted of it; undefined when it is gone or was changed. */
export function unchangedFacts(from: string, { stamp }: KeptFile): Stats | undefined {
  const facts = lstatSync(from, { throwIfNoEntry: false })
  return facts !== undefined && stampOf(facts) === stamp ? facts : undefined
}

/** Size, time, mode and inode of a file in one text. */
function stampOf(facts: { readonly size: number; readonly mtimeMs: number; readonly mode: number; readonly ino: number }): string {
  return `${facts.size}-${facts.mtimeMs}-${facts.mode}-${facts.ino}`
}

/** Where a tree holds the file that its wheel has at a path. */
export function treeFile(tree: string, entryPath: string): string {
  return `${tree}/files/${entryPath}`
}

function listIn(tree: string): string {
  return `${tree}/list`
}
