import { mkdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { TargetWorld } from './find-python.ts'
import type { Target } from './types.ts'
import { createVenv, venvTarget } from './venv.ts'

/** Where a virtual environment that nobody keeps is to be made. */
export interface ThrowawayVenv {
  /** Absolute; its parent exists, itself does not. */
  readonly folder: string
  readonly world: TargetWorld
  readonly signal: AbortSignal
}

/**
 * Makes a virtual environment for a build and gives it as a target. Where an environment is known to be no more than links to
 * the interpreter and a `pyvenv.cfg` (CPython on Linux) that is written straight away, which takes about a millisecond; elsewhere
 * the interpreter's own `venv` makes it. Errors as `createVenv`.
 */
export async function makeThrowawayVenv(base: Target, { folder, world, signal }: ThrowawayVenv): Promise<Target> {
  const target = venvTarget(base, folder, world)
  if (base.implementation === 'cpython' && world.platform === 'linux') await writeVenv(base, target)
  else await createVenv(base, { staging: folder, destination: folder, world, signal })
  return target
}

async function writeVenv(base: Target, target: Target): Promise<void> {
  const { prefix, scheme } = target
  const executable = await baseExecutable(base)
  await mkdir(scheme.scripts, { recursive: true })
  await mkdir(path.join(prefix, 'lib'), { recursive: true })
  if (base.facts.pointerBits === 64) await symlink('lib', path.join(prefix, 'lib64'))
  await mkdir(scheme.purelib, { recursive: true })
  await mkdir(scheme.platlib, { recursive: true })
  await symlink(executable, target.python)
  const [major = '3', minor = ''] = target.version.split('.')
  for (const name of [`python${major}`, `python${major}.${minor}`]) await symlink(path.basename(target.python), path.join(scheme.scripts, name))
  const lines = [`home = ${path.dirname(executable)}`, 'include-system-site-packages = false', `version = ${target.version}`, `executable = ${executable}`]
  await writeFile(path.join(prefix, 'pyvenv.cfg'), `${lines.join('\n')}\n`)
}

/** The interpreter that an environment goes back to: of a virtual environment, what its configuration names as its home. */
async function baseExecutable(base: Target): Promise<string> {
  const configuration = await readFile(path.join(base.prefix, 'pyvenv.cfg'), 'utf8').catch(() => '')
  const value = (key: string): string | undefined => new RegExp(`^${key}\\s*=\\s*(.*?)\\s*$`, 'm').exec(configuration)?.[1]
  const resolved = await realpath(base.python)
  const home = base.isVirtualEnvironment ? value('home') : undefined
  return home === undefined ? resolved : path.join(home, path.basename(resolved))
}
