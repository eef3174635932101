import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { openBuilder } from '../../src/build/builder.ts'
import type { BuilderParts } from '../../src/build/parts.ts'
import type { BuildEnvironment, BuildSource, BuiltWheel, SourceMetadata } from '../../src/build/types.ts'
import { WaitGraph } from '../../src/build/wait-graph.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { EventBus, type RunEvent } from '../../src/kernel/events.ts'
import type { Sha256 } from '../../src/kernel/hash.ts'
import { Limiter } from '../../src/kernel/limiter.ts'
import { normalizeName } from '../../src/standards/names.ts'
import { openBuiltWheelStore } from '../../src/store/built-wheels.ts'
import { storeLayout, type StoreLayout } from '../../src/store/layout.ts'
import { openPreparedMetadataStore } from '../../src/store/prepared-metadata.ts'
import { findPython } from '../support/python.ts'
import { anSdist, aProject, type BackendSpec } from '../support/sdist.ts'
import { tempFolder } from '../support/temp.ts'

/** What backends say is kept between runs, and found by the next before its source is fetched. */
const folder = tempFolder('kept-metadata-')
const PYTHON = { implementation: 'cpython', version: '3.11.7', extensionSuffix: '.so', platform: 'linux-x86_64', libc: 'glibc 2.36', macos: '', flags: '64 bit' }
let layout: StoreLayout

beforeEach(() => { layout = storeLayout(mkdtempSync(join(folder, 'store-'))) })

interface Source extends BuildSource {
  /** How often it was brought here. */
  readonly fetched: () => number
}

/** A source distribution as an index lists it, with its hash unless it is told not to. */
function listed(backend: BackendSpec, { isHashed = true } = {}): Source {
  const { bytes, filename, sha256 } = anSdist({ name: 'app', backend: { dynamicMetadata: ['Requires-Dist: leaf'], ...backend } })
  let count = 0
  const fetch = (): Promise<{ path: string; sha256: Sha256 }> => {
    count += 1
    const path = join(mkdtempSync(join(folder, 'file-')), filename)
    writeFileSync(path, bytes)
    return Promise.resolve({ path, sha256: sha256 as Sha256 })
  }
  const origin = { kind: 'archive', filename, sha256: isHashed ? (sha256 as Sha256) : undefined, fetch } as const
  return { key: 'app', label: 'app 1.0', name: normalizeName('app'), versionText: '1.0', origin, subdirectory: undefined, configSettings: {}, fetched: () => count }
}

interface Run {
  readonly from: SourceMetadata['from']
  readonly requires: readonly string[]
  readonly wheel: BuiltWheel | undefined
  readonly notices: readonly string[]
  /** Processes of the backend. */
  readonly calls: number
}

interface RunOptions {
  readonly parts?: Partial<BuilderParts>
  readonly builds?: boolean
  /** Where the backend finds modules beside its own. */
  readonly modules?: string
}

/** One run: asks what the source requires, and has its wheel built if it is told to. */
async function run(source: BuildSource, { parts = {}, builds = false, modules }: RunOptions = {}): Promise<Run> {
  const events: RunEvent[] = []
  const bus = new EventBus(systemClock)
  bus.listen((event) => events.push(event))
  const python = findPython().executable
  const place: BuildEnvironment = { python, env: { PATH: process.env['PATH'], PYTHONPATH: modules }, installed: () => [], with: () => Promise.resolve(place) }
  const sha256Of = (path: string): Sha256 => createHash('sha256').update(readFileSync(path)).digest('hex') as Sha256
  const builder = openBuilder({
    python, pythonFacts: PYTHON, system: 'debian 12', isolated: true, surroundings: [], env: {}, environments: { make: () => Promise.resolve(place) },
    store: openBuiltWheelStore(layout), prepared: openPreparedMetadataStore(layout), metadata: { read: () => Promise.resolve(undefined), write: () => Promise.resolve() },
    hashFile: (path) => Promise.resolve({ sha256: sha256Of(path), sizeBytes: statSync(path).size }),
    builds: new Limiter(2), timeoutMs: undefined, graph: new WaitGraph(), events: bus, nowMs: () => systemClock.nowMs(), signal: new AbortController().signal, ...parts,
  })
  try {
    const { from, metadata } = await builder.metadata(source)
    const wheel = builds ? await builder.wheel(source) : undefined
    const calls = events.filter((event) => event.kind === 'task-started' && event.task === 'build').length
    const notices = events.flatMap((event) => (event.kind === 'notice' ? [event.text] : []))
    return { from, requires: metadata.requiresDist.map(({ name }) => name), wheel, notices, calls }
  } finally {
    await builder.close()
  }
}

/** Files of what backends said. */
function kept(): string[] {
  const bucket = join(layout.root, 'prepared-v1')
  return existsSync(bucket) ? readdirSync(bucket, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).map((name) => join(bucket, name)) : []
}

