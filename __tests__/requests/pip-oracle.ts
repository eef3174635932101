import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { REFERENCE, REFERENCE_PYTHONS } from '../support/reference-pythons.ts'

/** Questions by the name of the `ask_…` function in pip-oracle.py that answers them. */
export type Questions = Readonly<Record<string, readonly unknown[]>>

const ADVICE = `Make one available (python3 -m pip install --upgrade pip), or name a Python that has it in PACKAGING_PYTHON.`

/**
 * What pip makes of inputs; one process, whatever their number. Throws, saying what to do, where there is no recent pip.
 * @param folder where relative paths count from, unless a question names its own.
 */
export function askPip<Answers extends Record<string, readonly unknown[]>>(folder: string, cases: Questions): Answers {
  const script = join(import.meta.dirname, 'pip-oracle.py')
  const env = { ...process.env, PYTHONUTF8: '1', PIP_DISABLE_PIP_VERSION_CHECK: '1' }
  const tried: string[] = []
  for (const python of REFERENCE_PYTHONS) {
    const run = spawnSync(python, [script], { input: JSON.stringify({ folder, cases, reference: REFERENCE }), encoding: 'utf8', maxBuffer: 1 << 29, env })
    if (run.status === 0) {
      const { pip, answers } = JSON.parse(run.stdout) as { pip: string; answers: Answers | undefined }
      if (answers !== undefined) return answers
      tried.push(`${python} has pip ${pip}`)
    } else tried.push(`${python}: ${run.error?.message ?? run.stderr.trim().split('\n').slice(-8).join('\n')}`)
  }
  throw new Error(`These tests compare with pip ${REFERENCE.join('.')} or newer, and found none.\n${tried.join('\n')}\n${ADVICE}`)
}
