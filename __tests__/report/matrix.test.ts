import { describe, expect, test } from '@jest/globals'
import { baselineOf, NO_HISTORY, packageChanges, readHistory, trendOf, withRun, type History } from '../../src/report/history.ts'
import { failedLeg, legId, legReport, legTitle, newestLegs, readLegReport, readMatrix, titlesOf, type LegReport } from '../../src/report/leg-report.ts'
import { COMMENT_LIMIT_BYTES, commentMark, matrixMarkdown, type MatrixFacts } from '../../src/report/matrix.ts'
import { ARun, twoPackages } from './a-run.ts'

function leg(python: string, change: Partial<LegReport> = {}): LegReport {
  return {
    schemaVersion: 1, job: 'test', matrix: [['python', python], ['os', 'linux']], step: '__pip', attempt: 1, outcome: 'installed', durationMs: 4000, serial: { ms: 12_000, kind: 'estimated', by: 'serial' },
    wheels: { total: 3, reused: 3, built: 0 }, downloadedBytes: 0, cache: { outcome: 'exact', hit: true, savedMs: 5000, costMs: 1000 }, python, packages: { flask: '3.0', click: '8.1' }, ...change,
  }
}

function historyOf(...durations: number[]): History {
  return durations.reduce((history, durationMs, at) => withRun(history, { runId: String(at), commit: 'c', atMs: at }, [leg('3.13', { durationMs })]), NO_HISTORY)
}

const MARK = commentMark('ci')
const markdownOf = (facts: Omit<MatrixFacts, 'mark'>, limitBytes?: number): string => matrixMarkdown({ ...facts, mark: MARK }, limitBytes)

const rows = (markdown: string): string[] => markdown.split('\n').filter((line) => line.startsWith('| test'))

describe('legs', () => {
  test('what a run tells of itself, there and back', () => {
    const one = legReport(twoPackages().report(), { job: 'test', matrix: readMatrix('{"python":"3.13","n":1}'), step: 's', attempt: 2 })
    expect(one).toMatchObject({ attempt: 2, outcome: 'installed', durationMs: 1900, wheels: { total: 2, reused: 0, built: 0 }, downloadedBytes: 10_050_000, packages: { big: '2.0', small: '1.0' } })
    expect(readLegReport(JSON.stringify(one))).toEqual(one)
    expect([readLegReport('{'), readLegReport('{"schemaVersion":99}')]).toEqual([undefined, undefined])
    expect([legTitle(one), readMatrix('null'), readMatrix('x'), readMatrix('{}')]).toEqual(['test (3.13, 1)', [], [], []])
    expect(legReport(new ARun().report({ outcome: 'failed', failure: { code: 'no-candidate', message: 'm' } }, 10), { job: 'j', matrix: [], step: '', attempt: 1 })).toMatchObject({ outcome: 'failed', failure: 'no-candidate: m' })
  })
  test('titles are as GitHub names jobs: values inside of objects and lists, cut where they are long, whole where they would be the same', () => {
    const titled = (value: unknown): LegReport => leg('3.13', { matrix: readMatrix(JSON.stringify({ config: value, python: '3.10' })) })
    expect([{ os: 'linux', opts: ['a', '', null, 1] }, [], '{no json', true].map((value) => legTitle(titled(value)))).toEqual(['test (linux, a, 1, 3.10)', 'test (3.10)', 'test ({no json, 3.10)', 'test (true, 3.10)'])
    const long = ['x'.repeat(200) + '1', 'x'.repeat(200) + '2', 'y'.repeat(200)].map(titled)
    expect(long.slice(0, 1).map(legTitle)).toEqual([`test (${'x'.repeat(93)}…`])
    expect(long.map(titlesOf(long))).toEqual([`test (${'x'.repeat(200)}1, 3.10)`, `test (${'x'.repeat(200)}2, 3.10)`, `test (${'y'.repeat(93)}…`])
  })
  test('the newest attempt of each counts; the order of matrix values does not', () => {
    const turned = leg('3.13', { attempt: 2, matrix: [['os', 'linux'], ['python', '3.13']] })
    expect(legId(turned)).toBe(legId(leg('3.13')))
    expect(newestLegs([turned, leg('3.13'), leg('3.12')]).map(({ python, attempt }) => [python, attempt])).toEqual([['3.12', 1], ['3.13', 2]])
  })
})

