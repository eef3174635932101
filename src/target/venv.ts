import path from 'node:path'
import { UserError } from '../kernel/errors.ts'
import type { TargetWorld } from './find-python.ts'
import { runPython } from './run-python.ts'
import { layoutAt } from './schemes.ts'
import type { Scheme, Target } from './types.ts'
import { VENV_SCRIPT } from './venv-script.ts'

/** A virtual environment to be made. */
export interface VenvRequest {
  /** Where it is made: absolute; its parent exists, itself does not. Renaming it to `destination` makes it whole. */
  readonly staging: string
  /** Where it will be used: absolute; every file that names the environment names this path. */
  readonly destination: string
  readonly world: TargetWorld
  readonly signal?: AbortSignal | undefined
}

/**
 * Creates a virtual environment without pip, as `python -m venv --without-pip` does, byte for byte what that makes at the
 * destination (but for timestamps). About 100 ms, in a process of the interpreter's.
 * @throws UserError `python-missing` (no `venv` module), `target-readonly`, `disk-full`, `install-failed`.
 */
export async function createVenv(base: Pick<Target, 'python'>, request: VenvRequest): Promise<void> {
  const { staging, destination, world, signal } = request
  const args = ['-I', '-c', VENV_SCRIPT, staging, destination]
  const run = await runPython(base.python, { args, env: world.env, cwd: world.cwd, signal })
  if (run.status === 0) return
  throw venvError(parseFailure(run.stdout), run.spawnError ?? run.stderr.trim(), destination)
}

/**
 * What asking the interpreter of a new virtual environment would answer, without asking: it follows from its base. Saves the
 * start of an interpreter, and lets resolution begin while the environment is being made.
 * @param destination absolute; the environment need not exist yet.
 */
export function venvTarget(base: Target, destination: string, { env, platform }: TargetWorld): Target {
  const scheme = layoutAt(base.layouts.venv, destination)
  const ownHeaders = (layout: Scheme): Scheme => ({ ...layout, headers: base.layouts.venv.headers })
  const searched = (env['PYTHONPATH'] ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder))
  return {
    ...base,
    python: path.join(scheme.scripts, platform === 'win32' ? 'python.exe' : 'python'),
    prefix: destination,
    isVirtualEnvironment: true,
    scheme,
    layouts: {
      prefix: base.layouts.venv,
      home: ownHeaders(base.layouts.home),
      venv: base.layouts.venv,
      user: base.layouts.user === undefined ? undefined : { ...base.layouts.user, headers: layoutAt(base.layouts.venv, base.layouts.user.data).headers },
    },
    sitePaths: [...new Set([...searched, scheme.purelib, scheme.platlib])],
    userSite: { ...base.userSite, enabled: false },
    externallyManaged: undefined,
  }
}

interface Failure {
  readonly kind: 'no-venv' | 'os' | 'value'
  readonly errno: number | null
  readonly message: string
}

function parseFailure(stdout: string): Failure | undefined {
  const line = stdout.trim().split('\n').at(-1) ?? ''
  return line.startsWith('{') ? (JSON.parse(line) as Failure) : undefined
}

const EPERM = 1
const EACCES = 13
const ENOSPC = 28
const EROFS = 30

function venvError(failure: Failure | undefined, output: string, destination: string): UserError {
  const message = `the virtual environment ${destination} could not be created`
  const details = { details: [failure?.message ?? output] }
  if (failure?.kind === 'no-venv') {
    return new UserError('python-missing', `${message}: this Python has no venv module`, { ...details, hint: "install it (Debian and Ubuntu: the python3-venv package)" })
  }
  if (failure?.errno === ENOSPC) return new UserError('disk-full', `${message}: the disk is full`, { ...details, hint: 'free some space, or name a folder on another disk' })
  if (failure?.errno === EACCES || failure?.errno === EPERM || failure?.errno === EROFS) {
    return new UserError('target-readonly', `${message}: its folder cannot be written to`, { ...details, hint: 'name a folder where you may write' })
  }
  return new UserError('install-failed', message, details)
}
