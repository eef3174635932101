import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runCli } from '../support/cli.ts'
import { mustRun, run, type Finished } from '../support/process.ts'
import { findPython, makeEnvironment, runPython, type TempEnvironment } from '../support/python.ts'
import { anSdist } from '../support/sdist.ts'
import { writeFiles } from '../support/staged-fake.ts'
import { tempFolder } from '../support/temp.ts'
import { readTree, treeDifferences, type Tree } from '../support/tree.ts'
import { aWheel, saveFiles } from '../support/wheel.ts'

/** Every way in which distributions were ever installed: what a newer wheel in their place makes of it, held against pip. */
const folder = tempFolder()
const wheels = join(folder, 'wheels')
const home = { HOME: join(folder, 'home'), XDG_CACHE_HOME: join(folder, 'home', '.cache') }
const TIMEOUT_MS = 300_000
const reference = process.env['PACKAGING_PYTHON'] ?? 'python3'
const from = ['--no-index', '--find-links', wheels]

saveFiles(wheels, [
  aWheel({ name: 'legacy', version: '2.0', files: { 'legacy/__init__.py': 'V = 2\n', 'legacy/new.py': '' }, entryPoints: { console_scripts: { 'legacy-tool': 'legacy:main' } } }),
  ...['1.0', '2.0'].map((version) => aWheel({ name: 'ns-one', version, files: { [`spaced/one/v${version}.py`]: '', 'spaced/one/__init__.py': version } })),
  aWheel({ name: 'ns-two', version: '1.0', files: { 'spaced/two/__init__.py': '' } }),
  ...['1.0', '2.0'].map((version) => aWheel({ name: 'pk-one', version, files: { 'pk/__init__.py': PKGUTIL(), [`pk/one${version[0]}.py`]: '' } })),
  aWheel({ name: 'pk-two', version: '1.0', files: { 'pk/__init__.py': PKGUTIL(), 'pk/two.py': '' } }),
])

function PKGUTIL(): string {
  return "__path__ = __import__('pkgutil').extend_path(__path__, __name__)\n"
}

const PKG_INFO = 'Metadata-Version: 1.1\nName: legacy\nVersion: 1.0\n'
const ENTRY_POINTS = '[console_scripts]\nlegacy-tool = legacy:main\nlegacy-gone = legacy:main\n'
const OLD = { 'legacy/__init__.py': 'V = 1\n', 'legacy/gone.py': '', 'legacy/deep/more.py': '' }

/** A layout: the files it puts below the environment (anywhere, `site/…`, `bin/…`) and beside it (`src/…`). */
interface Layout {
  readonly env?: Readonly<Record<string, string>>
  readonly site?: Readonly<Record<string, string>>
  readonly bin?: Readonly<Record<string, string>>
  readonly src?: Readonly<Record<string, string>>
}

const PY = findPython().version.split('.').slice(0, 2).join('.')