describe('history', () => {
  test('median and range of the last twenty runs; a run that is repeated counts once', () => {
    expect(trendOf(historyOf(5000, 3000, 4000), leg('3.13'))).toEqual({ medianMs: 4000, leastMs: 3000, mostMs: 5000, runs: 3 })
    expect(trendOf(historyOf(1000, 2000), leg('3.13'))?.medianMs).toBe(1500)
    expect(trendOf(historyOf(...new Array<number>(30).fill(7)), leg('3.13'))?.runs).toBe(20)
    expect(withRun(historyOf(5000), { runId: '0', commit: 'c', atMs: 0 }, [leg('3.13', { durationMs: 1 })]).runs).toHaveLength(1)
    expect(trendOf(historyOf(1), leg('3.12'))).toBeUndefined()
    expect([readHistory('x'), readHistory('{"schemaVersion":2}'), readHistory(JSON.stringify(historyOf(1)))]).toEqual([NO_HISTORY, NO_HISTORY, historyOf(1)])
  })
  test('what changed, without a lock file', () => {
    expect(packageChanges(historyOf(1), leg('3.13', { packages: { flask: '3.1', new: '1' } }))).toEqual([{ name: 'click', before: '8.1', after: undefined }, { name: 'flask', before: '3.0', after: '3.1' }, { name: 'new', before: undefined, after: '1' }])
    expect(packageChanges(NO_HISTORY, leg('3.13'))).toBeUndefined()
  })
})

