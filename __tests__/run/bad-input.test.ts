import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runCli } from '../support/cli.ts'
import { runEngine } from '../support/engine.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { run } from '../support/process.ts'
import { findPython, pythonWithPip, tempEnv } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { readTree, treeDifferences } from '../support/tree.ts'
import { aWheel } from '../support/wheel.ts'

const folder = tempFolder('bad-input-')
const env = tempEnv()
let index: IndexServer

beforeAll(async () => {
  index = await startIndex()
  index.add([
    aWheel({ name: 'requests', version: '2.0' }),
    aWheel({ name: 'app', version: '1.0', requires: ['lib>=2'] }),
    aWheel({ name: 'lib', version: '1.0' }),
    aWheel({ name: 'lib', version: '2.0' }),
    aWheel({ name: 'broken', version: '1.0', files: { 'broken.py': { content: 'x = 1\n', local: { crc: 7 }, central: { crc: 7 } } } }),
    aWheel({ name: 'needs-broken', version: '1.0', requires: ['broken'] }),
  ])
})
afterAll(() => index.close())

interface Failure {
  readonly status: number | null
  readonly stderr: string
}

/** Runs an installation that must fail, and holds the environment to be what it was. */
async function fails(args: readonly string[], { indexUrl = index.indexUrl() } = {}): Promise<Failure> {
  const before = readTree(env.root)
  const finished = await runCli(['install', '--python', env.python, '--index-url', indexUrl, '--no-cache-dir', '--no-color', ...args], { cwd: folder })
  expect(treeDifferences(before, readTree(env.root))).toEqual([])
  return { status: finished.status, stderr: finished.stderr }
}

function requirements(text: string): string {
  const file = join(folder, 'requirements.txt')
  writeFileSync(file, text)
  return file
}

