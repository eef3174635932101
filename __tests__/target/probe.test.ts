import { expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readManagedMessage } from '../../src/target/externally-managed.ts'
import { locateTarget, probeTarget } from '../../src/target/probe.ts'
import { probeCacheKey } from '../../src/target/probe-cache.ts'
import { targetDirScheme, prefixScheme, rootedScheme } from '../../src/target/schemes.ts'
import { askPython, FEW, inFreshFolder, PYTHON3, pyenvPythons, testWorld } from './pythons.ts'

/** What pip itself computes: the interpreter's own pip, or the wheel that ensurepip carries. */
const ASK_PIP = `
import inspect, json, sys, sysconfig
sys.path.append(sys.argv[1])
from pip._internal.locations import _sysconfig
from pip._internal.locations import get_scheme
from pip._vendor.packaging.markers import default_environment
def scheme(**where):
    found = get_scheme('some-project', **where)
    return {key: getattr(found, key) for key in ('purelib', 'platlib', 'headers', 'scripts', 'data')}
print(json.dumps({'environment': dict(default_environment()), 'own': scheme(), 'prefix': scheme(prefix='/opt/prefix'), 'home': scheme(home='/opt/home'),
                  'user': scheme(user=True), 'root': scheme(root='/opt/root'), 'prefixRoot': scheme(prefix='/opt/prefix', root='/opt/root'),
                  'knowsDebian': 'posix_local' not in sysconfig.get_scheme_names() or 'posix_local' in inspect.getsource(_sysconfig.get_scheme)}))
`

async function expectPipsLayouts(python: string): Promise<void> {
  const target = await probeTarget(python, { world: testWorld() })
  const pip = askPython(python, ASK_PIP, [target.ensurepipWheel ?? ''], testWorld().env) as Record<string, Record<string, string>>
  const named = ({ headers, ...rest }: { headers: string }): object => ({ ...rest, headers: path.join(headers, 'some-project') })
  expect(target.environment).toEqual(pip['environment'])
  expect(named(target.scheme)).toEqual(pip['own'])
  expect(named(rootedScheme(target.scheme, '/opt/root'))).toEqual(pip['root'])
  if (pip['knowsDebian'] as unknown === true) {
    expect(named(prefixScheme(target, '/opt/prefix'))).toEqual(pip['prefix'])
    expect(named(rootedScheme(prefixScheme(target, '/opt/prefix'), '/opt/root'))).toEqual(pip['prefixRoot'])
  }
  if (target.layouts.user !== undefined) expect(named(target.layouts.user)).toEqual(pip['user'])
  const folder = targetDirScheme(target, '/opt/home')
  expect({ ...named(folder), purelib: '', platlib: '' }).toEqual({ ...pip['home'], purelib: '', platlib: '' })
  expect([folder.purelib, folder.platlib]).toEqual(['/opt/home', '/opt/home'])
}

test.each(FEW)('$label: markers and every scheme are what pip computes', async ({ path: python }) => expectPipsLayouts(python))

test.each(FEW)("$label: so they are in an environment that sees the user's packages", async ({ path: python }) => {
  await inFreshFolder(async (folder) => {
    execFileSync(python, ['-m', 'venv', '--without-pip', '--system-site-packages', folder])
    await expectPipsLayouts(path.join(folder, 'bin', 'python'))
  })
})

test.each(pyenvPythons(/^(2\.7|3\.[67])\./))('Python $label is refused as too old', async ({ path: python }) => {
  await expect(locateTarget({ named: python }, { world: testWorld() })).rejects.toMatchObject({
    code: 'python-missing', message: expect.stringMatching(/^Python [23]\.\d+\.\d+ is too old: 3\.8 or later is needed$/),
  })
})

test('folders of PYTHONPATH come before those of the interpreter, and what .pth files add after them, as pip sees them', async () => {
  await inFreshFolder(async (folder) => {
    const venv = path.join(folder, 'venv')
    execFileSync(PYTHON3.path, ['-m', 'venv', '--without-pip', venv])
    const [early, added] = [path.join(folder, 'early'), path.join(folder, 'added')]
    for (const each of [early, added]) mkdirSync(each)
    const before = await probeTarget(path.join(venv, 'bin', 'python'), { world: testWorld() })
    writeFileSync(path.join(before.scheme.purelib, 'more.pth'), `${added}\n`)
    const target = await probeTarget(path.join(venv, 'bin', 'python'), { world: testWorld({ PYTHONPATH: early }) })
    expect(target.sitePaths).toEqual([early, target.scheme.purelib, added])
    expect(target.isVirtualEnvironment).toBe(true)
    expect(target.userSite.enabled).toBe(false)
  })
})

test('a module in the current folder cannot stand in for one the probe imports', async () => {
  await inFreshFolder(async (folder) => {
    writeFileSync(path.join(folder, 'sysconfig.py'), 'raise SystemExit(9)\n')
    const target = await probeTarget(PYTHON3.path, { world: { ...testWorld(), cwd: folder } })
    expect(target.python).toBe(PYTHON3.path)
  })
})

test('what start-up hooks print does not disturb the answer', async () => {
  await inFreshFolder(async (folder) => {
    writeFileSync(path.join(folder, 'sitecustomize.py'), 'print("hello"); print("{}")\n')
    const target = await probeTarget(PYTHON3.path, { world: testWorld({ PYTHONPATH: folder }) })
    expect(target.python).toBe(PYTHON3.path)
  })
})