describe('an answer', () => {
  test('is found again without the source and without the backend', async () => {
    const source = listed({})
    expect(await run(source)).toMatchObject({ from: 'backend', requires: ['leaf'], calls: 1 })
    expect(source.fetched()).toBe(1)
    expect(await run(source)).toMatchObject({ from: 'earlier-backend', requires: ['leaf'], calls: 0, notices: [] })
    expect(source.fetched()).toBe(1)
  })

  test('of a wheel that was built only to be asked is kept as well, the wheel is not', async () => {
    const source = listed({ preparesMetadata: false })
    expect(await run(source)).toMatchObject({ from: 'backend', requires: ['leaf'] })
    expect(await run(source)).toMatchObject({ from: 'earlier-backend', requires: ['leaf'], calls: 0 })
    expect(existsSync(join(layout.root, 'built-v1'))).toBe(false)
  })

  test.each<[string, Partial<BuilderParts>, Partial<BuildSource>]>([
    ['source', {}, { origin: listed({ noise: 'other' }).origin }],
    ['Python', { pythonFacts: { ...PYTHON, version: '3.11.8' } }, {}],
    ['system', { system: 'debian 13' }, {}],
    ['isolation', { isolated: false }, {}],
    ['build constraints', { surroundings: ['tool<2'] }, {}],
    ['variable of the backend', { env: { SETUPTOOLS_USE_DISTUTILS: 'stdlib' } }, {}],
    ['setting', {}, { configSettings: { mode: 'fast' } }],
  ])('is not believed under another %s, nor lost by it', async (_what, parts, changes) => {
    const source = listed({})
    await run(source)
    expect(await run({ ...source, ...changes }, { parts })).toMatchObject({ from: 'backend' })
    expect(await run({ ...source, ...changes }, { parts })).toMatchObject({ from: 'earlier-backend' })
    expect(await run(source)).toMatchObject({ from: 'earlier-backend' })
  })

  test('that was damaged is given again', async () => {
    const source = listed({})
    await run(source)
    for (const file of kept()) writeFileSync(file, readFileSync(file, 'utf8').replace('Requires-Dist: leaf', 'Requires-Dist: evil'))
    expect(await run(source)).toMatchObject({ from: 'backend', requires: ['leaf'], notices: ['the metadata kept of app 1.0 was damaged; its backend is asked again'] })
    expect(await run(source)).toMatchObject({ from: 'earlier-backend', requires: ['leaf'], notices: [] })
  })

  test('gives way to the wheel, which says itself what it requires', async () => {
    const source = listed({ builtMetadata: ['Requires-Dist: more'] })
    expect(await run(source)).toMatchObject({ requires: ['leaf'] })
    expect(kept()).toHaveLength(1)
    const building = await run(source, { builds: true })
    expect(building).toMatchObject({ from: 'earlier-backend', requires: ['leaf'] })
    expect(building.wheel?.metadata.requiresDist.map(({ name }) => name)).toEqual(['leaf', 'more'])
    expect(kept()).toEqual([])
    expect(await run(source)).toMatchObject({ from: 'wheel', requires: ['leaf', 'more'], calls: 0 })
  })

  test('that is no answer is not kept: what the backend lacked may be there next time', async () => {
    const source = listed({ imports: ['compiler_of_sorts'] })
    const modules = mkdtempSync(join(folder, 'modules-'))
    await expect(run(source, { modules })).rejects.toMatchObject({ code: 'build-failed' })
    expect(kept()).toEqual([])
    writeFileSync(join(modules, 'compiler_of_sorts.py'), '')
    expect(await run(source, { modules })).toMatchObject({ from: 'backend', requires: ['leaf'] })
  })
})

describe('nothing is kept', () => {
  test('of a file whose hash was not said beforehand', async () => {
    const source = listed({}, { isHashed: false })
    expect([await run(source), await run(source)]).toMatchObject([{ from: 'backend' }, { from: 'backend' }])
    expect([kept(), source.fetched()]).toEqual([[], 2])
  })

  test.each([false, true])('of a folder (editable: %s), which may change under its name', async (editable) => {
    const path = mkdtempSync(join(folder, 'project-'))
    aProject(path, { name: 'app', backend: { dynamicMetadata: ['Requires-Dist: leaf'] } })
    const source: BuildSource = { ...listed({}), origin: { kind: 'directory', path, editable } }
    expect([await run(source), await run(source)]).toMatchObject([{ from: 'backend' }, { from: 'backend' }])
    expect(kept()).toEqual([])
  })

  test('where nothing is kept between runs', async () => {
    const source = listed({})
    const parts = { store: undefined, prepared: undefined }
    expect([await run(source, { parts }), await run(source, { parts })]).toMatchObject([{ from: 'backend' }, { from: 'backend' }])
    expect(kept()).toEqual([])
  })

  test('where the store cannot be written, and nothing fails for it', async () => {
    mkdirSync(layout.root, { recursive: true })
    writeFileSync(join(layout.root, 'prepared-v1'), 'a file')
    const source = listed({})
    expect([await run(source), await run(source)]).toMatchObject([{ from: 'backend' }, { from: 'backend' }])
  })
})
