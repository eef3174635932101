import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { asksForMore, checkPipArgs, namesFile, splitPackages, splitPipArgs, toArguments, type ArgumentFacts } from '../../src/github/arguments.ts'
import { readJob } from '../../src/github/event.ts'
import { placeOf } from '../../src/github/failure.ts'
import { startHeartbeat } from '../../src/github/heartbeat.ts'
import { baseBranch } from '../../src/github/history-place.ts'
import { misspelledInputs, readInputs, type ActionInputs } from '../../src/github/inputs.ts'
import { findRequirementFiles, matchFiles } from '../../src/github/requirement-files.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { readActionFile } from '../support/runner/action-file.ts'
import { readPairs } from '../support/runner/command-files.ts'
import { readLog } from '../support/runner/workflow-commands.ts'
import { mustRun } from '../support/process.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder()
const REPOSITORY = join(import.meta.dirname, '..', '..')

describe('what is said to the runner', () => {
  const nasty = 'a: 50%, b\r\nsecond % line\n::error::no'
  const module = join(import.meta.dirname, '..', '..', 'src', 'github', 'workflow-commands.ts')
  const toolkit = join(REPOSITORY, 'node_modules', '@actions', 'core', 'lib', 'core.js')
  const FILES = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']
  /** What a step writes that says these things. */
  const said = (code: string, env: Readonly<Record<string, string>> = {}): Promise<string> => {
    const none = Object.fromEntries(FILES.map((name) => [name, '']))
    const program = `import { openRunnerCommands } from ${JSON.stringify(module)}; const runner = openRunnerCommands(), nasty = ${JSON.stringify(nasty)}; ${code}`
    return mustRun(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program], { env: { ...process.env, ...none, ...env } })
  }
  test('annotations stand at their place, whatever their text', async () => {
    const { annotations } = readLog(await said("runner.annotate('error', nasty, { title: nasty, file: 'a,b:c.txt', line: 3, column: 5 }); runner.annotate('warning', nasty)"))
    expect(annotations).toEqual([
      expect.objectContaining({ level: 'error', message: nasty, title: nasty, file: 'a,b:c.txt', line: 3 }),
      expect.objectContaining({ level: 'warning', message: nasty }),
    ])
  })
  test('files: values of several lines, later values, appended summaries', async () => {
    const files = Object.fromEntries(FILES.map((name) => [name, join(mkdtempSync(join(folder, 'files-')), name)]))
    for (const file of Object.values(files)) writeFileSync(file, '')
    await said(`runner.setOutput('one', nasty); runner.setOutput('two', 'a<<b'); runner.exportVariable('VAR', 'x'); runner.saveState('state', '{"a":1}')
      runner.addPath('/first'); runner.addPath('/second'); await runner.appendSummary('# one\\n'); await runner.appendSummary('two\\n')`, files)
    const read = (name: string): string => readFileSync(files[name] ?? '', 'utf8')
    expect(readPairs(read('GITHUB_OUTPUT'))).toEqual({ one: nasty.replace('\r', ''), two: 'a<<b' })
    expect([readPairs(read('GITHUB_ENV')), readPairs(read('GITHUB_STATE')), read('GITHUB_PATH'), read('GITHUB_STEP_SUMMARY')]).toEqual([{ VAR: 'x' }, { state: '{"a":1}' }, '/first\n/second\n', '# one\ntwo\n'])
  })
  test('what is written is what @actions/core writes', async () => {
    const written = async (program: string): Promise<string> => {
      const files = Object.fromEntries(FILES.map((name) => [name, join(mkdtempSync(join(folder, 'files-')), name)]))
      for (const file of Object.values(files)) writeFileSync(file, '')
      const printed = await said(program, files)
      return [printed, ...Object.values(files).map((file) => readFileSync(file, 'utf8'))].join('|').replace(/ghadelimiter_[0-9a-f-]+/g, 'DELIMITER')
    }
    const ours = await written(`runner.line('plain'); runner.debug(nasty); runner.startGroup(nasty); runner.endGroup(); runner.mask(nasty)
      runner.annotate('error', nasty, { title: nasty, file: 'a,b:c', line: 3, column: 5 }); runner.annotate('notice', nasty)
      runner.setOutput('one', nasty); runner.exportVariable('VAR', nasty); runner.saveState('state', nasty); runner.addPath('/first'); await runner.appendSummary(nasty)`)
    const toolkits = await written(`const core = await import(${JSON.stringify(toolkit)}); core.info('plain'); core.debug(nasty); core.startGroup(nasty); core.endGroup(); core.setSecret(nasty)
      core.error(nasty, { title: nasty, file: 'a,b:c', startLine: 3, startColumn: 5 }); core.notice(nasty)
      core.setOutput('one', nasty); core.exportVariable('VAR', nasty); core.saveState('state', nasty); core.addPath('/first'); await core.summary.addRaw(nasty).write()`)
    expect(ours).toBe(toolkits)
  })
  test('text of others is no command', async () => {
    const text = await said("runner.line('fine\\n  ::error::not ours\\n::set-output name=x::y\\nand ##[error]neither')")
    expect(readLog(text).annotations).toEqual([])
    expect(text).not.toMatch(/^\s*::/m)
    expect(text).not.toContain('##[')
  })
  test('what a build printed stands in the log under its name: of one that failed, or with -v', async () => {
    const log = join(REPOSITORY, 'src', 'github', 'log.ts')
    const secrets = join(REPOSITORY, 'src', 'kernel', 'secrets.ts')
    const groupsOf = async (verbosity: number): Promise<readonly string[]> => {
      const text = await said(`const { openActionLog } = await import(${JSON.stringify(log)}); const { Secrets } = await import(${JSON.stringify(secrets)})
        const { onEvent } = openActionLog({ runner, secrets: new Secrets(), cwd: '/', workspace: '/', verbosity: ${verbosity} })
        for (const failed of [true, false]) onEvent({ kind: 'build-output', subject: failed ? 'bad 1.0' : 'good 1.0', text: 'one\\n::error::two\\n', failed, atMs: 0 })`)
      expect(readLog(text).annotations).toEqual([])
      return readLog(text).groups
    }
    expect(await groupsOf(0)).toEqual(['What the build of bad 1.0 printed, which failed'])
    expect(await groupsOf(1)).toEqual(['What the build of bad 1.0 printed, which failed', 'What the build of good 1.0 printed'])
    expect(await groupsOf(-2)).toEqual([])
  })
  test('outside of a runner the files are missing, and nothing is told', async () => {
    expect(await said("runner.setOutput('a', 'b'); runner.saveState('c', 'd'); await runner.appendSummary('e')")).toBe('')
  })
})

