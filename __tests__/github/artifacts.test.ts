import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { openArtifacts, type RunArtifacts } from '../../src/github/artifacts.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { startGithubServices, type GithubServices } from '../support/github-services.ts'

let github: GithubServices
const waitedMs: number[] = []

beforeAll(async () => {
  github = await startGithubServices()
})
beforeEach(() => {
  waitedMs.length = 0
  github.artifactRefusals.length = 0
})
afterAll(() => github.close())

function opened(): RunArtifacts {
  const clock = { ...systemClock, sleep: async (ms: number): Promise<void> => void waitedMs.push(ms) }
  const artifacts = openArtifacts({ ACTIONS_RESULTS_URL: `${github.origin}/`, ACTIONS_RUNTIME_TOKEN: github.token('job') }, clock)
  if (artifacts === undefined) throw new Error('no service')
  return artifacts
}

test('a service that is ill for a moment, or has too much to do, is asked again', async () => {
  github.artifactRefusals.push(503, 429)
  await opened().upload('one', '{"a":1}', { days: 1 })
  github.artifactRefusals.push(500)
  expect(await opened().list()).toEqual(['one'])
  github.artifactRefusals.push(502)
  expect(await opened().download('one')).toBe('{"a":1}')
  expect(waitedMs).toEqual([1000, 3000, 1000, 1000])
})

test('one that stays ill is given up, one that refuses is believed', async () => {
  github.artifactRefusals.push(503, 503, 503)
  await expect(opened().list()).rejects.toThrow('the artifact service answered 503 to ListArtifacts')
  expect(waitedMs).toEqual([1000, 3000])
  github.artifactRefusals.push(403)
  await expect(opened().list()).rejects.toThrow('answered 403')
  expect(waitedMs).toHaveLength(2)
})

test('without an address, or a token that names the run, there is no service', () => {
  expect([openArtifacts({}), openArtifacts({ ACTIONS_RESULTS_URL: 'http://x/', ACTIONS_RUNTIME_TOKEN: 'x' })]).toEqual([undefined, undefined])
})
