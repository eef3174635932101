import { readFileSync } from 'node:fs'
import path from 'node:path'
import { factsOf, isFolder } from './file-facts.ts'
import type { TargetWorld } from './find-python.ts'

/**
 * What decides which interpreter a pyenv shim starts: `PYENV_VERSION`, else the nearest `.python-version` above the current
 * folder, else the global `version` file; and which versions there are. Starting through a shim costs 150 ms of shell, so its
 * answer is worth keeping. Undefined for scripts that are no such shim: what they depend on is not known.
 */
export function shimFacts(script: string, { env, cwd }: TargetWorld): readonly unknown[] | undefined {
  const folder = path.dirname(script)
  const root = path.dirname(folder)
  const versions = path.join(root, 'versions')
  if (path.basename(folder) !== 'shims' || !isFolder(versions)) return undefined
  const local = nearest('.python-version', env['PYENV_DIR'] ?? cwd)
  return [factsOf(script)?.mtimeMs, env['PYENV_VERSION'], env['PYENV_ROOT'], local, readIfThere(path.join(root, 'version')), factsOf(versions)?.mtimeMs]
}

/** Path and content of the first file of this name, from a folder upwards. */
function nearest(name: string, folder: string): readonly [file: string, content: string] | undefined {
  const file = path.join(folder, name)
  const content = readIfThere(file)
  if (content !== undefined) return [file, content]
  const parent = path.dirname(folder)
  return parent === folder ? undefined : nearest(name, parent)
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
