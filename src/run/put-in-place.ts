import path from 'node:path'
import { UserError } from '../kernel/errors.ts'
import { commitPlan } from '../install/commit.ts'
import { planPlacement } from '../install/placement.ts'
import type { FileConflict, InstallPlan, StagedDistribution } from '../install/types.ts'
import type { WorkArea } from '../install/work-area.ts'
import type { Resolution } from '../resolve/types.ts'
import { listInstalled } from '../target/installed.ts'
import type { InstalledDistribution, Scheme, Target } from '../target/types.ts'
import type { DistributionToRemove } from '../workers/tasks/removal/read-removals.ts'
import type { PackageAction } from './actions.ts'
import { allowedPaths } from './allowed-paths.ts'
import { compileStaged } from './bytecode.ts'
import type { RunContext } from './context.ts'
import { labelOf } from './label.ts'
import type { PreparedRun, RunMeans } from './types.ts'
import { whyIncluded } from './why.ts'

/** What is to be put in place, and where. */
export interface PlacingFacts {
  readonly run: PreparedRun
  readonly actions: readonly PackageAction[]
  readonly staged: readonly StagedDistribution[]
  readonly workArea: WorkArea
  readonly means: RunMeans
  /** What led to each package, for conflicts. */
  readonly resolution: Resolution
}

/** Plans and commits what was staged: every check first, then renames. */
export async function putInPlace(facts: PlacingFacts, context: RunContext): Promise<InstallPlan> {
  const { environment, options } = facts.run
  const { limits, pool } = facts.means
  const compileFacts = { staged: facts.staged, scheme: environment.destination.scheme, python: environment.basePython, pool, processes: Math.max(1, limits.threads) }
  const staged = options.install.compile ? await compileStaged(compileFacts, context) : facts.staged
  const removing = replacedBy(facts)
  const plan = await context.events.during({ task: 'plan', resource: 'disk' }, () => planned({ ...facts, staged }, removing, context))
  judgeConflicts(plan.conflicts, { policy: options.install.fileConflicts, resolution: facts.resolution }, context)
  for (const skipped of plan.skipped) context.events.notice('warning', facts.run.requests.policy.upgrade ? `${skipped} is a link, and stays as it is` : `${skipped} already exists; it stays as it is without --upgrade`)
  context.signal.throwIfAborted()
  await context.events.during({ task: 'commit', resource: 'disk' }, async () => {
    const journal = environment.isFresh ? 'none' : { added: staged.map(({ wheel }) => `${wheel.name} ${wheel.version}`), removed: removing.map(labelOf) }
    commitPlan({ plan, workDir: facts.workArea.path, journal, signal: context.signal })
    await facts.workArea.close()
    await environment.publish()
  })
  return plan
}

async function planned(facts: PlacingFacts, removing: readonly InstalledDistribution[], context: RunContext): Promise<InstallPlan> {
  const { environment, options, requests } = facts.run
  const { target, destination } = environment
  const { placement } = options.target
  const going = new Set(removing)
  const { plan, notes } = await planPlacement({
    staged: facts.staged,
    workArea: facts.workArea,
    pool: facts.means.pool,
    removals: removing.map((distribution) => ({ ...distribution, label: labelOf(distribution), scriptsFolder: scriptsFolder(distribution, facts) })),
    staying: [...environment.installed.values()].filter((distribution) => !going.has(distribution)),
    bounds: ownFolders(facts),
    kept: [...ownFolders(facts), ...target.sitePaths, ...removing.map(({ sitePath }) => sitePath)],
    rules: { allows: allowedPaths(options.install.allowOverwrite, destination.scheme), lastWins: options.install.fileConflicts === 'warn' },
    keepInside: placement.kind === 'folder' ? { folder: facts.workArea.scheme.purelib, only: requests.policy.upgrade ? 'links' : 'all' } : undefined,
  })
  for (const note of notes) context.events.notice('warning', note)
  return plan
}

