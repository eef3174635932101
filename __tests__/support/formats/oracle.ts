import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { REFERENCE_PYTHONS } from '../reference-pythons.ts'

/** Questions by the name of the `ask_…` function in oracle.py that answers them. */
export type Questions = Readonly<Record<string, readonly unknown[]>>

export interface References<Answers> {
  /** Versions; empty where there is none. */
  readonly pip: string
  readonly packaging: string
  readonly answers: Answers
}

/**
 * The answers of Python's standard library, pip and packaging, in the order of the questions, from one process of the reference's
 * Python, whatever the number. Throws with Python's own words when that fails.
 */
export function askPython<Answers extends Record<string, readonly unknown[]>>(questions: Questions): References<Answers> {
  const script = join(import.meta.dirname, 'oracle.py')
  const environment = { ...process.env, PYTHONUTF8: '1', PYTHONIOENCODING: 'utf-8' }
  const [python = 'python3'] = REFERENCE_PYTHONS
  const run = spawnSync(python, [script], { input: JSON.stringify(questions), encoding: 'utf8', maxBuffer: 1 << 29, env: environment })
  if (run.status !== 0) {
    const reason = run.error?.message ?? run.stderr.trim().split('\n').slice(-8).join('\n')
    throw new Error(`${python} could not answer: ${reason}`)
  }
  return JSON.parse(run.stdout) as References<Answers>
}

/** Whether a version is at least `major.minor`. */
export function isAtLeast(version: string, major: number, minor: number): boolean {
  const [ours = 0, part = 0] = version.split('.').map(Number)
  return ours > major || (ours === major && part >= minor)
}
