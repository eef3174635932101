import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { shortHash } from '../actions-cache/keys.ts'
import type { CacheService } from '../actions-cache/service.ts'
import { systemClock } from '../kernel/clock.ts'
import { messageOf } from '../kernel/errors.ts'
import { Limiter } from '../kernel/limiter.ts'
import { counted } from '../report/format.ts'
import { NO_HISTORY, withRun, type History } from '../report/history.ts'
import { legId, newestLegs, readLegReport, type LegReport } from '../report/leg-report.ts'
import { COMMENT_LIMIT_BYTES, commentMark, matrixMarkdown } from '../report/matrix.ts'
import { openArtifacts, type RunArtifacts } from './artifacts.ts'
import { openCacheService } from './cache-service.ts'
import { readJob, readPayload, type JobFacts } from './event.ts'
import { baseBranch, defaultBranch, HISTORY_FILE, historyPrefix, readHistoryFile } from './history-place.ts'
import { jobRoot } from './places.ts'
import type { ActionPrograms } from './run-main.ts'
import { writeStickyComment, type CommentOutcome } from './sticky-comment.ts'
import { openRunnerCommands, type RunnerCommands } from './workflow-commands.ts'

const ARTIFACT_PREFIX = 'parallel-pip-'
/** A matrix has up to 256 jobs, and the service may have a limit of requests. */
const DOWNLOADS_AT_ONCE = 16
const SUMMARY_LIMIT_BYTES = 1 << 20
/** Nobody waits for this job: a slow service is waited for. */
const HISTORY_STALL_MS = 30_000

/** Names are unique in a run, its attempts and legs of one name included. */
export function artifactName(leg: LegReport): string {
  return `${ARTIFACT_PREFIX}${shortHash(legId(leg))}-${leg.attempt}-${randomUUID().slice(0, 8)}.json`
}

/**
 * The report over all jobs of a run: reads what each left as an artifact, compares it with the base branch, writes it to the
 * job summary and, on pull requests, into one comment. Says what it could not do; fails nothing; returns 0.
 */
export async function runMatrix(programs: Pick<ActionPrograms, 'cachePath'>): Promise<number> {
  const runner = openRunnerCommands()
  const job = readJob(process.env)
  const input = (name: string): string => (process.env[`INPUT_${name.toUpperCase()}`] ?? '').trim()
  if (input('github-token') !== '') runner.mask(input('github-token'))
  const choice = oneOf(input('history'), ['auto', 'true', 'false'])
  const mayComment = oneOf(input('comment'), ['true', 'false'])
  for (const [name, value] of [['history', choice], ['comment', mayComment]] as const) if (value === undefined) runner.annotate('warning', `${name}: ${JSON.stringify(input(name))} is no value that it can have; the default counts`)
  try {
    const artifacts = openArtifacts(process.env)
    const legs = artifacts === undefined ? [] : await readLegs(artifacts, runner)
    if (artifacts === undefined) runner.annotate('notice', 'There is no artifact service here: no job could be read')
    const service = openHistoryService(programs)
    const base = baseBranch(job, process.env, choice === 'true')
    const history = await restoreHistory(service, job, base)
    const facts = { legs, history, base, mark: commentMark(shortHash(job.workflow)), workflow: process.env['GITHUB_WORKFLOW'] || job.workflow, keepsHistory: choice !== 'false' && (choice === 'true' || base === (defaultBranch(process.env) ?? base)) }
    const markdown = matrixMarkdown(facts, SUMMARY_LIMIT_BYTES)
    await runner.appendSummary(markdown)
    const file = path.join(process.env['RUNNER_TEMP'] || tmpdir(), 'parallel-pip-report.md')
    const short = matrixMarkdown(facts, COMMENT_LIMIT_BYTES)
    writeFileSync(file, short)
    runner.setOutput('markdown', file)
    runner.setOutput('legs', String(legs.length))
    runner.line(`${counted(legs.length, 'job')} reported`)
    if (mayComment !== 'false') await comment(short, facts.mark, { job, runner, token: input('github-token') })
    if (legs.length > 0) await keepHistory({ service, job, history, legs, runner, choice: choice ?? 'auto' })
  } catch (error) {
    runner.annotate('warning', `There is no report over all jobs: ${messageOf(error)}`)
  }
  return 0
}

