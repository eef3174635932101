import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { run, start, type Finished, type RunOptions, type Running } from './process.ts'

const REPOSITORY = join(import.meta.dirname, '..', '..')

/** `source` runs src/cli.ts unbuilt, `bundle` what is published. Both with the node that runs the tests. */
export interface CliOptions extends RunOptions {
  readonly from?: 'source' | 'bundle'
}

export function cliPath(from: 'source' | 'bundle'): string {
  return join(REPOSITORY, ...(from === 'source' ? ['src', 'cli.ts'] : ['dist', 'cli', 'index.js']))
}

/** Runs the command line to its end, in a scrubbed environment. */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<Finished> {
  return run(process.execPath, cliArguments(args, options), options)
}

/** Starts the command line, to be watched and signalled. */
export function startCli(args: readonly string[], options: CliOptions = {}): Running {
  return start(process.execPath, cliArguments(args, options), options)
}

function cliArguments(args: readonly string[], { from = 'source' }: CliOptions): string[] {
  const path = cliPath(from)
  if (!existsSync(path)) throw new Error(`${path} does not exist: build first`)
  return ['--disable-warning=ExperimentalWarning', path, ...args]
}
