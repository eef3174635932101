import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ThreadTime } from '../../src/kernel/thread-time.ts'
import type { Effort } from '../../src/report/facts.ts'
import { estimateSerialMs, serialParts, type EstimateFacts } from '../../src/report/serial-estimate.ts'
import type { TimedTask, Timeline } from '../../src/report/timeline.ts'

const HERE = facts({})
const ELSEWHERE: EstimateFacts = { ...HERE, indexIsHere: false }

function facts({ cpuMs = 0, queuedMs = 0, ...effort }: Partial<Effort & ThreadTime>): EstimateFacts {
  return { effort: { main: { cpuMs, queuedMs }, programsCpuMs: undefined, diskStallMs: undefined, ...effort }, indexIsHere: true }
}

function task(kind: TimedTask['kind'], tookMs: number, own: Partial<TimedTask> = {}): TimedTask {
  const resource = kind === 'page' || kind === 'download' ? 'network' : kind === 'stage' ? 'disk' : 'cpu'
  return { id: 0, kind, resource, subject: undefined, project: undefined, startMs: 0, beganMs: 0, endMs: tookMs, bytes: undefined, connections: 1, onMainThread: false, failed: false, ...own }
}

function run(tasks: readonly TimedTask[], own: Partial<Timeline> = {}): Timeline {
  return { startedAtMs: 0, durationMs: 1000, tasks, counts: new Map(), warnings: [], delays: [], answerMs: undefined, byteMs: undefined, ...own }
}

function spent(cpuMs: number, queuedMs: number | undefined): { readonly spent: ThreadTime } {
  return { spent: { cpuMs, queuedMs } }
}

describe('the processor', () => {
  test('is what the main thread and the tasks on other threads spent', () => {
    expect(serialParts(run([task('stage', 50, spent(50, 0)), task('hash', 20, spent(20, 0))]), facts({ cpuMs: 300, queuedMs: 900 }))).toMatchObject({ processorMs: 370 })
  })

  test('counts once what tasks spent on the main thread', () => {
    const tasks = [task('stage', 50, { ...spent(50, 0), onMainThread: true }), task('stage', 70, spent(70, 0))]
    expect(serialParts(run(tasks), facts({ cpuMs: 300 }))).toMatchObject({ processorMs: 370, diskMs: 0 })
  })
})

describe('the disk', () => {
  test('is what tasks waited for beside a core', () => {
    expect(serialParts(run([task('stage', 100, spent(50, 30)), task('stage', 10, spent(11, 0))]), HERE)).toMatchObject({ diskMs: 20 })
  })

  test('is waited for by no task longer than by anything on the machine', () => {
    const twoAtOnce = run([task('stage', 100, spent(40, 0)), task('stage', 100, spent(40, 0))])
    expect(serialParts(twoAtOnce, facts({ diskStallMs: 25 }))).toMatchObject({ diskMs: 50 })
    expect(serialParts(twoAtOnce, facts({ diskStallMs: 900 }))).toMatchObject({ diskMs: 120 })
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
    expect(serialParts(run(programs), facts({ programsCpuMs: 1200 }))).toMatchObject({ programsMs: 1200 })
  })

  test('that had several cores take the time that they had', () => {
    expect(serialParts(run(programs), facts({ programsCpuMs: 5000 }))).toMatchObject({ programsMs: 1950 })
  })
})

describe('the network', () => {
  const asked = { answerMs: 30, byteMs: 1e-4 }

  test('waits for each answer as long as for the soonest, however long they took among many', () => {
    expect(serialParts(run([task('page', 200), task('page', 180)], asked), ELSEWHERE)).toMatchObject({ networkMs: 60 })
  })

  test('asks nothing for what needed no request', () => {
    expect(serialParts(run([task('page', 200, { beganMs: 200 })], asked), ELSEWHERE)).toMatchObject({ networkMs: 0 })
  })

  test('brings bytes as fast as the fastest connection did, whatever each took and over how many', () => {
    const downloads = [task('download', 1130, { bytes: 1_000_000 }), task('download', 60, { bytes: 1_000_000, connections: 4 })]
    // 10 000 bytes a millisecond: 30 + 100 ms each, of which 15 ms are for what is done with the bytes meanwhile.
    expect(serialParts(run(downloads, asked), ELSEWHERE)?.networkMs).toBeCloseTo(230)
  })

  const wheels = ['a 1', 'b 1'].flatMap((subject) => [task('download', 130, { subject, bytes: 1_000_000 }), task('stage', 40, { subject, ...spent(40, 0) })])
  const readWhole = (subject: string): TimedTask => task('metadata', 5, { resource: 'network', subject, beganMs: 5 })

  test('goes on while wheels are unpacked, but the last', () => {
    expect(serialParts(run(wheels, asked), ELSEWHERE)?.networkMs).toBeCloseTo(2 * 115 - 40)
  })

  test('is waited for idly where wheels come for their metadata’s sake, before any is unpacked', () => {
    expect(serialParts(run([...wheels, readWhole('a 1'), readWhole('b 1')], asked), ELSEWHERE)?.networkMs).toBeCloseTo(2 * 115)
    expect(serialParts(run([...wheels, readWhole('a 1')], asked), ELSEWHERE)?.networkMs).toBeCloseTo(2 * 115 - 40)
  })

  test('is never waited for less than not at all', () => {
    const tasks = [...wheels, task('stage', 900, { subject: 'c 1', ...spent(900, 0) })]
    expect(serialParts(run(tasks, asked), ELSEWHERE)).toMatchObject({ networkMs: 0 })
  })

  test('has no line to an index on this machine', () => {
    const tasks = [task('page', 200), task('download', 300, { bytes: 10_000_000 })]
    expect(serialParts(run(tasks, asked), HERE)).toMatchObject({ networkMs: 0 })
  })
})

