import type { SchemeKey } from '../workers/tasks/wheel-layout.ts'
import type { Scheme } from '../target/types.ts'
import { schemeFolder, type StagedDistribution } from './types.ts'

/** A folder of staged files: what a wheel would put into one final folder. */
export interface StagedFolder {
  readonly stagePath: string
  readonly finalPath: string
  readonly folders: Map<string, StagedFolder>
  readonly files: Map<string, StagedLeaf>
}

export interface StagedLeaf {
  readonly stagePath: string
  readonly finalPath: string
  readonly sha256: string | undefined
}

/** The files of a staged distribution as one tree per part of the scheme it uses. */
export function stagedFolders(staged: StagedDistribution, scheme: Scheme): StagedFolder[] {
  const roots = new Map<SchemeKey, StagedFolder>()
  for (const file of staged.wheel.files) {
    let folder = roots.get(file.scheme)
    if (folder === undefined) {
      folder = emptyFolder(`${staged.stageDir}/${file.scheme}`, schemeFolder(scheme, file.scheme, staged.wheel.name))
      roots.set(file.scheme, folder)
    }
    addFile(folder, file.path.split('/'), file.sha256)
  }
  return [...roots.values()]
}

/** Every file below a folder. */
export function* leavesOf(folder: StagedFolder): Generator<StagedLeaf> {
  yield* folder.files.values()
  for (const child of folder.folders.values()) yield* leavesOf(child)
}

/** The folder and every folder below it. */
export function* foldersOf(folder: StagedFolder): Generator<StagedFolder> {
  yield folder
  for (const child of folder.folders.values()) yield* foldersOf(child)
}

function emptyFolder(stagePath: string, finalPath: string): StagedFolder {
  return { stagePath, finalPath, folders: new Map(), files: new Map() }
}

function addFile(root: StagedFolder, segments: readonly string[], sha256: string | undefined): void {
  let folder = root
  for (const segment of segments.slice(0, -1)) {
    let child = folder.folders.get(segment)
    if (child === undefined) {
      child = emptyFolder(`${folder.stagePath}/${segment}`, `${folder.finalPath}/${segment}`)
      folder.folders.set(segment, child)
    }
    folder = child
  }
  const name = segments.at(-1) ?? ''
  folder.files.set(name, { stagePath: `${folder.stagePath}/${name}`, finalPath: `${folder.finalPath}/${name}`, sha256 })
}
