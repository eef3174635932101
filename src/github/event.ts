import { readFileSync } from 'node:fs'
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

/** The job as the runner describes it in variables and in the event's payload. */
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

/** What tells uses apart whose step has the same name, as in two calls of one composite action or workflow. */
type UseInputs = Pick<ActionInputs, 'leg' | 'cacheSuffix' | 'workingDirectory' | 'requirements' | 'packages' | 'extras' | 'groups'>

/** Who this use of the action is, for keys that `pre` has to know as well. */
export function legFacts(job: JobFacts, { leg, cacheSuffix, workingDirectory, requirements, packages, extras, groups }: UseInputs): LegFacts {
  const use = JSON.stringify([job.step, workingDirectory, requirements, packages, extras, groups])
  return { os: process.platform, arch: process.arch, workflow: job.workflow, job: job.job, leg, step: use, suffix: cacheSuffix }
}
