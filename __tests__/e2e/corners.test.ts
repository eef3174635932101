import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import { buildPlace, type BuildPlace } from '../support/building.ts'
import { installedIn } from '../support/engine.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { aProject, anSdist } from '../support/sdist.ts'
import { readTree, treeDifferences } from '../support/tree.ts'
import { aWheel, saveFiles } from '../support/wheel.ts'

// Corners of pip's behaviour that need something installed, or something to build; those that a dry run shows are in pip-contract.test.ts.
jest.setTimeout(180_000)

let index: IndexServer
let place: BuildPlace

beforeAll(async () => {
  index = await startIndex()
  index.add([
    ...['1.0', '2.0', '3.0'].map((version) => aWheel({ name: 'Some.Lib', version })),
    aWheel({ name: 'app', requires: ['some-lib>=1'] }), aWheel({ name: 'app', version: '2.0', requires: ['some-lib>=2'] }),
    aWheel({ name: 'both' }), anSdist({ name: 'both' }), anSdist({ name: 'both', version: '0.9' }),
  ])
})
beforeEach(() => { place = buildPlace(index) })
afterEach(() => {
  place.close()
  index.calm()
})
afterAll(() => index.close())

async function install(...args: string[]): Promise<string> {
  const finished = await place.install(args)
  expect({ status: finished.status, output: finished.output }).toMatchObject({ status: 0 })
  return finished.output
}

test('the default is to upgrade what is named, and of the rest what has to be', async () => {
  await install('app==1.0', 'some-lib==1.0')
  await install('app==1.0')
  expect(installedIn(place.env)).toEqual({ app: '1.0', 'some-lib': '1.0' })
  await install('-U', 'app==1.0')
  expect(installedIn(place.env)).toEqual({ app: '1.0', 'some-lib': '1.0' })
  await install('-U', 'app')
  expect(installedIn(place.env)).toEqual({ app: '2.0', 'some-lib': '3.0' })
  await install('some-lib==2.0')
  await install('-U', 'app')
  expect(installedIn(place.env)).toEqual({ app: '2.0', 'some-lib': '2.0' })
  await install('-U', '--upgrade-strategy', 'eager', 'app')
  expect(installedIn(place.env)).toEqual({ app: '2.0', 'some-lib': '3.0' })
})

test('what is installed is a candidate though no index has it, stays on -U when it is newer, under any spelling; and gives way when it must', async () => {
  const [newer] = saveFiles(join(place.folder, 'own'), [aWheel({ name: 'SOME_lib', version: '9.0' })])
  await install(newer ?? '')
  await install('-U', 'some.LIB', 'app')
  expect(installedIn(place.env)).toEqual({ app: '2.0', 'some-lib': '9.0' })
  await install('Some-Lib>=9')
  await install('app', 'some-lib<9')
  expect(installedIn(place.env)).toEqual({ app: '2.0', 'some-lib': '3.0' })
})

test('sources of versions that are not taken are neither fetched nor built', async () => {
  await install('both')
  expect(index.asked(/\.tar\.gz$/)).toEqual([])
  expect(installedIn(place.env)).toEqual({ both: '1.0' })
})

test('packages of find-links are not installed again, sources by path are', async () => {
  const folder = join(place.folder, 'links')
  const [, source] = saveFiles(folder, [aWheel({ name: 'linked' }), anSdist({ name: 'local' })])
  expect(await install('--find-links', folder, 'linked', source ?? '')).toMatch(/\+ linked 1\.0\n \+ local 1\.0/)
  const again = await install('--find-links', folder, 'linked', source ?? '')
  expect(again).toContain('~ local 1.0 (again)')
  expect(again).not.toMatch(/[+~] linked/)
})

test('local projects need each other at development versions that no index has', async () => {
  const one = aProject(join(place.folder, 'one'), { name: 'one', version: '1.0.dev0', requires: ['two>=1.0.dev0'] })
  const two = aProject(join(place.folder, 'two'), { name: 'two', version: '1.0.dev0', requires: ['one==1.0.dev0'] })
  await install('-e', './one', `two @ file://${two}`)
  expect(installedIn(place.env)).toEqual({ one: '1.0.dev0', two: '1.0.dev0' })
  expect(place.infoFile('one-1.0.dev0.dist-info', 'direct_url.json')).toContain(one)
})

test('a dry run with a report writes the report and nothing else', async () => {
  await install('app==1.0')
  const before = readTree(place.env.root)
  await install('--dry-run', '--report', 'report.json', '-U', 'app')
  const report = JSON.parse(readFileSync(join(place.folder, 'report.json'), 'utf8')) as { install: { metadata: { name: string; version: string }; requested: boolean }[] }
  expect(report.install.map(({ metadata, requested }) => [metadata.name, metadata.version, requested])).toEqual([['app', '2.0', true]])
  expect(treeDifferences(before, readTree(place.env.root))).toEqual([])
})

test('--only-deps leaves what was named out, and what is installed of it alone', async () => {
  await install('--only-deps', 'app==1.0')
  expect(installedIn(place.env)).toEqual({ 'some-lib': '3.0' })
  await install('app==1.0')
  await install('--only-deps', '-U', 'app')
  expect(installedIn(place.env)).toEqual({ app: '1.0', 'some-lib': '3.0' })
  aProject(join(place.folder, 'project'), { name: 'project', requires: ['both'] })
  expect(await install('--only-deps', './project')).toMatch(/\+ both 1\.0/)
  expect(Object.keys(installedIn(place.env))).toEqual(['app', 'both', 'some-lib'])
})

test('a token from the environment is shown nowhere, not in the words of git either', async () => {
  const host = index.origin.replace('http://', '')
  mkdirSync(join(place.folder, 'in'))
  writeFileSync(join(place.folder, 'in', 'tokens.txt'), `x @ git+http://someone:\${THE_TOKEN}@${host}/\${THE_TOKEN}/repository.git\n`)
  const finished = await place.install(['-r', 'in/tokens.txt', '-vv'], { env: { THE_TOKEN: 'k33p-th1s-s3cret' } })
  expect(finished.status).toBe(1)
  expect(finished.stderr).toContain('error[repository-failed]')
  expect(finished.output).not.toContain('k33p-th1s')
  expect(finished.output).toContain('****')
})
