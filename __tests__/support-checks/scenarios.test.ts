import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { makeEnvironment, pipIn } from '../support/python.ts'
import { packseScenarios, scenarioArguments, serveScenario } from '../support/scenarios.ts'
import { tempFolder } from '../support/temp.ts'

jest.setTimeout(60_000)

const folder = tempFolder()
const scenarios = packseScenarios()
let server: IndexServer

beforeAll(async () => { server = await startIndex() })
afterAll(() => server.close())

test('every scenario can be served, and asks for projects that exist or are meant to be missing', async () => {
  expect(scenarios.length).toBeGreaterThan(50)
  for (const scenario of scenarios) {
    const url = serveScenario(server, scenario)
    for (const [name, releases] of Object.entries(scenario.index)) {
      const page = (await (await fetch(`${url}${name}/`, { headers: { Accept: 'application/vnd.pypi.simple.v1+json' } })).json()) as { files: unknown[] }
      expect(page.files).toHaveLength(Object.values(releases).reduce((sum, release) => sum + release.files.length, 0))
    }
    expect(scenario.accept.length).toBeGreaterThan(0)
  }
})

test.each(['requires-exact-version-does-not-exist', 'dependency-excludes-range-of-compatible-versions'])('pip comes to an accepted outcome: %s', async (name) => {
  const scenario = scenarios.find((candidate) => candidate.name === name)
  if (scenario === undefined) throw new Error(`no scenario ${name}`)
  const env = makeEnvironment(join(folder, name))
  const done = await pipIn(env, ['install', '-q', '--no-cache-dir', '--index-url', serveScenario(server, scenario), ...scenarioArguments(scenario)])
  const installed = (await pipIn(env, ['list', '--format=json'])).stdout
  const packages = Object.fromEntries((JSON.parse(installed) as { name: string; version: string }[]).map((one) => [one.name, one.version]))
  expect(scenario.accept).toContainEqual({ satisfiable: done.status === 0, packages })
})
