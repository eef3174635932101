import { describe, expect, test } from '@jest/globals'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCli } from '../support/cli.ts'
import { mustRun, run } from '../support/process.ts'
import { makeEnvironment, pipIn, runPython, type TempEnvironment } from '../support/python.ts'
import { recordFaults } from '../support/record-faults.ts'
import { tempFolder } from '../support/temp.ts'
import { readTree, treeDifferences } from '../support/tree.ts'
import { aWheel, saveFiles, type BuiltFile, type WheelSpec } from '../support/wheel.ts'

const folder = tempFolder()
const wheels = join(folder, 'wheels')
const home = { HOME: join(folder, 'home'), XDG_CACHE_HOME: join(folder, 'home', '.cache') }
const TIMEOUT_MS = 600_000
/** Has the pip and the uv that we are compared with. */
const reference = process.env['PACKAGING_PYTHON'] ?? 'python3'

const spec = (name: string, version: string, more: Partial<WheelSpec> = {}): WheelSpec => ({
  name, version,
  files: { [`${name}/__init__.py`]: `V = '${version}'\n`, [`${name}/only_${version.replace('.', '_')}.py`]: '', [`ns/${name}/__init__.py`]: version, [`${name}-data, odd.txt`]: version },
  data: { [`data/share/${name}/doc.txt`]: version, [`scripts/${name}-script`]: `#!python\nprint('${version}')\n`, [`headers/${name}.h`]: version },
  entryPoints: { console_scripts: { [`${name}-tool`]: `${name}:main` } },
  ...more,
})
saveFiles(wheels, ['1.0', '2.0'].flatMap((version): BuiltFile[] => [aWheel(spec('alpha', version, { requires: [`beta==${version}`] })), aWheel(spec('beta', version)), aWheel(spec('gamma', version, { tags: 'py3-none-any' }))]))

let environments = 0
const fresh = (): TempEnvironment => makeEnvironment(join(folder, `env-${(environments += 1)}`))
const from = ['--no-index', '--find-links', wheels]
const ours = (env: TempEnvironment, ...args: string[]): ReturnType<typeof runCli> => runCli(['install', ...from, '--python', env.python, ...args], { env: home, cwd: folder })

async function install(env: TempEnvironment, ...args: string[]): Promise<void> {
  const finished = await ours(env, ...args)
  expect({ status: finished.status, output: finished.output }).toMatchObject({ status: 0 })
}

const bare = (env: TempEnvironment): ReturnType<typeof readTree> => readTree(env.root, { neutral: [env.root] })

describe('what is installed', () => {
  test('has RECORDs that are right byte for byte, passes pip check, and is gone after pip uninstall', async () => {
    const env = fresh()
    // pip removes a site-packages that its uninstallation has left empty.
    writeFileSync(join(env.sitePackages, 'kept.py'), '')
    const empty = bare(env)
    await install(env, 'alpha', 'gamma')
    expect(recordFaults(env)).toEqual([join(env.sitePackages, 'kept.py is in no RECORD')])
    expect(await pipIn(env, ['check'])).toMatchObject({ status: 0 })
    expect(await runPython(env, 'import alpha, beta, gamma, ns.alpha; print(alpha.V, beta.V, gamma.V)')).toBe('2.0 2.0 2.0')
    expect(await pipIn(env, ['uninstall', '-y', 'alpha', 'beta', 'gamma'])).toMatchObject({ status: 0 })
    // pip leaves folders of namespaces behind.
    const files = Object.entries(bare(env)).filter(([, { kind }]) => kind !== 'folder').map(([path]) => path)
    expect(files).toEqual(Object.entries(empty).filter(([, { kind }]) => kind !== 'folder').map(([path]) => path))
  }, TIMEOUT_MS)

  test('is what pip makes of the same wheels, bytecode and the installer’s own notes aside', async () => {
    const [one, other] = [fresh(), fresh()]
    await install(one, 'alpha', 'gamma')
    await mustRun(reference, ['-m', 'pip', '--python', other.python, 'install', ...from, 'alpha', 'gamma'])
    const tree = (env: TempEnvironment): ReturnType<typeof readTree> => readTree(env.root, { neutral: [env.root], ignore: /(^|\/)__pycache__$|\.dist-info\/(RECORD|INSTALLER)$/ })
    expect(treeDifferences(tree(other), tree(one))).toEqual([])
  }, TIMEOUT_MS)
})

