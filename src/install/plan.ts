import { incumbent, settleDispute, type Claimant, type DisputeRules } from './dispute.ts'
import { addFolderClaims, claimTops, type Claim, type Place } from './places.ts'
import { withoutRemoved, type Existing, type TargetView } from './target-view.ts'
import type { CommitStep, FileConflict, InstallPlan, StagedDistribution } from './types.ts'
import type { SchemeFolders } from '../workers/tasks/wheel-layout.ts'

/** Everything that a plan follows from. */
export interface PlanFacts {
  /** In the order they become visible: dependencies before dependents. */
  readonly staged: readonly StagedDistribution[]
  /** The folders of the scheme for a distribution, without links, slash-separated. */
  readonly foldersFor: (name: string) => SchemeFolders
  /** What goes: whole folders and single files, as the removals were read. */
  readonly removed: { readonly folders: readonly string[]; readonly files: readonly string[] }
  readonly view: TargetView
  /** Which installed distribution, of those that stay, lists a path. */
  readonly ownerOf: (path: string) => string | undefined
  /** Names with one key are one name for the file system. */
  readonly nameKey: (name: string) => string
  readonly rules: DisputeRules
  readonly keepInside: KeepRule | undefined
}

/** What is in a folder stays as it is (`--target`): all of it without `--upgrade`, else links, which lead to somebody's own files. */
export interface KeepRule {
  readonly folder: string
  readonly only: 'all' | 'links'
}

/**
 * What a commit will do, decided before anything is touched: what goes, then every wheel in order, by renames of whole
 * folders where nobody else has a part in them. A pure function of its facts. Where a folder belongs to one wheel alone and
 * is not there yet, its files are never looked at: the cost follows what is shared, about 1 µs a file of the wheels that share.
 */
export function planInstall(facts: PlanFacts): InstallPlan {
  const planner = new Planner(facts)
  for (const root of claimTops(facts.staged, facts.foldersFor, facts.nameKey)) planner.visitRoot(root)
  return planner.result()
}

interface BringIn {
  readonly index: number
  /** The `.dist-info`, and RECORD with it, comes last: then a distribution that is listed is whole. */
  readonly isInfo: boolean
  readonly step: Extract<CommitStep, { kind: 'bring-in' }>
}

/** Collects steps while walking the places; lives for one plan. */
class Planner {
  readonly #facts: PlanFacts
  readonly #view: TargetView
  readonly #retires: CommitStep[] = []
  readonly #folders: CommitStep[] = []
  readonly #bringIns: BringIn[] = []
  readonly #conflicts: FileConflict[] = []
  readonly #skipped: string[] = []

  constructor(facts: PlanFacts) {
    this.#facts = facts
    this.#view = withoutRemoved(facts.view, facts.removed)
    for (const path of [...facts.removed.folders, ...facts.removed.files]) this.#retires.push({ kind: 'retire', path })
  }

  /** A folder of the scheme: made with its parents when it is not there. */
  visitRoot(root: Place): void {
    const missing: string[] = []
    for (let folder = root.path; this.#view.list(folder) === undefined && folder.includes('/'); folder = folder.slice(0, folder.lastIndexOf('/'))) missing.unshift(folder)
    for (const path of missing) this.#folders.push({ kind: 'make-folder', path })
    this.#visitInside(root, missing.length === 0)
  }

  result(): InstallPlan {
    const added = this.#bringIns.sort((a, b) => a.index - b.index || Number(a.isInfo) - Number(b.isInfo)).map(({ step }) => step)
    return {
      steps: [...this.#retires, ...this.#folders, ...added],
      conflicts: this.#conflicts,
      skipped: this.#skipped,
      added: this.#facts.staged.map(({ wheel }) => wheel),
    }
  }

  /** A folder that several share, or that is there: each thing inside on its own. */
  #visitInside(place: Place, isThere: boolean): void {
    addFolderClaims(place, this.#facts.nameKey)
    const names = isThere ? this.#keyed(this.#view.list(place.path)) : undefined
    for (const [key, child] of place.children) {
      const existing = names?.get(key)
      if (existing !== undefined && this.#isKept(place.path, child.path)) this.#skipped.push(child.path)
      else this.#visit(child, existing)
    }
  }

  #isKept(folder: string, path: string): boolean {
    const { keepInside } = this.#facts
    return folder === keepInside?.folder && (keepInside.only === 'all' || this.#view.isLink(path))
  }

  #visit(place: Place, existing: Existing | undefined): void {
    const [first] = place.claims
    const wantsFolder = place.children.size > 0 || place.claims.some(({ kind }) => kind === 'folder')
    const wantsFile = place.claims.some(({ kind }) => kind === 'file')
    const isTorn = (wantsFolder && (wantsFile || existing === 'file')) || (wantsFile && existing === 'folder')
    if (isTorn) this.#conflicts.push({ path: place.path, owners: this.#opponents(place, existing), isStructural: true })
    else if (!wantsFolder) this.#visitFile(place, existing)
    else if (first !== undefined && place.claims.length === 1 && place.children.size === 0 && existing === undefined) this.#bringIn(first, place.path)
    else {
      if (existing === undefined) this.#folders.push({ kind: 'make-folder', path: place.path })
      this.#visitInside(place, existing === 'folder')
    }
  }

  #visitFile(place: Place, existing: Existing | undefined): void {
    const owner = existing === undefined ? undefined : this.#facts.ownerOf(place.path)
    const isOthers = owner !== undefined && place.claims.every((claim) => claim.owner !== owner)
    const claimants: (Claimant | Claim)[] = [...(isOthers ? [incumbent(owner, place.path, this.#view)] : []), ...place.claims]
    const winner = settleDispute(place.path, claimants, { view: this.#view, rules: this.#facts.rules, conflicts: this.#conflicts })
    if (winner === undefined || !('index' in winner)) return
    if (existing !== undefined) this.#retires.push({ kind: 'retire', path: place.path })
    this.#bringIn(winner, place.path)
  }

  #bringIn(claim: Claim, to: string): void {
    this.#bringIns.push({ index: claim.index, isInfo: to.endsWith('.dist-info') || to.includes('.dist-info/'), step: { kind: 'bring-in', from: claim.contentPath, to } })
  }

  /** For a file in the place of a folder, or the other way round: the first two that differ. */
  #opponents(place: Place, existing: Existing | undefined): [string, string] {
    const folder = place.claims.find(({ kind }) => kind === 'folder')?.owner
    const file = place.claims.find(({ kind }) => kind === 'file')?.owner
    const there = existing === undefined ? undefined : (this.#facts.ownerOf(place.path) ?? 'what is there')
    const [one = 'what is there', other = 'what is there'] = [there, folder, file].filter((name) => name !== undefined)
    return [one, other]
  }

  #keyed(names: ReadonlyMap<string, Existing> | undefined): ReadonlyMap<string, Existing> | undefined {
    return names === undefined ? undefined : new Map([...names].map(([name, kind]) => [this.#facts.nameKey(name), kind]))
  }
}