/** What goes because something else takes its place. In a plain folder (`--target`) with `--upgrade` that is what lies there. */
function replacedBy({ run, actions, staged }: PlacingFacts): InstalledDistribution[] {
  const { placement } = run.options.target
  if (placement.kind !== 'folder') return actions.flatMap((action) => (action.kind === 'install' && action.replaces !== undefined ? [action.replaces] : []))
  const names = new Set(staged.map(({ wheel }) => wheel.name))
  return run.requests.policy.upgrade ? [...listInstalled([placement.path]).distributions.values()].filter(({ name }) => names.has(name)) : []
}

/** Scripts of what is in the user's site-packages lie with the user's, all others with the environment's. */
function scriptsFolder({ sitePath }: InstalledDistribution, { run }: PlacingFacts): DistributionToRemove['scriptsFolder'] {
  const { target, destination } = run.environment
  if (run.options.target.placement.kind === 'folder') return destination.scheme.scripts
  const { folder } = target.userSite
  const isUsers = folder !== undefined && target.layouts.user !== undefined && `${sitePath}${path.sep}`.startsWith(`${folder}${path.sep}`)
  return isUsers ? (target.layouts.user?.scripts ?? target.scheme.scripts) : target.scheme.scripts
}

/** The folders of the environment: nothing outside of them is ever removed. A plain folder is all there is of its environment. */
function ownFolders({ run }: PlacingFacts): string[] {
  const { target, destination } = run.environment
  const there = foldersOf(destination.scheme)
  return run.options.target.placement.kind === 'folder' ? there : [target.prefix, ...there, ...foldersOf(target.scheme), ...foldersOfUser(target)]
}

function foldersOf(scheme: Scheme): string[] {
  return [scheme.purelib, scheme.platlib, scheme.scripts, scheme.data, scheme.headers]
}

/** Inside a virtual environment the user's own packages are out of reach, as for pip. */
function foldersOfUser({ layouts, isVirtualEnvironment, userSite }: Target): string[] {
  return isVirtualEnvironment || layouts.user === undefined || !userSite.enabled ? [] : foldersOf(layouts.user)
}

interface ConflictFacts {
  readonly policy: 'error' | 'warn'
  readonly resolution: Resolution
}

function judgeConflicts(conflicts: readonly FileConflict[], { policy, resolution }: ConflictFacts, context: RunContext): void {
  const refused = conflicts.filter(({ isStructural }) => isStructural || policy === 'error')
  const [first, ...others] = refused.map(describe)
  if (first !== undefined) {
    const owners = [...new Set(refused.flatMap((conflict) => conflict.owners))]
    throw new UserError('file-conflict', `two distributions claim one path: ${first}`, {
      details: [...shortened(others), ...shortened(owners.map((owner) => whyHere(owner, resolution)))],
      hint: refused.some(({ isStructural }) => isStructural)
        ? 'leave one of them out'
        : 'one of them would break the other; leave one out, or let the last one have it with --file-conflicts warn or --allow-overwrite PATTERN',
    })
  }
  for (const conflict of conflicts) context.events.notice('warning', `${describe(conflict)}; ${conflict.owners[1]} has it now`)
}

/** `why lib is here: app (requirements.txt:1:1), which needs lib>=2 (from app 1.0)`. */
function whyHere(owner: string, resolution: Resolution): string {
  const item = resolution.packages.find(({ name }) => name === owner)
  const chain = item === undefined ? [] : whyIncluded(item.name, resolution)
  const reasons = [...(item === undefined || item.entry.kind === 'installed' ? ['it is installed already'] : []), ...(chain.length === 0 ? [] : [chain.join(', which needs ')])]
  return `why ${owner} is here: ${reasons.join('; ')}`
}

function shortened(lines: readonly string[]): readonly string[] {
  return lines.length > 20 ? [...lines.slice(0, 20), `and ${lines.length - 20} more`] : lines
}

function describe({ path: at, owners, isStructural }: FileConflict): string {
  if (owners[0] === owners[1]) return `${at} is claimed by ${owners[0]} twice, with different content`
  return `${at} is claimed by ${owners[0]} and ${owners[1]}, ${isStructural ? 'once as a file and once as a folder' : 'with different content'}`
}
