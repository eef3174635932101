import { expect, test } from '@jest/globals'
import type { MarkerEnvironment } from '../../src/standards/markers.ts'
import { formatPylock, parsePylock, selectFromPylock, type Pylock, type PylockTarget } from '../../src/standards/pylock.ts'

const SHA = 'ab'.repeat(32)
const ATTRS_WHEEL = [
  '{name = "attrs-25.1.0-py3-none-any.whl", upload-time = 2025-01-25T11:30:10.164Z',
  'url = "https://index.test/files/attrs-25.1.0-py3-none-any.whl"',
  `size = 63152, hashes = {sha256 = "${SHA}", md5 = "cd"}},`,
].join(', ')
// In the layout of the specification's example, which is how we print too.
const LOCK = `lock-version = "1.0"
environments = ["sys_platform == \\"win32\\"", "sys_platform == \\"linux\\""]
requires-python = ">=3.9"
extras = ["fast"]
dependency-groups = ["dev", "docs"]
default-groups = ["dev"]
created-by = "a tool"

[[packages]]
name = "attrs"
version = "25.1.0"
requires-python = ">=3.8"
index = "https://index.test/simple"
sdist = {name = "attrs-25.1.0.tar.gz", url = "https://index.test/files/attrs-25.1.0.tar.gz", size = 10, hashes = {sha256 = "${SHA}"}}
wheels = [
    ${ATTRS_WHEEL}
]

[[packages]]
name = "local"
directory = {path = "./lib", editable = true}

[[packages]]
name = "numpy"
version = "2.2.3"
marker = "\\"fast\\" in extras"
dependencies = [
    {name = "attrs"},
]
wheels = [
    {name = "numpy-2.2.3-cp312-cp312-win_amd64.whl", path = "wheels/numpy-2.2.3-cp312-cp312-win_amd64.whl", hashes = {sha256 = "${SHA}"}},
    {name = "numpy-2.2.3-cp312-cp312-manylinux_2_17_x86_64.whl", url = "https://index.test/files/n.whl", hashes = {sha256 = "${SHA}"}},
]

[[packages]]
name = "repo"
marker = "\\"docs\\" in dependency_groups"
vcs = {type = "git", url = "https://host.test/r", requested-revision = "main", commit-id = "c0ffee", subdirectory = "python"}

[[packages]]
name = "zipped"
version = "1"
archive = {url = "https://host.test/z.zip", hashes = {sha512 = "ef"}, subdirectory = "src"}
`

const linux: MarkerEnvironment = {
  implementation_name: 'cpython', implementation_version: '3.12.1', os_name: 'posix', platform_machine: 'x86_64',
    platform_python_implementation: 'CPython',
  platform_release: '6.1', platform_system: 'Linux', platform_version: '#1', python_full_version: '3.12.1', python_version: '3.12',
    sys_platform: 'linux',
}
const target: PylockTarget = { environment: linux, tags: ['cp312-cp312-manylinux_2_17_x86_64', 'py3-none-any'], extras: new Set(),
  dependencyGroups: new Set(['dev']) }

function lockOf(text: string): Pylock {
  const parsed = parsePylock(text)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.value.lock
}

function selected(text: string, change: Partial<PylockTarget> = {}): string[] | string {
  const choices = selectFromPylock(lockOf(text), { ...target, ...change })
  if (!choices.ok) return choices.message
  return choices.value.map(({ package: { name }, chosen }) => `${name}: ${'file' in chosen ? chosen.file.filename : chosen.kind}`)
}

test('the example reads and prints to the byte', () => {
  expect(formatPylock(lockOf(LOCK))).toBe(LOCK)
})

test('every fact of a file is read', () => {
  expect(lockOf(LOCK).packages[0]).toMatchObject({
    name: 'attrs', version: { text: '25.1.0' }, requiresPython: { text: '>=3.8' }, index: 'https://index.test/simple',
      dependencies: undefined, marker: undefined,
    source: {
      kind: 'distributions',
      wheels: [{
        filename: 'attrs-25.1.0-py3-none-any.whl', url: 'https://index.test/files/attrs-25.1.0-py3-none-any.whl', path: undefined,
          sizeBytes: 63152,
        uploadTimeMs: Date.UTC(2025, 0, 25, 11, 30, 10, 164), hashes: [{ algorithm: 'sha256', hex: SHA }, { algorithm: 'md5', hex: 'cd' }],
      }],
    },
  })
})

test('packages are printed by name, whatever their order', () => {
  const lock = lockOf(LOCK)
  expect(formatPylock({ ...lock, packages: lock.packages.toReversed() })).toBe(LOCK)
  expect(formatPylock({ ...lock, environments: [], extras: [], dependencyGroups: [], defaultGroups: [], requiresPython: undefined,
    packages: [] })).toBe(
    'lock-version = "1.0"\ncreated-by = "a tool"\npackages = []\n',
  )
})

test('what applies to the target is selected, and the best wheel of it', () => {
  expect(selected(LOCK)).toEqual(['attrs: attrs-25.1.0-py3-none-any.whl', 'local: directory', 'zipped: archive'])
  expect(selected(LOCK, { extras: new Set(['Fast']), dependencyGroups: new Set(['docs']) })).toEqual([
    'attrs: attrs-25.1.0-py3-none-any.whl', 'local: directory', 'numpy: numpy-2.2.3-cp312-cp312-manylinux_2_17_x86_64.whl', 'repo: vcs',
      'zipped: archive',
  ])
  expect(selected(LOCK, { prefersSdist: (name) => name === 'attrs' })).toContain('attrs: attrs-25.1.0.tar.gz')
  expect(selected(LOCK, { tags: [] })).toContain('attrs: attrs-25.1.0.tar.gz')
})

