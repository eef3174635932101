import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { run } from '../process.ts'
import type { TempEnvironment } from '../python.ts'
import { REFERENCE, REFERENCE_PYTHONS } from '../reference-pythons.ts'

export interface PipCase {
  /** What follows `pip install`. */
  readonly args: readonly string[]
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** What pip came to. */
export interface PipAnswer {
  readonly status: number
  /** Its installation report; null when it failed. */
  readonly report: PipReport | null
  /** Candidates its resolver gave up: 0 means that it never backtracked. */
  readonly rejections: number
  readonly pins: number
  /** The log's errors and warnings. */
  readonly messages: readonly string[]
}

export interface PipReport {
  readonly install: readonly { readonly metadata: { readonly name: string; readonly version: string }; readonly [field: string]: unknown }[]
  readonly [field: string]: unknown
}


let root: string | undefined

/** The folder that holds the pip package of the reference version. Throws, saying what to do, where there is none. */
export function pipRoot(): string {
  root ??= findPip()
  return root
}

function findPip(): string {
  const code = 'import pip, os; print(pip.__version__); print(os.path.dirname(os.path.dirname(pip.__file__)))'
  for (const python of REFERENCE_PYTHONS) {
    const found = spawnSync(python, ['-c', code], { encoding: 'utf8', cwd: '/' })
    const [version = '', folder = ''] = found.status === 0 ? found.stdout.split('\n') : []
    const [major = 0, minor = 0] = version.split('.').map(Number)
    if (major > REFERENCE[0] || (major === REFERENCE[0] && minor >= REFERENCE[1])) return folder
  }
  throw new Error(`These tests compare with pip ${REFERENCE.join('.')} or newer: python3 -m pip install --upgrade pip, or name a Python that has it in PACKAGING_PYTHON.`)
}

/** Runs pip on an environment, once per case, in one Python process with a fork for each: 50 ms a case. */
export async function pipInstalls(env: Pick<TempEnvironment, 'python'>, cases: readonly PipCase[]): Promise<PipAnswer[]> {
  const done = await run(env.python, [join(import.meta.dirname, 'install.py')], { input: JSON.stringify(cases), env: { REFERENCE_PIP: pipRoot() }, timeoutMs: 600_000 })
  if (done.status !== 0) throw new Error(done.output)
  return JSON.parse(done.stdout) as PipAnswer[]
}
