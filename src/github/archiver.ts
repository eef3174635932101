import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'

/**
 * Why the archiver that @actions/cache will take from PATH cannot do what it asks of it, so that every transfer would fail
 * with an exit status alone; undefined: it can, or it is looked for elsewhere (Windows, macOS).
 */
export function archiverProblem(env: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform = process.platform): string | undefined {
  if (platform !== 'linux') return undefined
  const tar = (env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, 'tar')).find((file) => existsSync(file))
  if (tar === undefined) return 'entries are tar archives, and there is no tar on PATH'
  // It knows neither --posix nor -P nor --use-compress-program.
  return path.basename(realpathSync(tar)).startsWith('busybox') ? 'the tar on PATH is BusyBox’s, which cannot make or read entries (on Alpine, before this step: apk add tar zstd)' : undefined
}
