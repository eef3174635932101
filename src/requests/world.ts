import { homedir } from 'node:os'

/** What a run is started with beside its arguments: a parameter, so that nothing below reads the process. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Absolute. */
  readonly cwd: string
  readonly platform: NodeJS.Platform
  readonly homeDir: string
}

/** The world of this process. */
export function processWorld(): World {
  return { env: process.env, cwd: process.cwd(), platform: process.platform, homeDir: homedir() }
}
