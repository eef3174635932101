import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { removeFolder } from './folders.ts'
import { mustRun, run, type Finished, type RunOptions } from './process.ts'
import { tempFolder } from './temp.ts'

/** The interpreter tests run with: TEST_PYTHON, else `python3` on PATH, as sys.executable. */
export interface Python {
  readonly executable: string
  /** `3.11.7` */
  readonly version: string
  /** Below an environment: `lib/python3.11/site-packages`. */
  readonly sitePackages: string
}

export interface TempEnvironment {
  readonly root: string
  readonly python: string
  /** Absolute. */
  readonly sitePackages: string
  readonly scripts: string
}

let known: Python | undefined

/** Asks the interpreter once per test file. */
export function findPython(): Python {
  known ??= probe()
  return known
}

function probe(): Python {
  const code = [
    'import json, os, sys, sysconfig',
    'site = os.path.relpath(sysconfig.get_path("purelib", "venv", {"base": "/b"}), "/b")',
    'print(json.dumps({"executable": os.path.realpath(sys.executable), "version": "%d.%d.%d" % sys.version_info[:3], "sitePackages": site}))',
  ].join('\n')
  const asked = process.env['TEST_PYTHON'] ?? 'python3'
  return JSON.parse(execFileSync(asked, ['-I', '-c', code], { encoding: 'utf8' })) as Python
}

/**
 * A fresh virtual environment without pip, removed after the test file. Made by copying a template that
 * `python -m venv` made once per interpreter (kept in node_modules/.cache) and putting its paths right: some milliseconds.
 */
export function tempEnv(): TempEnvironment {
  return makeEnvironment(join(tempFolder('env-'), 'venv'))
}

/** The same at a path of the caller's, who removes it: for use inside tests. */
export function makeEnvironment(root: string): TempEnvironment {
  const template = templateEnvironment()
  cpSync(template, root, { recursive: true, verbatimSymlinks: true })
  rebase(root, template, root)
  return { root, python: join(root, 'bin', 'python'), sitePackages: join(root, findPython().sitePackages), scripts: join(root, 'bin') }
}

/** Runs Python code in an environment (or with any interpreter); gives what it printed, trimmed. Throws when it fails. */
export async function runPython(env: TempEnvironment | string, code: string, options: RunOptions = {}): Promise<string> {
  const python = typeof env === 'string' ? env : env.python
  return (await mustRun(python, ['-I', '-c', code], options)).trim()
}

/** Runs pip on an environment that has none, with `--python`: `TEST_PIP`, else the reference's, since a distribution's own interpreter may have none. */
export function pipIn(env: TempEnvironment, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const pip = process.env['TEST_PIP']
  const [command, ...first] = pip === undefined ? [pythonWithPip(), '-m', 'pip'] : [pip]
  return run(command ?? '', [...first, '--python', env.python, ...args], options)
}

/** An interpreter of the same version that has pip: a distribution's own may have none. */
export function pythonWithPip(): string {
  return process.env['PACKAGING_PYTHON'] ?? findPython().executable
}

const CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'test-environments')

function templateEnvironment(): string {
  const { executable, version } = findPython()
  const template = join(CACHE, createHash('sha256').update(`${executable} ${version} 1`).digest('hex').slice(0, 16))
  if (existsSync(template)) return template
  mkdirSync(CACHE, { recursive: true })
  const folder = mkdtempSync(join(CACHE, 'making-'))
  execFileSync(executable, ['-I', '-m', 'venv', '--without-pip', join(folder, 'venv')])
  rebase(join(folder, 'venv'), join(folder, 'venv'), template)
  try {
    renameSync(join(folder, 'venv'), template)
  } catch {
    // Another test file was quicker.
  }
  removeFolder(folder)
  return template
}

/** The files of an environment that hold its own path. */
function rebase(root: string, from: string, to: string): void {
  const scripts = readdirSync(join(root, 'bin')).filter((name) => /^activate/i.test(name))
  for (const path of ['pyvenv.cfg', ...scripts.map((name) => join('bin', name))]) {
    writeFileSync(join(root, path), readFileSync(join(root, path), 'utf8').replaceAll(from, to))
  }
}
