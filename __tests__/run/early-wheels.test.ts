import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { noise } from '../support/app-of-17.ts'
import { runCli } from '../support/cli.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { installedIn } from '../support/engine.ts'
import { makeEnvironment, type TempEnvironment } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { readTree, treeDifferences } from '../support/tree.ts'
import { aWheel } from '../support/wheel.ts'

const folder = tempFolder('early-wheels-')
/** So large that it is not here as a whole with its metadata. */
const big = { 'big.bin': { content: noise(5, 100 << 10), method: 0 as const } }
let index: IndexServer

beforeAll(async () => {
  index = await startIndex({ index: { metadata: 'advertised' } })
  index.add([
    aWheel({ name: 'app', version: '1.0', files: big, requires: ['first'] }),
    ...['first', 'second', 'third', 'fourth'].map((name, at, names) => aWheel({ name, requires: names.slice(at + 1, at + 2) })),
    aWheel({ name: 'fickle', version: '2.0', files: big, requires: ['first<1'] }),
    aWheel({ name: 'fickle', version: '1.0', files: big, requires: ['first'] }),
  ])
})
beforeEach(() => {
  index.calm()
  index.requests = []
})
afterAll(() => index.close())

async function install(place: string, args: readonly string[], flags: readonly string[] = ['--no-cache-dir']): Promise<TempEnvironment> {
  const env = makeEnvironment(join(folder, place))
  const { status, stderr } = await runCli(['install', ...args, '--python', env.python, '--index-url', index.indexUrl(), ...flags])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return env
}

const wheelsAsked = (): string[] => index.asked(/\.whl$/).map(({ path }) => path.split('/').at(-1) ?? '').sort()

test('what the user names is fetched while its dependencies are still looked for', async () => {
  index.latency('early', 30, 40)
  await install('named', ['app'])
  const paths = index.requests.map(({ path }) => path)
  const wheel = paths.findIndex((path) => path.endsWith('app-1.0-py3-none-any.whl'))
  expect(wheel).toBeGreaterThan(-1)
  expect(wheel).toBeLessThan(paths.indexOf('/simple/fourth/'))
})

test('a first choice that is not the answer leaves nothing behind', async () => {
  const parallel = await install('fickle', ['fickle', 'first'])
  expect(wheelsAsked()).toContain('fickle-2.0-py3-none-any.whl')
  expect(installedIn(parallel)).toMatchObject({ fickle: '1.0', first: '1.0' })
  const serial = await install('fickle-serial', ['fickle', 'first'], ['--no-cache-dir', '--jobs', '1'])
  const tree = (env: TempEnvironment): ReturnType<typeof readTree> => readTree(env.root, { neutral: [env.root], ignore: /\.dist-info\/RECORD$/ })
  expect(treeDifferences(tree(serial), tree(parallel))).toEqual([])
})

test('with one network slot nothing is fetched on a guess', async () => {
  await install('serial', ['fickle', 'first'], ['--no-cache-dir', '--jobs', '1'])
  expect(wheelsAsked()).not.toContain('fickle-2.0-py3-none-any.whl')
})

test('on a store that has wheels a wrong first choice is not fetched again', async () => {
  const store = ['--cache-dir', join(folder, 'store')]
  await install('filling', ['first'], store)
  index.requests = []
  await install('warm', ['fickle', 'first'], store)
  expect(wheelsAsked()).toEqual(['fickle-1.0-py3-none-any.whl'])
})
