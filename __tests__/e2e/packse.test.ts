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

/** Each two of the three choices meet in each way; the faster scenarios test has them all, within one process. */
const FORMS: readonly (readonly [name: string, jobs: string, index: Partial<IndexOptions>])[] = [
  ['JSON with metadata files', '1', { json: true, html: false, metadata: 'advertised' }],
  ['JSON without metadata files', '8', { json: true, html: false, metadata: 'off' }],
  ['HTML with metadata files', '8', { json: false, html: true, metadata: 'advertised' }],
  ['HTML without metadata files', '1', { json: false, html: true, metadata: 'off' }],
]

const folder = tempFolder()
let server: IndexServer

beforeAll(async () => { server = await startIndex() })
afterAll(() => server.close())

test.each(packseScenarios())('$name, through the command line', async (scenario) => {
  const url = serveScenario(server, scenario)
  const involved = [...Object.keys(scenario.index), ...scenario.requires.map((text) => /^[\w.-]+/.exec(text)?.[0] ?? '')]
  const outcomes = new Set<string>()
  for (const [form, jobs, options] of FORMS) {
    server.configure(options, scenario.name)
    const env = makeEnvironment(join(folder, `${scenario.name} ${form}`))
    const run = await runCli(['install', '--python', env.python, '--cache-dir', join(folder, 'cache', form), '--jobs', jobs, '--index-url', url, ...scenarioArguments(scenario)])
    const outcome = { satisfiable: run.status === 0, packages: installedIn(env) }
    removeFolder(env.root)
    expect({ output: run.output, accept: scenario.accept }).toEqual({ output: run.output, accept: expect.arrayContaining([outcome]) })
    if (run.status !== 0) expect({ status: run.status, names: involved.some((name) => run.stderr.includes(name)) }).toEqual({ status: 1, names: true })
    outcomes.add(JSON.stringify(outcome))
  }
  expect(outcomes.size).toBe(1)
}, 120_000)
