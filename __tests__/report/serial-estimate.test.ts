import { describe, expect, test } from '@jest/globals'
import type { ThreadTime } from '../../src/kernel/thread-time.ts'
import { estimateSerialMs, serialParts, type EstimateFacts } from '../../src/report/serial-estimate.ts'
import type { TimedTask, Timeline } from '../../src/report/timeline.ts'

const HERE: EstimateFacts = { effort: { main: { cpuMs: 0, queuedMs: 0 }, programsCpuMs: undefined }, threads: 2, indexIsHere: true }
const ELSEWHERE: EstimateFacts = { ...HERE, indexIsHere: false }

function task(kind: TimedTask['kind'], tookMs: number, facts: Partial<TimedTask> = {}): TimedTask {
  const resource = kind === 'page' || kind === 'download' ? 'network' : kind === 'stage' ? 'disk' : 'cpu'
  return { id: 0, kind, resource, subject: undefined, startMs: 0, beganMs: 0, endMs: tookMs, bytes: undefined, connections: 1, failed: false, ...facts }
}

function run(tasks: readonly TimedTask[], facts: Partial<Timeline> = {}): Timeline {
  return { startedAtMs: 0, durationMs: 1000, tasks, counts: new Map(), warnings: [], delays: [], answerMs: undefined, ...facts }
}

function spent(cpuMs: number, queuedMs: number | undefined): { readonly spent: ThreadTime } {
  return { spent: { cpuMs, queuedMs } }
}

describe('the processor', () => {
  test('is what the main thread and the tasks on other threads spent', () => {
    const effort = { main: { cpuMs: 300, queuedMs: 900 }, programsCpuMs: undefined }
    expect(serialParts(run([task('stage', 50, spent(50, 0)), task('hash', 20, spent(20, 0))]), { ...HERE, effort })).toMatchObject({ processorMs: 370 })
  })

  test('counts once what tasks spent on the main thread', () => {
    const effort = { main: { cpuMs: 300, queuedMs: 0 }, programsCpuMs: undefined }
    expect(serialParts(run([task('stage', 80, spent(50, 0))]), { ...HERE, effort, threads: 0 })).toMatchObject({ processorMs: 300, diskMs: 0 })
  })
})

describe('the disk', () => {
  test('is what tasks waited for beside a core', () => {
    expect(serialParts(run([task('stage', 100, spent(50, 30)), task('stage', 10, spent(11, 0))]), HERE)).toMatchObject({ diskMs: 20 })
  })

  test('is not told apart where the platform does not say how long threads wait for a core', () => {
    expect(serialParts(run([task('stage', 100, spent(50, undefined))]), HERE)).toMatchObject({ processorMs: 50, diskMs: 0 })
  })
})

describe('programs', () => {
  const programs = [task('probe', 50), task('build', 900), task('build', 1000)]

  test('take their times one after the other', () => {
    expect(serialParts(run(programs), HERE)).toMatchObject({ programsMs: 1950 })
  })

  test('that were in each other’s way take the processor time that they spent', () => {
    expect(serialParts(run(programs), { ...HERE, effort: { main: { cpuMs: 0, queuedMs: 0 }, programsCpuMs: 1200 } })).toMatchObject({ programsMs: 1200 })
  })

  test('that had several cores take the time that they had', () => {
    expect(serialParts(run(programs), { ...HERE, effort: { main: { cpuMs: 0, queuedMs: 0 }, programsCpuMs: 5000 } })).toMatchObject({ programsMs: 1950 })
  })
})

describe('the network', () => {
  const asked = { answerMs: 30 }

  test('waits for each answer as long as for the soonest, however long they took among many', () => {
    expect(serialParts(run([task('page', 200), task('page', 180)], asked), ELSEWHERE)).toMatchObject({ networkMs: 60 })
  })

  test('asks nothing for what needed no request', () => {
    expect(serialParts(run([task('page', 200, { beganMs: 200 })], asked), ELSEWHERE)).toMatchObject({ networkMs: 0 })
  })

  test('brings bytes as fast as the fastest connection did', () => {
    const downloads = [task('download', 130, { bytes: 1_000_000 }), task('download', 1030, { bytes: 1_000_000 })]
    // 10 000 bytes a millisecond: 30 + 100 ms each, of which 15 ms are for what is done with the bytes meanwhile.
    expect(serialParts(run(downloads, asked), ELSEWHERE)?.networkMs).toBeCloseTo(230)
  })

  test('has one connection for what came over several', () => {
    const parts = task('download', 130, { bytes: 4_000_000, connections: 4 })
    expect(serialParts(run([parts], asked), ELSEWHERE)?.networkMs).toBeCloseTo(30 + 400 - 60)
  })

  test('goes on while a wheel is unpacked', () => {
    const tasks = [task('download', 130, { subject: 'a 1', bytes: 1_000_000 }), task('stage', 40, { subject: 'a 1', ...spent(40, 0) })]
    expect(serialParts(run(tasks, asked), ELSEWHERE)?.networkMs).toBeCloseTo(130 - 15 - 40)
  })

  test('is never waited for less than not at all', () => {
    const tasks = [task('download', 130, { subject: 'a 1', bytes: 1_000_000 }), task('stage', 900, { subject: 'a 1', ...spent(900, 0) })]
    expect(serialParts(run(tasks, asked), ELSEWHERE)).toMatchObject({ networkMs: 0 })
  })

  test('has no line to an index on this machine', () => {
    const tasks = [task('page', 200), task('download', 300, { bytes: 10_000_000 })]
    expect(serialParts(run(tasks, asked), HERE)).toMatchObject({ networkMs: 0 })
  })
})

test('the estimate is the sum of the parts, even where the run took longer with its threads', () => {
  const timeline = run([task('probe', 50), task('stage', 100, spent(60, 10)), task('page', 10)], { durationMs: 5000 })
  expect(estimateSerialMs(timeline, { ...HERE, effort: { main: { cpuMs: 200, queuedMs: 0 }, programsCpuMs: undefined } })).toBe(200 + 60 + 30 + 50)
})

test('where threads do not tell what they spend, the times of all tasks are added up, and the time between them', () => {
  const timeline = run([task('page', 100), task('stage', 300, { beganMs: 200, endMs: 500 }), task('resolve', 900)], { durationMs: 700 })
  expect(estimateSerialMs(timeline, { ...HERE, effort: { main: undefined, programsCpuMs: undefined } })).toBe(100 + 300 + (700 - 400))
})