const LAYOUTS: Readonly<Record<string, (src: string, env: string) => Layout>> = {
  'setup.py install as pip ran it: egg-info with a list of its files': () => ({
    site: { ...OLD, 'other.py': '', [`legacy-1.0-py${PY}.egg-info/PKG-INFO`]: PKG_INFO, [`legacy-1.0-py${PY}.egg-info/top_level.txt`]: 'legacy\n', [`legacy-1.0-py${PY}.egg-info/entry_points.txt`]: ENTRY_POINTS,
      [`legacy-1.0-py${PY}.egg-info/installed-files.txt`]: '../legacy/__init__.py\n../legacy/gone.py\n../legacy/deep/more.py\nPKG-INFO\ntop_level.txt\nentry_points.txt\n../../../../bin/legacy-tool\n../../../../bin/legacy-gone\n' },
    bin: { 'legacy-tool': 'old', 'legacy-gone': 'old' },
  }),
  'setup.py install --single-version-externally-managed: egg-info without a list': () => ({
    site: { ...OLD, 'other.py': '', 'legacy_single.py': '', [`legacy-1.0-py${PY}.egg-info/PKG-INFO`]: PKG_INFO, [`legacy-1.0-py${PY}.egg-info/top_level.txt`]: 'legacy\nlegacy_single\n', [`legacy-1.0-py${PY}.egg-info/entry_points.txt`]: ENTRY_POINTS },
    bin: { 'legacy-tool': 'old', 'legacy-gone': 'old' },
  }),
  'the same with a namespace that others live in': () => ({
    site: { ...OLD, 'space/__init__.py': '', 'space/other.py': '', [`legacy-1.0-py${PY}.egg-info/PKG-INFO`]: PKG_INFO, [`legacy-1.0-py${PY}.egg-info/top_level.txt`]: 'legacy\nspace\n', [`legacy-1.0-py${PY}.egg-info/namespace_packages.txt`]: 'space\n' },
  }),
  'the same with scripts of distutils': () => ({
    site: { ...OLD, [`legacy-1.0-py${PY}.egg-info/PKG-INFO`]: PKG_INFO, [`legacy-1.0-py${PY}.egg-info/top_level.txt`]: 'legacy\n', [`legacy-1.0-py${PY}.egg-info/scripts/legacy-run`]: '' },
    bin: { 'legacy-run': 'old', 'legacy-kept': 'of another' },
  }),
  'easy_install: an egg folder and its line in easy-install.pth': () => ({
    site: { ...Object.fromEntries(Object.entries(OLD).map(([path, text]) => [`legacy-1.0-py${PY}.egg/${path}`, text])), [`legacy-1.0-py${PY}.egg/EGG-INFO/PKG-INFO`]: PKG_INFO, [`legacy-1.0-py${PY}.egg/EGG-INFO/entry_points.txt`]: ENTRY_POINTS,
      'easy-install.pth': `./other-1.0.egg\n./legacy-1.0-py${PY}.egg\n` },
    bin: { 'legacy-tool': 'old', 'legacy-gone': 'old' },
  }),
  'setup.py develop: an egg-link and a line in easy-install.pth': (src) => ({
    site: { 'legacy.egg-link': `${src}\n.`, 'easy-install.pth': `/somewhere/else\n${src}\n` },
    src: { ...OLD, 'legacy.egg-info/PKG-INFO': PKG_INFO, 'legacy.egg-info/entry_points.txt': ENTRY_POINTS },
    bin: { 'legacy-tool': 'old', 'legacy-gone': 'old' },
  }),
  'sources inside of the environment, found by way of a .pth file': (_, env) => ({
    env: Object.fromEntries(Object.entries({ ...OLD, 'legacy.py': '', 'setup.py': '', 'legacy.egg-info/PKG-INFO': PKG_INFO, 'legacy.egg-info/top_level.txt': 'legacy\n', 'legacy.egg-info/entry_points.txt': ENTRY_POINTS }).map(([path, text]) => [`src/app/${path}`, text])),
    site: { 'app.pth': `${env}/src/app\n` },
    bin: { 'legacy-gone': 'old' },
  }),
  'distutils: nothing but a file of metadata': () => ({ site: { ...OLD, [`legacy-1.0-py${PY}.egg-info`]: PKG_INFO } }),
  'dist-info without RECORD': () => ({ site: { ...OLD, 'legacy-1.0.dist-info/METADATA': PKG_INFO, 'legacy-1.0.dist-info/INSTALLER': 'pip\n' } }),
  'dist-info without RECORD, of another installer': () => ({ site: { ...OLD, 'legacy-1.0.dist-info/METADATA': PKG_INFO, 'legacy-1.0.dist-info/INSTALLER': 'conda\n' } }),
  'a RECORD that names files outside of the environment': (src) => ({
    site: { ...OLD, 'legacy-1.0.dist-info/METADATA': PKG_INFO, 'legacy-1.0.dist-info/INSTALLER': 'pip\n', 'legacy-1.0.dist-info/RECORD': `legacy/__init__.py,,\nlegacy/gone.py,,\nlegacy/deep/more.py,,\n${src}/precious.txt,,\n../../../../../precious.txt,,\nlegacy-1.0.dist-info/METADATA,,\nlegacy-1.0.dist-info/INSTALLER,,\nlegacy-1.0.dist-info/RECORD,,\n` },
    src: { 'precious.txt': 'keep' },
  }),
}

let count = 0
function fresh(): { readonly env: TempEnvironment; readonly src: string; readonly at: string } {
  const at = join(folder, `at-${(count += 1)}`)
  mkdirSync(join(at, 'src'), { recursive: true })
  return { env: makeEnvironment(join(at, 'env')), src: join(at, 'src'), at }
}

const ours = (env: TempEnvironment, ...args: string[]): Promise<Finished> => runCli(['install', ...from, '--python', env.python, ...args], { env: home, cwd: folder })
const pips = (env: TempEnvironment, ...args: string[]): Promise<Finished> => run(reference, ['-m', 'pip', '--python', env.python, ...args], { cwd: folder })

