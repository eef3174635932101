import type { EventBus } from '../kernel/events.ts'
import type { Sha256 } from '../kernel/hash.ts'
import type { Limiter } from '../kernel/limiter.ts'
import type { BuiltWheelStore } from '../store/built-wheels.ts'
import type { PreparedMetadataStore } from '../store/prepared-metadata.ts'
import type { PythonFacts } from './build-facts.ts'
import type { EnvironmentMaker } from './types.ts'
import type { WaitGraph } from './wait-graph.ts'

/** What building works with, given by the run. */
export interface BuilderParts {
  /** An interpreter that runs; unpacks archives. */
  readonly python: string
  readonly pythonFacts: PythonFacts
  /** Name and version of the operating system's distribution. */
  readonly system: string
  readonly isolated: boolean
  /** Build constraints; without isolation, what is installed where builds run. */
  readonly surroundings: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly environments: EnvironmentMaker
  /** Undefined: nothing is kept between runs. */
  readonly store: BuiltWheelStore | undefined
  /** What backends said in earlier runs; undefined: nothing is kept between runs. */
  readonly prepared: PreparedMetadataStore | undefined
  /** Static metadata of source distributions by their sha256. */
  readonly metadata: { read(sha256: Sha256): Promise<string | undefined>; write(sha256: Sha256, text: string): Promise<void> }
  readonly hashFile: (path: string) => Promise<{ readonly sha256: Sha256; readonly sizeBytes: number }>
  /** Backends at work at once. */
  readonly builds: Limiter
  /** For one call of a backend; undefined: as long as it takes. */
  readonly timeoutMs: number | undefined
  readonly graph: WaitGraph
  readonly events: EventBus
  readonly nowMs: () => number
  readonly signal: AbortSignal
}
