import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { isAlive } from '../../src/github/process-tree.ts'
import { copyAction } from '../support/built.ts'
import { startCacheService, type CacheService } from '../support/cache-service/service.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { findPython } from '../support/python.ts'
import { succeeded, usesOf, type Use } from '../support/runner/uses.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel } from '../support/wheel.ts'

/** A save that runs while the steps between `main` and `post` do. On Windows `post` saves alone. */
const elsewhere = process.platform === 'win32' ? test.skip : test
const actionFile = join(copyAction(tempFolder('action-')), 'action.yml')
const entries = tempFolder('entries-')
const use = usesOf(actionFile, () => index)
const parts = join(actionFile, '..', 'dist', 'cache')
let index: IndexServer
let service: CacheService

beforeAll(async () => {
  index = await startIndex()
  index.add([aWheel({ name: 'app', files: { 'app/__init__.py': '', 'app/data.bin': randomBytes(3_000_000) } }), aWheel({ name: 'other' })])
})
beforeEach(async () => {
  service = await startCacheService()
})
afterEach(() => service.close())
afterAll(() => index.close())

function aUse(): Use {
  return use({ env: service.environment(), inputs: { 'early-restore': 'false' } })
}

interface State {
  readonly pid: number
  readonly answer?: { readonly kind: string }
}

/** Waits until the save that `main` began is as far as wanted. */
async function until(temp: string, isEnough: (state: State) => boolean): Promise<State> {
  for (;;) {
    const [file] = globSync('parallel-pip/*/save/state.json', { cwd: temp })
    const state = file === undefined ? undefined : (JSON.parse(readFileSync(join(temp, file), 'utf8')) as State)
    if (state !== undefined && isEnough(state)) return state
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function cacheLine({ action }: Use): Promise<string> {
  const post = succeeded(await action.run('post'))
  expect(post.annotations).toEqual([])
  return post.lines.filter((line) => line.startsWith('Cache: ')).join('\n')
}

function entryIn(key: string): Buffer {
  return service.entries.all().find((entry) => entry.key === key)?.bytes ?? Buffer.alloc(0)
}

/** What an entry's archive holds: each file's content. */
function contents(archive: Buffer): Record<string, string> {
  const folder = mkdtempSync(join(entries, 'entry-'))
  writeFileSync(join(folder, 'archive'), archive)
  mkdirSync(join(folder, 'out'))
  execFileSync('tar', ['-xf', join(folder, 'archive'), '-C', join(folder, 'out')])
  const files = globSync('**/*', { cwd: join(folder, 'out') }).filter((file) => statSync(join(folder, 'out', file)).isFile())
  return Object.fromEntries(files.sort().map((file) => [file, readFileSync(join(folder, 'out', file)).toString('base64')]))
}

elsewhere('what main began is joined, and is the entry that post alone would have saved', async () => {
  const one = aUse()
  const key = succeeded(await one.action.run('main')).outputs['cache-key'] ?? ''
  await until(one.job.temp, ({ answer }) => answer?.kind === 'saved')
  const early = contents(entryIn(key))
  const asked = service.requests.length
  expect(await cacheLine(one)).toMatch(/^Cache: saved \d\.\d MB in .* s, under parallel-pip\/.* \([\d.]+ s of them before this step, [\d.]+ s waited for\)$/)
  expect(service.requests).toHaveLength(asked)

  const late = aUse()
  service.entries.evict(() => true)
  succeeded(await late.action.run('main'))
  await until(late.job.temp, ({ answer }) => answer?.kind === 'saved')
  service.entries.evict(() => true)
  for (const folder of globSync('parallel-pip/*/save', { cwd: late.job.temp })) rmSync(join(late.job.temp, folder), { recursive: true })
  expect(await cacheLine(late)).toMatch(/^Cache: saved \d\.\d MB in [\d.]+ s, under [^ ]+$/)
  const alone = contents(entryIn(key))
  expect(Object.keys(alone).some((file) => file.endsWith('.whl'))).toBe(true)
  // The description names the rate of the run.
  const ofFiles = (all: Record<string, string>): [string, string][] => Object.entries(all).filter(([file]) => !file.endsWith('entry.json'))
  expect(ofFiles(early)).toEqual(ofFiles(alone))
}, 120_000)

elsewhere('what stands in the store changes nothing of a save that has begun', async () => {
  const one = aUse()
  service.fault('lookup', { kind: 'latency', ms: 1500 }, { skip: 1 })
  const key = succeeded(await one.action.run('main')).outputs['cache-key'] ?? ''
  rmSync(join(one.job.temp, 'parallel-pip', 'store'), { recursive: true })
  expect(await cacheLine(one)).toMatch(/^Cache: saved 3\.\d MB/)
  expect(Object.keys(contents(entryIn(key))).filter((file) => file.endsWith('.whl'))).toHaveLength(1)
}, 60_000)

elsewhere('a save whose program misses its own files, as while they are put anew, is done by post', async () => {
  const one = aUse()
  const names = globSync('*.index.js', { cwd: parts })
  expect(names).not.toEqual([])
  for (const name of names) renameSync(join(parts, name), join(parts, `${name}.away`))
  succeeded(await one.action.run('main'))
  await until(one.job.temp, ({ answer }) => answer?.kind === 'failed')
  for (const name of names) renameSync(join(parts, `${name}.away`), join(parts, name))
  expect(await cacheLine(one)).toMatch(/^Cache: saved \d\.\d MB in [\d.]+ s, under [^ ]+$/)
}, 60_000)

elsewhere('a save whose program is killed before it has reserved the key is done by post', async () => {
  const one = aUse()
  service.fault('reserve', { kind: 'stall' }, { times: 1 })
  succeeded(await one.action.run('main'))
  while (!service.requests.some(({ operation }) => operation === 'reserve')) await new Promise((resolve) => setTimeout(resolve, 20))
  const { pid } = await until(one.job.temp, () => true)
  process.kill(-pid, 'SIGKILL')
  service.entries.evict(() => true)
  expect(await cacheLine(one)).toMatch(/^Cache: saved 3\.\d MB in [\d.]+ s, under [^ ]+$/)
}, 60_000)

elsewhere('killed in the middle of its upload, it leaves a key that nobody can take, which is said', async () => {
  const one = aUse()
  service.fault('upload', { kind: 'stall' })
  succeeded(await one.action.run('main'))
  while (!service.requests.some(({ operation }) => operation === 'upload')) await new Promise((resolve) => setTimeout(resolve, 20))
  process.kill(-(await until(one.job.temp, () => true)).pid, 'SIGKILL')
  service.calm()
  expect(await cacheLine(one)).toMatch(/^Cache: not saved: the program that had begun to was ended/)
}, 60_000)

elsewhere('an upload that the service never confirms is given up in post, by the same rule', async () => {
  const one = aUse()
  service.fault('upload', { kind: 'stall' })
  succeeded(await one.action.run('main'))
  const { pid } = await until(one.job.temp, () => true)
  expect(await cacheLine(one)).toMatch(/^Cache: not saved: the service did not take it within \d+ s$/)
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20))
}, 60_000)

