import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join, relative } from 'node:path'
import type { Job, StepResult } from '../../__tests__/support/runner/job.ts'
import { folder, DATA, helper, REPOSITORY } from './paths.ts'
import type { Tools } from './tools.ts'

/** What the parts of a workflow took, in seconds. */
export interface FlowCost {
  /** What an action does before the job's own steps, and where it restores. */
  readonly before: number
  readonly install: number
  readonly post: number
  /** Undefined: not measured. */
  readonly firstImport: number | undefined
  /** Of what was restored or saved, in the cache service. */
  readonly entryBytes: number
}

/** One machine of a workflow's run, new each time. */
export interface Machine {
  readonly job: Job
  readonly tools: Tools
  readonly requirements: string
  /** Of the set, so that entries of two sets are never mixed up. */
  readonly keyText: string
  /** Between an action's `pre` and `main`, outside the clock: checkout and the set-up of Python. */
  readonly gapMs: number
  /** Between `main` and `post`, outside the clock: the tests, or whatever the job installs for. */
  readonly afterMs: number
}

/** Installs the set into `env` below the workspace; each call is one job on a new machine. */
export type Flow = (machine: Machine) => Promise<Omit<FlowCost, 'firstImport' | 'entryBytes'>>

/** Each flow by name. Stand-ins of peers do what those do with the cache, by the same toolkit, and nothing else. */
export function flows({ dist }: { readonly dist: string }): ReadonlyMap<string, Flow> {
  const peer = bundledPeer()
  const action = actionFolder(dist)
  return new Map<string, Flow>([
    ['ours', (machine) => ours(machine, action, true)],
    ['ours-late', (machine) => ours(machine, action, false)],
    ['setup-uv', (machine) => setupUv(machine, peer, false)],
    ['setup-uv-prune', (machine) => setupUv(machine, peer, true)],
    ['setup-python', (machine) => setupPython(machine, peer)],
    ['venv', (machine) => cachedVenv(machine, peer)],
  ])
}

