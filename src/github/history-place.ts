import { readFileSync } from 'node:fs'
import { shortHash } from '../actions-cache/keys.ts'
import { readHistory, type History } from '../report/history.ts'
import type { JobFacts } from './event.ts'

/** What a cache entry of a branch's history holds. */
export const HISTORY_FILE = 'history.json'

/** The keys of a branch's history begin so; the newest counts. */
export function historyPrefix(job: Pick<JobFacts, 'workflow'>, branch: string): string {
  return `parallel-pip-history/v1/${shortHash(job.workflow)}/${shortHash(branch)}/`
}

/** The branch that a run is compared with: a pull request's target, else its own. */
export function baseBranch({ ref }: Pick<JobFacts, 'ref'>, env: Readonly<Record<string, string | undefined>>): string {
  return env['GITHUB_BASE_REF'] || ref.replace(/^refs\/(heads|tags)\//, '')
}

/** Undefined: there is no such file. */
export function readHistoryFile(file: string): History | undefined {
  try {
    return readHistory(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
