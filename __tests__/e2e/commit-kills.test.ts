import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { systemClock } from '../../src/kernel/clock.ts'
import { EventBus } from '../../src/kernel/events.ts'
import { RETIRED_NAME } from '../../src/install/journal.ts'
import type { CommitStep } from '../../src/install/types.ts'
import { recoverEnvironment } from '../../src/run/environment-lock.ts'
import { runCli } from '../support/cli.ts'
import { openCommitScene, type CommitScene } from '../support/commit-scene.ts'
import { makeEnvironment } from '../support/python.ts'
import { memoryFolder, tempFolder } from '../support/temp.ts'

const TIMEOUT_MS = 1_200_000
const KILLS = Number(process.env['TEST_COMMIT_KILLS'] ?? 300)
/** On a machine that is busy with other things there are fewer kills, not a longer test. */
const BUDGET_MS = 210_000
const PACKAGES = 40
/** Every so many kills the next run is the command line, in a process of its own; else what all commands call, in this one. */
const BY_COMMAND = 12

const folder = tempFolder('kills-')
const memory = memoryFolder('kills-')

interface Lane {
  readonly scene: CommitScene
  readonly python: string
  readonly facts: string
  readonly home: string
}

function openLane(at: string): Lane {
  const env = makeEnvironment(join(at, 'env'))
  const scene = openCommitScene({ root: env.root, site: env.sitePackages, packages: PACKAGES, isUpgrade: true })
  const facts = join(at, 'facts.json')
  writeFileSync(facts, JSON.stringify({ plan: scene.plan, workDir: scene.workDir }))
  return { scene, python: env.python, facts, home: join(at, 'home') }
}

type Tally = Record<'before' | 'inside' | 'after', Record<'old' | 'new' | 'torn', number>>

test('a commit that is killed at any of hundreds of random moments: torn in its window alone, and put right by the next run each time', async () => {
  const zero = (): Tally['before'] => ({ old: 0, new: 0, torn: 0 })
  const tally: Tally = { before: zero(), inside: zero(), after: zero() }
  let kills = 0
  const untilMs = performance.now() + BUDGET_MS
  const work = (lane: Lane): Promise<void> =>
    sweep(lane).catch((error: unknown) => {
      kills = KILLS
      throw error
    })
  const sweep = async (lane: Lane): Promise<void> => {
    const wholeMs = await commitMs(lane)
    const { steps } = lane.scene.plan
    let isOld = false
    while (kills < KILLS && performance.now() < untilMs) {
      const kill = (kills += 1)
      const at = Math.floor(Math.random() * steps.length)
      await killOnce(lane, isOld, { step: kill % 3 === 0 ? undefined : steps[at], at, wholeMs })
      const [moment, state] = [lane.scene.moment(), lane.scene.state()]
      tally[moment][state] += 1
      await recoverNext(lane, kill % BY_COMMAND === 0)
      isOld = moment !== 'after'
      expect({ kill, moment, was: state, is: lane.scene.state(), workArea: existsSync(lane.scene.workDir) }).toEqual({ kill, moment, was: state, is: isOld ? 'old' : 'new', workArea: false })
    }
  }
  // Two on the disk, where journals are synced, and one in memory, where steps are quick.
  const ended = await Promise.allSettled([openLane(join(folder, 'one')), openLane(join(folder, 'other')), openLane(memory)].map(work))
  for (const lane of ended) if (lane.status === 'rejected') throw lane.reason
  const count = (moment: keyof Tally): number => Object.values(tally[moment]).reduce((sum, some) => sum + some, 0)
  process.stdout.write(
    `kills of a commit of ${PACKAGES} packages: ${kills}; before the window ${count('before')} (torn ${tally.before.torn}), after it ${count('after')} (torn ${tally.after.torn}), ` +
    `inside ${count('inside')} (old ${tally.inside.old}, torn ${tally.inside.torn}, new ${tally.inside.new}); all ${kills} right after the next run\n`,
  )
  expect(tally.before).toMatchObject({ new: 0, torn: 0 })
  expect(tally.after).toMatchObject({ old: 0, torn: 0 })
  // Aimed at, and hit: else the sweep shows nothing.
  expect(count('inside')).toBeGreaterThan(kills / 20)
}, TIMEOUT_MS)

/** A process that is ready to commit. */
async function startCommit({ scene, facts }: Lane, isOld: boolean): Promise<ChildProcess> {
  scene.reset(isOld)
  const program = join(import.meta.dirname, '..', 'support', 'commit-process.ts')
  const env = { ...process.env, NODE_OPTIONS: '', NODE_COMPILE_CACHE: join(folder, 'compiled') }
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, facts], { stdio: ['pipe', 'pipe', 'inherit'], env })
  child.stdin?.on('error', () => undefined)
  await Promise.race([once(child.stdout as NodeJS.ReadableStream, 'data'), once(child, 'exit').then(() => Promise.reject(new Error('the commit did not begin')))])
  return child
}

async function commitMs(lane: Lane): Promise<number> {
  const child = await startCommit(lane, false)
  const startMs = performance.now()
  child.stdin?.write('.')
  await once(child, 'exit')
  expect(lane.scene.state()).toBe('new')
  return performance.now() - startMs
}

interface Aim {
  /** The step to wait for; none: any time from the first word to behind the end. */
  readonly step: CommitStep | undefined
  readonly at: number
  readonly wholeMs: number
}

/** Kills a commit. Timers are too coarse for it, so this spins. */
async function killOnce(lane: Lane, isOld: boolean, { step, at, wholeMs }: Aim): Promise<void> {
  const child = await startCommit(lane, isOld)
  const ended = once(child, 'exit')
  const startMs = performance.now()
  child.stdin?.write('.')
  const untilMs = startMs + (step === undefined ? Math.random() * 1.2 * wholeMs : 4 * wholeMs)
  const isDone = step === undefined ? () => false : isDoneCheck(step, `${lane.scene.workDir}/${RETIRED_NAME}/${at}`)
  while (performance.now() < untilMs && !isDone());
  child.kill('SIGKILL')
  await ended
}

/** Whether a step, or the whole commit, is done, by one look. */
function isDoneCheck(step: CommitStep, retired: string): () => boolean {
  switch (step.kind) {
    case 'retire':
      return () => existsSync(retired)
    case 'make-folder':
      return () => existsSync(step.path)
    case 'bring-in':
      return () => !existsSync(step.from)
  }
}

async function recoverNext({ scene, python, home }: Lane, byCommand: boolean): Promise<void> {
  if (byCommand) {
    const finished = await runCli(['check', '--repair', '--python', python], { env: { HOME: home, XDG_CACHE_HOME: join(home, '.cache') }, cwd: home.slice(0, -'/home'.length) })
    // What lies in the scene is no distribution that check could read.
    expect([0, 1]).toContain(finished.status)
    expect(finished.stderr).not.toContain('error[')
    return
  }
  const world = { env: {}, cwd: home, platform: process.platform, homeDir: home }
  await recoverEnvironment(scene.site, { world, events: new EventBus(systemClock), clock: systemClock, signal: new AbortController().signal })
}
