import type { TimedTask, Timeline } from './timeline.ts'

const RESOURCES = ['network', 'cpu', 'disk'] as const
const LANES_PER_RESOURCE = 1000

/**
 * The run in the trace event format (JSON object form), which Perfetto and chrome://tracing open: one row for each task that
 * was at work at the same time as others of its resource. Times are microseconds since the start of the run.
 */
export function chromeTrace(timeline: Timeline): object {
  const events = RESOURCES.flatMap((resource, group) => {
    const lanes = inLanes(timeline.tasks.filter((task) => task.resource === resource && task.endMs > task.beganMs))
    return lanes.flatMap((tasks, lane) => {
      const tid = group * LANES_PER_RESOURCE + lane + 1
      const name = { ph: 'M', pid: 1, tid, name: 'thread_name', args: { name: `${resource} ${lane + 1}` } }
      const order = { ph: 'M', pid: 1, tid, name: 'thread_sort_index', args: { sort_index: tid } }
      return [name, order, ...tasks.map((task) => traceEvent(task, tid))]
    })
  })
  const program = { ph: 'M', pid: 1, tid: 0, name: 'process_name', args: { name: 'parallel-pip' } }
  return { traceEvents: [program, ...events], displayTimeUnit: 'ms', otherData: { startedAt: new Date(timeline.startedAtMs).toISOString() } }
}

function traceEvent(task: TimedTask, tid: number): object {
  const { kind, subject, bytes, failed } = task
  return {
    ph: 'X', pid: 1, tid, cat: kind, name: subject === undefined ? kind : `${kind} ${subject}`,
    ts: Math.round(task.beganMs * 1000), dur: Math.round((task.endMs - task.beganMs) * 1000),
    args: { waitedMs: task.beganMs - task.startMs, ...(bytes === undefined ? {} : { bytes }), ...(failed ? { failed } : {}) },
  }
}

/** Tasks in rows, so that those of a row do not overlap: each goes to the first row that is free. O(tasks · rows). */
function inLanes(tasks: readonly TimedTask[]): TimedTask[][] {
  const lanes: { endMs: number; readonly tasks: TimedTask[] }[] = []
  for (const task of [...tasks].sort((a, b) => a.beganMs - b.beganMs)) {
    let lane = lanes.find(({ endMs }) => endMs <= task.beganMs)
    if (lane === undefined) lanes.push((lane = { endMs: 0, tasks: [] }))
    lane.tasks.push(task)
    lane.endMs = task.endMs
  }
  return lanes.map((lane) => lane.tasks)
}
