import { UserError } from '../kernel/errors.ts'
import { hasLeftovers } from '../install/recover.ts'
import { realFolder } from '../install/work-area.ts'
import { evaluateMarker } from '../standards/markers.ts'
import type { NormalizedName } from '../standards/names.ts'
import { specifierSetContains } from '../standards/specifiers.ts'
import { listInstalled } from '../target/installed.ts'
import type { InstalledDistribution, Target } from '../target/types.ts'
import type { RunContext } from './context.ts'
import { isVenv, locate } from './environment.ts'
import { recoverEnvironment, recoverUnmade } from './environment-lock.ts'
import { readInstalled } from './installed-metadata.ts'
import type { EarlyOptions } from './prepare.ts'
import { openStoreFolder } from './store-folder.ts'

/**
 * `parallel-pip check`: what is wrong with an environment, a line each, in pip's words; empty when all is well. With `repair`,
 * what an interrupted run left is put right first, and said in a notice; without, it counts as wrong. Throws
 * `python-missing`, `journal-invalid`.
 */
export async function performCheck({ options }: EarlyOptions, { repair }: { readonly repair: boolean }, context: RunContext): Promise<readonly string[]> {
  const { venv, python } = options.target
  if (venv !== undefined && repair) await recoverUnmade(venv, context)
  if (venv !== undefined && !isVenv(venv)) throw new UserError('python-missing', `${venv} is no virtual environment`)
  const storeFolder = await openStoreFolder(options.run.cacheDir, context)
  try {
    const target = await locate(venv ?? python?.value, storeFolder, context)
    const leftovers = await lookForLeftovers(target, repair, context)
    return [...leftovers, ...checkDependencies(target, context)]
  } finally {
    await storeFolder.close()
  }
}

async function lookForLeftovers(target: Target, repair: boolean, context: RunContext): Promise<string[]> {
  const places = [target.scheme.purelib, ...(target.userSite.enabled && target.layouts.user !== undefined ? [target.layouts.user.purelib] : [])]
  const faults: string[] = []
  for (const place of new Set(places)) {
    if (repair) await recoverEnvironment(place, context)
    else if (hasLeftovers(realFolder(place))) faults.push(`${place} is being worked on, or was left by a run that did not end: parallel-pip check --repair puts it right.`)
  }
  return faults
}

/** pip's `check`, but for its look at the platform tags of what is installed. */
function checkDependencies(target: Target, context: RunContext): string[] {
  const { distributions, faults } = listInstalled(target.sitePaths)
  for (const fault of faults) context.events.notice('warning', fault)
  return [...distributions.values()].flatMap((distribution) => faultsOf(distribution, distributions, target))
}

function faultsOf(distribution: InstalledDistribution, installed: ReadonlyMap<NormalizedName, InstalledDistribution>, target: Target): string[] {
  const label = `${distribution.name} ${distribution.version.text}`
  const answer = readInstalled(distribution)
  if (answer.kind !== 'metadata') return distribution.kind === 'dist-info' ? [`${label} has metadata that cannot be read.`] : []
  return answer.metadata.requiresDist.flatMap((requirement) => {
    if (requirement.marker !== undefined && !evaluateMarker(requirement.marker, target.environment)) return []
    const there = installed.get(requirement.name)
    if (there === undefined) return [`${label} requires ${requirement.name}, which is not installed.`]
    return specifierSetContains(requirement.specifier, there.version) ? [] : [`${label} has requirement ${requirement.text}, but you have ${there.name} ${there.version.text}.`]
  })
}
