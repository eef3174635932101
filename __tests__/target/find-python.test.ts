import { expect, test } from '@jest/globals'
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findPython } from '../../src/target/find-python.ts'
import { locateTarget } from '../../src/target/probe.ts'
import { inFreshFolder, PYTHON3, testWorld } from './pythons.ts'

function python(folder: string, name = 'python'): string {
  mkdirSync(folder, { recursive: true })
  symlinkSync(PYTHON3.path, path.join(folder, name))
  return path.join(folder, name)
}

function script(file: string, text: string): string {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  chmodSync(file, 0o755)
  return file
}

test('what is named wins over what is active, and what is active over PATH', async () => {
  await inFreshFolder((folder) => {
    const named = python(path.join(folder, 'named'))
    const active = python(path.join(folder, 'venv', 'bin'))
    const onPath = python(path.join(folder, 'path'))
    const world = testWorld({ PATH: path.join(folder, 'path'), VIRTUAL_ENV: path.join(folder, 'venv') })
    expect(findPython(world, { named }).candidates.map((found) => found.path)).toEqual([named])
    expect(findPython(world).candidates.map((found) => found.path)).toEqual([active])
    expect(findPython({ ...world, env: { ...world.env, VIRTUAL_ENV: undefined } }).candidates.map((found) => found.path)).toEqual([onPath])
  })
})

test.each([
  ['an environment folder', (folder: string) => path.join(folder, 'venv')],
  ['a path relative to the current folder', () => path.join('venv', 'bin', 'python')],
  ['a command on PATH', () => 'python3.99'],
])('--python takes %s', async (_what, named) => {
  await inFreshFolder((folder) => {
    python(path.join(folder, 'venv', 'bin'))
    python(path.join(folder, 'path'), 'python3.99')
    const world = { ...testWorld({ PATH: path.join(folder, 'path') }), cwd: folder }
    expect(findPython(world, { named: named(folder) }).candidates).toHaveLength(1)
  })
})

test('python3 is tried where there is no python', async () => {
  await inFreshFolder((folder) => {
    const found = python(folder, 'python3')
    expect(findPython(testWorld({ PATH: folder })).candidates).toEqual([{ path: found, reason: 'python3 on PATH' }])
  })
})

test('a prepared installation comes before PATH', async () => {
  await inFreshFolder((folder) => {
    const prepared = python(path.join(folder, 'prepared', 'bin'))
    python(path.join(folder, 'path'))
    const search = findPython(testWorld({ PATH: path.join(folder, 'path') }), { location: path.join(folder, 'prepared') })
    expect(search.candidates[0]?.path).toBe(prepared)
  })
})

test('no interpreter: the places looked at are listed', () => {
  expect(() => findPython(testWorld({ PATH: '/nowhere' }))).toThrow(
    expect.objectContaining({ code: 'python-missing', details: ['tried: python on PATH', 'tried: python3 on PATH'] }),
  )
  expect(() => findPython(testWorld({ PATH: '/nowhere' }), { named: 'python9' })).toThrow(
    expect.objectContaining({ code: 'python-missing', message: 'the Python interpreter python9 was not found' }),
  )
})

test('an active environment without an interpreter is an error, not another interpreter', () => {
  expect(() => findPython(testWorld({ VIRTUAL_ENV: '/nowhere/venv' }))).toThrow(
    expect.objectContaining({ code: 'python-missing', message: 'VIRTUAL_ENV names /nowhere/venv, which has no Python interpreter' }),
  )
})

test('a command that cannot be run is passed over for the next, and named when none can', async () => {
  await inFreshFolder(async (folder) => {
    script(path.join(folder, 'python'), '#!/bin/sh\necho "pyenv: no version set" >&2\nexit 127\n')
    await expect(locateTarget({}, { world: testWorld({ PATH: `${folder}:/bin:/usr/bin`.replace(':/bin:/usr/bin', '') }) })).rejects.toMatchObject({
      code: 'python-missing', details: [expect.stringContaining('pyenv: no version set')],
    })
    python(folder, 'python3')
    const target = await locateTarget({}, { world: testWorld({ PATH: folder }) })
    expect(target.prefix).not.toBe('')
  })
})

async function untilThere(file: string): Promise<void> {
  while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 5))
}

test('an interrupted probe ends with the reason of the interruption', async () => {
  await inFreshFolder(async (folder) => {
    const started = path.join(folder, 'started')
    const slow = script(path.join(folder, 'python'), `#!/bin/sh\n: > ${started}\nexec sleep 30\n`)
    const controller = new AbortController()
    const probing = locateTarget({ named: slow }, { world: testWorld(), signal: controller.signal })
    const ended = expect(probing).rejects.toThrow('stop')
    await untilThere(started)
    controller.abort(new Error('stop'))
    await ended
  })
})