test('the estimate is the sum of the parts, even where the run took longer with its threads', () => {
  const timeline = run([task('probe', 50), task('stage', 100, spent(60, 10)), task('page', 10)], { durationMs: 5000 })
  expect(estimateSerialMs(timeline, facts({ cpuMs: 200 }))).toBe(200 + 60 + 30 + 50)
})

test('where threads do not tell what they spend, the times of all tasks are added up, and the time between them', () => {
  const timeline = run([task('page', 100), task('stage', 300, { beganMs: 200, endMs: 500 }), task('resolve', 900)], { durationMs: 700 })
  expect(estimateSerialMs(timeline, facts({ main: undefined }))).toBe(100 + 300 + (700 - 400))
})

describe('laws', () => {
  const someMs = fc.integer({ min: 0, max: 5000 })
  /** What a task did: its processor time, its waits for the disk and for a core, and where. */
  const piece = fc.record({ cpuMs: someMs, diskMs: someMs, queuedMs: someMs, onMainThread: fc.boolean() })
  type Piece = typeof piece extends fc.Arbitrary<infer T> ? T : never
  const download = fc.record({ tookMs: fc.integer({ min: 40, max: 5000 }), bytes: fc.integer({ min: 1, max: 50_000_000 }) })
  const world = fc.record({ pieces: fc.array(piece), downloads: fc.array(download), pages: fc.nat(20), programs: fc.array(someMs), mainMs: someMs, here: fc.boolean() })
  type World = typeof world extends fc.Arbitrary<infer T> ? T : never

  const stageOf = ({ cpuMs, diskMs, queuedMs, onMainThread }: Piece, index: number): TimedTask =>
    task('stage', cpuMs + diskMs + queuedMs, { id: index, subject: `p${index} 1`, onMainThread, ...spent(cpuMs, queuedMs) })

  function estimate({ pieces, downloads, pages, programs, mainMs, here }: World, queuedMs = 0): number {
    const tasks = [
      ...pieces.map(stageOf),
      ...downloads.map(({ tookMs, bytes }, index) => task('download', tookMs, { subject: `p${index} 1`, bytes })),
      ...Array.from({ length: pages }, () => task('page', 35)),
      ...programs.map((ms) => task('build', ms)),
    ]
    const inline = pieces.filter(({ onMainThread }) => onMainThread).reduce((total, { cpuMs }) => total + cpuMs, 0)
    return estimateSerialMs(run(tasks, { answerMs: 30, byteMs: 1e-4 }), { ...facts({ cpuMs: mainMs + inline, queuedMs }), indexIsHere: here })
  }

  test('waiting for a core changes nothing, of the main thread or of tasks', () => {
    fc.assert(fc.property(world, fc.array(someMs), someMs, (a, waits, queuedMs) => {
      const busier = { ...a, pieces: a.pieces.map((one, index) => ({ ...one, queuedMs: one.queuedMs + (waits[index] ?? 0) })) }
      expect(estimate(busier, queuedMs)).toBeCloseTo(estimate(a), 3)
    }))
  })

  test('it does not matter on which thread a task ran', () => {
    fc.assert(fc.property(world, (a) => {
      const moved = { ...a, pieces: a.pieces.map((one) => ({ ...one, onMainThread: !one.onMainThread })) }
      expect(estimate(moved)).toBeCloseTo(estimate(a), 3)
    }))
  })

  test('more work never takes less: another task, program or page, more processor time or waiting for the disk', () => {
    fc.assert(fc.property(world, piece, someMs, fc.nat(5), (a, more, ms, pages) => {
      const least = estimate(a) - 1e-3
      expect(estimate({ ...a, pieces: [...a.pieces, more] })).toBeGreaterThanOrEqual(least)
      expect(estimate({ ...a, pieces: a.pieces.map((one) => ({ ...one, cpuMs: one.cpuMs + more.cpuMs, diskMs: one.diskMs + more.diskMs })) })).toBeGreaterThanOrEqual(least)
      expect(estimate({ ...a, programs: [...a.programs, ms], pages: a.pages + pages, mainMs: a.mainMs + more.cpuMs })).toBeGreaterThanOrEqual(least)
    }))
  })

  test('it is no less than the main thread’s work with what any one task or program took beside it', () => {
    fc.assert(fc.property(world, (a) => {
      const beside = [...a.pieces.filter(({ onMainThread }) => !onMainThread).map(({ cpuMs, diskMs }) => cpuMs + diskMs), ...a.programs]
      expect(estimate(a)).toBeGreaterThanOrEqual(a.mainMs + Math.max(0, ...beside) - 1e-3)
    }))
  })

  test('a run in which one thing followed the other took what is estimated', () => {
    fc.assert(fc.property(fc.array(piece), fc.array(someMs), fc.nat(20), someMs, (pieces, programs, pages, mainMs) => {
      const alone = pieces.map((one) => ({ ...one, queuedMs: 0, onMainThread: true }))
      const tookMs = [mainMs, pages * 30, ...programs, ...alone.map(({ cpuMs, diskMs }) => cpuMs + diskMs)].reduce((total, ms) => total + ms, 0)
      expect(estimate({ pieces: alone, programs, pages, mainMs, downloads: [], here: false })).toBeCloseTo(tookMs, 3)
    }))
  })
})
