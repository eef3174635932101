import { expect, test } from '@jest/globals'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { askDefaultIndex } from '../../src/target/default-index.ts'
import { inFreshFolder, PYTHON3, testWorld } from './pythons.ts'

/** A stand-in for pip that answers one question. */
function fakePip(folder: string, url: string): string {
  mkdirSync(path.join(folder, 'pip', '_internal', 'models'), { recursive: true })
  for (const part of ['', '_internal', '_internal/models']) writeFileSync(path.join(folder, 'pip', part, '__init__.py'), '')
  writeFileSync(path.join(folder, 'pip', '_internal', 'models', 'index.py'), `class PyPI:\n    simple_url = ${JSON.stringify(url)}\n`)
  return folder
}

test("the target's own pip is asked first", async () => {
  await inFreshFolder(async (folder) => {
    const own = fakePip(path.join(folder, 'own'), 'https://own.index.test/simple')
    const bundled = fakePip(path.join(folder, 'bundled'), 'https://bundled.index.test/simple')
    const world = testWorld({ PYTHONPATH: own })
    expect(await askDefaultIndex({ python: PYTHON3.path, ensurepipWheel: bundled }, { world })).toBe('https://own.index.test/simple')
  })
})

test('a broken or missing pip gives way to the one that ensurepip carries', async () => {
  await inFreshFolder(async (folder) => {
    const broken = path.join(folder, 'broken', 'pip')
    mkdirSync(broken, { recursive: true })
    writeFileSync(path.join(broken, '__init__.py'), 'raise RuntimeError("half installed")\n')
    const bundled = fakePip(path.join(folder, 'bundled'), 'https://bundled.index.test/simple')
    const world = testWorld({ PYTHONPATH: path.join(folder, 'broken') })
    expect(await askDefaultIndex({ python: PYTHON3.path, ensurepipWheel: bundled }, { world })).toBe('https://bundled.index.test/simple')
    expect(await askDefaultIndex({ python: PYTHON3.path, ensurepipWheel: undefined }, { world })).toBeUndefined()
  })
})