describe('a clear error, status 1, and the environment as it was', () => {
  test('a requirements file that is not there', async () => {
    const { status, stderr } = await fails(['-r', 'absent.txt'])
    expect(status).toBe(1)
    expect(stderr).toContain('error[input-missing]')
    expect(stderr).toContain('absent.txt')
  })

  test('a specifier that cannot be read: file, line, column and a caret', async () => {
    requirements('requests\n\napp ==1..0\n')
    const { status, stderr } = await fails(['-r', 'requirements.txt'])
    expect(status).toBe(1)
    expect(stderr).toMatch(/error\[requirement-syntax\][^]*--> requirements\.txt:3:\d+\n {2}3 \| app ==1\.\.0\n\s+\| +\^/)
  })

  test('a project nobody has: the index that was asked, and the name met in this run that looks like it', async () => {
    requirements('requests\nrequestss\n')
    const { status, stderr } = await fails(['-r', 'requirements.txt'])
    expect(status).toBe(1)
    expect(stderr).toContain('error[package-unknown]: no project named requestss was found')
    expect(stderr).toContain(index.indexUrl())
    expect(stderr).toContain('requirements.txt:2')
    expect(stderr).toContain('did you mean requests?')
  })

  test('however quiet', async () => {
    const { status, stderr } = await fails(['requestss', '-qqq'])
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/^error\[package-unknown\]/) })
  })

  test('two requirements that cannot hold together: why', async () => {
    requirements('app\nlib<2\n')
    const { status, stderr } = await fails(['-r', 'requirements.txt'])
    expect(status).toBe(1)
    expect(stderr).toContain('error[resolution-impossible]')
    expect(stderr).toContain('you require lib<2 (requirements.txt:2:1)')
    expect(stderr).toContain('app 1.0 depends on lib>=2')
  })

  test('a file with another hash than the user gave', async () => {
    requirements(`lib==1.0 --hash=sha256:${'0'.repeat(64)}\n`)
    // A run before it may have begun to fetch the file on a guess.
    index.requests = []
    const { status, stderr } = await fails(['-r', 'requirements.txt'])
    expect(status).toBe(1)
    expect(stderr).toContain('error[hash-mismatch]')
    expect(stderr).toContain('0'.repeat(64))
    expect(stderr).toContain('requirements.txt:1')
    expect(stderr).toContain('the hashes may be of files for other platforms')
    expect(index.asked(/lib-1\.0-py3-none-any\.whl$/)).toEqual([])
  })

  test('an index that nothing listens at', async () => {
    const { status, stderr } = await fails(['requests'], { indexUrl: 'http://127.0.0.1:1/simple/' })
    expect(status).toBe(1)
    expect(stderr).toContain('error[index-unreachable]')
    expect(stderr).toContain('http://127.0.0.1:1/simple/requests/')
  })

  test('an interpreter that is not there', async () => {
    const { status, stderr } = await fails(['requests', '--python', '/nowhere/python'])
    expect(status).toBe(1)
    expect(stderr).toContain('error[python-missing]')
    expect(stderr).toContain('/nowhere/python')
  })

  test('an interpreter outside of virtual environments, when one is required: the status is pip\'s', async () => {
    const python = findPython().executable
    expect(await fails(['requests', '--python', python, '--require-virtualenv'])).toMatchObject({ status: 3, stderr: expect.stringContaining('error[virtualenv-missing]') })
    const pip = await run(pythonWithPip(), ['-m', 'pip', '--python', python, 'install', '--require-virtualenv', '--dry-run', 'requests'])
    expect(pip.status).toBe(3)
  })

  test('configuration that cannot be read: the status is pip\'s', async () => {
    writeFileSync(join(folder, 'broken.conf'), 'no section\n')
    const env = { PIP_CONFIG_FILE: join(folder, 'broken.conf') }
    const ours = await runCli(['install', 'requests'], { env })
    expect(ours).toMatchObject({ status: 2, stderr: expect.stringContaining('error[config-syntax]') })
    expect((await run(pythonWithPip(), ['-m', 'pip', 'install', 'requests'], { env })).status).toBe(2)
  })

  test('a folder that cannot be written', async () => {
    const { status, stderr } = await fails(['requests', '--target', '/sys/parallel-pip'])
    expect(status).toBe(1)
    expect(stderr).toContain('error[target-readonly]')
  })

  test.each(['--report', '--lock-out', '--timings'])('%s into a folder that is not there: said before anything is done', async (flag) => {
    const asked = index.asked(/./).length
    const { status, stderr } = await fails(['requests', flag, 'nowhere/out.json'])
    expect(status).toBe(1)
    expect(stderr).toMatch(/error\[input-missing\]: the file nowhere\/out\.json cannot be written: there is no folder .*nowhere\n +--> /)
    expect(index.asked(/./)).toHaveLength(asked)
    expect((await fails(['requests', flag, '.'])).stderr).toContain('it is a folder')
  })

  test('a file where a folder is asked for', async () => {
    writeFileSync(join(folder, 'file'), '')
    expect(await fails(['requests', '--target', 'file'])).toMatchObject({ status: 1, stderr: expect.stringContaining('error[target-readonly]') })
    const venv = await runCli(['install', '--venv', 'file', '--index-url', index.indexUrl(), '--no-cache-dir', '--no-color', 'requests'], { cwd: folder })
    expect(venv).toMatchObject({ status: 1, stderr: expect.stringContaining('error[input-missing]') })
  })

  test('a folder that the system does not let anybody make, and says is missing', async () => {
    if (!existsSync('/proc/self')) return
    for (const flag of ['--target', '--prefix']) expect(await fails(['requests', flag, '/proc/parallel-pip'])).toMatchObject({ status: 1, stderr: expect.stringContaining('error[target-readonly]') })
  })

  test('one damaged wheel among others: which, and why it is here', async () => {
    const { status, stderr } = await fails(['requests', 'needs-broken'])
    expect(status).toBe(1)
    expect(stderr).toContain('error[archive-invalid]')
    expect(stderr).toContain('broken-1.0-py3-none-any.whl')
    expect(stderr).toMatch(/asked for:.* needs-broken[^]*needs: broken \(from needs-broken 1\.0\)/)
  })
})

