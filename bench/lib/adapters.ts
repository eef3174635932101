import { join } from 'node:path'
import { REPOSITORY } from './paths.ts'
import type { Tools } from './tools.ts'

/** What an installer is asked to do. */
export interface Job {
  readonly venv: string
  readonly cache: string
  readonly indexUrl: string
  readonly requirements: string
  /** Projects that are to be built; undefined: everything comes as a wheel. */
  readonly built: readonly string[] | undefined
  /** Resolve, and install nothing. */
  readonly dryRun: boolean
  /** Folder for profiles of this run, when wanted. */
  readonly profile: string | undefined
}

export interface Adapter {
  readonly name: string
  /** The command line: no bytecode, no progress, nothing but errors printed. */
  readonly command: (job: Job) => readonly string[]
}

/** The tools of these names: `ours`, `ours-4` (with `--jobs 4`), `uv`, `pip`. */
export function adapters(tools: Tools, names: readonly string[]): Adapter[] {
  return names.map((name) => ({ name, command: commandOf(tools, name) }))
}

function commandOf(tools: Tools, name: string): Adapter['command'] {
  const jobs = /^ours(?:-(\d+))?$/.exec(name)
  if (jobs !== null) return (job) => ours(job, jobs[1] ?? 'auto')
  if (name === 'uv') return (job) => uv(tools, job)
  if (name === 'pip') return (job) => pip(tools, job)
  throw new Error(`there is no tool ${name}; there are ours, ours-N, uv and pip`)
}

function ours(job: Job, jobs: string): string[] {
  const profile = job.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${job.profile}`]
  const timings = job.profile === undefined ? [] : ['--timings', join(job.profile, `timings-${jobs}-${Date.now()}.json`)]
  const quiet = ['--quiet', '--no-color', '--progress', 'off', '--no-compile', ...common(job)]
  const where = ['--python', python(job), '--cache-dir', job.cache, '--index-url', job.indexUrl, '--jobs', jobs]
  return [process.execPath, ...profile, join(REPOSITORY, 'dist', 'cli', 'index.js'), 'install', ...where, ...quiet, ...timings, '-r', job.requirements]
}

function uv(tools: Tools, job: Job): string[] {
  const quiet = ['--quiet', '--no-progress', '--no-config', '--no-compile-bytecode', ...common(job)]
  const where = ['--python', python(job), '--cache-dir', job.cache, '--default-index', job.indexUrl]
  return [tools.uv, 'pip', 'install', ...where, ...quiet, '-r', job.requirements]
}

/** pip caches what comes over plain http only from hosts it is told to trust; a real index is https. */
function pip(tools: Tools, job: Job): string[] {
  const quiet = ['--quiet', '--no-input', '--trusted-host', '127.0.0.1', '--disable-pip-version-check', '--no-compile', ...common(job)]
  return [tools.pip, '--python', python(job), 'install', '--cache-dir', job.cache, '--index-url', job.indexUrl, ...quiet, '-r', job.requirements]
}

function common(job: Job): string[] {
  const formats = job.built?.flatMap((name) => ['--no-binary', name]) ?? ['--only-binary', ':all:']
  return [...formats, ...(job.dryRun ? ['--dry-run'] : [])]
}

function python(job: Job): string {
  return join(job.venv, 'bin', 'python')
}
