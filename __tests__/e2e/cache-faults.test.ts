import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { copyAction } from '../support/built.ts'
import { startCacheService, type CacheService } from '../support/cache-service/service.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { succeeded, usesOf } from '../support/runner/uses.ts'
import type { StepResult } from '../support/runner/job.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel } from '../support/wheel.ts'

/** A cache service that is ill: the job stays green and loses little. The toolkit alone would try for 10 s and more at each of these, or hang. */
const use = usesOf(join(copyAction(tempFolder('action-')), 'action.yml'), () => index)
let index: IndexServer
let service: CacheService

beforeAll(async () => {
  index = await startIndex()
  index.add([aWheel({ name: 'app', files: { 'app/__init__.py': '', 'app/data.bin': randomBytes(6_000_000) } })])
})
beforeEach(async () => {
  await service?.close()
  service = await startCacheService()
})
afterAll(async () => {
  await index.close()
  await service.close()
})

interface Both {
  readonly main: StepResult
  readonly post: StepResult
}

async function runBoth(env: Readonly<Record<string, string>>, packages = ''): Promise<Both> {
  const { action } = use({ env, inputs: { 'early-restore': 'false', packages } })
  return { main: succeeded(await action.run('main')), post: succeeded(await action.run('post')) }
}

/** Five seconds, on a machine that is several times slower than those the figure is meant for. */
const MOST_LOST_MS = 12_000

/** The lines of both parts that speak of the cache; there must be no warnings beside them, and little time lost by the program's own clock. */
function said({ main, post }: Both): string[] {
  const { cache } = JSON.parse(readFileSync(main.outputs['timings'] ?? '', 'utf8')) as { cache?: { costMs: number } }
  expect(cache?.costMs ?? 0).toBeLessThan(MOST_LOST_MS)
  expect(post.durationMs).toBeLessThan(MOST_LOST_MS)
  expect([...main.annotations, ...post.annotations]).toEqual([])
  return [...main.lines, ...post.lines].filter((line) => line.startsWith('Cache: '))
}

test('answers of 503', async () => {
  for (const operation of ['lookup', 'reserve'] as const) service.fault(operation, { kind: 'status', status: 503 })
  const both = await runBoth(service.environment())
  expect(both.main.outputs).toMatchObject({ 'cache-hit': 'false', installed: '1' })
  expect(said(both)).toEqual([expect.stringMatching(/^Cache: (failed|given up|not waited for)/), expect.stringMatching(/^Cache: not saved: /)])
})

test('a token that may read only, told in either way', async () => {
  for (const writeDenial of ['message', 'status'] as const) {
    await service.close()
    service = await startCacheService({ writeDenial })
    const both = await runBoth(service.environment({ token: service.token({ ref: 'refs/pull/1/merge', mayWrite: false }) }))
    expect(said(both)).toEqual(['Cache: no entry yet', 'Cache: not saved: the token of this run may only read'])
    expect(service.keys()).toEqual([])
  }
})

test('a key that another job reserves at the same time', async () => {
  const first = await runBoth(service.environment())
  const key = first.main.outputs['cache-key'] ?? ''
  const version = service.entries.all()[0]?.version ?? ''
  service.entries.evict(() => true)
  service.entries.reserve(key, version, 'refs/heads/main')
  expect(said(await runBoth(service.environment()))[1]).toBe('Cache: another job saved this key at the same time, which is as good')
})

test('a download that stops at 90 %', async () => {
  await runBoth(service.environment())
  service.fault('download', { kind: 'stall', afterShare: 0.9 })
  const both = await runBoth(service.environment())
  expect(both.main.outputs).toMatchObject({ 'cache-hit': 'false', installed: '1' })
  expect(said(both)[0]).toMatch(/^Cache: given up: nothing came for \d+ s after 5\.\d MB; the index is used instead$/)
})

test('a run that is interrupted while it waits for the cache says nothing of the cache', async () => {
  await runBoth(service.environment())
  service.fault('download', { kind: 'stall', afterShare: 0.5 })
  index.calm().fault(/\.whl$/, { kind: 'stall' })
  const { action } = use({ env: service.environment(), inputs: { 'early-restore': 'false' } })
  const step = action.start('main')
  while (!service.requests.some(({ operation }) => operation === 'download')) await new Promise((resolve) => setTimeout(resolve, 50))
  step.running.kill('SIGINT')
  const { status, lines } = await step.done
  index.calm()
  expect({ status, lines: lines.filter((line) => /^Cache: |^interrupted/.test(line)) }).toEqual({ status: 130, lines: ['interrupted: putting things back'] })
}, 60_000)

