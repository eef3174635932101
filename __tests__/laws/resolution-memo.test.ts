import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runEngine, type EngineRun } from '../support/engine.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { tempEnv } from '../support/python.ts'
import { resolutionParts } from '../support/resolution-parts.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel } from '../support/wheel.ts'

const folder = tempFolder()
const env = tempEnv()
let server: IndexServer
let caches = 0

beforeAll(async () => { server = await startIndex() })
afterAll(() => server.close())

const NAMES = ['a', 'b', 'c', 'd']

/** Publishing a version, anew or for the first time: it may be yanked, and need another project from or below a version. */
const publishing = fc.record({
  name: fc.constantFrom(...NAMES),
  version: fc.integer({ min: 1, max: 4 }),
  needs: fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom('>=', '<=', '=='), fc.integer({ min: 1, max: 4 })), { maxLength: 2 }),
  yanked: fc.boolean(),
})
type Publishing = typeof publishing extends fc.Arbitrary<infer T> ? T : never
/** A question, asked again and again while the index changes between. */
const history = fc.record({
  asked: fc.uniqueArray(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom('', '>=2', '<4', '==3')), { minLength: 1, maxLength: 3, selector: ([name]) => name }),
  start: fc.array(publishing, { minLength: 4, maxLength: 10 }),
  changes: fc.array(fc.array(publishing, { maxLength: 2 }), { minLength: 2, maxLength: 4 }),
})

function publish({ name, version, needs, yanked }: Publishing): void {
  const requires = needs.filter(([other]) => other !== name).map(([other, operator, bound]) => `${other}${operator}${bound}`)
  server.add(aWheel({ name, version: `${version}`, requires }), { yanked: yanked ? 'no good' : false })
}

function ask(asked: readonly (readonly [string, string])[], flags: readonly string[]): Promise<EngineRun> {
  return runEngine(['--python', env.python, '--dry-run', '--jobs', '4', '--index-url', server.indexUrl(), ...flags, ...asked.map(([name, bound]) => `${name}${bound}`)], { writesReport: false })
}

test('with answers kept and without, each run comes to the same, whatever changes on the index', async () => {
  await fc.assert(fc.asyncProperty(history, async ({ asked, start, changes }) => {
    server.addIndex('simple')
    const kept = ['--cache-dir', join(folder, `cache-${caches++}`)]
    for (const one of start) publish(one)
    for (const change of [[], ...changes]) {
      for (const one of change) publish(one)
      const [recalled, resolved] = [await ask(asked, kept), await ask(asked, ['--no-cache-dir'])]
      expect(resolutionParts(recalled)).toEqual(resolutionParts(resolved))
      expect(recalled.notices).toEqual(resolved.notices)
    }
  }), { numRuns: 12 })
}, 120_000)
