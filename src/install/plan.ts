import { dirname } from 'node:path'
import type { Scheme } from '../target/types.ts'
import { foldersOf, leavesOf, stagedFolders, type StagedFolder } from './folder-tree.ts'
import type { CommitStep, FileConflict, InstallPlan, Removal, StagedDistribution, Survey } from './types.ts'

export interface PlanFacts {
  /** In the order they become visible: dependencies before dependents. */
  readonly staged: readonly StagedDistribution[]
  readonly removals: readonly Removal[]
  readonly scheme: Scheme
  readonly survey: Survey
}

/**
 * What a commit will do, decided from data alone: every removal, then every wheel in order, by renames of whole folders
 * where nobody else has a part in them. Also who owns each path afterwards, and which paths two distributions claim with
 * different content; a plan with conflicts is not committed unless the user allows it.
 */
export function planInstall(facts: PlanFacts): InstallPlan {
  const removedFiles = new Set(facts.removals.flatMap((removal) => removal.files))
  const claims = claimPaths(facts, removedFiles)
  const steps = [...removalSteps(facts), ...additionSteps(facts, removedFiles, claims.duplicates)]
  return {
    steps,
    owners: claims.owners,
    conflicts: claims.conflicts,
    removed: facts.removals.map((removal) => removal.distribution),
    added: facts.staged.map((staged) => staged.wheel),
    sizeBytes: facts.staged.reduce((sum, staged) => sum + staged.wheel.sizeBytes, 0),
    longestPath: [...claims.owners.keys()].reduce((longest, path) => (path.length > longest.length ? path : longest), ''),
  }
}

interface Claims {
  readonly owners: Map<string, string>
  readonly conflicts: FileConflict[]
  /** Staged paths of files that stay behind because an earlier wheel brings the same path. */
  readonly duplicates: Set<string>
}

function claimPaths(facts: PlanFacts, removedFiles: ReadonlySet<string>): Claims {
  const owners = new Map<string, string>()
  const contents = new Map<string, string | undefined>()
  const conflicts: FileConflict[] = []
  const duplicates = new Set<string>()
  for (const staged of facts.staged) {
    const { name } = staged.wheel
    for (const root of stagedFolders(staged, facts.scheme)) {
      for (const leaf of leavesOf(root)) {
        const earlier = owners.get(leaf.finalPath)
        if (earlier === undefined) {
          owners.set(leaf.finalPath, name)
          contents.set(leaf.finalPath, leaf.sha256)
          const installed = removedFiles.has(leaf.finalPath) ? undefined : facts.survey.owners.get(leaf.finalPath)
          if (installed !== undefined) conflicts.push({ path: leaf.finalPath, owners: [installed, name] })
        } else {
          duplicates.add(leaf.stagePath)
          const same = leaf.sha256 !== undefined && contents.get(leaf.finalPath) === leaf.sha256
          if (!same && earlier !== name && !isNamespaceInit(leaf.finalPath)) conflicts.push({ path: leaf.finalPath, owners: [earlier, name] })
        }
      }
    }
  }
  return { owners, conflicts, duplicates }
}

/** Legacy namespace packages ship one `__init__.py` in several distributions, with differing comments. */
function isNamespaceInit(path: string): boolean {
  return path.endsWith('/__init__.py')
}

/** Whole folders where everything inside goes, else single files and then the folders left empty, deepest first. */
function removalSteps(facts: PlanFacts): CommitStep[] {
  const steps: CommitStep[] = []
  const { emptied } = facts.survey
  const retired = new Set<string>()
  const leftovers = new Set<string>()
  for (const file of facts.removals.flatMap((removal) => removal.files)) {
    const whole = topmost(file, emptied)
    if (retired.has(whole ?? file)) continue
    retired.add(whole ?? file)
    steps.push({ kind: 'retire', path: whole ?? file })
    if (whole === undefined) leftovers.add(dirname(file))
  }
  const folders = [...leftovers].filter((folder) => !isSchemeFolder(folder, facts.scheme)).sort((a, b) => b.length - a.length)
  return [...steps, ...folders.map((path): CommitStep => ({ kind: 'remove-empty-folder', path }))]
}

/** The highest folder above `path` that is emptied as a whole. */
function topmost(path: string, emptied: ReadonlySet<string>): string | undefined {
  let found: string | undefined
  for (let folder = dirname(path); emptied.has(folder); folder = dirname(folder)) found = folder
  return found
}

function isSchemeFolder(path: string, scheme: Scheme): boolean {
  return Object.values(scheme).includes(path)
}

function additionSteps(facts: PlanFacts, removedFiles: ReadonlySet<string>, duplicates: ReadonlySet<string>): CommitStep[] {
  const steps: CommitStep[] = []
  const folders = new Set([...facts.survey.folders].filter((folder) => !facts.survey.emptied.has(folder)))
  const visit = (folder: StagedFolder): void => {
    if (!folders.has(folder.finalPath)) {
      const whole = [...leavesOf(folder)].every((leaf) => !duplicates.has(leaf.stagePath))
      if (whole && folders.has(dirname(folder.finalPath))) {
        for (const below of foldersOf(folder)) folders.add(below.finalPath)
        steps.push({ kind: 'bring-in', from: folder.stagePath, to: folder.finalPath })
        return
      }
      folders.add(folder.finalPath)
      steps.push({ kind: 'make-folder', path: folder.finalPath })
    }
    for (const child of folder.folders.values()) visit(child)
    for (const leaf of folder.files.values()) {
      if (duplicates.has(leaf.stagePath)) continue
      if (facts.survey.occupied.has(leaf.finalPath) && !removedFiles.has(leaf.finalPath)) steps.push({ kind: 'retire', path: leaf.finalPath })
      steps.push({ kind: 'bring-in', from: leaf.stagePath, to: leaf.finalPath })
    }
  }
  for (const staged of facts.staged) {
    for (const root of stagedFolders(staged, facts.scheme)) visit(root)
  }
  return steps
}
