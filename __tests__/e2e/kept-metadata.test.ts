import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import { buildPlace, type BuildPlace, type InstallSettings } from '../support/building.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { anSdist } from '../support/sdist.ts'
import { aWheel } from '../support/wheel.ts'

// Builds start many processes: generous, for machines that have other things to do.
jest.setTimeout(180_000)

/** A resolve goes back through versions that are published as sources alone: their backends are asked by the first run only. */
let index: IndexServer
let place: BuildPlace

beforeAll(async () => {
  index = await startIndex()
  const source = (version: string, requires: string): ReturnType<typeof anSdist> => anSdist({ name: 'app', version, backend: { dynamicMetadata: [`Requires-Dist: ${requires}`] } })
  index.add([
    source('3.0', 'leaf>=3'),
    source('2.0', 'leaf>=2'),
    source('1.0', 'leaf'),
    aWheel({ name: 'leaf', version: '1.0' }),
    aWheel({ name: 'leaf', version: '3.0' }),
    anSdist({ name: 'changing', backend: { dynamicMetadata: ['Requires-Dist: leaf'], builtMetadata: ['Requires-Dist: other'] } }),
    aWheel({ name: 'other' }),
  ])
  place = buildPlace(index)
})
beforeEach(() => void index.calm())
afterAll(async () => {
  place.close()
  await index.close()
})

interface Asked {
  readonly ofBackends: number | undefined
  readonly before: number | undefined
  /** Requests for sources. */
  readonly sources: number
}

/** What a resolve that goes through all versions of `app` asked. */
async function asked(args: readonly string[] = [], settings: InstallSettings = {}): Promise<Asked> {
  index.requests = []
  const done = await place.install(['--dry-run', 'app', 'leaf<2', ...args], settings)
  expect([done.status, done.stderr]).toEqual([0, ''])
  expect(done.output).toMatch(/Would install 2 packages.*\n \+ app 1\.0\n \+ leaf 1\.0\n/)
  return { ofBackends: done.counts['sourcesAskedOfBackend'], before: done.counts['sourcesAskedBefore'], sources: index.asked(/\.tar\.gz/).length }
}

function answers(): string[] {
  return globSync(join(place.cacheDir, 'prepared-v1', '*', '*.json'))
}

test('the second run asks no backend and fetches no source', async () => {
  expect(await asked()).toEqual({ ofBackends: 3, before: 0, sources: 3 })
  expect(await asked()).toEqual({ ofBackends: 0, before: 3, sources: 0 })
  expect(await asked(['--force-reinstall', '--refresh'])).toEqual({ ofBackends: 0, before: 3, sources: 0 })
  expect(await asked(['--offline'])).toEqual({ ofBackends: 0, before: 3, sources: 0 })
})

test('other facts, and a run that keeps nothing, ask again', async () => {
  expect(await asked([], { env: { CFLAGS: '-O0' } })).toMatchObject({ ofBackends: 3, before: 0 })
  expect(await asked([], { env: { CFLAGS: '-O0' } })).toMatchObject({ ofBackends: 0, before: 3 })
  const kept = answers()
  expect(await asked(['--no-cache-dir'])).toEqual({ ofBackends: 3, before: 0, sources: 3 })
  expect(answers()).toEqual(kept)
  expect(await asked()).toMatchObject({ ofBackends: 0, before: 3 })
})

test('a damaged answer is asked for again, and then kept', async () => {
  const [first = ''] = answers()
  const whole = readFileSync(first)
  writeFileSync(first, whole.subarray(0, whole.length >> 1))
  for (const env of [{}, { CFLAGS: '-O0' }]) await place.install(['--dry-run', 'app', 'leaf<2'], { env })
  expect(readFileSync(first)).toEqual(whole)
  expect(await asked()).toEqual({ ofBackends: 0, before: 3, sources: 0 })
})

test('a wheel that requires other than its backend told an earlier run is believed, then and later', async () => {
  const before = answers()
  expect((await place.install(['--dry-run', 'changing'])).counts).toMatchObject({ sourcesAskedOfBackend: 1 })
  expect(answers()).toHaveLength(before.length + 1)
  const done = await place.install(['changing'])
  expect(done.counts).toMatchObject({ sourcesAskedOfBackend: 0, sourcesAskedBefore: 1, wheelsBuilt: 1 })
  expect(done.stderr).toContain('warning: the wheel built of changing 1.0 requires other than its source says (+ other)')
  expect(await place.python('import changing, leaf, other; print("there")')).toBe('there')
  expect(answers()).toEqual(before)
  const again = await place.install(['--force-reinstall', 'changing'])
  expect([again.stderr, again.counts]).toEqual(['', expect.objectContaining({ sourcesAskedOfBackend: 0, sourcesAskedBefore: 0, buildsReused: 1 })])
})