describe('inputs', () => {
  const read = (given: Record<string, string>): ActionInputs => readInputs(Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])))
  test('nothing given: the defaults of action.yml', () => {
    expect(read({})).toEqual({
      requirements: [], packages: [], constraints: [], extras: [], groups: [], pythonVersion: undefined, pythonPath: undefined, venv: undefined, activateEnvironment: 'auto',
      indexUrl: undefined, extraIndexUrls: [], sdists: 'allow', compile: false, pipArgs: '', jobs: 'auto', cache: 'auto', cacheSuffix: '', cacheDependencyGlob: [],
      cacheBudgetMb: undefined, restoreCache: true, saveCache: 'auto', earlyRestore: true, fileConflicts: 'error', allowOverwrite: [], compare: 'estimate', summary: true,
      trace: false, artifact: false, workingDirectory: '.', githubToken: undefined, leg: '',
    })
  })
  test('every input of action.yml is read, with its default, and no other', () => {
    const { inputs } = readActionFile(join(REPOSITORY, 'action.yml'))
    const asked: string[] = []
    const values = Object.fromEntries(Object.entries(inputs).map(([name, input]) => [`INPUT_${name.toUpperCase()}`, input.default?.includes('${{') === true ? '' : input.default]))
    const given = readInputs(new Proxy(values, { get: (target, name: string) => { asked.push(name); return target[name] } }))
    expect([...new Set(asked)].sort()).toEqual(Object.keys(values).sort())
    expect(given).toEqual(read({}))
  })
  test('what a job downloads of this repository: no tests, measurements or documents', () => {
    const paths = ['__tests__', 'bench', 'docs', '.ci', 'dist', 'action.yml', 'report', 'LICENSE']
    const said = execFileSync('git', ['check-attr', 'export-ignore', ...paths], { cwd: REPOSITORY, encoding: 'utf8' })
    expect(said.trim().split('\n').filter((line) => line.endsWith(': set')).map((line) => line.split(':')[0])).toEqual(['__tests__', 'bench', 'docs', '.ci'])
  })
  test('lists, switches and numbers', () => {
    expect(read({ requirements: ' a b.txt \n\n c.txt ', extras: 'dev, test\ndocs', 'extra-index-url': 'http://a/ http://b/', compile: 'TRUE', cache: 'local', 'save-cache': 'false', 'cache-budget-mb': '1.5', sdists: 'Refuse' })).toMatchObject({
      requirements: ['a b.txt', 'c.txt'], extras: ['dev', 'test', 'docs'], extraIndexUrls: ['http://a/', 'http://b/'], compile: true, cache: 'local', saveCache: false, cacheBudgetMb: 1.5, sdists: 'refuse',
    })
  })
  test('comments, as people write them into blocks of lines, are none of the values', () => {
    expect(read({ packages: '# tools\nflask # the web\nlib @ https://host/lib.whl#sha256=0', requirements: 'a.txt # main\n#b.txt', 'extra-index-url': '# ours\nhttp://a/#x,http://b/', extras: 'dev # all' })).toMatchObject({
      packages: ['flask', 'lib @ https://host/lib.whl#sha256=0'], requirements: ['a.txt'], extraIndexUrls: ['http://a/#x', 'http://b/'], extras: ['dev'],
    })
    expect(splitPipArgs("--pre # don't\n# none\n--no-deps \\\n  -U '# kept' \"a # b\" c#d")).toEqual(['--pre', '--no-deps', '-U', '# kept', 'a # b', 'c#d'])
  })
  test('one value is one line; capitals, a home and a last slash are as good', () => {
    expect(() => read({ venv: 'a\nb', 'index-url': 'http://a/\r\nhttp://b/' })).toThrow(expect.objectContaining({ message: 'venv: expected one line, not "a\\nb"', details: ['index-url: expected one line, not "http://a/\\r\\nhttp://b/"'] }))
    expect(readInputs({ INPUT_JOBS: 'AUTO', 'INPUT_PYTHON-PATH': '~/py', 'INPUT_WORKING-DIRECTORY': './sub/', HOME: join('/home', 'x') })).toMatchObject({ jobs: 'auto', pythonPath: join('/home', 'x', 'py'), workingDirectory: 'sub' })
  })
  test.each([
    ['pip-args', 'pip install -U', 'pip-args: pip install is said already'],
    ['pip-args', 'install -U', 'pip-args: install is said already'],
  ])('%s: %s', (_, text, message) => {
    expect(() => splitPipArgs(text)).toThrow(message)
  })
  test.each([
    ['--help', 'pip-args: --help has no place here: it shows what the command line can do, and installs nothing'],
    ['--pre -V', 'pip-args: --version has no place here'],
    ['--repair', 'pip-args: --repair has no place here: it belongs to check'],
    ['--cache-budget-mb 5', 'pip-args: --cache-budget-mb has no place here'],
  ])('pip-args: %s', (text, message) => {
    expect(() => checkPipArgs(text)).toThrow(message)
    expect(() => checkPipArgs('--pre --log x --debug-config')).not.toThrow()
  })
  test.each([
    ['flask, pytest>=8', 'packages: commas do not separate packages: flask, pytest>=8'],
    ['pip install flask', 'packages: names are expected, without pip install'],
    ['["flask"]', 'packages: no list of YAML or JSON is expected: ["flask"]'],
    ['- flask', 'packages: no list of YAML or JSON is expected: - flask'],
  ])('packages: %s', (text, message) => {
    expect(() => splitPackages(text)).toThrow(message)
    expect(splitPackages('flask>=2, <3')).toEqual(['flask>=2, <3'])
  })
  test('a virtual environment has no name that is a switch', () => {
    expect(() => read({ venv: 'true' })).toThrow('venv: expected the name of a folder (activate-environment is true or false), not "true"')
  })
  test('names that are no inputs and look like some; what looks like none is the runner’s to warn of', () => {
    expect(misspelledInputs({ INPUT_PACKAGE: 'x', INPUT_PYTHON_VERSION: '3', INPUT_PACKAGES: 'y', 'INPUT_PIP-ARGS': 'z', INPUT_TOKEN_OF_OTHERS: 'x', INPUT_VENVS: '', INPUT: 'x' })).toEqual([{ name: 'package', near: ['packages'] }, { name: 'python_version', near: ['python-version'] }])
  })
  test('every problem is told at once', () => {
    expect(() => read({ compile: 'yes', sdists: 'maybe', 'cache-budget-mb': '-1', cache: 'on' })).toThrow(expect.objectContaining({
      code: 'usage', message: 'sdists: expected allow or refuse, not "maybe"',
      details: ['compile: expected true or false, not "yes"', 'cache: expected auto, true, false or local, not "on"', 'cache-budget-mb: expected a number above 0, not "-1"'],
    }))
  })
  test('the command line that does the same', () => {
    const inputs = read({ packages: "pytest >= 8\nflask 'click<9'", constraints: 'c.txt', extras: 'dev', groups: 'lint', 'index-url': 'http://i/', 'extra-index-url': 'http://j/', sdists: 'refuse', compile: 'true', jobs: '3', 'file-conflicts': 'warn', 'allow-overwrite': 'a/*.py', 'pip-args': "--pre --no-binary 'x y'" })
    const facts: ArgumentFacts = { files: { requirements: ['a b.txt'], constraints: ['c.txt'] }, pythonPath: '/py', venv: '.venv', store: { kind: 'folder', path: '/store' } }
    expect(toArguments(inputs, facts)).toEqual([
      'install', '-r', 'a b.txt', '-c', 'c.txt', '--extra', 'dev', '--group', 'lint', '--python', '/py', '--venv', '.venv', '--index-url', 'http://i/', '--extra-index-url', 'http://j/',
      '--only-binary', ':all:', '--compile', '--jobs', '3', '--file-conflicts', 'warn', '--allow-overwrite', 'a/*.py', '--cache-dir', '/store', '--no-color', '--progress', 'off',
      '--pre', '--no-binary', 'x y', 'pytest >= 8', 'flask', 'click<9',
    ])
    expect(toArguments(read({}), { ...facts, files: { requirements: [], constraints: [] }, pythonPath: undefined, venv: undefined, store: { kind: 'none' } })).toEqual(['install', '--jobs', 'auto', '--file-conflicts', 'error', '--no-cache-dir', '--no-color', '--progress', 'off'])
    expect(() => toArguments(read({ 'pip-args': "--pre 'open" }), facts)).toThrow('pip-args: No closing quotation')
  })
  test('files that are named anywhere', () => {
    const cwd = join(folder, 'named')
    const named = (...args: string[]): boolean => namesFile(['install', ...args], 'requirements.txt', cwd)
    expect([named('-r', './requirements.txt'), named(`--requirement=${join(cwd, 'requirements.txt')}`), named('-r', 'dev.txt'), named('-c', 'requirements.txt'), named('requirements')]).toEqual([true, true, false, false, false])
  })
  test('pip-args that name something to install need no file', () => {
    expect(['--pre', '-r dev.txt', 'flask', '-e .', '--group dev', '-i http://i/'].map(asksForMore)).toEqual([false, true, true, true, true, false])
  })
})

