import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { copyAction } from '../support/built.ts'
import { buildPlace, type BuildPlace } from '../support/building.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { usesOf } from '../support/runner/uses.ts'
import { anSdist } from '../support/sdist.ts'
import { tempFolder } from '../support/temp.ts'

// Builds start many processes: generous, for machines that have other things to do.
jest.setTimeout(180_000)

/** A backend that prints all it sees: variables as they are, passwords of URLs decoded and as headers carry them, what its parents were called with. */
const LEAK = `
import base64, os, sys, urllib.parse
for name, value in sorted(os.environ.items()):
    print("%s is %s" % (name, value))
    url = urllib.parse.urlsplit(value.split()[0]) if "://" in value else None
    if url and url.password:
        pair = urllib.parse.unquote(url.username) + ":" + urllib.parse.unquote(url.password)
        print("password of", name, urllib.parse.unquote(url.password), base64.b64encode(pair.encode()).decode())
pid = os.getppid()
while pid > 1:
    print("called as", open("/proc/%d/cmdline" % pid).read().replace("\\0", " "))
    pid = int(open("/proc/%d/stat" % pid).read().rsplit(")", 1)[1].split()[1])
print("the end of what the backend prints")
sys.stdout.flush()
`
const KEY = '-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQ\nEFAASCBKcwggSjAgEAAoIBAQC7\n-----END KEY-----'
const VARIABLES = {
  DEPLOY_TOKEN: 'deploy-token-value', DB_PASS: 'short-word-pass', SIGNING_PASSPHRASE: 'with/slash+and=sign', SSH_PRIVATE_KEY: KEY,
  DATABASE_URL: 'postgres://someone:data-base-pass@host.test/db', UV_INDEX_URL: 'https://reader:p%40ss%2Fword@host.test/simple',
}
const SECRETS = ['deploy-token-value', 'short-word-pass', 'with/slash+and=sign', 'MIIEvQIBADANBgkqhkiG9w0BAQ', 'EFAASCBKcwggSjAgEAAoIBAQC7', 'data-base-pass', 'p@ss/word', 'p%40ss%2Fword', 'index-password', 'extra-password']
const FORMS = [...SECRETS, ...['reader:p@ss/word', 'someone:data-base-pass', 'user:index-password', 'user:extra-password'].map((pair) => Buffer.from(pair).toString('base64'))]
const found = (text: string): string[] => FORMS.filter((form) => text.includes(form))

let index: IndexServer
let place: BuildPlace
const use = usesOf(join(copyAction(tempFolder('action-')), 'action.yml'), () => index)

beforeAll(async () => {
  index = await startIndex()
  index.add(anSdist({ name: 'leaky', backend: { imports: ['leak'] }, members: [{ name: 'leak.py', content: LEAK }] }))
  // Fails when it is imported, after it has printed.
  index.add(anSdist({ name: 'leaky-and-failing', backend: { imports: ['leak'] }, members: [{ name: 'leak.py', content: `${LEAK}raise RuntimeError("the token is " + os.environ["DEPLOY_TOKEN"])\n` }] }))
  place = buildPlace(index)
})
afterAll(async () => {
  place.close()
  await index.close()
})

/** Credentials in the environment, in an argument and in a file. */
function given(): { readonly args: string[]; readonly env: Record<string, string> } {
  writeFileSync(join(place.folder, 'extra.txt'), `--find-links ${index.findLinksUrl().replace('://', '://user:${MIRROR}@')}\n`)
  return { args: ['--extra-index-url', index.indexUrl('simple', 'user:extra-password')], env: { ...VARIABLES, PIP_INDEX_URL: index.indexUrl('simple', 'user:index-password'), MIRROR: 'file-password' } }
}

test('what a build prints is shown with -v, without a secret', async () => {
  const { args, env } = given()
  const done = await place.install(['-v', '--no-cache-dir', ...args, 'leaky'], { env })
  expect([done.status, done.output]).toEqual([0, expect.stringContaining('the end of what the backend prints')])
  expect(done.output).toContain('DEPLOY_TOKEN is ****')
  expect(done.output).toMatch(/called as .*install/)
  expect(found(done.output)).toEqual([])
})

test('what a failed build printed is shown, without a secret', async () => {
  const { args, env } = given()
  const failed = await place.install(['--no-cache-dir', ...args, 'leaky-and-failing'], { env })
  expect(failed.status).toBe(1)
  expect(failed.stderr).toContain('error[build-failed]')
  expect(failed.stderr).toContain('RuntimeError: the token is ****')
  expect(found(failed.output)).toEqual([])
})

test('credentials of a file are known as well', async () => {
  const { args, env } = given()
  const done = await place.install(['-v', '--no-cache-dir', '--force-reinstall', ...args, '-r', 'extra.txt', 'leaky'], { env })
  expect(done.output).toContain('MIRROR is ****')
  expect([found(done.output), done.output.includes('file-password')]).toEqual([[], false])
})

test('the action’s log, summary and reports show none', async () => {
  const { action } = use({ env: VARIABLES, files: { 'requirements.txt': 'leaky-and-failing\n' }, inputs: { cache: 'false', 'pip-args': `-v --extra-index-url ${index.indexUrl('simple', 'user:extra-password')}` } })
  const main = await action.run('main')
  expect([main.status, main.stdout]).toEqual([1, expect.stringContaining('the end of what the backend prints')])
  const printed = main.output.split('\n').filter((line) => !line.startsWith('::add-mask::')).join('\n')
  const timings = main.outputs['timings'] === undefined ? '' : readFileSync(main.outputs['timings'], 'utf8')
  expect(found(printed + main.summary + timings + JSON.stringify(main.annotations))).toEqual([])
})
