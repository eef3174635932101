import { closeSync, cpSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { SEAL_BYTES } from '../../src/kernel/sealed.ts'
import { runEngine } from '../support/engine.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { tempEnv } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { readTree, treeDifferences } from '../support/tree.ts'
import { aWheel } from '../support/wheel.ts'

// A machine that goes down leaves files that are cut off, empty, or filled with zeros.
const folder = tempFolder('damaged-')
const env = tempEnv()
const sound = join(folder, 'sound')
const cache = join(folder, 'cache')
let index: IndexServer
let targets = 0

beforeAll(async () => {
  index = await startIndex()
  index.add([
    aWheel({ name: 'app', version: '1.0', requires: ['lib>=1'], files: { 'app/__init__.py': 'one = 1\n', 'app/data.txt': 'data' }, entryPoints: { console_scripts: { app: 'app:main' } } }),
    aWheel({ name: 'app', version: '0.9' }), aWheel({ name: 'lib', version: '1.0' }), aWheel({ name: 'lib', version: '2.0' }),
  ])
  // The unpacked files of a wheel are kept from its second use on.
  await install()
  await install()
  cpSync(cache, sound, { recursive: true, preserveTimestamps: true })
})
afterAll(() => index.close())

/** Installs into a folder of its own. */
async function install(): Promise<string> {
  const target = join(folder, `target-${(targets += 1)}`)
  const run = await runEngine(['app', '--python', env.python, '--target', target, '--cache-dir', cache, '--index-url', index.indexUrl()], { cwd: folder })
  expect(run.text).toBe('')
  return target
}

/** Files that are linked into environments are held by size, time and inode, which copies do not have: they are unpacked anew. */
function filesKept(): string[] {
  return readdirSync(sound, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => relative(sound, join(entry.parentPath, entry.name))).filter((name) => !/\/files\/|sqlite|lock/.test(name)).sort()
}

const damages: readonly (readonly [string, (file: string) => void])[] = [
  ['cut off in the middle', (file) => truncateSync(file, Math.floor(readFileSync(file).length / 2))],
  ['cut off after a line', (file) => truncateSync(file, Math.max(0, readFileSync(file).lastIndexOf('\n', -2) + 1))],
  ['empty', (file) => closeSync(openSync(file, 'w'))],
  ['filled with zeros', (file) => writeFileSync(file, Buffer.alloc(readFileSync(file).length))],
  ['a folder', (file) => { rmSync(file); mkdirSync(join(file, 'inside'), { recursive: true }) }],
]

test.each(damages)('whatever of the store is %s, the same is installed', async (_, damage) => {
  const wanted = readTree(await install())
  for (const name of filesKept()) {
    rmSync(cache, { recursive: true, force: true })
    cpSync(sound, cache, { recursive: true, preserveTimestamps: true })
    damage(join(cache, name))
    expect({ name, differences: treeDifferences(wanted, readTree(await install())) }).toEqual({ name, differences: [] })
  }
}, 120_000)

test('a list of unpacked files that ends early is no list, and is made anew', async () => {
  await install()
  await install()
  const lists = readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => /^trees-v\d+.*[/\\]list$/.test(name)).map((name) => join(cache, name))
  expect(lists.length).toBeGreaterThan(1)
  const wanted = readTree(await install())
  // Times and inodes of files that are made anew have other digits, and a checksum may hold the byte of a new line.
  const linesOf = (list: string): number => readFileSync(list).subarray(SEAL_BYTES).toString('utf8').split('\n').length
  const before = lists.map(linesOf)
  for (const list of lists) truncateSync(list, readFileSync(list).lastIndexOf('\n', -2) + 1)
  for (const how of ['unpacked', 'made anew', 'linked']) expect({ how, differences: treeDifferences(wanted, readTree(await install())) }).toEqual({ how, differences: [] })
  expect(lists.map(linesOf)).toEqual(before)
})
