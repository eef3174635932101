import { readFileSync } from 'node:fs'
import { shortHash } from '../actions-cache/keys.ts'
import { readHistory, type History } from '../report/history.ts'
import { readPayload, type JobFacts } from './event.ts'

type Env = Readonly<Record<string, string | undefined>>

/** What a cache entry of a branch's history holds. */
export const HISTORY_FILE = 'history.json'

/** The keys of a branch's history begin so; the newest counts. */
export function historyPrefix(job: Pick<JobFacts, 'workflow'>, branch: string): string {
  return `parallel-pip-history/v1/${shortHash(job.workflow)}/${shortHash(branch)}/`
}

/**
 * The branch that a run is compared with: the target of a pull request or of a merge queue, else the default branch, of which
 * alone history is kept. `keepsOwn`: other branches keep theirs, too (`history: true`).
 */
export function baseBranch({ ref }: Pick<JobFacts, 'ref'>, env: Env, keepsOwn = false): string {
  const target = env['GITHUB_BASE_REF'] || (readPayload(env)['merge_group'] as { base_ref?: string } | undefined)?.base_ref
  if (target) return target.replace(/^refs\/heads\//, '')
  const own = ref.replace(/^refs\/(heads|tags)\//, '')
  return keepsOwn && ref.startsWith('refs/heads/') ? own : defaultBranch(env) ?? own
}

/** Undefined where the event does not tell. */
export function defaultBranch(env: Env): string | undefined {
  return (readPayload(env)['repository'] as { default_branch?: string } | undefined)?.default_branch
}

/** Undefined: there is no such file. */
export function readHistoryFile(file: string): History | undefined {
  try {
    return readHistory(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
