import { afterAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readEditableText } from '../../src/requests/editable-text.ts'
import { readRequirementText } from '../../src/requests/requirement-text.ts'
import { makeFolder, removeFolder } from '../support/folders.ts'
import { expectAgreement, generate } from '../support/packaging/agreement.ts'
import { describeRequirement, type Described } from './described.ts'
import { askPip } from './pip-oracle.ts'

// Compared with pip's own constructors of requirements (pip/_internal/req/constructors.py) over a folder of real files.
const folder = makeFolder('requests-')
afterAll(() => removeFolder(folder))
for (const project of ['project', 'master', 'a b', 'lib/inner']) {
  mkdirSync(path.join(folder, project), { recursive: true })
  writeFileSync(path.join(folder, project, 'pyproject.toml'), '')
}
for (const empty of ['empty', 'flask']) mkdirSync(path.join(folder, empty))
for (const file of ['foo-1.0-py3-none-any.whl', 'bar-2.0.tar.gz', 'wheels/baz-3.0+local.1-py2.py3-none-any.whl', 'not-a-wheel.whl', 'requirements.txt']) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), '')
}

const names = fc.constantFrom('foo', 'Foo.Bar_baz', 'flask', 'project', 'a-', '-a', '.', '..', '', 'x y', 'master', '1', 'é')
const extras = fc.constantFrom('', '', '[a]', '[A,b_C]', '[ a , b ]', '[]', '[a', '[a b]', '[a][b]')
const versions = fc.constantFrom('', '', '==1.0', '>=1, <2', '===weird', '~=1.2', '=1.0', ' (>1)', '>=', '==1.*', '@', '!=1.0.dev0')
const markers = fc.constantFrom('', '', '', '; python_version<"3"', ';python_version < "3"', ' ; extra == "x"', ';', '; ', '; bogus == 1', ' ; sys_platform=="win32" or os_name=="nt"')
const places = fc.constantFrom(
  './project', 'project', 'project/', './master', 'master', '.', './', './empty', './nowhere', '../nowhere', './a b', 'lib/inner', './lib/../project', './flask',
  'foo-1.0-py3-none-any.whl', './foo-1.0-py3-none-any.whl', 'bar-2.0.tar.gz', './bar-2.0.tar.gz', 'wheels/baz-3.0+local.1-py2.py3-none-any.whl', 'not-a-wheel.whl', 'missing-1.0.zip',
  './missing-1.0-py3-none-any.whl', 'requirements.txt', './requirements.txt',
)
const urls = fc.tuple(
  fc.constantFrom(
    'https://host.test/a/foo-1.0.tar.gz', 'http://user:pw@host.test/foo-1.0-py3-none-any.whl', 'https://host.test/bad.whl', 'https://host.test', 'ftp://host.test/x.zip', 'HTTPS://HOST.test/X-1.zip',
    `file://${folder}/project`, `file://${folder}/foo-1.0-py3-none-any.whl`, 'file:project', 'file:./project', 'file:lib/../project', 'file:bar-2.0.tar.gz', 'file:///nowhere/x.zip',
    `file://localhost${folder}/a%20b`, 'file://other.test/x', 'file:', 'git+https://host.test/org/repo.git', 'git+ssh://git@host.test/org/repo.git', 'git+https://u:p@host.test/r@v1.0',
    'git+https://host.test/r@feature/x', 'git+https://host.test/r@', 'git+file:///srv/repo@a%40b', 'hg+https://host.test/r@tip', 'svn+svn://host.test/r@12', 'bzr+lp:project', 'git+git://host.test/r',
    'git://host.test/r', 'git+git@host.test:org/repo.git', 'git@host.test:org/repo.git', 'ssh://host.test/r', 'git+bogus://host.test/r',
  ),
  fc.constantFrom('', '', '#egg=name', '#egg=Name_x&subdirectory=sub/dir', '#subdirectory=sub', '#egg=name[extra]', '#egg=', '#sha256=ABCDEF', '#md5=12&egg=z', '#egg=a==1', '?q=1#egg=q'),
).map((parts) => parts.join(''))
const requirement = fc.oneof(
  fc.tuple(names, extras, versions, markers).map((parts) => parts.join('')),
  fc.tuple(places, fc.constantFrom('', '', '[a,B]', '[a]'), markers).map((parts) => parts.join('')),
  fc.tuple(urls, markers).map((parts) => parts.join('')),
  fc.tuple(names, extras, fc.constantFrom(' @ ', '@', ' @'), urls, markers).map((parts) => parts.join('')),
)
const editable = fc.oneof(
  fc.tuple(places, fc.constantFrom('', '', '[a,B]', '[a]', '[]')).map((parts) => parts.join('')),
  urls,
  fc.tuple(names, extras, fc.constant(' @ '), urls, markers).map((parts) => parts.join('')),
)

const lines = generate(requirement, 6000)
const editables = generate(editable, 3000)
const answers = askPip<{ line: (Described | null)[]; editable: (Described | null)[] }>(folder, { line: lines, editable: editables })

test('requirements are read as pip reads them', () => {
  expect(answers.line.filter((answer) => answer !== null && answer.link !== null).length).toBeGreaterThan(300)
  expectAgreement(lines, (line) => {
    const read = readRequirementText(line, folder)
    return read.ok ? describeRequirement(read.value, folder) : null
  }, answers.line)
})

test('editable requirements are read as pip reads them', () => {
  expect(answers.editable.filter((answer) => answer !== null).length).toBeGreaterThan(100)
  expectAgreement(editables, (line) => {
    const read = readEditableText(line, folder)
    return read.ok ? describeRequirement(read.value, folder) : null
  }, answers.editable)
})