test('no service at all', async () => {
  const both = await runBoth({})
  expect(said(both)).toEqual(['Cache: there is no cache service', 'Cache: not saved: there is no cache service'])
})

test('an address where nothing answers', async () => {
  const env = service.environment()
  await service.close()
  const both = await runBoth(env)
  service = await startCacheService()
  expect(both.main.outputs).toMatchObject({ installed: '1' })
  expect(said(both)[1]).toMatch(/^Cache: not saved: /)
})

test('runs of the administrator’s cache mode "none" ask nothing', async () => {
  const both = await runBoth({ ...service.environment(), ACTIONS_CACHE_MODE: 'none' })
  expect(said(both)).toEqual(['Cache: not asked: the cache mode of this run is "none"', 'Cache: not saved: the cache mode of this run is "none"'])
  expect(service.requests).toEqual([])
})

test('a cache mode that allows no saving is not overruled, and a service without a token is none', async () => {
  const { action } = use({ env: { ...service.environment(), ACTIONS_CACHE_MODE: 'read' }, inputs: { 'early-restore': 'false', 'save-cache': 'true' } })
  const reading = { main: succeeded(await action.run('main')), post: succeeded(await action.run('post')) }
  expect(said(reading)).toEqual(['Cache: no entry yet', 'Cache: not saved: the cache mode of this run is "read"'])
  expect(said(await runBoth({ ...service.environment(), ACTIONS_RUNTIME_TOKEN: '' }))).toEqual(['Cache: there is no cache service', 'Cache: not saved: there is no cache service'])
}, 60_000)

const bin = tempFolder('slow-')
const withZstd = process.platform === 'linux' && spawnSync('zstdmt', ['--version']).status === 0 ? test : test.skip
withZstd('an archiver that is at work is no silence, however long it writes nothing', async () => {
  // Six seconds of work before the first byte, as on a machine whose cores others have.
  writeFileSync(join(bin, 'zstdmt'), `#!/bin/sh\nend=$(($(date +%s) + 6))\nwhile [ "$(date +%s)" -lt "$end" ]; do :; done\nPATH=$(echo "$PATH" | sed 's#[^:]*slow-[^:]*:##g') exec zstdmt "$@"\n`, { mode: 0o755 })
  const { action } = use({ env: service.environment(), inputs: { 'early-restore': 'false' } })
  const env = { PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` }
  succeeded(await action.run('main', { env }))
  const post = succeeded(await action.run('post', { env }))
  expect(post.lines.filter((line) => line.startsWith('Cache: '))).toEqual([expect.stringMatching(/^Cache: saved 6\.\d MB in /)])
}, 60_000)

test.each([['pull_request_target'], ['workflow_run'], ['release']])('%s runs restore, and save nothing', async (name) => {
  const { action } = use({ env: service.environment(), event: { name } })
  const both = { main: succeeded(await action.run('main')), post: succeeded(await action.run('post')) }
  expect(said(both)).toEqual(['Cache: no entry yet', `Cache: not saved: ${name} runs restore only`])
  expect(service.requests.map(({ operation }) => operation)).not.toContain('reserve')
})

test('cache: auto does not go on with a cache that cost more than it saved, and says so; true does', async () => {
  index.add([aWheel({ name: 'more' })])
  await runBoth(service.environment())
  const changed = async (cache: string): Promise<string[]> => {
    service.calm().fault('download', { kind: 'slow', bytesPerSecond: 1_200_000 })
    const { action } = use({ env: service.environment(), inputs: { 'early-restore': 'false', requirements: 'requirements.txt', packages: 'more', cache } })
    return said({ main: succeeded(await action.run('main')), post: succeeded(await action.run('post')) })
  }
  expect((await changed('auto'))[1]).toMatch(/^Cache: not saved: the cache cost this run [\d.]+ s more than it saved \(cache: true saves all the same\)$/)
  expect(service.keys()).toHaveLength(1 + 1)
  expect((await changed('true'))[1]).toMatch(/^Cache: saved /)
}, 120_000)
