import type { Clock } from '../kernel/clock.ts'
import type { EventBus } from '../kernel/events.ts'
import type { Secrets } from '../kernel/secrets.ts'
import type { World } from '../requests/world.ts'

/** What a run is given by the program it is part of; nothing in the engine reaches for it by itself. */
export interface RunContext {
  readonly world: World
  readonly events: EventBus
  readonly clock: Clock
  readonly secrets: Secrets
  /** Aborted with the reason when the user or the runner wants the run to end. */
  readonly signal: AbortSignal
  /** File of the worker entry, beside the entry that runs. */
  readonly workerPath: string
  readonly version: string
  readonly readStdin: () => Promise<Buffer>
}
