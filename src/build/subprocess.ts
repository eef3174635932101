import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { messageOf, systemErrorCode } from '../kernel/errors.ts'

/** A program to run, with all that it is given. */
export interface Command {
  readonly program: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Takes standard output and standard error, in the order in which they come; appended to. Undefined: both are kept in memory. */
  readonly logPath: string | undefined
  /** Milliseconds; undefined: as long as it takes. */
  readonly timeoutMs: number | undefined
  readonly signal: AbortSignal
}

/** How a command ended. `ended`: by itself, with a status or by a signal that was not ours. */
export type CommandEnd =
  | { readonly kind: 'ended'; readonly status: number | undefined; readonly signal: NodeJS.Signals | undefined; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'timed-out'; readonly afterMs: number }
  /** The program is not there, or may not be run. */
  | { readonly kind: 'not-started'; readonly code: string | undefined; readonly message: string }

/** What a stopped process group is given to end by itself before it is killed. */
const GRACE_MS = 2000

/**
 * Runs a program in a process group of its own, without input. Nothing of the group outlives the call, whether the program
 * ends, times out or the signal is aborted. Rejects only with the signal's reason, and only after the group has ended.
 */
export async function runCommand(command: Command): Promise<CommandEnd> {
  command.signal.throwIfAborted()
  const log = command.logPath === undefined ? undefined : openSync(command.logPath, 'a')
  try {
    return await runGroup(command, log ?? 'pipe')
  } finally {
    if (log !== undefined) closeSync(log)
  }
}

function runGroup(command: Command, output: number | 'pipe'): Promise<CommandEnd> {
  return new Promise((resolve, reject) => {
    const child = startGroup(command, output)
    if ('error' in child) return resolve(notStarted(child.error))
    const printed = collect(child)
    let stopped: 'timed-out' | 'aborted' | undefined
    const stop = (why: 'timed-out' | 'aborted') => (): void => {
      stopped ??= why
      stopGroup(child)
    }
    const abort = stop('aborted')
    const timer = command.timeoutMs === undefined ? undefined : setTimeout(stop('timed-out'), command.timeoutMs)
    command.signal.addEventListener('abort', abort, { once: true })
    const finish = (settle: () => void): void => {
      clearTimeout(timer)
      command.signal.removeEventListener('abort', abort)
      signalGroup(child, 'SIGKILL')
      if (stopped === 'aborted') reject(command.signal.reason as Error)
      else settle()
    }
    child.once('error', (error) => finish(() => resolve(notStarted(error))))
    child.once(output === 'pipe' ? 'close' : 'exit', (status: number | null, signal: NodeJS.Signals | null) =>
      finish(() => resolve(stopped === undefined ? { kind: 'ended', status: status ?? undefined, signal: signal ?? undefined, ...printed } : { kind: 'timed-out', afterMs: command.timeoutMs ?? 0 })),
    )
  })
}

/** Some failures to start are thrown, others come as an event. */
function startGroup({ program, args, cwd, env }: Command, output: number | 'pipe'): ChildProcess | { readonly error: unknown } {
  try {
    return spawn(program, args, { cwd, env, detached: process.platform !== 'win32', stdio: ['ignore', output, output], windowsHide: true })
  } catch (error) {
    return { error }
  }
}

function collect(child: ChildProcess): { stdout: string; stderr: string } {
  const printed = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => { printed.stdout += text })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { printed.stderr += text })
  return printed
}

function notStarted(error: unknown): CommandEnd {
  return { kind: 'not-started', code: systemErrorCode(error), message: messageOf(error) }
}

function stopGroup(child: ChildProcess): void {
  signalGroup(child, 'SIGTERM')
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS)
  child.once('close', () => clearTimeout(timer))
}

/** On Windows there are no process groups: the tree below the process is ended. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  if (process.platform === 'win32') {
    if (child.exitCode === null) spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on('error', () => undefined)
    return
  }
  try {
    process.kill(-child.pid, signal)
  } catch {
    return // The group has ended already.
  }
}