test.each<[string, Partial<PylockTarget>, string]>([
  ['another platform', { environment: { ...linux, sys_platform: 'darwin' } }, 'environments: the lock file is not for this environment'],
  ['an old Python', { environment: { ...linux, python_full_version: '3.8.1' } }, 'requires-python: Python 3.8.1 is not >=3.9'],
  ['no fitting wheel', { extras: new Set(['fast']), tags: ['cp311-cp311-linux_x86_64'] },
    'packages[2]: no wheel of numpy fits this Python and platform, and there is no sdist'],
])('%s is refused', (_what, change, message) => {
  expect(selected(LOCK, change)).toBe(message)
})

const HEAD = 'lock-version = "1.0"\ncreated-by = "x"\n'
const WHEEL = (facts: string): string => `${HEAD}[[packages]]\nname = "foo"\nversion = "1.0"\nwheels = [{${facts}}]\n`

test('two packages of one name, and a file without a hash we know, are refused when selected', () => {
  const twice = `${HEAD}[[packages]]\nname = "a"\ndirectory = {path = "x"}\n[[packages]]\nname = "a"\ndirectory = {path = "y"}\n`
  expect(selected(twice)).toBe('packages[1]: a is already chosen by packages[0]')
  const unknown = WHEEL('path = "foo-1.0-py3-none-any.whl", hashes = {blake3 = "x"}')
  expect(selected(unknown)).toBe('packages[0]: foo has no hash of an algorithm that can be checked')
})

test('an untagged build of Python has a version too', () => {
  expect(selected(LOCK, { environment: { ...linux, python_full_version: '3.14.0a1+' } })).toHaveLength(3)
})

test('a newer minor version of the format is read with a warning', () => {
  expect(parsePylock('lock-version = "1.1"\ncreated-by = "x"\npackages = []')).toMatchObject({ ok: true,
    value: { warnings: [expect.stringContaining('1.1')] } })
  expect(parsePylock(`${HEAD}packages = []`)).toMatchObject({ ok: true, value: { warnings: [] } })
})

test.each([
  ['x = ', 'invalid TOML at line 1, column'],
  ['created-by = "x"\npackages = []', 'lock-version: a value is required'],
  ['lock-version = "2.0"\ncreated-by = "x"\npackages = []', 'lock-version: version 2.0 of the format is not supported'],
  ['lock-version = "1.0"\npackages = []', 'created-by: a value is required'],
  [HEAD, 'packages: a value is required'],
  [`${HEAD}packages = []\nextras = ["Fast"]`, 'extras[0]: the name "Fast" is not normalized'],
  [`${HEAD}packages = []\nenvironments = ["x"]`, 'environments[0]: '],
  [`${HEAD}packages = []\ntool = 1`, 'tool: expected a table, found a number'],
  [`${HEAD}[[packages]]\nname = "foo"\ntool = "x"`, 'packages[0].tool: expected a table, found a string'],
  [`${HEAD}packages = [1]`, 'packages[0]: expected a table, found a number'],
  [`${HEAD}[[packages]]\nname = "Foo"`, 'packages[0].name: the name "Foo" is not normalized'],
  [`${HEAD}[[packages]]\nname = "foo"`, 'packages[0]: exactly one of vcs, directory, archive is needed where there is'],
  [`${HEAD}[[packages]]\nname = "foo"\nversion = "x"`, 'packages[0].version: "x" is not a version'],
  [`${HEAD}[[packages]]\nname = "foo"\nvcs = {type = "git", commit-id = "x"}`, 'packages[0].vcs: a path or a url is required'],
  [`${HEAD}[[packages]]\nname = "foo"\nsdist = {path = "foo-1.zip", hashes = {md5 = "1"}}\ndirectory = {path = "x"}`,
    'packages[0]: none of vcs, directory, archive may stand beside'],
  [WHEEL('path = "foo-1.0-py3-none-any.whl"'), 'packages[0].wheels[0].hashes: a value is required'],
  [WHEEL('path = "foo-1.0-py3-none-any.whl", hashes = {}'), 'packages[0].wheels[0].hashes: at least one hash is required'],
  [WHEEL('path = "foo-1.0-py3-none-any.whl", hashes = {sha256 = 1}'),
    'packages[0].wheels[0].hashes.sha256: expected a string, found a number'],
  [WHEEL('hashes = {md5 = "1"}'), 'packages[0].wheels[0]: a path or a url is required'],
  [WHEEL('path = "foo.whl", hashes = {md5 = "1"}'), 'packages[0].wheels[0]: "foo.whl" is not a wheel\'s file name'],
  [WHEEL('path = "bar-1.0-py3-none-any.whl", hashes = {md5 = "1"}'),
    'packages[0].wheels[0]: "bar-1.0-py3-none-any.whl" is not of the package foo'],
  [WHEEL('path = "foo-2.0-py3-none-any.whl", hashes = {md5 = "1"}'),
    'packages[0].wheels[0]: "foo-2.0-py3-none-any.whl" is not of version 1.0'],
  [WHEEL('path = "foo-1.0-py3-none-any.whl", hashes = {md5 = "1"}, upload-time = 2025-01-01'),
    'packages[0].wheels[0].upload-time: expected a date with time'],
  [WHEEL('path = "foo-1.0-py3-none-any.whl", hashes = {md5 = "1"}, size = 1.5'), 'packages[0].wheels[0].size: expected a whole number'],
])('%j is refused by its path', (text, message) => {
  const parsed = parsePylock(text)
  expect(parsed.ok ? 'accepted' : parsed.message).toContain(message)
})
