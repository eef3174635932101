import { homedir } from 'node:os'
import path from 'node:path'
import { UserError } from '../kernel/errors.ts'

/** What a run is started with beside its arguments: a parameter, so that nothing below reads the process. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Absolute. */
  readonly cwd: string
  readonly platform: NodeJS.Platform
  readonly homeDir: string
  /** GitHub's own runners are gone after the job, with all that is on their disks; absent: the machine may be there for the next run. */
  readonly isThrownAway?: boolean
}

/** The world of this process. Throws `input-missing` when the folder it was started in is gone. */
export function processWorld(): World {
  return { env: process.env, cwd: currentFolder(), platform: process.platform, homeDir: homeFolder(), isThrownAway: process.env['RUNNER_ENVIRONMENT'] === 'github-hosted' }
}

function currentFolder(): string {
  try {
    return process.cwd()
  } catch (error) {
    throw new UserError('input-missing', 'the current folder is not there any more, or cannot be read', { hint: 'change into a folder that exists', cause: error })
  }
}

/** The user's home. A user id that nobody gave a name (containers) has none, and gets what container engines then put into HOME. */
export function homeFolder(): string {
  try {
    return homedir()
  } catch {
    return '/'
  }
}

/** A leading `~` or `~/` becomes the user's home, as Python's `expanduser` does (other users' homes are left alone). */
export function expandUser(text: string, homeDir: string): string {
  if (text === '~') return homeDir
  return text.startsWith('~/') || text.startsWith(`~${path.sep}`) ? path.join(homeDir, text.slice(2)) : text
}
