import { constants } from 'node:fs'
import { access, rm } from 'node:fs/promises'
import path from 'node:path'
import { messageOf } from '../kernel/errors.ts'
import type { InstallOptions } from '../requests/install-options.ts'
import type { World } from '../requests/world.ts'
import { makeFolders } from '../store/folders.ts'
import { CODE_BUCKET, storeLayout, type StoreLayout } from '../store/layout.ts'
import { makeTemporaryFolder } from '../store/temporary.ts'
import type { RunContext } from './context.ts'

/** The store of this run, on disk. */
export interface StoreFolder {
  readonly layout: StoreLayout
  /** False with --no-cache-dir: the folder goes with the run. */
  readonly isKept: boolean
  close(): Promise<void>
}

/**
 * The store's folder: `--cache-dir`, or the platform's cache folder. With `--no-cache-dir`, and where the folder cannot be written (pip
 * warns and goes on without, too), a temporary one.
 */
export async function openStoreFolder(asked: InstallOptions['run']['cacheDir'], { world, events }: Pick<RunContext, 'world' | 'events'>): Promise<StoreFolder> {
  if (asked !== 'off') {
    const root = asked?.value ?? defaultStoreFolder(world)
    const fault = await faultOf(root)
    if (fault === undefined) return { layout: storeLayout(root), isKept: true, close: () => Promise.resolve() }
    events.notice('warning', `the wheel store ${root} cannot be written (${fault}): nothing is kept for later runs`)
  }
  const folder = await makeTemporaryFolder('parallel-pip-')
  // Work that was begun on a guess may still write when the run ends.
  return { layout: storeLayout(folder), isKept: false, close: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

/** Why nothing can be written into a folder, made if need be; undefined when it can. */
async function faultOf(folder: string): Promise<string | undefined> {
  try {
    makeFolders(folder)
    await access(folder, constants.W_OK | constants.X_OK)
    return undefined
  } catch (error) {
    return messageOf(error)
  }
}

/** The user's cache folder for us, by platform convention (XDG, Library/Caches, LOCALAPPDATA). */
export function defaultStoreFolder({ env, homeDir, platform }: Pick<World, 'env' | 'homeDir' | 'platform'>): string {
  if (platform === 'win32') return path.join(env['LOCALAPPDATA'] ?? path.join(homeDir, 'AppData', 'Local'), 'parallel-pip', 'cache')
  if (platform === 'darwin') return path.join(homeDir, 'Library', 'Caches', 'parallel-pip')
  return path.join(env['XDG_CACHE_HOME'] || path.join(homeDir, '.cache'), 'parallel-pip')
}

/** Where V8 keeps what it made of this program's code: it belongs to the machine, not to what is installed, so --cache-dir does not move it. */
export function codeCacheFolder(world: Pick<World, 'env' | 'homeDir' | 'platform'>): string {
  return path.join(defaultStoreFolder(world), CODE_BUCKET)
}
