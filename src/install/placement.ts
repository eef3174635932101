import { slashed } from '../kernel/slashed.ts'
import type { RecordedDistribution } from '../workers/tasks/removal/others-claims.ts'
import type { DistributionToRemove, Removals } from '../workers/tasks/removal/read-removals.ts'
import type { WorkerPool } from '../workers/protocol.ts'
import { pathOwners } from './owners.ts'
import { planInstall, type PlanFacts } from './plan.ts'
import { preparePthEdits } from './pth-edits.ts'
import { openTargetView } from './target-view.ts'
import { schemeFolders, type InstallPlan, type StagedDistribution } from './types.ts'
import { realFolder, type WorkArea } from './work-area.ts'

/** What is to be put in place, and what is there. */
export interface PlacementFacts {
  readonly staged: readonly StagedDistribution[]
  readonly workArea: WorkArea
  readonly pool: WorkerPool
  /** What goes. */
  readonly removals: readonly DistributionToRemove[]
  /** What is installed and stays. */
  readonly staying: readonly RecordedDistribution[]
  /** Folders inside which things may be removed. */
  readonly bounds: readonly string[]
  /** Folders that stay, empty or not. */
  readonly kept: readonly string[]
  readonly rules: PlanFacts['rules']
  readonly keepInside: PlanFacts['keepInside']
}

/** A plan, and what people should know of it. */
export interface PlannedPlacement {
  readonly plan: InstallPlan
  /** What was left alone in removing, and why. */
  readonly notes: readonly string[]
}

/** Reads what goes, looks at what is in the way, and plans. Nothing in the target is touched. Throws `uninstall-failed`. */
export async function planPlacement(facts: PlacementFacts): Promise<PlannedPlacement> {
  const { staged, workArea } = facts
  const staying = facts.staying.map(withRealSite)
  const removed = await readRemovals({ ...facts, staying })
  const edits = preparePthEdits(removed.lines, workArea.path)
  const plan = planInstall({
    staged,
    foldersFor: (name) => schemeFolders(workArea.scheme, name),
    removed,
    view: openTargetView(),
    ownerOf: pathOwners({ installed: staying, pathKey: workArea.nameKey }),
    nameKey: workArea.nameKey,
    rules: facts.rules,
    keepInside: facts.keepInside,
  })
  return { plan: { ...plan, steps: [...edits.retires, ...plan.steps, ...edits.bringIns] }, notes: removed.notes }
}

async function readRemovals({ removals, staying, bounds, kept, pool }: PlacementFacts): Promise<Removals> {
  if (removals.length === 0) return { folders: [], files: [], lines: [], notes: [] }
  const { result } = await pool.run('read-removals', { removals, others: staying, bounds: bounds.map(realFolder), kept: kept.map(realFolder) })
  return { ...result, folders: result.folders.map(slashed), files: result.files.map(slashed) }
}

/** RECORDs are relative to the folder of the `.dist-info`; what they name is compared with paths without links. */
function withRealSite<T extends RecordedDistribution>(distribution: T): T {
  return { ...distribution, sitePath: realFolder(distribution.sitePath) }
}
