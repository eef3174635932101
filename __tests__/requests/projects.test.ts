import { expect, test } from '@jest/globals'
import { tempFolder } from '../support/temp.ts'
import { lay, read, texts } from './reader.ts'

const folder = tempFolder('projects-')
const PYPROJECT = `[project]
name = "My.App"
version = "1"
requires-python = ">=3.9"
dependencies = [
  "flask>=3",
  "click ; python_version < '3'",
]
[project.optional-dependencies]
docs = ["sphinx"]
test = ["pytest", "my-app[docs] ; sys_platform == 'linux'"]
all = ["my-app[test,docs]", "My_App[all]"]
[dependency-groups]
lint = ["ruff==0.1", {include-group = "types"}]
types = ["mypy"]
nothing = []
loop = [{include-group = "loop"}]
wrong = ["ruff=>1"]
`
lay(folder, {
  'pyproject.toml': PYPROJECT, 'sub/pyproject.toml': '[dependency-groups]\ndev = ["x @ file:lib"]\n', 'lib/setup.py': '', 'dynamic/pyproject.toml': '[project]\nname = "d"\ndynamic = ["dependencies", "version"]\n',
  'bare/pyproject.toml': '[tool.x]\n', 'broken/pyproject.toml': '[project\n', 'nogroups/pyproject.toml': '[project]\nname = "n"\nversion = "1"\n',
})
const here = { folder }

test('the dependencies of a project, pointing at their lines', async () => {
  const { requests } = await read(['-r', 'pyproject.toml'], here)
  expect(requests.set.requirements.map(({ name, specifier, origin }) => [name, specifier.text, origin])).toEqual([
    ['flask', '>=3', { kind: 'file', path: 'pyproject.toml', line: 6, column: 4, text: '  "flask>=3",' }],
    ['click', '', { kind: 'file', path: 'pyproject.toml', line: 7, column: 4, text: `  "click ; python_version < '3'",` }],
  ])
  expect(requests.requiresPython.map(({ specifier, source }) => [specifier.text, source])).toEqual([['>=3.9', 'pyproject.toml']])
})

test('extras, asked for by brackets or by --extra; those that name the project itself are followed', async () => {
  expect(texts(await read(['-r', 'pyproject.toml[docs]'], here))).toContain('sphinx')
  expect(texts(await read(['-r', 'pyproject.toml', '--extra', 'docs,test'], here))).toEqual([
    'flask>=3', 'click; python_version < "3"', 'sphinx', 'pytest', 'sphinx; sys_platform == "linux"',
  ])
  expect(texts(await read(['-r', 'pyproject.toml[all]'], here)).filter((text) => text.startsWith('sphinx'))).toEqual(['sphinx', 'sphinx; sys_platform == "linux"'])
})

test('groups, with what they include', async () => {
  expect(texts(await read(['--group', 'lint'], here))).toEqual(['ruff==0.1', 'mypy'])
  expect(texts(await read(['--group', 'nothing'], here))).toEqual([])
  const { requests } = await read(['--group', 'sub/pyproject.toml:dev'], here)
  expect(requests.set.requirements[0]).toMatchObject({ name: 'x', direct: { kind: 'directory', path: `${folder}/lib` }, origin: { path: 'sub/pyproject.toml', line: 2, column: 9 } })
})

test.each([
  [['--group', 'loop'], 'dependency groups include each other: loop -> loop', 'requirements-file-syntax'],
  [['--group', 'nope'], /^the dependency group nope does not exist; there are .* and \w+$/, 'requirements-file-syntax'],
  [['--group', 'wrong'], /^wrong\[0\]: "ruff=>1" is not a requirement/, 'requirements-file-syntax'],
  [['--group', 'nogroups/pyproject.toml:x'], 'nogroups/pyproject.toml has no [dependency-groups] table', 'requirements-file-syntax'],
  [['--group', 'nowhere/pyproject.toml:x'], 'the project file nowhere/pyproject.toml cannot be read: there is no such file', 'input-missing'],
  [['-r', 'broken/pyproject.toml'], /^invalid TOML at line 1/, 'requirements-file-syntax'],
  [['-r', 'dynamic/pyproject.toml'], 'dynamic/pyproject.toml leaves its dependencies to the build (dynamic)', 'input-unsupported'],
  [['-r', 'bare/pyproject.toml'], 'bare/pyproject.toml has no [project] table', 'input-unsupported'],
  [['-r', 'pyproject.toml[nope]'], 'My.App has no extra "nope"', 'usage'],
  [['x', '--extra', 'docs'], '--extra needs a pyproject.toml or pylock.toml given with -r', 'usage'],
  [['--group', 'setup.cfg:x'], '--group reads pyproject.toml or pylock.toml files, not "setup.cfg"', 'usage'],
])('%j: %s', async (args, message, code) => {
  await expect(read(args, here)).rejects.toMatchObject({ message: typeof message === 'string' ? message : expect.stringMatching(message), code })
})

const SCRIPT = '#!/usr/bin/env python\n# /// script\n# requires-python = ">=3.11"\n# dependencies = [\n#   "requests<3",\n#   "rich",\n# ]\n# ///\nimport requests\n'

test('the dependencies a script declares', async () => {
  lay(folder, { 'run.py': SCRIPT, 'crlf.py': SCRIPT.replaceAll('\n', '\r\n') })
  for (const script of ['run.py', 'crlf.py']) {
    const { requests } = await read(['--requirements-from-script', script], here)
    expect(requests.set.requirements.map(({ text, origin }) => [text, origin.kind === 'file' ? origin.line : 0])).toEqual([['requests<3', 5], ['rich', 6]])
    expect(requests.requiresPython.map(({ specifier }) => specifier.text)).toEqual(['>=3.11'])
  }
})

test.each([
  ['print(1)\n', 'the script has no inline metadata (# /// script)'],
  [SCRIPT + SCRIPT, 'the script has two blocks of inline metadata'],
  ['# /// script\n# dependencies = ["a b"]\n# ///\n', /^the script's inline metadata cannot be read: dependencies\[0\]: /],
  ['# /// script\n# dependencies = [\n# ///\n', /^the script's inline metadata cannot be read: invalid TOML/],
])('a script without usable metadata: %j', async (text, message) => {
  lay(folder, { 'bad.py': text })
  await expect(read(['--requirements-from-script', 'bad.py'], here)).rejects.toMatchObject({ code: 'requirements-file-syntax', message: typeof message === 'string' ? message : expect.stringMatching(message) })
})