/** The environment and what lies beside it; empty folders aside, of which pip leaves some. */
function treeOf(at: string): Tree {
  const tree = readTree(at, { neutral: [at], ignore: /(^|\/)__pycache__$|^src\/(build|dist)$|\.dist-info\/(RECORD|INSTALLER)$/ })
  return Object.fromEntries(Object.entries(tree).filter(([, { kind }]) => kind !== 'folder'))
}

describe('a newer wheel in the place of', () => {
  test.each(Object.entries(LAYOUTS))('%s: as with pip', async (_, layout) => {
    const worlds = [fresh(), fresh()] as const
    for (const { env, src } of worlds) {
      const { env: inside = {}, site = {}, bin = {}, src: sources = {} } = layout(src, env.root)
      writeFiles(env.root, inside)
      writeFiles(env.sitePackages, site)
      writeFiles(env.scripts, bin)
      writeFiles(src, sources)
    }
    const [mine, pip] = worlds
    const before = treeOf(mine.at)
    const [byUs, byPip] = [await ours(mine.env, 'legacy==2.0'), await pips(pip.env, 'install', ...from, 'legacy==2.0')]
    expect({ status: byUs.status, output: byUs.output }).toMatchObject({ status: byPip.status })
    if (byPip.status !== 0) {
      expect(byUs.stderr).toContain('error[uninstall-failed]')
      expect(treeDifferences(before, treeOf(mine.at))).toEqual([])
    } else expect(treeDifferences(treeOf(pip.at), treeOf(mine.at))).toEqual([])
  }, TIMEOUT_MS)
})

test('what an egg-info keeps in its requires.txt is required, as with pip', async () => {
  const worlds = [fresh(), fresh()] as const
  const info = `legacy-1.0-py${PY}.egg-info`
  for (const { env } of worlds) writeFiles(env.sitePackages, { ...OLD, [`${info}/PKG-INFO`]: PKG_INFO, [`${info}/requires.txt`]: 'ns-two>=1\n\n[:python_version < "3"]\nabsent\n\n[More_of]\npk-two\n\n[rest]\npk-one\n' })
  const [mine, pip] = worlds
  expect(await pips(pip.env, 'install', ...from, 'legacy[more.of]')).toMatchObject({ status: 0 })
  expect((await runCli(['check', '--python', mine.env.python], { env: home, cwd: folder })).stdout).toContain('legacy 1.0 requires ns-two, which is not installed.')
  expect(await ours(mine.env, 'legacy[more.of]')).toMatchObject({ status: 0, stderr: '' })
  expect(treeDifferences(treeOf(pip.at), treeOf(mine.at))).toEqual([])
  expect(readdirSync(mine.env.sitePackages)).toEqual(expect.arrayContaining(['ns_two-1.0.dist-info', 'pk_two-1.0.dist-info']))
}, TIMEOUT_MS)

