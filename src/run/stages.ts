import { linkWheel, stageWheel, type StageParts, type WheelToStage } from '../install/stage.ts'
import type { StagedDistribution } from '../install/types.ts'
import { openWorkArea, type WorkArea } from '../install/work-area.ts'
import type { EventBus } from '../kernel/events.ts'
import type { WorkerPool } from '../workers/protocol.ts'
import type { Environment } from './environment.ts'

/** What stages are made in and with. */
export interface StagesFacts {
  readonly environment: Pick<Environment, 'destination' | 'ready' | 'takeLock'>
  readonly strictRecord: boolean
  readonly pool: WorkerPool
  readonly events: EventBus
}

/** The stages of a run, or of the making of a build environment, each a folder of its own in a work area that is made with the first of them. */
export class Stages {
  readonly #facts: StagesFacts
  readonly #ending = new AbortController()
  readonly #made: Promise<unknown>[] = []
  #area: Promise<WorkArea> | undefined
  #count = 0

  constructor(facts: StagesFacts) {
    this.#facts = facts
  }

  /** Aborted when the run has ended: nothing is staged from then on. */
  get ended(): AbortSignal {
    return this.#ending.signal
  }

  /** Unpacks a wheel into the next stage. */
  stage(wheel: WheelToStage): Promise<StagedDistribution> {
    return this.#make(stageWheel, wheel)
  }

  /** Links the kept files of a wheel into the next stage; undefined where they do not do, and the wheel is needed. */
  async link(wheel: WheelToStage): Promise<StagedDistribution | undefined> {
    const linked = await this.#make(linkWheel, wheel)
    if (linked !== undefined) this.#facts.events.count('wheels-reused', 1, wheel.name)
    return linked
  }

  /** Undefined as long as nothing was staged. */
  async workArea(): Promise<WorkArea | undefined> {
    return this.#area
  }

  /** Ends what is under way. */
  end(reason: Error): void {
    this.#ending.abort(reason)
    this.#facts.pool.stop(reason)
  }

  /** Waits for what is under way, however it ends, and removes what is not in place. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#made)
    await this.#area?.then((area) => area.close(), () => undefined)
  }

  #make<T>(how: (own: StageParts, wheel: WheelToStage, stageDir: string) => Promise<T>, wheel: WheelToStage): Promise<T> {
    const made = this.#inNextFolder(how, wheel)
    made.catch(() => undefined)
    this.#made.push(made)
    return made
  }

  async #inNextFolder<T>(how: (own: StageParts, wheel: WheelToStage, stageDir: string) => Promise<T>, wheel: WheelToStage): Promise<T> {
    const { environment, pool, events, strictRecord } = this.#facts
    // What was begun on a guess may come this far when the run is over: no work area is made for it then.
    this.ended.throwIfAborted()
    const area = await (this.#area ??= environment.ready.then(() => openWorkArea(environment.destination.scheme, environment.takeLock)))
    this.ended.throwIfAborted()
    this.#count += 1
    return how({ pool, events, destination: environment.destination, realScheme: area.scheme, strictRecord }, wheel, area.stageDir(this.#count))
  }
}
