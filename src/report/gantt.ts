import type { RunReport } from './run-report.ts'
import type { TimedTask } from './timeline.ts'

const PACKAGES = 15
const SHOWN: Partial<Record<TimedTask['kind'], { readonly label: string; readonly tag: string }>> = {
  metadata: { label: 'metadata', tag: '' },
  download: { label: 'download', tag: 'active, ' },
  hash: { label: 'verify', tag: '' },
  build: { label: 'build', tag: 'crit, ' },
  stage: { label: 'unpack', tag: 'done, ' },
}

/** The dearest packages as a Mermaid Gantt chart, in the order in which they were done. Empty when there is nothing to draw. */
export function ganttText({ packages, timeline }: RunReport): string {
  const rows = packages.filter(({ workMs }) => workMs > 0).slice(0, PACKAGES).sort((a, b) => a.doneMs - b.doneMs)
  if (rows.length === 0) return ''
  const byProject = Map.groupBy(timeline.tasks.filter(({ kind }) => SHOWN[kind] !== undefined), ({ project }) => project)
  const sections = rows.map(({ name, version }) => {
    const tasks = (byProject.get(name) ?? []).filter((task) => (task.subject === name || task.subject === `${name} ${version}`) && task.endMs - task.beganMs >= 0.5)
    return [`section ${plain(name)}`, ...tasks.map(bar)]
  })
  return ['gantt', 'dateFormat x', `axisFormat ${timeline.durationMs < 60_000 ? '%S.%L s' : '%M:%S'}`, 'todayMarker off', ...sections.flat()].join('\n')
}

function bar(task: TimedTask): string {
  const { label, tag } = SHOWN[task.kind] ?? { label: task.kind, tag: '' }
  const startMs = Math.round(task.beganMs)
  return `${label} :${tag}${startMs}, ${Math.max(startMs + 1, Math.round(task.endMs))}`
}

/** Project names are letters, digits, `-`, `_` and `.`; anything else could end a line or start a directive. */
function plain(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]/g, '_')
}
