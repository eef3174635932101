/** What decides whether a run may write to the cache. */
export interface TrustFacts {
  /** GITHUB_EVENT_NAME */
  readonly event: string
  /** GITHUB_REF_TYPE: `branch` or `tag`. */
  readonly refType: string
  /** ACTIONS_CACHE_MODE: what the repository's administrator allows; empty: all. */
  readonly mode: string
}

/** Allowed, or not, and why in half a sentence; `byEvent`: not for good, the user may decide otherwise. */
export type Permission = { readonly allowed: true } | { readonly allowed: false; readonly why: string; readonly byEvent?: true }

/** What this run may do with the cache of the repository. */
export interface Trust {
  readonly restore: Permission
  readonly save: Permission
}

const YES: Permission = { allowed: true }

/** Events that run with the rights of the base branch on content of others, or make what is given to users. */
const RESTORE_ONLY: Readonly<Record<string, string>> = {
  pull_request_target: 'pull_request_target runs restore only',
  workflow_run: 'workflow_run runs restore only',
  issue_comment: 'issue_comment runs restore only',
  release: 'release runs restore only',
  merge_group: 'merge queues have refs of their own, whose entries nobody restores',
}

/**
 * What the cache may do by the event alone: everything, but no saving where content of strangers could get into an entry that
 * trusted runs restore, nor from releases, tags and merge queues, whose entries nobody restores.
 */
export function trustOf(facts: TrustFacts): Trust {
  const mode = facts.mode.trim().toLowerCase()
  const denied = (why: string): Permission => ({ allowed: false, why })
  const byMode = (readers: readonly string[]): Permission => (!MODES.includes(mode) || readers.includes(mode) ? YES : denied(`the cache mode of this run is "${mode}"`))
  const saveByMode = byMode(['write', 'write-only'])
  const byEvent = RESTORE_ONLY[facts.event] ?? (facts.refType === 'tag' ? 'runs for tags restore only' : undefined)
  return { restore: byMode(['read', 'write']), save: !saveByMode.allowed || byEvent === undefined ? saveByMode : { allowed: false, why: byEvent, byEvent: true } }
}

const MODES = ['none', 'read', 'write', 'write-only']

/** A yes or no of the user's overrules the event, never the mode. */
export function withChoice(permission: Permission, choice: boolean | 'auto', input: string): Permission {
  if (choice === false) return { allowed: false, why: `${input} is false` }
  return choice === true && !permission.allowed && permission.byEvent === true ? YES : permission
}
