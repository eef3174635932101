import type { InterpreterFacts } from '../standards/interpreter-facts.ts'
import type { MarkerEnvironment } from '../standards/markers.ts'
import { PROBE_MARK } from './probe-script.ts'
import type { Layouts, Scheme } from './types.ts'

/** What the probe prints, with Python's None as undefined. */
export interface ProbeAnswer {
  readonly python: string
  readonly version: string
  readonly implementation: string
  readonly prefix: string
  readonly basePrefix: string
  /** `sys.path` without the current folder. */
  readonly path: readonly string[]
  readonly environment: MarkerEnvironment
  readonly facts: InterpreterFacts
  readonly scheme: Scheme
  readonly layouts: Layouts
  readonly user: { readonly enabled: boolean; readonly folder: string | undefined; readonly siteFolders: readonly string[] }
  readonly stdlib: string
  readonly wheelFolder: string | undefined
}

/** An interpreter older than the probe supports says so and no more. */
export interface TooOld {
  readonly tooOld: string
  readonly python: string
}

/**
 * Finds the answer in what the interpreter printed: the last marked line, since start-up hooks of the environment may print too.
 * The program that prints it is ours, so its shape is taken as agreed; undefined when there is no such line.
 */
export function parseProbeAnswer(output: string): ProbeAnswer | TooOld | undefined {
  const start = output.lastIndexOf(`\n${PROBE_MARK}`)
  if (start === -1) return undefined
  const line = output.slice(start + 1 + PROBE_MARK.length).split('\n', 1)[0] ?? ''
  try {
    return JSON.parse(line, (_key, value: unknown) => value ?? undefined) as ProbeAnswer | TooOld
  } catch {
    return undefined
  }
}
