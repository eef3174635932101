import { join } from 'node:path'

/** What a file operation is counted by: those of commits, which are synchronous. */
export interface KillPoint {
  /** Ends the process, by SIGKILL, in the place of its n-th change to the disk below `folder` (from 0). */
  readonly at: number
  readonly folder: string
}

const HOOK = { NODE_OPTIONS: `--import=${join(import.meta.dirname, 'killed-run-hook.ts')}` }

/** The environment of a node that ends at a point (see killed-run-hook.ts). */
export function killedAt({ at, folder }: KillPoint): Record<string, string> {
  return { ...HOOK, TEST_KILL_AT: String(at), TEST_KILL_BELOW: folder }
}

/** The environment of a node that writes down, in `list`, what it changes on the disk below `folder`: one JSON array a line, the call and its paths. */
export function writingDown({ list, folder }: { readonly list: string; readonly folder: string }): Record<string, string> {
  return { ...HOOK, TEST_CHANGES_TO: list, TEST_KILL_BELOW: folder }
}