describe('requirement files', () => {
  const cwd = mkdtempSync(join(folder, 'files-'))
  for (const file of ['requirements.txt', 'req/b.txt', 'req/a.txt', 'req/deep/c.txt', 'node_modules/x/requirements.txt', '.venv/requirements.txt', 'pyproject.toml']) {
    mkdirSync(join(cwd, file, '..'), { recursive: true })
    appendFileSync(join(cwd, file), '')
  }
  const none = { requirements: [], constraints: [], packages: [], extras: [], groups: [] }
  const search = { cwd, asksElsewhere: false }
  test('patterns stand for what they match, sorted; dependencies of others are left out', () => {
    expect(findRequirementFiles({ ...none, requirements: ['req/*.txt', 'missing.txt', 'pyproject.toml[dev]', 'req/a.txt'] }, search).requirements).toEqual(['req/a.txt', 'req/b.txt', 'missing.txt', 'pyproject.toml[dev]'])
    expect(matchFiles(['**/requirements.txt'], cwd)).toEqual(['requirements.txt'])
    expect(() => findRequirementFiles({ ...none, constraints: ['*.nope'] }, search)).toThrow('constraints: no file matches *.nope')
  })
  test('! takes away what patterns before it have found; names without a file behind them match nothing', () => {
    symlinkSync('nowhere', join(cwd, 'req', 'dangling.txt'))
    expect(findRequirementFiles({ ...none, requirements: ['req/**/*.txt', '!req/deep/*', '!./req/b.txt'] }, search).requirements).toEqual(['req/a.txt'])
    expect(matchFiles(['**/*.txt', '!req/**'], cwd)).toEqual(['requirements.txt'])
    expect(() => findRequirementFiles({ ...none, requirements: ['req/a.txt', '!req/*'] }, search)).toThrow('requirements: nothing is left of what the patterns match')
  })
  test.each([
    ['requirements.txt, req/a.txt', 'requirements: requirements.txt, req/a.txt is read as one name', 'write each file on a line of its own (requirements: |)'],
    ['-r requirements.txt', 'requirements: -r requirements.txt is an option, and files are expected', expect.stringContaining('without -r')],
    ['"requirements.txt"', 'requirements: there is no file "requirements.txt"', 'leave the quotes out: requirements.txt'],
    ['req\\a.txt', 'requirements: there is no file req\\a.txt', 'write it as req/a.txt: that is right on every platform'],
    ['flask', 'requirements: there is no file flask', 'to install the package of this name: packages: flask'],
    ['flask[async]>=2', 'requirements: no file matches flask[async]>=2', 'to install the package of this name: packages: flask[async]>=2'],
    ['["req/a.txt"]', 'requirements: no file matches ["req/a.txt"]', 'write each file on a line of its own, without brackets or quotes'],
    ['- req/a.txt', 'requirements: no list of YAML is expected: - req/a.txt', 'write each file on a line of its own (requirements: |), without dashes'],
    ['no/*.txt', 'requirements: no file matches no/*.txt', 'is the repository checked out before this step, and working-directory right?'],
    ['requirements.txt dev.txt', 'requirements: requirements.txt dev.txt is read as one name', 'write each file on a line of its own (requirements: |)'],
    ['flask>=2.1', 'requirements: there is no file flask>=2.1', 'to install the package of this name: packages: flask>=2.1'],
  ])('%s is told of in words that help', (line, message, hint) => {
    expect(() => findRequirementFiles({ ...none, requirements: [line] }, search)).toThrow(expect.objectContaining({ message: expect.stringContaining(message), hint }))
  })
  test('without any input requirements.txt counts, with extras pyproject.toml', () => {
    expect(findRequirementFiles(none, search).requirements).toEqual(['requirements.txt'])
    expect(findRequirementFiles({ ...none, extras: ['dev'] }, search).requirements).toEqual(['pyproject.toml'])
    expect(findRequirementFiles({ ...none, packages: ['x'] }, search)).toEqual({ requirements: [], constraints: [], passedOver: 'requirements.txt' })
    expect(findRequirementFiles({ ...none, packages: ['x'] }, { ...search, cwd: join(cwd, 'req') })).toEqual({ requirements: [], constraints: [] })
    expect(findRequirementFiles({ ...none, groups: ['x'] }, search).requirements).toEqual([])
    expect(findRequirementFiles(none, { cwd: folder, asksElsewhere: true }).requirements).toEqual([])
    expect(() => findRequirementFiles(none, { ...search, cwd: folder })).toThrow(expect.objectContaining({ code: 'usage', hint: expect.stringContaining('checked out') }))
    expect(() => findRequirementFiles({ ...none, extras: ['dev'] }, { ...search, cwd: folder })).toThrow('there is no pyproject.toml')
    const project = mkdtempSync(join(folder, 'project-'))
    writeFileSync(join(project, 'pyproject.toml'), '')
    expect(() => findRequirementFiles(none, { ...search, cwd: project })).toThrow(expect.objectContaining({ hint: expect.stringContaining('requirements: pyproject.toml installs what the project depends on, packages: . the project itself') }))
  })
})

