import { stagedFiles } from '../workers/tasks/staged-wheel.ts'
import type { StagedDistribution } from './types.ts'

/** What a wheel would put at one path. */
export type StagedNode = StagedFolder | StagedLeaf

/** A folder of a stage. */
export interface StagedFolder {
  readonly kind: 'folder'
  readonly stagePath: string
  readonly children: Map<string, StagedNode>
}

/** A file of a stage. */
export interface StagedLeaf {
  readonly kind: 'file'
  readonly stagePath: string
  readonly sha256: string | undefined
}

/** The files of a staged distribution as a tree whose first level is the parts of the scheme. About 1 µs a file. */
export function stagedTree(staged: StagedDistribution): StagedFolder {
  const root = emptyFolder(staged.stageDir)
  for (const file of stagedFiles(staged.wheel)) {
    const segments = [file.scheme, ...file.path.split('/')]
    const name = segments.pop() ?? ''
    const folder = segments.reduce(folderIn, root)
    folder.children.set(name, { kind: 'file', stagePath: `${folder.stagePath}/${name}`, sha256: file.sha256 })
  }
  return root
}

function folderIn(parent: StagedFolder, name: string): StagedFolder {
  const known = parent.children.get(name)
  if (known?.kind === 'folder') return known
  const made = emptyFolder(`${parent.stagePath}/${name}`)
  parent.children.set(name, made)
  return made
}

function emptyFolder(stagePath: string): StagedFolder {
  return { kind: 'folder', stagePath, children: new Map() }
}
