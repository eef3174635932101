import { describe, expect, test } from '@jest/globals'
import { systemClock } from '../../src/kernel/clock.ts'
import { EventBus } from '../../src/kernel/events.ts'
import { criticalPath } from '../../src/report/critical-path.ts'
import { coveredMs, density, mostAtOnce, union } from '../../src/report/intervals.ts'
import { packageRows, slowReason } from '../../src/report/packages.ts'
import { phasesOf } from '../../src/report/phases.ts'
import { openRecorder } from '../../src/report/recorder.ts'
import { buildTimeline, busyMs } from '../../src/report/timeline.ts'
import { ARun, twoPackages } from './a-run.ts'

describe('intervals', () => {
  const some = [{ startMs: 0, endMs: 10 }, { startMs: 5, endMs: 20 }, { startMs: 30, endMs: 40 }, { startMs: 40, endMs: 45 }]
  test('union and covered time', () => {
    expect(union(some)).toEqual([{ startMs: 0, endMs: 20 }, { startMs: 30, endMs: 45 }])
    expect(coveredMs(some)).toBe(35)
    expect(coveredMs([])).toBe(0)
  })
  test('at once: one that ends when another starts is not beside it', () => {
    expect(mostAtOnce(some)).toBe(2)
    expect(mostAtOnce([{ startMs: 0, endMs: 5 }, { startMs: 5, endMs: 9 }])).toBe(1)
  })
  test('density over equal parts', () => {
    expect(density(some, 50, 5)).toEqual([1.5, 1, 0, 1, 0.5])
    expect(density(some, 0, 3)).toEqual([0, 0, 0])
  })
})

describe('timeline', () => {
  test('waiting is told from working; a network task that never began needed no network', () => {
    const { tasks } = new ARun()
      .task('download', 'a 1', { start: 0, began: 30, end: 100 })
      .task('metadata', 'b 1', { start: 10, end: 90 })
      .task('stage', 'a 1', { start: 100, end: 120 })
      .timeline()
    expect(tasks.map((task) => [task.kind, busyMs(task)])).toEqual([['download', 70], ['metadata', 0], ['stage', 20]])
  })
  test('a task without an end ended with the run, as failed; times outside the run are cut off', () => {
    const [cut, open] = new ARun().task('probe', undefined, { start: -50, end: 10 }).task('download', 'a 1', { start: 5, began: 6 }).timeline(200).tasks
    expect(cut).toMatchObject({ startMs: 0, endMs: 10, failed: false })
    expect(open).toMatchObject({ startMs: 5, beganMs: 6, endMs: 200, failed: true })
  })
  test('the recorder keeps the last progress of a task, which is its size when the end tells none', () => {
    const bus = new EventBus(systemClock)
    const recorder = openRecorder()
    bus.listen(recorder.onEvent)
    const task = bus.start({ task: 'page', resource: 'network', subject: 'a' })
    for (let bytes = 0; bytes <= 5000; bytes += 1) task.progress(bytes)
    task.end()
    expect(recorder.events()).toHaveLength(3)
    const { tasks } = buildTimeline(recorder.events(), { startMs: systemClock.nowMs() - 1000, endMs: systemClock.nowMs() })
    expect(tasks[0]?.bytes).toBe(5000)
  })
  test('counts are added up, in all and by subject', () => {
    const { counts } = twoPackages().timeline()
    expect(counts.get('bytes-downloaded')).toEqual({ total: 10_050_000, bySubject: new Map([['big', 10_000_000], ['small', 50_000]]) })
  })
})

test('phases: time taken is covered time, work is added up, the frame of resolve is no work', () => {
  const phases = phasesOf(twoPackages().timeline())
  expect(phases.map(({ phase, tookMs, workMs, tasks, atOnce }) => [phase, tookMs, workMs, tasks, atOnce])).toEqual([
    ['prepare', 60, 60, 2, 1],
    ['resolve', 340, 450, 4, 2],
    ['download', 1000, 1100, 2, 2],
    ['unpack', 410, 410, 2, 1],
    ['install', 40, 40, 2, 1],
  ])
})