/** `uses: ours` as the only step; `early`: with its `pre`, which a local action (`uses: ./`) does not have. */
async function ours({ job, tools, requirements, gapMs, afterMs }: Machine, action: string, early: boolean): ReturnType<Flow> {
  const use = job.action(join(action, 'action.yml'), { requirements, 'python-path': tools.python, venv: 'env', cache: 'true' })
  const before = early ? seconds(await use.run('pre')) : 0
  if (early) await pause(gapMs)
  const install = seconds(await use.run('main'))
  await pause(afterMs)
  return { before, install, post: seconds(await use.run('post')) }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** setup-uv, then `uv venv` and `uv pip install`. */
async function setupUv(machine: Machine, peer: string, prune: boolean): ReturnType<Flow> {
  const { job, tools, requirements } = machine
  const cache = join(job.workspace, '.uv-cache')
  mkdirSync(cache)
  const kept = cacheStep(machine, peer, { paths: relative(job.workspace, cache), key: 'setup-uv' })
  const env = { UV_CACHE_DIR: cache, UV_NO_CONFIG: '1', UV_NO_PROGRESS: '1' }
  const before = await kept.restore()
  const install = timed(() => {
    shell(tools.uv, ['venv', '--python', tools.python, 'env'], { job, env })
    shell(tools.uv, ['pip', 'install', '--python', 'env/bin/python', '--index-url', indexOf(job), '-r', requirements], { job, env })
  })
  const pruning = prune && !kept.hit() ? timed(() => shell(tools.uv, ['cache', 'prune', '--ci'], { job, env })) : 0
  return { before, install, post: pruning + (await kept.save()) }
}

/** setup-python with `cache: pip`, then `pip install` into the Python it set up. */
async function setupPython(machine: Machine, peer: string): ReturnType<Flow> {
  const { job, tools, requirements } = machine
  copyVenvWithPip(tools, join(job.workspace, 'env'))
  const cache = join(job.workspace, '.pip-cache')
  mkdirSync(cache)
  const kept = cacheStep(machine, peer, { paths: relative(job.workspace, cache), key: 'setup-python' })
  const before = await kept.restore()
  const install = timed(() => shell(join(job.workspace, 'env', 'bin', 'python'), ['-m', 'pip', 'install', '-r', requirements], { job, env: { PIP_CACHE_DIR: cache } }))
  return { before, install, post: await kept.save() }
}

/** actions/cache of the environment itself; a hit leaves nothing to install. */
async function cachedVenv(machine: Machine, peer: string): ReturnType<Flow> {
  const { job, tools, requirements } = machine
  const kept = cacheStep(machine, peer, { paths: 'env', key: 'venv' })
  const before = await kept.restore()
  if (kept.hit()) return { before, install: 0, post: await kept.save() }
  copyVenvWithPip(tools, join(job.workspace, 'env'))
  const install = timed(() => shell(join(job.workspace, 'env', 'bin', 'python'), ['-m', 'pip', 'install', '--no-cache-dir', '-r', requirements], { job }))
  return { before, install, post: await kept.save() }
}

interface CacheStep {
  readonly restore: () => Promise<number>
  readonly save: () => Promise<number>
  readonly hit: () => boolean
}

/** Paths are part of what the service compares, and must be the same on each machine: relative to the workspace. */
function cacheStep({ job, keyText }: Machine, peer: string, { paths, key }: { readonly paths: string; readonly key: string }): CacheStep {
  let hit = 'false'
  const inputs = { key: `${key}-${keyText}`, paths, 'restore-keys': '' }
  return {
    restore: async () => {
      const done = await job.run({ main: peer, inputs: { ...inputs, part: 'restore' } })
      hit = done.outputs['hit'] ?? 'false'
      return seconds(done)
    },
    save: async () => seconds(await job.run({ main: peer, inputs: { ...inputs, part: 'save', hit } })),
    hit: () => hit === 'true',
  }
}

function seconds(done: StepResult): number {
  if (done.status !== 0) throw new Error(done.output)
  return done.durationMs / 1000
}

function timed(work: () => void): number {
  const startMs = performance.now()
  work()
  return (performance.now() - startMs) / 1000
}

/** pip keeps nothing that it downloads by http, unless the host is trusted. */
function shell(command: string, args: readonly string[], { job, env = {} }: { readonly job: Job; readonly env?: Readonly<Record<string, string>> }): void {
  const base = { PATH: process.env['PATH'] ?? '', HOME: job.temp, PIP_CONFIG_FILE: '/dev/null', PIP_INDEX_URL: indexOf(job), PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_TRUSTED_HOST: '127.0.0.1', PIP_NO_INPUT: '1' }
  execFileSync(command, args, { cwd: job.workspace, env: { ...base, ...env }, stdio: ['ignore', 'ignore', 'pipe'] })
}

function indexOf(job: Job): string {
  return job.variables['PIP_INDEX_URL'] ?? ''
}

/** A virtual environment that has pip of the version we compare with, as a Python that setup-python brings. */
function copyVenvWithPip(tools: Tools, to: string): void {
  const template = join(DATA, 'venv-with-pip')
  if (!existsSync(template)) {
    execFileSync(tools.uv, ['venv', '--quiet', '--no-config', '--python', tools.python, template])
    const source = execFileSync(tools.python, ['-c', 'import pip, pathlib; print(pathlib.Path(pip.__file__).parent)'], { encoding: 'utf8' }).trim()
    cpSync(source, join(template, 'lib', `python${pythonVersion(tools)}`, 'site-packages', 'pip'), { recursive: true })
  }
  cpSync(template, to, { recursive: true, verbatimSymlinks: true })
}

function pythonVersion({ python }: Tools): string {
  return execFileSync(python, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], { encoding: 'utf8' }).trim()
}

/** The stand-in as a bundle, as actions come. */
function bundledPeer(): string {
  const out = join(DATA, 'peer')
  const source = readFileSync(helper('peer-action.ts'), 'utf8')
  const plain = join(folder(out), 'peer-action.mjs')
  if (existsSync(plain) && readFileSync(plain, 'utf8') === stripTypeScriptTypes(source)) return join(out, 'bundle', 'index.mjs')
  writeFileSync(plain, stripTypeScriptTypes(source))
  execFileSync(process.execPath, [join(REPOSITORY, 'node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js'), 'build', plain, '--target', 'es2022', '--no-cache', '-o', join(out, 'bundle')], { stdio: ['ignore', 'ignore', 'inherit'] })
  return join(out, 'bundle', 'index.mjs')
}

/** What a job downloads of our action. */
function actionFolder(dist: string): string {
  const place = join(folder(join(DATA, `action-${process.pid}`)))
  cpSync(join(REPOSITORY, 'action.yml'), join(place, 'action.yml'))
  if (!existsSync(join(place, 'dist'))) symlinkSync(dist, join(place, 'dist'))
  return place
}
