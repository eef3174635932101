import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../kernel/errors.ts'
import { hasLeftovers } from '../install/recover.ts'
import { realFolder } from '../install/work-area.ts'
import { parseWheelFile } from '../standards/wheel-file.ts'
import { expandWheelTags } from '../standards/wheel-name.ts'
import { listInstalled } from '../target/installed.ts'
import type { InstalledDistribution, Target } from '../target/types.ts'
import { installedMembers, unmetRequirements } from './broken-requirements.ts'
import type { RunContext } from './context.ts'
import { isVenv, locate } from './environment.ts'
import { recoverEnvironment, recoverUnmade } from './environment-lock.ts'
import { labelOf } from './label.ts'
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

/** pip's `check`, in its order: what is missing, what is of another version, what is for other machines. */
function checkDependencies(target: Target, context: RunContext): string[] {
  const { distributions, faults } = listInstalled(target.sitePaths)
  for (const fault of faults) context.events.notice('warning', fault)
  const installed = [...distributions.values()]
  const { members, unreadable } = installedMembers(installed, target.environment)
  const supported = new Set(target.tags)
  const unmet = unmetRequirements(members)
  return [
    ...unreadable.filter(({ kind }) => kind === 'dist-info').map((distribution) => `${labelOf(distribution)} has metadata that cannot be read.`),
    ...unmet.flatMap(({ member, requirement, found }) => (found === undefined ? [`${labelOf(member)} requires ${requirement.name}, which is not installed.`] : [])),
    ...unmet.flatMap(({ member, requirement, found }) => (found === undefined ? [] : [`${labelOf(member)} has requirement ${requirement.text}, but you have ${labelOf(found)}.`])),
    ...installed.filter((distribution) => isForOtherMachines(distribution, supported)).map((distribution) => `${labelOf(distribution)} is not supported on this platform`),
  ]
}

/** By the tags of the wheel it came from; what came from none is for all (pip: check_unsupported). */
function isForOtherMachines({ infoPath }: InstalledDistribution, supported: ReadonlySet<string>): boolean {
  const wheelFile = path.join(infoPath, 'WHEEL')
  if (!existsSync(wheelFile)) return false
  const wheel = parseWheelFile(readFileSync(wheelFile, 'utf8'))
  if (!wheel.ok) return false
  const tags = wheel.value.tags.flatMap((tag) => {
    const [pythonTags = [], abiTags = [], platformTags = []] = tag.toLowerCase().split('-').map((part) => part.split('.'))
    return expandWheelTags({ pythonTags, abiTags, platformTags })
  })
  return !tags.some((tag) => supported.has(tag))
}
