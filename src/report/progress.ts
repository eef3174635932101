import type { RunEvent, TaskKind } from '../kernel/events.ts'
import { bytes, counted, duration, rate } from './format.ts'

/** How far a run is, from its events. */
export interface Progress {
  readonly onEvent: (event: RunEvent) => void
  /** One line for people; undefined when nothing is under way that takes time. */
  line(nowMs: number): string | undefined
}

interface Running {
  readonly task: TaskKind
  readonly subject: string | undefined
  readonly sinceMs: number
  readonly expectedBytes: number
  receivedBytes: number
}

/** The kinds that are told of, the one that says most first. */
const PHASES = ['commit', 'bytecode', 'download', 'build', 'stage', 'restore', 'metadata', 'page', 'resolve', 'venv'] as const
type Phase = (typeof PHASES)[number]

const TITLES: Readonly<Record<Phase, string>> = {
  commit: 'Putting in place', bytecode: 'Compiling bytecode', download: 'Downloading', build: 'Building', stage: 'Unpacking',
  restore: 'Restoring the cache', metadata: 'Resolving', page: 'Resolving', resolve: 'Resolving', venv: 'Making the environment',
}

/** Nothing is under way yet. */
export function openProgress(): Progress {
  const running = new Map<number, Running>()
  const ended: Partial<Record<TaskKind, number>> = {}
  let downloadedBytes = 0
  let firstDownloadMs: number | undefined
  const download = (nowMs: number, downloads: readonly Running[]): string[] => {
    const received = downloadedBytes + downloads.reduce((sum, one) => sum + one.receivedBytes, 0)
    const left = downloads.reduce((sum, one) => sum + Math.max(0, one.expectedBytes - one.receivedBytes), 0)
    const tookMs = nowMs - (firstDownloadMs ?? nowMs)
    const leftMs = received > 0 && tookMs > 500 ? (left / received) * tookMs : undefined
    return [`${bytes(received)} of ${bytes(received + left)}`, rate(received, tookMs), ...(leftMs === undefined ? [] : [`about ${duration(leftMs)} left`])]
  }
  return {
    onEvent: (event) => {
      const task = 'id' in event ? running.get(event.id) : undefined
      if (event.kind === 'task-started') running.set(event.id, { task: event.task, subject: event.subject, sinceMs: event.atMs, expectedBytes: event.expectedBytes ?? 0, receivedBytes: 0 })
      if (event.kind === 'task-started' && event.task === 'download') firstDownloadMs ??= event.atMs
      if (event.kind === 'task-progress' && task !== undefined) task.receivedBytes = event.bytes
      if (event.kind !== 'task-ended' || task === undefined) return
      running.delete(event.id)
      ended[task.task] = (ended[task.task] ?? 0) + 1
      if (task.task === 'download') downloadedBytes += event.bytes ?? 0
    },
    line: (nowMs) => {
      const all = [...running.values()]
      const phase = PHASES.find((kind) => all.some(({ task }) => task === kind))
      if (phase === undefined) return undefined
      const here = all.filter(({ task }) => task === phase).sort((a, b) => a.sinceMs - b.sinceMs)
      const unpacked = ended.stage === undefined ? [] : [`${counted(ended.stage, 'wheel')} unpacked`]
      const facts = phase === 'download' ? download(nowMs, here) : phase === 'page' || phase === 'metadata' ? [`${counted((ended.page ?? 0) + (ended.metadata ?? 0), 'answer')} read`] : []
      const slowest = here.find(({ subject }) => subject !== undefined)
      const waiting = slowest === undefined ? [] : [`waiting for ${slowest.subject ?? ''} (${duration(nowMs - slowest.sinceMs)})`]
      return [TITLES[phase], ...facts, ...unpacked, ...waiting].join(' · ')
    },
  }
}
