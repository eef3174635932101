import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { runCli } from '../support/cli.ts'
import { installedIn } from '../support/engine.ts'
import { removeFolder } from '../support/folders.ts'
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
/** Only a build tells the metadata that matters. */
const NEED_BUILDS = ['requires-python-wheels']

const folder = tempFolder()
let server: IndexServer

beforeAll(async () => { server = await startIndex() })
afterAll(() => server.close())

test.each(packseScenarios().filter(({ name }) => !NEED_BUILDS.includes(name)))('$name, through the command line', async (scenario) => {
  const url = serveScenario(server, scenario)
  const involved = [...Object.keys(scenario.index), ...scenario.requires.map((text) => /^[\w.-]+/.exec(text)?.[0] ?? '')]
  const outcomes = new Set<string>()
  for (const [form, options] of Object.entries(FORMS)) {
    server.configure(options, scenario.name)
    for (const jobs of ['1', '8']) {
      const env = makeEnvironment(join(folder, `${scenario.name} ${form} ${jobs}`))
      const run = await runCli(['install', '--python', env.python, '--cache-dir', join(folder, 'cache', form, jobs), '--jobs', jobs, '--index-url', url, ...scenarioArguments(scenario)])
      const outcome = { satisfiable: run.status === 0, packages: installedIn(env) }
      removeFolder(env.root)
      expect({ output: run.output, accept: scenario.accept }).toEqual({ output: run.output, accept: expect.arrayContaining([outcome]) })
      if (run.status !== 0) expect({ status: run.status, names: involved.some((name) => run.stderr.includes(name)) }).toEqual({ status: 1, names: true })
      outcomes.add(JSON.stringify(outcome))
    }
  }
  expect(outcomes.size).toBe(1)
}, 120_000)
