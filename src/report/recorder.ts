import type { RunEvent } from '../kernel/events.ts'

/** Keeps the events of a run. Progress is kept as the latest figure per task: a big download reports thousands. */
export interface Recorder {
  /** To be handed to `EventBus.listen`. */
  readonly onEvent: (event: RunEvent) => void
  /** In the order of emission; progress last. */
  events(): readonly RunEvent[]
}

/** Keeps what it hears from now on. */
export function openRecorder(): Recorder {
  const kept: RunEvent[] = []
  const progress = new Map<number, RunEvent>()
  return {
    onEvent: (event) => {
      if (event.kind === 'task-progress') progress.set(event.id, event)
      else kept.push(event)
    },
    events: () => [...kept, ...progress.values()],
  }
}