/** The first choice where nothing is said, undefined where it is something else. */
function oneOf<T extends string>(text: string, choices: readonly [T, ...T[]]): T | undefined {
  return text === '' ? choices[0] : choices.find((choice) => choice === text.toLowerCase())
}

async function readLegs(artifacts: RunArtifacts, runner: RunnerCommands): Promise<LegReport[]> {
  const atOnce = new Limiter(DOWNLOADS_AT_ONCE)
  const names = (await artifacts.list()).filter((name) => name.startsWith(ARTIFACT_PREFIX))
  const texts = await Promise.all(names.map((name) => atOnce.run(() => artifacts.download(name)).catch((error: unknown) => {
    runner.line(`${name} could not be read: ${messageOf(error)}`)
    return ''
  })))
  return newestLegs(texts.flatMap((text) => readLegReport(text) ?? []))
}

async function comment(markdown: string, mark: string, { job, runner, token }: { readonly job: JobFacts; readonly runner: RunnerCommands; readonly token: string }): Promise<void> {
  const number = (readPayload(process.env)['pull_request'] as { number?: number } | undefined)?.number
  if (number === undefined || token === '') return
  const place = { clock: systemClock, apiUrl: process.env['GITHUB_API_URL'] ?? '', repository: job.repository, pullRequest: number, token }
  runner.line(describeComment(await writeStickyComment(place, mark, markdown)))
}

function describeComment(outcome: CommentOutcome): string {
  switch (outcome.kind) {
    case 'created':
    case 'updated':
      return `Comment ${outcome.kind}: ${outcome.url}`
    case 'not-allowed':
      return 'No comment: the token of this run may not write to pull requests (give the job "pull-requests: write"; on pull requests from forks see examples/report-on-forks.yml). The report stands in the job summary'
    case 'failed':
      return `No comment: ${outcome.why}. The report stands in the job summary`
  }
}

function openHistoryService(programs: Pick<ActionPrograms, 'cachePath'>): CacheService {
  const root = path.join(jobRoot(process.env), 'history')
  return openCacheService({ programPath: programs.cachePath, root, env: process.env, clock: systemClock, onLog: () => undefined })
}

async function restoreHistory(service: CacheService, job: JobFacts, branch: string): Promise<History> {
  if (!job.trust.restore.allowed) return NO_HISTORY
  const transfer = service.restore({ primary: historyPrefix(job, branch), others: [] })
  const answer = await transfer.finish({ stallMs: HISTORY_STALL_MS })
  return (answer.kind === 'done' ? readHistoryFile(path.join(transfer.folder, HISTORY_FILE)) : undefined) ?? NO_HISTORY
}

interface Keeping {
  readonly service: CacheService
  readonly job: JobFacts
  readonly history: History
  readonly legs: readonly LegReport[]
  readonly runner: RunnerCommands
  readonly choice: string
}

/** Only pushes to the default branch are what pull requests are compared with; `history: true` keeps those of any branch. */
async function keepHistory({ service, job, history, legs, runner, choice }: Keeping): Promise<void> {
  const branch = job.ref.replace(/^refs\/heads\//, '')
  const isBase = job.event === 'push' && job.ref.startsWith('refs/heads/') && (choice === 'true' || defaultBranch(process.env) === branch)
  if (choice === 'false' || !isBase || !job.trust.save.allowed) return
  const folder = await service.makeFolder()
  const run = { runId: job.runId, commit: job.sha, atMs: systemClock.nowMs() }
  writeFileSync(path.join(folder, HISTORY_FILE), JSON.stringify(withRun(history, run, legs)))
  const answer = await service.save({ folder, key: `${historyPrefix(job, branch)}${job.runId}-${job.runAttempt}`, pointer: undefined, stallMs: HISTORY_STALL_MS })
  runner.line(answer.kind === 'saved' ? `History of ${branch}: ${counted(withRun(history, run, legs).runs.length, 'run')}` : `History not kept: ${answer.kind}`)
}
