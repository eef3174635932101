import { expect, test } from '@jest/globals'
import { resolveDependencyGroups } from '../../src/standards/dependency-groups.ts'
import { dependencyGroupsOf, parsePyproject, readBuildSystem, readProject, type Pyproject } from '../../src/standards/pyproject.ts'
import { formatRequirement } from '../../src/standards/requirements.ts'

function pyproject(text: string): Pyproject {
  const file = parsePyproject(text)
  if (!file.ok) throw new Error(file.message)
  return file.value
}

test('a project says what it depends on', () => {
  const project = readProject(pyproject(`
[project]
name = "My.App"
version = "1.0"
requires-python = ">=3.9"
dependencies = ["foo>=1", "bar; sys_platform == 'win32'"]
[project.optional-dependencies]
Fast_Path = ["baz"]
none = []
`))
  if (!project.ok || project.value === undefined) throw new Error('no project')
  expect(project.value).toMatchObject({ name: 'my-app', displayName: 'My.App', version: '1.0', requiresPython: { text: '>=3.9' },
    dynamic: [] })
  expect(project.value.dependencies?.map(formatRequirement)).toEqual(['foo>=1', 'bar; sys_platform == "win32"'])
  expect([...(project.value.optionalDependencies ?? [])].map(([extra, list]) => [extra,
    list.map(formatRequirement)])).toEqual([['fast-path', ['baz']], ['none', []]])
})

test('dynamic dependencies are unknown, not empty', () => {
  const project = readProject(pyproject('[project]\nname = "x"\ndynamic = ["version", "dependencies", "optional-dependencies"]'))
  expect(project).toMatchObject({ ok: true, value: { version: undefined, dependencies: undefined, optionalDependencies: undefined } })
  expect(readProject(pyproject('[project]\nname = "x"\nversion = "1"'))).toMatchObject({ ok: true,
    value: { dependencies: [], optionalDependencies: new Map() } })
  expect(readProject(pyproject('[tool.poetry]\nname = "x"'))).toEqual({ ok: true, value: undefined })
})

test.each([
  ['[project]\nversion = "1"', 'project.name: a value is required'],
  ['project = 1', 'project: expected a table, found a number'],
  ['[project]\nname = "x"\ndependencies = ["ok", "not ok"]', 'project.dependencies[1]: '],
  ['[project]\nname = "x"\ndependencies = "foo"', 'project.dependencies: expected a list, found a string'],
  ['[project]\nname = "x"\nrequires-python = "three"', 'project.requires-python: '],
  ['[project]\nname = "x"\n[project.optional-dependencies]\na-b = []\nA_B = []',
    'project.optional-dependencies.A_B: the extra a-b is defined twice'],
  ['[project]\nname = "x"\n[project.optional-dependencies]\na = [1]',
    'project.optional-dependencies.a[0]: expected a string, found a number'],
])('%j is refused by its path', (text, message) => {
  const project = readProject(pyproject(text))
  expect(project.ok ? 'accepted' : project.message.slice(0, message.length)).toBe(message)
})

test('a fault of the TOML is said with its place', () => {
  expect(parsePyproject('[project]\nname = \n')).toEqual({ ok: false, message: expect.stringContaining('line 2, column'),
    offset: expect.any(Number) })
  const broken = parsePyproject('a = 1\nb = ?\n')
  expect(broken.ok ? undefined : broken.offset).toBe(10)
})

test('how a project is built has defaults like pip', () => {
  const legacy = { requires: ['setuptools>=40.8.0'], backend: 'setuptools.build_meta:__legacy__', backendPath: [], check: [] }
  expect(readBuildSystem(undefined)).toEqual({ ok: true, value: legacy })
  expect(readBuildSystem(pyproject('[project]\nname = 1'))).toEqual({ ok: true, value: legacy })
  const flit = '[build-system]\nrequires = ["flit-core>=3"]\nbuild-backend = "flit_core.buildapi"\nbackend-path = ["."]'
  expect(readBuildSystem(pyproject(flit))).toEqual({
    ok: true, value: { requires: ['flit-core>=3'], backend: 'flit_core.buildapi', backendPath: ['.'], check: [] },
  })
  expect(readBuildSystem(pyproject('[build-system]\nrequires = ["wheel"]'))).toEqual({
    ok: true, value: { requires: ['wheel'], backend: 'setuptools.build_meta:__legacy__', backendPath: [], check: ['setuptools>=40.8.0'] },
  })
})

test.each([
  ['[build-system]\nbuild-backend = "x"', 'build-system.requires: a value is required'],
  ['[build-system]\nrequires = "x"', 'build-system.requires: expected a list'],
  ['[build-system]\nrequires = ["x y"]', 'build-system.requires[0]: '],
  ['[build-system]\nrequires = []\nbuild-backend = 1', 'build-system.build-backend: expected a string'],
])('%j cannot be built', (text, message) => {
  expect(readBuildSystem(pyproject(text))).toMatchObject({ ok: false, message: expect.stringContaining(message) })
})

function groups(text: string, ...names: string[]): string[] | string {
  const resolved = resolveDependencyGroups(dependencyGroupsOf(pyproject(`[dependency-groups]\n${text}`)), names)
  return resolved.ok ? resolved.value.map(formatRequirement) : resolved.message
}

test('groups include each other by any spelling of their names, each once', () => {
  const text = `
Test_All = ["pytest", {include-group = "Cov.Tools"}]
cov-tools = ["coverage[toml]>=7"]
dev = [{include-group = "test-all"}, {include-group = "cov-tools"}, "ruff"]
`
  expect(groups(text, 'DEV')).toEqual(['pytest', 'coverage[toml]>=7', 'ruff'])
  expect(groups(text, 'cov-tools', 'test-all')).toEqual(['coverage[toml]>=7', 'pytest'])
  expect(groups('empty = []', 'empty')).toEqual([])
})

test('a cycle is said with its path', () => {
  expect(groups('a = [{include-group = "b"}]\nb = ["x", {include-group = "C"}]\nc = [{include-group = "b"}]',
    'a')).toBe('dependency groups include each other: b -> c -> b')
  expect(groups('a = [{include-group = "a"}]', 'a')).toBe('dependency groups include each other: a -> a')
})

test('all faults of the groups asked for are said at once', () => {
  expect(groups('a = ["x y", {include = "b"}, 1, {include-group = "gone"}]\nb = "x"', 'a', 'b', 'none').toString().split(/; (?!there)/)).toEqual([
    expect.stringContaining('a[0]: "x y" is not a requirement'),
    'a[1] is neither a requirement nor { include-group = "name" }',
    'a[2] is neither a requirement nor { include-group = "name" }',
    'the dependency group gone does not exist (included by a); there are a and b',
    'the dependency group b is not a list',
    'the dependency group none does not exist; there are a and b',
  ])
})

test('two spellings of one group are a fault, those of other groups are not looked into', () => {
  expect(groups('a = []\nA = []\nb = []', 'b')).toBe('the dependency group a is defined more than once (a, A)')
  expect(groups('broken = [1]\nb = ["x"]', 'b')).toEqual(['x'])
  expect(resolveDependencyGroups(undefined, ['a'])).toMatchObject({ ok: false })
})

test('doubled includes do not grow without bound', () => {
  const chain = Array.from({ length: 40 }, (_, at) => `g${at} = [{include-group = "g${at + 1}"}, {include-group = "g${at + 1}"}]`)
  expect(groups([...chain, 'g40 = ["x"]'].join('\n'), 'g0')).toEqual(['x'])
})
