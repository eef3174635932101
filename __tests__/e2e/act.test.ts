import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { copyAction } from '../support/built.ts'
import { startCacheService, type CacheService } from '../support/cache-service/service.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { findPython } from '../support/python.ts'
import { findAct, runAct, type ActOptions, type ActRun, type ActStep } from '../support/runner/act.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel } from '../support/wheel.ts'
import { SUPPORTED } from '../target/pythons.ts'

/** The bundled action as workflows use it, run by act. Where act is not installed they are skipped; .ci/run installs it. */
const act = findAct()
const withAct = act === undefined ? test.skip : test
if (act === undefined) console.warn('act is not on PATH: the tests that run workflows are skipped')

const action = act === undefined ? '' : copyAction(join(tempFolder('action-'), 'action'))
let index: IndexServer
let service: CacheService

beforeAll(async () => {
  index = await startIndex()
  index.add([aWheel({ name: 'app', requires: ['lib>=1'] }), aWheel({ name: 'lib', version: '2.0' }), aWheel({ name: 'other' })])
  service = await startCacheService()
})
afterEach(() => {
  index.calm()
  service.calm()
})
afterAll(async () => {
  await index.close()
  await service.close()
})

const USE = `- { id: pip, uses: owner/parallel-pip@v1, with: { python-path: '${findPython().executable}', venv: env } }`

function workflow(jobs: string): string {
  return `name: CI\non: [push, pull_request]\njobs:\n${jobs.replace(/^/gm, '  ')}\n`
}

const ONE_JOB = workflow(`
install:
  runs-on: ubuntu-latest
  steps:
    - uses: actions/checkout@v4
    ${USE}
    - { id: after, run: 'which python && python -c "import app, lib; print(lib.__version__)" && echo hit=\${{ steps.pip.outputs.cache-hit }}' }`)

interface Given extends Partial<Pick<ActOptions, 'event' | 'payload'>> {
  readonly files?: Readonly<Record<string, string>>
  readonly yaml?: string
  readonly requirements?: string
  readonly token?: string
}

async function runWorkflow({ yaml = ONE_JOB, requirements = 'app\n', token, files = {}, ...options }: Given = {}): Promise<ActRun> {
  index.calm()
  service.calm()
  const env = { PIP_INDEX_URL: index.indexUrl(), ...service.environment(token === undefined ? {} : { token }) }
  const done = await runAct(act ?? '', { files: { '.github/workflows/ci.yml': yaml, 'requirements.txt': requirements, ...files }, action, env, ...options })
  expect({ status: done.status, log: done.status === 0 ? '' : done.log }).toEqual({ status: 0, log: '' })
  return done
}

function step(done: ActRun, id: string, job = 'install'): ActStep {
  const found = done.jobs[job]?.[id]
  if (found === undefined) throw new Error(`no step ${id} of job ${job} in\n${done.log}`)
  return found
}

function wheelsAsked(): string[] {
  return index.asked(/\.whl$/).map(({ path }) => path.split('/').at(-1) ?? '').sort()
}

