import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { JOURNAL_NAME, RETIRED_NAME, SETTLED_NAME } from '../../src/install/journal.ts'
import { openCommitScene } from '../support/commit-scene.ts'
import { writingDown } from '../support/killed-run.ts'
import { tempFolder } from '../support/temp.ts'

// What a power loss may leave follows from the order in which a commit's changes reach the disk (docs/transaction.md).
const folder = tempFolder('order-')

type Change = readonly [call: string, ...paths: string[]]

interface Committed {
  readonly changes: readonly Change[]
  readonly workDir: string
}

/** Makes one commit, in a process of its own, and lists its changes to the disk. */
function committed({ isUpgrade }: { readonly isUpgrade: boolean }): Committed {
  const at = join(folder, isUpgrade ? 'upgrade' : 'fresh')
  const [root, site] = [join(at, 'env'), join(at, 'env', 'lib')]
  mkdirSync(join(root, 'bin'), { recursive: true })
  mkdirSync(site)
  const scene = openCommitScene({ root, site, packages: 2, isUpgrade })
  scene.reset()
  const { plan, workDir } = scene
  const [facts, list] = [join(at, 'facts.json'), join(at, 'changes.jsonl')]
  writeFileSync(facts, JSON.stringify({ plan, workDir }))
  const program = join(import.meta.dirname, '..', 'support', 'commit-process.ts')
  const { status, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', program, facts], { input: '.', encoding: 'utf8', env: { ...process.env, ...writingDown({ list, folder: site }) } })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return { workDir, changes: readFileSync(list, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Change) }
}

test('where old files are at stake, the journal is whole and on the disk before the first of them moves, and settled before they are removed', () => {
  const { changes, workDir } = committed({ isUpgrade: true })
  const calls = changes.map(([call]) => call)
  const [synced, settled] = [calls.indexOf('fsyncSync'), changes.findIndex(([, from]) => from === join(workDir, JOURNAL_NAME))]
  expect(calls.slice(0, synced)).toEqual(expect.arrayContaining(['writeSync']))
  expect(calls.slice(0, synced)).not.toContain('renameSync')
  expect(calls.slice(synced)).not.toContain('writeSync')
  expect(changes[settled]).toEqual(['renameSync', join(workDir, JOURNAL_NAME), join(workDir, SETTLED_NAME)])
  expect(calls.lastIndexOf('renameSync')).toBe(settled)
  expect(changes.findIndex(([call, path]) => call === 'rmSync' && path?.includes(RETIRED_NAME) === true)).toBeGreaterThan(settled)
})

test('where nothing old is at stake, no disk is waited for', () => {
  const { changes } = committed({ isUpgrade: false })
  expect(changes.map(([call]) => call)).toEqual(expect.arrayContaining(['writeSync', 'renameSync']))
  expect(changes.map(([call]) => call)).not.toContain('fsyncSync')
})