test('--compile makes the bytecode that pip makes, of modules that stand alone too, and lists it', async () => {
  const lone = (name: string, version: string): BuiltFile => aWheel({ name, version, files: { [`${name}.py`]: `V = '${version}'\n`, [`${name}_${version.replace('.', '_')}.py`]: '' } })
  saveFiles(wheels, ['1.0', '2.0'].flatMap((version) => [lone('solo', version), lone('duo', version)]))
  const [one, other] = [fresh(), fresh()]
  const bytecode = (env: TempEnvironment): string[] => Object.keys(readTree(env.sitePackages, { ignore: /^(pip|setuptools|_distutils_hack)$/ })).filter((path) => path.endsWith('.pyc')).sort()
  for (const version of ['1.0', '2.0']) {
    const wanted = [`solo==${version}`, `duo==${version}`, `alpha==${version}`]
    await install(one, '--compile', ...wanted)
    await mustRun(reference, ['-m', 'pip', '--python', other.python, 'install', ...from, ...wanted])
    expect(recordFaults(one)).toEqual([])
    expect(bytecode(one)).toEqual(bytecode(other))
    expect(bytecode(one).filter((path) => path.startsWith('__pycache__/'))).toHaveLength(4)
  }
  // pip removes a site-packages that its uninstallation has left empty.
  writeFileSync(join(one.sitePackages, 'kept.py'), '')
  expect(await pipIn(one, ['uninstall', '-y', 'solo', 'duo', 'alpha', 'beta'])).toMatchObject({ status: 0 })
  expect(bytecode(one)).toEqual([])
}, TIMEOUT_MS)

describe('what others installed', () => {
  const installers: readonly (readonly [string, (env: TempEnvironment, what: string[]) => Promise<unknown>])[] = [
    ['pip', async (env, what) => expect(await pipIn(env, ['install', ...from, ...what])).toMatchObject({ status: 0 })],
    ['uv', (env, what) => mustRun(reference, ['-m', 'uv', 'pip', 'install', '--offline', '--no-index', '--find-links', wheels, '--python', env.python, ...what])],
    ['us', (env, what) => install(env, ...what)],
  ]

  test.each(installers)('%s: upgrade, downgrade and reinstall leave what a fresh install makes', async (_, by) => {
    const [env, expected] = [fresh(), fresh()]
    const tree = (at: TempEnvironment): ReturnType<typeof readTree> => readTree(at.root, { neutral: [at.root], ignore: /(^|\/)(__pycache__|CACHEDIR\.TAG|\.lock|\.gitignore)$|\.dist-info\/RECORD$/ })
    await install(expected, 'alpha==2.0', 'gamma==2.0')
    await by(env, ['alpha==1.0', 'gamma==1.0'])
    // Bytecode of modules that go must go too, or the folders stay.
    await runPython(env, 'import compileall, sysconfig; compileall.compile_dir(sysconfig.get_path("purelib"), quiet=1)')
    await install(env, 'alpha==2.0', 'gamma==2.0')
    expect(treeDifferences(tree(expected), tree(env))).toEqual([])
    expect(readdirSync(join(env.sitePackages, 'alpha')).sort().filter((name) => name !== '__pycache__')).toEqual(['__init__.py', 'only_2_0.py'])
    await install(env, '--force-reinstall', 'alpha==2.0', 'gamma==2.0')
    expect(treeDifferences(tree(expected), tree(env))).toEqual([])
    await install(env, 'alpha==1.0')
    expect(await runPython(env, 'import alpha, beta, gamma; print(alpha.V, beta.V, gamma.V)')).toBe('1.0 1.0 2.0')
    expect(recordFaults(env)).toEqual([])
  }, TIMEOUT_MS)

  test('without a RECORD: refused as pip refuses, and the environment stays as it was', async () => {
    const env = fresh()
    await install(env, 'gamma==1.0')
    rmSync(join(env.sitePackages, 'gamma-1.0.dist-info', 'RECORD'))
    const before = bare(env)
    const refused = await ours(env, 'gamma==2.0')
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain('error[uninstall-failed]')
    expect(refused.stderr).toContain('gamma')
    expect(treeDifferences(before, bare(env))).toEqual([])
  }, TIMEOUT_MS)
})

