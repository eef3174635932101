import { spawn, type ChildProcess } from 'node:child_process'
import { systemErrorCode } from '../kernel/errors.ts'

/** How a run of an interpreter ended. `spawnError`: it could not be started at all, or took too long. */
export interface PythonRun {
  readonly status: number | undefined
  readonly stdout: string
  readonly stderr: string
  readonly spawnError: string | undefined
}

/** How an interpreter is run. */
export interface PythonRunOptions {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly signal?: AbortSignal | undefined
  /** Milliseconds; a shim that waits for a prompt must not hang the run. */
  readonly timeoutMs?: number
}

/** Why the system started nothing, in words. */
const UNSTARTED: Readonly<Record<string, string>> = {
  EACCES: 'it may not be executed by this user',
  ENOEXEC: 'it is no program that this system runs',
  ENOENT: 'it is not there, or what it needs to start is not',
}

function spawnText(error: Error): string {
  return UNSTARTED[systemErrorCode(error) ?? ''] ?? error.message
}

const TIMEOUT_MS = 60_000

/** Runs an interpreter to its end, without input. Rejects with the signal's reason, and when the system has no files left for pipes. */
export function runPython(python: string, { args, env, cwd, signal, timeoutMs = TIMEOUT_MS }: PythonRunOptions): Promise<PythonRun> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const child = spawn(python, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
    const output = { stdout: '', stderr: '' }
    const end = (status: number | undefined, spawnError: string | undefined): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      if (signal?.aborted === true) reject(signal.reason as Error)
      else resolve({ status, ...output, spawnError })
    }
    const abort = (): void => {
      child.kill()
      letGo(child)
    }
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      letGo(child)
      end(undefined, `no answer within ${timeoutMs / 1000} s`)
    }, timeoutMs)
    signal?.addEventListener('abort', abort, { once: true })
    // Without files for pipes there are no streams, whatever the types say.
    if (!('stdout' in child && child.stdout)) {
      child.on('error', (error) => {
        clearTimeout(timer)
        reject(error)
      })
      return
    }
    child.stdout.setEncoding('utf8').on('data', (text: string) => { output.stdout += text })
    child.stderr.setEncoding('utf8').on('data', (text: string) => { output.stderr += text })
    child.on('error', (error) => end(undefined, spawnText(error)))
    child.on('close', (status) => end(status ?? undefined, undefined))
  })
}

/** What a stopped program started may live on and hold its output open: the program is waited for, they are not. */
function letGo(child: ChildProcess): void {
  child.stdout?.destroy()
  child.stderr?.destroy()
}
