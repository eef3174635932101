import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import Ajv from 'ajv'
import { runCli } from '../support/cli.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { makeEnvironment } from '../support/python.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel } from '../support/wheel.ts'

const folder = tempFolder()
const isTimings = new Ajv().compile(JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'timings.schema.json'), 'utf8')) as object)
let index: IndexServer

beforeAll(async () => {
  index = await startIndex()
  index.add([aWheel({ name: 'one', requires: ['two'] }), aWheel({ name: 'two' })])
})
afterAll(() => index.close())

interface Timings {
  outcome: string
  durationMs: number
  failure?: { code: string }
  packages: { name: string; downloadMs: number; unpackMs: number }[]
  tasks: { kind: string; subject?: string; beganMs: number; endMs: number }[]
}

function readTimings(file: string): Timings {
  const timings = JSON.parse(readFileSync(file, 'utf8')) as Timings
  expect(isTimings(timings) ? [] : isTimings.errors).toEqual([])
  return timings
}

test('--timings writes what the run did, and the run ends with where the time went', async () => {
  const env = makeEnvironment(join(folder, 'venv'))
  const file = join(folder, 'timings.json')
  const finished = await runCli(['install', 'one', '-v', '--python', env.python, '--index-url', index.indexUrl(), '--no-cache-dir', '--timings', file])
  expect(finished.output).toContain('Installed 2 packages in ')
  expect(finished.stdout).toMatch(/^ {2}serial mode: .* \(estimated\), (.*× as long|no longer than this run)$/m)
  expect(finished.stdout).toMatch(/^ {2}2 wheels downloaded \(/m)
  expect(finished.stdout).toMatch(/^ {2}Unpack .*2 tasks/m)
  const timings = readTimings(file)
  expect(timings.outcome).toBe('installed')
  expect(timings.packages.map(({ name }) => name).sort()).toEqual(['one', 'two'])
  expect(timings.packages.every(({ downloadMs, unpackMs }) => downloadMs > 0 && unpackMs > 0)).toBe(true)
  expect(new Set(timings.tasks.map(({ kind }) => kind))).toEqual(new Set(['probe', 'configure', 'resolve', 'page', 'metadata', 'download', 'stage', 'plan', 'commit']))
  expect(timings.tasks.every(({ endMs }) => endMs <= timings.durationMs)).toBe(true)
})

test('a failed run has timings too', async () => {
  const env = makeEnvironment(join(folder, 'other'))
  const file = join(folder, 'failed.json')
  const finished = await runCli(['install', 'nowhere', '--python', env.python, '--index-url', index.indexUrl(), '--no-cache-dir', '--timings', file])
  expect(finished.status).toBe(1)
  expect(readTimings(file)).toMatchObject({ outcome: 'failed', failure: { code: 'package-unknown' }, packages: [] })
})