describe('the table over all jobs', () => {
  test('time, serial mode, cache, builds, trend; without history it says so', () => {
    const text = markdownOf({ legs: [leg('3.13'), leg('3.12', { wheels: { total: 3, reused: 1, built: 1 }, downloadedBytes: 2_000_000, cache: { outcome: 'prefix', hit: false, costMs: 0 }, serial: { ms: 8000, kind: 'measured', by: 'pip' } })], history: NO_HISTORY, base: 'main' })
    expect(text.startsWith(`${MARK}\n`)).toBe(true)
    expect(text).toContain('**2 of 2 jobs installed their packages**, the slowest in 4.0 s.')
    expect(rows(text)).toEqual([
      '| test (3.13, linux) | 4.0 s | 12.0 s (estimated) | 3.0× | 3 of 3 | hit, +4.0 s |  | no history yet |',
      '| test (3.12, linux) | 4.0 s | pip 8.0 s (measured) | 2.0× | 1 of 3 | part, 2.0 MB downloaded | 1 | no history yet |',
    ])
    expect(text).toContain('No history yet: it begins with the first push to main.')
  })
  test('serial mode that the base branch measured stands there with its date and commit, for the same packages from the same start', () => {
    const measured = leg('3.13', { serial: { ms: 9000, kind: 'measured', by: 'serial' } })
    const history = withRun(NO_HISTORY, { runId: '1', commit: 'abcdef0123', atMs: Date.UTC(2026, 1, 3) }, [measured])
    const serialOf = (change: Partial<LegReport>): string[] => rows(markdownOf({ legs: [leg('3.13', change)], history, base: 'main' }))[0]?.split(' | ').slice(2, 4) ?? []
    expect(serialOf({})).toEqual(['9.0 s (measured 2026-02-03, `abcdef0`)', '2.3×'])
    expect(serialOf({ serial: { ms: 8000, kind: 'measured', by: 'serial' } })).toEqual(['8.0 s (measured)', '2.0×'])
    expect(serialOf({ packages: { flask: '3.1', click: '8.1' } })[0]).toBe('12.0 s (estimated)')
    expect(serialOf({ wheels: { total: 3, reused: 0, built: 0 } })[0]).toBe('12.0 s (estimated)')
    // Later runs that do not measure keep it; one that does replaces it.
    const later = withRun(history, { runId: '2', commit: 'b', atMs: 9 }, [leg('3.13')])
    expect(baselineOf(later, leg('3.13'))?.ms).toBe(9000)
    expect(baselineOf(withRun(later, { runId: '3', commit: 'c', atMs: 10 }, [leg('3.13', { serial: { ms: 7000, kind: 'measured', by: 'serial' } })]), leg('3.13'))).toMatchObject({ ms: 7000, commit: 'c' })
  })
  test('what a job did where it installed nothing', () => {
    const timeOf = (change: Partial<LegReport>): string => rows(markdownOf({ legs: [leg('3.13', change)], history: NO_HISTORY, base: 'main' }))[0]?.split(' | ')[1] ?? ''
    expect([timeOf({ outcome: 'nothing-to-do' }), timeOf({ outcome: 'dry-run' }), timeOf({ outcome: 'failed' })]).toEqual(['4.0 s (nothing to do)', '4.0 s (dry run)', 'failed after 4.0 s'])
    expect(timeOf(failedLeg({ code: 'usage', message: 'm' }, leg('3.13')))).toBe('failed')
  })
  test('a restore of which nothing was used is named', () => {
    const cellOf = (outcome: string): string => rows(markdownOf({ legs: [leg('3.13', { wheels: { total: 3, reused: 0, built: 0 }, cache: { outcome, hit: false, costMs: 0 } })], history: NO_HISTORY, base: 'main' }))[0]?.split(' | ')[5] ?? ''
    expect(['miss', 'prefix', 'timed-out', 'a|new one'].map(cellOf)).toEqual(['no entry yet', 'older entry without use', 'given up', 'a\\|new one'])
  })
  test('flagged only outside of the range, and never on the word of two runs', () => {
    const shown = (durationMs: number, history: History): string => rows(markdownOf({ legs: [leg('3.13', { durationMs })], history, base: 'main' }))[0]?.split(' | ').at(-1) ?? ''
    const history = historyOf(3000, 4000, 5000)
    expect([4900, 5100, 2900].map((ms) => shown(ms, history))).toEqual(['4.0 s (3.0 s to 5.0 s) |', '4.0 s (3.0 s to 5.0 s) ▲ slower |', '4.0 s (3.0 s to 5.0 s) ▼ faster |'])
    expect(shown(9000, historyOf(3000, 4000))).toBe('3.5 s (3.0 s to 4.0 s) |')
    expect(shown(9000, historyOf(3000))).toBe('3.0 s |')
  })
  test('failed and missing jobs are shown as such, changes once for all that share them, steps where a job has several', () => {
    const legs = [leg('3.12', { outcome: 'failed', failure: 'no-candidate: no | version' }), leg('3.11', { step: '__pip', packages: { flask: '3.1', click: '8.1' } }), leg('3.11', { step: '__pip_2' })]
    const history = withRun(NO_HISTORY, { runId: '1', commit: 'c', atMs: 0 }, [leg('3.13'), leg('3.12'), leg('3.11')])
    const text = markdownOf({ legs, history, base: 'main' })
    expect(rows(text).map((row) => row.split(' | ').slice(0, 2).join(' | '))).toEqual(['| test (3.12, linux) | failed after 4.0 s', '| test (3.11, linux), pip | 4.0 s', '| test (3.11, linux), pip\\_2 | 4.0 s', '| test (3.13, linux) | missing'])
    expect(text).toContain('**2 of 4 jobs installed their packages**, the slowest in 4.0 s; **1 failed**; 1 that ran on the base branch did not report.')
    expect(text).toContain('- **test (3.12, linux)**: no-candidate: no \\| version')
    expect(text).toContain('| `flask` | 3.0 | 3.1 |')
    expect(markdownOf({ legs: [], history: NO_HISTORY, base: 'main' })).toContain('No job has reported (those report that use parallel-pip with `artifact: true`).')
  })
  test('a comment is as long as GitHub takes it: what changed is left out first, then failures, then jobs', () => {
    const packages = (version: string): Record<string, string> => Object.fromEntries(Array.from({ length: 90 }, (_, at) => [`package-with-a-long-name-${at}`, version]))
    const many = (count: number, change: Partial<LegReport> = {}): LegReport[] => Array.from({ length: count }, (_, at) => leg(String(at), { packages: packages(`2.${at}`), ...change }))
    const history = withRun(NO_HISTORY, { runId: '1', commit: 'c', atMs: 0 }, many(256, { packages: packages('1.0') }))
    const shown = (legs: LegReport[], limit = COMMENT_LIMIT_BYTES): { fits: boolean; jobs: number; changes: boolean; failures: number; says: boolean } => {
      const text = markdownOf({ legs, history, base: 'main' }, limit)
      return { fits: Buffer.byteLength(text) <= limit, jobs: rows(text).length, changes: text.includes('What changed'), failures: text.match(/^- \*\*test/gm)?.length ?? 0, says: text.includes('The rest is too long to stand here') }
    }
    const failed = many(256, { outcome: 'failed', failure: 'x'.repeat(490) })
    expect(shown(many(5).concat(leg('6')), Infinity)).toMatchObject({ changes: true, says: false })
    expect(shown(many(256))).toEqual({ fits: true, jobs: 256, changes: false, failures: 0, says: true })
    expect(shown(failed)).toEqual({ fits: true, jobs: 256, changes: false, failures: 20, says: true })
    expect(shown(failed, 16_000)).toMatchObject({ fits: true, jobs: 32, says: true })
  })
  test('folders tell uses apart, and legs of one name in one attempt are kept apart', () => {
    const twice = newestLegs([leg('3.13', { durationMs: 1 }), leg('3.13', { durationMs: 2 }), leg('3.13', { folder: 'docs' }), leg('3.13', { folder: 'docs', attempt: 2 })])
    expect(twice.map(({ durationMs, folder, attempt }) => [durationMs, folder, attempt])).toEqual([[1, undefined, 1], [2, undefined, 1], [4000, 'docs', 2]])
    const history = withRun(NO_HISTORY, { runId: '1', commit: 'c', atMs: 0 }, [leg('3.13', { folder: 'docs' })])
    expect(rows(markdownOf({ legs: [], history, base: 'main' }))).toEqual([expect.stringMatching(/^\| test \(.*\) in docs \| missing \|/)])
  })
  test('a workflow’s comment is its own, and says whose it is; history that nobody keeps is not promised', () => {
    const text = markdownOf({ legs: [leg('3.13')], history: NO_HISTORY, base: 'release/1', workflow: 'CI *all*', keepsHistory: false })
    expect(commentMark('ci')).not.toBe(commentMark('docs'))
    expect(text).toContain('### Python packages: CI \\*all\\*')
    expect(text).toContain('it begins with the first push to release/1 that runs this report with `history: true`.')
  })
})