describe('what is no URL is a fault of the input, wherever it stands', () => {
  const lock = (source: string): string => `lock-version = "1.0"\ncreated-by = "hand"\n[[packages]]\nname = "lib"\n${source}`
  const urls = ['http://[bad/lib-1.0-py3-none-any.whl', 'https://a b/lib-1.0-py3-none-any.whl', 'http://index.test:99999/lib-1.0-py3-none-any.whl', 'file://other.test/lib-1.0-py3-none-any.whl', 'file:///%00/lib-1.0-py3-none-any.whl']
  const forms: readonly (readonly [string, (url: string) => readonly string[]])[] = [
    ['a requirement by name and URL', (url) => [`lib @ ${url}`]],
    ['a requirement by URL', (url) => [url]],
    ['--index-url', (url) => ['--index-url', url, 'lib']],
    ['--extra-index-url', (url) => ['--extra-index-url', url, 'lib']],
    ['--find-links', (url) => ['--find-links', url, 'lib']],
    ['a requirements file', (url) => ['-r', url]],
    ['an option in a requirements file', (url) => {
      requirements(`--find-links "${url}"\nlib\n`)
      return ['-r', 'requirements.txt']
    }],
    ['a wheel of a lock', (url) => {
      writeFileSync(join(folder, 'pylock.toml'), lock(`version = "1.0"\nwheels = [{ url = "${url}", hashes = { sha256 = "aa" } }]\n`))
      return ['-r', 'pylock.toml']
    }],
    ['an archive of a lock', (url) => {
      writeFileSync(join(folder, 'pylock.toml'), lock(`archive = { url = "${url}", hashes = { sha256 = "aa" } }\n`))
      return ['-r', 'pylock.toml']
    }],
    ["a dependency's URL", (url) => {
      index.add(aWheel({ name: 'leads-nowhere', requires: [`lib @ ${url}`] }))
      return ['leads-nowhere']
    }],
  ]
  test.each(forms)('%s', async (_, argsOf) => {
    for (const url of urls) {
      const run = await runEngine(['--python', env.python, '--dry-run', '--no-cache-dir', '--retries', '0', '--index-url', index.indexUrl(), ...argsOf(url)], { cwd: folder })
      expect({ url, code: run.error?.code, origin: run.error?.origin }).toEqual({ url, code: expect.stringMatching(/-syntax$|^usage$|^input-missing$|^index-answer$|^resolution-impossible$/), origin: expect.anything() })
    }
  })
})

test.each(['http://[bad/x', 'http://index.test:99999/x', 'file:///nowhere/x', 'file://other.test/x', 'file:///%00/x', 'ftp://index.test/x'])('a page that lists a file at %s', async (place) => {
  index.answerWith('/simple/astray/', {
    headers: { 'content-type': 'application/vnd.pypi.simple.v1+json' },
    body: JSON.stringify({ meta: { 'api-version': '1.0' }, name: 'astray', files: [{ filename: 'astray-1.0-py3-none-any.whl', url: `${place}/astray-1.0-py3-none-any.whl`, hashes: {} }] }),
  })
  const run = await runEngine(['--python', env.python, '--dry-run', '--no-cache-dir', '--retries', '0', '--index-url', index.indexUrl(), 'astray'], { cwd: folder })
  expect({ code: run.error?.code, text: run.text }).toEqual({ code: expect.stringMatching(/^index-answer$|^download-failed$/), text: expect.stringContaining('asked for: astray') })
})

test('what a terminal would obey is spelled out in errors', async () => {
  requirements('requests\u001b]0;title\u0007 \u202e\n')
  const { status, stderr } = await fails(['-r', 'requirements.txt'])
  expect(status).toBe(1)
  expect(stderr).toContain('1 | requests\\x1b]0;title\\x07 \\u202e')
  expect(/[\u001b\u0007\u202e]/.test(stderr)).toBe(false)
})

test('a command line that cannot be read ends with status 2', async () => {
  for (const args of [['--no-such-option'], ['requests', '--jobs', 'many'], ['requests', '--re']]) {
    const { status, stderr } = await fails(args)
    expect(stderr).toContain('error[usage]')
    expect(status).toBe(2)
  }
})
