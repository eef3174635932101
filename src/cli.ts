import path from 'node:path'
import { runCli } from './shell/run-cli.ts'

// Sources lie side by side; bundles have a folder each.
const here = import.meta.dirname
const isBundle = !import.meta.filename.endsWith('.ts')
const workerPath = isBundle ? [here, '..', 'worker', 'index.js'].join(path.sep) : [here, 'worker.ts'].join(path.sep)

process.exitCode = await runCli({ args: process.argv.slice(2), workerPath })
