import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { runCli } from '../support/cli.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { removeFolder } from '../support/folders.ts'
import { makeEnvironment } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { readTree, treeDifferences, type Tree } from '../support/tree.ts'
import { aWheel, type BuiltFile } from '../support/wheel.ts'

const folder = tempFolder('determinism-')
let index: IndexServer

beforeAll(async () => {
  index = await startIndex()
  index.add(aTreeOfProjects(40))
})
afterAll(() => index.close())

/** Projects that need each other, share a namespace folder and a scripts folder; every third has an older version that fits too. */
function aTreeOfProjects(count: number): BuiltFile[] {
  return Array.from({ length: count }, (_, number) => {
    const requires = [2 * number + 1, 2 * number + 2, number + 7].filter((other) => other < count).map((other) => `project-${other}>=1.0`)
    const spec = {
      name: `project-${number}`,
      requires,
      files: { [`shared_space/part_${number}/__init__.py`]: `number = ${number}\n`, [`project_${number}.py`]: 'x = 1\n'.repeat(number * 20) },
      entryPoints: { console_scripts: { [`tool-${number}`]: `project_${number}:main` } },
      data: { [`data/share/common/${number}.txt`]: `${number}\n` },
    }
    return [aWheel({ ...spec, version: '1.1' }), ...(number % 3 === 0 ? [aWheel({ ...spec, version: '1.0' })] : [])]
  }).flat()
}

interface Installed {
  readonly tree: Tree
  readonly output: string
}

/** Always at the same path, which scripts name and RECORD hashes. */
async function install(flags: readonly string[]): Promise<Installed> {
  const root = join(folder, 'venv')
  removeFolder(root)
  const env = makeEnvironment(root)
  const finished = await runCli(['install', 'project-0', '--python', env.python, '--index-url', index.indexUrl(), '--no-cache-dir', ...flags])
  expect(finished.stderr).toBe('')
  expect(finished.status).toBe(0)
  return { tree: readTree(root), output: withoutTimings(finished.stdout) }
}

function withoutTimings(text: string): string {
  return text.replace(/ in [\d.]+ s/, '').split('\n').filter((line) => !/ serial mode: |wheels? downloaded/.test(line)).join('\n')
}

test('serial and parallel runs give the same tree, RECORD bytes included, whatever the latencies', async () => {
  const serial = await install(['--jobs', '1'])
  expect(Object.keys(serial.tree).filter((path) => path.endsWith('/RECORD'))).toHaveLength(40)
  for (const seed of ['a', 'b', 'c']) {
    index.latency(seed, 0, 60)
    const parallel = await install(['--jobs', '8'])
    expect(treeDifferences(serial.tree, parallel.tree)).toEqual([])
    expect(parallel.output).toBe(serial.output)
  }
  index.calm()
}, 60_000)

test('each page and each wheel is asked for once, however many projects need it', async () => {
  index.calm()
  await install(['--jobs', '8'])
  const whole = index.asked(/\.whl$/).filter((request) => request.range === undefined)
  const paths = whole.map((request) => request.path)
  expect(paths).toHaveLength(40)
  expect(new Set(paths).size).toBe(40)
  const pages = index.asked(/^\/simple\//).map((request) => request.path)
  expect(new Set(pages).size).toBe(pages.length)
}, 60_000)

test('one index and one wheel are one page and one file', async () => {
  index.calm()
  index.add(aWheel({ name: 'alone' }))
  const env = makeEnvironment(join(folder, 'alone', 'venv'))
  const finished = await runCli(['install', 'alone', '--python', env.python, '--index-url', index.indexUrl(), '--no-cache-dir'])
  expect(finished.status).toBe(0)
  expect(index.requests.filter(({ path }) => !path.endsWith('.metadata')).map(({ path }) => path.split('/').at(-1) || path)).toEqual(['/simple/alone/', 'alone-1.0-py3-none-any.whl'])
}, 30_000)
