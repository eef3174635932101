import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { makeFolder, removeFolder } from '../folders.ts'
import { run } from '../process.ts'

/** A repository with one workflow, and how act is to run it. */
export interface ActOptions {
  /** Path → content; `.github/workflows/ci.yml` among them. */
  readonly files: Readonly<Record<string, string>>
  /** Folder with action.yml and dist/, that workflows use as `owner/parallel-pip@v1`. */
  readonly action: string
  readonly env?: Readonly<Record<string, string>>
  readonly event?: 'push' | 'pull_request'
  readonly payload?: unknown
}

/** One step of a job, all its parts (pre, main, post) together. */
export interface ActStep {
  /** What was printed, without commands. */
  readonly lines: string[]
  readonly outputs: Record<string, string>
  readonly annotations: string[]
  readonly groups: string[]
  summary: string
  /** By part: `Pre`, `Main`, `Post`. */
  readonly results: Record<string, string>
}

export interface ActRun {
  readonly status: number | null
  /** The whole log, for the message of a failed test. */
  readonly log: string
  /** `job id`, with the values of its matrix: `install a 1`; then by the step's id. */
  readonly jobs: Readonly<Record<string, Readonly<Record<string, ActStep>>>>
}

/** Where act is, from ACT or PATH; undefined when it is not there. */
export function findAct(): string | undefined {
  const named = process.env['ACT']
  const names = named === undefined ? (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'act')) : [named]
  return names.find((name) => existsSync(name))
}

/** Runs a repository's workflow with act in host mode, with the node that runs the tests as the runner's node. */
export async function runAct(act: string, options: ActOptions): Promise<ActRun> {
  const root = makeFolder('act-')
  try {
    const repository = join(root, 'repository')
    for (const [file, text] of Object.entries(options.files)) {
      mkdirSync(dirname(join(repository, file)), { recursive: true })
      writeFileSync(join(repository, file), text)
    }
    const git = (...args: string[]): void => void execFileSync('git', ['-C', repository, '-c', 'user.name=t', '-c', 'user.email=t@example.test', ...args], { stdio: 'ignore' })
    git('init', '-b', 'main')
    git('add', '-A')
    git('commit', '-m', 'x')
    writeFileSync(join(root, 'event.json'), JSON.stringify(options.payload ?? {}))
    // act archives the folder that it takes an action from, again and again: nothing else may lie in it.
    cpSync(options.action, join(root, 'action'), { recursive: true })
    const finished = await run(act, argumentsOf(root, options), { cwd: repository, env: { PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter), XDG_CACHE_HOME: join(root, 'cache') }, timeoutMs: 240_000 })
    return { status: finished.status, log: readableLog(finished.output), jobs: readJobs(finished.stdout) }
  } finally {
    removeFolder(root)
  }
}

function argumentsOf(root: string, { event = 'push', env = {} }: ActOptions): string[] {
  return [
    event, '--json', '-P', 'ubuntu-latest=-self-hosted', '--no-cache-server', '--eventpath', join(root, 'event.json'),
    '--action-cache-path', join(root, 'actions'), '--local-repository', `owner/parallel-pip@v1=${join(root, 'action')}`,
    ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
  ]
}

/** What a person would have seen of the steps, without act's own chatter. */
function readableLog(output: string): string {
  const events = output.split('\n').map(parse).filter((event) => event !== undefined)
  const shown = events.filter(({ raw_output: isOutput, level, command = '' }) => isOutput === true || level === 'error' || /^(error|warning)$/.test(command))
  return shown.map(({ raw, msg = '' }) => (raw ?? msg).trimEnd()).join('\n')
}

interface ActEvent {
  readonly level?: string
  readonly raw?: string
  readonly jobID?: string
  readonly matrix?: Readonly<Record<string, unknown>>
  readonly stepID?: readonly string[]
  readonly stage?: string
  readonly msg?: string
  readonly raw_output?: boolean
  readonly command?: string
  readonly name?: string
  readonly arg?: string
  readonly content?: string
  readonly stepResult?: string
}

function readJobs(stdout: string): Record<string, Record<string, ActStep>> {
  const jobs: Record<string, Record<string, ActStep>> = {}
  for (const line of stdout.split('\n')) {
    const event = parse(line)
    if (event?.jobID === undefined || event.stepID === undefined) continue
    const job = (jobs[[event.jobID, ...Object.values(event.matrix ?? {}).map(String)].join(' ')] ??= {})
    const step = (job[event.stepID.join('/')] ??= { lines: [], outputs: {}, annotations: [], groups: [], summary: '', results: {} })
    take(event, step)
  }
  return jobs
}

function take(event: ActEvent, step: ActStep): void {
  if (event.raw_output === true) step.lines.push((event.msg ?? '').trimEnd())
  if (event.stepResult !== undefined) step.results[event.stage ?? 'Main'] = event.stepResult
  if (event.command === 'set-output' && event.name !== undefined) step.outputs[event.name] = event.arg ?? ''
  if (event.command === 'summary') step.summary += event.content ?? ''
  if (event.command === 'group') step.groups.push(event.arg ?? '')
  if (event.command === 'error' || event.command === 'warning') step.annotations.push(`${event.command}: ${event.arg ?? ''}`)
}

function parse(line: string): ActEvent | undefined {
  try {
    return JSON.parse(line) as ActEvent
  } catch {
    return undefined
  }
}
