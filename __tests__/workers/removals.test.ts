import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, expect, test } from '@jest/globals'
import { readRemovals, type DistributionToRemove, type ReadRemovalsRequest, type Removals } from '../../src/workers/tasks/removal/read-removals.ts'
import { UNHURRIED } from '../support/staging.ts'
import { tempFolder } from '../support/temp.ts'

const folder = tempFolder('removals-')
let env = ''
let site = ''

beforeEach(() => {
  env = join(mkdtempSync(join(folder, 'root-')), 'env')
  site = join(env, 'lib', 'site')
  mkdirSync(join(env, 'bin'), { recursive: true })
})

function put(path: string, content = ''): string {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

/** An installed distribution of these files, as its RECORD names them; `record: false`: it has none. */
function installed(name: string, files: readonly string[], { record = true, entryPoints = '' } = {}): DistributionToRemove {
  const info = `${name}-1.0.dist-info`
  for (const file of files) put(join(site, file))
  put(join(site, info, 'METADATA'))
  if (entryPoints !== '') put(join(site, info, 'entry_points.txt'), entryPoints)
  if (record) put(join(site, info, 'RECORD'), [...files, `${info}/RECORD`].map((file) => `${file},,\n`).join(''))
  return { name, label: `${name} 1.0`, kind: 'dist-info', infoPath: join(site, info), sitePath: site, scriptsFolder: join(env, 'bin') }
}

/** What goes, as paths below the environment. */
async function removing(removal: DistributionToRemove, changes: Partial<ReadRemovalsRequest> = {}): Promise<Pick<Removals, 'folders' | 'files' | 'notes'>> {
  const { folders, files, notes } = await readRemovals({ removals: [removal], others: [], bounds: [env], kept: [env, site, join(env, 'bin')], ...changes }, UNHURRIED)
  const inside = (paths: readonly string[]): string[] => paths.map((path) => path.slice(env.length + 1))
  return { folders: inside(folders), files: inside(files), notes }
}

test('what RECORD lists goes, with its bytecode, its scripts and the folders that are empty then; folders of the environment stay', async () => {
  const removal = installed('a', ['a/__init__.py', 'single.py'], { entryPoints: '[console_scripts]\ntool = a:main\n' })
  put(join(site, 'a', '__pycache__', '__init__.cpython-311.pyc'))
  put(join(env, 'bin', 'tool'))
  expect(await removing(removal)).toEqual({ folders: ['lib/site/a', 'lib/site/a-1.0.dist-info'], files: ['bin/tool', 'lib/site/single.py'], notes: [] })
})

test('what nobody lists stays, and the folders around it', async () => {
  const removal = installed('a', ['a/__init__.py'])
  put(join(site, 'a', 'mine.txt'))
  expect(await removing(removal)).toMatchObject({ folders: ['lib/site/a-1.0.dist-info'], files: ['lib/site/a/__init__.py'] })
})

test('what another distribution lists, too, stays, and it is said', async () => {
  const removal = installed('a', ['shared/__init__.py', 'shared/a.py'])
  const other = installed('b', ['shared/__init__.py'])
  const { folders, files, notes } = await removing(removal, { others: [other] })
  expect([folders, files]).toEqual([['lib/site/a-1.0.dist-info'], ['lib/site/shared/a.py']])
  expect(notes).toEqual([`${join(site, 'shared/__init__.py')} is listed by a 1.0 and by b, and stays`])
})

test('what lies outside of the environment stays, however RECORD names it, and it is said', async () => {
  const outside = put(join(dirname(env), 'precious.txt'))
  const { files, notes } = await removing(installed('a', ['a.py', '../../../precious.txt']))
  expect(files).toEqual(['lib/site/a.py'])
  expect(notes).toEqual([`${outside} is listed by a 1.0, lies outside of the environment, and stays`])
})

test('an environment whose name begins with that of another is outside of it', async () => {
  const neighbour = put(`${env}-2/precious.txt`)
  expect((await removing(installed('a', ['a.py', '../../../env-2/precious.txt']))).notes).toEqual([expect.stringContaining(neighbour)])
})

test('a link goes, not where it leads', async () => {
  const removal = installed('a', ['a/__init__.py'])
  const outside = put(join(dirname(env), 'elsewhere', 'precious.txt'))
  symlinkSync(dirname(outside), join(site, 'a', 'link'))
  writeFileSync(join(removal.infoPath, 'RECORD'), 'a/__init__.py,,\na/link,,\na-1.0.dist-info/RECORD,,\n')
  expect(await removing(removal)).toEqual({ folders: ['lib/site/a', 'lib/site/a-1.0.dist-info'], files: [], notes: [] })
})

test('names of entry points that lead out of the scripts folder name nothing', async () => {
  const removal = installed('a', ['a.py'], { entryPoints: '[console_scripts]\n../precious = a:main\n.. = a:main\n' })
  put(join(env, 'precious'))
  expect((await removing(removal)).files).toEqual(['lib/site/a.py'])
})

test('without a RECORD nobody knows what is to go, so nothing does', async () => {
  await expect(removing(installed('a', ['a.py'], { record: false }))).rejects.toMatchObject({ code: 'uninstall-failed', message: expect.stringContaining('a 1.0') })
})
