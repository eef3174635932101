import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { diskError } from '../kernel/disk-error.ts'
import { UserError } from '../kernel/errors.ts'
import type { Destination } from '../install/types.ts'
import type { TakeLock } from '../install/work-area.ts'
import { preloadTransport } from '../net/transport.ts'
import type { InstallOptions } from '../requests/install-options.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { PythonRequest } from '../target/find-python.ts'
import { listInstalled, isLocal } from '../target/installed.ts'
import { locateTarget } from '../target/probe.ts'
import { restrictTarget } from '../target/restrict.ts'
import type { InstalledDistribution, Target } from '../target/types.ts'
import type { RunContext } from './context.ts'
import { chooseDestination, pythonOf, refuseManaged } from './destination.ts'
import { holdEnvironment, lockTaker, recoverEnvironment, type EnvironmentHold } from './environment-lock.ts'
import { CHECKOUTS, freshVenv } from './fresh-venv.ts'
import { openProbeStore } from './probe-store.ts'
import type { StoreFolder } from './store-folder.ts'

/** What a run installs into. A fresh virtual environment is made beside its place and becomes visible by one rename. */
export interface Environment {
  readonly target: Target
  /** Where files are written; differs from the target's own scheme while a fresh environment is being made. */
  readonly destination: Destination
  readonly installed: ReadonlyMap<NormalizedName, InstalledDistribution>
  /** Whether a distribution is the environment's own, so that it may be removed. */
  readonly isRemovable: (distribution: InstalledDistribution) => boolean
  readonly isFresh: boolean
  /** An interpreter that runs already: the target's own, or the one a fresh environment is made from. */
  readonly basePython: string
  /** Absolute folder of the virtual environment that was asked for. */
  readonly venvPath: string | undefined
  /** Resolves when files can be written. */
  readonly ready: Promise<void>
  /** For the work area; undefined where nobody else can see it. */
  readonly takeLock: TakeLock | undefined
  /** Makes a fresh environment visible; does nothing for an existing one. */
  publish(): Promise<void>
  /** Removes what was not published, and lets other runs in. */
  discard(): Promise<void>
}

/**
 * Finds the interpreter, or begins to make the virtual environment that was asked for. From here to `discard` no other run
 * works on it; what an interrupted one left has been put right. Throws `python-missing` and others.
 */
export async function openEnvironment(options: InstallOptions, storeFolder: StoreFolder, context: RunContext): Promise<Environment> {
  const { venv } = options.target
  if (venv === undefined) return existing(await locate(options.target.python?.value, storeFolder, context), options, context)
  if (isVenv(venv)) return existing(await locate(venv, storeFolder, context), options, context)
  const hold = options.install.dryRun ? undefined : await holdEnvironment(venv, context)
  try {
    // Another run may have made it while this one waited.
    if (isVenv(venv)) {
      hold?.release()
      return await existing(await locate(venv, storeFolder, context), options, context)
    }
    if (isInTheWay(venv)) {
      throw new UserError('input-missing', `${venv} exists and is no virtual environment`, { hint: 'name another folder, or remove this' })
    }
    return fresh({ base: await locate(options.target.python?.value, storeFolder, context), venv, hold, isDryRun: options.install.dryRun }, context)
  } catch (error) {
    hold?.release()
    throw error
  }
}

/** Whether something lies at the place of an environment that is none of its making. */
function isInTheWay(venv: string): boolean {
  try {
    return existsSync(venv) && (!statSync(venv).isDirectory() || readdirSync(venv).some((name) => name !== CHECKOUTS))
  } catch (error) {
    throw diskError(error, { doing: `looking into ${venv}` })
  }
}

/** The interpreter that is installed for, or that the virtual environment that is not there yet would be made from. Throws `python-missing`. */
export function findTarget({ target: { venv, python } }: InstallOptions, storeFolder: StoreFolder, context: RunContext): Promise<Target> {
  return locate(venv !== undefined && isVenv(venv) ? venv : python?.value, storeFolder, context)
}

/** Whether a folder is a virtual environment. */
export function isVenv(folder: string): boolean {
  return existsSync(path.join(folder, 'pyvenv.cfg'))
}

/** Finds the interpreter that is named, or the one pip would take. */
export function locate(named: string | undefined, storeFolder: StoreFolder, context: RunContext): Promise<Target> {
  const request: PythonRequest = { named, location: context.world.env['pythonLocation'] }
  const cache = openProbeStore(storeFolder)
  return context.events.during({ task: 'probe', resource: 'cpu' }, () => {
    const located = locateTarget(request, { world: context.world, signal: context.signal, cache })
    return whileWaiting(located, preloadTransport)
  })
}

/** Runs `work` if the answer is not there at once. */
async function whileWaiting<T>(answer: Promise<T>, work: () => void): Promise<T> {
  const waiting = setImmediate(work)
  try {
    return await answer
  } finally {
    clearImmediate(waiting)
  }
}

async function existing(target: Target, options: InstallOptions, context: RunContext): Promise<Environment> {
  const { install, target: settings } = options
  // pip: who only asks for a report changes nothing.
  if (!install.dryRun || install.reportFile === undefined) refuseManaged(target, settings)
  const destination = chooseDestination(target, settings, context.events)
  const { purelib } = destination.scheme
  // What only looks waits for nobody, and leaves nothing torn either.
  const hold = install.dryRun ? await recoverEnvironment(purelib, context).then(() => undefined) : await holdEnvironment(purelib, context)
  const { kind, root } = { root: undefined, ...settings.placement }
  return {
    target: settings.restriction === undefined ? target : restrictTarget(target, settings.restriction),
    destination,
    installed: kind === 'folder' ? new Map() : listInstalled(target.sitePaths).distributions,
    // Under another root or prefix nothing takes the place of what is installed here.
    isRemovable: (distribution) => root === undefined && kind !== 'prefix' && isLocal(target, distribution),
    isFresh: false,
    basePython: target.python,
    venvPath: settings.venv,
    ready: Promise.resolve(),
    takeLock: lockTaker(purelib, context),
    publish: () => Promise.resolve(),
    discard: () => {
      hold?.release()
      return Promise.resolve()
    },
  }
}

interface FreshFacts {
  readonly base: Target
  readonly venv: string
  readonly hold: EnvironmentHold | undefined
  readonly isDryRun: boolean
}

function fresh({ base, venv, hold, isDryRun }: FreshFacts, context: RunContext): Environment {
  const making = freshVenv({ base, venv, isDryRun }, context)
  const { target } = making
  return {
    target,
    destination: { scheme: making.stagingScheme, python: pythonOf(target) },
    installed: new Map(),
    isRemovable: () => false,
    isFresh: true,
    basePython: base.python,
    venvPath: venv,
    ready: making.ready,
    takeLock: undefined,
    publish: () => making.publish(),
    discard: async () => {
      await making.discard()
      hold?.release()
    },
  }
}
