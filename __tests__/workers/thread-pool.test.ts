import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import type { WorkerPool } from '../../src/workers/protocol.ts'
import { openThreadPool } from '../../src/workers/thread-pool.ts'
import { makeFolder, removeFolder } from '../support/folders.ts'
import { run } from '../support/process.ts'

jest.setTimeout(60_000)

let folder: string
let pool: WorkerPool
let inlineWhy: string[]

const [WORKER, POOL] = ['worker.ts', 'workers/thread-pool.ts'].map((file) => join(import.meta.dirname, '..', '..', 'src', file)) as [string, string]

function open(workerPath: string, threadCount = 1): WorkerPool {
  return openThreadPool({ workerPath, threadCount, onInline: (why) => inlineWhy.push(why.message) })
}

beforeEach(() => {
  folder = makeFolder('pool-')
  inlineWhy = []
  pool = open(WORKER)
})
afterEach(async () => {
  await pool.close()
  removeFolder(folder)
})

test.each([
  ['there is none', undefined, 'Cannot find module'],
  ['it cannot be loaded', 'throw new Error("not today")', 'not today'],
  ['it ends at once', 'process.exit(3)', 'ended with code 3'],
])('where no thread starts because %s, tasks run on the calling thread, which is said once', async (_, code, why) => {
  const workerPath = join(folder, 'worker.mjs')
  if (code !== undefined) writeFileSync(workerPath, code)
  const broken = open(workerPath, 2)
  broken.warm(1e9)
  const hashes = await Promise.all([1, 2, 3].map(() => broken.run('hash-file', { path: import.meta.filename, algorithms: ['sha256'] })))
  expect(new Set(hashes.map(({ result }) => result.digests['sha256'])).size).toBe(1)
  expect(inlineWhy).toEqual([expect.stringContaining(why)])
  await broken.close()
})

/** The niceness of each of this process's threads: `proc(5)`, the 19th field, 16 behind the name. */
function nicenesses(): number[] {
  return readdirSync('/proc/self/task').map((id) => {
    const stat = readFileSync(`/proc/self/task/${id}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16])
  })
}

const onLinux = process.platform === 'linux' ? test : test.skip
onLinux('threads that give way to other programs do so alone', async () => {
  const own = nicenesses()
  const polite = openThreadPool({ workerPath: WORKER, threadCount: 1, givesWay: true, onInline: (why) => inlineWhy.push(why.message) })
  const outcome = await polite.run('hash-file', { path: import.meta.filename, algorithms: ['sha256'] })
  expect(outcome.result.sizeBytes).toBeGreaterThan(0)
  const lower = nicenesses().filter((niceness) => niceness === Math.max(...own) + 10)
  expect(lower.length).toBeGreaterThanOrEqual(1)
  expect(nicenesses()).toContain(Math.min(...own))
  await polite.close()
  expect(inlineWhy).toEqual([])
})

test('a thread that dies in a task fails it, and the next task has another thread', async () => {
  const workerPath = join(folder, 'worker.mjs')
  writeFileSync(workerPath, `import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ id, request }) => {
      if (request.path === 'deadly') process.exit(7)
      parentPort.postMessage({ kind: 'done', id, result: request.path, span: { startMs: 0, endMs: 0 } })
    })
    parentPort.postMessage({ kind: 'up' })`)
  const mortal = open(workerPath)
  const run = (path: string) => mortal.run('hash-file', { path, algorithms: [] })
  for (let time = 0; time < 5; time += 1) {
    await expect(run('deadly')).rejects.toThrow('ended with code 7')
    await expect(run('harmless')).resolves.toMatchObject({ result: 'harmless' })
  }
  expect(inlineWhy).toEqual([])
  await mortal.close()
})

test('a megabyte of small work is done without a thread, more is not', async () => {
  const none = open(join(folder, 'no-worker.mjs'))
  const hash = (weight: number) => none.run('hash-file', { path: import.meta.filename, algorithms: ['sha256'] }, weight)
  none.warm(1 << 19)
  await Promise.all([hash(1 << 19), hash(1 << 19)])
  expect(inlineWhy).toEqual([])
  await hash(1)
  expect(inlineWhy).toHaveLength(1)
  await none.close()
})

test('a task tells whether it ran on the main thread, or on one of its own', async () => {
  const hash = (weight?: number) => pool.run('hash-file', { path: import.meta.filename, algorithms: ['sha256'] }, weight)
  expect((await hash(1)).span.onMainThread).toBe(true)
  expect((await hash()).span.onMainThread).toBe(false)
})

test('of what waits for a thread the heaviest comes first, and equals in their order', async () => {
  const done: string[] = []
  const hash = async (name: string, weight?: number): Promise<void> => {
    const path = join(folder, name)
    writeFileSync(path, name)
    await pool.run('hash-file', { path, algorithms: ['sha256'] }, weight)
    done.push(name)
  }
  await Promise.all([hash('begun at once'), hash('light', 1), hash('plain'), hash('heavy', 9), hash('as heavy', 9), hash('also plain')])
  expect(done).toEqual(['begun at once', 'heavy', 'as heavy', 'light', 'plain', 'also plain'])
})

test('a program that closes the pool while an answer is on its way goes on to its end', async () => {
  const program = join(folder, 'closes.ts')
  writeFileSync(program, `
    import { openThreadPool } from ${JSON.stringify(pathToFileURL(POOL).href)}
    const pool = openThreadPool({ workerPath: ${JSON.stringify(WORKER)}, threadCount: 1, onInline: () => undefined })
    const hash = () => pool.run('hash-file', { path: import.meta.filename, algorithms: ['sha256'] })
    await hash()
    void hash().catch(() => undefined)
    // The thread answers meanwhile, and nobody listens yet.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
    await pool.close()
    console.log('closed')
  `)
  const { status, stdout, stderr } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', program])
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'closed\n', stderr: '' })
})
