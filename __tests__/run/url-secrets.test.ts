import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { formatPylock } from '../../src/standards/pylock.ts'
import { runCli } from '../support/cli.ts'
import { reportOf, runEngine, versionsOf, type EngineRun } from '../support/engine.ts'
import { startIndex } from '../support/index-server/server.ts'
import { tempEnv } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel } from '../support/wheel.ts'

// Indexes that want a token in the path or the query of their URL, or as user name.
const TOKEN = 'aB3dE5fG7hI9jK1l'
const server = await startIndex()
const env = tempEnv()
const folder = tempFolder()
const app = aWheel({ name: 'app' })

beforeAll(() => {
  const page = (link: string): { headers: Record<string, string>; body: string } => ({ headers: { 'content-type': 'text/html' }, body: `<!DOCTYPE html><a href="${link}#sha256=${app.sha256}">${app.filename}</a>` })
  server.answerWith(`/${TOKEN}/simple/app/`, page(`../../files/${app.filename}`))
  server.answerWith('/signed/simple/app/', page(`../../files/${app.filename}?X-Amz-Signature=${TOKEN}&part=1`))
  for (const path of [`/${TOKEN}/files/`, '/signed/files/']) server.answerWith(`${path}${app.filename}`, { body: app.bytes })
  server.addIndex('closed', { auth: { user: TOKEN, password: '' } }).add(app, { index: 'closed' })
})
afterAll(() => server.close())

const inPath = `${server.origin}/${TOKEN}/simple`
const inFiles = `${server.origin}/signed/simple`
const inQuery = `${server.origin}/simple/?token=${TOKEN}`
const asUser = server.indexUrl('closed', TOKEN)

function install(url: string, ...args: readonly string[]): Promise<EngineRun> {
  return runEngine(['--python', env.python, '--dry-run', '--cache-dir', join(folder, 'cache'), '--index-url', url, ...args])
}

test.each([['the path', inPath], ["a file's query", inFiles], ['the place of a user', asUser]])('a token in %s is in no report', async (_, url) => {
  const run = await install(url, 'app')
  expect(versionsOf(run)).toEqual({ app: '1.0' })
  expect(JSON.stringify(reportOf(run))).not.toContain(TOKEN)
})

test.each([['the path', inPath], ['the query', inQuery], ['the place of a user', asUser]])('a token in %s is in no message', async (_, url) => {
  const run = await install(url, 'gone')
  expect(run.error?.code).toBe('package-unknown')
  expect(run.text).toContain('****')
  expect(run.text).not.toContain(TOKEN)
})

test('--debug-config shows no token', async () => {
  const shown = await runCli(['install', '--python', env.python, '--debug-config', '--index-url', inPath, '--extra-index-url', inQuery])
  expect(shown.stdout).toContain(`${server.origin}/****/simple`)
  expect(shown.output).not.toContain(TOKEN)
})

test.each([['the path', inPath], ["a file's query", inFiles]])('with a token in %s there is no lock', async (_, url) => {
  const run = await install(url, 'app', '--lock-out', join(folder, 'pylock.toml'))
  expect(run.error?.code).toBe('input-unsupported')
  expect(run.text).toContain('cannot be written into a lock')
  expect(run.text).not.toContain(TOKEN)
})

test('a lock names no user', async () => {
  const run = await install(asUser, 'app', '--lock-out', join(folder, 'pylock.toml'))
  const lock = run.performed?.outcome.lock
  if (lock === undefined) throw new Error(run.text)
  expect(formatPylock(lock)).toContain(`index = "${server.indexUrl('closed')}"`)
  expect(formatPylock(lock)).not.toContain(TOKEN)
})

test('what is kept of a page names no user', async () => {
  await install(asUser, 'app')
  const cache = join(folder, 'cache')
  const heads = readdirSync(cache, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.parentPath.includes('pages')).map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
  expect(heads.some((head) => head.includes('/closed/app/'))).toBe(true)
  expect(heads.filter((head) => head.includes(`${TOKEN}@`))).toEqual([])
})