test('annotations point into the repository, or nowhere', () => {
  const folders = { cwd: '/home/runner/repo/sub', workspace: '/home/runner/repo' }
  expect(placeOf({ kind: 'file', path: 'req.txt', line: 3, column: 2 }, folders)).toEqual({ file: 'sub/req.txt', line: 3, column: 2 })
  expect(placeOf({ kind: 'file', path: '/home/runner/repo/a.txt' }, folders)).toEqual({ file: 'a.txt' })
  expect([placeOf({ kind: 'file', path: '/etc/pip.conf', line: 1 }, folders), placeOf({ kind: 'flag', flag: '-r' }, folders), placeOf(undefined, folders)]).toEqual([{}, {}, {}])
})

test('the job is read from the runner’s variables', () => {
  const job = readJob({ GITHUB_WORKSPACE: '/w', GITHUB_WORKFLOW_REF: 'o/r/.github/workflows/ci.yml@refs/heads/x@y', GITHUB_REPOSITORY: 'o/r', GITHUB_EVENT_NAME: 'release', RUNNER_ENVIRONMENT: 'self-hosted', GITHUB_RUN_ATTEMPT: '3' })
  expect(job).toMatchObject({ workflow: '.github/workflows/ci.yml', runAttempt: 3, isGithubHosted: false, trust: { save: { allowed: false } } })
  expect(readJob({ GITHUB_WORKFLOW: 'CI' })).toMatchObject({ workflow: 'CI', isGithubHosted: true, trust: { save: { allowed: true } } })
})

