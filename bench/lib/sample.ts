import { execFileSync, spawn } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { FACTS_BUCKET } from '../../src/store/layout.ts'
import type { Adapter, Job } from './adapters.ts'
import { folder, helper } from './paths.ts'
import type { Stats } from './local-index.ts'
import type { Tools } from './tools.ts'

/** What one run cost. `peakBytes` is the largest process, CPU includes descendants. */
export interface Cost {
  readonly wallSeconds: number
  readonly userSeconds: number
  readonly systemSeconds: number
  readonly peakBytes: number
  /** From process start to the first request for a wheel; null when none was asked for. */
  readonly firstWheelMs: number | null
  readonly downloadedBytes: number
  readonly requests: number
  /** Distributions present afterwards. */
  readonly installed: number
}

export type Mode = 'cold' | 'warm' | 'noop' | 'resolve' | 'resolve-warm' | 'resolve-changed'

/** Modes that begin with an empty cache. */
const COLD: readonly Mode[] = ['cold', 'resolve']
const DRY: readonly Mode[] = ['resolve', 'resolve-warm', 'resolve-changed']

export interface Bench {
  readonly tools: Tools
  /** Folder on the medium under test; work of one process, deleted at the end. */
  readonly root: string
  readonly indexUrl: string
  /** Base of the index's own `/-/stats` and `/-/reset`; undefined: a real index, which says nothing of itself. */
  readonly control: string | undefined
  readonly profile: string | undefined
  /** Projects that are to be built; undefined: everything comes as a wheel. */
  readonly built?: readonly string[]
  /**
   * Nothing is deleted before `root` is: ext4 passes by inodes that were freed in the last minutes, one by one, and a run
   * after a clean-up pays several seconds for it.
   */
  readonly keepsAll?: boolean
}

/** What is measured, and how often a run is repeated that had to wait for the upstream index. */
export interface Task {
  readonly mode: Mode
  readonly requirements: string
  readonly attempts?: number
}

/** Numbers the folders of runs whose folders stay. */
let samples = 0

/**
 * One measured run of a tool. Cold: empty cache, fresh venv. Resolve: the same, as a dry run; resolve-warm: with the kept cache;
 * resolve-changed: with kept pages, but without our answers to whole questions. Warm: the tool's kept
 * cache, fresh venv. Noop: the venv it filled before. Everything around the run (venvs, deleting, flushing to disk) happens outside the clock.
 */
export async function sample(bench: Bench, adapter: Adapter, { mode, requirements, attempts = 5 }: Task): Promise<Cost> {
  const own = join(bench.root, adapter.name)
  const fresh = bench.keepsAll === true ? `-${(samples += 1)}` : ''
  const cache = COLD.includes(mode) ? join(own, `cold-cache${fresh}`) : join(own, 'kept-cache')
  const venv = mode === 'noop' ? join(own, 'kept-venv') : join(own, `venv${fresh}`)
  const job: Job = { venv, cache, indexUrl: bench.indexUrl, requirements, dryRun: DRY.includes(mode), built: bench.built, profile: bench.profile }
  if (COLD.includes(mode)) rmSync(cache, { recursive: true, force: true })
  if (mode === 'resolve-changed') rmSync(join(cache, FACTS_BUCKET, 'resolutions'), { recursive: true, force: true })
  if (mode !== 'noop') freshVenv(bench.tools, venv)
  folder(cache)
  execFileSync('sync')
  if (bench.control !== undefined) await ask(`${bench.control}/-/reset`)
  const cost = await measured(adapter.command(job), bench)
  const stats = bench.control === undefined ? SILENT : (JSON.parse(await ask(`${bench.control}/-/stats`)) as Stats)
  if (stats.missing.length > 0) process.stderr.write(`${adapter.name}: the index does not have ${stats.missing.slice(0, 5).join(', ')}\n`)
  // What is recorded on the way costs time that is not the tool's: such a run does not count.
  if (stats.upstreamRequests > 0 && attempts > 1) return sample(bench, adapter, { mode, requirements, attempts: attempts - 1 })
  const result = { ...cost, firstWheelMs: stats.firstWheelMs === null ? null : stats.firstWheelMs - cost.startedMs }
  const installed = distributions(venv)
  if (bench.keepsAll !== true) {
    if (mode !== 'noop') rmSync(venv, { recursive: true, force: true })
    if (COLD.includes(mode)) rmSync(cache, { recursive: true, force: true })
  }
  return { ...result, downloadedBytes: stats.bytes, requests: stats.requests, installed }
}

