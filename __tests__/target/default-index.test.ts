import { expect, test } from '@jest/globals'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { askDefaultIndex } from '../../src/target/default-index.ts'
import type { ProbeCache } from '../../src/target/probe-cache.ts'
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

/** Answers in memory, and how often they were used. */
function memory(): { readonly cache: ProbeCache; kept: number } {
  const values = new Map<string, string>()
  const own = {
    kept: 0,
    cache: {
      get: (key: string) => values.get(key),
      set: (key: string, value: string) => {
        own.kept += 1
        values.set(key, value)
      },
    },
  }
  return own
}

test('an answer is remembered for as long as the same pip is found', async () => {
  await inFreshFolder(async (folder) => {
    const first = path.join(folder, 'first')
    mkdirSync(first)
    const second = fakePip(path.join(folder, 'second'), 'https://second.index.test/simple')
    const world = testWorld({ PYTHONPATH: [first, second].join(path.delimiter) })
    const remembered = memory()
    const ask = (): Promise<string | undefined> => askDefaultIndex({ python: PYTHON3.path, ensurepipWheel: undefined }, { world, cache: remembered.cache })
    expect([await ask(), await ask(), remembered.kept]).toEqual(['https://second.index.test/simple', 'https://second.index.test/simple', 1])
    fakePip(second, 'https://changed.second.index.test/simple')
    expect([await ask(), remembered.kept]).toEqual(['https://changed.second.index.test/simple', 2])
    fakePip(first, 'https://first.index.test/simple')
    expect([await ask(), remembered.kept]).toEqual(['https://first.index.test/simple', 3])
  })
})

test('that there is no pip is not remembered', async () => {
  await inFreshFolder(async (folder) => {
    const broken = path.join(folder, 'broken', 'pip')
    mkdirSync(broken, { recursive: true })
    writeFileSync(path.join(broken, '__init__.py'), 'raise RuntimeError("half installed")\n')
    const remembered = memory()
    const world = testWorld({ PYTHONPATH: path.join(folder, 'broken') })
    expect(await askDefaultIndex({ python: PYTHON3.path, ensurepipWheel: undefined }, { world, cache: remembered.cache })).toBeUndefined()
    expect(remembered.kept).toBe(0)
  })
})
