import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { InstallOptions } from '../requests/install-options.ts'
import type { World } from '../requests/world.ts'
import { storeLayout, type StoreLayout } from '../store/layout.ts'

export interface StoreFolder {
  readonly layout: StoreLayout
  /** False with --no-cache-dir: the folder goes with the run. */
  readonly isKept: boolean
  close(): Promise<void>
}

/** The store's folder: `--cache-dir`, or the platform's cache folder, or a temporary one with `--no-cache-dir`. */
export async function openStoreFolder(asked: InstallOptions['run']['cacheDir'], world: World): Promise<StoreFolder> {
  if (asked !== 'off') {
    return { layout: storeLayout(asked?.value ?? defaultStoreFolder(world)), isKept: true, close: () => Promise.resolve() }
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'parallel-pip-'))
  return { layout: storeLayout(folder), isKept: false, close: () => rm(folder, { recursive: true, force: true }) }
}

/** The user's cache folder for us, by platform convention (XDG, Library/Caches, LOCALAPPDATA). */
export function defaultStoreFolder({ env, homeDir, platform }: Pick<World, 'env' | 'homeDir' | 'platform'>): string {
  if (platform === 'win32') return path.join(env['LOCALAPPDATA'] ?? path.join(homeDir, 'AppData', 'Local'), 'parallel-pip', 'cache')
  if (platform === 'darwin') return path.join(homeDir, 'Library', 'Caches', 'parallel-pip')
  return path.join(env['XDG_CACHE_HOME'] || path.join(homeDir, '.cache'), 'parallel-pip')
}

/** Where V8 keeps what it made of this program's code: it belongs to the machine, not to what is installed, so --cache-dir does not move it. */
export function codeCacheFolder(world: Pick<World, 'env' | 'homeDir' | 'platform'>): string {
  return path.join(defaultStoreFolder(world), 'code-v1')
}
