import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { arch } from 'node:os'
import { join } from 'node:path'
import { describe, expect, jest, test } from '@jest/globals'
import { cliPath, runCli } from '../support/cli.ts'
import { mustRun, run, type Finished } from '../support/process.ts'
import { findPython, runPython } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { readTree, treeDifferences, type Tree } from '../support/tree.ts'
import { aWheel, saveFiles, type WheelSpec } from '../support/wheel.ts'

// Interpreters and environments that others made, of every kind that can be had here: what we install is what pip makes of the
// same wheels there, an upgrade leaves what a fresh install makes, and pip takes it away again.
jest.setTimeout(600_000)

const folder = tempFolder('targets-')
const wheels = join(folder, 'wheels')
const home = join(folder, 'home')
/** Has pip and uv. */
const reference = process.env['PACKAGING_PYTHON'] ?? 'python3'
const DEBIAN = '/usr/bin/python3'
const PYPY = 'pypy3'
const answers = (command: string, code: string): boolean => spawnSync(command, ['-c', code], { stdio: 'ignore' }).status === 0
const hasDebian = answers(DEBIAN, 'import venv, ensurepip, sysconfig; sysconfig.get_scheme_names().index("deb_system")')
const hasPypy = answers(PYPY, 'import venv, ensurepip')
const when = (isHere: boolean, what: string): typeof test => {
  if (!isHere) console.warn(`${what}: not on this machine, its tests are skipped`)
  return (isHere ? test : test.skip) as typeof test
}

const platform = `linux_${arch() === 'arm64' ? 'aarch64' : 'x86_64'}`
const alpha = (version: string): WheelSpec => ({
  name: 'alpha', version, requires: ['native'],
  files: { 'alpha/__init__.py': `def main(): print('alpha ${version}')\n`, [`alpha/only_${version.replace('.', '_')}.py`]: '' },
  data: { 'data/share/alpha.txt': version, 'scripts/alpha-script': '#!python\nimport alpha; alpha.main()\n', 'headers/alpha.h': version },
  entryPoints: { console_scripts: { alpha: 'alpha:main' } },
})
const TAGS = ['py3-none-any', `cp38-abi3-${platform}`, `cp311-cp311-${platform}`, `pp39-pypy39_pp73-${platform}`, `pp310-pypy310_pp73-${platform}`, `pp311-pypy311_pp73-${platform}`]
saveFiles(wheels, [...['1.0', '2.0'].map((version) => aWheel(alpha(version))), ...TAGS.map((tags) => aWheel({ name: 'native', tags, files: { 'native.py': `for_tags = '${tags}'\n` } }))])

const from = ['--no-index', '--find-links', wheels]
const settings = { env: { HOME: home }, cwd: folder, timeoutMs: 200_000 }
const ours = (...args: string[]): Promise<Finished> => runCli(['install', ...from, '--cache-dir', join(folder, 'cache'), ...args], settings)
const theirs = (python: string, ...args: string[]): Promise<Finished> => run(reference, ['-m', 'pip', '--python', python, ...args], settings)

/** Two places of one name, which an environment's own scripts show at the prompt. */
const twins = (label: string): [string, string] => [join(folder, 'ours', label.replaceAll(/\W+/g, '-')), join(folder, 'pips', label.replaceAll(/\W+/g, '-'))]

/** Bytecode, the installer's notes, and what programs that make environments leave of their own. */
const OWN = /(^|\/)(__pycache__|\.lock|\.gitignore|CACHEDIR\.TAG)$|\.dist-info\/(RECORD|INSTALLER)$/
const treeOf = (root: string, roots: readonly string[] = [root]): Tree => readTree(root, { neutral: roots, ignore: OWN })
const files = (tree: Tree): string[] => Object.entries(tree).filter(([, { kind }]) => kind !== 'folder').map(([path]) => path)

async function must(finished: Promise<Finished>): Promise<Finished> {
  const done = await finished
  expect({ status: done.status, output: done.output }).toMatchObject({ status: 0 })
  return done
}

interface Kind {
  readonly label: string
  readonly isHere: boolean
  readonly make: (root: string) => Promise<unknown>
  /** Too old for the reference pip, so with a pip of its own. */
  readonly ownPip?: boolean
  readonly native: RegExp
}