describe('editables', () => {
  test('PEP 660 by pip: the wheel takes its place, its pth and finder go, the sources stay', async () => {
    const { env, src } = fresh()
    saveFiles(src, [anSdist({ name: 'legacy', version: '1.0', files: { 'legacy/__init__.py': 'V = 1\n' } })])
    await mustRun('tar', ['-xf', 'legacy-1.0.tar.gz'], { cwd: src })
    expect(await pips(env, 'install', '--no-index', '--no-build-isolation', '-e', join(src, 'legacy-1.0'))).toMatchObject({ status: 0 })
    expect(await runPython(env, 'import legacy; print(legacy.V, legacy.__file__)')).toContain(src)
    const sources = readTree(src)
    expect(await ours(env, 'legacy==2.0')).toMatchObject({ status: 0 })
    expect(await runPython(env, 'import legacy; print(legacy.V, legacy.__file__)')).toBe(`2 ${join(env.sitePackages, 'legacy', '__init__.py')}`)
    expect(readdirSync(env.sitePackages).sort().filter((name) => name !== '__pycache__')).toEqual(['legacy', 'legacy-2.0.dist-info'])
    expect(treeDifferences(sources, readTree(src))).toEqual([])
  }, TIMEOUT_MS)

  const setuptools = pathOfSetuptools()
  const withSetuptools = setuptools === undefined ? test.skip : test
  withSetuptools.each([['develop', ['develop']], ['install, as an egg', ['install']], ['install with a record', ['install', '--single-version-externally-managed', '--record', 'record.txt']]])('setuptools itself: %s', async (_, command) => {
    const worlds = [fresh(), fresh()] as const
    for (const { env, src } of worlds) {
      writeFiles(src, { 'setup.py': "from setuptools import setup\nsetup(name='legacy', version='1.0', zip_safe=False, packages=['legacy'], entry_points={'console_scripts': ['legacy-tool = legacy:main']}, scripts=['bin/legacy-run'])\n", 'legacy/__init__.py': 'V = 1\n', 'legacy/gone.py': '', 'bin/legacy-run': '#!python\n' })
      await mustRun(env.python, ['setup.py', '-q', ...command], { cwd: src, env: { PYTHONPATH: setuptools, PYTHONWARNINGS: 'ignore' } })
      expect(await runPython(env, 'import legacy; print(legacy.V)')).toBe('1')
    }
    const [mine, pip] = worlds
    expect(await pips(pip.env, 'install', ...from, 'legacy==2.0')).toMatchObject({ status: 0 })
    expect(await ours(mine.env, 'legacy==2.0')).toMatchObject({ status: 0 })
    expect(treeDifferences(treeOf(pip.at), treeOf(mine.at))).toEqual([])
    expect(existsSync(join(mine.src, 'legacy', 'gone.py'))).toBe(true)
    expect(await runPython(mine.env, 'import legacy; print(legacy.V)')).toBe('2')
  }, TIMEOUT_MS)
})

function pathOfSetuptools(): string | undefined {
  try {
    return execFileSync(findPython().executable, ['-c', 'import os, setuptools; print(os.path.dirname(os.path.dirname(setuptools.__file__)))'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return undefined
  }
}

describe('shared namespaces', () => {
  test('an upgrade of one part leaves the other alone, of native and of pkgutil ones', async () => {
    const { env } = fresh()
    expect(await ours(env, 'ns-one==1.0', 'ns-two', 'pk-one==1.0', 'pk-two')).toMatchObject({ status: 0 })
    await runPython(env, 'import spaced.one, spaced.two, pk.one1, pk.two')
    expect(await ours(env, 'ns-one==2.0', 'pk-one==2.0')).toMatchObject({ status: 0 })
    await runPython(env, 'import spaced.one, spaced.two, pk.one2, pk.two')
    const names = (at: string): string[] => readdirSync(join(env.sitePackages, at)).sort().filter((name) => name !== '__pycache__')
    expect([names('spaced'), names('spaced/one'), names('pk')]).toEqual([['one', 'two'], ['__init__.py', 'v2.0.py'], ['__init__.py', 'one2.py', 'two.py']])
    expect(readFileSync(join(env.sitePackages, 'pk_two-1.0.dist-info', 'RECORD'), 'utf8')).toContain('pk/__init__.py')
    expect((await pips(env, 'check')).stdout).toContain('No broken requirements found.')
  }, TIMEOUT_MS)
})

test('check says what pip check says', async () => {
  const { env } = fresh()
  const info = (name: string, version: string, more: string, wheel?: string): Record<string, string> => ({
    [`${name}-${version}.dist-info/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n${more}`, [`${name}-${version}.dist-info/RECORD`]: '',
    ...(wheel === undefined ? {} : { [`${name}-${version}.dist-info/WHEEL`]: `Wheel-Version: 1.0\nTag: ${wheel}\n` }),
  })
  writeFileSync(join(env.sitePackages, 'unrelated.txt'), '')
  writeFiles(env.sitePackages, {
    ...info('aa', '1.0', 'Requires-Dist: absent>=2\nRequires-Dist: bb>=2\nRequires-Dist: never; python_version < "3"\nRequires-Dist: extra-one; extra == "x"\n'),
    ...info('bb', '1.5', 'Requires-Dist: aa==1.0\n', 'py2.py3-none-any'), ...info('cc', '1.0', 'Requires-Dist: zz\nRequires-Dist: aa<1\n', 'cp27-cp27m-win32'),
  })
  const [byUs, byPip] = [await runCli(['check', '--python', env.python], { env: home, cwd: folder }), await pips(env, 'check')]
  expect(byPip.status).toBe(1)
  expect({ status: byUs.status, lines: byUs.stdout.trim().split('\n').sort() }).toEqual({ status: 1, lines: byPip.stdout.trim().split('\n').sort() })
}, TIMEOUT_MS)
