import { spawn, type ChildProcess } from 'node:child_process'
import { makeFolder, removeFolder } from './folders.ts'

export interface Finished {
  readonly status: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
  /** stdout and stderr as they came. */
  readonly output: string
  readonly durationMs: number
}

export interface RunOptions {
  readonly cwd?: string
  /** Added to the scrubbed environment; undefined removes. */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly input?: string
  /** `machine` keeps the machine's own pip, proxy and certificate settings, for tests against the configured index. */
  readonly environment?: 'scrubbed' | 'machine'
  readonly timeoutMs?: number
}

/** A running child with its output so far. */
export interface Running {
  readonly process: ChildProcess
  readonly done: Promise<Finished>
  output(): string
  /** Resolves when the output contains the text or matches; rejects when the process ends before. */
  waitFor(text: string | RegExp): Promise<void>
  /** Signals the whole process group. */
  kill(signal: NodeJS.Signals): void
}

const CONFIGURES_INSTALLERS = /^(PIP_|UV_|VIRTUAL_ENV|CONDA_|PYTHON|NODE_|GITHUB_|ACTIONS_|RUNNER_|INPUT_|STATE_|CI$|SSL_CERT|REQUESTS_CA|CURL_CA)|^(https?|no|all)_proxy$/i

/**
 * The machine's environment without anything that configures installers, Node or an action, so that a test says all it
 * depends on. HOME and the configuration folders point to `home`; no pip configuration file is read.
 */
export function scrubbedEnvironment(home: string): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => !CONFIGURES_INSTALLERS.test(name) && !name.startsWith('XDG_'))
  return { ...(Object.fromEntries(kept) as Record<string, string>), HOME: home, PIP_CONFIG_FILE: '/dev/null', PIP_DISABLE_PIP_VERSION_CHECK: '1' }
}

/** Starts a command in a process group of its own. */
export function start(command: string, args: readonly string[], options: RunOptions = {}): Running {
  const home = makeFolder('home-')
  const startedMs = performance.now()
  const child = spawn(command, args, { cwd: options.cwd ?? home, env: environmentOf(options, home), detached: true, stdio: 'pipe' })
  const out = { stdout: '', stderr: '', output: '' }
  const collect = (name: 'stdout' | 'stderr') => (chunk: string): void => {
    out[name] += chunk
    out.output += chunk
  }
  child.stdout.setEncoding('utf8').on('data', collect('stdout'))
  child.stderr.setEncoding('utf8').on('data', collect('stderr'))
  child.stdin.on('error', () => undefined).end(options.input ?? '')
  const kill = (signal: NodeJS.Signals): void => signalGroup(child, signal)
  const timer = setTimeout(() => kill('SIGKILL'), options.timeoutMs ?? 120_000)
  const done = new Promise<Finished>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status, signal) => resolve({ status, signal, ...out, durationMs: performance.now() - startedMs }))
  }).finally(() => {
    clearTimeout(timer)
    removeFolder(home)
  })
  return { process: child, done, output: () => out.output, waitFor: (text) => outputHas(child, () => out.output, text), kill }
}

/** Runs a command to its end; a non-zero status is a result, not an error. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return start(command, args, options).done
}

/** Runs a command that has to succeed; gives its standard output. */
export async function mustRun(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const finished = await run(command, args, options)
  if (finished.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${finished.signal ?? finished.status}\n${finished.output}`)
  return finished.stdout
}

function environmentOf(options: RunOptions, home: string): NodeJS.ProcessEnv {
  const base = options.environment === 'machine' ? process.env : scrubbedEnvironment(home)
  return Object.fromEntries(Object.entries({ ...base, ...options.env }).filter(([, value]) => value !== undefined))
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The group has ended already.
  }
}

function outputHas(child: ChildProcess, output: () => string, text: string | RegExp): Promise<void> {
  const found = (): boolean => (typeof text === 'string' ? output().includes(text) : text.test(output()))
  return new Promise((resolve, reject) => {
    const check = (): void => {
      if (found()) resolve()
    }
    child.stdout?.on('data', check)
    child.stderr?.on('data', check)
    child.on('close', () => (found() ? resolve() : reject(new Error(`ended without ${String(text)}:\n${output()}`))))
    check()
  })
}
