import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { answerAhead } from '../../src/run/answer-ahead.ts'
import { readQuestion, writeQuestion, type WrittenQuestion } from '../../src/run/written-question.ts'
import { normalizeName } from '../../src/standards/names.ts'
import { engineContext, runEngine, versionsOf, type EngineRun } from '../support/engine.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { tempEnv } from '../support/python.ts'
import { resolutionParts } from '../support/resolution-parts.ts'
import { anSdist, sourceTree, writeFiles } from '../support/sdist.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel, saveFiles } from '../support/wheel.ts'

// What a leg asked last travels to its next job, where it is asked before the run that asks it. It decides what is looked up there, never what is found.
const folder = tempFolder()
const env = tempEnv()
let server: IndexServer
let machines = 0
let cache = ''

beforeAll(async () => { server = await startIndex() })
afterAll(() => server.close())
beforeEach(() => {
  newMachine()
  server.add([
    aWheel({ name: 'app', version: '1.0', requires: ['lib>=1'] }), aWheel({ name: 'lib', version: '1.0' }), aWheel({ name: 'lib', version: '2.0' }),
    aWheel({ name: 'other', version: '1.0' }), anSdist({ name: 'source', version: '1.0' }),
  ])
})
afterEach(() => {
  server.calm()
  server.addIndex('simple')
})

function newMachine(): void {
  cache = join(folder, `cache-${machines++}`)
}

function options(index = server.indexUrl()): string[] {
  return ['--python', env.python, '--jobs', '4', '--cache-dir', cache, '--index-url', index]
}

function run(...args: string[]): Promise<EngineRun> {
  return runEngine(['--dry-run', ...options(), ...args], { cwd: folder })
}

function questionTextOf({ performed }: EngineRun): string | undefined {
  if (performed === undefined) throw new Error('the run failed')
  return writeQuestion(performed.run, performed.outcome.resolution, engineContext())
}

function questionOf(run: EngineRun): WrittenQuestion {
  const question = readQuestion(questionTextOf(run) ?? '')
  if (question === undefined) throw new Error('the run asks nothing that travels')
  return question
}

function ahead(question: WrittenQuestion, index?: string): Promise<boolean> {
  return answerAhead({ question, args: ['install', ...options(index)], metadataReady: Promise.resolve() }, engineContext({ cwd: folder }))
}

function pagesAsked(): string[] {
  return server.asked(/^\/simple\//).map(({ path, status }) => `${path} ${status}`).sort()
}

function metadataAsked(): number {
  return server.asked(/\.metadata$/).length
}

test('the run that asks it finds the answer: it asks whether pages still stand, and reads nothing', async () => {
  const first = await run('app', 'lib<3')
  const question = questionOf(first)
  newMachine()
  server.calm()
  expect(await ahead(question)).toBe(true)
  expect(pagesAsked()).toEqual(['/simple/app/ 200', '/simple/lib/ 200'])
  server.calm()
  const second = await run('app', 'lib<3')
  expect(pagesAsked()).toEqual(['/simple/app/ 304', '/simple/lib/ 304'])
  expect(metadataAsked()).toBe(0)
  expect(second.events.some((event) => event.kind === 'task-started' && event.task === 'metadata' && event.subject === 'lib 1.0')).toBe(false)
  expect(resolutionParts(second)).toEqual(resolutionParts(first))
})

test('what an index lists by now is the answer, not what it listed when the question was written', async () => {
  const question = questionOf(await run('app'))
  server.add(aWheel({ name: 'lib', version: '3.0' }))
  newMachine()
  expect(await ahead(question)).toBe(true)
  expect(versionsOf(await run('app'))).toEqual({ app: '1.0', lib: '3.0' })
})

test('a forged question is answered for nobody: the run asks its own', async () => {
  const text = questionTextOf(await run('app')) ?? ''
  const forged = readQuestion(text.replaceAll('"app"', '"other"'))
  if (forged === undefined) throw new Error('the forged question cannot be read')
  newMachine()
  expect(await ahead(forged)).toBe(true)
  expect(versionsOf(await run('app'))).toEqual({ app: '1.0', lib: '2.0' })
})

test('names are asked of no other index than they were asked of', async () => {
  const question = questionOf(await run('app'))
  server.addIndex('elsewhere')
  newMachine()
  server.calm()
  expect(await ahead(question, server.indexUrl('elsewhere'))).toBe(false)
  expect(server.requests).toEqual([])
})

test('nothing is built for it, and nothing is fetched whole', async () => {
  const question = questionOf(await run('app'))
  const [asked] = question.set.requirements
  if (asked === undefined) throw new Error('nothing is asked')
  const forSource = { ...question, set: { requirements: [{ ...asked, name: normalizeName('source'), text: 'source' }], constraints: [] } }
  newMachine()
  server.calm()
  await expect(ahead(forSource)).rejects.toThrow('left to the run itself')
  expect(server.asked(/\.(tar\.gz|whl)$/)).toEqual([])
})

test('an index that publishes no hashes of metadata is left to the run', async () => {
  server.configure({ metadata: 'off' })
  const question = questionOf(await run('app'))
  newMachine()
  await expect(ahead(question)).rejects.toThrow('no hash of the metadata')
})

test.each([
  ['a path', ['./project']],
  ['a direct reference', [`kept @ ${pathToFileURL(join(folder, 'kept-1.0-py3-none-any.whl')).href}`]],
  ['pages that are to be asked for anew', ['app', '--refresh']],
])('a question about %s stays here', async (_, args) => {
  writeFiles(join(folder, 'project'), sourceTree({ name: 'project' }))
  saveFiles(folder, [aWheel({ name: 'kept', version: '1.0' })])
  expect(questionTextOf(await run(...args))).toBeUndefined()
})

test('only what was written as a question is read as one', async () => {
  const text = questionTextOf(await run('app>=1; python_version > "3"', 'lib')) ?? ''
  const changed = (change: (question: Record<string, unknown>) => unknown): string => JSON.stringify(change(JSON.parse(text) as Record<string, unknown>))
  expect(readQuestion(text)?.names).toEqual(['app', 'lib'])
  const wrong = [
    '', '[]', text.slice(0, -1),
    changed((question) => ({ ...question, format: 2 })),
    changed((question) => ({ ...question, names: ['../secret'] })),
    changed((question) => ({ ...question, requirements: [{ text: 'app @ https://evil.test/app.whl', hashes: [] }] })),
    changed((question) => ({ ...question, requirements: [{ text: './app', hashes: [] }] })),
    changed((question) => ({ ...question, requirements: [{ text: 'app', hashes: [{ algorithm: 'sha256', hex: '../' }] }] })),
    changed((question) => ({ ...question, target: { tags: [1] } })),
    changed((question) => ({ ...question, policy: undefined })),
    changed((question) => ({ ...question, more: 'x'.repeat(2 << 20) })),
  ]
  expect(wrong.map(readQuestion)).toEqual(wrong.map(() => undefined))
})
