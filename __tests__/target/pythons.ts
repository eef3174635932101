import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import type { TargetWorld } from '../../src/target/find-python.ts'

export interface Interpreter {
  readonly label: string
  readonly path: string
}

/** The real interpreter behind python3 on PATH; every test of this room runs at least with it. */
export const PYTHON3: Interpreter = {
  label: 'python3',
  path: execFileSync('python3', ['-c', 'import sys; sys.stdout.write(sys.executable)'], { encoding: 'utf8' }),
}

/** Interpreters that pyenv has on this machine, of the versions that are supported; oldest first. */
export function pyenvPythons(pattern: RegExp): readonly Interpreter[] {
  const versions = path.join(process.env['PYENV_ROOT'] ?? path.join(homedir(), '.pyenv'), 'versions')
  if (!existsSync(versions)) return []
  return readdirSync(versions).filter((name) => pattern.test(name)).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => ({ label: name, path: path.join(versions, name, 'bin', 'python') })).filter((python) => existsSync(python.path))
}

/** Interpreters called python3 in the folders of PATH, such as a distribution's own behind another one; shims are left out. */
function pathPythons(): readonly Interpreter[] {
  const files = (process.env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, 'python3')).filter((file) => existsSync(file))
  return files.filter((file) => readFileSync(file).subarray(0, 2).toString() !== '#!').map((file) => ({ label: file, path: file }))
}

/** One of each interpreter that is supported, python3 first. */
export const SUPPORTED: readonly Interpreter[] = [
  ...new Map([PYTHON3, ...pathPythons(), ...pyenvPythons(/^3\.(8|9|[1-9]\d)\./)].reverse().map((python) => [realpathSync(python.path), python])).values(),
].reverse()

/** The world of this process, without the variables that would change which interpreter is found. */
export function testWorld(env: Record<string, string | undefined> = {}): TargetWorld {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VIRTUAL_ENV|PYTHON|pythonLocation)/.test(name)))
  return { env: { ...inherited, ...env }, cwd: tmpdir(), platform: process.platform }
}

/** Runs `work` in a fresh folder that is gone afterwards. */
export async function inFreshFolder<T>(work: (folder: string) => Promise<T> | T): Promise<T> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'ppa-target-')))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What an interpreter prints as JSON for a program. */
export function askPython(python: string, program: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = process.env): unknown {
  return JSON.parse(execFileSync(python, ['-c', program, ...args], { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'ignore'] }))
}

/** A few of them, for questions whose answers take Python a second: python3, those on PATH, the oldest and the newest. */
export const FEW: readonly Interpreter[] = SUPPORTED.filter((python, index) => !/^\d/.test(python.label) || index === SUPPORTED.length - 1 || python === oldest())

function oldest(): Interpreter | undefined {
  return SUPPORTED.find((python) => /^\d/.test(python.label))
}
