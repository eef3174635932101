import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import Ajv from 'ajv'
import { consoleDetails, consoleSummary } from '../../src/report/console.ts'
import { bytes, counted, duration, factor, rate, sparkline } from '../../src/report/format.ts'
import { code, folded, literal, table } from '../../src/report/markdown.ts'
import type { BaseChanges } from '../../src/report/changes.ts'
import { summaryMarkdown } from '../../src/report/summary.ts'
import { timingsJson } from '../../src/report/timings-json.ts'
import { verdictSentence } from '../../src/report/verdict.ts'
import { ARun, twoPackages } from './a-run.ts'

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'timings.schema.json'), 'utf8')) as object
const ajv = new Ajv({ allErrors: true })
const isTimings = ajv.compile(schema)

test('durations, sizes and counts for people', () => {
  expect([0, 420, 999, 1000, 9_840, 99_900, 99_990, 161_000, -4200].map(duration)).toEqual(['0 ms', '420 ms', '999 ms', '1.0 s', '9.8 s', '99.9 s', '1 m 40 s', '2 m 41 s', '−4.2 s'])
  expect([0, 999, 1000, 9_940, 31_249_000, 999_400_000, 1_240_000_000].map(bytes)).toEqual(['0 B', '999 B', '1.0 kB', '9.9 kB', '31 MB', '999 MB', '1.24 GB'])
  expect([rate(10_000_000, 1000), rate(5, 0)]).toEqual(['10 MB/s', '–'])
  expect([counted(1, 'package'), counted(0, 'package'), counted(2, 'entry', 'entries')]).toEqual(['1 package', '0 packages', '2 entries'])
  expect([factor(2.44), factor(12.3)]).toEqual(['2.4×', '12×'])
  expect(sparkline([0, 1, 4, 8])).toBe(' ▂▅█')
})

test('markdown: text stands for itself, code keeps its backticks, tables keep their columns', () => {
  expect(literal('a|b <img> *x* @someone\nnext `y`')).toBe('a\\|b &lt;img&gt; \\*x\\* @\u200bsomeone next \\`y\\`')
  expect([code('x'), code('a`b|c'), code('`')]).toEqual(['`x`', '``a`b\\|c``', '`` ` ``'])
  expect(table([['a', 'left'], ['b', 'right']], [['1', '2']])).toBe('| a | b |\n| :--- | ---: |\n| 1 | 2 |')
  expect([table([['a', 'left']], []), folded('t', '')]).toEqual(['', ''])
})

test('the verdict is one sentence, and says how serial mode is known', () => {
  const serial = { kind: 'measured', ms: 5700, by: 'serial' } as const
  expect(verdictSentence(twoPackages().report({ serial }))).toBe('**2 packages in 1.9 s**; serial mode 5.7 s (measured), 3.0× as long.')
  expect(verdictSentence(twoPackages().report({ serial: { ...serial, by: 'pip' } }))).toContain('; pip 5.7 s (measured)')
  expect(verdictSentence(twoPackages().report())).toMatch(/^\*\*2 packages in 1\.9 s\*\*; serial mode [\d.]+ s \(estimated\), [\d.]+× as long\.$/)
  expect(verdictSentence(twoPackages().report({ limits: { network: 1, threads: 0, cores: 2 } }))).toBe('**2 packages in 1.9 s**.')
  expect(verdictSentence(new ARun().package('a', '1', { change: 'kept', source: undefined }).report({ outcome: 'nothing-to-do' }, 240))).toBe('**Nothing to do**: 1 package already there, checked in 240 ms.')
  expect(verdictSentence(twoPackages().report({ outcome: 'dry-run' }))).toBe('**2 packages would be installed**, resolved in 1.9 s; dry run, nothing was changed.')
  expect(verdictSentence(new ARun().report({ outcome: 'failed', failure: { code: 'hash-mismatch', message: 'x' } }, 100))).toBe('**Failed after 100 ms** (hash-mismatch); the environment is unchanged.')
})

test('the summary has a heading, phases, the slowest packages with their reasons, and the rest folded away', () => {
  const text = summaryMarkdown(twoPackages().report(), { title: 'Python packages' })
  expect(text.split('\n\n').map((block) => block.split('\n')[0])).toEqual([
    '### Python packages', expect.stringContaining('**2 packages in 1.9 s**'), '| Phase | Took | Work | Tasks | At once | Bytes |', '| Slowest packages | Work | Mostly |',
    '<details>', '```mermaid', '</details>',
    '<details>', 'The chain of tasks that the end of the run waited for (steps under 1 % left out):', '| Step | Work | Waited before |', expect.stringContaining('Tasks at work over the 1.9 s'), '```text', '</details>',
    '<details>', '| Package | Version | Change | Wheel from | Size | Download | Unpack | Waited |', '</details>',
    '<details>', expect.stringContaining('- **Took**'), '</details>',
  ])
  expect(text).toContain('| Download | 1.0 s | 1.1 s | 2 | 2 | 10 MB |')
  expect(text).toContain('| `big 2.0` | 1.7 s | download of 10 MB at 10 MB/s |')
  expect(text).toMatch(/- \*\*Serial mode\*\* is \*estimated\*: .* may be off by \d+ %\./)
})

test('what changed against the base branch stands before what is folded away', () => {
  const changesIn = (changes: BaseChanges['changes']): string => summaryMarkdown(twoPackages().report(), { title: 'x', changes: { base: 'main', changes } })
  expect(changesIn(undefined)).toContain('\n\nWhat changed against main: no history yet.\n\n')
  expect(changesIn([])).toContain('\n\nNothing changed in the environment against main.\n\n')
  const changed = changesIn([{ name: 'lib', before: '1.0', after: '2.0' }, { name: 'new', before: undefined, after: '1.0' }, { name: 'old', before: '3.0', after: undefined }])
  expect(changed).toContain('Against main, 3 packages changed')
  expect(changed).toContain('| `lib` | 1.0 | 2.0 |\n| `new` | – | 1.0 |\n| `old` | 3.0 | gone |')
})

