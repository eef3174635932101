import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { runCli, startCli } from '../support/cli.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import type { Running } from '../support/process.ts'
import { makeEnvironment } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { hasWorkArea, isInCommit, upgradeWorld, type UpgradeWorld } from '../support/upgrade-world.ts'
import { aWheel, writeWheel } from '../support/wheel.ts'

const folder = tempFolder()
const TIMEOUT_MS = 600_000
/** A runner kills 10 s after its first signal; idle machines need some 0.1 s. */
const SOON_MS = 8000

/** Signals a run; gives its status and how long it took to end. */
async function signal(running: Running, name: NodeJS.Signals): Promise<{ readonly status: number | null; readonly tookMs: number; readonly output: string }> {
  const startMs = performance.now()
  process.kill(running.process.pid as number, name)
  const { status, output } = await running.done
  return { status, tookMs: performance.now() - startMs, output }
}

describe('signals at random moments of an upgrade', () => {
  let world: UpgradeWorld
  let wholeMs = 0
  beforeAll(async () => {
    world = await upgradeWorld(join(folder, 'upgrade'), 12)
    const whole = await runCli(world.upgrade, { env: world.cliEnv, cwd: folder })
    wholeMs = whole.durationMs
  }, TIMEOUT_MS)

  test.each([['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const)('%s: everything or nothing, and the status says which', async (name, status) => {
    const rounds = Number(process.env['TEST_SIGNALS'] ?? 6)
    let longestMs = 0
    for (let round = 0; round < rounds; round += 1) {
      world.reset()
      const running = startCli(world.upgrade, { env: world.cliEnv, cwd: folder })
      // Before its first lines ran no program can answer a signal.
      await Promise.race([running.done, sleep(0.25 * wholeMs + Math.random() * wholeMs)])
      if (running.process.exitCode !== null) continue
      const ended = await signal(running, name)
      longestMs = Math.max(longestMs, ended.tookMs)
      // Nobody listened: not yet, or no more, because all was said and the process was being taken down.
      if (ended.status === null) {
        const isOver = /^Installed /m.test(ended.output)
        expect({ state: world.state(), output: ended.output }).toMatchObject({ state: isOver ? 'new' : 'old' })
        continue
      }
      expect({ status: ended.status, state: world.state() }).toEqual(ended.status === 0 ? { status: 0, state: 'new' } : { status, state: 'old' })
      expect(hasWorkArea(world)).toBe(false)
    }
    process.stdout.write(`${name}: at the latest ${Math.round(longestMs)} ms after it the run had ended\n`)
    expect(longestMs).toBeLessThan(SOON_MS)
  }, TIMEOUT_MS)

  test('a signal in the middle of the commit comes after it', async () => {
    for (let round = 0; round < 4; round += 1) {
      world.reset()
      const running = startCli(world.upgrade, { env: world.cliEnv, cwd: folder })
      let isDone = false
      void running.done.then(() => (isDone = true))
      while (!isDone && !isInCommit(world)) await sleep(0)
      if (!isDone) running.kill('SIGINT')
      await running.done
      expect(['old', 'new']).toContain(world.state())
      expect(hasWorkArea(world)).toBe(false)
    }
  }, TIMEOUT_MS)
})

describe('a run that waits for the network', () => {
  let server: IndexServer
  beforeAll(async () => {
    server = await startIndex()
  })
  afterAll(() => server.close())

  test('ends soon after the first signal, with nothing left of a fresh environment', async () => {
    server.add([aWheel({ name: 'slow' })])
    server.fault(/\.whl$/, { kind: 'stall', afterBytes: 100 })
    const venv = join(folder, 'stalled', 'venv')
    const running = startCli(['install', '--index-url', server.indexUrl(), '--venv', venv, 'slow'], { cwd: folder })
    while (server.asked(/\.whl$/).length === 0) await sleep(10)
    const ended = await signal(running, 'SIGTERM')
    expect(ended.status).toBe(143)
    expect(ended.tookMs).toBeLessThan(SOON_MS)
    expect(existsSync(join(folder, 'stalled')) ? readdirSync(join(folder, 'stalled')) : []).toEqual([])
  }, TIMEOUT_MS)
})

describe('a wheel of 900 MB, unpacked on the main thread', () => {
  const env = makeEnvironment(join(folder, 'big-env'))
  let wheel = ''

  beforeAll(async () => {
    const block = Buffer.alloc(20_000)
    for (let index = 0; index < block.length; index += 4) block.writeUInt32LE(Math.imul(index, 2654435761) >>> 0, index)
    const content = (): Buffer => Buffer.alloc(150 << 20, block)
    const big = await writeWheel(folder, { name: 'big', files: Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`big/${index}.bin`, { content }])) })
    wheel = big.path
  }, TIMEOUT_MS)

  test.each([['once', 1], ['twice', 2]] as const)('stops soon when interrupted %s', async (_, times) => {
    const running = startCli(['install', '--no-index', '--jobs', '1', '--python', env.python, wheel], { cwd: folder })
    const area = join(env.sitePackages, '.parallel-pip')
    while (unpackedBytes(area) < 20 << 20) await Promise.race([sleep(5), running.done.then(({ output }) => Promise.reject(new Error(output)))])
    for (let more = 1; more < times; more += 1) process.kill(running.process.pid as number, 'SIGINT')
    const ended = await signal(running, 'SIGINT')
    expect(ended.status).toBe(130)
    process.stdout.write(`a wheel of 900 MB, interrupted ${times === 1 ? 'once' : 'twice'}: ended after ${Math.round(ended.tookMs)} ms\n`)
    expect(ended.tookMs).toBeLessThan(SOON_MS)
    await runCli(['check', '--repair', '--python', env.python], { cwd: folder })
    expect(readdirSync(env.sitePackages)).toEqual([])
  }, TIMEOUT_MS)
})

function unpackedBytes(area: string): number {
  const file = join(area, 'stage', '1', 'purelib', 'big', '0.bin')
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
