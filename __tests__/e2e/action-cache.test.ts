import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { copyAction } from '../support/built.ts'
import { startCacheService, type CacheService } from '../support/cache-service/service.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { findPython } from '../support/python.ts'
import type { StepResult } from '../support/runner/job.ts'
import { succeeded, usesOf } from '../support/runner/uses.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel } from '../support/wheel.ts'

const action = join(copyAction(tempFolder('action-')), 'action.yml')
let index: IndexServer
let service: CacheService
const use = usesOf(action, () => index)

beforeAll(async () => {
  index = await startIndex()
  index.add([aWheel({ name: 'app', requires: ['lib>=1'] }), aWheel({ name: 'lib', version: '2.0' }), aWheel({ name: 'other' })])
  service = await startCacheService()
})
afterEach(() => {
  index.calm()
  service.calm()
})
afterAll(async () => {
  await index.close()
  await service.close()
})

test('cold, warm, changed: the second run downloads no wheel, the third one only what is new', async () => {
  const given = { env: service.environment() }
  const cold = use(given)
  const first = succeeded(await cold.action.run('main'))
  expect(first.outputs).toMatchObject({ 'cache-hit': 'false', 'cache-matched-key': '', 'wheels-reused': '0' })
  expect(first.stdout).toContain('Cache: no entry yet')
  const saved = succeeded(await cold.action.run('post'))
  expect(saved.stdout).toMatch(/Cache: saved .* in .* s, under parallel-pip\/v1\//)
  expect(service.keys()).toEqual([first.outputs['cache-key'], expect.stringContaining(`>${first.outputs['cache-key']}`)])

  index.calm()
  const warm = use(given)
  const second = succeeded(await warm.action.run('main'))
  expect(second.outputs).toMatchObject({ 'cache-hit': 'true', 'cache-matched-key': first.outputs['cache-key'], 'wheels-reused': '2', 'wheels-total': '2' })
  expect(index.asked(/\.whl$/)).toEqual([])
  expect(second.stdout).toMatch(/Cache: restored .* saved for the same inputs/)
  service.calm()
  expect(succeeded(await warm.action.run('post')).stdout).toContain('the entry restored held every wheel')
  expect(service.requests.map(({ operation }) => operation)).not.toContain('reserve')

  const changed = use({ ...given, files: { 'requirements.txt': 'app\nother\n' } })
  const third = succeeded(await changed.action.run('main'))
  expect(third.outputs).toMatchObject({ 'cache-hit': 'false', 'cache-matched-key': first.outputs['cache-key'], 'wheels-reused': '2', 'wheels-total': '3' })
  expect(index.asked(/\.whl$/).map(({ path }) => path)).toEqual([expect.stringContaining('other-')])
  expect(succeeded(await changed.action.run('post')).stdout).toContain('Cache: saved')
}, 120_000)

test('an early restore is joined by the main step', async () => {
  const given = { env: service.environment(), files: { 'requirements.txt': 'other\n' }, jobId: 'early' }
  const cold = use(given)
  succeeded(await cold.action.run('pre'))
  succeeded(await cold.action.run('main'))
  succeeded(await cold.action.run('post'))
  const warm = use(given)
  expect(succeeded(await warm.action.run('pre')).stdout).toContain('Restoring what this job used last')
  await aheadDone(warm.job.temp)
  service.calm()
  index.calm()
  const main = succeeded(await warm.action.run('main'))
  expect(main.outputs).toMatchObject({ 'cache-hit': 'true' })
  expect(main.stdout).toMatch(/Cache: restored .* \(.* s, .* s of them before this step\)/)
  // What is asked was looked up before this step.
  expect(main.stdout).toContain('What this job asked last was looked up before this step')
  expect(index.requests.map(({ path, status }) => `${path} ${status}`)).toEqual(['/simple/other/ 304'])
  // What was unpacked before this step is linked: one file, two names and more.
  if (process.platform !== 'win32') expect(statSync(installedFile(warm.job.workspace)).nlink).toBeGreaterThan(1)
  // The leg's pointer is right already: nothing to ask the service for.
  expect(succeeded(await warm.action.run('post')).stdout).toContain('Cache: not saved: the entry restored held every wheel')
  expect(service.requests).toEqual([])
}, 120_000)

test('two uses whose steps have one name, as in composite actions: each restores, saves and finds again what is its own', async () => {
  const own = await startCacheService()
  /** Both uses of one job, their parts in the runner's order. */
  const run = async (): Promise<{ mains: StepResult[]; posts: string[] }> => {
    const { job, action: first } = use({ env: { ...own.environment(), GITHUB_ACTION: '0' }, jobId: 'twice', files: { 'a/requirements.txt': 'app\n', 'b/requirements.txt': 'other\n' }, inputs: { 'working-directory': 'a' } })
    const uses = [first, job.action(action, { 'python-path': findPython().executable, venv: 'env', 'working-directory': 'b' })]
    const all = (part: 'pre' | 'main' | 'post', order = uses): Promise<StepResult[]> => order.reduce(async (before, one) => [...(await before), succeeded(await one.run(part))], Promise.resolve<StepResult[]>([]))
    await all('pre')
    const mains = await all('main')
    return { mains, posts: (await all('post', uses.toReversed())).map(({ stdout }) => /^Cache: \w+( \w+)?|^Nothing.*/m.exec(stdout)?.[0] ?? stdout) }
  }
  try {
    const cold = await run()
    expect(cold.posts).toEqual([expect.stringMatching(/^Cache: saved/), expect.stringMatching(/^Cache: saved/)])
    const warm = await run()
    expect(warm.mains.map(({ outputs }) => outputs['cache-matched-key'])).toEqual(cold.mains.map(({ outputs }) => outputs['cache-key']))
    expect(warm.mains.map(({ stdout }) => / s of them before this step/.test(stdout))).toEqual([true, true])
    expect(warm.posts).toEqual(['Cache: not saved', 'Cache: not saved'])
  } finally {
    await own.close()
  }
}, 180_000)

test('two uses that want one entry: it is brought once, and whoever is left has it', async () => {
  const own = await startCacheService()
  const run = async (skipFirst = false): Promise<StepResult[]> => {
    const { job, action: first } = use({ env: own.environment(), jobId: 'same', files: { 'a/requirements.txt': 'app\n', 'b/requirements.txt': 'app\n' }, inputs: { 'working-directory': 'a' } })
    const uses = [first, job.action(action, { 'python-path': findPython().executable, venv: 'env', 'working-directory': 'b' })]
    for (const one of uses) succeeded(await one.run('pre'))
    await keysKnown(job.temp)
    const mains: StepResult[] = []
    for (const one of uses.slice(skipFirst ? 1 : 0)) mains.push(succeeded(await one.run('main')))
    for (const one of uses.toReversed()) succeeded(await one.run('post'))
    return mains
  }
  const keysKnown = async (temp: string): Promise<void> => {
    const known = (): number => globSync('parallel-pip/*/early/state.json', { cwd: temp }).filter((file) => (JSON.parse(readFileSync(join(temp, file), 'utf8')) as { key?: string; answer?: object }).answer !== undefined).length
    while (known() < 2) await new Promise((resolve) => setTimeout(resolve, 50))
  }
  try {
    const cold = await run()
    for (const skipFirst of [false, true]) {
      own.calm()
      index.calm()
      const warm = await run(skipFirst)
      expect(warm.map(({ outputs }) => [outputs['cache-hit'], outputs['wheels-reused'], outputs['cache-matched-key']])).toEqual(warm.map(() => ['true', '2', cold[0]?.outputs['cache-key']]))
      // The entry, and each use's pointer with its question.
      expect(own.requests.filter(({ operation }) => operation === 'download')).toHaveLength(3)
      expect(index.asked(/\.whl$/)).toEqual([])
    }
  } finally {
    await own.close()
  }
}, 180_000)

/** Waits until what `pre` began has unpacked what came, and answered what was asked last. */
async function aheadDone(temp: string): Promise<void> {
  await answerDone(temp)
  for (;;) {
    const states = globSync('parallel-pip/*/early/state.json', { cwd: temp }).map((file) => JSON.parse(readFileSync(join(temp, file), 'utf8')) as { answer?: object; ahead?: 'running' | { trees: number } })
    const [ended] = states.filter(({ ahead, answer }) => typeof ahead === 'object' || (process.platform === 'win32' && answer !== undefined))
    if (ended !== undefined) return expect(ended.ahead).toEqual(process.platform === 'win32' ? undefined : { trees: 1 })
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function answerDone(temp: string): Promise<void> {
  for (;;) {
    const [state] = globSync('parallel-pip/*/early/answer.json', { cwd: temp }).map((file) => JSON.parse(readFileSync(join(temp, file), 'utf8')) as { isAnswered?: boolean })
    if (state?.isAnswered !== undefined) return expect(state.isAnswered).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function installedFile(workspace: string): string {
  const [file = ''] = globSync('env/**/site-packages/other/__init__.py', { cwd: workspace })
  return join(workspace, file)
}

const withPypy = spawnSync('pypy3', ['-c', 'import sys']).status === 0 ? test : test.skip
withPypy('legs of two interpreters: the second takes what fits of the entry of the first, then each finds its own', async () => {
  const legs = await startCacheService()
  try {
    const run = async (leg: string, python: Readonly<Record<string, string>>): Promise<StepResult> => {
      const { action } = use({ env: legs.environment(), matrix: { leg }, jobId: 'legs', inputs: python })
      succeeded(await action.run('pre'))
      const main = succeeded(await action.run('main'))
      succeeded(await action.run('post'))
      return main
    }
    const cpython = (): Promise<StepResult> => run('cpython', {})
    const pypy = (): Promise<StepResult> => run('pypy', { 'python-path': 'pypy3' })
    const [first, second] = [await cpython(), await pypy()]
    expect(second.outputs).toMatchObject({ 'cache-hit': 'true', 'cache-matched-key': first.outputs['cache-key'], 'wheels-reused': '2' })
    expect(first.outputs['cache-key']).toMatch(/\/cp3\d+t?\//)
    expect(second.outputs['cache-key']).toMatch(/\/pypy3\d+|\/pp3\d+/)
    const again = [await cpython(), await pypy()]
    expect(again.map(({ outputs }) => outputs['cache-matched-key'])).toEqual([first.outputs['cache-key'], second.outputs['cache-key']])
  } finally {
    await legs.close()
  }
}, 180_000)

test('post alone, after a main that never ran, does nothing and succeeds', async () => {
  const { action } = use({ env: service.environment() })
  succeeded(await action.run('pre'))
  expect(succeeded(await action.run('post')).stdout).toContain('Nothing to save')
})
