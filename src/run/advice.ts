import path from 'node:path'
import type { InstallOptions } from '../requests/install-options.ts'
import type { World } from '../requests/world.ts'
import type { InstallOutcome } from './types.ts'

/** What pip tells people about where they installed, as one line each. */
export function adviceFor(outcome: InstallOutcome, options: InstallOptions, world: World): string[] {
  return [...rootAdvice(outcome, options, world), ...scriptAdvice(outcome, options, world)]
}

/** pip: running as root outside of a virtual environment may break the system's packages. */
function rootAdvice(outcome: InstallOutcome, { target }: InstallOptions, world: World): string[] {
  const isRoot = world.platform !== 'win32' && process.getuid?.() === 0
  if (!isRoot || !target.warnRoot || target.placement.kind !== 'environment' || outcome.environment.target.isVirtualEnvironment) return []
  return ["installed as root into an environment of the system's: permissions and the system's own packages may suffer; use a virtual environment, or --root-user-action ignore"]
}

/** Scripts in a folder that is not on PATH cannot be called by name; those beside the interpreter are where one looks for them. */
function scriptAdvice(outcome: InstallOutcome, { install, target }: InstallOptions, world: World): string[] {
  const { scheme, python } = outcome.environment.destination
  const isQuiet = !install.warnScriptLocation || target.placement.kind === 'folder' || outcome.environment.isFresh
  const folders = (world.env['PATH'] ?? '').split(path.delimiter).map((folder) => path.resolve(world.cwd, folder))
  if (isQuiet || path.dirname(python.path) === scheme.scripts || folders.includes(scheme.scripts)) return []
  const scripts = (outcome.plan?.added ?? []).flatMap((wheel) => wheel.tops.filter((top) => top.scheme === 'scripts').map((top) => top.name))
  if (scripts.length === 0) return []
  const shown = [...scripts].sort().slice(0, 5).join(', ')
  return [`${shown}${scripts.length > 5 ? ` and ${scripts.length - 5} more scripts` : ''} went to ${scheme.scripts}, which is not on PATH (--no-warn-script-location hides this)`]
}
