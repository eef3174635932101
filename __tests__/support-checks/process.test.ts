import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { run, start } from '../support/process.ts'
import { makeEnvironment, pipIn, runPython } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { readTree, treeDifferences, treesEqual } from '../support/tree.ts'

jest.setTimeout(60_000)

const folder = tempFolder()

test('a command runs in a scrubbed environment, with its output apart and together', async () => {
  process.env['PIP_INDEX_URL'] = 'http://index.test/'
  const done = await run('sh', ['-c', 'echo out; echo err >&2; echo "[$PIP_INDEX_URL$PIP_CERT$PIP_FIND_LINKS]"; echo "$MINE"; exit 3'], { env: { MINE: 'given' } })
  delete process.env['PIP_INDEX_URL']
  expect(done).toMatchObject({ status: 3, signal: null, stdout: 'out\n[]\ngiven\n', stderr: 'err\n' })
  expect(done.output).toContain('err')
})

test('a running command is watched, signalled, and its home removed', async () => {
  const running = start('sh', ['-c', 'trap "echo caught; exit 130" INT; echo "$HOME"; echo ready; while :; do sleep 0.05; done'])
  await running.waitFor('ready')
  running.kill('SIGINT')
  const done = await running.done
  expect(done).toMatchObject({ status: 130 })
  expect(done.stdout).toContain('caught')
  expect(existsSync(done.stdout.split('\n')[0] ?? '')).toBe(false)
})

test('waiting for what never comes is an error', async () => {
  await expect(start('echo', ['something']).waitFor('else')).rejects.toThrow('ended without else')
})

test('environments are real, alike, and know their own path', async () => {
  const [one, two] = [makeEnvironment(join(folder, 'one')), makeEnvironment(join(folder, 'two'))]
  const facts = 'import sys, sysconfig; print(sys.prefix, sys.prefix != sys.base_prefix, sysconfig.get_path("purelib"))'
  expect(await runPython(one, facts)).toBe(`${one.root} True ${one.sitePackages}`)
  expect(await runPython(two, facts)).toBe(`${two.root} True ${two.sitePackages}`)
  expect(treesEqual(readTree(one.root, { neutral: [one.root] }), readTree(two.root, { neutral: [two.root] }))).toBe(true)
  expect((await pipIn(one, ['list', '--format=freeze'])).stdout.trim()).toBe('')
})

test('trees tell contents, modes, links, and what changed', () => {
  const root = join(folder, 'tree')
  mkdirSync(join(root, 'a', '__pycache__'), { recursive: true })
  writeFileSync(join(root, 'a', 'file'), 'x', { mode: 0o644 })
  writeFileSync(join(root, 'a', 'tool'), 'y', { mode: 0o644 })
  symlinkSync('file', join(root, 'a', 'link'))
  const before = readTree(root)
  expect(Object.keys(before)).toEqual(['a', 'a/file', 'a/link', 'a/tool'])
  expect(treeDifferences(before, readTree(root))).toEqual([])
  writeFileSync(join(root, 'a', 'file'), 'z')
  chmodSync(join(root, 'a', 'tool'), 0o755)
  writeFileSync(join(root, 'new'), '')
  const differences = treeDifferences(before, readTree(root))
  expect(differences.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(['~ a/file', '~ a/tool', '+ new'])
})
