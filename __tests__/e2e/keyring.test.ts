import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { runEngine } from '../support/engine.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { pipInstalls, type PipAnswer } from '../support/pip/install.ts'
import { makeEnvironment } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel } from '../support/wheel.ts'

// The keyring is asked as pip asks it: the same services and user names in the same order, with the same outcome.
const folder = tempFolder('keyring-')
const logFile = (who: string, at: number): string => join(folder, `${who}-${at}`)
const bin = join(folder, 'bin')
const modules = join(folder, 'modules')

/** Notes what it is asked, and answers as KEYRING_MODE says. */
const COMMON = `
import json, os, sys, time
def answer(how, service, user):
    with open(os.environ["KEYRING_LOG"], "a") as log:
        log.write(json.dumps([how, service.replace(os.environ["KEYRING_HOST"], "HOST"), user]) + "\\n")
    mode = os.environ["KEYRING_MODE"]
    if mode == "slow":
        time.sleep(1.5)
    if mode == "none" or (mode == "host" and "/" in service):
        return None
    return {"username": user or "user", "password": "wrong" if mode == "wrong" else "secret"}
`
const PROGRAM = `#!/usr/bin/env python3
${COMMON}
mode = os.environ["KEYRING_MODE"]
arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
if mode == "old":
    sys.stderr.write("keyring: error: unrecognized arguments: --mode=creds --output=json\\n")
    sys.exit(2)
found = answer(" ".join(sys.argv[1:4]), arguments[1], arguments[2] if len(arguments) > 2 else None)
if mode == "nonsense":
    print("no JSON")
elif found is None:
    sys.exit(1)
else:
    print(json.dumps(found))
`
const MODULE = `${COMMON}
class Found:
    def __init__(self, found):
        self.username, self.password = found["username"], found["password"]
def get_credential(service, user):
    if os.environ["KEYRING_MODE"] == "broken":
        raise RuntimeError("the keyring is locked")
    found = answer("import", service, user)
    return None if found is None else Found(found)
`
mkdirSync(bin)
mkdirSync(modules)
writeFileSync(join(bin, 'keyring'), PROGRAM, { mode: 0o755 })
writeFileSync(join(modules, 'keyring.py'), MODULE)

interface Case {
  readonly provider: string
  readonly mode: string
  /** What stands before the host in the index's URL. */
  readonly user?: string
  readonly path?: string
  readonly hasModule?: boolean
}

const CASES: readonly Case[] = [
  ...['right', 'host', 'none', 'wrong', 'nonsense', 'old', 'slow'].flatMap((mode) => ['', 'user@'].map((user): Case => ({ provider: 'subprocess', mode, user }))),
  ...['right', 'host', 'none', 'broken'].flatMap((mode) => ['', 'user@'].map((user): Case => ({ provider: 'import', mode, user, hasModule: true }))),
  { provider: 'subprocess', mode: 'right', user: 'other@' },
  { provider: 'subprocess', mode: 'right', user: 'user:wrong@' },
  { provider: 'subprocess', mode: 'right', user: 'user@', path: 'simple/' },
  { provider: 'subprocess', mode: 'right', user: 'user@', hasModule: true },
  { provider: 'import', mode: 'right', user: 'user@' },
  { provider: 'disabled', mode: 'right', user: 'user@', hasModule: true },
  { provider: 'auto', mode: 'right', user: 'user@', hasModule: true },
]

const server: IndexServer = await startIndex({ index: { auth: { user: 'user', password: 'secret' } } })
const env = makeEnvironment(join(folder, 'env'))
const host = new URL(server.origin).host

const argsOf = ({ provider, user = '', path = 'simple' }: Case): string[] =>
  ['--dry-run', '--no-cache-dir', '--no-input', '--retries', '0', '--keyring-provider', provider, '--index-url', `http://${user}${host}/${path}`, 'app']
const envOf = ({ mode, hasModule = false }: Case, log: string): Record<string, string> => ({
  PATH: [bin, process.env['PATH'] ?? ''].join(delimiter), KEYRING_LOG: log, KEYRING_HOST: host, KEYRING_MODE: mode, ...(hasModule ? { PYTHONPATH: modules } : {}),
})

function asked(log: string): unknown[] {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []
  return lines.map((line): unknown => JSON.parse(line))
}

let answers: readonly PipAnswer[] = []
beforeAll(async () => {
  server.add(aWheel({ name: 'app' }))
  answers = await pipInstalls(env, CASES.map((one, at) => ({ args: argsOf(one), cwd: folder, env: envOf(one, logFile('pip', at)) })))
}, 300_000)
afterAll(() => server.close())

test('the cases are of all kinds', () => {
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([0, 1]))
  expect(new Set(CASES.map((_, at) => asked(logFile('pip', at)).length))).toEqual(new Set([0, 1, 2]))
})

test.each(CASES.map((one, at) => ({ ...one, at, name: `${one.provider}, ${one.mode}, ${one.user ?? 'no user'}, ${one.path ?? ''} ${String(one.hasModule)}` })))('$name', async ({ at, ...one }) => {
  const run = await runEngine(['--python', env.python, '--jobs', '1', ...argsOf(one)], { cwd: folder, env: envOf(one, logFile('ours', at)) })
  const outcome = { refused: run.performed === undefined, asked: asked(logFile('ours', at)), text: run.text }
  expect(outcome).toEqual({ refused: answers[at]?.report === null, asked: asked(logFile('pip', at)), text: run.text })
}, 60_000)
