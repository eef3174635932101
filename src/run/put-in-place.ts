import { UserError } from '../kernel/errors.ts'
import { commitPlan } from '../install/commit.ts'
import { pathOwners } from '../install/owners.ts'
import { planInstall } from '../install/plan.ts'
import { readRemoval } from '../install/removal.ts'
import { surveyTarget } from '../install/survey.ts'
import type { FileConflict, InstallPlan, Removal, StagedDistribution } from '../install/types.ts'
import type { WorkArea } from '../install/work-area.ts'
import type { PackageAction } from './actions.ts'
import { compileStaged } from './bytecode.ts'
import type { RunContext } from './context.ts'
import type { PreparedRun, RunMeans } from './types.ts'

export interface PlacingFacts {
  readonly run: PreparedRun
  readonly actions: readonly PackageAction[]
  readonly staged: readonly StagedDistribution[]
  readonly workArea: WorkArea
  readonly means: RunMeans
}

/** Plans and commits what was staged: every check first, then renames. */
export async function putInPlace(facts: PlacingFacts, context: RunContext): Promise<InstallPlan> {
  const { environment, options } = facts.run
  const { scheme } = environment.destination
  const { limits, pool } = facts.means
  const compileFacts = { staged: facts.staged, scheme, python: environment.basePython, pool, processes: Math.max(1, limits.threads) }
  const staged = options.install.compile ? await compileStaged(compileFacts, context) : facts.staged
  const plan = await context.events.during({ task: 'plan', resource: 'disk' }, async () => {
    const removals = await readRemovals(facts)
    const survey = await surveyTarget({ staged, removals, scheme, ownerOf: pathOwners([...environment.installed.values()]) })
    return planInstall({ staged, removals, scheme, survey })
  })
  judgeConflicts(plan.conflicts, options.install.fileConflicts, context)
  context.signal.throwIfAborted()
  await context.events.during({ task: 'commit', resource: 'disk' }, async () => {
    await commitPlan(plan, facts.workArea.path, { signal: context.signal })
    await facts.workArea.close()
    await environment.publish()
  })
  return plan
}

function readRemovals(facts: PlacingFacts): Promise<Removal[]> {
  const { target } = facts.run.environment
  const replaced = facts.actions.flatMap((action) => (action.kind === 'install' && action.replaces !== undefined ? [action.replaces] : []))
  return Promise.all(replaced.map((distribution) => readRemoval(distribution, { prefix: target.prefix })))
}

function judgeConflicts(conflicts: readonly FileConflict[], policy: 'error' | 'warn', context: RunContext): void {
  const lines = conflicts.map(({ path, owners }) => `${path} is claimed by ${owners[0]} and ${owners[1]}`)
  const [first] = lines
  if (first === undefined) return
  if (policy === 'error') {
    throw new UserError('file-conflict', `two distributions claim one path with different content: ${first}`, {
      details: lines.slice(1, 20),
      hint: 'one of them would break the other; leave one out, or accept the last one with --file-conflicts warn',
    })
  }
  for (const line of lines) context.events.notice('warning', line)
}
