import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { copyAction } from '../support/built.ts'
import { buildPlace, type BuildCounts, type BuildPlace } from '../support/building.ts'
import { startCacheService, type CacheService } from '../support/cache-service/service.ts'
import { tamper } from '../support/cache-service/tamper.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import type { StepResult } from '../support/runner/job.ts'
import { succeeded, usesOf, type Given } from '../support/runner/uses.ts'
import { anSdist } from '../support/sdist.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel } from '../support/wheel.ts'
import { SUPPORTED } from '../target/pythons.ts'

// Builds start many processes: generous, for machines that have other things to do.
jest.setTimeout(180_000)

/** Wheels that were built: used again under the facts they were built under, and under no others. */
let index: IndexServer

beforeAll(async () => {
  index = await startIndex()
  index.add([
    anSdist({ name: 'app', requires: ['lib'], backend: { requires: ['tool'], imports: ['tool'] } }),
    anSdist({ name: 'lib', backend: { preparesMetadata: false, dynamicMetadata: ['Requires-Dist: leaf'] } }),
    aWheel({ name: 'leaf' }),
    aWheel({ name: 'tool' }),
  ])
})
beforeEach(() => void index.calm())
afterAll(() => index.close())

/** The interpreters on this machine beside the one that tests run with. */
const others = SUPPORTED.slice(1).filter(({ label }) => !/^3\.[0-8]\./.test(label))
const withAnother = others.length > 0 ? test : test.skip
if (others.length === 0) console.warn('there is no second Python here: that wheels are not used for another one is not tried')

describe('in the store', () => {
  let place: BuildPlace
  beforeAll(async () => {
    place = buildPlace(index)
    expect(await counts([])).toEqual({ built: 2, reused: 0 })
  })
  afterAll(() => place.close())

  async function counts(args: readonly string[], env: Readonly<Record<string, string>> = {}, of = place): Promise<{ built: number; reused: number }> {
    const done = await of.install(['--force-reinstall', 'app', ...args], { env })
    expect([done.status, done.stderr]).toEqual([0, ''])
    return { built: done.counts['wheelsBuilt'] ?? -1, reused: done.counts['buildsReused'] ?? -1 }
  }

  test('are used under the same facts, without asking for the source', async () => {
    expect(await counts([])).toEqual({ built: 0, reused: 2 })
    expect(index.asked(/\.tar\.gz/)).toEqual([])
  })

  test.each<[string, string[], Record<string, string>, number]>([
    ['flags for compilers', [], { CFLAGS: '-O0' }, 2],
    ['a variable of the project’s own', [], { APP_WITHOUT_SPEEDUPS: '1' }, 1],
    ['settings for the backend, which go to what was named', ['-C', 'mode=fast'], {}, 1],
    ['constraints of builds', ['--build-constraint', 'build.txt'], {}, 2],
  ])('are not used under other %s', async (_what, args, env, built) => {
    writeFileSync(join(place.folder, 'build.txt'), 'tool<2\n')
    expect(await counts(args, env)).toEqual({ built, reused: 2 - built })
    expect(await counts(args, env)).toEqual({ built: 0, reused: 2 })
  })

  test('are not used under another C library, nor lost by it', async () => {
    const hook = join(place.env.sitePackages, 'older.pth')
    writeFileSync(hook, 'import os; real = os.confstr; os.confstr = lambda name: "glibc 2.17" if name == "CS_GNU_LIBC_VERSION" else real(name)\n')
    expect(await counts([])).toEqual({ built: 2, reused: 0 })
    rmSync(hook)
    expect(await counts([])).toEqual({ built: 0, reused: 2 })
  })

  withAnother('are not used for another Python', async () => {
    const venv = join(place.folder, 'another')
    const make = (): Promise<{ built: number; reused: number }> => {
      rmSync(venv, { recursive: true, force: true })
      return counts(['--python', others[0]?.path ?? '', '--venv', venv])
    }
    expect([await make(), await make()]).toEqual([{ built: 2, reused: 0 }, { built: 0, reused: 2 }])
  })

  test('are used where an index offers a wheel that may not be taken (--no-binary)', async () => {
    index.add([aWheel({ name: 'both', files: { 'both/__init__.py': 'FROM = "wheel"\n' } }), anSdist({ name: 'both', files: { 'both/__init__.py': 'FROM = "source"\n' } })])
    const run = async (): Promise<BuildCounts> => (await place.install(['--force-reinstall', '--no-binary', 'both', 'both'])).counts
    expect([await run(), await run()]).toMatchObject([{ wheelsBuilt: 1, buildsReused: 0 }, { wheelsBuilt: 0, buildsReused: 1 }])
    expect(await place.python('import both; print(both.FROM)')).toBe('source')
  })

  test('are hashed before use, or linked from files that were: a damaged one is dropped and built again', async () => {
    expect(await counts([])).toEqual({ built: 0, reused: 2 })
    for (const file of globSync(join(place.cacheDir, '**', 'app-1.0-*.whl'))) {
      const bytes = readFileSync(file)
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
      writeFileSync(file, bytes)
    }
    expect(await counts([])).toEqual({ built: 0, reused: 2 })
    for (const trees of globSync(join(place.cacheDir, '**', 'trees-v*'))) rmSync(trees, { recursive: true })
    expect(await counts([])).toEqual({ built: 1, reused: 1 })
    expect(await counts([])).toEqual({ built: 0, reused: 2 })
    expect(await place.python('import app, lib; print(app.__version__)')).toBe('1.0')
  })
})

