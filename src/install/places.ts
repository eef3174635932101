import { once } from '../kernel/once.ts'
import { stagedTree, type StagedFolder, type StagedNode } from './staged-tree.ts'
import type { StagedDistribution } from './types.ts'
import type { SchemeFolders } from '../workers/tasks/wheel-layout.ts'

/** A staged file or folder that wants a path. */
export interface Claim {
  /** Of the distribution, in the order of installation. */
  readonly index: number
  readonly owner: string
  readonly kind: 'file' | 'folder'
  /** Where it lies in the stage. */
  readonly contentPath: string
  readonly sha256: () => string | undefined
  /** What is in a folder; read from the manifest only when asked for. */
  readonly children: () => ReadonlyMap<string, StagedNode>
}

/** A path that somebody wants, with those who want it; below it what is known so far of what they want there. */
export interface Place {
  readonly path: string
  readonly claims: Claim[]
  readonly children: Map<string, Place>
}

/**
 * The folders of the scheme that are used, with the tops of all staged distributions in them. A folder of the scheme inside
 * another one (site-packages inside the data folder) is a place inside that: a path has one place, however it is reached.
 */
export function claimTops(staged: readonly StagedDistribution[], foldersFor: (name: string) => SchemeFolders, nameKey: (name: string) => string): Place[] {
  const roots = openRoots(staged, foldersFor, nameKey)
  for (const [index, distribution] of staged.entries()) {
    const folders = foldersFor(distribution.wheel.name)
    const tree = once(() => stagedTree(distribution))
    for (const top of distribution.wheel.tops) {
      const node = (): StagedNode | undefined => partOf(tree(), top.scheme).get(top.name)
      addClaim(roots.at(folders[top.scheme]), top.name, nameKey, {
        index,
        owner: distribution.wheel.name,
        kind: top.isFolder ? 'folder' : 'file',
        contentPath: `${distribution.stageDir}/${top.scheme}/${top.name}`,
        sha256: () => sha256Of(node()),
        children: () => childrenOf(node()),
      })
    }
  }
  return roots.outermost
}

/** Hands the claims on a folder down to what is inside. */
export function addFolderClaims(place: Place, nameKey: (name: string) => string): void {
  for (const claim of place.claims) {
    for (const [name, node] of claim.children()) {
      addClaim(place, name, nameKey, { ...claim, kind: node.kind, contentPath: node.stagePath, sha256: () => sha256Of(node), children: () => childrenOf(node) })
    }
  }
}

interface Roots {
  readonly outermost: Place[]
  at(folder: string): Place
}

function openRoots(staged: readonly StagedDistribution[], foldersFor: (name: string) => SchemeFolders, nameKey: (name: string) => string): Roots {
  const paths = new Set(staged.flatMap(({ wheel }) => wheel.tops.map((top) => foldersFor(wheel.name)[top.scheme])))
  const outermost: Place[] = []
  const byPath = new Map<string, Place>()
  for (const path of [...paths].sort((a, b) => a.length - b.length)) {
    const around = outermost.find((root) => path.startsWith(`${root.path}/`))
    if (around === undefined) {
      const root = emptyPlace(path)
      outermost.push(root)
      byPath.set(path, root)
    } else byPath.set(path, path.slice(around.path.length + 1).split('/').reduce((place, name) => placeIn(place, name, nameKey), around))
  }
  // Packages before the scripts that need them.
  outermost.reverse()
  return { outermost, at: (folder) => byPath.get(folder) ?? emptyPlace(folder) }
}

function addClaim(parent: Place, name: string, nameKey: (name: string) => string, claim: Claim): void {
  placeIn(parent, name, nameKey).claims.push(claim)
}

function placeIn(parent: Place, name: string, nameKey: (name: string) => string): Place {
  const key = nameKey(name)
  let place = parent.children.get(key)
  if (place === undefined) parent.children.set(key, (place = emptyPlace(`${parent.path}/${name}`)))
  return place
}

function emptyPlace(path: string): Place {
  return { path, claims: [], children: new Map() }
}

function partOf(tree: StagedFolder, scheme: string): ReadonlyMap<string, StagedNode> {
  return childrenOf(tree.children.get(scheme))
}

function childrenOf(node: StagedNode | undefined): ReadonlyMap<string, StagedNode> {
  return node?.kind === 'folder' ? node.children : new Map<string, StagedNode>()
}

function sha256Of(node: StagedNode | undefined): string | undefined {
  return node?.kind === 'file' ? node.sha256 : undefined
}
