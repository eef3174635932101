import { readdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Scheme } from '../target/types.ts'
import { stagedFolders, type StagedFolder } from './folder-tree.ts'
import type { Removal, StagedDistribution, Survey } from './types.ts'

export interface SurveyFacts {
  readonly staged: readonly StagedDistribution[]
  readonly removals: readonly Removal[]
  readonly scheme: Scheme
  /** Names the distribution an existing path belongs to; asked only for paths that are in the way. */
  readonly ownerOf: (path: string) => Promise<string | undefined>
}

/** Looks at the target where a plan wants to write: one listing per folder that exists. */
export async function surveyTarget(facts: SurveyFacts): Promise<Survey> {
  const folders = new Set<string>()
  const occupied = new Set<string>()
  const listings = new Map<string, ReadonlySet<string> | undefined>()
  const list = async (path: string): Promise<ReadonlySet<string> | undefined> => {
    if (!listings.has(path)) listings.set(path, await readdir(path).then((names) => new Set(names), () => undefined))
    return listings.get(path)
  }
  const visit = async (folder: StagedFolder): Promise<void> => {
    const names = await list(folder.finalPath)
    if (names === undefined) return
    folders.add(folder.finalPath)
    for (const [name, leaf] of folder.files) if (names.has(name)) occupied.add(leaf.finalPath)
    for (const [name, child] of folder.folders) if (names.has(name)) await visit(child)
  }
  for (const staged of facts.staged) {
    for (const root of stagedFolders(staged, facts.scheme)) {
      if ((await list(dirname(root.finalPath))) !== undefined) folders.add(dirname(root.finalPath))
      await visit(root)
    }
  }
  const owners = new Map<string, string>()
  for (const path of occupied) {
    const owner = await facts.ownerOf(path)
    if (owner !== undefined) owners.set(path, owner)
  }
  return { folders, occupied, owners, emptied: await emptiedFolders(facts.removals, facts.scheme) }
}

/** Folders all of whose content is removed; bytecode of removed sources is part of the removals. */
async function emptiedFolders(removals: readonly Removal[], scheme: Scheme): Promise<Set<string>> {
  const going = new Set(removals.flatMap((removal) => removal.files))
  const kept = new Set(Object.values(scheme))
  const verdicts = new Map<string, Promise<boolean>>()
  const isEmptied = (folder: string): Promise<boolean> => {
    const known = verdicts.get(folder)
    if (known !== undefined) return known
    const verdict = readdir(folder, { withFileTypes: true }).then(
      async (entries) => {
        for (const entry of entries) {
          const path = `${folder}/${entry.name}`
          if (!(entry.isDirectory() ? await isEmptied(path) : going.has(path))) return false
        }
        return true
      },
      () => false,
    )
    verdicts.set(folder, verdict)
    return verdict
  }
  const emptied = new Set<string>()
  for (const file of going) {
    for (let folder = dirname(file); !kept.has(folder) && !emptied.has(folder); folder = dirname(folder)) {
      if (!(await isEmptied(folder))) break
      emptied.add(folder)
    }
  }
  return emptied
}