describe('runs side by side', () => {
  test('four into one environment come one after the other, and all their packages are there', async () => {
    const env = fresh()
    const names = ['one', 'two', 'three', 'four']
    saveFiles(wheels, names.map((name) => aWheel({ name, files: Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${name}/m${index}.py`, ''])) })))
    const finished = await Promise.all(names.map((name) => ours(env, name)))
    expect(finished.map(({ status, output }) => ({ status, output }))).toEqual(names.map(() => expect.objectContaining({ status: 0 })))
    expect(recordFaults(env)).toEqual([])
    expect(await runPython(env, `import ${names.join(', ')}; print("all")`)).toBe('all')
    expect(existsSync(join(env.sitePackages, '.parallel-pip'))).toBe(false)
  }, TIMEOUT_MS)

  test('eight with one store, each into an environment of its own', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, async (_, index) => {
      const venv = join(folder, `eight-${index}`)
      const finished = await runCli(['install', ...from, '--venv', venv, 'alpha', 'gamma'], { env: home, cwd: folder })
      return { status: finished.status, output: finished.output }
    }))
    expect(all).toEqual(all.map(() => expect.objectContaining({ status: 0 })))
  }, TIMEOUT_MS)
})

describe('two owners of one path', () => {
  test('are refused before anything is visible, both named; let through when the user says so', async () => {
    saveFiles(wheels, [aWheel({ name: 'left', files: { 'shared/x.py': 'left' } }), aWheel({ name: 'right', files: { 'shared/x.py': 'right' } })])
    const env = fresh()
    const before = bare(env)
    const refused = await ours(env, 'left', 'right')
    expect(refused.status).toBe(1)
    expect(refused.stderr).toMatch(/error\[file-conflict\].*shared\/x\.py.*left.*right/)
    expect(treeDifferences(before, bare(env))).toEqual([])
    await install(env, 'left')
    const second = await ours(env, 'right')
    expect(second.stderr).toMatch(/error\[file-conflict\].*left.*right/)
    expect(readFileSync(join(env.sitePackages, 'shared', 'x.py'), 'utf8')).toBe('left')
    await install(env, '--allow-overwrite', 'shared/*', 'right')
    expect(readFileSync(join(env.sitePackages, 'shared', 'x.py'), 'utf8')).toBe('right')
    const warned = await ours(fresh(), '--file-conflicts', 'warn', 'left', 'right')
    expect(warned.status).toBe(0)
    expect(warned.stderr).toMatch(/warning.*shared\/x\.py/)
  }, TIMEOUT_MS)
})

describe('a disk that does not play along', () => {
  test('a folder that cannot be written is named, and nothing changes', async () => {
    if (process.getuid?.() === 0) {
      // Root writes anywhere but below a file.
      const place = join(folder, 'a-file')
      writeFileSync(place, '')
      const refused = await runCli(['install', ...from, '--target', join(place, 'lib'), 'gamma'], { env: home, cwd: folder })
      expect(refused.status).toBe(1)
      expect(refused.stderr).toMatch(/error\[(target-readonly|install-failed|usage)\]/)
      expect(statSync(place).isFile()).toBe(true)
      return
    }
    const env = fresh()
    await mustRun('chmod', ['a-w', env.sitePackages])
    const refused = await ours(env, '--no-user', 'gamma')
    await mustRun('chmod', ['u+w', env.sitePackages])
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain('error[target-readonly]')
    expect(readdirSync(env.sitePackages)).toEqual([])
  }, TIMEOUT_MS)

  test('a full one is told with numbers, and the environment is as it was', async () => {
    const place = join(folder, 'small')
    mkdirSync(place)
    saveFiles(wheels, [aWheel({ name: 'fat', files: { 'fat/a.bin': Buffer.alloc(6 << 20, 'ab'), 'fat/b.bin': Buffer.alloc(6 << 20, 'cd') } })])
    const node = `${process.execPath} --disable-warning=ExperimentalWarning ${join(import.meta.dirname, '..', '..', 'src', 'cli.ts')}`
    const script = [
      `mount -t tmpfs -o size=8m none ${place}`, `echo kept > ${place}/before`, `${node} install ${from.join(' ')} --target ${place}/lib fat; echo status $?`,
      `find ${place} -mindepth 1 | sort`,
    ].join('\n')
    const finished = await run('unshare', ['-rm', 'sh', '-c', script], { env: home, cwd: folder })
    if (/unshare|mount/.test(finished.stderr)) return
    expect(finished.output).toContain('error[disk-full]')
    expect(finished.output).toMatch(/\d+(\.\d+)? ?MB/)
    expect(finished.stdout.trim().split('\n').slice(-2)).toEqual(['status 1', join(place, 'before')])
  }, TIMEOUT_MS)
})