test('a failure shows all that is said of it, and claims of the environment only what is certain', () => {
  const shown = (code: string, text: string): string => summaryMarkdown(new ARun().report({ outcome: 'failed', failure: { code, message: 'short', text } }, 100), { title: 'x' })
  expect(shown('no-candidate', 'error[no-candidate]: short\n  --> a.txt:1:1\nhint: do this')).toContain('; the environment is unchanged.\n\n```text\nerror[no-candidate]: short\n  --> a.txt:1:1\nhint: do this\n```')
  expect(shown('install-failed', 'x')).toContain('(install-failed).\n')
  expect(shown('no-candidate', 'x'.repeat(50_000)).length).toBeLessThan(25_000)
})
test('a factor is told of what is faster than serial mode alone', () => {
  const told = (ms: number): boolean => summaryMarkdown(twoPackages().report({ serial: { kind: 'measured', ms, by: 'pip' } }), { title: 'x' }).includes('× is the time of pip over that of this run.')
  expect([told(19_000), told(1000)]).toEqual([true, false])
})
test('a failure shows its message whole, and cannot leave its block', () => {
  const failure = { code: 'no-candidate', message: 'first line\n```\nlast line' }
  const text = summaryMarkdown(new ARun().report({ outcome: 'failed', failure }, 100), { title: 'x' })
  expect(text).toContain("```text\nfirst line\n'''\nlast line\n```")
})

test('a thousand packages fit the size limit, with a word on what was left out', () => {
  const run = new ARun()
  for (let at = 0; at < 1000; at += 1) {
    const name = `a-package-with-a-long-name-${at}`
    run.task('download', `${name} 10.20.30`, { start: at, began: at, end: at + 50, bytes: 1_000_000 }).package(name, '10.20.30')
  }
  const whole = summaryMarkdown(run.report(), { title: 'x' })
  expect(Buffer.byteLength(whole)).toBeLessThan(1 << 20)
  expect(whole).toContain('a-package-with-a-long-name-999')
  const cut = summaryMarkdown(run.report(), { title: 'x', limitBytes: 40_000 })
  expect(Buffer.byteLength(cut)).toBeLessThan(40_000)
  expect(Buffer.byteLength(cut)).toBeGreaterThan(20_000)
  expect(cut).toMatch(/… and \d+ more/)
  expect(Buffer.byteLength(summaryMarkdown(run.report(), { title: 'x', limitBytes: 1500 }))).toBeLessThan(1500)
})

test('closing lines of the command line', () => {
  const report = twoPackages().report({ serial: { kind: 'measured', ms: 5700, by: 'serial' } })
  expect(consoleSummary(report)).toEqual(['  serial mode: 5.7 s (measured), 3.0× as long', '  2 wheels downloaded (10 MB, 10 MB/s), 1 request tried again (the network cost 400 ms)'])
  expect(consoleDetails(report)).toContain('  Download                1.0 s  (2 tasks, 1.1 s of work, up to 2 at once)')
  expect(consoleDetails(report).at(-2)).toBe('  big 2.0                             1.7 s  download of 10 MB at 10 MB/s')
})

test.each([
  ['an installation', twoPackages().report()],
  ['what was spent', twoPackages().event({ kind: 'answered', waitMs: 12.34, idleMs: 3 }).event({ kind: 'received', bytes: 1e6, waitMs: 12.34, idleMs: 3 }).report({ effort: { main: { cpuMs: 100, queuedMs: 5 }, programsCpuMs: 40, diskStallMs: 1.5 }, indexIsHere: true })],
  ['measured serial mode', twoPackages().report({ serial: { kind: 'measured', ms: 1, by: 'pip', measuredAtMs: 0, commit: 'abc' } })],
  ['a failure before anything was known', new ARun().task('download', 'a 1', { start: 0 }).report({ outcome: 'failed', failure: { code: 'bug', message: 'x' }, python: undefined, limits: undefined }, 5)],
  ['nothing to do', new ARun().package('a', '1', { change: 'kept', source: undefined }).report({ outcome: 'nothing-to-do' }, 10)],
])('timings fit the published schema: %s', (_, report) => {
  const json = JSON.parse(JSON.stringify(timingsJson(report))) as object
  expect(isTimings(json) ? [] : ajv.errors ?? isTimings.errors).toEqual([])
})

test('the schema refuses another version and unknown outcomes', () => {
  const json = timingsJson(twoPackages().report())
  expect(isTimings({ ...json, schemaVersion: 2 })).toBe(false)
  expect(isTimings({ ...json, outcome: 'maybe' })).toBe(false)
})

test('timings tell tasks, packages and the critical path', () => {
  const json = timingsJson(twoPackages().report({ serial: { kind: 'measured', ms: 5700.04, by: 'serial', measuredAtMs: Date.UTC(2026, 0, 1) } }))
  expect(json).toMatchObject({
    outcome: 'installed', startedAt: '2026-01-02T03:04:05.000Z', durationMs: 1900, speedup: 3,
    serial: { kind: 'measured', ms: 5700, by: 'serial', measuredAt: '2026-01-01T00:00:00.000Z' },
    totals: { packages: 2, wheelsDownloaded: 2, bytesDownloaded: 10_050_000, retries: 1, networkLostMs: 400 },
    packages: [{ name: 'big', change: 'added', downloadMs: 1000 }, { name: 'small', requiredBy: ['big'], waitMs: 690 }],
    concurrency: { binMs: 31.7 },
  })
})
