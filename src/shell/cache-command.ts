import { UserError } from '../kernel/errors.ts'
import { bytes, counted } from '../report/format.ts'
import { readInstallOptions } from '../requests/install-options.ts'
import type { CommandLine } from '../requests/options/command-line.ts'
import { readPipConfig } from '../requests/pip-config.ts'
import type { World } from '../requests/world.ts'
import { defaultStoreFolder } from '../run/store-folder.ts'
import { clearStore, pruneStore, storeSizes, verifyStore } from '../store/inventory.ts'
import { storeLayout, type StoreLayout } from '../store/layout.ts'

export const CACHE_USAGE = 'Usage: parallel-pip cache dir|info|prune|verify|clear [--cache-dir DIR]'

const DAY_MS = 86_400_000
/** What was not used for this long is not missed. */
const UNUSED_DAYS = 30

/** `parallel-pip cache …`: what lies in the wheel store, and keeping it small. Returns the lines to print. Throws `usage`. */
export async function cacheCommand(line: CommandLine, world: World, nowMs: number): Promise<string[]> {
  const [action, ...rest] = line.positionals
  const layout = storeOf(line, world)
  if (rest.length > 0) throw new UserError('usage', `cache ${action ?? ''} takes no argument`, { hint: CACHE_USAGE })
  switch (action) {
    case 'dir':
      return [layout.root]
    case 'info':
      return info(layout)
    case 'prune': {
      const { files, sizeBytes } = await pruneStore(layout, { nowMs, unusedMs: UNUSED_DAYS * DAY_MS })
      return [`Removed ${counted(files, 'file')} (${bytes(sizeBytes)}) that no run used for ${UNUSED_DAYS} days, or that were left behind`]
    }
    case 'verify': {
      const { checked, damaged } = await verifyStore(layout)
      return [`${counted(checked, 'file')} checked, ${damaged.length === 0 ? 'none damaged' : `${damaged.length} damaged and removed:`}`, ...damaged.map((file) => `  ${file}`)]
    }
    case 'clear': {
      const { files, sizeBytes } = await clearStore(layout)
      return [`Removed ${counted(files, 'file')} (${bytes(sizeBytes)})`]
    }
    default:
      throw new UserError('usage', action === undefined ? 'cache: what about it?' : `cache: there is no "${action}"`, { hint: CACHE_USAGE })
  }
}

function storeOf(line: CommandLine, world: World): StoreLayout {
  const config = readPipConfig(world, undefined, false)
  const { cacheDir } = readInstallOptions({ ...line, positionals: [] }, config.settings, world).run
  if (cacheDir === 'off') throw new UserError('usage', 'the cache is switched off (--no-cache-dir, or pip’s configuration)', { hint: 'name its folder with --cache-dir' })
  return storeLayout(cacheDir?.value ?? defaultStoreFolder(world))
}

const TITLES: Readonly<Record<string, string>> = {
  'wheels-v1': 'wheels', 'metadata-v1': 'metadata of wheels', 'sdists-v1': 'source distributions', 'built-v1': 'wheels built here', 'pages-v1': 'index pages', 'facts-v1': 'facts about interpreters', tmp: 'drafts',
}

async function info(layout: StoreLayout): Promise<string[]> {
  const sizes = await storeSizes(layout)
  const rows = sizes.map(({ bucket, files, sizeBytes }) => `  ${(TITLES[bucket] ?? `${bucket} (another format)`).padEnd(28)} ${counted(files, 'file').padStart(12)}  ${bytes(sizeBytes).padStart(8)}`)
  const total = sizes.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  return [`${layout.root}: ${bytes(total)}`, ...rows]
}
