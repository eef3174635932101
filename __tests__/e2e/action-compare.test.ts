import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { actionFile } from '../github/action-file.ts'
import { startIndex, type IndexServer } from '../support/index-server/server.ts'
import { findPython } from '../support/python.ts'
import { REFERENCE_PYTHONS } from '../support/reference-pythons.ts'
import { succeeded, usesOf } from '../support/runner/uses.ts'
import { tempFolder } from '../support/temp.ts'
import { aWheel } from '../support/wheel.ts'

/** What the action measures and writes beside the installation itself. */
const folder = tempFolder('action-')
let index: IndexServer
const use = usesOf(actionFile(folder), () => index)

beforeAll(async () => {
  index = await startIndex()
  index.add([aWheel({ name: 'app', requires: ['lib>=1'] }), aWheel({ name: 'lib', version: '2.0' })])
})
afterEach(() => void index.calm())
afterAll(() => index.close())

test('compare: serial is measured into a target that is thrown away, and counts in no figure', async () => {
  const { job, action } = use({ inputs: { compare: 'serial', cache: 'true' } })
  const result = succeeded(await action.run('main'))
  expect(result.outputs).toMatchObject({ 'serial-kind': 'measured', 'wheels-total': '2', installed: '2' })
  expect(Number(result.outputs['serial-ms'])).toBeGreaterThan(0)
  expect(result.stdout).toMatch(/Measuring serial mode \(about [\s\S]*serial mode: .* \(measured\)/)
  expect(result.summary).toContain('run afterwards into a target that was thrown away')
  // The store was empty for both: each wheel was downloaded once by each.
  expect(index.asked(/lib-2\.0.*\.whl$/)).toHaveLength(2)
  expect(existsSync(join(result.outputs['timings'] ?? '', '..', 'compare'))).toBe(false)
  const again = succeeded(await job.action(actionFile(folder), { 'python-path': findPython().executable, venv: 'env', compare: 'serial' }).run('main'))
  expect(again.outputs).toMatchObject({ installed: '0', 'serial-kind': '' })
}, 120_000)

test('compare: pip', async () => {
  const [withPip = 'python3'] = REFERENCE_PYTHONS
  const { action } = use({ inputs: { compare: 'pip', cache: 'false', 'python-path': withPip } })
  const result = succeeded(await action.run('main'))
  expect(result.outputs).toMatchObject({ 'serial-kind': 'measured' })
  expect(result.stdout).toMatch(/  pip: .* \(measured\)/)
  expect(result.summary).toMatch(/; pip .* \(measured\)[\s\S]*pip ran with an empty cache/)
}, 120_000)

test('what cannot be measured stays estimated, and says why', async () => {
  const { action } = use({ files: { 'pyproject.toml': '[project]\nname = "x"\nversion = "1"\ndependencies = ["app"]\n' }, inputs: { compare: 'pip', cache: 'false', requirements: 'pyproject.toml' } })
  const result = succeeded(await action.run('main'))
  expect(result.outputs).toMatchObject({ 'serial-kind': 'estimated' })
  expect(result.summary).toContain('compare: pip was left out: pip does not read what is to be installed from such a file')
}, 120_000)

test('trace: true writes a file that Perfetto opens', async () => {
  const { action } = use({ inputs: { trace: 'true', cache: 'false' } })
  const result = succeeded(await action.run('main'))
  const { traceEvents } = JSON.parse(readFileSync(result.outputs['trace'] ?? '', 'utf8')) as { traceEvents: { name: string }[] }
  expect(traceEvents.map(({ name }) => name)).toEqual(expect.arrayContaining(['download app 1.0', 'stage lib 2.0']))
  expect(result.stdout).toContain(`chrome://tracing: ${result.outputs['trace'] ?? ''}`)
}, 120_000)