withAct('cold, warm, one requirement changed: pre restores early, warm downloads no wheel and says so', async () => {
  const cold = await runWorkflow()
  const first = step(cold, 'pip')
  expect(first.results).toEqual({ Pre: 'success', Main: 'success', Post: 'success' })
  expect(first.outputs).toMatchObject({ 'cache-hit': 'false', 'cache-matched-key': '', 'wheels-total': '2', 'wheels-reused': '0', installed: '2' })
  expect(first.annotations).toEqual([])
  expect(first.lines.join('\n')).toMatch(/Cache: no entry yet[\s\S]*2 wheels downloaded[\s\S]*Cache: saved .* under parallel-pip\/v1\//)
  expect(step(cold, 'after').lines).toEqual([expect.stringMatching(/env\/bin\/python$/), '2.0', 'hit=false'])
  expect(service.keys()).toEqual([first.outputs['cache-key'], expect.stringContaining(`>${first.outputs['cache-key']}`)])

  const warm = await runWorkflow()
  const second = step(warm, 'pip')
  expect(wheelsAsked()).toEqual([])
  expect(second.outputs).toMatchObject({ 'cache-hit': 'true', 'cache-key': first.outputs['cache-key'], 'cache-matched-key': first.outputs['cache-key'], 'wheels-reused': '2' })
  expect(second.lines.join('\n')).toMatch(/Restoring what this job used last[\s\S]*Cache: restored .* saved for the same inputs[\s\S]*2 wheels from the store[\s\S]*the entry restored held every wheel/)
  expect(second.summary).toMatch(/\*\*2 packages in /)
  expect(step(warm, 'after').lines).toContain('hit=true')
  expect(service.requests.filter(({ operation }) => operation === 'reserve')).toEqual([])

  const changed = await runWorkflow({ requirements: 'app\nother\n' })
  expect(wheelsAsked()).toEqual([expect.stringMatching(/^other-/)])
  expect(step(changed, 'pip').outputs).toMatchObject({ 'cache-hit': 'false', 'cache-matched-key': first.outputs['cache-key'], 'wheels-reused': '2', 'wheels-total': '3' })
  expect(step(changed, 'pip').lines.join('\n')).toContain('saved for other inputs; what fits is used')
}, 240_000)

withAct('two legs keep entries and pointers of their own; legs that install the same share one', async () => {
  const legs = workflow(`
legs:
  runs-on: ubuntu-latest
  strategy: { matrix: { leg: [one, two], include: [{ leg: two, more: other }] } }
  steps:
    - uses: actions/checkout@v4
    - { id: pip, uses: owner/parallel-pip@v1, with: { python-path: '${findPython().executable}', venv: env, requirements: requirements.txt, packages: '\${{ matrix.more }}', cache-suffix: legs } }`)
  const cold = await runWorkflow({ yaml: legs })
  const outputs = Object.entries(cold.jobs).map(([job, steps]) => [job, steps['pip']?.outputs['wheels-total']])
  expect(outputs.sort()).toEqual([['legs one', '2'], ['legs two other', '3']])
  const pointers = service.keys().filter((key) => key.startsWith('parallel-pip-leg/') && key.includes('/legs/'))
  expect(new Set(pointers.map((key) => key.split('/>')[0])).size).toBe(2)

  const warm = await runWorkflow({ yaml: legs })
  expect(wheelsAsked()).toEqual([])
  expect(Object.values(warm.jobs).map((steps) => steps['pip']?.outputs['cache-hit'])).toEqual(['true', 'true'])
}, 240_000)

/** Another Python than the tests' own; undefined: there is none here. */
function otherPython(): string | undefined {
  const own = findPython().version.split('.').slice(0, 2).join('.')
  const minorOf = (python: string): string => execFileSync(python, ['-I', '-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], { encoding: 'utf8' }).trim()
  return SUPPORTED.map(({ path }) => path).find((python) => minorOf(python) !== own)
}

const other = act === undefined ? undefined : otherPython()
const withTwo = other === undefined ? test.skip : test
if (act !== undefined && other === undefined) console.warn('there is one Python only: the test with legs of two is skipped')
withTwo('legs of two Pythons: each saves and finds an entry of its own', async () => {
  const yaml = workflow(`
pythons:
  runs-on: ubuntu-latest
  strategy: { max-parallel: 1, matrix: { python: ['${findPython().executable}', '${other ?? ''}'] } }
  steps:
    - uses: actions/checkout@v4
    - { id: pip, uses: owner/parallel-pip@v1, with: { python-path: '\${{ matrix.python }}', venv: env, cache-suffix: pythons } }
    - { id: after, run: 'python -c "import sys, app, lib; print(sys.version_info[:2])"' }`)
  const legsOf = ({ jobs }: ActRun): ActStep[] => Object.keys(jobs).sort().map((job) => step({ jobs, log: '', status: 0 }, 'pip', job))
  const cold = await runWorkflow({ yaml })
  const said = Object.values(cold.jobs).map((steps) => steps['after']?.lines.join())
  expect(new Set(said).size).toBe(2)
  const keys = legsOf(cold).map(({ outputs }) => outputs['cache-key'])
  expect(new Set(keys).size).toBe(2)
  expect(keys.every((key) => /\/(cp|pp|pypy)3\d+/.test(key ?? ''))).toBe(true)
  expect(service.keys().filter((key) => keys.includes(key)).sort()).toEqual([...keys].sort())

  const warm = legsOf(await runWorkflow({ yaml }))
  expect(wheelsAsked()).toEqual([])
  expect(warm.map(({ outputs }) => [outputs['cache-hit'], outputs['cache-matched-key']])).toEqual(keys.map((key) => ['true', key]))
}, 240_000)

withAct('a pull request from a fork restores what its base saved, and cannot write where the base reads', async () => {
  const payload = { pull_request: { number: 7, head: { ref: 'change', repo: { fork: true, full_name: 'stranger/repository' } }, base: { ref: 'main' } } }
  const justLib = ONE_JOB.replace('import app, lib', 'import lib')
  const base = step(await runWorkflow({ requirements: 'lib\n', yaml: justLib }), 'pip')
  const before = service.entries.all().filter(({ scope }) => scope === 'refs/heads/main').length

  const own = service.token({ ref: 'refs/pull/7/merge', readable: ['refs/heads/main'] })
  const same = step(await runWorkflow({ requirements: 'lib\n', event: 'pull_request', payload, token: own, yaml: justLib }), 'pip')
  expect(same.outputs).toMatchObject({ 'cache-hit': 'true', 'cache-matched-key': base.outputs['cache-key'] })
  const more = step(await runWorkflow({ requirements: 'lib\napp\n', event: 'pull_request', payload, token: own }), 'pip')
  expect(more.outputs).toMatchObject({ 'cache-hit': 'false', 'wheels-reused': expect.stringMatching(/^[12]$/) })
  expect(service.entries.all().filter(({ scope }) => scope === 'refs/heads/main')).toHaveLength(before)

  const reader = service.token({ ref: 'refs/pull/8/merge', readable: ['refs/heads/main'], mayWrite: false })
  const readOnly = step(await runWorkflow({ requirements: 'lib\nother\n', event: 'pull_request', payload, token: reader, yaml: justLib }), 'pip')
  expect(readOnly.lines.join('\n')).toContain('not saved: the token of this run may only read')
  expect(readOnly.annotations).toEqual([])
}, 240_000)

withAct('a requirement that does not exist fails the step, with an annotation at its line', async () => {
  const env = { PIP_INDEX_URL: index.indexUrl(), ...service.environment() }
  const done = await runAct(act ?? '', { files: { '.github/workflows/ci.yml': ONE_JOB, 'requirements.txt': 'app\nnowhere>=3\n' }, action, env })
  expect(done.status).not.toBe(0)
  const failed = step(done, 'pip')
  expect(failed.results).toEqual({ Pre: 'success', Main: 'failure', Post: 'success' })
  expect(failed.summary).toContain('**Failed after')
  expect(done.log).toContain('file=requirements.txt,line=2')
  expect(failed.lines.join('\n')).toContain('Nothing to save')
}, 120_000)

withAct('an action of the repository’s own that uses this one, used twice: both save, and both are found again', async () => {
  const composite = `name: install\ndescription: x\ninputs: { folder: { required: true } }\nruns:\n  using: composite\n  steps:\n    - { uses: owner/parallel-pip@v1, with: { python-path: '${findPython().executable}', venv: env, working-directory: '\${{ inputs.folder }}', cache-suffix: twice } }\n`
  const yaml = workflow('\ntwice:\n  runs-on: ubuntu-latest\n  steps:\n    - uses: actions/checkout@v4\n    - { id: a, uses: ./.github/actions/install, with: { folder: a } }\n    - { id: b, uses: ./.github/actions/install, with: { folder: b } }')
  const files = { '.github/actions/install/action.yml': composite, 'a/requirements.txt': 'app\n', 'b/requirements.txt': 'other\n' }
  const cacheLines = async (): Promise<string[]> => (await runWorkflow({ yaml, files })).log.split('\n').filter((line) => /^Cache: (no|saved|restored|not)/.test(line)).map((line) => line.replace(/^(Cache: \w+ \w+).*/, '$1'))
  const cold = await cacheLines()
  // The second begins while the first saves: it finds nothing, or what the first has saved by then, which lacks what it needs.
  expect(cold.map((line) => line.replace(/\d+$/, ''))).toEqual(['Cache: no entry', expect.stringMatching(/^Cache: (no entry|restored )$/), 'Cache: saved ', 'Cache: saved '])
  expect(service.keys().filter((key) => key.startsWith('parallel-pip/') && key.includes('/twice/'))).toHaveLength(2)
  expect(await cacheLines()).toEqual([expect.stringContaining('Cache: restored'), expect.stringContaining('Cache: restored'), 'Cache: not saved', 'Cache: not saved'])
}, 240_000)
