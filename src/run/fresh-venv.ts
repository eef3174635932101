import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { diskError } from '../kernel/disk-error.ts'
import { UserError, isUserError, messageOf, systemErrorCode } from '../kernel/errors.ts'
import type { EventBus } from '../kernel/events.ts'
import { renameFile } from '../store/rename.ts'
import { realDisk } from '../install/disk.ts'
import { mergeInto } from '../install/move.ts'
import { realFolder } from '../install/work-area.ts'
import { makeFolders } from '../store/folders.ts'
import type { Scheme, Target } from '../target/types.ts'
import { createVenv, venvTarget } from '../target/venv.ts'
import type { RunContext } from './context.ts'

/** A virtual environment that is being made beside its place. */
export interface FreshVenv {
  /** As it will be in its place. */
  readonly target: Target
  readonly stagingScheme: Scheme
  /** Resolves when files can be written. */
  readonly ready: Promise<void>
  publish(): Promise<void>
  discard(): Promise<void>
}

/** Where an environment is to be, and the interpreter it is made from. */
export interface FreshVenvFacts {
  readonly base: Target
  /** Absolute; absent or an empty folder. */
  readonly venv: string
  readonly isDryRun: boolean
}

/** Where editable repositories are checked out in a virtual environment (pip). They are built, so they lie there before it does. */
export const CHECKOUTS = 'src'

/** Where an environment is made before it has its name. What an interrupted run left there is nobody's. */
function stagingFolder(venv: string): string {
  return `${realFolder(venv)}.parallel-pip-new`
}

/** Begins to make an environment; for the holder of its lock only. */
export function freshVenv({ base, venv, isDryRun }: FreshVenvFacts, context: RunContext): FreshVenv {
  const staging = stagingFolder(venv)
  const wasThere = existsSync(venv)
  const ready = isDryRun ? Promise.resolve() : context.events.during({ task: 'venv', resource: 'disk' }, () => make(base, { staging, venv }, context))
  ready.catch(() => undefined)
  return {
    target: venvTarget(base, venv, context.world),
    stagingScheme: venvTarget(base, staging, context.world).scheme,
    ready,
    publish: async () => {
      await ready
      await publish(staging, realFolder(venv))
    },
    discard: async () => {
      await ready.catch(() => undefined)
      if (isDryRun) return
      // What cannot be removed now is removed by the next run; why this one failed matters more.
      await rm(staging, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
      if (!wasThere) for (const folder of [path.join(venv, CHECKOUTS), venv]) await rmdir(folder).catch(() => undefined)
    },
  }
}

/** Removes what an interrupted run left beside the place of an environment; for the holder of its lock. */
export async function removeUnfinishedVenv(venv: string, events: EventBus): Promise<boolean> {
  const staging = stagingFolder(venv)
  if (!isUnfinished(venv)) return false
  await putCheckoutsBack(staging, realFolder(venv))
  await rm(staging, { recursive: true, force: true, maxRetries: 3 })
  events.notice('info', `removed what an interrupted run had left beside ${venv}`)
  return true
}

/** Whether a run that made an environment is at work, or did not end. */
export function isUnfinished(venv: string): boolean {
  return existsSync(stagingFolder(venv))
}

async function make(base: Target, places: { readonly staging: string; readonly venv: string }, context: RunContext): Promise<void> {
  await removeUnfinishedVenv(places.venv, context.events)
  makeParent(places.staging)
  await createVenv(base, { staging: places.staging, destination: places.venv, world: context.world, signal: context.signal })
}

function makeParent(staging: string): void {
  const parent = path.dirname(staging)
  try {
    makeFolders(parent)
  } catch (error) {
    throw diskError(error, { doing: `making the folder ${parent}` })
  }
}

async function publish(staging: string, place: string): Promise<void> {
  try {
    await renameOver(staging, place)
  } catch (error) {
    const code = systemErrorCode(error) ?? ''
    if (!['EBUSY', 'EXDEV', 'EPERM', 'EACCES'].includes(code) || !existsSync(place)) throw publishError(error, place)
    await publishInto(staging, place)
  }
}

/** Checkouts that lie at the place already are taken along. */
async function renameOver(staging: string, place: string): Promise<void> {
  if (existsSync(`${place}/${CHECKOUTS}`)) await rename(`${place}/${CHECKOUTS}`, `${staging}/${CHECKOUTS}`)
  try {
    // Only Windows does not rename onto an empty folder.
    if (process.platform === 'win32') await rmdir(place).catch(() => undefined)
    renameFile(staging, place)
  } catch (error) {
    await putCheckoutsBack(staging, place)
    throw error
  }
}

async function putCheckoutsBack(staging: string, place: string): Promise<void> {
  if (!existsSync(`${staging}/${CHECKOUTS}`)) return
  await mkdir(place, { recursive: true })
  await rename(`${staging}/${CHECKOUTS}`, `${place}/${CHECKOUTS}`)
}

/** A mount point cannot be replaced. The environment is moved into it, pyvenv.cfg last: that makes it one. */
async function publishInto(staging: string, place: string): Promise<void> {
  try {
    const names = await readdir(staging)
    for (const name of names.filter((entry) => entry !== 'pyvenv.cfg')) mergeInto(realDisk, `${staging}/${name}`, `${place}/${name}`)
    mergeInto(realDisk, `${staging}/pyvenv.cfg`, `${place}/pyvenv.cfg`)
  } catch (error) {
    const names = await readdir(place).catch(() => [])
    for (const name of names.filter((entry) => entry !== CHECKOUTS)) await rm(`${place}/${name}`, { recursive: true, force: true })
    throw publishError(error, place)
  }
}

function publishError(error: unknown, place: string): unknown {
  const known = diskError(error, { doing: `moving the virtual environment to ${place}` })
  return isUserError(known) ? known : new UserError('install-failed', `the virtual environment could not be moved to ${place}: ${messageOf(error)}`, { cause: error })
}
