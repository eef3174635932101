import path from 'node:path'
import type { ActionPrograms } from './run-main.ts'

/** The action's programs beside an entry: sources lie side by side, bundles have a folder each. */
export function programsBeside(entry: { readonly dirname: string; readonly filename: string }): ActionPrograms {
  const isBundle = !entry.filename.endsWith('.ts')
  const program = (name: string): string => (isBundle ? [entry.dirname, '..', name, 'index.js'].join(path.sep) : [entry.dirname, `${name}.ts`].join(path.sep))
  return { workerPath: program('worker'), cachePath: program('cache'), cliPath: program('cli'), answerPath: program('answer') }
}
