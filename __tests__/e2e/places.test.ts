import { expect, test } from '@jest/globals'
import { mkdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { runCli } from '../support/cli.ts'
import { run, type Finished } from '../support/process.ts'
import { makeEnvironment, pythonWithPip, runPython, type TempEnvironment } from '../support/python.ts'
import { recordFaults } from '../support/record-faults.ts'
import { writeFiles } from '../support/staged-fake.ts'
import { tempFolder } from '../support/temp.ts'
import { readTree, treeDifferences, type Tree } from '../support/tree.ts'
import { aWheel, saveFiles } from '../support/wheel.ts'

/** Where packages go, when places are named in odd ways or have odd names: two equal worlds, in one of which pip does the same. */
const folder = tempFolder('places-')
const wheels = join(folder, 'wheels')
const TIMEOUT_MS = 120_000

saveFiles(wheels, ['1.0', '2.0'].flatMap((version) => [
  aWheel({
    name: 'app', version, requires: ['lib'], files: { 'app/__init__.py': `V = '${version}'\n\ndef main():\n    print(V)\n`, [`app/only_${version[0]}.py`]: '' }, entryPoints: { console_scripts: { 'app-tool': 'app:main' } },
    data: { 'scripts/app-script': `#!python\nprint('${version}')\n`, 'headers/app.h': version, 'data/share/app.txt': version, 'platlib/app_native.py': '' },
  }),
  aWheel({ name: 'lib', version }),
]))

interface World {
  readonly at: string
  readonly env: TempEnvironment
  readonly install: (python: string, ...args: string[]) => Promise<Finished>
}

let count = 0
/** One world of ours and one of pip's, with an environment of this name in each; commands run in the world's folder. */
function worlds(name = 'env'): readonly [ours: World, pips: World] {
  count += 1
  const world = (who: string, command: (python: string, args: string[]) => (options: { cwd: string; env: Record<string, string> }) => Promise<Finished>): World => {
    const at = join(folder, `${count}-${who}`)
    mkdirSync(at)
    const settings = { cwd: at, env: { HOME: join(folder, 'home'), PIP_NO_INDEX: '1', PIP_FIND_LINKS: wheels } }
    return { at, env: makeEnvironment(join(at, name)), install: (python, ...args) => command(python, args)(settings) }
  }
  return [
    world('ours', (python, args) => (options) => runCli(['install', '--python', python, ...args], options)),
    world('pips', (python, args) => (options) => run(pythonWithPip(), ['-m', 'pip', '--python', python, 'install', '--no-compile', ...args], options)),
  ]
}

/** All of a world, its own path left out of names and contents. */
function treeOf({ at }: World): Tree {
  const tree = readTree(at, { neutral: [at], ignore: /(^|\/)__pycache__$|\.dist-info\/(RECORD|INSTALLER)$/ })
  return Object.fromEntries(Object.entries(tree).map(([path, node]) => [path.replaceAll(at.slice(1), 'world').replaceAll(/\d+-(ours|pips)/g, 'world'), node]))
}

async function same([ours, pips]: readonly [World, World], python: string, ...commands: readonly (readonly string[])[]): Promise<void> {
  for (const args of commands) {
    const [mine, theirs] = [await ours.install(python, ...args), await pips.install(python, ...args)]
    expect({ status: mine.status, output: mine.output }).toMatchObject({ status: theirs.status })
    expect(theirs.status).toBe(0)
  }
  expect(treeDifferences(treeOf(pips), treeOf(ours))).toEqual([])
}

test.each([
  ['spaces', 'my env'], ['letters of others', 'énv 日本'], ['what URLs and shells mean something by', `e#n?v%20'"$HOME&`], ['a backslash', 'a\\b'], ['many letters', `${'x'.repeat(100)}/${'y'.repeat(90)}`],
])('an environment with %s in its path', async (_, name) => {
  const both = worlds(name)
  await same(both, join(name, 'bin', 'python'), ['app==1.0'], ['app==2.0'])
  const [{ env }] = both
  expect(recordFaults(env)).toEqual([])
  const tool = await run(join(env.scripts, 'app-tool'), [])
  expect({ status: tool.status, stdout: tool.stdout, stderr: tool.stderr }).toEqual({ status: 0, stdout: '2.0\n', stderr: '' })
}, TIMEOUT_MS)

test.each([
  ['a relative path', () => join('env', 'bin', 'python')], ['a path with detours', () => './env/../env/bin/python3'], ['its folder', () => 'env'], ['its folder and a slash', () => './env/'],
  ['a link to its folder', ({ at }: World) => { symlinkSync('env', join(at, 'link')); return 'link' }],
  ['a link to its folder, and the way in it', ({ at }: World) => { symlinkSync('env', join(at, 'link')); return 'link/bin/python' }],
  ['its folder, whose bin is a link', ({ env }: World) => { renameSync(env.scripts, join(env.root, 'programs')); symlinkSync('programs', env.scripts); return 'env' }],
])('an environment named by %s', async (_, naming) => {
  const both = worlds()
  const [python = ''] = both.map(naming)
  await same(both, python, ['app==1.0'], ['app==2.0'])
}, TIMEOUT_MS)

test.each([
  ['--root', [['--root', 'r', 'app==1.0'], ['--root', './r/', 'app==2.0']]],
  ['--root with odd letters', [['--root', 'r ö\\x', 'app']]],
  ['--prefix', [['--prefix', 'p', 'app==1.0'], ['--prefix', 'p', 'app==2.0']]],
  ['--prefix with a space, what is needed being in the environment', [['lib==1.0'], ['--prefix', 'p q', 'app']]],
  ['--prefix below --root', [['--prefix', '/p', '--root', 'r', 'app']]],
  ['--prefix below --root, without a slash', [['--prefix', 'p', '--root', 'r', 'app']]],
  ['--target', [['--target', 't', 'lib==1.0'], ['--target', './t/', 'lib==2.0']]],
])('%s, relative to the current folder', async (_, commands) => same(worlds(), 'env', ...commands), TIMEOUT_MS)

test.each([['--root', 'r'], ['--prefix', 'p']])('%s leaves what the environment has alone, which pip takes away', async (...place) => {
  const [ours] = worlds()
  await ours.install('env', 'app==1.0')
  const before = readTree(ours.env.root)
  expect(await ours.install('env', ...place, 'app==2.0')).toMatchObject({ status: 0 })
  expect(treeDifferences(before, readTree(ours.env.root))).toEqual([])
  expect(Object.keys(readTree(join(ours.at, place[1])))).toContainEqual(expect.stringMatching(/app-2\.0\.dist-info$/))
}, TIMEOUT_MS)

test('a link in a --target is not written through, as with pip', async () => {
  const both = worlds()
  for (const { at } of both) {
    writeFiles(at, { 'sources/lib/__init__.py': 'mine', 't/other.py': '' })
    symlinkSync('../sources/lib', join(at, 't', 'lib'))
  }
  await same(both, 'env', ['--target', 't', '--upgrade', 'lib'])
  const again = await both[0].install('env', '--target', 't', '--upgrade', 'lib==1.0')
  expect({ status: again.status, stderr: again.stderr }).toEqual({ status: 0, stderr: expect.stringContaining(`${join(both[0].at, 't', 'lib')} is a link, and stays as it is`) })
  expect(readFileSync(join(both[0].at, 'sources', 'lib', '__init__.py'), 'utf8')).toBe('mine')
}, TIMEOUT_MS)

test('runs at once in one environment, on one empty store, leave what one after the other would', async () => {
  const [{ env, install }] = worlds()
  const finished = await Promise.all([['app==1.0'], ['app==2.0'], ['lib'], ['app'], ['-U', 'app', 'lib'], ['--force-reinstall', 'lib']].map((args) => install('env', ...args)))
  expect(finished.map(({ status, stderr }) => [status, /^error/m.exec(stderr)?.[0]])).toEqual(finished.map(() => [0, undefined]))
  expect(recordFaults(env)).toEqual([])
  expect(await runPython(env, 'import app, lib, os; print(os.path.exists(os.path.join(os.path.dirname(app.__file__), "only_" + app.V[0] + ".py")))')).toBe('True')
}, TIMEOUT_MS)