const CPYTHON = /^cp(38-abi3|311-cp311)-|^py3/
const tools = join(folder, 'tools')
/** Of the index that this machine is configured for. */
const virtualenv = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', cliPath('source'), 'install', '--quiet', '--no-cache-dir', '--venv', tools, 'virtualenv'], { encoding: 'utf8', timeout: 300_000 })
const KINDS: readonly Kind[] = [
  { label: "an environment of Debian's python3", isHere: hasDebian, make: (root) => mustRun(DEBIAN, ['-m', 'venv', '--without-pip', root]), native: CPYTHON },
  { label: "an environment of PyPy's venv", isHere: hasPypy, make: (root) => mustRun(PYPY, ['-m', 'venv', root]), ownPip: true, native: /^pp3/ },
  { label: "uv's environment", isHere: true, make: (root) => mustRun(reference, ['-m', 'uv', 'venv', '--quiet', '--offline', '--python', findPython().executable, root]), native: CPYTHON },
  {
    label: "virtualenv's environment, virtualenv being installed by us", isHere: !/error\[index-/.test(virtualenv.stderr), native: CPYTHON,
    make: (root) => mustRun(join(tools, 'bin', 'python'), ['-m', 'virtualenv', '--quiet', '--no-periodic-update', '--python', findPython().executable, root], settings),
  },
]

describe('environments', () => {
  for (const { label, isHere, make, ownPip = false, native } of KINDS) {
    when(isHere, label)(label, async () => {
      const [root, twin] = twins(label)
      await make(root)
      await make(twin)
      const python = join(root, 'bin', 'python')
      const pip = (at: string, ...args: string[]): Promise<Finished> => (ownPip ? run(join(at, 'bin', 'python'), ['-m', 'pip', ...args], settings) : theirs(join(at, 'bin', 'python'), ...args))
      const before = files(treeOf(root))
      await must(ours('--python', python, 'alpha==1.0'))
      await must(pip(twin, 'install', ...from, 'alpha==1.0'))
      // What an old pip writes into launchers is of another make.
      expect(treeDifferences(treeOf(twin, [root, twin]), treeOf(root, [root, twin])).filter((line) => !ownPip || !line.startsWith('~ bin/alpha ('))).toEqual([])
      expect(await runPython(python, 'import native; print(native.for_tags)')).toMatch(native)
      await must(ours('--python', root, '-U', 'alpha'))
      expect((await mustRun(join(root, 'bin', 'alpha'), [])) + (await mustRun(join(root, 'bin', 'alpha-script'), []))).toBe('alpha 2.0\nalpha 2.0\n')
      expect((await pip(root, 'check')).status).toBe(0)
      await must(pip(root, 'uninstall', '-y', 'alpha', 'native'))
      expect(files(treeOf(root))).toEqual(before)
    })
  }

  when(hasPypy, 'PyPy')("a fresh one for PyPy, and a fresh one for Debian's python3, made by --venv", async () => {
    for (const python of [PYPY, ...(hasDebian ? [DEBIAN] : [])]) {
      const root = join(folder, `fresh ${python.replaceAll('/', '-')}`)
      await must(ours('--python', python, '--venv', root, '--without-pip', 'alpha'))
      expect(await mustRun(join(root, 'bin', 'alpha'), [])).toBe('alpha 2.0\n')
    }
  })

  test('with the packages of the interpreter in view: what they have is kept, newer versions lie before them, nothing of theirs is touched', async () => {
    const base = findPython().executable
    await must(ours('--python', base, '--user', '--break-system-packages', '--no-deps', 'alpha==1.0'))
    const [root, twin] = twins('sees')
    for (const at of [root, twin]) await mustRun(base, ['-m', 'venv', '--system-site-packages', '--without-pip', at], settings)
    const theirsBefore = treeOf(join(home, '.local'))
    const [python, other] = [join(root, 'bin', 'python'), join(twin, 'bin', 'python')]
    for (const args of [['alpha'], ['-U', 'alpha']]) {
      const finished = await must(ours('--python', python, ...args))
      expect(finished.stderr).toBe('')
      await must(theirs(other, 'install', ...from, ...args))
      expect(treeDifferences(treeOf(twin, [root, twin]), treeOf(root, [root, twin]))).toEqual([])
      expect((await mustRun(python, ['-c', 'import alpha; alpha.main()'], settings)).trim()).toBe(args.length === 1 ? 'alpha 1.0' : 'alpha 2.0')
    }
    expect(treeDifferences(theirsBefore, treeOf(join(home, '.local')))).toEqual([])
  })
})

describe("Debian's own python3", () => {
  const debian = when(hasDebian, "Debian's python3")

  debian('refuses, with its own words, and says what to do; pip refuses as well', async () => {
    const refused = await ours('--python', DEBIAN, 'alpha')
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain('error[target-managed]')
    expect(refused.stderr).toMatch(/apt install/)
    expect(refused.stderr).toMatch(/--venv DIR.*--break-system-packages/)
    expect((await theirs(DEBIAN, 'install', ...from, 'alpha')).stderr).toContain('externally-managed-environment')
  })

  debian.each<[string, (root: string) => string[]]>([
    ['--target', (root) => ['--target', root]],
    ['--prefix', (root) => ['--prefix', root, '--break-system-packages']],
    ['--root', (root) => ['--root', root, '--break-system-packages']],
  ])('%s: the same places as pip', async (option, args) => {
    const [root, twin] = twins(`debian ${option}`)
    const more = ['--ignore-installed', '--root-user-action', 'ignore', 'alpha']
    await must(ours('--python', DEBIAN, ...args(root), ...more))
    await must(theirs(DEBIAN, 'install', ...from, ...args(twin), ...more))
    expect(treeDifferences(treeOf(twin, [root, twin]), treeOf(root, [root, twin]))).toEqual([])
    expect(files(treeOf(root)).length).toBeGreaterThan(8)
  })

  debian('--user with --break-system-packages: below the home folder, where it is found', async () => {
    const own = { ...settings, env: { HOME: join(folder, 'another home') } }
    await must(runCli(['install', ...from, '--no-cache-dir', '--python', DEBIAN, '--user', '--break-system-packages', 'alpha'], own))
    expect(await mustRun(DEBIAN, ['-c', 'import alpha; alpha.main()'], own)).toBe('alpha 2.0\n')
    expect(existsSync(join(own.env.HOME, '.local', 'bin', 'alpha'))).toBe(true)
    const removed = await must(run(reference, ['-m', 'pip', '--python', DEBIAN, 'uninstall', '-y', '--break-system-packages', 'alpha', 'native'], own))
    expect(removed.output).toContain('Successfully uninstalled')
  })
})

test('an interpreter that is not in its usual place, as conda has them: packages go below its own prefix', async () => {
  const prefix = join(folder, 'conda')
  const program = [
    'import os, shutil, sys, sysconfig',
    'prefix = sys.argv[1]; lib = sysconfig.get_path("stdlib"); there = os.path.join(prefix, "lib", os.path.basename(lib))',
    'os.makedirs(os.path.join(prefix, "bin")); os.makedirs(os.path.join(prefix, "conda-meta")); os.makedirs(os.path.join(there, "site-packages"))',
    'shutil.copy(os.path.realpath(sys.executable), os.path.join(prefix, "bin", "python"))',
    '[os.symlink(os.path.join(lib, name), os.path.join(there, name)) for name in os.listdir(lib) if name not in ("site-packages", "EXTERNALLY-MANAGED")]',
    'open(os.path.join(prefix, "conda-meta", "history"), "w").close()',
  ].join('\n')
  await mustRun(findPython().executable, ['-I', '-c', program, prefix])
  const python = join(prefix, 'bin', 'python')
  // The shared library of such a build is found beside the copied program only with its help.
  const library = join(findPython().executable, '..', '..', 'lib')
  const terms = { ...settings, env: { ...settings.env, LD_LIBRARY_PATH: library } }
  const place = (await mustRun(python, ['-c', 'import sysconfig; print(sysconfig.get_path("purelib"))'], terms)).trim()
  expect(place.startsWith(prefix)).toBe(true)
  await must(runCli(['install', ...from, '--python', prefix, '--no-cache-dir', '--root-user-action', 'ignore', 'alpha==1.0'], terms))
  await must(runCli(['install', ...from, '--python', prefix, '--no-cache-dir', '--root-user-action', 'ignore', '-U', 'alpha'], terms))
  expect(await mustRun(python, ['-c', 'import alpha; alpha.main()'], terms)).toBe('alpha 2.0\n')
  expect(readdirSync(place).filter((name) => name.startsWith('alpha-'))).toEqual(['alpha-2.0.dist-info'])
  expect(readdirSync(join(prefix, 'conda-meta'))).toEqual(['history'])
})