test('paths with spaces, quotes and other scripts survive', async () => {
  await inFreshFolder(async (folder) => {
    const venv = path.join(folder, 'a "b" ü 日本 𝒳')
    execFileSync(PYTHON3.path, ['-m', 'venv', '--without-pip', venv])
    const target = await probeTarget(path.join(venv, 'bin', 'python'), { world: testWorld() })
    expect(target.prefix).toBe(venv)
  })
})

test('an EXTERNALLY-MANAGED file gives its message, or a general one', async () => {
  await inFreshFolder((stdlib) => {
    const read = (text: string): string | undefined => {
      writeFileSync(path.join(stdlib, 'EXTERNALLY-MANAGED'), text)
      return readManagedMessage(stdlib, '/usr')
    }
    expect(readManagedMessage(stdlib, '/usr')).toBeUndefined()
    expect(read('[externally-managed]\nError=Use apt.\n  Really.\n')).toBe('Use apt.\nReally.')
    expect(read('')).toMatch(/^The Python environment under \/usr is managed externally/)
    expect(read('not an ini file')).toMatch(/^The Python environment under \/usr is managed externally/)
  })
})

test('an answer is remembered until something it depends on changes', async () => {
  await inFreshFolder(async (folder) => {
    const venv = path.join(folder, 'venv')
    execFileSync(PYTHON3.path, ['-m', 'venv', '--without-pip', venv])
    const python = path.join(venv, 'bin', 'python')
    const kept = new Map<string, string>()
    let asked = 0
    const cache = {
      get: (key: string) => kept.get(key),
      set: (key: string, value: string) => {
        asked += 1
        kept.set(key, value)
      },
    }
    const first = await probeTarget(python, { world: testWorld(), cache })
    expect(await probeTarget(python, { world: testWorld(), cache })).toEqual(first)
    expect(asked).toBe(1)
    writeFileSync(path.join(first.scheme.purelib, 'editable.pth'), `${folder}\n`)
    expect((await probeTarget(python, { world: testWorld(), cache })).sitePaths).toEqual([first.scheme.purelib, folder])
    expect(asked).toBe(2)
    await probeTarget(python, { world: testWorld({ PYTHONPATH: folder }), cache })
    expect(asked).toBe(3)
    mkdirSync(path.join(first.scheme.purelib, 'installed'))
    await probeTarget(python, { world: testWorld(), cache })
    expect(asked).toBe(3)
    writeFileSync(path.join(first.scheme.purelib, 'sitecustomize.py'), '')
    await probeTarget(python, { world: testWorld(), cache })
    expect(asked).toBe(4)
  })
})

test('an equal virtual environment made anew in the same place needs not be asked', async () => {
  await inFreshFolder(async (folder) => {
    const venv = path.join(folder, 'venv')
    const kept = new Map<string, string>()
    const answers: number[] = []
    for (const round of [1, 2]) {
      execFileSync(PYTHON3.path, ['-m', 'venv', '--clear', '--without-pip', venv])
      await probeTarget(path.join(venv, 'bin', 'python'), { world: testWorld(), cache: { get: (key) => kept.get(key), set: (key, value) => { answers.push(round); kept.set(key, value) } } })
    }
    expect(answers).toEqual([1])
  })
})

test("a pyenv shim's answer is kept until the version it chooses may be another", async () => {
  await inFreshFolder((folder) => {
    for (const each of ['shims', 'versions', 'project/sub']) mkdirSync(path.join(folder, each), { recursive: true })
    const shim = path.join(folder, 'shims', 'python')
    writeFileSync(shim, '#!/usr/bin/env bash\n')
    const cwd = path.join(folder, 'project', 'sub')
    const key = (env: Record<string, string> = {}): string | undefined => probeCacheKey(shim, { ...testWorld(env), cwd })
    const first = key()
    expect([first === undefined, key() === first, key({ PYENV_VERSION: '3.12.1' }) === first]).toEqual([false, true, false])
    writeFileSync(path.join(folder, 'project', '.python-version'), '3.12.1\n')
    const local = key()
    writeFileSync(path.join(folder, 'version'), '3.13.0\n')
    expect(new Set([first, local, key()]).size).toBe(3)
  })
})

test('a script is asked each time, a binary is not', async () => {
  await inFreshFolder((folder) => {
    const shim = path.join(folder, 'python')
    writeFileSync(shim, `#!/bin/sh\nexec ${PYTHON3.path} "$@"\n`)
    chmodSync(shim, 0o755)
    const link = path.join(folder, 'python-link')
    symlinkSync(PYTHON3.path, link)
    expect(probeCacheKey(shim, testWorld())).toBeUndefined()
    expect(probeCacheKey(link, testWorld())).toMatch(/^probe-[0-9a-f]{64}$/)
    expect(probeCacheKey(link, testWorld())).not.toBe(probeCacheKey(PYTHON3.path, testWorld()))
  })
})

test('a kept answer that cannot be read is asked for anew', async () => {
  const kept = new Map<string, string>()
  const cache = { get: (key: string) => kept.get(key)?.slice(0, 100), set: (key: string, value: string) => void kept.set(key, value) }
  const first = await probeTarget(PYTHON3.path, { world: testWorld(), cache })
  expect(await probeTarget(PYTHON3.path, { world: testWorld(), cache })).toEqual(first)
})
