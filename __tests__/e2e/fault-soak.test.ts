import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { noise } from '../support/app-of-17.ts'
import { installedIn, runEngine } from '../support/engine.ts'
import { removeFolder } from '../support/folders.ts'
import { seededFraction, type Fault } from '../support/index-server/faults.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { makeEnvironment } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { readTree, treeDifferences, type Tree } from '../support/tree.ts'
import { aWheel } from '../support/wheel.ts'

const INSTALLS = Number(process.env['SOAK_INSTALLS'] ?? 200)
/** What a broken network may come to; anything else (a bug, a wrong tree) fails the test. */
const NETWORK_ERRORS = ['index-unreachable', 'index-refused', 'index-answer', 'download-failed', 'hash-mismatch', 'package-unknown', 'resolution-impossible', 'no-candidate', 'metadata-invalid']

const folder = tempFolder('soak-')
const names = ['app', 'one', 'two', 'three', 'four']
let index: IndexServer

beforeAll(async () => {
  index = await startIndex()
  index.add(names.map((name, number) => aWheel({
    name,
    requires: names.slice(2 * number + 1, 2 * number + 3),
    files: { [`${name}/__init__.py`]: `number = ${number}\n`, [`${name}/data.bin`]: { content: noise(number + 1, 40_000), method: 0 } },
  })))
})
afterAll(() => index.close())

/** Every kind of fault, at a place in the body that `fraction` chooses. */
function faultsAt(fraction: number): readonly Fault[] {
  const afterBytes = Math.floor(fraction * 45_000)
  return [
    { kind: 'status', status: 503 }, { kind: 'status', status: 500 }, { kind: 'status', status: 429, retryAfterSeconds: 0 }, { kind: 'status', status: 404 }, { kind: 'status', status: 401 },
    { kind: 'reset', afterBytes }, { kind: 'cut', afterBytes }, { kind: 'drop' }, { kind: 'stall', afterShare: fraction }, { kind: 'stall' },
    { kind: 'wrong-byte' }, { kind: 'wrong-byte', at: 0 }, { kind: 'slow', bytesPerSecond: 400_000 }, { kind: 'chunked' }, { kind: 'close' }, { kind: 'gzip' },
    { kind: 'redirect-loop' }, { kind: 'login-page' }, { kind: 'body', body: 'nonsense' }, { kind: 'latency', ms: Math.floor(fraction * 300) },
  ]
}

/** One to three faults, on any kind of request, once, twice or (seldom) for good; the same for a seed on every run. */
function misbehave(seed: number): void {
  const pick = <T>(label: string, choices: readonly T[]): T => choices[Math.floor(seededFraction(`${seed} ${label}`) * choices.length)] as T
  const count = pick('count', [1, 2, 3])
  for (let number = 0; number < count; number += 1) {
    const match = pick(`match ${number}`, ['/simple/', '.whl', '.metadata', 'two', 'app', 'four'])
    const times = pick(`times ${number}`, [1, 1, 1, 1, 2, 2, 3, Infinity])
    index.fault(match, pick(`fault ${number}`, faultsAt(seededFraction(`${seed} place ${number}`))), { times, skip: pick(`skip ${number}`, [0, 0, 1, 2]) })
  }
}

test(`${INSTALLS} installs under random faults: each ends right, or with an error and nothing changed`, async () => {
  const root = join(folder, 'venv')
  const untouched = readTree(makeEnvironment(root).root)
  let right: Tree | undefined
  const ends = { right: 0, unchanged: 0 }
  for (let seed = -1; seed < INSTALLS; seed += 1) {
    removeFolder(root)
    const env = makeEnvironment(root)
    index.calm()
    if (seed >= 0) misbehave(seed)
    const run = await runEngine(['app', '--python', env.python, '--index-url', index.indexUrl(), '--cache-dir', join(folder, `cache-${seed % 5}`), '--timeout', '0.6', '--retries', '3'])
    const tree = readTree(root)
    if (run.error === undefined) {
      expect(Object.keys(installedIn(env))).toEqual([...names].sort())
      right ??= tree
      expect({ seed, differences: treeDifferences(right, tree) }).toEqual({ seed, differences: [] })
      ends.right += 1
    } else {
      expect({ seed, isNetwork: NETWORK_ERRORS.includes(run.error.code) || run.text }).toEqual({ seed, isNetwork: true })
      expect({ seed, differences: treeDifferences(untouched, tree) }).toEqual({ seed, differences: [] })
      ends.unchanged += 1
    }
  }
  expect(ends.right).toBeGreaterThan(INSTALLS / 4)
  expect(ends.unchanged).toBeGreaterThan(0)
}, 900_000)
