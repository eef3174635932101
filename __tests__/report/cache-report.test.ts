import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import Ajv from 'ajv'
import { cacheBlock, cacheClause } from '../../src/report/cache-block.ts'
import { consoleSummary } from '../../src/report/console.ts'
import { chromeTrace } from '../../src/report/chrome-trace.ts'
import type { CacheFact } from '../../src/report/facts.ts'
import { ganttText } from '../../src/report/gantt.ts'
import { summaryMarkdown } from '../../src/report/summary.ts'
import { timingsJson } from '../../src/report/timings-json.ts'
import type { CountName } from '../../src/kernel/events.ts'
import { ARun, twoPackages } from './a-run.ts'

const fact: CacheFact = {
  outcome: 'exact', line: 'restored 60 MB that were saved for the same inputs', key: 'parallel-pip/v1/a/b', matchedKey: 'parallel-pip/v1/a/b', facts: [{ name: 'python', value: 'cp313', missed: false }],
  hit: true, reusedWheels: 2, reusedBytes: 60_000_000, builtWheels: 0, brought: new Set(['a', 'b', 'c']), foreign: 0, savedAtRate: 10_000, notes: [], restoredWheels: 2, restoredBytes: 60_000_000, transferMs: 1000, hiddenMs: 600,
}

/** A warm run: 1.5 s, of which the restore took the first; the interpreter was asked in its first 0.2 s. */
function warm(): ARun {
  return new ARun().task('restore', undefined, { start: 0, began: 0, end: 1000 }).task('probe', undefined, { start: 0, end: 200 }).task('stage', 'big 2.0', { start: 1000, end: 1500 }).package('big', '2.0', { source: 'store' })
}

describe('the verdict on the cache', () => {
  test('what downloading would have taken, against the time in which nothing else was done', () => {
    const report = warm().report({ cache: fact })
    expect(report.cacheVerdict).toMatchObject({ savedMs: 6000, costMs: 800, restoreRate: 60_000, networkRate: 10_000, rateFrom: 'the run that saved the entry' })
    expect(cacheClause(report)).toBe('cache saved 6.0 s, cost 800 ms')
    expect(summaryMarkdown(report, { title: 'x' })).toMatch(/^\*\*1 package in 1\.5 s\*\*; .*; cache saved 6\.0 s, cost 800 ms\.$/m)
    const block = cacheBlock(report)
    expect(block).toContain('- Balance: +5.2 s.')
    expect(block).toContain('- Restoring ran at 60 MB/s, downloading at 10 MB/s (seen in the run that saved the entry).')
    expect(block).toContain('600 ms of it hidden behind the steps before this one; this run did nothing but wait for it during 800 ms.')
    const early = twoPackages().report({ cache: { ...fact, hiddenMs: fact.transferMs } })
    expect(cacheBlock(early)).toContain(', all of it hidden behind the steps before this one; this run did not wait for it.')
  })
  test('the rate of this run counts more; a loss is said as one', () => {
    const report = warm().task('download', 'big 2.0', { start: 1000, began: 1000, end: 1100, bytes: 10_000_000 }).event({ kind: 'counted', what: 'bytes-downloaded', amount: 10_000_000 }).report({ cache: fact })
    expect(report.cacheVerdict).toMatchObject({ savedMs: 600, rateFrom: 'this run' })
    expect(cacheBlock(report)).toContain('- Balance: −200 ms.')
  })
  test('without a rate nothing is made up', () => {
    const report = warm().report({ cache: { ...fact, savedAtRate: undefined } })
    expect(report.cacheVerdict).toMatchObject({ savedMs: undefined, networkRate: undefined })
    expect(cacheClause(report)).toBe('2 wheels from the cache, which cost 800 ms')
    expect(cacheBlock(report)).toContain('How much it saved is not known')
  })
  test('a miss, a mended entry, a foreign one, wheels built elsewhere, missed facts', () => {
    const nothing = { ...fact, reusedWheels: 0, reusedBytes: 0, restoredBytes: 0 }
    expect(cacheClause(new ARun().task('probe', undefined, { start: 0, end: 9 }).report({ cache: { ...nothing, outcome: 'miss', transferMs: 0 } }))).toBe('nothing from the cache')
    const counted = (what: CountName, subject: string) => ({ kind: 'counted', what, amount: 1, subject }) as const
    const odd = warm().event(counted('store-healed', 'a')).event(counted('metadata-refused', 'b')).event(counted('metadata-refused', 'c'))
    const block = cacheBlock(odd.report({ cache: { ...fact, builtWheels: 1, foreign: 1, matchedKey: 'parallel-pip/v1/a/c', facts: [{ name: 'inputs', value: 'b', missed: true }], notes: ['a <note>'] } }))
    expect(block).toContain('- 1 file of it did not have the content its name promises, and was fetched or built again.')
    expect(block).toContain('- 3 files of it were not believed, and not used.')
    expect(block).toContain('- 1 wheel in it was built from source in an earlier run; no index vouches for it')
    expect(block).toContain('| inputs | `b` | other in the entry found |')
    expect(block).toContain('Found: `parallel-pip/v1/a/c`')
    expect(block).toContain('- a &lt;note&gt;')
  })
  test('what was damaged or refused without having come with the entry is not laid on it', () => {
    const kept = warm().event({ kind: 'counted', what: 'store-healed', amount: 1, subject: 'elsewhere' }).event({ kind: 'counted', what: 'metadata-refused', amount: 1, subject: 'elsewhere' }).report({ cache: fact })
    expect(cacheBlock(kept)).not.toMatch(/promise|believed/)
    expect(consoleSummary(kept).join('\n')).toContain('1 damaged wheel replaced')
  })
  test('of a look-up without an entry no transfer is told, and wheels of an earlier step are not the cache’s', () => {
    const miss: CacheFact = { ...fact, outcome: 'miss', line: 'no entry yet', reusedWheels: 0, reusedBytes: 0, restoredWheels: 0, restoredBytes: 0, savedAtRate: undefined }
    delete (miss as { matchedKey?: string }).matchedKey
    const block = cacheBlock(warm().report({ cache: miss }))
    expect(block).toContain('- No entry yet.\n- 1 wheel was in this job\'s store before, from an earlier step.\n- Looking for an entry took 1.0 s, 600 ms of it hidden')
    expect(block).not.toMatch(/came from it|The transfer/)
    expect(cacheClause(warm().report({ cache: miss }))).toBe('wheels of an earlier step of this job')
  })
})