describe('in the action’s cache', () => {
  const use = usesOf(join(copyAction(tempFolder('action-')), 'action.yml'), () => index)
  let service: CacheService
  beforeAll(async () => { service = await startCacheService() })
  afterAll(() => service.close())

  /** A job on a fresh machine: what it restored, and whether it saved. */
  async function job(given: Given = {}): Promise<{ main: StepResult; totals: Record<string, number>; post: StepResult }> {
    index.calm()
    const { action } = use({ ...given, env: { ...service.environment(), ...given.env }, inputs: { 'early-restore': 'false', ...given.inputs } })
    const main = succeeded(await action.run('main'))
    const { totals } = JSON.parse(readFileSync(main.outputs['timings'] ?? '', 'utf8')) as { totals: Record<string, number> }
    return { main, totals, post: succeeded(await action.run('post')) }
  }

  test('the first job builds and saves, the second builds none and asks for no source', async () => {
    const first = await job()
    expect(first.totals).toMatchObject({ wheelsBuilt: 2, buildsReused: 0, buildsDone: 2 })
    expect(first.post.stdout).toContain('Cache: saved')
    const second = await job()
    expect(second.totals).toMatchObject({ wheelsBuilt: 0, buildsReused: 2, buildsDone: 0, wheelsDownloaded: 0 })
    expect(second.main.outputs).toMatchObject({ 'cache-hit': 'true', 'wheels-total': '3', 'wheels-reused': '3' })
    expect([index.asked(/\.tar\.gz/), index.asked(/\.whl$/)]).toEqual([[], []])
  })

  test('a job with other flags for compilers restores the entry, builds all the same, and saves what it built', async () => {
    const changed = await job({ env: { CFLAGS: '-O0' } })
    expect(changed.main.outputs['cache-matched-key']).not.toBe('')
    expect(changed.totals).toMatchObject({ wheelsBuilt: 2, buildsReused: 0 })
    expect((await job({ env: { CFLAGS: '-O0' } })).totals).toMatchObject({ wheelsBuilt: 0, buildsReused: 2 })
  })

  withAnother('a job with another Python takes no wheel that was built', async () => {
    const other = await job({ inputs: { 'python-path': others[0]?.path ?? '' } })
    expect(other.totals).toMatchObject({ wheelsBuilt: 2, buildsReused: 0 })
  })

  test('a wheel that was changed in the entry is not used', async () => {
    service.entries.evict(() => true)
    expect((await job()).totals).toMatchObject({ wheelsBuilt: 2 })
    const entry = service.entries.all().find(({ key }) => key.startsWith('parallel-pip/'))
    if (entry === undefined) throw new Error('nothing was saved')
    tamper(entry, (folder) => {
      for (const file of globSync(join(folder, 'built-v1', '**', 'lib-1.0-*.whl'))) writeFileSync(file, Buffer.concat([Buffer.from('evil'), readFileSync(file).subarray(4)]))
    })
    const healed = await job()
    expect(healed.totals).toMatchObject({ wheelsBuilt: 1, buildsReused: 1 })
  })

  test('a job that refuses sources ends with what has to be built', async () => {
    const { action } = use({ inputs: { sdists: 'refuse', cache: 'false' } })
    const main = await action.run('main')
    expect(main.status).toBe(1)
    expect(main.stdout).toContain('build-required')
    expect(main.stdout).toMatch(/app has to be built, and only wheels are allowed/)
  })
})