/**
 * Fills the kept cache and the kept venv of a tool, unmeasured, so that warm and noop runs have them. Twice: what a tool
 * keeps on the second use only (unpacked wheels, in our case) is part of a warm cache. `dryRun`: nothing but resolves will be measured.
 */
export async function prepare(bench: Bench, adapter: Adapter, { requirements, dryRun = false }: { readonly requirements: string; readonly dryRun?: boolean }): Promise<void> {
  const own = join(bench.root, adapter.name)
  const job: Job = { venv: join(own, 'kept-venv'), cache: folder(join(own, 'kept-cache')), indexUrl: bench.indexUrl, requirements, dryRun, built: bench.built, profile: undefined }
  for (let use = 1; use <= 2; use += 1) {
    const venv = use === 1 && bench.keepsAll === true ? join(own, 'first-venv') : job.venv
    freshVenv(bench.tools, venv)
    await measured(adapter.command({ ...job, venv }), bench)
  }
}

/** What is known of a real index's side. */
const SILENT: Stats = { requests: 0, bytes: 0, firstWheelMs: null, missing: [], upstreamRequests: 0 }

/** On a connection of its own: one kept alive may be closed by the index while a slow tool runs. */
async function ask(url: string): Promise<string> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => get(url, { agent: false }, resolve).on('error', reject))
  return text(response)
}

function freshVenv(tools: Tools, venv: string): void {
  rmSync(venv, { recursive: true, force: true })
  execFileSync(tools.uv, ['venv', '--quiet', '--no-config', '--python', tools.python, venv], { env: environment(), stdio: ['ignore', 'ignore', 'inherit'] })
}

type Measured = Pick<Cost, 'wallSeconds' | 'userSeconds' | 'systemSeconds' | 'peakBytes'> & { readonly startedMs: number }

function measured(command: readonly string[], bench: Bench): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const env = { ...environment(bench.control === undefined), TMPDIR: folder(join(bench.root, 'tmp')), HOME: folder(join(bench.root, 'home')) }
    const child = spawn(bench.tools.python, [helper('measure.py'), ...command], { env, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
    let cost = ''
    let output = ''
    child.stdio[3]?.on('data', (chunk: Buffer) => { cost += chunk.toString() })
    child.stdout?.on('data', (chunk: Buffer) => { output += chunk.toString() })
    child.stderr?.on('data', (chunk: Buffer) => { output += chunk.toString() })
    child.on('error', reject)
    child.on('close', () => {
      const parsed = cost === '' ? undefined : (JSON.parse(cost) as Measured & { exitCode: number })
      if (parsed?.exitCode === 0) resolve(parsed)
      else reject(new Error(`${command.join(' ')}\nfailed (${parsed?.exitCode ?? 'not started'}):\n${output.slice(-4000)}`))
    })
  })
}

const INSTALLER = /^(PIP|UV|PYTHON|NODE|VIRTUAL_ENV|CONDA)/i
const LINE = /^(SSL_CERT|REQUESTS_CA|CURL_CA|NODE_EXTRA_CA)|_proxy$/i

/** The machine's environment without what configures an installer; how the world outside is reached counts for a real index alone. */
function environment(isReal = false): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => (LINE.test(name) ? isReal : !INSTALLER.test(name)))
  return { ...(Object.fromEntries(kept) as Record<string, string>), PIP_CONFIG_FILE: '/dev/null', PYTHONDONTWRITEBYTECODE: '1' }
}

function distributions(venv: string): number {
  const lib = join(venv, 'lib')
  const site = readdirSync(lib).find((name) => name.startsWith('python')) ?? ''
  return readdirSync(join(lib, site, 'site-packages')).filter((name) => name.endsWith('.dist-info')).length
}