test('the timings file tells of the cache as its schema says', () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'timings.schema.json'), 'utf8')) as object
  const isTimings = new Ajv({ allErrors: true }).compile(schema)
  const timings = timingsJson(warm().report({ cache: fact })) as { cache: object }
  expect([isTimings(timings), isTimings.errors]).toEqual([true, null])
  expect(timings.cache).toEqual({ outcome: 'exact', key: fact.key, matchedKey: fact.key, hit: true, reusedWheels: 2, reusedBytes: 60_000_000, restoredWheels: 2, restoredBytes: 60_000_000, transferMs: 1000, hiddenMs: 600, costMs: 800, savedMs: 6000 })
})

test('the chart has the dearest packages, in the order in which they were done', () => {
  expect(ganttText(twoPackages().report()).split('\n')).toEqual([
    'gantt', 'dateFormat x', 'axisFormat %S.%L s', 'todayMarker off',
    'section small', 'metadata :180, 230', 'download :active, 900, 1000', 'unpack :done, 1000, 1010',
    'section big', 'metadata :160, 360', 'download :active, 400, 1400', 'unpack :done, 1450, 1850',
  ])
  const many = new ARun()
  for (let at = 0; at < 40; at += 1) many.task('stage', `p${at} 1`, { start: at, end: at + 10 + at }).package(`p${at}`, '1')
  expect(ganttText(many.report()).match(/^section/gm)).toHaveLength(15)
  expect(ganttText(new ARun().report({}, 10))).toBe('')
})

test('the trace: every task that was at work, in rows without overlaps', () => {
  const { traceEvents } = chromeTrace(twoPackages().timeline()) as { traceEvents: { ph: string; tid: number; ts: number; dur: number; name: string; args: object }[] }
  const spans = traceEvents.filter(({ ph }) => ph === 'X')
  expect(spans.map(({ name }) => name).sort()).toEqual(['commit', 'configure', 'download big 2.0', 'download small 1.0', 'metadata big 2.0', 'metadata small 1.0', 'page big', 'page small', 'plan', 'probe', 'resolve', 'stage big 2.0', 'stage small 1.0'])
  expect(spans.find(({ name }) => name === 'download small 1.0')).toMatchObject({ ts: 900_000, dur: 100_000, args: { waitedMs: 500, bytes: 50_000 } })
  for (const a of spans) for (const b of spans) if (a !== b && a.tid === b.tid) expect(a.ts + a.dur <= b.ts || b.ts + b.dur <= a.ts).toBe(true)
})

/** What Mermaid's grammar of a Gantt chart takes of what we write: a keyword a line, sections of plain text, tasks with times in milliseconds. */
function isGantt(text: string): boolean {
  const [head, ...lines] = text.split('\n')
  const statement = /^(dateFormat x|axisFormat [^#;:]*[^#;]*|todayMarker off|section [^#:;\n]+|[a-z]+ :((active|done|crit|milestone), )*\d+, \d+)$/
  return head === 'gantt' && lines.every((line) => statement.test(line) && !line.includes('%%'))
}

test('the chart is one that Mermaid takes, whatever packages are called', () => {
  expect(isGantt(ganttText(twoPackages().report()))).toBe(true)
  for (const name of ['a#b', 'x;y', 'p:q', 'end', '%%{init:{}}%%', 'new\nline', 'section', '"quoted"', '<b>', 'ü']) {
    const run = new ARun().package(name, '1.0').task('download', `${name} 1.0`, { start: 0, began: 1, end: 90, bytes: 10 })
    expect(isGantt(ganttText(run.report()))).toBe(true)
  }
  expect(isGantt('gantt\nsection a:b\nx :y')).toBe(false)
})
