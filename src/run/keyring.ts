import { accessSync, constants, realpathSync } from 'node:fs'
import path from 'node:path'
import type { Credentials, CredentialSources } from '../net/credentials.ts'
import type { NetworkSettings } from '../requests/types.ts'
import { runPython } from '../target/run-python.ts'
import type { RunContext } from './context.ts'

/** The interpreter whose `keyring` package counts for `import`, and whose scripts folder does not count for `subprocess` (pip). */
export interface KeyringPython {
  readonly python: string
  readonly scripts: string
}

/** `keyring.get_credential` for the services given after the user name; prints the first answer. */
const SCRIPT = `
import json, sys
import keyring
user = sys.argv[1] or None
for service in sys.argv[2:]:
    found = keyring.get_credential(service, user)
    if found is not None:
        print(json.dumps({"username": found.username, "password": found.password}))
        break
`

/**
 * Asks the keyring as pip does: by importing the interpreter's `keyring` package (`import`), by the `keyring` program on PATH
 * (`subprocess`), or one after the other (`auto`). Undefined when it is disabled. What it says becomes a secret of the run.
 */
export function keyringAsker(provider: NetworkSettings['keyringProvider'], python: KeyringPython, context: RunContext): CredentialSources['keyring'] {
  if (provider === 'disabled') return undefined
  return async (services, username) => {
    const imported = provider === 'subprocess' ? 'unavailable' : await askByImport(python, { services, username }, context)
    const answer = imported === 'unavailable' && provider !== 'import' ? await askByProgram(python, { services, username }, context) : imported
    if (answer === 'unavailable' || answer === undefined) return undefined
    context.secrets.add(answer.password)
    return answer
  }
}

interface KeyringQuestion {
  readonly services: readonly string[]
  readonly username: string | undefined
}

/** `unavailable`: there is no keyring to ask. */
type Answer = Credentials | undefined | 'unavailable'

async function askByImport({ python }: KeyringPython, { services, username }: KeyringQuestion, context: RunContext): Promise<Answer> {
  const { world, signal } = context
  const { status, stdout, stderr, spawnError } = await runPython(python, { args: ['-c', SCRIPT, username ?? '', ...services], env: world.env, cwd: world.cwd, signal })
  if (status === 0) return readAnswer(stdout)
  if (!/ModuleNotFoundError|ImportError/.test(stderr)) context.events.notice('warning', `the keyring cannot be asked: ${spawnError ?? stderr.trim().split('\n').at(-1) ?? ''}`)
  return 'unavailable'
}

async function askByProgram({ scripts }: KeyringPython, { services, username }: KeyringQuestion, context: RunContext): Promise<Answer> {
  const { world, signal } = context
  const program = findProgram(world.env['PATH'] ?? '', scripts)
  if (program === undefined) return 'unavailable'
  for (const service of services) {
    const args = ['--mode=creds', '--output=json', 'get', service, ...(username === undefined ? [] : [username])]
    const { status, stdout, stderr, spawnError } = await runPython(program, { args, env: { ...world.env, PYTHONIOENCODING: 'utf-8' }, cwd: world.cwd, signal })
    if (spawnError !== undefined) {
      context.events.notice('warning', `${program} does not answer and is not asked again: ${spawnError}`)
      return undefined
    }
    if (status === 2 && stderr.includes('unrecognized arguments')) {
      context.events.notice('warning', `${program} is too old to be asked for credentials: it has to be keyring 25.2.1 or newer`)
      return undefined
    }
    if (status !== 0) continue
    const answer = readAnswer(stdout)
    if (answer === undefined) context.events.notice('warning', `${program} gave an answer that cannot be read`)
    return answer
  }
  return undefined
}

function readAnswer(text: string): Credentials | undefined {
  try {
    const { username, password } = JSON.parse(text) as { username?: unknown; password?: unknown }
    return typeof username === 'string' && typeof password === 'string' ? { username, password } : undefined
  } catch {
    return undefined
  }
}

function findProgram(pathList: string, excluded: string): string | undefined {
  const folders = pathList.split(path.delimiter).filter((folder) => folder !== '' && !isSameFolder(folder, excluded))
  const names = process.platform === 'win32' ? ['keyring.exe'] : ['keyring']
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find(isExecutable)
}

function isSameFolder(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b)
  } catch {
    return false
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