test('what a run is compared with: the target, else the branch of which history is kept', () => {
  const payload = (value: object): string => {
    const file = join(mkdtempSync(join(folder, 'event-')), 'event.json')
    writeFileSync(file, JSON.stringify(value))
    return file
  }
  const main = { repository: { default_branch: 'main' } }
  const base = (ref: string, event: object, env: Record<string, string> = {}, keepsOwn = false): string => baseBranch({ ref }, { GITHUB_EVENT_PATH: payload(event), ...env }, keepsOwn)
  expect(base('refs/pull/7/merge', main, { GITHUB_BASE_REF: 'release/1' })).toBe('release/1')
  expect(base('refs/heads/gh-readonly-queue/main/pr-7', { ...main, merge_group: { base_ref: 'refs/heads/next' } })).toBe('next')
  expect([base('refs/heads/main', main), base('refs/heads/feature', main), base('refs/heads/feature', main, {}, true)]).toEqual(['main', 'main', 'feature'])
  expect([base('refs/tags/v1', main), base('refs/tags/v1', main, {}, true)]).toEqual(['main', 'main'])
  expect(base('refs/heads/feature', {})).toBe('feature')
})

test('a quiet run says from time to time how far it is', async () => {
  const said: string[] = []
  const heartbeat = startHeartbeat((text) => void said.push(text), 30)
  heartbeat.onEvent({ kind: 'task-started', id: 1, task: 'download', resource: 'network', subject: 'big 1.0', atMs: 0 })
  heartbeat.onEvent({ kind: 'task-progress', id: 1, bytes: 5_000_000 })
  await systemClock.sleep(80)
  heartbeat.stop()
  const count = said.length
  await systemClock.sleep(60)
  expect(said[0]).toBe('still at work: downloading (big 1.0); 0 wheels unpacked, 5.0 MB downloaded')
  expect(said).toHaveLength(count)
})
