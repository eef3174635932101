import { existsSync, readdirSync } from 'node:fs'
import { mkdir, rename, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { UserError, messageOf } from '../kernel/errors.ts'
import type { Destination } from '../install/types.ts'
import type { InstallOptions } from '../requests/install-options.ts'
import type { NormalizedName } from '../standards/names.ts'
import type { PythonRequest } from '../target/find-python.ts'
import { listInstalled, isLocal } from '../target/installed.ts'
import { locateTarget } from '../target/probe.ts'
import { restrictTarget } from '../target/restrict.ts'
import type { InstalledDistribution, Target } from '../target/types.ts'
import { createVenv, venvTarget } from '../target/venv.ts'
import type { RunContext } from './context.ts'
import { chooseDestination, refuseManaged } from './destination.ts'
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
  /** Makes a fresh environment visible; does nothing for an existing one. */
  publish(): Promise<void>
  discard(): Promise<void>
}

/** Finds the interpreter, or begins to make the virtual environment that was asked for. Throws `python-missing` and others. */
export async function openEnvironment(options: InstallOptions, storeFolder: StoreFolder, context: RunContext): Promise<Environment> {
  const { venv } = options.target
  const isVenvThere = venv !== undefined && existsSync(path.join(venv, 'pyvenv.cfg'))
  const named = isVenvThere ? venv : options.target.python?.value
  const target = await locate({ named, location: context.world.env['pythonLocation'] }, storeFolder, context)
  if (venv === undefined || isVenvThere) return existing(target, options, context)
  if (existsSync(venv) && readdirSync(venv).some((name) => name !== CHECKOUTS)) {
    throw new UserError('input-missing', `${venv} exists and is no virtual environment`, { hint: 'name another folder, or remove this one' })
  }
  return fresh(target, venv, context)
}

function locate(request: PythonRequest, storeFolder: StoreFolder, context: RunContext): Promise<Target> {
  const cache = storeFolder.isKept ? openProbeStore(storeFolder.layout.facts) : undefined
  return context.events.during({ task: 'probe', resource: 'cpu' }, () => locateTarget(request, { world: context.world, signal: context.signal, cache }))
}

function existing(target: Target, options: InstallOptions, context: RunContext): Environment {
  const { install, target: settings } = options
  refuseManaged(target, settings, install.dryRun && install.reportFile !== undefined)
  const { kind } = settings.placement
  const looksElsewhere = kind === 'folder'
  return {
    target: settings.restriction === undefined ? target : restrictTarget(target, settings.restriction),
    destination: chooseDestination(target, settings, context.events),
    installed: looksElsewhere ? new Map() : listInstalled(target.sitePaths).distributions,
    isRemovable: (distribution) => isLocal(target, distribution),
    isFresh: false,
    basePython: target.python,
    venvPath: settings.venv,
    ready: Promise.resolve(),
    publish: () => Promise.resolve(),
    discard: () => Promise.resolve(),
  }
}

function fresh(base: Target, venv: string, context: RunContext): Environment {
  const staging = `${venv}.parallel-pip-new`
  const wasThere = existsSync(venv)
  const target = venvTarget(base, venv, context.world)
  const [major = 3, minor = 0] = target.version.split('.').map(Number)
  const making = context.events.during({ task: 'venv', resource: 'disk' }, () => makeFresh(base, { staging, venv }, context))
  making.catch(() => undefined)
  return {
    target,
    destination: { scheme: venvTarget(base, staging, context.world).scheme, python: { path: target.python, major, minor } },
    installed: new Map(),
    isRemovable: () => false,
    isFresh: true,
    basePython: base.python,
    venvPath: venv,
    ready: making,
    publish: () => moveIn(staging, venv),
    discard: async () => {
      await making.catch(() => undefined)
      await rm(staging, { recursive: true, force: true, maxRetries: 3 })
      if (!wasThere) for (const folder of [path.join(venv, CHECKOUTS), venv]) await rmdir(folder).catch(() => undefined)
    },
  }
}

/** Where editable repositories are checked out in a virtual environment (pip). They are built, so they lie there before it does. */
const CHECKOUTS = 'src'

/** One rename; checkouts that lie at the place already are taken along. */
async function moveIn(staging: string, venv: string): Promise<void> {
  const [here, there] = [path.join(venv, CHECKOUTS), path.join(staging, CHECKOUTS)]
  try {
    if (existsSync(here)) await rename(here, there)
    await rmdir(venv).catch(() => undefined)
    await rename(staging, venv)
  } catch (error) {
    if (existsSync(there)) await mkdir(venv, { recursive: true }).then(() => rename(there, here)).catch(() => undefined)
    throw new UserError('install-failed', `the virtual environment could not be moved to ${venv}: ${messageOf(error)}`, { cause: error })
  }
}

async function makeFresh(base: Target, places: { readonly staging: string; readonly venv: string }, context: RunContext): Promise<void> {
  await rm(places.staging, { recursive: true, force: true })
  await mkdir(path.dirname(places.venv), { recursive: true })
  await createVenv(base, { staging: places.staging, destination: places.venv, world: context.world, signal: context.signal })
}

