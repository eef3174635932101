import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../src/kernel/clock.ts'
import { isUserError, type UserError } from '../../src/kernel/errors.ts'
import { EventBus, type RunEvent } from '../../src/kernel/events.ts'
import { Secrets } from '../../src/kernel/secrets.ts'
import { parseCommandLine } from '../../src/requests/options/command-line.ts'
import type { RunContext } from '../../src/run/context.ts'
import { performInstall, type Performed } from '../../src/run/perform.ts'
import { readEarlyOptions } from '../../src/run/prepare.ts'
import { pipReport } from '../../src/run/pip-report.ts'
import { VERSION } from '../../src/run/version.ts'
import { errorText, paint } from '../../src/shell/error-text.ts'
import { normalizeName } from '../../src/standards/names.ts'
import { scrubbedEnvironment } from './process.ts'
import type { TempEnvironment } from './python.ts'

/** What a run in this process came to. */
export interface EngineRun {
  /** Undefined when it failed. */
  readonly performed: Performed | undefined
  readonly error: UserError | undefined
  /** The error as the command line prints it, without colour; '' when there is none. */
  readonly text: string
  readonly events: readonly RunEvent[]
  /** Warnings and infos, masked, as they came. */
  readonly notices: readonly string[]
  readonly secrets: Secrets
}

export interface EngineOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly home?: string
  readonly stdin?: string
  /** False: as the command line without --report, for which no METADATA is read. */
  readonly writesReport?: boolean
  /** Called at each event, at once. */
  readonly onEvent?: (event: RunEvent) => void
}

/**
 * Runs `parallel-pip install …` in this process, from the arguments to the finished environment: what src/cli.ts does but
 * for printing and signals, and without the start of a process (0.2 s). Bugs are thrown.
 */
export async function runEngine(args: readonly string[], options: EngineOptions = {}): Promise<EngineRun> {
  const events: RunEvent[] = []
  const context = engineContext(options)
  const { secrets } = context
  context.events.listen((event) => events.push(event))
  if (options.onEvent !== undefined) context.events.listen(options.onEvent)
  const notices = (): string[] => events.flatMap((event) => (event.kind === 'notice' && event.level !== 'debug' ? [secrets.mask(event.text)] : []))
  try {
    const performed = await performInstall(readEarlyOptions(parseCommandLine(['install', ...args]), context), context, { writesReport: options.writesReport ?? true })
    return { performed, error: undefined, text: '', events, notices: notices(), secrets }
  } catch (error) {
    if (!isUserError(error)) throw error
    return { performed: undefined, error, text: secrets.mask(errorText(error, paint(false))), events, notices: notices(), secrets }
  }
}

/** What a program gives the engine. */
export function engineContext(options: EngineOptions = {}): RunContext {
  const home = options.home ?? '/nonexistent'
  const world = { env: { ...scrubbedEnvironment(home), ...options.env }, cwd: options.cwd ?? process.cwd(), platform: process.platform, homeDir: home }
  return {
    world, events: new EventBus(systemClock), clock: systemClock, secrets: new Secrets(), signal: new AbortController().signal, version: VERSION,
    workerPath: join(import.meta.dirname, '..', '..', 'src', 'worker.ts'), readStdin: async () => Buffer.from(options.stdin ?? ''),
  }
}

/** The resolution of a run that succeeded: name → version. */
export function versionsOf(run: EngineRun): Record<string, string> {
  if (run.performed === undefined) throw new Error(run.text)
  const pairs = run.performed.outcome.resolution.packages.map((item): [string, string] => [item.name, item.version.text])
  return Object.fromEntries(pairs.sort())
}

/** pip's report of a run that succeeded, as `--report` writes it. */
export function reportOf(run: EngineRun): { readonly install: readonly Record<string, unknown>[] } & Record<string, unknown> {
  if (run.performed === undefined) throw new Error(run.text)
  const { outcome } = run.performed
  const report = pipReport({ ...outcome, environment: outcome.environment.target.environment, version: VERSION, secrets: run.secrets })
  return JSON.parse(JSON.stringify(report)) as { install: Record<string, unknown>[] }
}

/** Distributions in an environment by their dist-info folders: name → version. */
export function installedIn(env: Pick<TempEnvironment, 'sitePackages'>): Record<string, string> {
  const found = readdirSync(env.sitePackages).flatMap((entry) => {
    const match = /^(?<name>.+)-(?<version>[^-]+)\.dist-info$/.exec(entry)
    return match === null ? [] : [[normalizeName(match.groups?.['name'] ?? ''), match.groups?.['version'] ?? ''] as const]
  })
  return Object.fromEntries(found.sort())
}
