import { explainSettings, type ExplainedField } from '../requests/options/explain.ts'
import { readInstallOptions } from '../requests/install-options.ts'
import { readPipConfig, type PipConfig } from '../requests/pip-config.ts'
import type { RunContext } from './context.ts'
import { findTarget } from './environment.ts'
import type { EarlyOptions } from './prepare.ts'
import { openStoreFolder } from './store-folder.ts'

/** What `--debug-config` shows. */
export interface ConfigReport {
  readonly python: string
  readonly files: PipConfig['files']
  readonly fields: readonly ExplainedField[]
}

/** Every setting with its origin, the target's own configuration file included; reads no requirements and asks no index. Throws `python-missing`, `config-syntax`, `usage`. */
export async function reportConfig({ line, isIsolated, options }: EarlyOptions, context: RunContext): Promise<ConfigReport> {
  const storeFolder = await openStoreFolder(options.run.cacheDir, context)
  try {
    const { python, prefix, basePrefix } = await findTarget(options, storeFolder, context)
    const config = readPipConfig(context.world, { home: { prefix, basePrefix }, isIsolated })
    const { effective } = readInstallOptions(line, config.settings, context.world)
    return { python, files: config.files, fields: explainSettings([...config.replaced, ...config.settings, ...line.settings], effective) }
  } finally {
    await storeFolder.close()
  }
}
