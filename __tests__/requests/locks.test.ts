import { expect, test } from '@jest/globals'
import { tempFolder } from '../support/temp.ts'
import { lay, read, texts } from './reader.ts'

const folder = tempFolder('locks-')
const digest = 'ab'.repeat(32)
const LOCK = `lock-version = "1.0"
created-by = "test"
extras = ["docs"]
dependency-groups = ["dev"]
default-groups = ["main"]
[[packages]]
name = "flask"
version = "3.0"
index = "https://index.test/simple"
wheels = [
  { url = "https://files.test/flask-3.0-py3-none-any.whl", hashes = { sha256 = "${digest}" }, size = 12 },
  { path = "wheels/flask-3.0-cp311-cp311-linux_x86_64.whl", hashes = { sha256 = "${digest}" } },
]
[[packages]]
name = "sphinx"
version = "7.0"
marker = "'docs' in extras"
sdist = { url = "https://files.test/sphinx-7.0.tar.gz", hashes = { sha256 = "${digest}" } }
[[packages]]
name = "ruff"
version = "1"
marker = "'dev' in dependency_groups"
wheels = [ { url = "https://files.test/ruff-1-py3-none-any.whl", hashes = { sha256 = "${digest}" } } ]
[[packages]]
name = "core"
marker = "'main' in dependency_groups"
directory = { path = "../core", editable = true }
[[packages]]
name = "repo"
marker = "'main' in dependency_groups"
vcs = { type = "git", url = "https://host.test/repo", commit-id = "${'a'.repeat(40)}", subdirectory = "py" }
[[packages]]
name = "zip"
marker = "'main' in dependency_groups"
archive = { url = "https://files.test/zip.zip", hashes = { sha256 = "${digest}" } }
`
lay(folder, { 'lock/pylock.toml': LOCK, 'lock/pylock.dev.toml': LOCK, 'core/pyproject.toml': '' })
const target = { environment: { python_full_version: '3.11.7', python_version: '3.11', sys_platform: 'linux' } as never, tags: ['cp311-cp311-linux_x86_64', 'py3-none-any'] }
const here = { folder, target }

test('a lock chooses files for the target, and its hashes count', async () => {
  const read_ = await read(['-r', 'lock/pylock.toml'], here)
  const { requests } = read_
  expect(texts(read_)).toEqual(['flask==3.0', `core @ file://${folder}/core/`, `repo @ git+https://host.test/repo@${'a'.repeat(40)}#subdirectory=py`, 'zip @ https://files.test/zip.zip'])
  expect(requests.locked.map(({ name, filename, url, index }) => [name, filename, url, index])).toEqual([
    ['flask', 'flask-3.0-cp311-cp311-linux_x86_64.whl', `file://${folder}/lock/wheels/flask-3.0-cp311-cp311-linux_x86_64.whl`, 'https://index.test/simple'],
  ])
  expect(requests.policy.requireHashes).toBe(true)
  expect(requests.set.requirements.map(({ direct }) => direct)).toEqual([
    undefined,
    { kind: 'directory', path: `${folder}/core`, editable: true },
    { kind: 'vcs', vcs: 'git', url: 'https://host.test/repo', ref: 'a'.repeat(40), subdirectory: 'py', editable: false },
    { kind: 'archive', url: 'https://files.test/zip.zip' },
  ])
})

test('extras and groups of one lock are joined; a group alone leaves the default groups out', async () => {
  expect(texts(await read(['-r', 'lock/pylock.toml[docs]', '--group', 'lock/pylock.toml:dev'], here)).slice(0, 3)).toEqual(['flask==3.0', 'sphinx==7.0', 'ruff==1'])
  expect(texts(await read(['--group', 'lock/pylock.dev.toml:dev'], here))).toEqual(['flask==3.0', 'ruff==1'])
  expect(texts(await read(['-r', 'lock/pylock.toml', '--extra', 'docs'], here))).toContain('sphinx==7.0')
})

test('a lock from the network stays on its host, and names no folders', async () => {
  const remote = LOCK.split('[[packages]]').slice(0, 2).join('[[packages]]')
  const served = { 'https://host.test/locks/pylock.toml': remote, 'https://host.test/dirs/pylock.toml': LOCK, 'https://host.test/away/pylock.toml': remote.replace('wheels/flask', 'https://evil.test/flask') }
  const { requests } = await read(['-r', 'https://host.test/locks/pylock.toml'], { ...here, served })
  expect(requests.locked[0]?.url).toBe('https://host.test/locks/wheels/flask-3.0-cp311-cp311-linux_x86_64.whl')
  await expect(read(['-r', 'https://host.test/dirs/pylock.toml'], { ...here, served })).rejects.toMatchObject({ code: 'input-unsupported', message: 'a lock file from the network cannot name folders' })
  await expect(read(['-r', 'https://host.test/away/pylock.toml'], { ...here, served })).rejects.toMatchObject({ code: 'input-unsupported' })
})

test.each([
  [['-r', 'lock/pylock.toml[nope]'], 'the lock file has no extra "nope"', 'usage'],
  [['--group', 'lock/pylock.toml:nope'], 'the lock file has no dependency group "nope"', 'usage'],
  [['-r', 'lock/pylock.none.toml'], 'the lock file lock/pylock.none.toml cannot be read: there is no such file', 'input-missing'],
  [['-r', 'lock/pylock.toml', '--target', 'x', '--platform', 'any', '--only-binary', ':all:'], '--python-version, --platform, --abi and --implementation cannot be used with a lock file', 'usage'],
])('%j: %s', async (args, message, code) => {
  await expect(read(args, here)).rejects.toMatchObject({ message, code })
})

test('a lock that is none, and one that has nothing for this platform', async () => {
  lay(folder, { 'bad/pylock.toml': 'lock-version = "2.0"\ncreated-by = "x"\npackages = []\n', 'other/pylock.toml': LOCK.replaceAll('py3-none-any', 'py3-none-win32').replaceAll('cp311-cp311-linux_x86_64', 'cp312-cp312-win32') })
  await expect(read(['-r', 'bad/pylock.toml'], here)).rejects.toMatchObject({ code: 'requirements-file-syntax', origin: { path: 'bad/pylock.toml' } })
  await expect(read(['-r', 'other/pylock.toml'], here)).rejects.toMatchObject({ code: 'input-unsupported', message: expect.stringContaining('no wheel of flask fits') })
})
