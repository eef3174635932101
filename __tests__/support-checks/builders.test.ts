import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import { mustRun } from '../support/process.ts'
import { findPython, makeEnvironment, pipIn, runPython } from '../support/python.ts'
import { anSdist, aProject } from '../support/sdist.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel, saveFiles, sha256Hex, writeWheel, type BuiltFile } from '../support/wheel.ts'

jest.setTimeout(60_000)

const folder = tempFolder()

function saved(file: BuiltFile): string {
  return saveFiles(folder, [file])[0] ?? ''
}

test('pip installs, checks, lists and removes what the builders make', async () => {
  const env = makeEnvironment(join(folder, 'env'))
  const tool = aWheel({
    name: 'My.Tool',
    version: '2.1',
    requires: ['helper>=1'],
    files: { 'my_tool/__init__.py': 'def main():\n    print("tool")\n', 'my_tool/run.sh': { content: '#!/bin/sh\n', mode: 0o100755 } },
    data: { 'scripts/raw': '#!python\nprint("raw")\n', 'data/share/tool.txt': 'shared' },
    entryPoints: { console_scripts: { tool: 'my_tool:main' } },
  })
  expect(tool.filename).toBe('my_tool-2.1-py3-none-any.whl')
  const paths = [saved(tool), saved(aWheel({ name: 'helper', version: '1.0' })), saved(anSdist({ name: 'built', version: '3' }))]
  const installed = await pipIn(env, ['install', '--no-index', '--no-cache-dir', ...paths])
  expect({ status: installed.status, output: installed.status === 0 ? '' : installed.output }).toEqual({ status: 0, output: '' })
  expect((await mustRun(join(env.scripts, 'tool'), [])).trim()).toBe('tool')
  expect((await mustRun(join(env.scripts, 'raw'), [])).trim()).toBe('raw')
  expect(await runPython(env, 'import built, helper; print(built.__version__, helper.__version__)')).toBe('3 1.0')
  expect((await pipIn(env, ['check'])).stdout).toContain('No broken requirements')
})

test('equal specs give equal bytes', () => {
  expect(aWheel({ name: 'a' }).sha256).toBe(aWheel({ name: 'a' }).sha256)
  expect(anSdist({ name: 'a' }).sha256).toBe(anSdist({ name: 'a' }).sha256)
})

test('RECORD can be right, changed, whole or absent', () => {
  const text = (record: Parameters<typeof aWheel>[0]['record']): string => aWheel({ name: 'a', zip: {}, ...(record === undefined ? {} : { record }), entries: (entries) => entries.map((entry) => ({ ...entry, method: 0 })) }).bytes.toString('latin1')
  expect(text(undefined)).toContain(`a/__init__.py,sha256=`)
  expect(text((lines) => lines.map((line) => ({ ...line, size: '7' })))).toContain(',7\n')
  expect(text('nonsense')).toContain('nonsense')
  expect(text(false)).not.toContain('RECORD')
})

test.each(['tar.gz', 'tar.bz2', 'tar.xz', 'tar.lzma', 'tar', 'zip'] as const)('an sdist as %s opens in Python', async (format) => {
  const sdist = anSdist({ name: 'some-thing', version: '1.2', format, members: [{ name: `deep/${'long'.repeat(30)}/file`, content: 'x' }] })
  const path = saved(sdist)
  const code = format === 'zip'
    ? `import zipfile; print(sorted(zipfile.ZipFile(${JSON.stringify(path)}).namelist()))`
    : `import tarfile; print(sorted(tarfile.open(${JSON.stringify(path)}).getnames()))`
  const names = await runPython(findPython().executable, code)
  expect(names).toContain("'some_thing-1.2/PKG-INFO'")
  expect(names).toContain('longlong')
})

test('sdists hold links as asked', async () => {
  const path = saved(anSdist({ name: 'linked', members: [
    { name: 'soft', link: { kind: 'symbolic', target: 'PKG-INFO' } },
    { name: 'hard', link: { kind: 'hard', target: 'linked-1.0/PKG-INFO' } },
  ] }))
  const code = `import tarfile; t = tarfile.open(${JSON.stringify(path)}); print(t.getmember("linked-1.0/soft").issym(), t.getmember("linked-1.0/hard").islnk())`
  expect(await runPython(findPython().executable, code)).toBe('True True')
})

test('a backend fails, records and needs as told', async () => {
  const env = makeEnvironment(join(folder, 'backend-env'))
  const failing = aProject(join(folder, 'failing'), { name: 'failing', backend: { failsIn: 'build_wheel', failure: 'no luck today', noise: 'some noise' } })
  const failed = await pipIn(env, ['install', '--no-index', failing])
  expect(failed.status).toBe(1)
  expect(failed.output).toContain('no luck today')
  const recording = aProject(join(folder, 'recording'), { name: 'recording', backend: { records: true } })
  expect((await pipIn(env, ['install', '--no-index', '--config-settings', 'colour=blue', recording])).status).toBe(0)
  const code = 'import json, recording, os; print(json.load(open(os.path.join(os.path.dirname(recording.__file__), "_built_with.json")))["config_settings"])'
  expect(await runPython(env, code)).toBe("{'colour': 'blue'}")
})

test('a wheel too big to hold is written to disk', async () => {
  const file = await writeWheel(folder, { name: 'big', files: { 'big/zeros': { content: () => Buffer.alloc(3_000_000), method: 0 } } })
  expect(file.sizeBytes).toBeGreaterThan(3_000_000)
  expect(file.sha256).toBe(sha256Hex(aWheel({ name: 'big', files: { 'big/zeros': { content: Buffer.alloc(3_000_000), method: 0 } } }).bytes))
})
