import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { runEngine, versionsOf } from '../support/engine.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import type { IndexOptions } from '../support/index-server/hosted.ts'
import { makeEnvironment } from '../support/python.ts'
import { packseScenarios, scenarioArguments, serveScenario } from '../support/scenarios.ts'
import { tempFolder } from '../support/temp.ts'

const FORMS: Readonly<Record<string, Partial<IndexOptions>>> = {
  'JSON with metadata files': { json: true, html: false, metadata: 'advertised' },
  'JSON without metadata files': { json: true, html: false, metadata: 'off' },
  'HTML with metadata files': { json: false, html: true, metadata: 'advertised' },
  'HTML without metadata files': { json: false, html: true, metadata: 'off' },
}

const folder = tempFolder()
const env = makeEnvironment(join(folder, 'env'))
let server: IndexServer

beforeAll(async () => { server = await startIndex() })
afterAll(() => server.close())

test.each(packseScenarios())('$name', async (scenario) => {
  const url = serveScenario(server, scenario)
  const involved = [...Object.keys(scenario.index), ...scenario.requires.map((text) => /^[\w.-]+/.exec(text)?.[0] ?? '')]
  const outcomes: unknown[] = []
  for (const [form, options] of Object.entries(FORMS)) {
    server.configure(options, scenario.name)
    // Starting threads costs more than all else here: the one form stands for the others, which __tests__/e2e runs in full.
    for (const jobs of form === 'HTML without metadata files' ? ['1', '8'] : ['1']) {
      const run = await runEngine(['--python', env.python, '--dry-run', '--cache-dir', join(folder, 'cache', form, jobs), '--jobs', jobs, '--index-url', url, ...scenarioArguments(scenario)])
      const outcome = { satisfiable: run.error === undefined, packages: run.error === undefined ? versionsOf(run) : {} }
      expect({ text: run.text, accept: scenario.accept }).toEqual({ text: run.text, accept: expect.arrayContaining([outcome]) })
      if (run.error !== undefined) expect(involved.some((name) => run.text.includes(name))).toBe(true)
      outcomes.push(outcome)
    }
  }
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
}, 60_000)
