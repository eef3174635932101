import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { reportOf, runEngine, versionsOf } from '../support/engine.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { pipInstalls, type PipAnswer } from '../support/pip/install.ts'
import { serveUniverse, universeOf, type MadeUniverse } from '../support/pip/universes.ts'
import { makeEnvironment } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { metadataText } from '../support/metadata.ts'
import { aWheel } from '../support/wheel.ts'

const folder = tempFolder()
const env = makeEnvironment(join(folder, 'env'))
const SEEDS = Number(process.env['SEEDS'] ?? 60)
const FIRST = Number(process.env['FIRST_SEED'] ?? 1)
const server: IndexServer = await startIndex()

afterAll(() => server.close())

interface Outcome {
  readonly seed: number
  readonly asked: readonly string[]
  /** `name==version` in the report's order; undefined when refused. */
  readonly install: readonly string[] | undefined
}

/** A folder with what is installed, to stand on PYTHONPATH. */
function installedFolder(universe: MadeUniverse): string {
  const site = join(folder, `site-${universe.seed}`)
  for (const [name, version] of Object.entries(universe.installed)) {
    const release = universe.releases.find((one) => one.name === name && one.version === version)
    const info = join(site, `${name.replaceAll('-', '_')}-${version}.dist-info`)
    mkdirSync(info, { recursive: true })
    writeFileSync(join(info, 'METADATA'), metadataText({ name, version, requires: release?.requires ?? [], metadataLines: (release?.extras ?? []).map((extra) => `Provides-Extra: ${extra}`) }))
    writeFileSync(join(info, 'RECORD'), '')
    writeFileSync(join(info, 'INSTALLER'), 'pip\n')
  }
  return site
}

function argumentsFor(universe: MadeUniverse): string[] {
  const constraints = join(folder, `constraints-${universe.seed}.txt`)
  writeFileSync(constraints, universe.constraints.map((line) => `${line}\n`).join(''))
  return ['--dry-run', '--cache-dir', join(folder, 'cache'), '--index-url', server.indexUrl(), '-c', constraints, ...universe.options, ...universe.requirements]
}

function outcomeOf(universe: MadeUniverse, asked: readonly string[], install: PipAnswer['report'] | undefined): Outcome {
  const lines = install?.install.map(({ metadata }) => `${metadata.name}==${metadata.version}`)
  return { seed: universe.seed, asked, install: lines }
}

const universes = Array.from({ length: SEEDS }, (_, at) => universeOf(FIRST + at, { calm: (FIRST + at) % 3 > 0 }))
const answers = new Map<number, PipAnswer>()

beforeAll(async () => {
  for (const universe of universes) serveUniverse(server, universe)
  const cases = universes.map((universe) => ({ args: argumentsFor(universe), env: { PYTHONPATH: installedFolder(universe) } }))
  const list = await pipInstalls(env, cases)
  for (const [at, universe] of universes.entries()) {
    const answer = list[at]
    if (answer !== undefined) answers.set(universe.seed, answer)
  }
}, 600_000)

test('some of these ask for much: pip backtracks in several, refuses several, and finds most', () => {
  const all = [...answers.values()]
  const counts = { all: all.length, backtracked: all.filter(({ rejections }) => rejections > 0).length, refused: all.filter(({ status }) => status !== 0).length }
  process.stderr.write(`${JSON.stringify(counts)}\n`)
  expect(counts.all).toBe(SEEDS)
})

test.each(universes)('$seed: what pip makes of it, we make of it', async (universe) => {
  const pip = answers.get(universe.seed)
  if (pip === undefined) throw new Error('pip gave no answer')
  const args = argumentsFor(universe)
  const run = await runEngine(['--python', env.python, '--jobs', '1', ...args], { env: { PYTHONPATH: join(folder, `site-${universe.seed}`) } })
  const report = run.performed === undefined ? undefined : (reportOf(run) as unknown as PipAnswer['report'])
  const [theirs, ours] = [outcomeOf(universe, args, pip.report), outcomeOf(universe, args, report)]
  if (pip.rejections === 0) expect({ ...ours, text: run.text }).toEqual({ ...theirs, text: pip.status === 0 ? '' : run.text })
  else expect({ found: ours.install !== undefined, args, text: run.text }).toEqual({ found: theirs.install !== undefined, args, text: run.text })
}, 60_000)

test('an extra comes with all that its project needs: one that only old versions have does not make others old', async () => {
  server.add([
    ...['1', '2', '3'].map((version) => aWheel({ name: 'sdk-core', version })),
    ...['1', '2', '3'].map((version) => aWheel({ name: 'sdk', version, requires: [`sdk-core==${version}`] })),
    aWheel({ name: 'async-sdk', version: '3', requires: ['sdk-core<3'] }),
    aWheel({ name: 'async-sdk', version: '1', requires: ['sdk-core<2'], extras: { sdk: ['sdk<2'] } }),
  ])
  const args = ['--dry-run', '--no-cache-dir', '--index-url', server.indexUrl(), 'sdk', 'async-sdk[sdk]']
  const [pip] = await pipInstalls(env, [{ args }])
  const run = await runEngine(['--python', env.python, '--jobs', '1', ...args])
  const theirs = Object.fromEntries(pip?.report?.install.map(({ metadata }) => [metadata.name, metadata.version]) ?? [])
  expect(theirs).toEqual({ sdk: '2', 'sdk-core': '2', 'async-sdk': '3' })
  expect(versionsOf(run)).toEqual(theirs)
}, 60_000)
