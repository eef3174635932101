import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { trustOf, type Trust } from '../actions-cache/trust.ts'
import type { LegFacts } from '../actions-cache/keys.ts'
import type { ActionInputs } from './inputs.ts'

type Env = Readonly<Record<string, string | undefined>>

/** What the runner tells of the job. */
export interface JobFacts {
  readonly workspace: string
  readonly event: string
  readonly ref: string
  readonly sha: string
  readonly repository: string
  readonly runId: string
  readonly runAttempt: number
  readonly job: string
  /** `.github/workflows/ci.yml` */
  readonly workflow: string
  /** Which use of an action in the job. */
  readonly step: string
  readonly trust: Trust
  /** False only where the runner says so. */
  readonly isGithubHosted: boolean
}

export function readJob(env: Env): JobFacts {
  const text = (name: string): string => env[name] ?? ''
  return {
    workspace: text('GITHUB_WORKSPACE') || process.cwd(),
    event: text('GITHUB_EVENT_NAME'),
    ref: text('GITHUB_REF'),
    sha: text('GITHUB_SHA'),
    repository: text('GITHUB_REPOSITORY'),
    runId: text('GITHUB_RUN_ID'),
    runAttempt: Number(text('GITHUB_RUN_ATTEMPT') || 1),
    job: text('GITHUB_JOB'),
    workflow: workflowFile(text('GITHUB_WORKFLOW_REF'), text('GITHUB_REPOSITORY')) ?? text('GITHUB_WORKFLOW'),
    step: text('GITHUB_ACTION'),
    trust: trustOf({ event: text('GITHUB_EVENT_NAME'), refType: text('GITHUB_REF_TYPE'), mode: text('ACTIONS_CACHE_MODE') }),
    isGithubHosted: text('RUNNER_ENVIRONMENT') !== 'self-hosted',
  }
}

/** `owner/name/.github/workflows/ci.yml@refs/heads/main` → `.github/workflows/ci.yml` */
function workflowFile(ref: string, repository: string): string | undefined {
  const file = ref.split('@', 1)[0] ?? ''
  return file.startsWith(`${repository}/`) ? file.slice(repository.length + 1) : undefined
}

/** The payload of the event; empty where there is none. */
export function readPayload(env: Env): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(env['GITHUB_EVENT_PATH'] ?? '', 'utf8')) as Record<string, unknown>
  } catch {
    return {}
  }
}

export function legFacts(job: JobFacts, inputs: Pick<ActionInputs, 'leg' | 'cacheSuffix'>): LegFacts {
  return { os: process.platform, arch: process.arch, workflow: job.workflow, job: job.job, leg: inputs.leg, step: job.step, suffix: inputs.cacheSuffix }
}

/** Our folders of a job, outside the workspace, which checkout empties. All go with the job. */
export interface Places {
  readonly root: string
  /** Shared by all uses of the action in the job. */
  readonly store: string
  /** A restore that `pre` began for this use. */
  readonly early: string
  /** What `main` leaves for `post`. */
  readonly plan: string
  /** What `main` leaves for `post` about a store on a kept disk. */
  readonly trim: string
  readonly report: string
  readonly timings: string
  readonly pylock: string
  readonly trace: string
  /** What the report over all jobs is told of this one. */
  readonly leg: string
}

export function readPlaces(env: Env): Places {
  const root = path.join(env['RUNNER_TEMP'] || tmpdir(), 'parallel-pip')
  const use = createHash('sha256').update(env['GITHUB_ACTION'] ?? '').digest('hex').slice(0, 12)
  const own = (name: string): string => path.join(root, use, name)
  return { root, store: path.join(root, 'store'), early: own('early'), plan: own('plan.json'), trim: own('trim.json'), report: own('report.json'), timings: own('timings.json'), pylock: own('pylock.toml'), trace: own('trace.json'), leg: own('leg.json') }
}
