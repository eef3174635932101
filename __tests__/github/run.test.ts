import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { parsePylock } from '../../src/standards/pylock.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { makeEnvironment, runPython } from '../support/python.ts'
import { succeeded, usesOf } from '../support/runner/uses.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel } from '../support/wheel.ts'
import { actionFile } from './action-file.ts'

const folder = tempFolder('action-')
let index: IndexServer
const use = usesOf(actionFile(folder), () => index)

beforeAll(async () => {
  index = await startIndex()
  index.add([aWheel({ name: 'app', requires: ['lib>=1'], entryPoints: { console_scripts: { app: 'app:main' } } }), aWheel({ name: 'lib', version: '1.0' }), aWheel({ name: 'lib', version: '2.0' }), aWheel({ name: 'other' })])
})
afterEach(() => {
  index.calm()
})
afterAll(() => index.close())

test('requirements.txt is installed into a virtual environment that later steps have', async () => {
  const { job, action } = use({ inputs: { cache: 'false' } })
  const result = succeeded(await action.run('main'))
  const env = join(job.workspace, 'env')
  expect(result.outputs).toMatchObject({ 'venv-path': env, 'python-path': join(env, 'bin', 'python'), installed: '2', 'wheels-total': '2', 'wheels-reused': '0', 'cache-hit': 'false', 'cache-key': '', 'serial-kind': 'estimated' })
  expect(Object.keys(result.outputs).sort()).toEqual([...action.file.outputs].sort())
  expect(Number(result.outputs['duration-ms'])).toBeGreaterThan(0)
  expect(Number(result.outputs['speedup'])).toBeGreaterThan(0)
  expect(result.exported).toEqual({ VIRTUAL_ENV: env })
  expect(result.paths).toEqual([join(env, 'bin')])
  expect(await runPython(join(env, 'bin', 'python'), 'import app, lib; print(lib.__version__)')).toBe('2.0')
  expect(result.groups).toEqual([expect.stringMatching(/^Installed 2 packages in /), 'Where the time went'])
  expect(result.summary).toMatch(/^### Python packages for Python 3[\s\S]*\*\*2 packages in .*\*\*; serial mode .* \(estimated\)/)
  expect(parsePylock(readFileSync(result.outputs['pylock'] ?? '', 'utf8')).ok).toBe(true)
  expect(JSON.parse(readFileSync(result.outputs['timings'] ?? '', 'utf8'))).toMatchObject({ schemaVersion: 1, outcome: 'installed' })
  expect(JSON.parse(readFileSync(result.outputs['report'] ?? '', 'utf8'))).toMatchObject({ version: '1', install: [{ metadata: { name: 'app' } }, { metadata: { name: 'lib' } }] })
  expect(result.annotations).toEqual([])
  expect(succeeded(await action.run('post')).stdout).toContain('Nothing to save')
})

test('packages, constraints, pip-args and globs; the environment given is used, and nothing is activated unless asked', async () => {
  const env = makeEnvironment(join(folder, 'given'))
  const { action } = use({
    files: { 'req/a.in': 'app\n', 'req/b.in': 'other\n', 'limits.txt': 'lib<2\n' },
    inputs: { 'python-path': env.root, venv: '', requirements: 'req/*.in', packages: 'lib >= 1\nother app', constraints: 'limits.txt', 'pip-args': '--no-compile -v', cache: 'false' },
  })
  const result = succeeded(await action.run('main'))
  expect(result.outputs).toMatchObject({ installed: '3', 'venv-path': env.root })
  expect(result.exported).toEqual({})
  expect(await runPython(env, 'import lib; print(lib.__version__)')).toBe('1.0')
})

test.each(['', '/bin/python'])('activate-environment: true is for the environment that python-path names (%s)', async (inside) => {
  const env = makeEnvironment(join(folder, `named${inside.length}`))
  const { job, action } = use({ inputs: { 'python-path': `${env.root}${inside}`, venv: '', 'activate-environment': 'true', cache: 'false' } })
  const result = succeeded(await action.run('main'))
  expect({ ...result.exported, paths: result.paths, into: result.outputs['venv-path'] }).toEqual({ VIRTUAL_ENV: env.root, paths: [env.scripts], into: env.root })
  expect(existsSync(join(job.workspace, '.venv'))).toBe(false)
})

test('activate-environment: true without any makes .venv', async () => {
  const { job, action } = use({ inputs: { venv: '', 'activate-environment': 'true', cache: 'false' } })
  expect(succeeded(await action.run('main')).exported).toEqual({ VIRTUAL_ENV: join(job.workspace, '.venv') })
})

test('summary: false and compare: off', async () => {
  const { action } = use({ inputs: { summary: 'false', compare: 'off', cache: 'false' } })
  const result = succeeded(await action.run('main'))
  expect(result.summary).toBe('')
  expect(result.outputs).toMatchObject({ 'serial-ms': '', 'serial-kind': '', speedup: '' })
})

test('a failure is annotated at the line of the requirement, and the summary says so', async () => {
  const { job, action } = use({ files: { 'sub/requirements.txt': 'lib\napp\nnowhere>=3\n' }, inputs: { 'working-directory': 'sub', cache: 'false' } })
  const result = await action.run('main')
  expect(result.status).toBe(1)
  expect(result.annotations).toEqual([expect.objectContaining({ level: 'error', file: 'sub/requirements.txt', line: 3, title: 'parallel-pip: package-unknown' })])
  expect(result.lines.join('\n')).toContain('error[package-unknown]')
  expect(result.summary).toMatch(/\*\*Failed after .*\n\n```text\nerror\[package-unknown\]: no project named nowhere was found.*\n {2}--> requirements\.txt:3:1\n/)
  expect(existsSync(join(job.workspace, 'sub', 'env'))).toBe(false)
  expect(succeeded(await action.run('post')).stdout).toContain('Nothing to save')
})

test('a dry run activates nothing and has installed nothing', async () => {
  const { job, action } = use({ inputs: { cache: 'false', 'pip-args': '--dry-run --report -' } })
  const result = succeeded(await action.run('main'))
  expect({ ...result.exported, paths: result.paths }).toEqual({ paths: [] })
  expect(result.outputs).toMatchObject({ installed: '0', 'venv-path': '' })
  expect(result.stdout).toMatch(/^ {2}"version": "1",$/m)
  expect(existsSync(join(job.workspace, 'env'))).toBe(false)
})

const withFull = existsSync('/dev/full') ? test : test.skip
withFull('a summary and reports that cannot be written are warned of, and the installation stands', async () => {
  const { job, action } = use({ inputs: { cache: 'false' } })
  const result = succeeded(await action.run('main', { env: { GITHUB_STEP_SUMMARY: '/dev/full', RUNNER_TEMP: join(job.workspace, 'requirements.txt') } }))
  expect(result.outputs).toMatchObject({ installed: '2' })
  expect(result.annotations.map(({ level, message }) => `${level} ${message.split(':', 1)[0] ?? ''}`)).toEqual(['timings', 'job summary', 'installation report', 'lock'].map((what) => `warning the ${what} could not be written`))
})

test('a runner that cannot be told of outputs is named for the reason, and no fault of ours; why a run failed is told first', async () => {
  const told = async (files: Record<string, string>): Promise<(string | undefined)[]> => {
    const result = await use({ files, inputs: { cache: 'false' } }).action.run('main', { env: { GITHUB_OUTPUT: join(folder, 'no', 'output') } })
    expect([result.status, result.summary.match(/^###.*/gm)?.length]).toEqual([1, 1])
    return result.annotations.map(({ title, message }) => `${title ?? ''} ${message.split(':', 1)[0] ?? ''}`)
  }
  expect(await told({ 'requirements.txt': 'app\n' })).toEqual(['parallel-pip: input-missing what the runner is to be told (GITHUB_OUTPUT) cannot be written'])
  expect(await told({ 'requirements.txt': 'nowhere\n' })).toEqual([' the outputs could not be written', expect.stringContaining('parallel-pip: package-unknown')])
})

test('a file that pip-args name and that cannot be written ends the run before anything is installed', async () => {
  const { job, action } = use({ inputs: { cache: 'false', 'pip-args': '--report no/report.json' } })
  const result = await action.run('main')
  expect([result.status, result.annotations[0]?.message]).toEqual([1, expect.stringMatching(/^the file .*report\.json cannot be written: there is no folder .*no\nat --report/)])
  expect(existsSync(join(job.workspace, 'env'))).toBe(false)
})

test('--log in pip-args is a file of all that happened, and of why it failed', async () => {
  const { job, action } = use({ inputs: { cache: 'false', 'pip-args': '--log logs/run.log --index-url http://me:hidden-word@127.0.0.1:1/ --retries 0' } })
  expect((await action.run('main')).status).toBe(1)
  const failed = readFileSync(join(job.workspace, 'logs', 'run.log'), 'utf8')
  expect(failed).toMatch(/^\d{4}-\S+Z error\[index-unreachable\]: /m)
  expect(failed).not.toContain('hidden-word')
  const other = use({ inputs: { cache: 'false', 'pip-args': '--log run.log' } })
  succeeded(await other.action.run('main'))
  expect(readFileSync(join(other.job.workspace, 'run.log'), 'utf8')).toMatch(/^\S+Z Installed 2 packages in /m)
})

test('--debug-config in pip-args shows the settings and installs nothing', async () => {
  const { job, action } = use({ inputs: { cache: 'false', 'pip-args': '--debug-config --timeout 9' } })
  const result = succeeded(await action.run('main'))
  expect(result.stdout).toMatch(/^timeout:\n {4}in force {2}--timeout 9 {2}\(--timeout\)$/m)
  expect(existsSync(join(job.workspace, 'env'))).toBe(false)
  succeeded(await action.run('post'))
})

test.each<[string, Record<string, string>, string]>([
  ['--no-cache-dir', { 'pip-args': '--no-cache-dir' }, 'Cache: pip-args or pip\'s configuration switch the store off (--no-cache-dir): nothing is restored or saved'],
  ['another folder', { 'pip-args': '--cache-dir kept' }, 'Cache: pip-args name another folder ('],
  ['a pattern without files', { 'cache-dependency-glob': 'no/*.lock\n*.dangling' }, 'Cache: cache-dependency-glob matches no file in '],
])('why the cache is not what it could be: %s', async (_, inputs, line) => {
  const { job, action } = use({ inputs })
  symlinkSync('nowhere', join(job.workspace, 'a.dangling'))
  expect(succeeded(await action.run('main')).lines.filter((said) => said.startsWith('Cache: '))[0]).toContain(line)
})

test('wheels that stay on this disk: where, and why', async () => {
  const kept = join(folder, 'kept')
  const run = async (runId: string): Promise<string> => {
    const { action } = use({ runnerEnvironment: 'self-hosted', env: { XDG_CACHE_HOME: kept, GITHUB_RUN_ID: runId } })
    return succeeded(await action.run('main')).lines.filter((said) => said.startsWith('Cache: ')).join('\n')
  }
  expect(await run('1')).toBe('Cache: there is no cache service')
  expect(await run('2')).toMatch(/^Cache: wheels are kept on this disk, in .*kept.* \(this runner keeps its disk\); the cache service is not asked$/)
})

test.each<[string, Record<string, string>, RegExp]>([
  ['cache: false', { cache: 'False' }, /^No early restore: cache is false$/m],
  ['early-restore: false', { 'early-restore': 'false' }, /^No early restore: early-restore is false$/m],
  ['no service', {}, /^No early restore: there is no cache service$/m],
])('pre says why it restores nothing: %s', async (_, inputs, line) => {
  expect(succeeded(await use({ inputs }).action.run('pre')).stdout).toMatch(line)
})

const onLinux = process.platform === 'linux' ? test : test.skip
onLinux('a tar that can make no entries (Alpine) is named, with what to do, and nothing is tried', async () => {
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  writeFileSync(join(bin, 'busybox'), '#!/bin/sh\necho tried > "$RUNNER_TEMP/tried"\nexit 1\n', { mode: 0o755 })
  symlinkSync('busybox', join(bin, 'tar'))
  const env = { ACTIONS_RUNTIME_TOKEN: 'x', ACTIONS_RESULTS_URL: index.origin, PATH: bin }
  const { job, action } = use({ inputs: {} })
  const lines: string[] = []
  for (const part of ['pre', 'main', 'post'] as const) lines.push(...succeeded(await action.run(part, { env })).lines.filter((line) => /^Cache: |^No early/.test(line)))
  const why = expect.stringMatching(/the tar on PATH is BusyBox’s.*apk add tar zstd/)
  expect(lines).toEqual([why, why, why])
  expect(readdirSync(job.temp)).not.toContain('tried')
})

test.each([
  ['nothing to install', {}, { files: {} }, 'there is nothing to install'],
  ['a pattern without files', { requirements: 'no/*.txt' }, {}, 'requirements: no file matches no/*.txt'],
  ['bad values', { jobs: 'many' }, {}, 'jobs'],
  ['a bad switch', { cache: 'perhaps' }, {}, 'cache: expected auto, true, false or local, not "perhaps"'],
  ['two interpreters', { 'python-version': '3.13' }, {}, 'python-version and python-path cannot be used together'],
])('%s: one clear error, exit status 1', async (_, inputs, given, message) => {
  const result = await use({ inputs, ...given }).action.run('main')
  expect(result.status).toBe(1)
  expect(result.annotations).toHaveLength(1)
  expect(result.annotations[0]?.message).toContain(message)
})

test('a Python that is not in the tool cache: the error points to setup-python', async () => {
  const result = await use({ inputs: { 'python-path': '', 'python-version': '3.99' } }).action.run('main')
  expect(result.annotations[0]?.message).toMatch(/no Python 3\.99 is in the runner's tool cache[\s\S]*actions\/setup-python/)
})

test.each<[string, Record<string, string>, RegExp]>([
  ['a file', { requirements: 'absent.txt' }, /there is no such file\nat input requirements \(-r\)/],
  ['an interpreter', { venv: '', 'python-path': '/nowhere/python' }, /\/nowhere\/python was not found[\s\S]*\nput actions\/setup-python before this step/],
  ['the working directory', { 'working-directory': 'absent' }, /^working-directory: there is no folder .*absent\n/],
])('%s that is not there is told of in words of the workflow', async (_, inputs, message) => {
  const result = await use({ inputs: { cache: 'false', ...inputs } }).action.run('main')
  expect({ status: result.status, message: result.annotations[0]?.message }).toEqual({ status: 1, message: expect.stringMatching(message) })
})

test('options are told of where a workflow has them', async () => {
  const told = async (inputs: Record<string, string>, env = {}): Promise<string> => (await use({ inputs: { cache: 'false', ...inputs } }).action.run('main', { env })).annotations.map(({ message }) => message).join('\n')
  expect(await told({ 'pip-args': '--no-dep' })).toMatch(/\nat --no-dep \(in pip-args or packages\)$/)
  expect(await told({ venv: '', 'python-path': 'requirements.txt' })).toMatch(/\nhint: name a working interpreter with the input python-path\n/)
  expect(await told({ packages: 'requirements.txt' })).toMatch(/\nhint: to install what a file lists, write requirements: requirements\.txt$/)
})

test('an input that is spelled wrong is warned of; a file that packages name is not called left out', async () => {
  const result = succeeded(await use({ inputs: { packages: '-r requirements.txt', cache: 'false' } }).action.run('main', { env: { INPUT_REQUIREMENT: 'x' } }))
  expect(result.annotations.map(({ level, message }) => `${level} ${message}`)).toEqual(['warning the input requirement does not exist, and is not read; did you mean requirements?'])
  expect(result.lines.join('\n')).not.toContain('is not installed')
})

test('secrets of index URLs are masked everywhere', async () => {
  index.addIndex('private', { auth: { user: 'someone', password: 'hunter2222' } }).add([aWheel({ name: 'secret-lib' })], { index: 'private' })
  const { action } = use({ files: { 'requirements.txt': 'secret-lib\nabsent-lib\n' }, inputs: { 'index-url': index.indexUrl('private', 'someone:hunter2222'), cache: 'false' } })
  const result = await action.run('main')
  expect(result.masked).toContain('hunter2222')
  expect(result.output.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('hunter2222')
  expect(result.summary).not.toContain('hunter2222')
})
