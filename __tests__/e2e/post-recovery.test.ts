import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { copyAction } from '../support/built.ts'
import { runCli } from '../support/cli.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { killedAt } from '../support/killed-run.ts'
import { findPython } from '../support/python.ts'
import { succeeded, usesOf } from '../support/runner/uses.ts'
import { tempFolder } from '../support/temp.ts'
import { readTree, treeDifferences } from '../support/tree.ts'
import { aWheel } from '../support/wheel.ts'

/** The bundled action: a `main` that is killed while it changes an environment, and the `post` that the runner calls after it. */
const action = join(copyAction(tempFolder('action-')), 'action.yml')
let index: IndexServer
const use = usesOf(action, () => index)
const TIMEOUT_MS = 600_000
const inputs = { 'python-path': findPython().executable, venv: 'env', cache: 'false', compile: 'false' }

beforeAll(async () => {
  index = await startIndex()
  index.add(['1.0', '2.0'].flatMap((version) => ['app', 'lib', 'more'].map((name) => aWheel({
    name, version, requires: name === 'app' ? [`lib==${version}`, `more==${version}`] : [],
    files: { [`${name}/__init__.py`]: version, [`${name}/v${version}.py`]: '' }, entryPoints: { console_scripts: { [name]: `${name}:main` } },
  }))))
})
afterAll(() => index.close())

test('post puts an environment right in which main was killed during its commit', async () => {
  const { job, action: first } = use({ files: { 'requirements.txt': 'app==1.0\n' }, inputs: { cache: 'false' } })
  succeeded(await first.run('main'))
  const venv = join(job.workspace, 'env')
  const tree = (): ReturnType<typeof readTree> => readTree(venv, { ignore: /(^|\/)(__pycache__|\.parallel-pip)$/ })
  const old = tree()
  writeFileSync(join(job.workspace, 'requirements.txt'), 'app==2.0\n')
  // Later and later in the run, until the commit was met three times; a run that ends by itself fails the test.
  let torn = 0
  for (let at = 8; torn < 3; at += 3) {
    const again = job.action(action, inputs)
    const killed = await again.run('main', { env: killedAt({ at, folder: venv }) })
    expect({ signal: killed.signal, output: killed.output }).toMatchObject({ signal: 'SIGKILL' })
    if (treeDifferences(old, tree()).length > 0) torn += 1
    if (torn === 3) {
      // What a person would do on the machine.
      const repaired = await runCli(['check', '--repair', '--venv', venv], { cwd: job.workspace })
      expect(repaired).toMatchObject({ status: 0 })
    } else expect(succeeded(await again.run('post')).stdout).toMatch(/interrupted run/)
    expect(treeDifferences(old, tree())).toEqual([])
    expect(existsSync(join(venv, findPython().sitePackages, '.parallel-pip'))).toBe(false)
  }
  succeeded(await job.action(action, inputs).run('main'))
  expect(treeDifferences(old, tree())).not.toEqual([])
}, TIMEOUT_MS)

test('post removes what main, killed while it made a fresh environment, has left', async () => {
  const { job, action: first } = use({ files: { 'requirements.txt': 'app==1.0\n' }, inputs: { cache: 'false' } })
  const before = readdirSync(job.workspace)
  const killed = await first.run('main', { env: killedAt({ at: 6, folder: join(job.workspace, 'env') }) })
  expect({ signal: killed.signal, output: killed.output }).toMatchObject({ signal: 'SIGKILL' })
  expect(readdirSync(job.workspace)).not.toEqual(before)
  expect(succeeded(await first.run('post')).stdout).toMatch(/interrupted run/)
  expect(readdirSync(job.workspace)).toEqual(before)
}, TIMEOUT_MS)