elsewhere('two uses in one job save what is their own', async () => {
  const first = aUse()
  const second: Use = { ...first, action: first.job.action(actionFile, { 'python-path': findPython().executable, venv: 'second', requirements: '', packages: 'other', 'early-restore': 'false' }) }
  const keys = [succeeded(await first.action.run('main')), succeeded(await second.action.run('main'))].map(({ outputs }) => outputs['cache-key'])
  expect([await cacheLine(second), await cacheLine(first)]).toEqual([expect.stringContaining(`under ${keys[1]}`), expect.stringContaining(`under ${keys[0]}`)])
  expect(service.keys()).toEqual(expect.arrayContaining(keys))
}, 60_000)

elsewhere('serial mode is not measured beside the save of an earlier use', async () => {
  const first = aUse()
  service.fault('upload', { kind: 'latency', ms: 9000 })
  succeeded(await first.action.run('main'))
  const second = first.job.action(actionFile, { 'python-path': findPython().executable, venv: 'second', requirements: '', packages: 'other', 'early-restore': 'false', 'save-cache': 'false', compare: 'serial' })
  const main = succeeded(await second.run('main'))
  expect(main.outputs).toMatchObject({ 'serial-kind': 'measured' })
  expect(await until(first.job.temp, () => true)).toMatchObject({ answer: { kind: 'saved' } })
}, 60_000)

elsewhere('a main that fails begins nothing', async () => {
  const { job, action } = use({ env: service.environment(), inputs: { 'early-restore': 'false' }, files: { 'requirements.txt': 'app\nmissing\n' } })
  expect((await action.run('main')).status).toBe(1)
  expect(globSync('parallel-pip/*/save', { cwd: job.temp })).toEqual([])
  expect(service.requests.map(({ operation }) => operation)).not.toContain('reserve')
}, 60_000)
