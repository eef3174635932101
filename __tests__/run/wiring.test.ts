import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { formatPylock, parsePylock, type Pylock } from '../../src/standards/pylock.ts'
import { runCli } from '../support/cli.ts'
import { installedIn, runEngine, versionsOf, type EngineRun } from '../support/engine.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { makeEnvironment, tempEnv, type TempEnvironment } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel, type WheelSpec } from '../support/wheel.ts'

// Each option from the command line to what it does.
const folder = tempFolder()
let server: IndexServer
let environments = 0

beforeAll(async () => { server = await startIndex() })
afterAll(() => server.close())
afterEach(() => {
  server.calm()
  for (const name of ['simple', 'other']) server.addIndex(name)
})

const newEnv = (): TempEnvironment => makeEnvironment(join(folder, `env-${environments++}`))

function releases(...specs: readonly WheelSpec[]): void {
  server.add(specs.map((spec) => aWheel(spec)))
}

function install(env: Pick<TempEnvironment, 'python'>, ...args: readonly string[]): Promise<EngineRun> {
  return runEngine(['--python', env.python, '--jobs', '1', '--cache-dir', join(folder, 'cache'), '--refresh', '--index-url', server.indexUrl(), ...args], { cwd: folder })
}

test('what a run breaks of what was there is warned of, and nothing else; --no-warn-conflicts says nothing', async () => {
  releases({ name: 'old', requires: ['lib<2', 'gone; extra == "x"', 'absent'] }, { name: 'bystander', requires: ['nowhere'] }, { name: 'lib', version: '1.0' }, { name: 'lib', version: '2.0' })
  const env = newEnv()
  await install(env, '--no-deps', 'old', 'bystander', 'lib<2')
  const run = await install(env, '--upgrade', 'lib')
  expect(run.notices).toEqual(['old 1.0 requires lib<2, but you have lib 2.0, which is incompatible (--no-warn-conflicts hides this)', 'old 1.0 requires absent, which is not installed (--no-warn-conflicts hides this)'])
  await install(env, 'lib==1.0')
  expect((await install(env, '--upgrade', '--no-warn-conflicts', 'lib')).notices).toEqual([])
  expect(installedIn(env)).toEqual({ bystander: '1.0', lib: '2.0', old: '1.0' })
})

test('--debug-config shows every setting, where it was made and what it overrides, and installs nothing', async () => {
  const env = newEnv()
  mkdirSync(join(env.root, 'home'))
  writeFileSync(join(env.root, 'pip.conf'), '[global]\ntimeout = 7\nindex-url = https://me:geheim@site.index.test/simple\n')
  const shown = await runCli(['install', '--debug-config', '--python', env.python, '--retries', '2', 'nothing-of-this'], {
    cwd: folder, env: { HOME: join(env.root, 'home'), PIP_CONFIG_FILE: undefined, PIP_TIMEOUT: '9', PIP_UNKNOWN: 'x' },
  })
  expect(shown).toMatchObject({ status: 0, stderr: '' })
  const lines = shown.stdout.split('\n')
  expect(lines[0]).toBe(`python: ${env.python}`)
  expect(lines).toContain(`  site: ${join(env.root, 'pip.conf')}`)
  expect(shown.stdout).toContain(`timeout:\n    in force  --timeout 9  (PIP_TIMEOUT)\n  overridden  --timeout 7  (${join(env.root, 'pip.conf')}`)
  expect(shown.stdout).toContain('retries:\n    in force  --retries 2  (--retries)')
  expect(shown.stdout).not.toContain('geheim')
  expect(installedIn(env)).toEqual({})
})

test('--lock-out writes what was installed; installing from it gives the same without looking anything up, and the same lock again', async () => {
  releases({ name: 'app', requires: ['lib', 'extra[fast]>=1'] }, { name: 'lib' }, { name: 'extra', extras: { fast: ['speed'] } }, { name: 'speed' })
  const [first, second] = [newEnv(), newEnv()]
  const lock = join(folder, 'locks', 'pylock.toml')
  mkdirSync(join(folder, 'locks'))
  const made = await runCli(['install', '--python', first.python, '--cache-dir', join(folder, 'cache'), '--index-url', server.indexUrl().replace('://', '://me:secret@'), '--lock-out', lock, 'app'])
  expect(made).toMatchObject({ status: 0 })
  const text = readFileSync(lock, 'utf8')
  expect(text).not.toContain('secret')
  const read = parsePylock(text)
  if (!read.ok) throw new Error(read.message)
  expect(formatPylock(read.value.lock)).toBe(text)
  expect(read.value.lock.packages.map(({ name, version, dependencies }) => [name, version?.text, dependencies])).toEqual([
    ['app', '1.0', ['extra', 'lib']], ['extra', '1.0', ['speed']], ['lib', '1.0', []], ['speed', '1.0', []],
  ])
  server.calm()
  const again = await install(second, '-r', lock, '--lock-out', 'again.toml')
  expect(versionsOf(again)).toEqual({ app: '1.0', extra: '1.0', lib: '1.0', speed: '1.0' })
  expect(server.asked(/\/simple\/[^/]+\/$/)).toEqual([])
  expect(installedIn(second)).toEqual(installedIn(first))
  const repeated = again.performed?.outcome.lock
  expect(repeated && formatPylock({ ...repeated, packages: repeated.packages.map((entry) => ({ ...entry, index: server.indexUrl() })) })).toBe(text)
})

