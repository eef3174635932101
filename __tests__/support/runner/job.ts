import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { makeFolder, removeFolder } from '../folders.ts'
import { start, type Finished, type Running } from '../process.ts'
import { inputVariable, inputVariables, readActionFile, type ActionFile, type Contexts } from './action-file.ts'
import { readPairs } from './command-files.ts'
import { readLog, type ReadLog } from './workflow-commands.ts'

/** What is known of the run before any step. */
export interface JobOptions {
  /** Variables of the job, such as a cache service's `environment()`. */
  readonly env?: Readonly<Record<string, string>>
  readonly event?: { readonly name?: string; readonly payload?: unknown; readonly ref?: string; readonly baseRef?: string; readonly headRef?: string }
  readonly matrix?: Readonly<Record<string, unknown>>
  readonly repository?: string
  readonly jobId?: string
  readonly runAttempt?: number
  /** `self-hosted` runners may keep their disk. */
  readonly runnerEnvironment?: 'github-hosted' | 'self-hosted'
  /** Default: fresh folders below one folder, removed by `close`. */
  readonly toolCache?: string
}

/** What a step left behind. */
export interface StepResult extends ReadLog, Finished {
  readonly outputs: Readonly<Record<string, string>>
  /** What it put into GITHUB_ENV, and the folders it put before PATH. */
  readonly exported: Readonly<Record<string, string>>
  readonly paths: readonly string[]
  readonly state: Readonly<Record<string, string>>
  /** Markdown. */
  readonly summary: string
}

export interface RunningStep {
  readonly running: Running
  readonly done: Promise<StepResult>
}

export interface StepOptions {
  /** The program. */
  readonly main: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Saved state of an earlier part of the same action, given as STATE_*. */
  readonly state?: Readonly<Record<string, string>>
  /** Default: the node that runs the tests. */
  readonly node?: string
  readonly timeoutMs?: number
}

const OS = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' } as const
const ARCH = { x64: 'X64', arm64: 'ARM64', ia32: 'X86', arm: 'ARM' } as const

/** One job on a runner: folders, and an environment that grows from step to step. */
export class Job {
  readonly #options: JobOptions
  readonly root = makeFolder('job-')
  readonly workspace = join(this.root, 'work', 'repository')
  readonly temp = join(this.root, 'temp')
  readonly toolCache: string
  #env: Record<string, string>
  #paths: readonly string[] = []

  constructor(options: JobOptions = {}) {
    this.#options = options
    this.toolCache = options.toolCache ?? join(this.root, 'tools')
    this.#env = { ...options.env }
    for (const folder of [this.workspace, this.temp, this.toolCache]) mkdirSync(folder, { recursive: true })
    writeFileSync(join(this.root, 'event.json'), JSON.stringify(options.event?.payload ?? {}))
  }

  close(): void {
    removeFolder(this.root)
  }

  /** The job's own variables, and what its steps exported so far. */
  get variables(): Readonly<Record<string, string>> {
    return this.#env
  }

  /** The parts of an action, sharing their state as the runner shares it. */
  action(actionFile: string, inputs: Readonly<Record<string, string>> = {}): JobAction {
    return new JobAction(this, readActionFile(actionFile), inputs)
  }

