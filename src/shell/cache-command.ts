import { readdirSync } from 'node:fs'
import { messageOf, systemErrorCode, UserError } from '../kernel/errors.ts'
import { bytes, counted } from '../report/format.ts'
import { readInstallOptions } from '../requests/install-options.ts'
import { isTyped, type CommandLine } from '../requests/options/command-line.ts'
import { readPipConfig } from '../requests/pip-config.ts'
import type { World } from '../requests/world.ts'
import { defaultStoreFolder } from '../run/store-folder.ts'
import { BUCKET_TITLES, clearStore, pruneStore, storeSizes, UNUSED_MS } from '../store/inventory.ts'
import { verifyStore } from '../store/verify.ts'
import { storeLayout, type StoreLayout } from '../store/layout.ts'

export const CACHE_USAGE = 'Usage: parallel-pip cache dir|info|verify|clear|prune [--cache-budget-mb MB] [--cache-dir DIR]'

/** What `cache` works with. */
export interface CacheCommandFacts {
  readonly world: World
  readonly nowMs: number
  /** Waits until nobody installs who may be about to use what is to be removed. */
  readonly runsEnded: () => Promise<void>
}

/** `parallel-pip cache …`: what lies in the wheel store, and keeping it small. Returns the lines to print. Throws `usage`. */
export async function cacheCommand(line: CommandLine, { world, nowMs, runsEnded }: CacheCommandFacts): Promise<string[]> {
  const [action, ...rest] = line.positionals
  const layout = storeOf(line, world)
  if (action !== 'dir') checkReadable(layout)
  if (action !== 'prune' && isTyped(line, 'cache-budget-mb')) throw new UserError('usage', '--cache-budget-mb belongs to cache prune', { hint: CACHE_USAGE })
  if (rest.length > 0) throw new UserError('usage', `cache ${action ?? ''} takes no argument`, { hint: CACHE_USAGE })
  switch (action) {
    case 'dir':
      return [layout.root]
    case 'info':
      return info(layout)
    case 'prune': {
      const budgetMb = budgetOf(line)
      await runsEnded()
      return prune(layout, nowMs, budgetMb)
    }
    case 'verify': {
      const { checked, damaged } = await verifyStore(layout)
      return [`${counted(checked, 'file')} checked, ${damaged.length === 0 ? 'none damaged' : `${damaged.length} damaged and removed:`}`, ...damaged.map((file) => `  ${file}`)]
    }
    case 'clear': {
      await runsEnded()
      const { files, sizeBytes } = await clearStore(layout)
      return [`Removed ${counted(files, 'file')} (${bytes(sizeBytes)})`]
    }
    default:
      throw new UserError('usage', action === undefined ? 'cache: what about it?' : `cache: there is no "${action}"`, { hint: CACHE_USAGE })
  }
}

async function prune(layout: StoreLayout, nowMs: number, budgetMb: number | undefined): Promise<string[]> {
  const { files, sizeBytes } = await pruneStore(layout, { nowMs, unusedMs: UNUSED_MS, budgetBytes: budgetMb === undefined ? undefined : budgetMb * 1e6 })
  const beyond = budgetMb === undefined ? '' : `, or that did not fit into ${bytes(budgetMb * 1e6)}`
  return [`Removed ${counted(files, 'file')} (${bytes(sizeBytes)}) that no run used for ${Math.round(UNUSED_MS / 86_400_000)} days, or that were left behind${beyond}`]
}

function budgetOf({ settings }: CommandLine): number | undefined {
  const setting = settings.find(({ option }) => option.field === 'cache-budget-mb')
  if (setting === undefined) return undefined
  const megabytes = Number(setting.value)
  if (!(megabytes > 0)) throw new UserError('usage', `--cache-budget-mb wants a number of megabytes, not "${String(setting.value)}"`)
  return megabytes
}

function storeOf(line: CommandLine, world: World): StoreLayout {
  const config = readPipConfig(world, { isIsolated: false })
  const { cacheDir } = readInstallOptions({ ...line, positionals: [] }, config.settings, world).run
  if (cacheDir === 'off') throw new UserError('usage', 'the cache is switched off (--no-cache-dir, or pip’s configuration)', { hint: 'name its folder with --cache-dir' })
  return storeLayout(cacheDir?.value ?? defaultStoreFolder(world))
}

/** A store that is not there yet is empty; one that cannot be listed must not pass for one in which all is well. */
function checkReadable({ root }: StoreLayout): void {
  try {
    readdirSync(root)
  } catch (error) {
    const code = systemErrorCode(error)
    if (code === 'ENOENT') return
    throw new UserError('store-failed', code === 'ENOTDIR' ? `the wheel store ${root} is not a folder` : `the wheel store ${root} cannot be read: ${messageOf(error)}`, { hint: 'name its folder with --cache-dir', cause: error })
  }
}

async function info(layout: StoreLayout): Promise<string[]> {
  const sizes = await storeSizes(layout)
  const rows = sizes.map(({ bucket, files, sizeBytes }) => `  ${(BUCKET_TITLES[bucket] ?? `${bucket} (another format)`).padEnd(28)} ${counted(files, 'file').padStart(12)}  ${bytes(sizeBytes).padStart(8)}`)
  const total = sizes.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  return [`${layout.root}: ${bytes(total)}`, ...rows]
}
