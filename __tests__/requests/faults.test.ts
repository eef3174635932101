import { expect, test } from '@jest/globals'
import { isUserError, type UserError } from '../../src/kernel/errors.ts'
import { tempFolder } from '../support/temp.ts'
import { lay, read } from './reader.ts'

const folder = tempFolder('faults-')
lay(folder, { 'folder/readme.txt': '', 'project/setup.py': '', 'requirements.txt': 'flask\n' })

async function faultOf(lines: string, option = '-r'): Promise<UserError> {
  lay(folder, { 'in.txt': lines })
  try {
    await read(option === '-c' ? ['x', '-c', 'in.txt'] : ['-r', 'in.txt'], { folder })
  } catch (error) {
    if (isUserError(error)) return error
    throw error
  }
  throw new Error('nothing was wrong')
}

/** `line:column message (code)` */
async function shown(lines: string, option?: string): Promise<string> {
  const { origin, message, code } = await faultOf(lines, option)
  return `${origin?.kind === 'file' ? `${origin.line}:${origin.column}` : ''} ${message} (${code})`
}

test.each([
  ['ok\nflask=>3\n', '2:6 Expected semicolon (after name with no version specifier) or end (requirement-syntax)'],
  ['flask ==\n', /^1:\d+ .* \(requirement-syntax\)$/],
  ['flask ; python_version => "3"\n', /^1:2\d .* \(requirement-syntax\)$/],
  ['flask \\\n  ==1, \\\n  =2\n', /^3:3 .* \(requirement-syntax\)$/],
  ['foo --hash=md5:12\n', '1:5 allowed hash algorithms for --hash are sha256, sha384, sha512 (requirements-file-syntax)'],
  ['foo --hash=12\n', '1:5 arguments to --hash must be a hash name followed by a value, like --hash=sha256:abcde... (requirements-file-syntax)'],
  ['foo "unclosed -x "\n', '1:18 could not split options: No closing quotation (requirements-file-syntax)'],
  ['--find-links "unclosed\n', '1:14 could not split options: No closing quotation (requirements-file-syntax)'],
  ['--install-option=--x\n', '1:1 --install-option is an option that pip no longer has: use --config-settings (input-unsupported)'],
  ['  --user\n', '1:3 no such option: --user (requirements-file-syntax)'],
  ['-e\n', '1:1 -e requires a value (requirements-file-syntax)'],
  ['./folder\n', '1:1 the folder "./folder" cannot be installed: it has neither pyproject.toml nor setup.py (requirement-syntax)'],
  ['-e flask\n', /^1:4 flask cannot be installed editable: it is neither a folder with a project nor the URL of a repository/],
  ['-e git+https://host.test/r\n', "1:4 the project's name is missing: write name @ git+https://host.test/r (requirement-syntax)"],
  ['git+https://host.test/r@#egg=x\n', '1:25 the revision after @ is empty: name one, or leave out the @ (requirement-syntax)'],
  ['https://host.test/x.zip#egg=a[b]\n', '1:24 the egg fragment "a[b]" is not a project name; write name[extras] @ url instead (requirement-syntax)'],
  ['https://host.test/broken.whl\n', '1:1 "broken.whl" is not a valid name of a wheel (requirement-syntax)'],
  ['x @ file:///home/conda/feedstock/work\n', '1:1 x @ file:///home/conda/feedstock/work cannot be installed: there is no file /home/conda/feedstock/work (input-missing)'],
  ['x @ https://host.test:99999/x.zip\n', '1:1 x @ https://host.test:99999/x.zip cannot be installed: https://host.test:99999/x.zip is not a valid URL (input-missing)'],
  ['x @ ftp://host.test/x.zip\n', /^1:1 x @ ftp:.* is not a URL that can be installed from .* \(input-missing\)$/],
  ['--extra-index-url https://[host.test/simple\nx\n', '1:19 no index or link can be read from https://[host.test/simple: it is not a valid URL (requirements-file-syntax)'],
  ['x @ ssh://host.test/r\n', /^1:1 x @ ssh:\/\/host.test\/r cannot be installed: ssh:\/\/host.test\/r is not a URL that can be installed from .* \(input-missing\)$/],
])('%j', async (lines, expected) => {
  const text = await shown(lines)
  if (typeof expected === 'string') expect(text).toBe(expected)
  else expect(text).toMatch(expected)
})

test.each([
  ['foo[x]==1\n', '1:1 constraints cannot have extras (constraint-form)'],
  ['-e ./project\n', '1:4 editable requirements are not allowed as constraints (constraint-form)'],
  ['./project\n', '1:1 requirements without a name are not allowed as constraints (constraint-form)'],
  ['https://host.test/x.zip ; sys_platform == "none"\n', '1:1 requirements without a name are not allowed as constraints (constraint-form)'],
])('as a constraint: %j', async (lines, expected) => {
  expect(await shown(lines, '-c')).toBe(expected)
})

