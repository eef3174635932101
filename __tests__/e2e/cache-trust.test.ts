import { globSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { copyAction } from '../support/built.ts'
import type { CacheEntry } from '../support/cache-service/entries.ts'
import { startCacheService, type CacheService } from '../support/cache-service/service.ts'
import { tamper } from '../support/cache-service/tamper.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { runPython } from '../support/python.ts'
import { succeeded, usesOf } from '../support/runner/uses.ts'
import type { StepResult } from '../support/runner/job.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel } from '../support/wheel.ts'

/** Entries that are not what we saved: whatever they hold, what is installed is what the index published. */
const use = usesOf(join(copyAction(tempFolder('action-')), 'action.yml'), () => index)
const app = aWheel({ name: 'app', requires: ['lib>=1'] })
const lib = aWheel({ name: 'lib', version: '2.0' })
let index: IndexServer
let service: CacheService

beforeAll(async () => {
  index = await startIndex()
  index.addIndex('bare', { metadata: 'off' })
  index.add([app, lib, aWheel({ name: 'evil' })])
  index.add([app, lib, aWheel({ name: 'evil' })], { index: 'bare' })
})
beforeEach(async () => {
  index.calm()
  await service?.close()
  service = await startCacheService()
})
afterAll(async () => {
  await index.close()
  await service.close()
})

/** Saves an entry, changes it, and runs once more. */
async function restoredFrom(change: (folder: string) => void, inputs: Readonly<Record<string, string>> = {}): Promise<{ result: StepResult; packages: string }> {
  const given = { env: service.environment(), inputs: { 'early-restore': 'false', ...inputs } }
  const cold = use(given)
  succeeded(await cold.action.run('main'))
  succeeded(await cold.action.run('post'))
  const entry = service.entries.all().find(({ key }) => key.startsWith('parallel-pip/'))
  if (entry === undefined) throw new Error('nothing was saved')
  tamper(entry, change)
  index.calm()
  const again = use(given)
  const result = succeeded(await again.action.run('main'))
  const packages = await runPython(join(again.job.workspace, 'env', 'bin', 'python'), 'import importlib.metadata as m, app, lib; print(sorted(d.name for d in m.distributions() if d.name != "pip" and d.name != "setuptools"), lib.__version__)')
  succeeded(await again.action.run('post'))
  return { result, packages }
}

const RIGHT = "['app', 'lib'] 2.0"
const wheelFile = (folder: string, { sha256 }: { readonly sha256: string }): string => globSync(join(folder, 'wheels-v1', '*', `${sha256}.whl`))[0] ?? ''

test.each<[string, (folder: string) => void, number]>([
  ['a flipped byte', (folder) => {
    const bytes = readFileSync(wheelFile(folder, lib))
    bytes[60] = (bytes[60] ?? 0) ^ 1
    writeFileSync(wheelFile(folder, lib), bytes)
  }, 1],
  ['a truncated wheel', (folder) => truncateSync(wheelFile(folder, lib), 100), 1],
  ['an empty wheel', (folder) => truncateSync(wheelFile(folder, lib), 0), 1],
  ['two wheels with their names swapped', (folder) => {
    const [a, b] = [wheelFile(folder, app), wheelFile(folder, lib)]
    renameSync(a, `${a}.tmp`)
    renameSync(b, a)
    renameSync(`${a}.tmp`, b)
  }, 2],
])('%s: dropped, fetched again, counted', async (_, change, healed) => {
  const { result, packages } = await restoredFrom(change)
  expect(packages).toBe(RIGHT)
  expect(result.outputs).toMatchObject({ 'cache-hit': 'false', 'wheels-total': '2', 'wheels-reused': String(2 - healed) })
  expect(result.stdout).toContain(`${healed} damaged wheel${healed === 1 ? '' : 's'} replaced`)
  expect(index.asked(/\.whl$/)).toHaveLength(healed)
})

test.each<[string, (folder: string) => void]>([
  ['a wheel that is a link to another file', (folder) => {
    const file = wheelFile(folder, lib)
    rmSync(file)
    symlinkSync('/etc/passwd', file)
  }],
  ['a wheel that is missing', (folder) => rmSync(wheelFile(folder, lib))],
  ['a file of a name that is no hash', (folder) => renameSync(wheelFile(folder, lib), join(folder, 'wheels-v1', 'lib.whl'))],
])('%s: not taken, fetched', async (_, change) => {
  const { result, packages } = await restoredFrom(change)
  expect(packages).toBe(RIGHT)
  expect(result.outputs).toMatchObject({ 'cache-hit': 'false', 'wheels-reused': '1' })
})

test('an entry of another format is not used, and the log says so', async () => {
  const { result, packages } = await restoredFrom((folder) => writeFileSync(join(folder, 'entry.json'), '{"format":99,"wheels":[]}'))
  expect(packages).toBe(RIGHT)
  expect(result.outputs).toMatchObject({ 'cache-hit': 'false', 'wheels-reused': '0' })
  expect(result.stdout).toContain('Cache: the entry cannot be read, the index is used instead: it has another format')
})

test.each([['an index that publishes hashes of metadata', 'simple'], ['one that publishes none', 'bare']])('metadata with an added dependency, %s: refused, nothing foreign is installed', async (_, name) => {
  const add = (folder: string): void => {
    for (const { name: project, sha256 } of [app, lib]) {
      const shard = join(folder, 'metadata-v1', sha256.slice(0, 2))
      mkdirSync(shard, { recursive: true })
      writeFileSync(join(shard, `${sha256}.txt`), `Metadata-Version: 2.1\nName: ${project}\nVersion: 2.0\nRequires-Dist: evil\nRequires-Dist: lib\n`)
    }
  }
  const { packages } = await restoredFrom(add, { 'index-url': index.indexUrl(name) })
  expect(packages).toBe(RIGHT)
})

test('half an archive: said, and the index is used', async () => {
  const given = { env: service.environment(), inputs: { 'early-restore': 'false' } }
  const cold = use(given)
  succeeded(await cold.action.run('main'))
  succeeded(await cold.action.run('post'))
  const entry = service.entries.all().find(({ key }) => key.startsWith('parallel-pip/'))
  if (entry !== undefined) entry.bytes = entry.bytes.subarray(0, Math.floor(entry.bytes.length / 2))
  const again = use(given)
  const result = succeeded(await again.action.run('main'))
  expect(result.outputs).toMatchObject({ 'cache-hit': 'false', 'wheels-total': '2' })
  expect(result.stdout).toMatch(/Cache: the entry cannot be read, the index is used instead/)
  expect(result.annotations).toEqual([])
})

test.each<[string, (entry: CacheEntry) => void]>([
  ['a wheel of it is missing', (entry) => tamper(entry, (folder) => rmSync(wheelFile(folder, lib)))],
  ['it does not say what it holds', (entry) => tamper(entry, (folder) => writeFileSync(join(folder, 'entry.json'), '{'))],
  ['half of it is there', (entry) => { entry.bytes = entry.bytes.subarray(0, Math.floor(entry.bytes.length / 2)) }],
])('an entry whose key is taken for good is damaged (%s): another takes its place, once', async (_, damage) => {
  const run = async (): Promise<{ main: StepResult; post: string }> => {
    const { action } = use({ env: service.environment(), inputs: { 'early-restore': 'false' } })
    return { main: succeeded(await action.run('main')), post: succeeded(await action.run('post')).stdout }
  }
  const cold = await run()
  const entry = service.entries.all().find(({ key }) => key === cold.main.outputs['cache-key'])
  if (entry !== undefined) damage(entry)
  expect((await run()).post).toMatch(/Cache: saved .* under parallel-pip\/v1\/.*-2, in place of one that is damaged$/m)
  index.calm()
  const mended = await run()
  expect(mended.main.outputs).toMatchObject({ 'cache-hit': 'true', 'wheels-reused': '2', 'cache-matched-key': `${cold.main.outputs['cache-key'] ?? ''}-2` })
  expect(index.asked(/\.whl$/)).toEqual([])
  expect(mended.post).toContain('Cache: not saved: the entry restored held every wheel')
}, 120_000)
