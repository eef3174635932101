import { expect, test } from '@jest/globals'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { runCli, startCli } from '../support/cli.ts'
import { killedAt } from '../support/killed-run.ts'
import { tempFolder } from '../support/temp.ts'
import { hasWorkArea, isInCommit, upgradeWorld, type UpgradeWorld } from '../support/upgrade-world.ts'

const folder = tempFolder()
const TIMEOUT_MS = 1_800_000

/** The commands that may come next, each of which puts the environment right before it does anything else. */
const NEXT: readonly { readonly name: string; readonly args: (world: UpgradeWorld) => readonly string[]; readonly leaves: 'old' | 'new' }[] = [
  { name: 'the same again', args: ({ upgrade }) => upgrade, leaves: 'new' },
  { name: 'a dry run', args: ({ upgrade }) => [...upgrade, '--dry-run'], leaves: 'old' },
  { name: 'check --repair', args: ({ env }) => ['check', '--repair', '--python', env.python], leaves: 'old' },
]

test('a kill in the place of any change that a commit makes to the disk is put right by the next run, whatever it does', async () => {
  const world = await upgradeWorld(join(folder, 'steps'), 2)
  const seen = new Set<string>()
  for (let at = 0; ; at += 1) {
    world.reset()
    const killed = await runCli(world.upgrade, { env: { ...world.cliEnv, ...killedAt({ at, folder: world.env.root }) }, cwd: folder })
    if (killed.signal === null) {
      expect({ at, status: killed.status, output: killed.output }).toMatchObject({ status: 0 })
      break
    }
    expect(killed.signal).toBe('SIGKILL')
    const state = world.state()
    seen.add(state)
    const next = NEXT[at % NEXT.length] as (typeof NEXT)[number]
    const hadWorkArea = hasWorkArea(world)
    // All steps are done, and the journal does not say so yet: they are undone.
    const isCounted = state === 'new' && !isInCommit(world)
    const finished = await world.run(next.args(world))
    expect({ at, next: next.name, status: finished.status, output: finished.output }).toMatchObject({ status: 0 })
    if (hadWorkArea) expect(finished.output).toMatch(/interrupted run/)
    expect({ at, next: next.name, state: world.state() }).toEqual({ at, next: next.name, state: isCounted ? 'new' : next.leaves })
    expect(hasWorkArea(world)).toBe(false)
  }
  expect(seen).toEqual(new Set(['old', 'torn', 'new']))
}, TIMEOUT_MS)

test('kills at random moments: old or new but for the moment of the commit, and put right each time', async () => {
  const kills = Number(process.env['TEST_KILLS'] ?? 16)
  const world = await upgradeWorld(join(folder, 'moments'), 12)
  const counts = { old: 0, new: 0, torn: 0 }
  const whole = await runCli(world.upgrade, { env: world.cliEnv, cwd: folder })
  expect(whole.status).toBe(0)
  for (let round = 0; round < kills; round += 1) {
    world.reset()
    const running = startCli(world.upgrade, { env: world.cliEnv, cwd: folder })
    // Every other one is aimed at the commit.
    if (round % 2 === 0) await sleep(Math.random() * whole.durationMs)
    else await commitBegins(world, running.done)
    running.kill('SIGKILL')
    await running.done
    const state = world.state()
    const expected = state === 'new' && !isInCommit(world) ? 'new' : 'old'
    counts[state] += 1
    const repaired = await world.run(['check', '--repair', '--python', world.env.python])
    expect(repaired).toMatchObject({ status: 0 })
    expect(world.state()).toBe(expected)
    expect(hasWorkArea(world)).toBe(false)
  }
  process.stdout.write(`kills: ${kills}, left old ${counts.old}, new ${counts.new}, torn ${counts.torn}; all right after the next run\n`)
  expect(counts.old + counts.new + counts.torn).toBe(kills)
}, TIMEOUT_MS)

/** Resolves when the journal is there, or the run has ended. */
async function commitBegins(world: UpgradeWorld, done: Promise<unknown>): Promise<void> {
  let isDone = false
  void done.then(() => (isDone = true))
  while (!isDone && !isInCommit(world)) await sleep(0)
}
