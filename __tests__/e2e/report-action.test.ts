import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { actionFile } from '../github/action-file.ts'
import { startCacheService, type CacheService } from '../support/cache-service/service.ts'
import { startGithubServices, type GithubServices } from '../support/github-services.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { Job, type JobOptions, type StepResult } from '../support/runner/job.ts'
import { succeeded, usesOf } from '../support/runner/uses.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel } from '../support/wheel.ts'

/** Legs hand their figures on as artifacts; the report action makes one table of them, one comment, and a history. */
const folder = tempFolder('report-')
const reportFile = join(folder, 'report.yml')
const REPOSITORY = join(import.meta.dirname, '..', '..')
let index: IndexServer
let cache: CacheService
let github: GithubServices
const use = usesOf(actionFile(folder), () => index)

beforeAll(async () => {
  writeFileSync(reportFile, readFileSync(join(REPOSITORY, 'report', 'action.yml'), 'utf8').replace('../dist/matrix/index.js', relative(folder, join(REPOSITORY, 'src', 'matrix.ts'))))
  index = await startIndex()
  index.add([aWheel({ name: 'app', requires: ['lib>=1'] }), aWheel({ name: 'lib', version: '2.0' }), aWheel({ name: 'lib', version: '1.0' })])
  cache = await startCacheService()
  github = await startGithubServices()
})
afterEach(() => github.artifacts.clear())
afterAll(async () => {
  await index.close()
  await cache.close()
  await github.close()
})

async function runLeg(python: string, requirements: string, attempt = 1): Promise<void> {
  const env = { ACTIONS_RESULTS_URL: `${github.origin}/`, ACTIONS_RUNTIME_TOKEN: github.token(python) }
  const { action } = use({ env, matrix: { python }, jobId: 'test', runAttempt: attempt, files: { 'requirements.txt': requirements }, inputs: { artifact: 'true', cache: 'false' } })
  await action.run('main')
  expect(succeeded(await action.run('post')).stdout).toContain('The figures of this job are kept for the report over all jobs')
}

async function report(options: JobOptions, inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
  const job = new Job({ ...options, jobId: 'report', env: { ...cache.environment(), ACTIONS_RUNTIME_TOKEN: github.token('report'), GITHUB_API_URL: github.origin } })
  // Artifacts and cache are one service on GitHub; here the history is left to the other one.
  const action = job.action(reportFile, inputs)
  const result = await action.run('main', { env: { ACTIONS_RESULTS_URL: `${github.origin}/`, ACTIONS_CACHE_URL: `${cache.origin}/`, ACTIONS_CACHE_SERVICE_V2: undefined } })
  job.close()
  return succeeded(result)
}

test('a push begins the history; a pull request is compared with it, in one comment', async () => {
  await runLeg('3.12', 'app\n')
  await runLeg('3.13', 'app\n')
  const pushed = await report({ event: { name: 'push', payload: { repository: { default_branch: 'main' } } } })
  expect(pushed.outputs).toMatchObject({ legs: '2' })
  expect(pushed.stdout).toContain('History of main: 1 run')
  expect(pushed.summary).toMatch(/2 of 2 jobs[\s\S]*\| test \(3\.12\) \|[\s\S]*no history yet/)
  expect(github.comments).toEqual([])

  github.artifacts.clear()
  await runLeg('3.12', 'app\nlib<2\n')
  const pull = { event: { name: 'pull_request', payload: { pull_request: { number: 7 }, repository: { default_branch: 'main' } }, ref: 'refs/pull/7/merge', baseRef: 'main' } }
  const compared = await report(pull)
  expect(compared.stdout).toContain('Comment created: http://x/1')
  expect(compared.summary).toMatch(/\| test \(3\.13\) \| missing \|[\s\S]*\| `lib` \| 2\.0 \| 1\.0 \|/)

  await runLeg('3.12', 'nowhere\n', 2)
  const again = await report(pull)
  expect(again.stdout).toContain('Comment updated: http://x/1')
  expect(github.comments).toHaveLength(1)
  expect(github.comments[0]?.body).toMatch(/\| test \(3\.12\) \| failed after /)
}, 180_000)