test('package rows: work by kind, waiting, the reason of slowness; what was kept has no row', () => {
  const run = twoPackages().package('old', '0.1', { change: 'kept', source: undefined })
  const [big, small, ...others] = packageRows(run.timeline(), run.packages)
  expect(others).toEqual([])
  expect(big).toMatchObject({ name: 'big', metadataMs: 300, downloadMs: 1000, unpackMs: 400, workMs: 1700, waitMs: 90, doneMs: 1850, downloadBytes: 10_000_000 })
  expect(small).toMatchObject({ name: 'small', metadataMs: 150, downloadMs: 100, unpackMs: 10, workMs: 260, waitMs: 690 })
  expect(big && slowReason(big)).toBe('download of 10 MB at 10 MB/s')
  expect(small && slowReason(small)).toBe('index page and metadata')
})

describe('critical path', () => {
  test('follows what each step waited for, backwards from the end', () => {
    const path = criticalPath(twoPackages().timeline())
    expect(path.map(({ kind, subject, waitedMs }) => [kind, subject, waitedMs])).toEqual([
      ['probe', undefined, 0],
      ['configure', undefined, 0],
      ['page', 'big', 0],
      ['metadata', 'big 2.0', 0],
      ['resolve', undefined, 0],
      ['download', 'big 2.0', 0],
      ['stage', 'big 2.0', 50],
      ['plan', undefined, 10],
      ['commit', undefined, 0],
    ])
    expect(path.find(({ kind }) => kind === 'resolve')).toMatchObject({ startMs: 360, endMs: 400 })
  })
  test('steps and waits make up the whole run', () => {
    const timeline = twoPackages().timeline()
    const steps = criticalPath(timeline)
    expect(steps.reduce((sum, { startMs, endMs, waitedMs }) => sum + endMs - startMs + waitedMs, 0)).toBe(timeline.durationMs)
  })
  test('nothing happened: no path', () => {
    expect(criticalPath(new ARun().timeline(10))).toEqual([])
  })
})

describe('how long an answer, and a byte, took', () => {
  const answered = (...answers: readonly (readonly [waitMs: number, idleMs: number])[]): number | undefined =>
    answers.reduce((run, [waitMs, idleMs]) => run.event({ kind: 'answered', waitMs, idleMs }), new ARun()).timeline(100).answerMs

  test('is what the soonest one took', () => expect(answered([30, 25], [22, 21], [90, 80])).toBe(22))

  test('is no more than a busy thread ever waited with nothing else to do', () => expect(answered([80, 0], [62, 28], [90, 5])).toBe(28))

  test('a byte takes what it took over the fastest connection, where the thread was busy somewhat less, the fewer tell; small answers do not', () => {
    const received = (...bodies: readonly (readonly [bytes: number, waitMs: number, idleMs: number])[]): number | undefined =>
      bodies.reduce((run, [bytes, waitMs, idleMs]) => run.event({ kind: 'received', bytes, waitMs, idleMs }), new ARun()).timeline(100).byteMs
    expect(received([1_000_000, 100, 95], [2_000_000, 400, 390], [255_000, 1, 1])).toBeCloseTo(1e-4, 9)
    expect(received([1_000_000, 200, 80])).toBeCloseTo(14e-5, 9)
    expect(received([1_000_000, 300, 20], [1_000_000, 200, 80])).toBeCloseTo(16e-5, 9)
    expect(received([255_000, 1, 1])).toBeUndefined()
    const afterAnswers = new ARun().event({ kind: 'answered', waitMs: 30, idleMs: 30 }).event({ kind: 'received', bytes: 1_000_000, waitMs: 130, idleMs: 130 })
    expect(afterAnswers.timeline(100).byteMs).toBeCloseTo(1e-4, 9)
  })

  test('is not known where nothing was asked', () => expect(answered()).toBeUndefined())
})
