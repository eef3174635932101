import type { RunEvent, TaskKind } from '../kernel/events.ts'
import { bytes, counted } from '../report/format.ts'

/** Says from time to time how far a run is, so that a quiet log does not look like a stuck one. */
export interface Heartbeat {
  readonly onEvent: (event: RunEvent) => void
  stop(): void
}

const EVERY_MS = 10_000

const DOING: Partial<Record<TaskKind, string>> = { page: 'reading index pages', metadata: 'reading metadata', download: 'downloading', build: 'building', stage: 'unpacking', bytecode: 'compiling bytecode', restore: 'restoring the cache', commit: 'putting in place' }

/** Says every `everyMs` milliseconds what is under way, so that a log without a terminal shows that it is. */
export function startHeartbeat(say: (text: string) => void, everyMs = EVERY_MS): Heartbeat {
  const running = new Map<number, { readonly kind: TaskKind; readonly subject: string | undefined }>()
  const progress = new Map<number, number>()
  let downloaded = 0
  let unpacked = 0
  const beat = (): void => {
    const moving = [...progress.values()].reduce((sum, value) => sum + value, 0)
    const now = [...new Set([...running.values()].flatMap(({ kind }) => DOING[kind] ?? []))]
    const subjects = [...running.values()].filter(({ kind }) => kind === 'build' || kind === 'download').flatMap(({ subject }) => subject ?? [])
    const shown = subjects.length === 0 ? '' : ` (${subjects.slice(0, 3).join(', ')}${subjects.length > 3 ? `, ${subjects.length - 3} more` : ''})`
    say(`still at work: ${now.length === 0 ? 'solving' : now.join(', ')}${shown}; ${counted(unpacked, 'wheel')} unpacked, ${bytes(downloaded + moving)} downloaded`)
  }
  const timer = setInterval(beat, everyMs)
  timer.unref()
  return {
    onEvent: (event) => {
      if (event.kind === 'task-started') running.set(event.id, { kind: event.task, subject: event.subject })
      if (event.kind === 'task-progress' && running.get(event.id)?.kind === 'download') progress.set(event.id, event.bytes)
      if (event.kind !== 'task-ended') return
      const task = running.get(event.id)
      running.delete(event.id)
      progress.delete(event.id)
      if (task?.kind === 'download') downloaded += event.bytes ?? 0
      if (task?.kind === 'stage') unpacked += 1
    },
    stop: () => clearInterval(timer),
  }
}
