import module from 'node:module'
import path from 'node:path'
import { endProcess } from './kernel/end-process.ts'
import { homeFolder } from './requests/world.ts'
import { codeCacheFolder } from './run/store-folder.ts'

// Sources lie side by side; bundles have a folder each.
const here = import.meta.dirname
const isBundle = !import.meta.filename.endsWith('.ts')
const workerPath = isBundle ? [here, '..', 'worker', 'index.js'].join(path.sep) : [here, 'worker.ts'].join(path.sep)

// What V8 makes of the bundle is kept between runs, hence the import after it: reading the program is half of its start.
const args = process.argv.slice(2)
if (isBundle && !args.includes('--no-cache-dir')) module.enableCompileCache?.(codeCacheFolder({ env: process.env, homeDir: homeFolder(), platform: process.platform }))
const { runCli } = await import('./shell/run-cli.ts')
await endProcess(await runCli({ args, workerPath }))
