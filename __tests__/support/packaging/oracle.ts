import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { REFERENCE, REFERENCE_PYTHONS } from '../reference-pythons.ts'

const SCRIPT = join(import.meta.dirname, 'oracle.py')
const ADVICE = `Make one available (python3 -m pip install "packaging>=${REFERENCE.join('.')}"), or name one in PACKAGING_PYTHON.`

/** Questions by the name of the `ask_…` function in oracle.py that answers them. */
export type Questions = Readonly<Record<string, readonly unknown[]>>

/**
 * The answers of PyPA's own implementation, in the order of the questions. One Python process, whatever the number.
 * Throws, saying what to do, where there is no Python with it, or only an older one that answers differently.
 */
export function askPackaging<Answers extends Record<string, readonly unknown[]>>(questions: Questions): Answers {
  const tried: string[] = []
  for (const python of REFERENCE_PYTHONS) {
    const run = spawnSync(python, ['-I', SCRIPT], { input: JSON.stringify(questions), encoding: 'utf8', maxBuffer: 1 << 29 })
    if (run.status === 0) {
      const { version, answers } = JSON.parse(run.stdout) as { version: string; answers: Answers }
      if (isRecent(version)) return answers
      tried.push(`${python} has packaging ${version}`)
    } else tried.push(`${python}: ${run.error?.message ?? lastLines(run.stderr)}`)
  }
  throw new Error(`These tests compare with PyPA's packaging ${REFERENCE.join('.')} or newer, and found none.\n${tried.join('\n')}\n${ADVICE}`)
}

function isRecent(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > REFERENCE[0] || (major === REFERENCE[0] && minor >= REFERENCE[1])
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-8).join('\n')
}
