import { existsSync } from 'node:fs'
import path from 'node:path'
import { isVenv } from '../run/environment.ts'
import type { Scheme } from '../target/types.ts'
import type { CachedPython } from './python.ts'
import type { ActionInputs } from './inputs.ts'
import type { RunnerCommands } from './workflow-commands.ts'

/**
 * The virtual environment to install into, if it is to be one: `venv`; where only activating is asked for, the one that
 * `python-path` names, by its folder or its interpreter, else `.venv`.
 */
export function venvToActivate({ venv, activateEnvironment, pythonPath }: Pick<ActionInputs, 'venv' | 'activateEnvironment' | 'pythonPath'>, cwd: string): string | undefined {
  if (venv !== undefined || activateEnvironment !== true) return venv
  const named = pythonPath === undefined ? undefined : path.resolve(cwd, pythonPath)
  // A name that is no path is a command, which is looked for on PATH.
  const folders = named === undefined || !existsSync(named) ? [] : [named, path.dirname(path.dirname(named))]
  return folders.find(isVenv) ?? '.venv'
}

/** Makes a virtual environment the one that later steps use, as its `activate` script would. */
export function activateVenv(venv: string, scheme: Pick<Scheme, 'scripts'>, runner: RunnerCommands): void {
  runner.exportVariable('VIRTUAL_ENV', venv)
  runner.addPath(scheme.scripts)
}

/** Puts a Python of the tool cache first for later steps, with the variables that setup-python sets. */
export function activatePython(found: CachedPython, runner: RunnerCommands): void {
  for (const name of ['pythonLocation', 'Python_ROOT_DIR', 'Python2_ROOT_DIR', 'Python3_ROOT_DIR']) runner.exportVariable(name, found.folder)
  if (process.platform !== 'win32') {
    runner.exportVariable('PKG_CONFIG_PATH', path.join(found.folder, 'lib', 'pkgconfig'))
    if (process.platform === 'linux') runner.exportVariable('LD_LIBRARY_PATH', joined(process.env['LD_LIBRARY_PATH'], path.join(found.folder, 'lib')))
  }
  for (const folder of [...found.paths].reverse()) runner.addPath(folder)
}

function joined(before: string | undefined, folder: string): string {
  const folders = (before ?? '').split(path.delimiter).filter((entry) => entry !== '')
  return folders.includes(folder) ? folders.join(path.delimiter) : [folder, ...folders].join(path.delimiter)
}