async function fileBelow(folder: string, pattern: string): Promise<void> {
  for (let looks = 0; globSync(pattern, { cwd: folder }).length === 0; looks += 1) {
    if (looks === 1200) throw new Error(`${pattern} did not come`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

test('one job says by itself what changed against the base branch, once there is a history', async () => {
  const pull = { name: 'pull_request', ref: 'refs/pull/9/merge', baseRef: 'main' }
  const env = { ...cache.environment(), ACTIONS_RUNTIME_TOKEN: github.token('test'), ACTIONS_RESULTS_URL: `${github.origin}/`, ACTIONS_CACHE_URL: `${cache.origin}/`, ACTIONS_CACHE_SERVICE_V2: '' }
  const summaryOf = async (python: string): Promise<string> => {
    const { job, action } = use({ env, event: pull, matrix: { python }, jobId: 'test', files: { 'requirements.txt': 'app\nlib<2\n' }, inputs: { artifact: 'true' } })
    succeeded(await action.run('pre'))
    await fileBelow(job.temp, 'parallel-pip/*/early/history.json')
    return succeeded(await action.run('main')).summary
  }
  // The history of the test before has this leg, and not the other.
  expect(await summaryOf('3.12')).toMatch(/Against main, 1 package changed[\s\S]*\| `lib` \| 2\.0 \| 1\.0 \|/)
  expect(await summaryOf('3.14')).toContain('What changed against main: no history yet.')
}, 120_000)

test('a token that may not comment: said, the table stands in the summary', async () => {
  github.mayComment = false
  await runLeg('3.12', 'app\n')
  const result = await report({ event: { name: 'pull_request', payload: { pull_request: { number: 8 } }, ref: 'refs/pull/8/merge', baseRef: 'main' } })
  expect(result.stdout).toContain('No comment: the token of this run may not write to pull requests')
  expect(result.summary).toContain('| test (3.12) |')
  expect(result.annotations).toEqual([])
}, 120_000)

test('legs of one name keep their figures apart, and folders tell uses apart', async () => {
  await runLeg('3.12', 'app\n')
  await runLeg('3.12', 'app\n')
  const env = { ACTIONS_RESULTS_URL: `${github.origin}/`, ACTIONS_RUNTIME_TOKEN: github.token('docs') }
  const { action } = use({ env, jobId: 'test', matrix: { python: '3.12' }, files: { 'docs/requirements.txt': 'lib\n' }, inputs: { artifact: 'true', cache: 'false', 'working-directory': './docs/' } })
  expect(succeeded(await action.run('main')).summary).toMatch(/^### Python packages for Python [\d.]+ in docs\n/)
  succeeded(await action.run('post'))
  const { summary, outputs } = await report({ event: { name: 'push', ref: 'refs/heads/feature' } })
  expect(outputs['legs']).toBe('3')
  expect(summary.match(/^\| test \(3\.12\)[^|]*/gm)).toEqual(['| test (3.12) ', '| test (3.12) ', '| test (3.12) in docs '])
}, 180_000)

test('a job whose inputs are wrong has failed, and is not missing', async () => {
  const env = { ACTIONS_RESULTS_URL: `${github.origin}/`, ACTIONS_RUNTIME_TOKEN: github.token('wrong') }
  const { action } = use({ env, jobId: 'wrong', inputs: { artifact: 'true', cache: 'false', requirements: 'no/*.txt' } })
  expect((await action.run('main')).status).toBe(1)
  succeeded(await action.run('post'))
  const { summary } = await report({ event: { name: 'push', ref: 'refs/heads/feature' } })
  expect(summary).toMatch(/^\| wrong \| failed \|/m)
  expect(summary).toMatch(/^- \*\*wrong\*\*: input-missing: requirements: no file matches no\/\\\*\.txt/m)
}, 120_000)

test('no job has reported: said, with what makes jobs report', async () => {
  const { summary, annotations } = await report({ event: { name: 'push', payload: { repository: { default_branch: 'main' } }, ref: 'refs/heads/feature' } }, { comment: 'no', history: 'False' })
  expect(summary).toContain('No job has reported (those report that use parallel-pip with `artifact: true`)')
  expect(annotations.map(({ level, message }) => [level, message])).toEqual([['warning', 'comment: "no" is no value that it can have; the default counts']])
}, 120_000)

test('whose token it is: a user’s own comment is updated, that of somebody else is left alone; comment: False writes none', async () => {
  github.mayComment = true
  await runLeg('3.12', 'app\n')
  const pull = { event: { name: 'pull_request', payload: { pull_request: { number: 9 } }, ref: 'refs/pull/9/merge', baseRef: 'main' } }
  github.comments.length = 0
  expect((await report(pull, { comment: 'False' })).stdout).not.toContain('omment')
  github.writer = { type: 'User', login: 'somebody' }
  expect((await report(pull)).stdout).toContain('Comment created: http://x/1')
  github.writer = { type: 'User', login: 'else' }
  expect((await report(pull)).stdout).toContain('Comment created: http://x/2')
  expect((await report(pull)).stdout).toContain('Comment updated: http://x/2')
  github.writer = { type: 'Bot' }
  expect((await report(pull)).stdout).toContain('Comment created: http://x/3')
}, 180_000)