test('every problem is reported, the first as the error', async () => {
  const fault = await faultOf('flask=>3\nok\n--bogus\n-r nowhere.txt\nclick=1\n')
  expect(fault.origin).toMatchObject({ line: 1, column: 6 })
  expect(fault.details).toEqual([
    'also: in.txt:3:1: no such option: --bogus',
    'also: in.txt:4:4: the requirements file nowhere.txt cannot be read: there is no such file',
    expect.stringMatching(/^also: in\.txt:5:\d+: /),
  ])
})

test('hints say what was probably meant', async () => {
  expect((await faultOf('click=1\n')).hint).toBe('= is not a valid operator; did you mean ==?')
  expect((await faultOf('./requirements.txt\n')).hint).toBe('it is a file that exists; a requirements file is given with -r')
  expect((await faultOf('./folder\n')).hint).toBeUndefined()
  expect((await faultOf('./nothing/here\n')).hint).toBe('it looks like a path, but there is no file or folder ./nothing/here')
  expect((await faultOf('--user\n')).hint).toBe('this option belongs on the command line, or in the configuration')
})

test.each([
  ['click=>3', 'did you mean >=?'],
  ['click~=3', '~= takes at least two numbers: ~=1.0'],
  ['click==', 'a version is missing after =='],
  ['click ^3.1', '^ is not a valid operator; ^1.2 is written >=1.2,<2'],
  ['click 3.1', 'did you mean ==3.1?'],
  ['click flask', 'one requirement to a line'],
  ['"click==3"', 'leave out the quotes: no shell reads a requirements file'],
  ["click=='3'", 'leave out the quotes: no shell reads a requirements file'],
  ['click==${NO_SUCH_VARIABLE}', 'the environment variable NO_SUCH_VARIABLE is not set, or empty'],
  ['click==$no_such', 'variables are written in capitals and in braces: ${NO_SUCH}'],
  ['click ; python_version > 3', 'values stand in quotes: python_version >= "3.9"'],
  ['click ; python == "3"', 'markers know python_version, sys_platform, platform_machine, extra and the like, joined by "and" and "or"'],
  ['click @ https://host.test/a b.zip', 'a space within a URL is written %20; a marker follows a URL after " ; "'],
  ['https://host.test/x.zip#egg=a[b]', undefined],
])('%s: %s', async (line, hint) => {
  expect((await faultOf(`${line}\n`)).hint).toBe(hint)
})

test('a TOML file that is neither lock nor project by its name is not read line by line', async () => {
  lay(folder, { 'lockfile.toml': 'lock-version = "1.0"\n[[packages]]\nname = "x"\n' })
  await expect(read(['-r', 'lockfile.toml'], { folder })).rejects.toMatchObject({
    code: 'requirements-file-syntax', message: 'lockfile.toml is a TOML file, not a list of requirements', details: [], hint: expect.stringContaining('pylock.NAME.toml'),
  })
})

test('a file that cannot be decoded is told of by its line', async () => {
  lay(folder, { 'in.txt': Buffer.from('click\nflask # \xe9\n', 'latin1') })
  await expect(read(['-r', 'in.txt'], { folder })).rejects.toMatchObject({
    code: 'requirements-file-syntax', message: 'the requirements file cannot be decoded: line 2 is not utf-8', hint: expect.stringContaining('coding: latin-1'),
  })
})

test('an argument is named as one', async () => {
  await expect(read(['flask=>3'], { folder })).rejects.toMatchObject({ code: 'requirement-syntax', origin: { kind: 'argument', text: 'flask=>3' } })
})

test('a missing file under a marker that does not hold is no problem', async () => {
  const target = { environment: { sys_platform: 'linux', python_version: '3.11' } as never, tags: [] }
  lay(folder, { 'markers.txt': './missing-1.0.zip ; sys_platform == "win32"\n' })
  const { requests } = await read(['-r', 'markers.txt'], { folder, target })
  expect(requests.notices.map(({ text }) => text)).toEqual(['./missing-1.0.zip looks like a file name, but there is no such file'])
  lay(folder, { 'markers.txt': './missing-1.0.zip ; sys_platform == "linux"\n' })
  await expect(read(['-r', 'markers.txt'], { folder, target })).rejects.toMatchObject({ code: 'input-missing' })
})

test('a file that is not there: those beside it that may have been meant, else where it was looked for', async () => {
  lay(folder, { 'reqs/requirements-dev.txt': '', 'reqs/test.txt': '', 'reqs/notes.md': '' })
  const hintOf = async (name: string): Promise<string | undefined> => (await faultOf(`-r ${name}\n`)).hint
  expect(await hintOf('requirement.txt')).toBe('did you mean requirements.txt?')
  expect(await hintOf('reqs/dev.txt')).toBe('did you mean reqs/requirements-dev.txt?')
  expect(await hintOf('reqs/tests.txt')).toBe('did you mean reqs/test.txt?')
  expect(await hintOf('elsewhere/in.txt')).toBe(`it was looked for in ${folder}/elsewhere: is that the right folder?`)
})