  get contexts(): Contexts {
    const { event = {}, matrix = {}, jobId = 'test' } = this.#options
    const github = { token: 'test-token', workspace: this.workspace, job: jobId, event_name: event.name ?? 'push', ref: event.ref ?? 'refs/heads/main', repository: this.#options.repository ?? 'owner/repository' }
    const runner = { os: osName(), arch: archName(), temp: this.temp, tool_cache: this.toolCache }
    return { github, matrix, strategy: { 'job-index': 0, 'job-total': 1, 'fail-fast': true, 'max-parallel': 1 }, job: { status: 'success' }, runner }
  }

  /** Runs one program as a step and takes over what it exports. */
  run(options: StepOptions): Promise<StepResult> {
    return this.start(options).done
  }

  /** Starts one program as a step, to be watched and signalled (a cancelled job: SIGINT, SIGTERM after 7.5 s, kill after 2.5 s more). */
  start(options: StepOptions): RunningStep {
    const files = commandFiles(this.root)
    const inputs = Object.fromEntries(Object.entries(options.inputs ?? {}).map(([name, value]) => [inputVariable(name), value]))
    const state = Object.fromEntries(Object.entries(options.state ?? {}).map(([name, value]) => [`STATE_${name}`, value]))
    const env = { ...this.#runnerEnvironment(), ...files, ...this.#env, PATH: [...this.#paths, process.env['PATH']].join(delimiter), ...inputs, ...state, ...options.env }
    const timeout = options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }
    const running = start(options.node ?? process.execPath, [options.main], { cwd: this.workspace, env, ...timeout })
    return { running, done: running.done.then((finished) => this.#finish(finished, files)) }
  }

  #finish(finished: Finished, files: Record<string, string>): StepResult {
    const text = (name: string): string => readFileSync(files[name] ?? '', 'utf8')
    const exported = readPairs(text('GITHUB_ENV'))
    const paths = text('GITHUB_PATH').split(/\r?\n/).filter((line) => line !== '')
    this.#env = { ...this.#env, ...exported }
    this.#paths = [...paths.toReversed(), ...this.#paths]
    return {
      ...finished, ...readLog(finished.stdout), exported, paths,
      outputs: readPairs(text('GITHUB_OUTPUT')), state: readPairs(text('GITHUB_STATE')), summary: text('GITHUB_STEP_SUMMARY'),
    }
  }

  #runnerEnvironment(): Record<string, string> {
    const { event = {}, jobId = 'test', repository = 'owner/repository', runAttempt = 1 } = this.#options
    const ref = event.ref ?? 'refs/heads/main'
    return {
      CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_ACTION: '__run', GITHUB_ACTOR: 'someone', GITHUB_JOB: jobId, GITHUB_REPOSITORY: repository,
      GITHUB_REPOSITORY_OWNER: repository.split('/')[0] ?? '', GITHUB_RUN_ID: '1', GITHUB_RUN_NUMBER: '1', GITHUB_RUN_ATTEMPT: String(runAttempt),
      GITHUB_WORKFLOW: 'test', GITHUB_WORKFLOW_REF: `${repository}/.github/workflows/test.yml@${ref}`, GITHUB_SHA: '0'.repeat(40),
      GITHUB_REF: ref, GITHUB_REF_NAME: ref.replace(/^refs\/(heads|tags|pull)\//, ''), GITHUB_REF_TYPE: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
      GITHUB_BASE_REF: event.baseRef ?? '', GITHUB_HEAD_REF: event.headRef ?? '', GITHUB_EVENT_NAME: event.name ?? 'push',
      GITHUB_EVENT_PATH: join(this.root, 'event.json'), GITHUB_SERVER_URL: 'https://github.com', GITHUB_WORKSPACE: this.workspace,
      RUNNER_OS: osName(), RUNNER_ARCH: archName(), RUNNER_NAME: 'test', RUNNER_TEMP: this.temp, RUNNER_TOOL_CACHE: this.toolCache,
      RUNNER_ENVIRONMENT: this.#options.runnerEnvironment ?? 'github-hosted',
    }
  }
}

/** `pre`, `main` and `post` of one use of an action. */
export class JobAction {
  readonly #job: Job
  readonly #inputs: Readonly<Record<string, string>>
  readonly file: ActionFile
  #state: Record<string, string> = {}

  constructor(job: Job, file: ActionFile, inputs: Readonly<Record<string, string>>) {
    this.#job = job
    this.file = file
    this.#inputs = inputs
  }

  start(part: 'pre' | 'main' | 'post', options: Omit<StepOptions, 'main' | 'inputs' | 'state'> = {}): RunningStep {
    const main = this.file.runs[part]
    if (main === undefined) throw new Error(`${this.file.name} has no ${part}`)
    const env = { ...inputVariables(this.file, this.#inputs, this.#job.contexts), ...options.env }
    const step = this.#job.start({ ...options, main, env, state: this.#state })
    return { ...step, done: step.done.then((result) => this.#keepState(result)) }
  }

  run(part: 'pre' | 'main' | 'post', options: Omit<StepOptions, 'main' | 'inputs' | 'state'> = {}): Promise<StepResult> {
    return this.start(part, options).done
  }

  #keepState(result: StepResult): StepResult {
    this.#state = { ...this.#state, ...result.state }
    return result
  }
}

/** Runs one program as the only step of a job of its own. */
export async function runAction(options: StepOptions & { readonly job?: JobOptions }): Promise<StepResult> {
  const job = new Job(options.job)
  try {
    return await job.run(options)
  } finally {
    job.close()
  }
}

function commandFiles(root: string): Record<string, string> {
  const id = randomUUID()
  const names = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']
  return Object.fromEntries(names.map((name) => {
    const path = join(root, `${name.toLowerCase()}_${id}`)
    writeFileSync(path, '')
    return [name, path]
  }))
}

function osName(): string {
  return OS[process.platform as keyof typeof OS] ?? 'Linux'
}

function archName(): string {
  return ARCH[process.arch as keyof typeof ARCH] ?? 'X64'
}
