import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runCli } from '../support/cli.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { tempEnv } from '../support/python.ts'
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
    const { status, stderr } = await fails(['-r', 'requirements.txt'])
    expect(status).toBe(1)
    expect(stderr).toContain('error[hash-mismatch]')
    expect(stderr).toContain('0'.repeat(64))
    expect(stderr).toContain('requirements.txt:1')
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

  test('a folder that cannot be written', async () => {
    const { status, stderr } = await fails(['requests', '--target', '/sys/parallel-pip'])
    expect(status).toBe(1)
    expect(stderr).toContain('error[target-readonly]')
  })

  test('one damaged wheel among others: which, and why it is here', async () => {
    const { status, stderr } = await fails(['requests', 'needs-broken'])
    expect(status).toBe(1)
    expect(stderr).toContain('error[archive-invalid]')
    expect(stderr).toContain('broken-1.0-py3-none-any.whl')
    expect(stderr).toMatch(/asked for:.* needs-broken[^]*needs: broken \(from needs-broken 1\.0\)/)
  })
})

test('a command line that cannot be read ends with status 2', async () => {
  for (const args of [['--no-such-option'], ['requests', '--jobs', 'many'], ['requests', '--re']]) {
    const { status, stderr } = await fails(args)
    expect(stderr).toContain('error[usage]')
    expect(status).toBe(2)
  }
})
