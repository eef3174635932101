import { coveredMs } from './intervals.ts'
import { sum, workingInterval } from './phases.ts'
import { busyMs, type Timeline } from './timeline.ts'

/**
 * What serial mode would have taken: every task at the cost it had, one after the other, and the time in which no task was
 * at work (solving, planning between tasks) once.
 */
export function estimateSerialMs(timeline: Timeline): number {
  const leaves = timeline.tasks.filter(({ kind }) => kind !== 'resolve' && kind !== 'restore' && kind !== 'save')
  const betweenTasksMs = timeline.durationMs - coveredMs(timeline.tasks.filter(({ kind }) => kind !== 'resolve').map(workingInterval))
  return sum(leaves.map(busyMs)) + Math.max(0, betweenTasksMs)
}