test('a lock holds what is kept, too, folders by their path from the lock, and files of no known hash by what they turned out to be', async () => {
  server.configure({ hashAlgorithms: [] })
  releases({ name: 'kept' }, { name: 'other' }, { name: 'lonely' })
  const env = newEnv()
  const project = join(folder, 'project')
  mkdirSync(project, { recursive: true })
  writeFileSync(join(project, 'pyproject.toml'), '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n[project]\nname = "project"\nversion = "1.0"\n')
  writeFileSync(join(project, 'backend.py'), [
    'import zipfile',
    'def build_wheel(folder, settings=None, metadata=None):',
    '    name = "project-1.0-py3-none-any.whl"',
    '    with zipfile.ZipFile(folder + "/" + name, "w") as archive:',
    '        archive.writestr("project-1.0.dist-info/METADATA", "Metadata-Version: 2.1\\nName: project\\nVersion: 1.0\\n")',
    '        archive.writestr("project-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\\nGenerator: x\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")',
    '        archive.writestr("project-1.0.dist-info/RECORD", "")',
    '    return name',
  ].join('\n'))
  await install(env, 'kept', 'lonely')
  const run = await install(env, '--lock-out', 'pylock.toml', './project', 'other')
  expect(run.text).toBe('')
  expect(run.performed?.outcome.lock?.packages.map(({ name, source }) => [name, source])).toMatchObject([
    ['project', { kind: 'directory', path: 'project', editable: false }],
    ['other', { kind: 'distributions', wheels: [{ filename: 'other-1.0-py3-none-any.whl', hashes: [{ algorithm: 'sha256', hex: expect.stringMatching(/^[0-9a-f]{64}$/) }] }] }],
  ])
  const unknown = await install(env, '--lock-out', 'pylock.toml', 'kept')
  expect(unknown.error).toMatchObject({ code: 'hash-missing', message: expect.stringContaining('kept 1.0 cannot be locked') })
})

test('a lock has a hash that is secure, also where the index publishes none', async () => {
  server.configure({ hashAlgorithms: ['md5'] })
  releases({ name: 'weak' })
  const run = await install(newEnv(), '--lock-out', 'pylock.toml', 'weak')
  server.configure({ hashAlgorithms: ['sha256'] })
  expect(run.performed?.outcome.lock?.packages).toMatchObject([{ source: { wheels: [{ hashes: [{ algorithm: 'sha256', hex: aWheel({ name: 'weak' }).sha256 }, { algorithm: 'md5' }] }] } }])
})

test('a lock is held to the sizes it gives, from the network and from the store', async () => {
  releases({ name: 'sized' })
  expect((await install(newEnv(), '--lock-out', 'pylock.sized.toml', 'sized')).text).toBe('')
  const lock = formatPylock((await install(newEnv(), '--dry-run', '--lock-out', 'pylock.sized.toml', 'sized')).performed?.outcome.lock as Pylock)
  writeFileSync(join(folder, 'pylock.sized.toml'), lock)
  expect((await install(newEnv(), '-r', 'pylock.sized.toml')).text).toBe('')
  writeFileSync(join(folder, 'pylock.sized.toml'), lock.replace(/size = (\d+)/, 'size = 1$1'))
  for (const cache of [[], ['--no-cache-dir']]) {
    const env = newEnv()
    const run = await install(env, ...cache, '-r', 'pylock.sized.toml')
    expect(run.text).toMatch(/^error\[hash-mismatch\]: .*sized-1\.0-py3-none-any\.whl has \d+ bytes, and the lock says 1\d+\n.*asked for: sized==1\.0 \(pylock\.sized\.toml/s)
    expect(installedIn(env)).toEqual({})
  }
})

test('--resolve-timeout ends a search that an index holds up', async () => {
  releases({ name: 'app', requires: ['slow'] }, { name: 'slow' })
  server.fault('/slow/', { kind: 'stall' })
  const run = await install(tempEnvironment, '--dry-run', '--resolve-timeout', '0.3', 'app')
  expect(run.error).toMatchObject({ code: 'resolution-timeout', message: 'the time for resolving is used up (--resolve-timeout)' })
})

const tempEnvironment = tempEnv()

test('--resolve-timeout ends a search through endless versions with the best explanation so far', async () => {
  for (let version = 1; version <= 40; version += 1) releases({ name: 'boto', version: `${version}`, requires: [`core==${version}`] }, { name: 'core', version: `${version}`, requires: ['urllib>=2'] })
  releases({ name: 'urllib', version: '1.0' }, { name: 'urllib', version: '2.0' })
  server.fault('.metadata', { kind: 'stall' }, { skip: 8 })
  const run = await install(tempEnvironment, '--dry-run', '--resolve-timeout', '4', 'boto', 'urllib<2')
  expect(run.error?.code).toBe('resolution-timeout')
  expect(run.error?.details[0]).toBe('The last conflict met:')
  expect(run.error?.details.join('\n')).toContain('urllib')
})
