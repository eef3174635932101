import { expect, test } from '@jest/globals'
import { systemClock } from '../../src/kernel/clock.ts'
import { EventBus, type TaskStarted } from '../../src/kernel/events.ts'
import { openProgress } from '../../src/report/progress.ts'
import { openProgressLine } from '../../src/shell/progress-line.ts'

/** A terminal that remembers what was written to it. */
function terminal(isTTY: boolean): { readonly stream: NodeJS.WritableStream & { isTTY: boolean; columns: number }; readonly text: () => string } {
  const written: string[] = []
  const stream = { isTTY, columns: 60, write: (text: string) => written.push(text) > 0 } as unknown as NodeJS.WritableStream & { isTTY: boolean; columns: number }
  return { stream, text: () => written.join('') }
}

const quiet = { asked: 'auto', verbosity: 0, terminal: 'xterm', mask: (text: string) => text.replaceAll('secret', '****') } as const

test('tells bytes, rate, time left, what is unpacked, and what has been waited for longest', () => {
  const progress = openProgress()
  const start = (facts: Omit<TaskStarted, 'kind' | 'resource'>): void => progress.onEvent({ kind: 'task-started', resource: 'network', ...facts })
  expect(progress.line(0)).toBeUndefined()
  start({ id: 1, task: 'download', subject: 'torch 2.1', atMs: 1000, expectedBytes: 60_000_000 })
  start({ id: 2, task: 'download', subject: 'six 1.16', atMs: 1500, expectedBytes: 20_000_000 })
  start({ id: 3, task: 'stage', subject: 'idna 3.1', atMs: 1500 })
  progress.onEvent({ kind: 'task-ended', id: 3, atMs: 1600 })
  progress.onEvent({ kind: 'task-progress', id: 1, bytes: 30_000_000 })
  progress.onEvent({ kind: 'task-ended', id: 2, atMs: 2900, bytes: 20_000_000 })
  expect(progress.line(3000)).toBe('Downloading · 50 MB of 80 MB · 25 MB/s · about 1.2 s left · 1 wheel unpacked · waiting for torch 2.1 (2.0 s)')
  progress.onEvent({ kind: 'task-ended', id: 1, atMs: 3100, bytes: 60_000_000 })
  expect(progress.line(3200)).toBeUndefined()
})

test('the line makes room for what is printed, is masked and cut to the width, and goes at the end', async () => {
  const { stream, text } = terminal(true)
  const events = new EventBus(systemClock)
  const line = openProgressLine({ ...quiet, stream, nowMs: () => systemClock.nowMs() })
  events.listen(line.onEvent)
  const task = events.start({ task: 'download', resource: 'network', subject: `secret ${'x'.repeat(100)}` })
  while (!text().includes('Downloading')) await systemClock.sleep(20, AbortSignal.timeout(60_000))
  line.above(stream).write('a warning\n')
  line.close()
  task.end()
  expect(text()).toContain('\r\u001b[Ka warning\n')
  expect(text()).not.toContain('secret')
  for (const drawn of text().split(/\r\u001b\[K|\n/)) expect(drawn.length).toBeLessThan(60)
})

test.each([
  ['piped', terminal(false), {}],
  ['turned off', terminal(true), { asked: 'off' as const }],
  ['quieted', terminal(true), { verbosity: -1 }],
  ['on a terminal that cannot redraw', terminal(true), { terminal: 'dumb' }],
])('nothing is drawn when %s', (_, { stream, text }, changes) => {
  const line = openProgressLine({ ...quiet, stream, nowMs: () => 0, ...changes })
  line.onEvent({ kind: 'task-started', id: 1, task: 'download', resource: 'network', subject: 'a 1', atMs: 0 })
  line.above(stream).write('text\n')
  line.close()
  expect(text()).toBe('text\n')
})
