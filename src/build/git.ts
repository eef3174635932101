import { UserError } from '../kernel/errors.ts'
import { redactUrl } from '../kernel/secrets.ts'
import { runCommand, type CommandEnd } from './subprocess.ts'

/** How git is run. */
export interface GitFacts {
  readonly env: Readonly<Record<string, string | undefined>>
  /** A folder that exists, for commands that belong to no repository. */
  readonly cwd: string
  readonly signal: AbortSignal
}

/** Variables that would make git work on another repository than the one named. */
const MISLEADING = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES', 'GIT_COMMON_DIR', 'GIT_PREFIX']
const TRANSPORTS = /^(https?|ssh|git|file):/i

/** Whether a git command succeeded, and what it printed, without the final line end. */
export interface GitAnswer {
  readonly ok: boolean
  readonly text: string
}

/**
 * The user's git, with his configuration, credential helpers and agents. It cannot ask for anything: a command in a group of
 * its own has no terminal. Throws `repository-failed` for a command that fails, with git's last lines.
 */
export class Git {
  readonly #facts: GitFacts

  constructor(facts: GitFacts) {
    this.#facts = facts
  }

  /** The same, for putting things back when a run has been told to end. */
  unstoppable(): Git {
    return new Git({ ...this.#facts, signal: new AbortController().signal })
  }

  /** Runs a command that has to succeed; gives its standard output without the final line end. */
  async run(args: readonly string[], cwd?: string): Promise<string> {
    const { ok, text, end } = await this.#try(args, cwd)
    if (!ok) throw failed(args, end)
    return text
  }

  /** Runs a command that may fail. */
  async ask(args: readonly string[], cwd?: string): Promise<GitAnswer> {
    return this.#try(args, cwd)
  }

  async #try(args: readonly string[], cwd: string | undefined): Promise<GitAnswer & { readonly end: CommandEnd }> {
    const { env, signal } = this.#facts
    const plain = Object.fromEntries(Object.entries(env).filter(([name]) => !MISLEADING.includes(name)))
    const quiet = { ...plain, GIT_TERMINAL_PROMPT: '0', GIT_SSH_COMMAND: plain['GIT_SSH_COMMAND'] ?? (plain['GIT_SSH'] === undefined ? 'ssh -oBatchMode=yes' : undefined) }
    const end = await runCommand({ program: 'git', args, cwd: cwd ?? this.#facts.cwd, env: quiet, logPath: undefined, timeoutMs: undefined, signal })
    if (end.kind === 'not-started') throw notStarted(end.code, end.message)
    return { ok: end.kind === 'ended' && end.status === 0, text: end.kind === 'ended' ? end.stdout.replace(/\r?\n$/, '') : '', end }
  }
}

/** Throws `input-unsupported` for a transport that runs programs (`ext::`), and for what would be taken as an option. */
export function checkRemote(url: string, ref: string | undefined): void {
  if (!TRANSPORTS.test(url)) throw new UserError('input-unsupported', `git+${redactUrl(url)} cannot be fetched: use http, https, ssh, git or file`)
  if (ref?.startsWith('-') === true) throw new UserError('repository-failed', `${JSON.stringify(ref)} is not the name of a revision`)
}

function notStarted(code: string | undefined, message: string): UserError {
  const missing = code === 'ENOENT'
  return new UserError('repository-failed', missing ? 'git is not installed, or not on PATH' : `git could not be run: ${message}`, missing ? { hint: 'install git' } : {})
}

const HINTS: readonly (readonly [RegExp, string])[] = [
  [/could not read (Username|Password)|Authentication failed|Permission denied \(publickey|terminal prompts disabled|Invalid username or (token|password)/i, 'git needs credentials for this repository: set up a credential helper or an SSH agent, or put a token into the URL by way of a variable (${TOKEN})'],
  [/Repository not found|does not appear to be a git repository|not found$/im, 'check the URL, and whether the repository is private'],
  [/Could not resolve host|Connection (refused|timed out)|unable to access/i, 'check the URL and the network'],
  [/transport 'file' not allowed/, 'git refuses submodules that are local paths; allow them with: git config --global protocol.file.allow always'],
]

function failed(args: readonly string[], end: CommandEnd): UserError {
  const lines = end.kind === 'ended' ? end.stderr.trim().split('\n').map((line) => redactUrl(line)).slice(-12) : []
  const hint = HINTS.find(([pattern]) => pattern.test(lines.join('\n')))?.[1]
  const said = lines.find((line) => /^(fatal|error):/.test(line)) ?? lines.at(-1) ?? 'it was stopped'
  return new UserError('repository-failed', `git ${args[0] ?? ''} failed: ${said}`, {
    details: lines.filter((line) => line !== said),
    ...(hint === undefined ? {} : { hint }),
  })
}
