import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runEngine, type EngineRun } from '../support/engine.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { tempEnv } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel, saveFiles } from '../support/wheel.ts'

/** What beginners and broken machines ask for: each error says what, where and what to do. */
const folder = tempFolder('unlucky-')
const env = tempEnv()
let index: IndexServer

beforeAll(async () => {
  index = await startIndex()
  index.add([
    aWheel({ name: 'app', version: '1.0' }),
    aWheel({ name: 'left', files: { 'shared.py': '1' } }), aWheel({ name: 'right', files: { 'shared.py': '2' } }), aWheel({ name: 'needs-right', requires: ['right'] }),
  ])
})
afterAll(() => index.close())

function run(args: readonly string[], variables: Record<string, string> = {}): Promise<EngineRun> {
  const place = args.includes('--python') ? [] : ['--python', env.python]
  const from = args.includes('--index-url') ? [] : ['--index-url', index.indexUrl()]
  return runEngine([...place, ...from, '--no-cache-dir', '--retries', '0', ...args], { cwd: folder, env: variables })
}

function file(name: string, content: string, mode = 0o644): string {
  writeFileSync(join(folder, name), content)
  chmodSync(join(folder, name), mode)
  return join(folder, name)
}

describe('requirements', () => {
  test('a caret points into an argument, not at its first character', async () => {
    expect((await run(['app==1.0.x.y'])).text).toContain('--> argument "app==1.0.x.y"\n   | app==1.0.x.y\n   |         ^')
    expect((await run(['./absent'])).text).not.toContain('^')
  })

  test('a hash that can be none', async () => {
    file('hashes.txt', 'app==1.0 --hash=sha256:abc\n')
    const { error } = await run(['-r', 'hashes.txt'])
    expect(error).toMatchObject({ code: 'hash-mismatch', hint: 'sha256=abc cannot be right: a sha256 has 64 hexadecimal digits, and this is 3 long' })
  })

  test('a wheel that is another version inside than its name says', async () => {
    const [wheel] = saveFiles(folder, [aWheel({ name: 'odd', version: '1.0', metadata: 'Metadata-Version: 2.1\nName: odd\nVersion: 2.0\n' })])
    expect((await run([wheel ?? ''])).error).toMatchObject({ code: 'metadata-invalid', message: 'odd-1.0-py3-none-any.whl is version 2.0 inside, and 1.0 by its name', origin: { kind: 'argument' } })
  })

  test('two packages with one file: why each is here, also when one is there already', async () => {
    file('two.txt', '# both\nleft\nneeds-right\n')
    const { error } = await run(['-r', 'two.txt'])
    expect(error).toMatchObject({ code: 'file-conflict', details: ['why left is here: left (two.txt:2:1)', 'why right is here: needs-right (two.txt:3:1), which needs right (from needs-right 1.0)'] })
    expect((await run(['left'])).error).toBeUndefined()
    expect((await run(['right'])).error?.details).toEqual(['why left is here: it is installed already', 'why right is here: right (argument "right")'])
  })
})

describe('indexes', () => {
  test.each([
    ['pypi.test/simple', 'it is neither a URL nor a folder that exists; did you mean https://pypi.test/simple?'],
    ['htps://pypi.test/simple', 'htps is not a scheme that can be fetched (http, https, file)'],
    ['file:///nowhere/simple', 'there is no such folder'],
  ])('%s is left out with a word', async (url, why) => {
    const { notices, error } = await run(['app', '--index-url', url])
    expect(notices).toEqual([`the index ${url} is ignored: ${why}`])
    expect(error?.code).toBe('package-unknown')
  })

  test('an address that has nothing that was asked for', async () => {
    const url = `${index.origin}/simpel`
    expect((await run(['app', '--index-url', url])).error).toMatchObject({ code: 'package-unknown', hint: `${url} has nothing that was asked for: is it the address of an index? That of most ends in /simple` })
  })

  test('a page without files', async () => {
    index.answerWith('/simple/bare/', { headers: { 'content-type': 'text/html' }, body: '' })
    expect((await run(['bare'])).error).toMatchObject({ code: 'no-candidate', message: `no file of bare is listed by ${index.indexUrl()}` })
  })
})

describe('interpreters', () => {
  test('a program that is no Python is quoted in short', async () => {
    const program = file('chatty', `#!/bin/sh\necho "${'x'.repeat(5000)}" >&2\nexit 3\n`, 0o755)
    const { error } = await run(['app', '--python', program])
    expect(error).toMatchObject({ code: 'python-missing', message: `${program} could not be run as a Python interpreter`, details: [expect.stringMatching(/it ended with status 3 without an answer: x{160} …$/)] })
  })

  test('a file that may not be executed', async () => {
    expect((await run(['app', '--python', file('plain.txt', 'text')])).error?.details).toEqual([expect.stringContaining('it may not be executed by this user')])
  })

  test('an environment whose Python was removed', async () => {
    mkdirSync(join(folder, 'left-over', 'bin'), { recursive: true })
    symlinkSync('python3', join(folder, 'left-over', 'bin', 'python'))
    symlinkSync('/nowhere/bin/python3', join(folder, 'left-over', 'bin', 'python3'))
    const said = `tried: ${join(folder, 'left-over', 'bin', 'python')}: a link to /nowhere/bin/python3, which is not there, or not to be read by this user`
    expect((await run(['app', '--python', 'left-over'])).error?.details).toEqual([said])
  })
})

describe('certificates and proxies', () => {
  test.each([
    ['', 'it is not in PEM format'],
    ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n', 'it has to hold both a certificate and its private key'],
    ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n', 'cannot be used: '],
  ])('a client certificate that is none: %j', async (pem, why) => {
    const { error } = await run(['app', '--index-url', 'https://127.0.0.1:1/simple'], { PIP_CLIENT_CERT: file('client.pem', pem) })
    expect(error).toMatchObject({ code: 'input-missing', message: expect.stringContaining(why), origin: { kind: 'environment', name: 'PIP_CLIENT_CERT' } })
  })

  test('a file that is not there, in words', async () => {
    const { error } = await run(['app', '--index-url', 'https://127.0.0.1:1/simple', '--client-cert', 'absent.pem'])
    expect(error?.message).toBe(`the client certificate ${join(folder, 'absent.pem')} cannot be read: there is no such file`)
  })

  test('a proxy that is no URL: where it was named, and a hint that shows no mask', async () => {
    const { error, text } = await run(['app'], { HTTP_PROXY: 'http://' })
    expect(error).toMatchObject({ code: 'usage', origin: { kind: 'environment', name: 'HTTP_PROXY' } })
    expect(text).not.toContain('****')
  })
})
