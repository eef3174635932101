import { expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { probeTarget } from '../../src/target/probe.ts'
import { createVenv, venvTarget } from '../../src/target/venv.ts'
import { inFreshFolder, PYTHON3, SUPPORTED, testWorld } from './pythons.ts'

/** Every entry of a tree: links by their target, files by mode and content. */
function readTree(root: string): Record<string, string> {
  const entries: Record<string, string> = {}
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = path.join(root, name)
    const facts = lstatSync(file)
    if (facts.isSymbolicLink()) entries[name] = `-> ${readlinkSync(file)}`
    else if (facts.isDirectory()) entries[name] = 'folder'
    else entries[name] = `${(statSync(file).mode & 0o777).toString(8)} ${readFileSync(file, 'latin1')}`
  }
  return entries
}

test.each(SUPPORTED)('$label: staged and renamed, an environment is what python -m venv makes, and answers as foretold', async ({ path: python }) => {
  await inFreshFolder(async (folder) => {
    const world = testWorld()
    const destination = path.join(folder, "it's a (venv)")
    const staging = path.join(folder, '.staging-1')
    const base = await probeTarget(python, { world })
    execFileSync(python, ['-m', 'venv', '--without-pip', destination])
    const expected = readTree(destination)
    rmSync(destination, { recursive: true })

    await createVenv(base, { staging, destination, world })
    renameSync(staging, destination)

    expect(readTree(destination)).toEqual(expected)
    const asked = await probeTarget(path.join(destination, 'bin', 'python'), { world })
    expect(venvTarget(base, destination, world)).toEqual(asked)
  })
})

test('PYTHONPATH counts in an environment too', async () => {
  await inFreshFolder(async (folder) => {
    const world = testWorld({ PYTHONPATH: folder })
    const destination = path.join(folder, 'venv')
    const base = await probeTarget(PYTHON3.path, { world })
    await createVenv(base, { staging: destination, destination, world })
    expect(venvTarget(base, destination, world)).toEqual(await probeTarget(path.join(destination, 'bin', 'python'), { world }))
  })
})

test('an environment made from inside an environment stands on the same base', async () => {
  await inFreshFolder(async (folder) => {
    const world = testWorld()
    const [outer, inner] = [path.join(folder, 'outer'), path.join(folder, 'inner')]
    await createVenv(PYTHON3_TARGET, { staging: outer, destination: outer, world })
    const base = await probeTarget(path.join(outer, 'bin', 'python'), { world })
    await createVenv(base, { staging: inner, destination: inner, world })
    expect(venvTarget(base, inner, world)).toEqual(await probeTarget(path.join(inner, 'bin', 'python'), { world }))
  })
})

test('a folder that cannot be made is a clear error', async () => {
  await inFreshFolder(async (folder) => {
    const destination = path.join(folder, 'file', 'venv')
    mkdirSync(path.join(folder, 'other'))
    execFileSync('touch', [path.join(folder, 'file')])
    await expect(createVenv(PYTHON3_TARGET, { staging: destination, destination, world: testWorld() })).rejects.toMatchObject({
      code: 'install-failed', message: `the virtual environment ${destination} could not be created`,
    })
  })
})

const PYTHON3_TARGET = { python: PYTHON3.path }
